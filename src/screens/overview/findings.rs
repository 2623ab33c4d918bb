//! What is rare in the file, each with its share and a link to exactly the rows that are counted.

use entente_explore::Query;
use entente_explore::tables::{Finding, Listed};
use yew::prelude::*;

use crate::components::bar::bar;
use crate::components::section::Section;
use crate::components::text::bdi;
use crate::messages as m;
use crate::route::{Route, View};

/// The findings, and the files that could not be read; nothing if there are neither.
pub(super) fn findings(route: &Route, findings: &[Finding], unread: usize) -> Html {
    if findings.is_empty() && unread == 0 {
        return Html::default();
    }
    html! {
        <Section heading={m::FINDINGS} remark={m::RAREST_FIRST}>
            <ol class="findings">
                if unread > 0 {
                    <li>
                        <a href={route.plain(View::About).to_string()}>
                            <strong>{ m::files(unread) }</strong>
                            { " " }
                            { m::could_not_be_read(unread) }
                        </a>
                    </li>
                }
                for finding in findings {
                    { line(route, finding) }
                }
            </ol>
        </Section>
    }
}

fn line(route: &Route, finding: &Finding) -> Html {
    let (count, rest) = m::finding(finding);
    html! {
        <li>
            <a href={rows(route, finding).to_string()}><strong>{ count }</strong>{ " " }{ bdi(&rest) }</a>
            { bar("share", finding.count, finding.of) }
        </li>
    }
}

/// The list that a finding counts, filtered to what it counts.
fn rows(route: &Route, finding: &Finding) -> Route {
    let view = match finding.list() {
        Listed::Documents => View::Documents,
        Listed::Commitments => View::Commitments,
        Listed::Pairs => View::Pairs,
        Listed::Series => View::SeriesList,
        Listed::Engagements => View::Engagements,
        Listed::Acronyms => View::Acronyms,
        Listed::Notes => View::Notes,
    };
    let route = route.plain(view).selecting(finding.selection());
    route.with(Query::default().with_filter(finding.filter()))
}
