//! Who has the floor: whose words a place in a document are, where the document says so.
//!
//! A quotation is its speaker's, a turn is the speaker's whose label stands before it, a speech is the speaker's whom its head
//! names, and "we" in a joint text are the parties that its lead or its title names. In: a document. Out: for any place in
//! it the speaker, or nobody. It says nothing of subjects of sentences: those are read where the verb stands.

mod author;
mod floor_turns;
mod heads;
mod quotations;
mod quoted;
mod together;
mod turns;
mod whole_document;

use std::collections::BTreeMap;
use std::ops::Range;

use entente_corpus::{EntityKind, Party};
use entente_language::speech_words::is_speech_word;
use entente_text::fold::fold;

use self::author::read_author;
use self::floor_turns::read_turns;
use self::quoted::read_quotations;
pub(crate) use self::together::name_speakers;
use self::whole_document::read_head;
use super::view::{Named, View};

/// Passages at the head of a document in which it says whose text it is.
const HEAD: u32 = 14;
/// Bytes of a line of the head, at most.
const HEAD_LINE: usize = 400;

/// By what a speaker is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The words beside a quotation.
    Quotation,
    /// The label of a turn.
    Turn,
    /// The head of a speech.
    Speech,
    /// The lead or the title of a joint text.
    JointText,
    /// The metadata of the document: whose "I" it is.
    Author,
}

impl Source {
    /// Name of the rule, as statements carry it.
    pub(crate) fn rule(self) -> &'static str {
        match self {
            Self::Quotation => "speaker-of-quotation",
            Self::Turn => "speaker-of-turn",
            Self::Speech => "speaker-of-speech",
            Self::Author => "speaker-is-author",
            Self::JointText => "speakers-of-joint-text",
        }
    }
}

/// Who speaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Speaker {
    pub(crate) party: Party,
    /// The state or body beside the name: "Ms. X (Norway)".
    pub(crate) on_behalf_of: Option<Party>,
    pub(crate) source: Source,
}

/// The quotations of one passage, each with who speaks in it.
type Quoted = Vec<(Range<usize>, Option<Speaker>)>;

/// Who speaks at each place of one document.
#[derive(Default)]
pub(crate) struct Floor {
    /// Quotations of each passage, in their order.
    quotations: BTreeMap<u32, Quoted>,
    /// Places at which somebody takes the floor or leaves it.
    turns: BTreeMap<(u32, usize), Option<Speaker>>,
    /// Who speaks in the whole document.
    whole: Option<Speaker>,
}

impl Floor {
    pub(crate) fn of(view: &View) -> Self {
        let turns = read_turns(view);
        let whole = if turns.is_empty() { read_head(view).or_else(|| read_author(view)) } else { None };
        // "United\_States": what is escaped in the source cannot be shown as it stands there.
        let whole = whole.filter(|speaker| !speaker.party.span.of(&view.body.text).contains('\\'));
        Self { quotations: read_quotations(view), turns, whole }
    }

    /// Who speaks at byte `at` of a passage's reading text.
    pub(crate) fn at(&self, passage: u32, at: usize) -> Option<&Speaker> {
        let quoted = self.quotations.get(&passage).and_then(|all| {
            let before = all.partition_point(|(range, _)| range.start <= at).checked_sub(1)?;
            all.get(before).filter(|(range, _)| at < range.end)
        });
        if let Some((_, speaker)) = quoted {
            // Whose an unsigned quotation is, nothing says.
            return speaker.as_ref();
        }
        match self.turns.range(..=(passage, at)).next_back() {
            Some((_, speaker)) => speaker.as_ref(),
            None => self.whole.as_ref(),
        }
    }
}

fn party(view: &View, at: u32, range: Range<usize>, entity: Option<u32>) -> Option<Party> {
    Some(Party { span: view.span(at, range)?, entity })
}

/// Names that can act inside a range of a passage's reading text.
fn actors_in<'v>(view: &'v View, at: u32, range: &Range<usize>) -> impl Iterator<Item = &'v Named> {
    let all = view.named(at);
    let from = all.partition_point(|name| name.range.start < range.start);
    let end = range.end;
    all[from..]
        .iter()
        .take_while(move |name| name.range.start < end)
        .filter(move |name| name.range.end <= end && name.acts())
}

fn is_person(name: &Named) -> bool {
    name.kind == EntityKind::Person
}

fn is_office(word: &str) -> bool {
    is_speech_word("office", &fold(word.trim_matches(|c: char| !c.is_alphanumeric())))
}

// Turns

#[cfg(test)]
mod tests {
    use entente_corpus::Catalogue;
    use entente_ingest::{Settings, Source, read};
    use entente_text::executor::Sequential;

    /// `modality “verb” speaker rule` of each statement of a document.
    fn said(text: &str) -> Vec<String> {
        let source = Source { file: "a.md".to_owned(), bytes: text.as_bytes().to_vec() };
        let settings = Settings::default();
        let (record, body) = read(&source, &settings).expect("it is text");
        let mut catalogue = Catalogue::default();
        catalogue.documents.push(record);
        let texts = [entente_corpus::ReadingText::all(&body)];
        let mut bodies = vec![body];
        entente_names::recognise(&mut catalogue, &mut bodies, &texts, &settings.names, &Sequential);
        crate::derive(&mut catalogue, &mut bodies, &texts, &Sequential);
        let body = &bodies[0];
        let told = |found: &entente_corpus::Statement| {
            let named = |at: u32| catalogue.entities.get(at as usize).map(|entity| entity.name.as_str());
            let speaker = found
                .speaker
                .map_or("-", |party| party.entity.and_then(named).unwrap_or_else(|| party.span.of(&body.text)));
            let together: Vec<&str> = found.speakers.iter().filter_map(|at| named(*at)).collect();
            let speaker = if together.is_empty() { speaker.to_owned() } else { together.join(" + ") };
            let verb = found.verb.map_or("-", |verb| verb.of(&body.text));
            format!("{} “{verb}” {speaker} {}", found.modality, found.rule)
        };
        body.statements.iter().map(told).collect()
    }

