//! What this file is: contents, digests, what could not be read, how to read it.

use entente_explore::Summary;

use crate::components::facts::facts_list;
use crate::components::section::section;
use crate::context::ViewContext;
use crate::element::{El, bdi, el, of, run};
use crate::messages as m;

/// The view.
pub(crate) fn view(here: &ViewContext, summary: &Summary) -> El {
    let head = &here.head;
    let text = |text: String| Some(run().child(text));
    let code = |digest: &str| Some(el("code").child(digest));
    let contents = facts_list(
        "facts-list",
        vec![
            (m::TITLE, Some(bdi(&summary.title))),
            (m::EDITION, summary.edition.as_ref().map(|edition| bdi(edition))),
            (m::DOCUMENTS, text(m::number(summary.documents))),
            (m::PASSAGES, text(m::number(summary.passages))),
            (m::WORDS, text(m::number(summary.words))),
            (m::DIGEST_OF_DOCUMENTS, code(&head.sha256)),
            (m::DIGEST_OF_APPLICATION, code(&head.application)),
            (m::VERSION, text(m::version(&head.program, head.format, head.schema))),
        ],
    );
    let mut unread = of("ul", "unread");
    for (file, reason, hint) in &summary.unread {
        unread.push(el("li").child(el("code").child(bdi(file))).child(m::not_read(reason, hint)));
    }
    let unread = if summary.unread.is_empty() { el("p").child(m::ALL_READ) } else { unread };
    let mut masked = of("ul", "masked");
    for removed in &summary.redacted {
        masked.push(el("li").child(m::masked(&removed.kind, removed.places, removed.documents, &removed.rule)));
    }
    let masked = run().child(el("p").child(m::MASKED_LEAD)).child(masked);
    let mut dates = of("ul", "date-forms");
    for (form, example, says) in m::DATE_FORMS {
        let date = of("span", "date").attr("data-precision", *form).child(*example);
        dates.push(el("li").child(date).child(*says));
    }
    let mut page = of("div", "page")
        .child(of("header", "head").child(el("h1").child(m::ABOUT)).child(el("p").child(m::ABOUT_LEAD)))
        .child(section(m::CONTENTS, "", run().child(contents).child(of("p", "note").child(m::COMPARE_DIGESTS))));
    if !summary.redacted.is_empty() {
        page.push(section(m::MASKED, "", masked));
    }
    page.child(section(m::NOT_READ, &m::number(summary.unread.len()), unread))
        .child(section(m::HOW_DATES, "", dates))
        .child(section(m::LICENCES, "", run().child(el("p").child(m::LICENCE_TEXT)).child(notices())))
}

/// The notices of what is inside the page, folded away.
fn notices() -> El {
    let summary = el("summary").child(m::NOTICES_OF_OTHERS);
    el("details").child(summary).child(of("pre", "source").attr("lang", m::LANGUAGE).child(m::NOTICES))
}
