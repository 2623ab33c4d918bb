//! Keeps a panic in one document from losing the others.
//!
//! Names and facts are found over all documents together. If a stage panics, the document that causes it is found by
//! bisection, left out and named with the stage, and the stages run again over the rest. This needs a platform that can go on
//! after a panic; WebAssembly cannot.
//!
//! A stage that was stopped from outside ([`entente_text::checkpoint`]) is not at fault: all documents stay, without what
//! that stage and the stages after it would have found.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};

use entente_corpus::{Body, Catalogue, Late, ReadingText};
use entente_text::checkpoint::{Stopped, with_stop};

/// A stage that reads all documents together.
pub(crate) struct Stage<'a> {
    /// The remark on a document that makes it panic.
    pub(crate) fault: &'static str,
    /// The remark on what all documents lack if it was stopped from outside.
    pub(crate) missing: &'static str,
    /// Runs it.
    pub(crate) run: &'a dyn Fn(&mut Documents),
}

/// Documents that were read.
#[derive(Default)]
pub(crate) struct Documents {
    /// Their records, and what is found over all of them.
    pub(crate) catalogue: Catalogue,
    /// Their texts and passages.
    pub(crate) bodies: Vec<Body>,
    /// The reading texts of each body. They are made once, when a document is read.
    pub(crate) texts: Vec<Vec<ReadingText>>,
}

