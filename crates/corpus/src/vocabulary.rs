//! The closed lists of words that exports, URLs and the corpus share.

/// Makes an enum whose variants are words of one list: the same word in JSON, exports and URLs.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize, serde::Serialize)]
        pub enum $name {
            $(#[doc = concat!("`", $word, "`")] #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// Every word of the list, in its order.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The word.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The variant with this word.
            #[must_use]
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl Default for $name {
            /// Stands in for a part that cannot be had.
            fn default() -> Self {
                Self::ALL[0]
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

vocabulary! {
    /// What sort of document this is.
    DocumentKind {
        PressRelease = "press-release", JointStatement = "joint-statement", Communique = "communique",
        FactSheet = "fact-sheet", WhitePaper = "white-paper", ActionPlan = "action-plan", Report = "report",
        Treaty = "treaty", Agreement = "agreement", Law = "law", Resolution = "resolution", Notice = "notice",
        Speech = "speech", Minutes = "minutes", QAndA = "q-and-a", News = "news", Letter = "letter",
        Standard = "standard", Form = "form", Dataset = "dataset", Other = "other",
    }
}

vocabulary! {
    /// What sort of passage this is.
    PassageKind {
        Heading = "heading", Paragraph = "paragraph", Item = "item", Row = "row", Answer = "answer",
        Question = "question", Quote = "quote", Caption = "caption", Note = "note", Code = "code",
        Furniture = "furniture",
    }
}

vocabulary! {
    /// What a value says about its document. The record has the chosen value of some of these; the table `metadata` has all values.
    MetadataField {
        Title = "title", Kind = "kind", Publisher = "publisher", Author = "author", Language = "language",
        Translation = "translation", LanguageNote = "language-note", LanguageOfPart = "language-of-part",
        Encoding = "encoding", Date = "date", Created = "created", Updated = "updated", Effective = "effective",
        Event = "event", Signed = "signed", Tabled = "tabled", Period = "period", Edition = "edition",
        Symbol = "symbol", Url = "url", Marking = "marking", Licence = "licence", Source = "source",
        AgendaItem = "agenda-item", Purpose = "purpose", Economy = "economy",
    }
}

impl MetadataField {
    /// True if the values of the field are dates.
    #[must_use]
    pub fn is_date(self) -> bool {
        match self {
            Self::Date
            | Self::Created
            | Self::Updated
            | Self::Effective
            | Self::Event
            | Self::Signed
            | Self::Tabled
            | Self::Period => true,
            Self::Title
            | Self::Kind
            | Self::Publisher
            | Self::Author
            | Self::Language
            | Self::Translation
            | Self::LanguageNote
            | Self::LanguageOfPart
            | Self::Encoding
            | Self::Edition
            | Self::Symbol
            | Self::Url
            | Self::Marking
            | Self::Licence
            | Self::Source
            | Self::AgendaItem
            | Self::Purpose
            | Self::Economy => false,
        }
    }
}

vocabulary! {
    /// How the source sets a run of text ("super": P⁵, a note's number).
    StyleKind {
        Strong = "strong", Emphasis = "emphasis", Deleted = "deleted", Underline = "underline", Super = "super",
        Sub = "sub", Code = "code", Link = "link",
    }
}

vocabulary! {
    /// What sort of thing a name means.
    EntityKind {
        Country = "country", Bloc = "bloc", Region = "region", Organisation = "organisation", Agency = "agency",
        Company = "company", Media = "media", Person = "person", Place = "place", Forum = "forum",
        Instrument = "instrument", System = "system", Operation = "operation", Topic = "topic",
    }
}

vocabulary! {
    /// What is odd in a source.
    AnomalyKind {
        TruncatedText = "truncated-text", SplitText = "split-text", ConversionDebris = "conversion-debris",
        InconsistentDate = "inconsistent-date", InconsistentFigures = "inconsistent-figures", BoxTense = "box-tense",
        Spelling = "spelling", MachineTranslation = "machine-translation", EmptyAnswer = "empty-answer",
        EmptySection = "empty-section", RepeatedTemplate = "repeated-template", PersonalData = "personal-data",
        Marking = "marking", BadEncoding = "bad-encoding", UnsupportedFormat = "unsupported-format",
    }
}

vocabulary! {
    /// What sort of coming together this is.
    EngagementKind {
        Meeting = "meeting", Consultation = "consultation", Dialogue = "dialogue", Summit = "summit",
        Conference = "conference", Workshop = "workshop", Exercise = "exercise", Training = "training",
        Visit = "visit", Call = "call", Deployment = "deployment", Inspection = "inspection", Signing = "signing",
        Other = "other",
    }
}

vocabulary! {
    /// Whether an engagement has taken place, as the document says.
    EngagementStatus { Held = "held", Announced = "announced", Planned = "planned", Recurring = "recurring" }
}

vocabulary! {
    /// Who meets, by rank.
    EngagementLevel {
        Leaders = "leaders", Ministers = "ministers", SeniorOfficials = "senior-officials", Working = "working",
        Expert = "expert", Unknown = "unknown",
    }
}

vocabulary! {
    /// What saying this does.
    Modality {
        Commitment = "commitment", MeasureUndertaken = "measure-undertaken", MeasurePlanned = "measure-planned",
        Agreement = "agreement", Pledge = "pledge", Reaffirmation = "reaffirmation", Assessment = "assessment",
        Announcement = "announcement", Need = "need", Offer = "offer",
    }
}

vocabulary! {
    /// How firmly it is said, from the weakest verb to the strongest.
    Strength {
        Noted = "noted", Assessed = "assessed", Concurred = "concurred", Reaffirmed = "reaffirmed",
        Committed = "committed", Pledged = "pledged", Approved = "approved",
    }
}

vocabulary! {
    /// What an amount is.
    AmountStatus { Pledged = "pledged", Paid = "paid", Fee = "fee", Threshold = "threshold", Count = "count" }
}

vocabulary! {
    /// How two places of the file belong together.
    LinkKind {
        Fulfils = "fulfils", Plans = "plans", Restates = "restates", Series = "series", Conflicts = "conflicts",
        Cites = "cites", Related = "related",
    }
}

vocabulary! {
    /// What differs between two places that say the same.
    DifferenceKind { Formatting = "formatting", Wording = "wording", Numbers = "numbers", Names = "names" }
}

#[cfg(test)]
mod tests {
    use super::{DocumentKind, EntityKind, PassageKind};

    #[test]
    fn every_word_reads_back() {
        for kind in DocumentKind::ALL {
            assert_eq!(DocumentKind::from_word(kind.as_str()), Some(*kind));
            assert_eq!(serde_json::to_string(kind).expect("a word"), format!("{:?}", kind.as_str()));
        }
        assert_eq!(PassageKind::ALL.len(), 11);
        assert_eq!(EntityKind::from_word("Country"), None, "words are lower case");
    }
}
