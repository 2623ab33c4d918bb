//! Who a sentence speaks of: the subject in front of a verb, where it is somebody who can act.

use std::ops::Range;

use entente_corpus::EntityKind;

use super::view::{Named, Sentence};

/// The subject of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Bytes of the passage's reading text.
    pub(crate) range: Range<usize>,
    /// What it names, where it names one thing; "the two sides" names none.
    pub(crate) entity: Option<u32>,
    /// "they", "the two sides", "Korea and Japan".
    pub(crate) plural: bool,
    /// Word at which it begins.
    pub(crate) first: usize,
    /// The state or body that its words put a person or a role under: "the Fijian Minister".
    pub(crate) owner: Option<Range<usize>>,
}

/// Words for people and bodies by what they are.
const ROLES: &[&str] = &[
    "side",
    "sides",
    "party",
    "parties",
    "minister",
    "ministers",
    "secretary",
    "secretaries",
    "leader",
    "leaders",
    "president",
    "presidents",
    "premier",
    "premiers",
    "chancellor",
    "chair",
    "chairs",
    "chairman",
    "chairperson",
    "head",
    "heads",
    "delegation",
    "delegations",
    "delegate",
    "delegates",
    "participant",
    "participants",
    "government",
    "governments",
    "country",
    "countries",
    "nation",
    "nations",
    "state",
    "states",
    "economy",
    "economies",
    "member",
    "members",
    "official",
    "officials",
    "director",
    "directors",
    "advisor",
    "adviser",
    "advisors",
    "advisers",
    "ambassador",
    "ambassadors",
    "commissioner",
    "commissioners",
    "council",
    "committee",
    "commission",
    "assembly",
    "summit",
    "signatories",
    "partners",
    "allies",
    "chief",
    "chiefs",
    "general",
    "admiral",
    "king",
    "queen",
    "office",
    "representative",
    "representatives",
    "spokesperson",
    "spokesman",
    "spokeswoman",
    "envoy",
    "coordinator",
    "deputy",
    "ministry",
    "department",
    "cabinet",
    "parliament",
    "administration",
    "authorities",
    "senators",
    "foreign",
    "sherpas",
    "experts",
    "presidency",
    "secretariat",
    "board",
    "authority",
    "agency",
    "governor",
    "governors",
    "conference",
    "meeting",
    "forum",
    "mission",
    "bank",
    "service",
    "bureau",
    "directorate",
    "federation",
    "union",
    "association",
    "opposition",
    "mayor",
    "senate",
    "court",
    "police",
    "army",
    "navy",
    "institute",
    "group",
    "chairs",
    "academy",
    "advisers",
    "agencies",
    "airline",
    "airlines",
    "alliance",
    "analysts",
    "armed",
    "auditor",
    "auditors",
    "banks",
    "bishops",
    "boards",
    "bodies",
    "centre",
    "center",
    "chamber",
    "chancery",
    "citizens",
    "coalition",
    "commissioners",
    "committees",
    "community",
    "communities",
    "companies",
    "company",
    "confederation",
    "contractor",
    "cooperative",
    "councils",
    "delegations",
    "doctors",
    "donors",
    "economist",
    "employers",
    "farmers",
    "firm",
    "firms",
    "fishermen",
    "forces",
    "foundation",
    "fund",
    "hospital",
    "hospitals",
    "inspector",
    "inspectors",
    "inspectorate",
    "institutes",
    "institution",
    "institutions",
    "judge",
    "judges",
    "laboratory",
    "laboratories",
    "league",
    "legislature",
    "mayors",
    "mechanism",
    "ministries",
    "municipality",
    "network",
    "operator",
    "operators",
    "ombudsman",
    "organisation",
    "organization",
    "organisations",
    "organizations",
    "panel",
    "party",
    "producers",
    "project",
    "programme",
    "prosecutor",
    "prosecutors",
    "providers",
    "rapporteur",
    "regulator",
    "regulators",
    "researchers",
    "residents",
    "school",
    "schools",
    "scientists",
    "society",
    "staff",
    "suppliers",
    "supplier",
    "team",
    "tribunal",
    "treasury",
    "union",
    "unions",
    "universities",
    "university",
    "village",
    "villages",
    "workers",
    "facilitator",
    "gentleman",
    "lady",
    "jurisdictions",
    "mediator",
    "counterpart",
    "counterparts",
];
/// Roles that are what they stand for: "the Kenyan government" is Kenya.
const COLLECTIVE: &[&str] = &["side", "government", "administration", "authorities", "delegation"];
/// Pronouns of those who speak; whom "it" and "she" mean a sentence before must tell.
const PRONOUNS: &[&str] = &["we", "they", "he", "she", "both", "i", "it"];
/// Words that may begin the words for a party.
const DETERMINERS: &[&str] = &[
    "the", "my", "both", "all", "our", "their", "his", "her", "each", "these", "those", "two", "three", "four", "five",
    "its", "every",
];
/// Small words inside such a name: "the heads of the ROK-U.S. Security Office", "Heads of State and Government".
const INSIDE: &[&str] = &[
    "and",
    "of",
    "for",
    "the",
    "on",
    "s",
    "respective",
    "participating",
    "other",
    "prime",
    "vice",
    "security",
    "defense",
    "defence",
    "trilateral",
    "bilateral",
    "national",
    "federal",
    "regional",
    "local",
    "municipal",
    "provincial",
    "senior",
    "relevant",
    "new",
    "member",
    "top",
];
/// Words between subject and verb.
const ADVERBS: &[&str] = &[
    "also",
    "further",
    "jointly",
    "again",
    "once",
    "both",
    "then",
    "thus",
    "all",
    "hereby",
    "thereby",
    "today",
    "together",
    "each",
    "therefore",
    "likewise",
    "in",
    "turn",
];
/// Verbs that lead to another with "to".
const CATENATIVES: &[&str] = &["continue", "continues", "continued", "wish", "wishes", "wished"];
/// Words before a verb that keep it finite.
const AUXILIARIES: &[&str] = &["have", "has", "had"];
/// Words in front of a clause.
const BEFORE: &[&str] = &[
    "and",
    "but",
    "that",
    "while",
    "whereas",
    "meanwhile",
    "moreover",
    "furthermore",
    "additionally",
    "also",
    "then",
    "so",
];

