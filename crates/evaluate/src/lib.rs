//! How well documents are read: measures beside what a person read, and audits of what is shown.
//!
//! In: folders of documents and files of annotations (`docs/annotations.md` describes their format). Out: precision,
//! recall and F1 of each kind of fact. An audit needs no annotations: it draws facts at random, and a person says of
//! each whether its sentence supports it.
//!
//! Both work on any document. Annotations of documents that may not be given away stay outside the project, beside
//! those documents.

pub mod annotation;
pub mod audit;
pub mod compare;
pub mod goals;
pub mod pairing;
pub mod program;
pub mod reading;
pub mod rows;
pub mod scores;
pub mod verify;
pub mod wording;