/// A document that was left out: its number, and the remark on it.
pub(crate) type LeftOut = (usize, &'static str);

/// The result of all stages.
pub(crate) struct Outcome {
    /// The documents that are left.
    pub(crate) documents: Documents,
    /// Those that had to be left out.
    pub(crate) left_out: Vec<LeftOut>,
    /// What is missing because a stage was stopped from outside.
    pub(crate) missing: Option<&'static str>,
}

/// True if work that unwound with `payload` was stopped from outside.
pub(crate) fn was_stopped(payload: &(dyn Any + Send)) -> bool {
    payload.is::<Stopped>()
}

/// Runs all `stages` over the documents of `numbers`. `gather` reads them again into a catalogue and their bodies.
pub(crate) fn run_stages(
    numbers: Vec<usize>,
    gather: &dyn Fn(&[usize]) -> Documents,
    first: Documents,
    stages: &[Stage],
) -> Outcome {
    let mut numbers = numbers;
    let mut left_out = Vec::new();
    let mut documents = Some(first);
    loop {
        let here = documents.take().unwrap_or_else(|| gather(&numbers));
        let fault = match attempt(here, stages) {
            Attempt::Done(documents) => return Outcome { documents, left_out, missing: None },
            Attempt::Stopped(documents, missing) => return Outcome { documents, left_out, missing: Some(missing) },
            Attempt::Fault(fault) => fault,
        };
        // The shortest run of documents from the first that makes the stage panic ends with the one at fault.
        let (mut good, mut bad) = (0, numbers.len());
        while good + 1 < bad {
            let middle = good + (bad - good) / 2;
            // Another document may make another stage panic; it is looked for in the next round.
            if matches!(attempt(gather(&numbers[..middle]), stages), Attempt::Fault(other) if other == fault) {
                bad = middle;
            } else {
                good = middle;
            }
        }
        if bad == 0 {
            // Nothing is left that could be at fault.
            return Outcome { documents: gather(&[]), left_out, missing: None };
        }
        left_out.push((numbers.remove(bad - 1), fault));
    }
}

/// The result of running all stages over some documents.
enum Attempt {
    /// All is done.
    Done(Documents),
    /// Stopped from outside: the documents without what is named.
    Stopped(Documents, &'static str),
    /// The fault of the stage that stopped.
    Fault(&'static str),
}

fn attempt(documents: Documents, stages: &[Stage]) -> Attempt {
    let mut documents = documents;
    for stage in stages {
        // After a panic the data of the stage are dropped. After a stop from outside they are kept, without anything that a
        // stage finds.
        match catch_unwind(AssertUnwindSafe(|| (stage.run)(&mut documents))) {
            Ok(()) => {}
            Err(payload) if was_stopped(payload.as_ref()) => {
                with_stop(None, || bare(&mut documents));
                return Attempt::Stopped(documents, stage.missing);
            }
            Err(_) => return Attempt::Fault(stage.fault),
        }
    }
    Attempt::Done(documents)
}

/// Removes everything that a stage may have found only in part.
fn bare(documents: &mut Documents) {
    let Documents { catalogue, bodies, .. } = documents;
    catalogue.entities.clear();
    catalogue.acronyms = Late::default();
    catalogue.series = Late::default();
    catalogue.links = Late::default();
    for body in bodies {
        body.mentions.clear();
        body.unclassified.clear();
        body.engagements.clear();
        body.statements.clear();
        body.amounts.clear();
    }
}

#[cfg(test)]
mod tests {
    use entente_corpus::{Body, Form};
    use entente_text::checkpoint::{Stop, checkpoint, with_stop};

    use super::{Documents, Outcome, Stage, run_stages};

    /// Documents that are their own number as text.
    fn gather(numbers: &[usize]) -> Documents {
        let body = |number: &usize| Body { text: number.to_string(), ..Body::default() };
        Documents { bodies: numbers.iter().map(body).collect(), ..Documents::default() }
    }

    #[test]
    fn a_document_that_stops_a_stage_is_left_out_and_named_and_the_rest_is_done() {
        let names = |Documents { bodies, .. }: &mut Documents| {
            assert!(bodies.iter().all(|body| body.text != "3" && body.text != "17"), "a mistake in a finder");
        };
        let facts = |Documents { bodies, .. }: &mut Documents| {
            assert!(bodies.iter().all(|body| body.text != "8"), "a mistake in a rule");
            bodies.iter_mut().for_each(|body| body.text.push('!'));
        };
        let stages = [
            Stage { fault: "names", missing: "names", run: &names },
            Stage { fault: "facts", missing: "facts", run: &facts },
        ];
        let numbers: Vec<usize> = (0..20).collect();
        let first = gather(&numbers);
        let Outcome { documents: Documents { bodies, .. }, left_out, .. } =
            run_stages(numbers, &gather, first, &stages);
        assert_eq!(left_out, [(3, "names"), (17, "names"), (8, "facts")]);
        assert_eq!(bodies.len(), 17);
        assert!(bodies.iter().all(|body| body.text.ends_with('!')), "the rest is done, once");
        // A stage that stops whatever it is given leaves nothing, and still ends.
        let always = |Documents { bodies, .. }: &mut Documents| assert!(bodies.is_empty(), "a mistake");
        let stages = [Stage { fault: "names", missing: "names", run: &always }];
        let Outcome { documents: Documents { bodies, .. }, left_out, .. } =
            run_stages(vec![0, 1], &gather, gather(&[0, 1]), &stages);
        assert_eq!((bodies.len(), left_out.len()), (0, 2));
    }

    #[test]
    fn a_stage_that_is_stopped_from_outside_costs_what_it_finds_and_no_document() {
        let stop = Stop::default();
        let names = |_: &mut Documents| {};
        let facts = |Documents { bodies, .. }: &mut Documents| {
            bodies.iter_mut().for_each(|body| body.unclassified.push(Form { text: "x".to_owned(), count: 1 }));
            stop.request("enough");
            checkpoint();
        };
        let stages = [
            Stage { fault: "names", missing: "names", run: &names },
            Stage { fault: "facts", missing: "facts", run: &facts },
        ];
        let done = with_stop(Some(stop.clone()), || run_stages(vec![0, 1], &gather, gather(&[0, 1]), &stages));
        let bodies = done.documents.bodies;
        assert_eq!((bodies.len(), done.left_out.len(), done.missing), (2, 0, Some("facts")));
        assert!(bodies.iter().all(|body| body.unclassified.is_empty()), "nothing is there by half");
    }
}