    #[test]
    fn those_who_speak_together_are_named_one_by_one() {
        let cases: &[(&str, &[&str])] = &[
            ("Norway and Kenya welcomed the report.", &["assessment “welcomed” Norway + Kenya verb-of-saying"]),
            (
                "The Foreign Ministers of Norway, Kenya and Ghana welcomed the report.",
                &["assessment “welcomed” Norway + Kenya + Ghana verb-of-saying"],
            ),
            (
                "Minister Paul Green and Secretary Mary Brown met in Oslo. They welcomed the report.",
                &["assessment “welcomed” Paul Green + Mary Brown verb-of-saying"],
            ),
            (
                "Paul Green, President of Kenya, and Mary Brown, Prime Minister of Norway, met in Oslo.\n\nThe President and \
                 the Prime Minister welcomed the report.",
                &["assessment “welcomed” Paul Green + Mary Brown verb-of-saying"],
            ),
            // One body, and what is not known in whole.
            (
                "The companies of Norway and Kenya welcomed the report.",
                &["assessment “welcomed” The companies of Norway and Kenya verb-of-saying"],
            ),
            (
                "Paul Green is President of Kenya.\n\nThe President and the Prime Minister welcomed the report.",
                &["assessment “welcomed” The President and the Prime Minister verb-of-saying"],
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(said(&format!("# Note\n\n{text}\n")), *expected, "{text}");
        }
    }

    #[test]
    fn who_speaks_is_known_by_turns_quotations_heads_and_leads() {
        let cases: &[(&str, &[&str])] = &[
            (
                "# Assembly\n\nHarbour Bill\n\nPaul Green (Kella) (Lab): I ask the Minister for a review.\n\n\
                 The Secretary to the Treasury (Mary Brown): I am grateful. We will publish a review in May.\n\n\
                 Paul Green: That is not enough.\n\nMary Brown: We shall spend USD 3 million on the port.\n",
                &[
                    "need “ask the Minister for” Paul Green speaker-of-turn",
                    "commitment “will publish” Mary Brown speaker-of-turn",
                    "commitment “shall spend” Mary Brown speaker-of-turn",
                ],
            ),
            (
                "# Press Release\n\n\"We welcome the agreement,\" said Minister Paul Green. \"We pledge USD 2 million,\" he \
                 added.\n",
                &[
                    "assessment “welcome” Paul Green speaker-of-quotation",
                    "pledge “pledge” Paul Green speaker-of-quotation",
                ],
            ),
            (
                "# Press Release\n\n“We pledge ten teachers.” – Mary Brown, Minister for Foreign Affairs of Norway\n",
                &["pledge “pledge” Mary Brown speaker-of-quotation"],
            ),
            (
                "# Statement by Norway at the general debate\n\nOslo, 3 May 2016\n\nMadam Chair, we pledge USD 3 million to \
                 the fund. My country will host the conference in 2017.\n",
                &["pledge “pledge” Norway speaker-of-speech", "measure-planned “will host” Norway speaker-of-speech"],
            ),
            (
                "# Lanta Declaration\n\nWe, the Leaders of Norway and Kenya, welcome the report. We reaffirm our support.\n",
                &[
                    "assessment “welcome” Norway + Kenya speakers-of-joint-text",
                    "reaffirmation “reaffirm” Norway + Kenya speakers-of-joint-text",
                ],
            ),
            (
                "# Interview with Minister Paul Green\n\nPAUL GREEN, TREASURER: We will publish a review in May.\n\nJOURNALIST: And the ports …  GREEN: We \
                 shall spend USD 3 million on the port.\n\nJOURNALIST: When?\n",
                &[
                    "commitment “will publish” Paul Green speaker-of-turn",
                    "commitment “shall spend” Paul Green speaker-of-turn",
                ],
            ),
            (
                "# Press conference\n\nPrime Minister Mary Brown spoke in Oslo.\n\nPRIME MINISTER: We welcome the report.\n\n\
                 JOURNALIST: What will you do?\n\nPM: I pledge ten teachers.\n\nJOURNALIST: And then?\n",
                &["assessment “welcome” Mary Brown speaker-of-turn", "pledge “pledge” Mary Brown speaker-of-turn"],
            ),
            // The name of a field is nobody.
            (
                "# Register\n\nSUMMARY: Norway pledges ten teachers.\n\nSUMMARY: Kenya pledges ten teachers.\n",
                &["pledge “pledges” Norway verb-of-saying", "pledge “pledges” Kenya verb-of-saying"],
            ),
            // Nothing says who "we" are.
            ("# Note\n\nWe pledge USD 3 million to the fund.\n", &["pledge “pledge” We verb-of-saying"]),
            // Nouns with the letters of verbs.
            ("# Note\n\nThe secretariat took notes. The bank issues notes.\n", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(said(text), *expected, "{text}");
        }
    }
}
