//! `entente why`: how a passage was read, and why something was not found in it.

use entente_pack::load;
use entente_pack::why::explain_place;

use super::printable;
use crate::arguments::Why;
use crate::progress::Progress;
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Why) -> Outcome {
    let progress = Progress::new();
    let loaded = load(&arguments.source, &mut |done, of| progress.at(done, of))?;
    progress.clear();
    let partly = super::name_unread(&loaded.corpus);
    for line in explain_place(&loaded.corpus, &arguments.place)? {
        println!("{}", printable(&line));
    }
    Ok(if partly { PARTLY } else { DONE })
}
