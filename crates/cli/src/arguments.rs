//! The arguments of the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use entente_exchange::Form;
use entente_explore::Unit;

/// Makes one HTML page of a folder of documents, and gives the documents back.
#[derive(Debug, Parser)]
#[command(name = "entente", version, about, disable_help_subcommand = true, infer_subcommands = false)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read every document below FOLDER and write the single page.
    Pack(Pack),
    /// Print the passages that fit a query best, in the page's order.
    Search(Search),
    /// Print one table of what was found in the documents, or everything as other programs load it.
    Export(Export),
    /// Say how each document was read, and what is odd in it.
    Check(Check),
    /// Give the documents of a page back as files.
    Unpack(Unpack),
    /// Check a text against the documents: its quotations, numbers and names, and what it repeats.
    Verify(Verify),
    /// Say how a passage was read: its clauses, what was found, and why something was not.
    Why(Why),
}

#[derive(Debug, Args)]
pub(crate) struct Pack {
    /// Folder of documents.
    pub(crate) folder: PathBuf,
    /// Page to write. A file that is not an Entente page is not overwritten.
    #[arg(short, long, value_name = "FILE.html", default_value = "entente.html")]
    pub(crate) output: PathBuf,
    /// Title of the whole file; goes before the one in entente.toml.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Store the texts compressed, whatever their size.
    #[arg(long)]
    pub(crate) compress: bool,
    /// Keep DOCX, PDF and HWPX files themselves, so that they can be unpacked again; else only their text is kept.
    /// Not together with redaction.
    #[arg(long)]
    pub(crate) originals: bool,
    /// Mask before anything is embedded: personal-data (telephone and fax numbers, e-mail addresses, contact persons).
    #[arg(long = "redact", value_name = "RULE")]
    pub(crate) redact: Vec<String>,
    /// Origin that may embed the page and talk to it (https://intranet.example); may repeat.
    #[arg(long = "host", value_name = "ORIGIN", value_parser = entente_pack::origin::parse, allow_hyphen_values = true)]
    pub(crate) hosts: Vec<String>,
    /// Show addresses in documents without ever opening them.
    #[arg(long)]
    pub(crate) no_links: bool,
    /// Leave out the part that reads documents added in the page. (This version has none yet.)
    #[arg(long)]
    pub(crate) without_readers: bool,
    /// Page to take the application from, instead of the one inside this program.
    #[arg(long, value_name = "PAGE")]
    pub(crate) template: Option<PathBuf>,
    /// End the work after so many seconds: half of them for reading. What is not done by then is named, and the page is made
    /// of the rest. Off by default; the bounds that always hold are counts.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_seconds: Option<u64>,
    /// End the work before the program uses so many megabytes: a third of them for reading. What is not done by then is
    /// named, and the page is made of the rest. Off by default.
    #[arg(long, value_name = "MB", value_parser = clap::value_parser!(u64).range(1..))]
    pub(crate) max_memory: Option<u64>,
}

#[derive(Debug, Args)]
pub(crate) struct Search {
    /// Folder of documents, or a packed page.
    pub(crate) source: PathBuf,
    /// Words, "phrases", OR, -word, word*, word~, a NEAR/5 b, title:word, country:us.
    pub(crate) query: String,
    /// Most rows to print.
    #[arg(long, default_value_t = 20)]
    pub(crate) limit: usize,
    /// What to print: passages, documents, statements, engagements or mentions.
    #[arg(long, default_value = "passages", value_parser = unit, hide_default_value = true)]
    pub(crate) unit: Unit,
    /// Take the score of each passage apart: its parts, and what their sum is multiplied by.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Add words that the best passages share, and say which.
    #[arg(long)]
    pub(crate) broaden: bool,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
}

fn unit(word: &str) -> Result<Unit, String> {
    let words: Vec<&str> = Unit::ALL.iter().map(|unit| unit.as_str()).collect();
    Unit::from_word(word).ok_or_else(|| format!("there are {}", words.join(", ")))
}

/// Forms of printing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Two lines a passage.
    Text,
    /// One JSON object a line.
    Jsonl,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    /// Folder of documents, or a packed page.
    pub(crate) source: PathBuf,
    /// The text to check: a .txt, .md or .docx file, or - for standard input.
    pub(crate) text: PathBuf,
    /// How to print what is found. Exit status 1 if a quotation is not in the documents.
    #[arg(long, value_enum, default_value_t = VerifyFormat::Text)]
    pub(crate) format: VerifyFormat,
}

/// Forms of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum VerifyFormat {
    /// Each sentence with what is said of it below.
    Text,
    /// One JSON object a verdict.
    Jsonl,
    /// One HTML file without scripts.
    Html,
}

#[derive(Debug, Args)]
pub(crate) struct Export {
    /// Folder of documents, or a packed page.
    pub(crate) source: PathBuf,
    #[arg(long, help = format!("{}. Not with a format that has all tables.", entente_tables::TABLES.join(", ")))]
    pub(crate) table: Option<String>,
    /// How to print it; of a table jsonl or csv, of everything one of the others.
    #[arg(long, value_enum, default_value_t = Rows::Jsonl, default_value_if("spreadsheet", "true", "csv"))]
    pub(crate) format: Rows,
    /// CSV for a spreadsheet: a byte order mark, and nothing that it would run as a formula.
    #[arg(long)]
    pub(crate) spreadsheet: bool,
}

/// Forms of a table, or of all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Rows {
    /// One JSON object a line.
    Jsonl,
    /// RFC 4180.
    Csv,
    /// Entities of FollowTheMoney.
    Ftm,
    /// Pairs of lines for _bulk of Elasticsearch and OpenSearch.
    Bulk,
    /// One JSON object a row, with its table.
    Quickwit,
    /// A script for psql.
    Postgresql,
}

impl Rows {
    /// The form of everything; `None` for one of a table.
    pub(crate) fn of_everything(self) -> Option<Form> {
        match self {
            Self::Jsonl | Self::Csv => None,
            Self::Ftm => Some(Form::Ftm),
            Self::Bulk => Some(Form::Bulk),
            Self::Quickwit => Some(Form::Quickwit),
            Self::Postgresql => Some(Form::Postgresql),
        }
    }
}

#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Folder of documents, or a packed page.
    pub(crate) source: PathBuf,
    /// List what pack --redact personal-data and [redact] of entente.toml would mask, word by word.
    #[arg(long)]
    pub(crate) redact: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Unpack {
    /// A packed page.
    pub(crate) page: PathBuf,
    /// Folder to write to; made where it is missing.
    #[arg(short, long, value_name = "FOLDER")]
    pub(crate) output: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Why {
    /// Folder of documents, or a packed page.
    pub(crate) source: PathBuf,
    /// FILE:LINE of the passage, as `check` and `export` print it.
    pub(crate) place: String,
}
