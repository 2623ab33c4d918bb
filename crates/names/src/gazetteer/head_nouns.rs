//! Head nouns: the word of a capitalised name that says what sort of thing it is.
//!
//! "Korea Customs **Service**", "**Convention** on Cybercrime". What no list of names has is found by them.

use super::classes::{Class, ClassSet};

/// The kind that a head noun gives to a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A body of a state, whatever comes before it: a ministry, the police.
    State,
    /// A body of a state where a country or "National" says so, else an organisation: a council.
    Body,
    /// An organisation: a university, an association.
    Organisation,
    /// A firm.
    Company,
    /// A newspaper or news agency.
    Media,
    /// A meeting, its series, a working group.
    Forum,
    /// A treaty, act, plan, declaration.
    Instrument,
    /// A system, programme or fund.
    System,
    /// A military operation or exercise.
    Operation,
    /// A port, an airport, an island.
    Place,
}

/// The classes of head nouns, with the kind that each gives to a name.
const HEADS: &[(Class, Head)] = &[
    (Class::StateBody, Head::State),
    (Class::Body, Head::Body),
    (Class::Organisation, Head::Organisation),
    (Class::Company, Head::Company),
    (Class::Media, Head::Media),
    (Class::Forum, Head::Forum),
    (Class::Instrument, Head::Instrument),
    (Class::System, Head::System),
    (Class::Operation, Head::Operation),
    (Class::Place, Head::Place),
];

/// The kind that `word`, folded, gives to a name that ends in it.
pub(crate) fn head(word: &str) -> Option<Head> {
    head_in(ClassSet::of(word))
}

/// The kind that a word of these classes gives to a name that ends in it.
pub(crate) fn head_in(classes: ClassSet) -> Option<Head> {
    HEADS.iter().find(|(class, _)| classes.has(*class)).map(|(_, head)| *head)
}

/// True if `word`, folded, is the head of the names of bodies: "council", "ministry", "conference".
pub fn is_body_head(word: &str) -> bool {
    matches!(head(word), Some(Head::State | Head::Body | Head::Organisation | Head::Forum))
}

/// True if `word`, folded, is common to many names.
pub fn is_generic(word: &str) -> bool {
    Class::Generic.has(word)
}

/// True for words that a sentence begins with a capital and no name begins with.
pub fn is_opener(word: &str) -> bool {
    Class::Opener.has(word)
}

#[cfg(test)]
mod tests {
    use super::{Head, head, is_generic, is_opener};

    #[test]
    fn heads_say_what_sort_of_thing_a_name_means() {
        for (word, expected) in [
            ("ministry", Some(Head::State)),
            ("council", Some(Head::Body)),
            ("university", Some(Head::Organisation)),
            ("treaty", Some(Head::Instrument)),
            ("agencies", None),
        ] {
            assert_eq!(head(word), expected, "{word}");
        }
        assert!(is_generic("working") && !is_generic("nuclear"));
        // "Assistant for Domestic Policy" is in charge of a field, and names no paper.
        assert!(is_generic("domestic") && is_generic("fiscal") && is_generic("monetary"));
        assert!(is_opener("the") && !is_opener("korea"));
    }
}
