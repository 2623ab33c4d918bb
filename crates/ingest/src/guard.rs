//! What happens to the other documents if one stops a stage at a mistake of our own.
//!
//! Names and facts are found over all documents together. Where a stage stops, the document at which it stops is found by
//! halving, left out and named with the stage, and the rest is done again from what was read. This works where the platform
//! can go on after a panic, which WebAssembly cannot.

use std::panic::{AssertUnwindSafe, catch_unwind};

use entente_corpus::{Body, Catalogue};

/// A stage that reads all documents together.
pub(crate) struct Stage<'a> {
    /// What is said of a document at which it stops.
    pub(crate) fault: &'static str,
    /// Does it.
    pub(crate) run: &'a dyn Fn(&mut Catalogue, &mut Vec<Body>),
}

/// Documents read: what is said of all, and the texts.
pub(crate) type Documents = (Catalogue, Vec<Body>);

/// A document that was left out: its number, and what is said of it.
pub(crate) type LeftOut = (usize, &'static str);

/// Does all `stages` over the documents of `numbers`; `gather` reads them anew into a catalogue and their bodies. Gives what
/// came of it, and the documents that had to be left out.
pub(crate) fn run_stages(
    numbers: Vec<usize>,
    gather: &dyn Fn(&[usize]) -> Documents,
    first: Documents,
    stages: &[Stage],
) -> (Documents, Vec<LeftOut>) {
    let mut numbers = numbers;
    let mut left_out = Vec::new();
    let mut documents = Some(first);
    loop {
        let here = documents.take().unwrap_or_else(|| gather(&numbers));
        let fault = match attempt(here, stages) {
            Ok(done) => return (done, left_out),
            Err(fault) => fault,
        };
        // The shortest run of documents from the first that stops the stage ends with the one at fault.
        let (mut good, mut bad) = (0, numbers.len());
        while good + 1 < bad {
            let middle = good + (bad - good) / 2;
            // Another stage may stop over another of them; that one is looked for in its turn.
            if attempt(gather(&numbers[..middle]), stages).is_err_and(|other| other == fault) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        if bad == 0 {
            // Nothing is left that could be at fault.
            return (gather(&[]), left_out);
        }
        left_out.push((numbers.remove(bad - 1), fault));
    }
}

/// All stages over some documents; the fault of the stage that stopped, if one did.
fn attempt(documents: Documents, stages: &[Stage]) -> Result<Documents, &'static str> {
    let (mut catalogue, mut bodies) = documents;
    for stage in stages {
        // What a stage held when it stopped is not looked at again.
        catch_unwind(AssertUnwindSafe(|| (stage.run)(&mut catalogue, &mut bodies))).map_err(|_| stage.fault)?;
    }
    Ok((catalogue, bodies))
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Body, Catalogue};

    use super::{Stage, run_stages};

    /// Documents that are their own number as text.
    fn gather(numbers: &[usize]) -> (Catalogue, Vec<Body>) {
        let body = |number: &usize| Body { text: number.to_string(), ..Body::default() };
        (Catalogue::default(), numbers.iter().map(body).collect())
    }

    #[test]
    fn a_document_that_stops_a_stage_is_left_out_and_named_and_the_rest_is_done() {
        let names = |_: &mut Catalogue, bodies: &mut Vec<Body>| {
            assert!(bodies.iter().all(|body| body.text != "3" && body.text != "17"), "a mistake in a finder");
        };
        let facts = |_: &mut Catalogue, bodies: &mut Vec<Body>| {
            assert!(bodies.iter().all(|body| body.text != "8"), "a mistake in a rule");
            bodies.iter_mut().for_each(|body| body.text.push('!'));
        };
        let stages = [Stage { fault: "names", run: &names }, Stage { fault: "facts", run: &facts }];
        let numbers: Vec<usize> = (0..20).collect();
        let first = gather(&numbers);
        let ((_, bodies), left_out) = run_stages(numbers, &gather, first, &stages);
        assert_eq!(left_out, [(3, "names"), (17, "names"), (8, "facts")]);
        assert_eq!(bodies.len(), 17);
        assert!(bodies.iter().all(|body| body.text.ends_with('!')), "the rest is done, once");
        // A stage that stops whatever it is given leaves nothing, and still ends.
        let always = |_: &mut Catalogue, bodies: &mut Vec<Body>| assert!(bodies.is_empty(), "a mistake");
        let stages = [Stage { fault: "names", run: &always }];
        let ((_, bodies), left_out) = run_stages(vec![0, 1], &gather, gather(&[0, 1]), &stages);
        assert_eq!((bodies.len(), left_out.len()), (0, 2));
    }
}