/// What stands between the subject and a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Approach {
    /// The last word of what stands before the verb and its auxiliaries and adverbs.
    pub(crate) end: usize,
    /// First of the words that belong to the verb ("have agreed").
    pub(crate) verb_from: usize,
}

/// Walks from the verb at `verb` to the left over adverbs and auxiliaries.
pub(crate) fn approach(sentence: &Sentence, verb: usize) -> Option<Approach> {
    let mut at = verb;
    let mut verb_from = verb;
    while let Some(before) = at.checked_sub(1) {
        let word = sentence.word(before);
        if !sentence.behind(before).trim().is_empty() {
            break;
        }
        // "Continue to call on", "also wish to thank": the subject stands before both verbs.
        if word == "to" && before > 0 && CATENATIVES.contains(&sentence.word(before - 1)) {
            verb_from = before - 1;
            at = before - 1;
            continue;
        }
        // "I would like to thank".
        if word == "to" && before > 1 && sentence.word(before - 1) == "like" && sentence.word(before - 2) == "would" {
            verb_from = before - 2;
            at = before - 2;
            continue;
        }
        // "The bank on Tuesday announced", "the ministers on 5 May agreed".
        if let Some(from) = dated(sentence, before) {
            at = from;
            continue;
        }
        let known = ADVERBS.contains(&word);
        // "Italy" ends as an adverb does, and "Both" may be who speaks.
        let adverb = known || word.ends_with("ly") && word.len() > 4 && (before == 0 || !sentence.is_capital(before));
        if AUXILIARIES.contains(&word) {
            verb_from = before;
        } else if !adverb || word == "both" && before == 0 {
            break;
        }
        at = before;
    }
    at.checked_sub(1).map(|end| Approach { end, verb_from })
}

/// Words of what may be put in between a subject and its verb, at most.
const INSERTED: usize = 14;

