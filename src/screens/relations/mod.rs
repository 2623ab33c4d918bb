//! Who met whom, and in how many passages other things are named together.

mod cross;
mod graph;
mod partners;
pub(crate) mod view;

use std::rc::Rc;

use yew::prelude::*;

use super::{Request, ScreenData};

/// The table of the link under its words and filters. Of who met whom the names among the filters are those that are looked at.
pub(crate) fn load(request: &Request) -> ScreenData {
    let (route, library) = (&request.route, &request.library);
    let (rows, columns) = (route.rows, route.table_columns());
    if rows == columns && rows.takes_part() {
        let found = Rc::new(library.relations(&request.query(), &request.selection(), rows));
        let picture = library.picture();
        return ScreenData::new(move || html! { <view::Relations found={&found} picture={&picture} /> });
    }
    let found = Rc::new(library.cross_table(&request.search_query(), rows, columns));
    ScreenData::new(move || html! { <cross::Cross found={&found} /> })
}
