//! The sheet on which a person writes verdicts: tab-separated values, one line a fact.

use std::fmt::Write;

use super::Drawn;

/// Columns of a sheet. A person fills the last two.
const COLUMNS: [&str; 9] = ["number", "kind", "of", "claim", "place", "quote", "sentence", "verdict", "mistake"];

/// A person's judgement of a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// The sentence supports it.
    Right,
    /// The sentence says something else, or nothing of the kind.
    Wrong,
    /// True in part, or easily misunderstood.
    Misleading,
}

impl Verdict {
    /// The verdict of a word or its first letter, in any case.
    fn of(word: &str) -> Option<Self> {
        match word.trim().to_ascii_lowercase().as_str() {
            "right" | "r" => Some(Self::Right),
            "wrong" | "w" => Some(Self::Wrong),
            "misleading" | "m" => Some(Self::Misleading),
            _ => None,
        }
    }
}

/// One line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// Kind of the fact.
    pub kind: String,
    /// Facts of this kind in the documents, drawn or not.
    pub of: usize,
    /// What is claimed.
    pub claim: String,
    /// File and lines.
    pub place: String,
    /// `None`: not judged yet.
    pub verdict: Option<Verdict>,
    /// The class of the mistake, in the person's words.
    pub mistake: String,
}

/// Writes a sheet. A fact that `before` judged already, of the same kind, claim and place, takes over its verdict.
#[must_use]
pub fn write(drawn: &[Drawn], before: &[Judged]) -> String {
    let mut out = COLUMNS.join("\t");
    out.push('\n');
    for (n, Drawn { fact, of }) in drawn.iter().enumerate() {
        let is_same = |old: &&Judged| old.kind == fact.kind && old.claim == fact.claim && old.place == fact.place;
        let old = before.iter().find(is_same);
        let verdict = match old.and_then(|old| old.verdict) {
            None => "",
            Some(Verdict::Right) => "right",
            Some(Verdict::Wrong) => "wrong",
            Some(Verdict::Misleading) => "misleading",
        };
        let mistake = old.map_or("", |old| old.mistake.as_str());
        // No cell contains a tab or a line end: white space was folded. Writing to a string cannot fail.
        let _ = writeln!(
            out,
            "{}\t{}\t{of}\t{}\t{}\t{}\t{}\t{verdict}\t{mistake}",
            n + 1,
            fact.kind,
            fact.claim,
            fact.place,
            fact.quote,
            fact.sentence
        );
    }
    out
}

/// Parses a sheet, perhaps with verdicts. Columns are found by their titles; those that are not needed may be missing
/// or stand elsewhere.
///
/// # Errors
/// A sentence with the line: a column that is missing, or a word that is not a verdict.
pub fn parse(text: &str) -> Result<Vec<Judged>, String> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let titles: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let column = |name: &str| titles.iter().position(|title| *title == name);
    let needed = |name: &str| column(name).ok_or_else(|| format!("line 1: there is no column “{name}”"));
    let (kind, verdict) = (needed("kind")?, needed("verdict")?);
    let (of, claim, place, mistake) = (column("of"), column("claim"), column("place"), column("mistake"));
    let mut out = Vec::new();
    for (n, line) in lines.enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('\t').collect();
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map_or("", |cell| cell.trim());
        let word = cell(Some(verdict));
        let judged = Verdict::of(word);
        if judged.is_none() && !word.is_empty() {
            return Err(format!("line {}: “{word}” is not a verdict; right, wrong and misleading are", n + 2));
        }
        out.push(Judged {
            kind: cell(Some(kind)).to_owned(),
            of: cell(of).parse().unwrap_or(0),
            claim: cell(claim).to_owned(),
            place: cell(place).to_owned(),
            verdict: judged,
            mistake: cell(mistake).to_owned(),
        });
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{Verdict, parse, write};
    use crate::audit::{Drawn, Fact};

    fn drawn(claim: &str) -> Drawn {
        let fact = Fact {
            kind: "engagement date",
            claim: claim.to_owned(),
            place: "a.txt:3".to_owned(),
            quote: "met in May".to_owned(),
            sentence: "We met in May.".to_owned(),
        };
        Drawn { fact, of: 12 }
    }

    #[test]
    fn verdicts_are_read_back_and_taken_over() {
        let sheet = write(&[drawn("meeting → 2024-05"), drawn("visit → 2023")], &[]);
        assert!(sheet.lines().nth(1).unwrap().ends_with("met in May\tWe met in May.\t\t"));
        let filled: String = sheet
            .lines()
            .map(|line| {
                line.strip_suffix("\t\t")
                    .map_or_else(|| format!("{line}\n"), |line| format!("{line}\tW\tdate of another clause\n"))
            })
            .collect();
        let judged = parse(&filled).unwrap();
        assert_eq!((judged.len(), judged[0].of, judged[0].verdict), (2, 12, Some(Verdict::Wrong)));
        let next = write(&[drawn("visit → 2023"), drawn("talks → 2020")], &judged);
        let lines: Vec<&str> = next.lines().collect();
        assert!(lines[1].ends_with("\twrong\tdate of another clause") && lines[2].ends_with("\t\t"), "{next}");
    }

    #[test]
    fn what_is_no_verdict_is_refused_with_its_line() {
        let error = parse("kind\tverdict\nengagement\tright\nengagement\tmaybe\n").unwrap_err();
        assert!(error.starts_with("line 3: “maybe”"), "{error}");
        assert!(parse("kind\tclaim\n").unwrap_err().contains("verdict"));
    }
}