/// The subject whose last word before its verb is `end`, over what is put in between: "the Minister, Ms Adeyemi, said",
/// "the Institute (INS) has trained".
pub(crate) fn subject_before(sentence: &Sentence, end: usize) -> Option<Subject> {
    let gap = sentence.behind(end).trim();
    if gap == ")" {
        let open = (end.saturating_sub(4)..end).rev().find(|at| sentence.behind(*at).contains('('))?;
        return subject_until(sentence, open);
    }
    if !matches!(gap, "," | "),") {
        return subject(sentence, end).or_else(|| if gap.is_empty() { from_clause(sentence, end) } else { None });
    }
    if let Some(we) = we_who_are(sentence, end) {
        return Some(we);
    }
    let open = (end.saturating_sub(INSERTED)..end).rev().find(|at| sentence.behind(*at).trim() == ",")?;
    let inside = sentence.words[open + 1].start..sentence.words[end].end;
    let silent = (open + 1..=end).all(|at| super::lexicon::verb(sentence.word(at)).is_none());
    let mut subject = subject_until(sentence, open).filter(|_| silent)?;
    let people = || sentence.named.iter().filter(|name| name.kind == EntityKind::Person);
    let mut inserted = people().filter(|name| inside.start <= name.range.start && name.range.end <= inside.end);
    // "Fiji's Minister, Semi Koroilavesau, said": the person says it. "…, with Ms Adeyemi, said" is of others.
    if let Some(person) =
        inserted.next().filter(|name| name.range.start <= inside.start + 12 && subject.entity.is_none())
    {
        subject.entity = Some(person.entity);
    }
    Some(subject)
}

/// "We, the governments of Australia, Canada and Peru, recognise": who "we" are is put in between, however many they are.
fn we_who_are(sentence: &Sentence, end: usize) -> Option<Subject> {
    let led = sentence.word(0) == "we" && sentence.behind(0).trim() == ",";
    let told = (1..=end).any(|at| {
        super::lexicon::verb(sentence.word(at)).is_some() || matches!(sentence.word(at), "is" | "are" | "have" | "will")
    });
    if !led || told {
        return None;
    }
    subject_until(sentence, 0)
}

/// Words of a subject with what belongs to it, at most.
const CLAUSE: usize = 12;

/// "Hospitals in the region", "the parties to this agreement", "ministers from five states": the words from the head of the
/// clause, where it begins with somebody and no verb follows.
fn from_clause(sentence: &Sentence, end: usize) -> Option<Subject> {
    let first =
        (0..end).rev().take(CLAUSE).find(|at| stands_first(sentence, *at) && sentence.behind(*at).trim().is_empty())?;
    let inside = first..end + 1;
    if inside.clone().skip(1).any(|at| !sentence.behind(at - 1).trim().is_empty() && sentence.behind(at - 1) != "-") {
        return None;
    }
    let determined = usize::from(DETERMINERS.contains(&sentence.word(first)));
    // Somebody stands first, perhaps behind one adjective.
    let head = (first + determined..=end).take(3).find(|at| ROLES.contains(&sentence.word(*at)))?;
    let link = matches!(
        sentence.word(head + 1),
        "in" | "from" | "to" | "of" | "at" | "for" | "with" | "on" | "across" | "within"
    );
    let verbal = |at: usize| {
        let word = sentence.word(at);
        super::lexicon::verb(word).is_some()
            || super::occasion::taking(word).is_some()
            || matches!(
                word,
                "is" | "are"
                    | "was"
                    | "were"
                    | "be"
                    | "been"
                    | "has"
                    | "have"
                    | "will"
                    | "shall"
                    | "not"
                    | "that"
                    | "who"
                    | "which"
                    | "said"
            )
    };
    let opens = determined == 1 || sentence.is_capital(first);
    if !link || !opens || inside.clone().any(verbal) {
        return None;
    }
    let range = sentence.words[first].start..closed(sentence, end);
    let plural = sentence.word(head).ends_with('s') && !sentence.word(head).ends_with("ss");
    let owner = owner(&sentence.actors_in(&range).collect::<Vec<_>>(), true);
    Some(Subject { range, entity: None, plural, first, owner })
}

/// Where the words of time begin that end with word `end`: "on Tuesday", "on 5 May", "last week".
fn dated(sentence: &Sentence, end: usize) -> Option<usize> {
    const DAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday"];
    let word = &sentence.words[end];
    let inside = |at: usize| {
        let word = &sentence.words[at];
        sentence.dates.iter().any(|date| date.range.start <= word.start && word.end <= date.range.end)
    };
    if !DAYS.contains(&word.folded.as_str()) && !inside(end) {
        return None;
    }
    let mut from = end;
    while from > 0 && inside(from) && inside(from - 1) {
        from -= 1;
    }
    let led = from.checked_sub(1).filter(|at| matches!(sentence.word(*at), "on" | "in"));
    led.or_else(|| (word.folded == "yesterday").then_some(end)).filter(|at| *at > 0)
}

