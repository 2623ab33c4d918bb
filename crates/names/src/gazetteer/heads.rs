//! Head nouns: the word of a capitalised name that says what sort of thing it is.
//!
//! "Korea Customs **Service**", "**Convention** on Cybercrime". What no list of names has is found by them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a head noun makes of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// A body of a state, whatever stands before it: a ministry, the police.
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

/// The head nouns, folded.
static HEADS: LazyLock<BTreeMap<&'static str, Head>> = LazyLock::new(|| {
    let lists: &[(Head, &str)] = &[
        (
            Head::State,
            "ministry department dept directorate inspectorate administration police constabulary army navy embassy \
             consulate parliament senate cabinet bureau forces agency treasury guard marines gendarmerie command \
             directorate-general prosecution ministère ministere ministerio ministerium bundesministerium bundesamt auswärtiges \
             amt préfecture préfet ambassade embajada botschaft direction dirección",
        ),
        (
            Head::Body,
            "authority office service services commission council committee secretariat court tribunal board unit division \
             centre center assembly mission delegation comité commissie conseil consejo comisión taskforce branch squad headquarters",
        ),
        (
            Head::Organisation,
            "organization organisation association federation union foundation society university institute institution \
             college academy chamber league confederation alliance school hospital museum laboratory laboratories \
             network bank fund université universidad institut instituto fondation fundación verband verein universität",
        ),
        (
            Head::Company,
            "inc ltd llc corp corporation company gmbh plc ag sa holdings airlines airways electronics motors industries \
             shipbuilding entertainment pictures pharmaceuticals power",
        ),
        (Head::Media, "times daily herald gazette tribune ilbo broadcasting"),
        (
            Head::Forum,
            "forum dialogue summit conference symposium meeting workshop seminar consultation consultations talks group \
             roundtable congress symposium gipfel gipfeltreffen sommet conférence cumbre dialog forums",
        ),
        (
            Head::Instrument,
            "treaty convention agreement act law code protocol charter declaration communiqué communique memorandum accord \
             pact resolution order regulation regulations directive framework guidelines principles plan strategy statement \
             constitution decree arrangement roadmap blueprint guidance recommendations paper sheet policy rules traité accords \
             convenio tratado acuerdo vertrag abkommen gesetz erklärung mou fta standards standard manual outlook pledge consensus masterplan vision compact deal",
        ),
        (
            Head::System,
            "system systems programme program initiative platform database project mechanism scheme facility portal partnership grid",
        ),
        (Head::Operation, "exercise"),
        (
            Head::Place,
            "island islands airport port harbour harbor province strait peninsula bay river mountain district county \
             prefecture governorate municipality lagoon valley basin delta canal atoll reef archipelago desert highlands",
        ),
    ];
    let mut heads = BTreeMap::new();
    for (head, words) in lists {
        for word in words.split_whitespace() {
            heads.entry(word).or_insert(*head);
        }
    }
    heads
});

/// What `word`, folded, makes of a name that ends in it.
pub(crate) fn head(word: &str) -> Option<Head> {
    HEADS.get(word).copied().or_else(|| HEADS.get(entente_text::fold::fold(word).as_str()).copied())
}

/// Words that make no name of a thing by themselves, whatever head noun they stand before.
const GENERIC: &str = "joint annual special regular new general high level senior working action trust plenary ministerial bilateral \
    trilateral multilateral regional international national local central state executive summary second third fourth fifth sixth first \
    next last final draft main key strategic technical expert experts official officials member members head law enforcement \
    government public private model best practice practices interim ad hoc standing steering fact white green blue security defense \
    defence cyber economic foreign trade policy information data management control training side event leaders ministers \
    summit preparatory follow-up inter-sessional intersessional ordinary extraordinary inaugural formal informal emergency \
    domestic fiscal monetary existing relevant proposed draft conduct operating standard competent appropriate free approved strategic annex section chapter part article";

/// True where `word`, folded, tells nothing apart.
pub fn is_generic(word: &str) -> bool {
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut words: Vec<&str> = GENERIC.split_whitespace().collect();
        words.sort_unstable();
        words
    });
    WORDS.binary_search(&word).is_ok()
}

/// True for words that a sentence begins with a capital and no name begins with.
pub fn is_opener(word: &str) -> bool {
    const OPENERS: &str = "the a an in on at for to from by with as and or but if when while this that these those it he she they we i you \
        his her their our its both all each some many most such there here after before since during under over through between \
        among however furthermore additionally moreover also not no prior where which who what how why whether please according \
        regarding concerning following currently recently today yesterday tomorrow then thus therefore meanwhile nevertheless \
        although though because until unless upon within without toward towards against including besides despite given \
        more other another any every one two three four five six seven eight nine ten so yet nor once only even about \
        january february march april may june july august september october november december jan feb mar apr jun jul aug sep \
        sept oct nov dec monday tuesday wednesday thursday friday saturday sunday \
        le la les un une des du el los las der die das ein eine im am zum zur von und et y en dans pour par sur au aux \
        mr mrs ms dr support implement promote strengthen enhance develop complete continue adopt review introduce cooperate \
        consider establish welcome increase reaffirm recognize recognise encourage ensure provide submitted attended participated hosted signed \
        concluded launched expanded introduced amended established recall recalling noting recognizing reaffirming welcoming see \
        protect combat countering promoting halting enhancing eliminate assure examine work participation summary list tel fax email \
        telephone contact name title date page copyright source formatted objective purpose economy \
        announces approves hosts visits meets welcomes appoints nominates delivers attends urges condemns launches speaks addresses \
        releases commends congratulates receives concludes arrives departs thanks reaffirms discusses agrees pledges warns calls \
        signs opens holds joins says amends nominates nominate aboard";
    static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| {
        let mut words: Vec<&str> = OPENERS.split_whitespace().collect();
        words.sort_unstable();
        words
    });
    WORDS.binary_search(&word).is_ok()
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
