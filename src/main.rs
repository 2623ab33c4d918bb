//! Starts the page.

fn main() {
    entente_app::start();
}