/// The subject that ends with word `end`, right before its verb, where it is somebody who can act.
pub(crate) fn subject(sentence: &Sentence, end: usize) -> Option<Subject> {
    sentence.behind(end).trim().is_empty().then(|| subject_until(sentence, end)).flatten()
}

/// Who does it, in front of whom "by" stands: the subject that begins at word `first`.
pub(crate) fn agent(sentence: &Sentence, first: usize) -> Option<Subject> {
    let named = sentence.named.iter().filter(|name| name.acts()).find(|name| {
        let start = sentence.words.get(first).map_or(usize::MAX, |word| word.start);
        let article = usize::from(sentence.word(first) == "the");
        let next = sentence.words.get(first + article).map_or(usize::MAX, |word| word.start);
        name.range.start == start || name.range.start == next
    })?;
    Some(Subject { range: named.range.clone(), entity: Some(named.entity), plural: false, first, owner: None })
}

/// The subject whose last word is `end`, whatever follows.
pub(crate) fn subject_until(sentence: &Sentence, end: usize) -> Option<Subject> {
    let word = sentence.word(end);
    // What is said of somebody is not said by them: "the sides are concerned".
    if matches!(word, "be" | "is" | "are" | "was" | "were" | "been" | "being" | "not" | "to") {
        return None;
    }
    if PRONOUNS.contains(&word) {
        return stands_first(sentence, end).then(|| Subject {
            range: sentence.words[end].start..sentence.words[end].end,
            entity: None,
            // "I" takes the same form of a verb as "we".
            plural: !matches!(word, "he" | "she" | "it"),
            first: end,
            owner: None,
        });
    }
    let first = start(sentence, end);
    let first = (first..=end).find(|at| !matches!(sentence.word(*at), "and" | "of" | "for" | "on" | "s"))?;
    let first =
        if stands_first(sentence, first) { first } else { second_clause(sentence, first, end).unwrap_or(first) };
    if !stands_first(sentence, first) || first > end {
        return None;
    }
    let range = sentence.words[first].start..closed(sentence, end);
    let inside: Vec<&Named> = sentence.actors_in(&range).collect();
    let role = (first..=end).any(|at| ROLES.contains(&sentence.word(at)));
    let named_last = inside.last().is_some_and(|name| name.range.end >= sentence.words[end].end);
    if !(role || named_last) {
        return None;
    }
    // "the participating government agencies" is none without its determiner or a capital letter.
    let opens = DETERMINERS.contains(&sentence.word(first)) || sentence.is_capital(first);
    if !opens {
        return None;
    }
    let plural = (first..end).any(|at| sentence.word(at) == "and") || word.ends_with('s') && !word.ends_with("ss");
    let office = office(sentence, first, end);
    // "The President and King Abdullah": a role and a person are two.
    let joined = (first..end).any(|at| sentence.word(at) == "and" && !named_at(sentence, at));
    let entity = sole(&inside, office).filter(|_| !joined);
    Some(Subject { entity, plural, first, owner: owner(&inside, office), range })
}

/// "… the war against Ukraine, and Coordinator Landrieu stressed": what looks like a list of two is the end of one clause
/// and the beginning of the next, where one person or a role with its determiner stands behind the comma.
fn second_clause(sentence: &Sentence, first: usize, end: usize) -> Option<usize> {
    let commas: Vec<usize> = (first..end).filter(|at| sentence.behind(*at).trim() == ",").collect();
    let [comma] = commas.as_slice() else { return None };
    let at = (sentence.word(comma + 1) == "and" && comma + 2 <= end).then_some(comma + 2)?;
    let range = sentence.words[at].start..sentence.words[end].end;
    let person = sentence.actors_in(&range).any(|name| name.kind == EntityKind::Person);
    (person || sentence.word(at) == "the").then_some(at)
}

/// True where a word of the subject is a role that is no part of a name: "the head of the Kenya Ports Authority". A
/// government and a side are their country.
fn office(sentence: &Sentence, first: usize, end: usize) -> bool {
    (first..=end).any(|at| {
        let word = sentence.word(at);
        ROLES.contains(&word) && !COLLECTIVE.contains(&word) && !named_at(sentence, at)
    })
}

