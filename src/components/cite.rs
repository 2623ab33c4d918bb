//! A citation of a passage in three forms, each to be copied.

use entente_explore::{Block, DocumentCard};
use yew::prelude::*;

use crate::messages as m;

/// The forms: label and text.
fn forms(card: &DocumentCard, block: &Block, link: &str) -> [(&'static str, String); 3] {
    let title = card.title.clone().unwrap_or_else(|| card.begins.clone());
    let place = m::lines(&block.lines);
    let date =
        card.date.as_ref().map(|date| if date.supplied { format!("[{}]", date.date) } else { date.date.to_string() });
    let parts = [card.publisher.clone(), date.clone(), card.symbol.clone()].into_iter().flatten();
    let parts: Vec<String> = parts.collect();
    let about = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(", ")) };
    let quoted: String = block.cells.iter().flatten().map(|fragment| fragment.text.as_str()).collect();
    let digest = card.id.rsplit('-').next().unwrap_or_default();
    let mut bibtex = format!("@misc{{{digest},\n  title = {{{title}}},\n");
    for (field, value) in [("author", &card.publisher), ("date", &date), ("number", &card.symbol), ("url", &card.url)] {
        if let Some(value) = value {
            bibtex.push_str(&format!("  {field} = {{{value}}},\n"));
        }
    }
    bibtex.push_str(&format!("  note = {{{place}}}\n}}"));
    [
        (m::CITE_NOTE, format!("“{quoted}” {title}{about}, {place}.")),
        ("BibTeX", bibtex),
        (m::CITE_LINK, format!("{title}, {place} {link}")),
    ]
}

/// The folded citation; `copy` is told the text to copy.
pub(crate) fn cite(card: &DocumentCard, block: &Block, link: &str, copy: &Callback<String>) -> Html {
    let form = |(label, text): (&'static str, String)| {
        let words = text.clone();
        let onclick = copy.reform(move |_: MouseEvent| words.clone());
        html! {
            <div><dt>{ label }</dt><dd><p class="cite-text">{ text }</p><button type="button" class="plain-button" {onclick} aria-label={format!("{} {label}", m::COPY)}>{ m::COPY }</button></dd></div>
        }
    };
    html! { <details class="cite" lang="en"><summary>{ m::CITE }</summary><dl>{ for forms(card, block, link).into_iter().map(form) }</dl></details> }
}
