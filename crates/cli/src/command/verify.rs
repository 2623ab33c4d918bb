//! `entente verify`: checks a text against the documents.

mod html;

use entente_explore::Explorer;
use entente_pack::draft::read_draft;
use entente_verify::{Checker, Counts, is_unfamiliar, rows, text, wording};

use crate::arguments::{Verify, VerifyFormat};
use crate::terminal::{complain, print_json, print_rows, say};
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Verify) -> Outcome {
    let checked_text = read_draft(&arguments.text)?;
    let loaded = super::load(&arguments.source)?;
    let partly = super::print_unread(&loaded.corpus);
    let explorer = Explorer::new(loaded.corpus.into());
    let mut checker = Checker::new(&explorer, &checked_text);
    let mut counts = Counts::default();
    match arguments.format {
        VerifyFormat::Text => {
            for sentence in checker.by_ref() {
                text::lines(&checked_text, &sentence).iter().for_each(|line| say(line));
                counts.add(&sentence);
            }
            wording::sums(&counts).iter().for_each(|line| say(line));
        }
        VerifyFormat::Jsonl => {
            for sentence in checker.by_ref() {
                for row in rows::rows(&checked_text, &sentence) {
                    print_json(&format!("{}\n", serde_json::to_string(&row).unwrap_or_default()));
                }
                counts.add(&sentence);
            }
        }
        VerifyFormat::Html => {
            let sentences: Vec<_> = checker.by_ref().collect();
            sentences.iter().for_each(|sentence| counts.add(sentence));
            let title = explorer.summary().title;
            print_rows(&html::report(&html::Report {
                title: &title,
                text: &checked_text,
                sentences: &sentences,
                counts,
                rest: checker.unchecked(),
                unread: checker.unread(),
            }));
        }
    }
    let (checked, rest, unread) = (checker.sentences(), checker.unchecked(), checker.unread());
    let unfamiliar = is_unfamiliar(&explorer, &checked_text).then(|| wording::UNFAMILIAR.to_owned());
    let remarks = unfamiliar.into_iter().chain(wording::unchecked(checked, rest)).chain(wording::unread(unread));
    remarks.for_each(|remark| complain(&remark));
    if checked == 0 {
        complain("The text has no sentence to check.");
    }
    Ok(if partly || counts.not_in_file() > 0 { PARTLY } else { DONE })
}
