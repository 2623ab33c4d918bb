//! The reader's settings, under one key; in memory alone where storage is forbidden.

const KEY: &str = "entente";

/// What was stored, or nothing.
pub(crate) fn read() -> Option<String> {
    web_sys::window()?.local_storage().ok()??.get_item(KEY).ok()?
}

/// Stores `text`, where that is allowed.
pub(crate) fn write(text: &str) {
    if let Some(Ok(Some(storage))) = web_sys::window().map(|window| window.local_storage()) {
        let _ = storage.set_item(KEY, text);
    }
}