/// The one state or body beside a role or a person.
fn owner(inside: &[&Named], office: bool) -> Option<Range<usize>> {
    let (people, bodies): (Vec<&&Named>, Vec<&&Named>) =
        inside.iter().partition(|name| name.kind == EntityKind::Person);
    match bodies.as_slice() {
        [one] if office || people.len() == 1 => Some(one.range.clone()),
        _ => None,
    }
}

/// A name's last letter may be a full stop that is no word: "the U.S."
fn closed(sentence: &Sentence, end: usize) -> usize {
    let word = &sentence.words[end];
    let dotted = word.text.contains('.') && sentence.text[word.end..].starts_with('.');
    word.end + usize::from(dotted)
}

/// The one thing that is named; a role beside a name means the role's holder, not what is named.
fn sole(inside: &[&Named], office: bool) -> Option<u32> {
    let people: Vec<&&Named> = inside.iter().filter(|name| name.kind == EntityKind::Person).collect();
    match (people.as_slice(), inside) {
        ([person], _) => Some(person.entity),
        ([], [one]) if !office => Some(one.entity),
        _ => None,
    }
}

/// Where the words for the party that ends at `end` begin.
fn start(sentence: &Sentence, end: usize) -> usize {
    let mut first = end;
    while let Some(before) = first.checked_sub(1) {
        let gap = sentence.behind(before).trim();
        let word = sentence.word(before);
        let lists =
            gap == "," && (named_at(sentence, before) && (named_at(sentence, first) || sentence.word(first) == "and"));
        let joins = gap.is_empty() || matches!(gap, "-" | "–" | "." | "’" | "'" | "&" | "/") || lists;
        let fits = INSIDE.contains(&word)
            || DETERMINERS.contains(&word)
            || ROLES.contains(&word)
            || sentence.is_capital(before)
            || named_at(sentence, before);
        if !joins || !fits {
            // "The regional veterinary laboratories": small words between the determiner and the role.
            first = determined(sentence, before).filter(|_| joins).unwrap_or(first);
            break;
        }
        first = before;
    }
    // "In Seoul the Ministers": what is led by a preposition ends before a determiner; the scan stops there by itself,
    // but a capitalised preposition at the head of a sentence does not.
    while first < end
        && matches!(
            sentence.word(first),
            "in" | "at"
                | "on"
                | "with"
                | "as"
                | "by"
                | "following"
                | "after"
                | "during"
                | "for"
                | "while"
                | "when"
                | "since"
                | "under"
                | "from"
                | "to"
        )
    {
        let determiner = (first + 1..=end).find(|at| DETERMINERS.contains(&sentence.word(*at)));
        match determiner {
            Some(at) if first == 0 || !sentence.behind(first - 1).trim().is_empty() => first = at,
            _ => break,
        }
    }
    first
}

/// The determiner before small words that end with word `at` and are neither verbs nor links.
fn determined(sentence: &Sentence, at: usize) -> Option<usize> {
    const LINKS: &[&str] = &[
        "of", "in", "on", "at", "to", "with", "by", "from", "for", "and", "or", "that", "which", "who", "as", "than",
        "said", "is", "are", "was", "were", "be", "been", "will", "not", "all", "under", "between", "among", "into",
        "after", "before",
    ];
    let mut from = at;
    for _ in 0..3 {
        let word = sentence.word(from);
        let plain = sentence.words[from].text.chars().all(|c| c.is_lowercase() || c == '-');
        if DETERMINERS.contains(&word) && !matches!(word, "all") {
            return Some(from);
        }
        if !plain || LINKS.contains(&word) || super::lexicon::verb(word).is_some() || word.ends_with("ing") {
            return None;
        }
        from = from.checked_sub(1).filter(|before| sentence.behind(*before) == " ")?;
    }
    DETERMINERS.contains(&sentence.word(from)).then_some(from)
}

/// True where a name that can act covers word `at`.
fn named_at(sentence: &Sentence, at: usize) -> bool {
    let word = &sentence.words[at];
    sentence.named.iter().any(|name| name.acts() && name.range.start <= word.start && word.end <= name.range.end)
}

/// True where a clause may begin at word `at`.
fn stands_first(sentence: &Sentence, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let gap = sentence.behind(before);
    gap.contains([',', ';', ':', '—', '“', '”', '"', '(', ')', '·', '-'])
        || BEFORE.contains(&sentence.word(before))
        // "The minister said Kenya would build".
        || super::reported::is_reporting(sentence.word(before))
}
