//! Removes comments and indentation from style sheets and scripts.
//!
//! In: a source text. Out: its lines without them. Nothing is renamed and no lines are joined, so that the message of a browser
//! can be found in the source.

/// Returns `text` without indentation, empty lines, and comments that fill whole lines.
pub(crate) fn shrunk(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        // A comment with code after it does not fill its lines, so it stays.
        let opens = line.starts_with("/*") && line.find("*/").is_none_or(|at| at + 2 == line.len());
        if inside || opens {
            inside = !line.ends_with("*/");
            continue;
        }
        if line.is_empty() || line.starts_with("//") {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn comments_and_indentation_go_and_lines_stay() {
        let text = "/**\n * What.\n */\nconst a = () => {\n  // Why.\n  return 'x // y'; // kept\n};\n/* one */\n.b {\n  color: red; /* kept */\n}\n";
        assert_eq!(
            super::shrunk(text),
            "const a = () => {\nreturn 'x // y'; // kept\n};\n.b {\ncolor: red; /* kept */\n}\n"
        );
    }
}
