//! `entente why`: explains how a passage was read, and why something was not found in it.

use entente_pack::why::explain_place;

use crate::arguments::Why;
use crate::terminal::say;
use crate::{DONE, Outcome, PARTLY};

pub(crate) fn run(arguments: &Why) -> Outcome {
    let loaded = super::load(&arguments.source)?;
    let partly = super::print_unread(&loaded.corpus);
    for line in explain_place(&loaded.corpus, &arguments.place)? {
        say(&line);
    }
    Ok(if partly { PARTLY } else { DONE })
}
