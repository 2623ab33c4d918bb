//! The Content-Security-Policy of the single file.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The policy of a single page: only these scripts and this style run, and nothing is fetched from anywhere.
///
/// ```
/// let policy = entente_page::policy::policy(&["start();"], "p { color: red }");
/// assert!(policy.starts_with("default-src 'none'; script-src 'sha256-"));
/// ```
#[must_use]
pub fn policy(scripts: &[&str], style: &str) -> String {
    let hashes: Vec<String> = scripts.iter().map(|script| source(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; worker-src blob:; \
         base-uri 'none'; form-action 'none'",
        hashes.join(" "),
        source(style)
    )
}

/// The policy that a web server sends for the build of several files, as `docs/serving.md` gives it. Only pages of the same
/// server may show it in a frame.
pub const SERVER_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
connect-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/// The hash source of one inline element's text.
#[must_use]
pub fn source(text: &str) -> String {
    format!("'sha256-{}'", STANDARD.encode(Sha256::digest(text)))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_guide_to_servers_gives_the_policy_that_is_tested() {
        let guide = include_str!("../../../docs/serving.md");
        assert!(guide.lines().any(|line| line == super::SERVER_POLICY));
    }

    #[test]
    fn an_inline_element_is_named_by_its_digest() {
        assert_eq!(super::source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
        let policy = super::policy(&["a"], "b");
        assert!(policy.starts_with("default-src 'none'; script-src 'sha256-") && !policy.contains("unsafe-inline"));
    }
}
