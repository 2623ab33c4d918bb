//! Licence expressions (SPDX): `MIT OR Apache-2.0`, `(MIT OR Apache-2.0) AND Unicode-3.0`.

/// The licences of `expression`, where each OR is decided for the licence that comes first in `preferred`. `None` if a licence is
/// needed that is not in `preferred`.
pub(super) fn chosen(expression: &str, preferred: &[String]) -> Option<Vec<String>> {
    // An old way to write OR.
    let spaced = expression.replace('/', " OR ").replace('(', " ( ").replace(')', " ) ");
    let mut words = spaced.split_whitespace().peekable();
    let options = any(&mut words)?;
    if words.next().is_some() {
        return None;
    }
    let rank = |option: &Vec<String>| {
        let ranks: Option<Vec<usize>> =
            option.iter().map(|id| preferred.iter().position(|known| known == id)).collect();
        ranks.map(|mut ranks| {
            ranks.sort_unstable();
            ranks
        })
    };
    options.into_iter().filter_map(|option| Some((rank(&option)?, option))).min().map(|(_, option)| option)
}

type Words<'a> = std::iter::Peekable<std::str::SplitWhitespace<'a>>;

/// Each way to satisfy a list of alternatives.
fn any(words: &mut Words) -> Option<Vec<Vec<String>>> {
    let mut out = all(words)?;
    while words.next_if_eq(&"OR").is_some() {
        out.extend(all(words)?);
    }
    Some(out)
}

/// Each way to satisfy a list of licences that are asked for together.
fn all(words: &mut Words) -> Option<Vec<Vec<String>>> {
    let mut out = one(words)?;
    while words.next_if_eq(&"AND").is_some() {
        let next = one(words)?;
        out = out.iter().flat_map(|a| next.iter().map(move |b| a.iter().chain(b).cloned().collect())).collect();
    }
    Some(out)
}

/// Each way to satisfy a licence, or an expression in brackets.
fn one(words: &mut Words) -> Option<Vec<Vec<String>>> {
    match words.next()? {
        "(" => {
            let inside = any(words)?;
            if words.next()? == ")" { Some(inside) } else { None }
        }
        "OR" | "AND" | "WITH" | ")" => None,
        id => {
            let id = match words.next_if_eq(&"WITH") {
                Some(_) => format!("{id} WITH {}", words.next()?),
                None => id.to_owned(),
            };
            Some(vec![vec![id]])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::chosen;

    #[test]
    fn the_first_licence_that_is_preferred_is_chosen() {
        let preferred: Vec<String> = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned).to_vec();
        for (expression, expected) in [
            ("MIT", Some("MIT")),
            ("Apache-2.0 OR MIT", Some("MIT")),
            ("Unlicense/MIT", Some("MIT")),
            ("(MIT OR Apache-2.0) AND Unicode-3.0", Some("MIT Unicode-3.0")),
            ("Apache-2.0 WITH LLVM-exception OR Apache-2.0", Some("Apache-2.0")),
            ("(Apache-2.0 OR MIT) AND Unicode-3.0", Some("MIT Unicode-3.0")),
            ("GPL-3.0", None),
            ("MIT AND GPL-3.0", None),
            ("MIT OR", None),
            ("(MIT", None),
        ] {
            let found = chosen(expression, &preferred).map(|ids| ids.join(" "));
            assert_eq!(found.as_deref(), expected, "{expression}");
        }
    }
}
