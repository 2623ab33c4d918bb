//! The rules by which statements are known, as the `rule` column of exports names them.

/// A rule with what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name in exports.
    pub id: &'static str,
    /// What it says, in one sentence.
    pub says: &'static str,
}

/// All rules of statements in English prose, sorted by name.
pub const RULES: &[Rule] = &[
    Rule { id: "item-of-list", says: "An item of a list states what the words that open the list say of it." },
    Rule {
        id: "passive-verb",
        says: "A passive verb states something; who says it stands after \"by\", or nobody does.",
    },
    Rule { id: "speaker-of-quotation", says: "What stands in a quotation is said by who is named beside it." },
    Rule { id: "speaker-of-speech", says: "\"I\" and \"we\" in a speech are the speaker whom its head names." },
    Rule { id: "speaker-of-turn", says: "What follows the label of a turn is said by the one whom the label names." },
    Rule {
        id: "speakers-named-together",
        says: "“The two sides” are those whom the text last named together as speaking.",
    },
    Rule { id: "speakers-of-joint-text", says: "\"We\" in a joint text are the parties that its lead or title names." },
    Rule { id: "verb-of-saying", says: "The subject of the clause states what its verb says." },
    Rule {
        id: "verb-of-the-text",
        says: "A paragraph that begins with its verb is said by whoever the text has named as its voice.",
    },
    Rule {
        id: "verb-shares-subject",
        says: "A clause joined to another without a subject of its own is said by the subject of that one.",
    },
];

#[cfg(test)]
mod tests {
    use super::RULES;

    #[test]
    fn rules_are_sorted_and_say_something() {
        assert!(RULES.is_sorted_by(|a, b| a.id < b.id));
        assert!(RULES.iter().all(|rule| rule.says.ends_with('.')));
    }
}
