//! One name and those whom it met: a picture, and its table.

use entente_explore::tables::{Partner, Partners};
use yew::prelude::*;

use super::graph::graph;
use super::view::{dossier, looking_at};
use crate::components::date_label::date_label;
use crate::components::references::name_link;
use crate::components::section::Section;
use crate::messages as m;
use crate::route::Route;

/// The picture and the table.
pub(super) fn partners(route: &Route, found: &Partners) -> Html {
    let row = |partner: &Partner| {
        html! {
            <tr key={partner.name.id.as_str()}>
                <th scope="row">{ name_link(route, &partner.name) }</th>
                <td><a href={looking_at(route, &[&found.name, &partner.name])}>{ m::number(partner.meetings) }</a></td>
                <td>{ date_label(partner.last.as_ref(), None) }</td>
            </tr>
        }
    };
    let all = looking_at(route, &[]);
    html! {
        <Section heading={m::met_names(&found.name.name, found.of)}>
            if found.met.is_empty() {
                <p>{ m::NO_RELATIONS }</p>
            } else {
                { graph(found) }
                <table class="partners">
                    <thead>
                        <tr>
                            <th scope="col">{ m::MET }</th>
                            <th scope="col">{ m::MEETINGS_COLUMN }</th>
                            <th scope="col">{ m::LAST_MEETING }</th>
                        </tr>
                    </thead>
                    <tbody>{ for found.met.iter().map(row) }</tbody>
                </table>
            }
            <p class="more">
                <a href={dossier(route, &found.name)}>{ m::DOSSIER }</a>
                if all != route.to_string() {
                    { ", " }
                    <a href={all}>{ m::ALL_RELATIONS }</a>
                }
            </p>
        </Section>
    }
}
