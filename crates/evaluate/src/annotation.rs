//! What a person read in a document, as it is written down. `docs/annotations.md` is the manual.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Deserializer};

/// What was read in one document. A part that is absent was not annotated, and is not measured.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Annotated {
    /// SHA-256 of the file, in lower-case hexadecimal: it finds the document.
    pub sha256: String,
    /// Name of the file, for people.
    pub file: String,
    /// Every printed form of the names of each kind. The key is the kind.
    pub names: Option<BTreeMap<String, Vec<String>>>,
    /// Who and what is named, one entry a person, body or thing. Used instead of `names`.
    pub entities: Option<Vec<Entity>>,
    /// Kinds of names that are annotated completely. Absent: all kinds. Kinds that are not listed are not measured.
    pub complete_kinds: Option<Vec<String>>,
    /// Roles of persons.
    pub roles: Option<Vec<Role>>,
    /// All occasions.
    pub engagements: Option<Vec<Engagement>>,
    /// All statements.
    pub statements: Option<Vec<Statement>>,
    /// All amounts.
    pub amounts: Option<Vec<Amount>>,
    /// Measures and the commitments that they belong to.
    pub links: Option<Vec<Link>>,
    /// Commitments that no measure belongs to.
    pub gaps: Option<Vec<String>>,
    /// Passages that say the same: words here, words there, and the other document's SHA-256 (`null`: this document).
    pub restates: Option<Vec<(String, String, Option<String>)>>,
    /// Documents and instruments that the document cites.
    pub cites: Option<Vec<String>>,
    /// The document's own date. `null`: none is printed.
    #[serde(deserialize_with = "present")]
    pub date: Option<Option<String>>,
    /// Its title. `null`: none is printed.
    #[serde(deserialize_with = "present")]
    pub title: Option<Option<String>>,
    /// Its kind.
    pub kind: Option<String>,
    /// Words that count neither way: two readers might disagree on them.
    pub doubtful: Vec<String>,
}

/// A person, body or thing that the document names.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entity {
    /// Kind of the name.
    pub kind: String,
    /// Forms by which it may be called; one of them is enough. A country may be given by its ISO code.
    pub forms: Vec<String>,
    /// Finding it counts as right, missing it does not count.
    #[serde(default)]
    pub optional: bool,
}

/// A person's role as printed.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The person's name as printed.
    pub person: String,
    /// The role.
    pub role: Option<String>,
    /// The body or country that the person stands for.
    pub affiliation: Option<String>,
}

/// An occasion.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Engagement {
    /// Words that tell of it.
    pub words: String,
    /// Kind.
    pub kind: String,
    /// Date in EDTF. `null`: none is given.
    pub date: Option<String>,
    /// Other dates that are right too.
    #[serde(default)]
    pub other_dates: Vec<String>,
    /// Whether the date is stated or inferred.
    pub basis: Option<String>,
    /// The status. It is not measured if `status` is absent; `null` says that the sentence has none.
    #[serde(default, deserialize_with = "present")]
    pub status: Option<Option<String>>,
    /// Who takes part: names, or ISO codes of countries.
    #[serde(default)]
    pub participants: Vec<String>,
    /// Where. `null`: no place is given.
    pub place: Option<String>,
    /// Its number.
    pub ordinal: Option<u16>,
}

/// Something said, promised, done or planned.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Statement {
    /// Words of the sentence, its verb among them.
    pub words: String,
    /// What saying it does.
    pub modality: String,
    /// Other modalities that are right too.
    pub other_modalities: Vec<String>,
    /// The verb as printed.
    pub verb: Option<String>,
    /// How firmly.
    #[serde(deserialize_with = "present")]
    pub strength: Option<Option<String>>,
    /// Who speaks, in the words of the sentence ("We", "the two sides").
    pub speaker: Option<String>,
    /// The same, in other words of the document.
    pub role: Option<String>,
    /// Names of those who speak: what "we" stands for. An empty list: the document does not tell.
    pub speaker_names: Option<Vec<String>>,
    /// Who does or will do it. `null`: nobody is named.
    #[serde(deserialize_with = "present")]
    pub actor: Option<Option<String>>,
    /// Towards whom or with whom, by the verb's own words. An empty list: nobody.
    pub counterparts: Option<Vec<String>>,
    /// When it was done or will be, in EDTF. `null`: not dated.
    #[serde(deserialize_with = "present")]
    pub period: Option<Option<String>>,
    /// Other periods that are right too.
    pub other_periods: Vec<String>,
}

/// Money, a share or a count.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Amount {
    /// The whole expression as printed ("£3.5bn").
    pub words: String,
    /// The number; of a range the lower end.
    pub value: f64,
    /// The upper end of a range.
    pub value_max: Option<f64>,
    /// ISO 4217 code, "%", or the counted thing. `null`: the text does not decide.
    pub unit: Option<String>,
    /// Other units that are right too, `null` among them.
    pub other_units: Vec<Option<String>>,
    /// The sign as printed.
    #[serde(deserialize_with = "present")]
    pub sign: Option<Option<String>>,
    /// Who pays. `null`: nobody is named.
    #[serde(deserialize_with = "present")]
    pub payer: Option<Option<String>>,
    /// Who receives. `null`: nobody is named.
    #[serde(deserialize_with = "present")]
    pub receiver: Option<Option<String>>,
    /// Status. `null`: none fits.
    #[serde(deserialize_with = "present")]
    pub status: Option<Option<String>>,
    /// Finding it counts as right, missing it does not count.
    pub optional: bool,
}

/// A measure and its commitment.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Kind of the link.
    pub kind: String,
    /// Words of the measure.
    pub from: String,
    /// Words of the commitment.
    pub to: String,
}

/// Reads a file of annotations, one JSON object a line. Empty lines are skipped.
///
/// # Errors
/// A sentence with file and line if the file cannot be read or a line is not an annotation.
pub fn read(path: &Path) -> Result<Vec<Annotated>, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    parse(&text).map_err(|(line, reason)| format!("{}:{line}: {reason}", path.display()))
}

/// Parses annotations, one JSON object a line.
///
/// # Errors
/// The line, counted from 1, and the reason.
pub fn parse(text: &str) -> Result<Vec<Annotated>, (usize, String)> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    lines.map(|(n, line)| serde_json::from_str(line).map_err(|error| (n + 1, error.to_string()))).collect()
}

/// Keeps a field that is absent apart from one that is `null`.
fn present<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<String>>, D::Error> {
    Option::<String>::deserialize(from).map(Some)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_absent_field_is_not_annotated_and_null_is_none() {
        let text = r#"
{"sha256": "aa", "statements": [{"words": "will act", "modality": "commitment", "period": null}]}
{"sha256": "bb", "date": null, "amounts": [{"words": "$3 million", "value": 3000000, "unit": null, "sign": "$"}]}"#;
        let read = parse(text).unwrap();
        let statement = &read[0].statements.as_ref().unwrap()[0];
        assert_eq!((&statement.period, &statement.actor), (&Some(None), &None));
        assert_eq!((&read[0].date, &read[1].date), (&None, &Some(None)));
        let amount = &read[1].amounts.as_ref().unwrap()[0];
        assert_eq!((amount.sign.clone(), amount.payer.clone()), (Some(Some("$".to_owned())), None));
    }

    #[test]
    fn a_mistyped_field_is_refused_with_its_line() {
        let (line, reason) = parse("{\"sha256\": \"aa\"}\n{\"sha256\": \"bb\", \"statments\": []}").unwrap_err();
        assert_eq!(line, 2);
        assert!(reason.contains("statments"), "{reason}");
    }
}
