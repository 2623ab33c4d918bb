//! What comes in.

/// One file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    /// Path below the folder, with `/` between names.
    pub file: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}
