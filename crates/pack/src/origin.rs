//! Origins that may embed a page.
//!
//! In: what the packer wrote. Out: the origin as a browser writes it in `MessageEvent.origin`, so that the two can be compared
//! byte by byte. (WHATWG HTML, "ASCII serialisation of an origin".)

use std::net::Ipv6Addr;

/// What to write instead. It ends every error.
const ADVICE: &str = "write scheme and host, and a port where it is not the usual one, such as \
                       https://intranet.example or http://intranet.example:8080";

/// Parses an origin.
///
/// # Errors
/// A sentence that says what is wrong and what to write.
pub fn parse(origin: &str) -> Result<String, String> {
    let refused = |what: &str| Err(format!("{what}; {ADVICE}"));
    match origin {
        "" => return refused("it is empty"),
        "*" => return refused("any page at all cannot be allowed"),
        "null" => return refused("`null` is the origin of every local file and every sandbox, and is never allowed"),
        _ => {}
    }
    let Some((scheme, rest)) = origin.split_once("://") else { return refused("it has no scheme") };
    let usual = match scheme.to_ascii_lowercase().as_str() {
        "http" => 80,
        "https" => 443,
        _ => return refused("its scheme is neither http nor https"),
    };
    if rest.contains(['/', '\\', '?', '#']) {
        return refused("an origin has no path, not even a / at its end");
    }
    if rest.contains('@') {
        return refused("an origin has no user name");
    }
    // The colons of an IPv6 address stand in brackets.
    let end = if rest.starts_with('[') { rest.find(']').map_or(rest.len(), |at| at + 1) } else { 0 };
    let (host, port) = match rest[end..].split_once(':') {
        Some((name, port)) => (&rest[..end + name.len()], Some(port)),
        None => (rest, None),
    };
    let Some(host) = host_name(host) else {
        return refused("its host is not one that a browser would write (a name in other letters begins with xn--)");
    };
    let port = match port {
        None => usual,
        Some(port) if port.is_empty() || !port.bytes().all(|byte| byte.is_ascii_digit()) => {
            return refused("its port is not a number");
        }
        Some(port) => match port.parse::<u16>() {
            Ok(port) if port > 0 => port,
            _ => return refused("there is no such port"),
        },
    };
    let scheme = scheme.to_ascii_lowercase();
    Ok(if port == usual { format!("{scheme}://{host}") } else { format!("{scheme}://{host}:{port}") })
}

/// A host as a browser writes it: a name in lower case, four numbers, or an IPv6 address in its shortest form.
fn host_name(host: &str) -> Option<String> {
    if let Some(address) = host.strip_prefix('[') {
        let address: Ipv6Addr = address.strip_suffix(']')?.parse().ok()?;
        let written = address.to_string();
        // Browsers write the IPv4 part of such an address in hexadecimal.
        let has_ipv4_part = written.contains('.');
        return if has_ipv4_part { None } else { Some(format!("[{written}]")) };
    }
    let host = host.to_ascii_lowercase();
    let name = host.strip_suffix('.').unwrap_or(&host);
    let label = |label: &str| {
        let letters = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
        (1..=63).contains(&label.len()) && letters
    };
    if name.len() > 253 || !name.split('.').all(label) {
        return None;
    }
    // A browser reads a last label that is a number as the end of an IPv4 address, in many notations.
    let last = name.rsplit('.').next().unwrap_or_default();
    let is_number = last.bytes().all(|byte| byte.is_ascii_digit())
        || last.strip_prefix("0x").is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if is_number && (name != host || name.parse::<std::net::Ipv4Addr>().is_err()) {
        return None;
    }
    Some(host)
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn an_origin_is_written_as_a_browser_writes_it() {
        for (given, expected) in [
            ("https://intranet.example", "https://intranet.example"),
            ("HTTPS://Intranet.Example", "https://intranet.example"),
            ("https://intranet.example:443", "https://intranet.example"),
            ("http://intranet:80", "http://intranet"),
            ("http://intranet:443", "http://intranet:443"),
            ("http://intranet:08080", "http://intranet:8080"),
            ("http://my_host.example.", "http://my_host.example."),
            ("https://xn--9n2bp8q.example", "https://xn--9n2bp8q.example"),
            ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
            ("http://[::1]:8000", "http://[::1]:8000"),
            ("http://[2001:DB8:0:0:0:0:0:1]", "http://[2001:db8::1]"),
        ] {
            assert_eq!(parse(given).as_deref(), Ok(expected), "{given}");
        }
    }

    #[test]
    fn what_is_not_an_origin_is_refused_with_what_to_write() {
        for (given, says) in [
            ("", "empty"),
            ("*", "any page"),
            ("null", "`null`"),
            ("intranet.example", "no scheme"),
            ("//intranet.example", "no scheme"),
            ("://intranet.example", "neither"),
            ("file:///x", "neither"),
            ("ftp://intranet.example", "neither"),
            ("javascript://intranet.example", "neither"),
            ("https://intranet.example/", "no path"),
            ("https://intranet.example/page?x#y", "no path"),
            ("https://a\\b", "no path"),
            ("https://intranet.example#", "no path"),
            ("https://user@intranet.example", "no user name"),
            ("https://", "host"),
            ("https://:80", "host"),
            ("https://*.example", "host"),
            ("https://외교부.example", "host"),
            ("https://a b.example", "host"),
            (" https://a.example", "neither"),
            ("https://a.example ", "host"),
            ("https://a..example", "host"),
            ("https://127.1", "host"),
            ("https://0x7f000001", "host"),
            ("https://[::1", "host"),
            ("https://[::ffff:1.2.3.4]", "host"),
            ("https://a.example:", "not a number"),
            ("https://a.example:+80", "not a number"),
            ("https://a.example:0", "no such port"),
            ("https://a.example:65536", "no such port"),
            ("https://a.example:80:80", "not a number"),
        ] {
            let what = parse(given).expect_err(given);
            assert!(what.contains(says) && what.contains("https://intranet.example"), "{given}: {what}");
        }
    }
}
