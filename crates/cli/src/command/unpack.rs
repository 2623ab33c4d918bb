//! `entente unpack`: writes the documents of a page as files.

use entente_pack::{PackError, load};

use crate::arguments::Unpack;
use crate::command::counted;
use crate::terminal::{complain, say};
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Unpack) -> Outcome {
    if arguments.page.is_dir() {
        return Err(PackError::NotASource(arguments.page.clone()));
    }
    let loaded = load(&arguments.page, &|_, _| {})?;
    let mut written = 0;
    let mut refused = 0;
    for document in entente_pack::unpack(&loaded.corpus, &arguments.output)? {
        match document.outcome {
            Ok(_) => {
                written += 1;
                if let Some(cut) = document.cut {
                    say(&format!("{}: only its first part: {cut}", document.file));
                }
                if let Some(renamed) = document.renamed {
                    say(&format!("{}: written as {}", document.file, renamed.display()));
                }
            }
            Err(reason) => {
                refused += 1;
                complain(&format!("{}: not written: {reason}", document.file));
            }
        }
    }
    say(&format!("{}: {}", arguments.output.display(), counted(written, "document", "documents")));
    Ok(if refused == 0 { DONE } else { PARTLY })
}
