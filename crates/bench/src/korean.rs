//! A generated Korean collection: nouns with particles and in every spacing, beside texts that contain only parts of them.
//!
//! No collection has judged Korean documents. But that 사이버 정책 협의회를 and 사이버정책협의회는 speak of the
//! same, and a text with the parts here and there does not, needs no judge. It does not say how well meaning is met.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::Path;

use entente_bench::Document;

use crate::Fault;
use crate::collection::Collection;

/// Compound nouns, in their parts.
const NOUNS: &[&[&str]] = &[
    &["사이버", "정책", "협의회"],
    &["한미", "동맹"],
    &["외교", "장관", "회담"],
    &["공동", "성명"],
    &["정상", "회의"],
    &["해양", "안보", "대화"],
    &["경제", "협력", "위원회"],
    &["기후", "변화", "협약"],
    &["인권", "보호"],
    &["군비", "통제"],
    &["방위비", "분담금"],
    &["연합", "훈련"],
    &["자금", "세탁", "방지"],
    &["수출", "통제", "제도"],
    &["우주", "개발", "사업"],
    &["핵물질", "방호"],
    &["국제", "형사", "재판소"],
    &["자유", "무역", "협정"],
    &["재외", "국민", "보호"],
    &["전략", "물자", "관리"],
    &["평화", "유지", "활동"],
    &["정보", "공유", "체계"],
    &["테러", "대응", "계획"],
    &["항공", "보안", "검색"],
];

/// Makes the collection.
pub(crate) fn make() -> Collection {
    let mut out = Collection { documents: Vec::new(), queries: Vec::new(), judgements: BTreeMap::new() };
    for (noun, parts) in NOUNS.iter().enumerate() {
        let (joined, spaced) = (parts.concat(), parts.join(" "));
        // The last two parts written as one.
        let half = format!("{} {}", parts[0], parts[1..].concat());
        let last = joined.as_str();
        let (topic, object, with) =
            (particle_after(last, "은", "는"), particle_after(last, "을", "를"), particle_after(last, "과", "와"));
        let (first, end) = (parts[0], parts[parts.len() - 1]);
        let right = [
            format!("{joined}{topic} 서울에서 열렸다."),
            format!("양측은 {spaced}{object} 내년에 다시 열기로 하였다."),
            format!("이번 {half}에서 논의된 사항을 확인하였다."),
            format!("{joined}의 결과가 발표되었다."),
            format!("{spaced}{with} 관련한 자료를 나누었다."),
        ];
        let wrong = [
            format!("{end}{} 내년에 열린다. 새로운 {first} 계획이 나왔다.", particle_after(end, "은", "는")),
            format!("{first}에 관한 {} 설명이 있었고 나중에 {end}도 언급되었다.", NOUNS[(noun + 5) % NOUNS.len()][0]),
            format!("{first} 분야의 전문가들이 모였다."),
        ];
        let ids = (0..).map(|n| format!("{noun}-{n}"));
        for (id, body) in ids.zip(right.iter().chain(&wrong)) {
            out.documents.push(Document { id, title: String::new(), body: body.clone() });
        }
        let queries = [
            joined.clone(),
            spaced.clone(),
            half,
            format!("{joined}에서"),
            format!("{spaced}{object}"),
            format!("{joined}{topic}"),
        ];
        for (n, text) in queries.into_iter().enumerate() {
            let query = format!("{noun}-{n}");
            let judged = (0..right.len()).map(|n| (format!("{noun}-{n}"), 1.0)).collect();
            out.judgements.insert(query.clone(), judged);
            out.queries.push((query, text));
        }
    }
    out
}

/// Writes the collection below `folder`, so that other engines can be asked the same.
pub(crate) fn write(folder: &Path) -> Result<(), Fault> {
    let collection = make();
    let (mut documents, mut queries, mut judgements) = (String::new(), String::new(), String::new());
    for Document { id, title, body } in &collection.documents {
        writeln!(documents, "{}", serde_json::json!({ "id": id, "title": title, "body": body }))?;
    }
    for (query, text) in &collection.queries {
        writeln!(queries, "{query}\t{text}")?;
        for (document, gain) in &collection.judgements[query] {
            writeln!(judgements, "{query}\t{document}\t{gain}")?;
        }
    }
    fs::create_dir_all(folder)?;
    fs::write(folder.join("docs.jsonl"), documents)?;
    fs::write(folder.join("queries.tsv"), queries)?;
    Ok(fs::write(folder.join("qrels.tsv"), judgements)?)
}

/// The particle after a final consonant or after a vowel.
fn particle_after(word: &str, consonant: &'static str, vowel: &'static str) -> &'static str {
    let last = word.chars().next_back().map_or(0, u32::from);
    if (0xac00..=0xd7a3).contains(&last) && !(last - 0xac00).is_multiple_of(28) { consonant } else { vowel }
}
