//! What other programs call the kinds of documents.

use entente_corpus::DocumentKind;

/// A kind of document in two vocabularies.
pub(crate) struct TypeNames {
    /// Of CSL 1.0.2.
    pub(crate) csl: &'static str,
    /// Of RIS.
    pub(crate) ris: &'static str,
}

/// The nearest words of both vocabularies; a document without a special type if neither has one.
pub(crate) fn type_names(kind: DocumentKind) -> TypeNames {
    let (csl, ris) = match kind {
        DocumentKind::WhitePaper | DocumentKind::ActionPlan | DocumentKind::Report | DocumentKind::FactSheet => {
            ("report", "RPRT")
        }
        DocumentKind::Treaty | DocumentKind::Agreement => ("treaty", "GEN"),
        DocumentKind::Law => ("legislation", "STAT"),
        DocumentKind::Resolution => ("regulation", "GEN"),
        DocumentKind::Speech => ("speech", "GEN"),
        DocumentKind::News => ("article-newspaper", "NEWS"),
        DocumentKind::Letter => ("personal_communication", "PCOMM"),
        DocumentKind::Standard => ("standard", "STAND"),
        DocumentKind::Dataset => ("dataset", "DATA"),
        DocumentKind::QAndA => ("interview", "GEN"),
        DocumentKind::PressRelease
        | DocumentKind::JointStatement
        | DocumentKind::Communique
        | DocumentKind::Notice
        | DocumentKind::Minutes
        | DocumentKind::Form
        | DocumentKind::Other => ("document", "GEN"),
    };
    TypeNames { csl, ris }
}

/// The kind in words, for fields that take any words; `None` if it is not known.
pub(crate) fn genre(kind: DocumentKind) -> Option<String> {
    match kind {
        DocumentKind::Other => None,
        DocumentKind::QAndA => Some("questions and answers".to_owned()),
        known => Some(known.as_str().replace('-', " ")),
    }
}
