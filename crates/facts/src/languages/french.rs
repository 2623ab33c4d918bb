//! Statements of French sentences: "a réaffirmé", "se félicite de", "nous nous engageons à", "appelle à".

use super::{ANNOUNCED, APPROVED, CONCURRED, DECIDED, NEEDED, OFFERED, PLEDGED, REAFFIRMED};
use crate::actors::Subject;
use crate::lexicon::{Act, COMMITTED, VALUED};
use crate::speech::{By, Said};
use crate::view::Sentence;
use entente_corpus::Modality;

/// A French verb. Its words are folded.
struct Verb {
    /// What its participle begins with.
    participle: &'static str,
    /// Its present, in the persons that documents use.
    present: &'static [&'static str],
    /// "S'engager": only with "se" or "nous" before it.
    reflexive: bool,
    /// What stands right behind its present; nothing where anything may.
    behind: &'static [&'static str],
    act: Act,
}

const fn verb(participle: &'static str, present: &'static [&'static str], act: Act) -> Verb {
    Verb { participle, present, reflexive: false, behind: &[], act }
}

/// What is called for, behind "appelle".
const CALLED_FOR: &[&str] =
    &["a", "au", "aux", "les", "le", "la", "l", "tous", "toutes", "en", "instamment", "egalement"];

const VERBS: &[Verb] = &[
    verb("reaffirm", &["reaffirme", "reaffirment", "reaffirmons"], REAFFIRMED),
    verb("reiter", &["reitere", "reiterent", "reiterons"], REAFFIRMED),
    verb("confirm", &["confirme", "confirment", "confirmons"], REAFFIRMED),
    verb("convenu", &["convient", "conviennent", "convenons"], CONCURRED),
    verb("decid", &["decide", "decident", "decidons"], DECIDED),
    verb("adopt", &["adopte", "adoptent", "adoptons"], APPROVED),
    verb("approuv", &["approuve", "approuvent", "approuvons"], APPROVED),
    verb("ratifi", &["ratifie", "ratifient", "ratifions"], APPROVED),
    Verb {
        participle: "engag",
        present: &["engage", "engagent", "engageons"],
        reflexive: true,
        behind: &["a", "au", "aux", "egalement", "pleinement", "en"],
        act: COMMITTED,
    },
    verb("promis", &["promet", "promettent", "promettons"], PLEDGED),
    verb("felicit", &["felicite", "felicitent", "felicitons"], VALUED),
    verb("rejoui", &["rejouit", "rejouissent", "rejouissons"], VALUED),
    verb("salu", &["salue", "saluent", "saluons"], VALUED),
    verb("soulign", &["souligne", "soulignent", "soulignons"], VALUED),
    verb("condamn", &["condamne", "condamnent", "condamnons"], VALUED),
    verb("deplor", &["deplore", "deplorent", "deplorons"], VALUED),
    verb("remerci", &["remercie", "remercient", "remercions"], VALUED),
    verb("annonc", &["annonce", "annoncent", "annoncons"], ANNOUNCED),
    verb("declar", &["declare", "declarent", "declarons"], ANNOUNCED),
    verb("exhort", &["exhorte", "exhortent", "exhortons"], NEEDED),
    Verb {
        participle: "appel",
        present: &["appelle", "appellent", "appelons"],
        reflexive: false,
        behind: CALLED_FOR,
        act: NEEDED,
    },
    verb("demand", &["demande", "demandent", "demandons"], NEEDED),
    verb("invit", &["invite", "invitent", "invitons"], NEEDED),
    verb("propos", &["propose", "proposent", "proposons"], OFFERED),
];
/// What may stand between a French subject and its verb.
const LEADING_WORDS: &[&str] = &[
    "a",
    "ont",
    "est",
    "sont",
    "s",
    "se",
    "egalement",
    "aussi",
    "en",
    "outre",
    "ainsi",
    "avons",
    "ai",
    "nous",
    "me",
    "m",
];
/// Words that deny a verb, or make it a condition.
const DENIED: &[&str] = &["ne", "n", "pas", "jamais", "si", "aurait", "auraient"];
/// Words before a noun: "l'annonce", "une demande".
const DETERMINERS: &[&str] = &[
    "le", "la", "l", "les", "un", "une", "des", "du", "de", "d", "cette", "ce", "sa", "son", "ses", "leur", "leurs",
    "notre",
];
/// Words for people and bodies in French.
const ROLES: &[&str] = &[
    "parties",
    "partie",
    "ministre",
    "ministres",
    "president",
    "presidents",
    "presidente",
    "gouvernement",
    "gouvernements",
    "chefs",
    "delegation",
    "delegations",
    "commission",
    "conseil",
    "comite",
    "etats",
    "pays",
    "dirigeants",
    "ambassadeur",
    "assemblee",
    "republique",
    "union",
    "secretaire",
];
const PRONOUNS: &[&str] = &["nous", "ils", "elles", "il", "elle", "je", "j"];
/// Auxiliaries, after which a participle stands.
const AUXILIARIES: &[&str] = &["a", "ai", "ont", "est", "sont", "suis", "avons", "sommes", "ete"];
/// Words of a subject, at most.
const SUBJECT: usize = 9;

pub(super) fn said(sentence: &Sentence) -> Option<Vec<Said>> {
    if !is_french(sentence) {
        return None;
    }
    let mut out: Vec<Said> = Vec::new();
    for at in 1..sentence.words.len() {
        let Some(act) = act(sentence, at) else { continue };
        // "Salue l'accord et appelle à la paix": the subject of the verb before.
        let joined = matches!(sentence.word(at - 1), "et" | "puis");
        let before = out.last().map(|said| said.by.clone()).filter(|_| joined);
        let found = before.map(|by| (by, at)).or_else(|| subject(sentence, at));
        let Some((by, from)) = found else { continue };
        let verb = sentence.words[from].start..sentence.words[at].end;
        out.push(Said { act, verb, by, rule: "french-verb" });
    }
    (!out.is_empty()).then_some(out)
}

/// The subject before the verb at word `at`, and the first word that belongs to the verb.
fn subject(sentence: &Sentence, at: usize) -> Option<(By, usize)> {
    let mut end = at.checked_sub(1)?;
    // "Monsieur le Président, nous condamnons": the comma ends what stands before.
    while end > 0 && LEADING_WORDS.contains(&sentence.word(end)) && !sentence.behind(end - 1).contains([',', ';', ':'])
    {
        end -= 1;
    }
    // "Nous" alone is who speaks, and before another "nous" too.
    let gap = sentence.behind(end).trim();
    if !matches!(gap, "" | "'" | "’") {
        return None;
    }
    // "A Dakar, les deux parties ont convenu": the clause begins behind the comma.
    let opens = |at: usize| sentence.behind(at).contains([',', ';', ':', '«', '“', '"']) || sentence.word(at) == "que";
    let first =
        (0..end).rev().take(SUBJECT + 1).find(|at| opens(*at)).map_or_else(|| end.saturating_sub(SUBJECT), |at| at + 1);
    if first > 0 && !opens(first - 1) || (first..=at).any(|at| DENIED.contains(&sentence.word(at))) {
        return None;
    }
    let words = sentence.words[first].start..sentence.words[end].end;
    let named: Vec<_> = sentence.actors_in(&words).collect();
    let role = (first..=end).any(|at| ROLES.contains(&sentence.word(at)));
    let pronoun = first == end && PRONOUNS.contains(&sentence.word(end));
    let begins = pronoun || sentence.is_capital(first) || matches!(sentence.word(first), "le" | "la" | "les" | "l");
    if !(role || pronoun || !named.is_empty()) || !begins {
        return None;
    }
    let entity = if let ([one], false) = (named.as_slice(), role) { Some(one.entity) } else { None };
    Some((By::Subject(Subject { range: words, entity, plural: true, first, owner: None }), end + 1))
}

/// "The President's promise" is no "s'est promise": more small words have to be French than English.
fn is_french(sentence: &Sentence) -> bool {
    const FRENCH: &str = "le la les l d de du des et un une que qu en ont sont est il ils elle elles se leur au aux pour dans \
                          avec sur nous notre par ce cette";
    const ENGLISH: &str = "the of and to in that for this these is will with";
    let count = |small: &str| {
        let is_small = |word: &&entente_text::words::Word| small.split(' ').any(|small| small == word.folded);
        sentence.words.iter().filter(is_small).count()
    };
    count(FRENCH) > count(ENGLISH)
}

/// What the French verb at word `at` does: a participle behind its auxiliary ("a réaffirmé"), or a present.
fn act(sentence: &Sentence, at: usize) -> Option<Act> {
    let word = sentence.word(at);
    let before = sentence.word(at - 1);
    let next = sentence.word(at + 1);
    // Without its accent "engagé" is written as "engage": after an auxiliary it is the participle.
    let row = VERBS.iter().find(|row| row.present.contains(&word) && !AUXILIARIES.contains(&before));
    if let Some(row) = row {
        let reflexive = matches!(before, "s" | "se" | "nous");
        let follows = row.behind.is_empty() || row.behind.contains(&next);
        // "L'annonce", "la demande": nouns.
        let noun = DETERMINERS.contains(&before);
        let plain = !matches!(row.act.modality, Modality::Need) || before != "s";
        return (follows && !noun && plain && (reflexive || !row.reflexive)).then_some(row.act);
    }
    let participle = word.ends_with(['e', 's', 'u', 'i', 't']) && LEADING_WORDS.contains(&before);
    let row = VERBS.iter().find(|row| word.starts_with(row.participle)).filter(|_| participle)?;
    // "A appelé à": a call, as its present is.
    Some(Modality::Commitment)
        .filter(|modality| row.act.modality == *modality && before == "a")
        .map_or(Some(row.act), |_| None)
}

#[cfg(test)]
mod tests {
    use super::VERBS;
    use entente_corpus::{Body, Catalogue};
    use entente_ingest::{Settings, Source, read};

    /// For each row a sentence in which it says something, and one in which it does not.
    const CASES: &[(&str, &str, &str)] = &[
        ("reaffirm", "Les ministres réaffirment leur appui.", "Les ministres ne réaffirment pas leur appui."),
        ("reiter", "Les ministres ont réitéré leur appui.", "Les ministres n’ont pas réitéré leur appui."),
        (
            "confirm",
            "Le conseil confirme le calendrier.",
            "Si le conseil confirme le calendrier, la route est ouverte.",
        ),
        ("convenu", "Les parties ont convenu de coopérer.", "Les parties n’ont pas convenu de coopérer."),
        ("decid", "Le comité décide de publier le rapport.", "Le comité ne décide pas de publier le rapport."),
        ("adopt", "Le conseil a adopté la résolution.", "Le texte de la résolution adopté est long."),
        ("approuv", "Le conseil approuve le budget.", "Le budget que la foule approuve est petit."),
        ("ratifi", "Le gouvernement a ratifié le traité.", "Le traité ratifié est long et la route est ouverte."),
        ("engag", "Nous nous engageons à verser des fonds.", "Le ministre engage un chauffeur dans la ville."),
        ("promis", "Le gouvernement promet de verser des fonds.", "Le gouvernement ne promet pas de verser des fonds."),
        ("felicit", "Le conseil se félicite de la décision.", "Le conseil ne se félicite pas de la décision."),
        ("rejoui", "Nous nous réjouissons de la décision.", "Nous ne nous réjouissons pas de la décision."),
        ("salu", "Les ministres saluent les progrès.", "Les ministres ne saluent pas les progrès."),
        ("soulign", "Le président souligne la valeur de la paix.", "La phrase que le texte souligne est longue."),
        ("condamn", "Le conseil condamne les attaques.", "Le conseil ne condamne pas les attaques."),
        ("deplor", "Le comité déplore les pertes.", "Le comité ne déplore pas les pertes."),
        ("remerci", "Nous remercions les donateurs de leur appui.", "Nous ne remercions pas les donateurs."),
        ("annonc", "Le gouvernement annonce des travaux.", "Le gouvernement attend l’annonce de la date."),
        ("declar", "Le ministre déclare la session ouverte.", "Le ministre ne déclare pas la session ouverte."),
        ("exhort", "Le conseil exhorte les parties à la paix.", "Le conseil n’exhorte pas les parties à la paix."),
        ("appel", "Le conseil appelle à la paix.", "Le ministre appelle chaque jour sa mère dans la ville."),
        ("demand", "Le comité demande au secrétaire de publier le rapport.", "Le comité lit la demande de la ville."),
        ("invit", "Le conseil invite les parties à coopérer.", "Le conseil n’invite pas les parties."),
        ("propos", "Le gouvernement propose une date.", "Le gouvernement ne propose pas de date."),
    ];

    #[test]
    fn every_row_has_a_sentence_with_it_and_one_without() {
        assert!(VERBS.iter().map(|row| row.participle).eq(CASES.iter().map(|case| case.0)), "a case for every row");
        let said = |text: &str| {
            let source = Source { file: "a.md".to_owned(), bytes: text.as_bytes().to_vec() };
            let (record, body): (_, Body) = read(&source, &Settings::default()).expect("it is text");
            let catalogue = Catalogue::default();
            let view = crate::view::View::of(0, &catalogue, &record, &body);
            let sentences = view.sentences(0);
            let found = sentences.iter().find_map(super::said).unwrap_or_default();
            found.into_iter().map(|said| said.act).collect::<Vec<_>>()
        };
        for (row, (stem, example, counter)) in VERBS.iter().zip(CASES) {
            assert_eq!(said(example), [row.act], "{stem}: {example}");
            assert_eq!(said(counter), [], "{stem}: {counter}");
        }
    }
}
