//! Contact persons are found, and offices are not.

use super::super::{mails, phones};
use super::persons;

#[test]
fn contact_persons_are_found_and_offices_are_not() {
    for (text, expected) in [
        ("Contact person: Jan Doe, Tel: +82-2-555-0199", vec!["Jan Doe"]),
        ("For inquiries: Ms. Anna van der Berg", vec!["Anna van der Berg"]),
        ("Attn: DOE, Jan", vec!["DOE, Jan"]),
        ("Attn. Mr Kowalczyk: please", vec![]),
        ("ATTN: Mr Kowalczyk", vec!["Kowalczyk"]),
        ("For further information, please contact Jan Doe at 02-555-0199.", vec!["Jan Doe"]),
        ("The Contact Group on Piracy met on 1 May 2014.", vec![]),
        ("Contact: Press Office, Ministry of Foreign Affairs", vec![]),
        ("Points of contact: the Parties shall name them", vec![]),
        ("Media contact\nJan Doe\nDeputy Director", vec!["Jan Doe"]),
        ("Jan Doe <desk@example.org>", vec!["Jan Doe"]),
        ("Marta Kowalczyk, Desk 4, marta.kowalczyk@example.org", vec!["Marta Kowalczyk"]),
        ("Press Office, press@example.org", vec![]),
        ("Marta Kowalczyk\nDeputy Director\nTel: 02-555-0199", vec!["Marta Kowalczyk"]),
        ("Marta Kowalczyk (Tel. 02-555-0199)", vec!["Marta Kowalczyk"]),
        ("담당 북미국 홍길동 서기관(02-2100-0199)", vec!["홍길동"]),
        ("Ban Ki-moon spoke at length about the many ports of the region and of others. Call 02-555-0199", vec![]),
        ("The Port Authority\nTel: 02-555-0199", vec![]),
        ("Contacts: Jan Doe and Mary Major", vec!["Jan Doe", "Mary Major"]),
        ("Contact Point: Jan Doe, Director", vec!["Jan Doe"]),
        ("문의: 북미1과 홍길동 서기관 (02-555-0199)", vec!["홍길동"]),
        ("담당: 북미국 (02-2100-0199)", vec![]),
        ("담당자: 홍길동", vec!["홍길동"]),
        ("문의: 외교부 대변인실", vec![]),
        ("担当者: 田中 太郎", vec!["田中 太郎"]),
        ("联系人：王小明", vec!["王小明"]),
        ("Контактное лицо: Иван Петров", vec!["Иван Петров"]),
        ("جهة الاتصال: أحمد الكرمي", vec!["احمد الكرمي"]),
        ("Ansprechpartnerin: Dr. Erika Mustermann", vec!["Erika Mustermann"]),
        ("Contact presse : Jeanne Dupont", vec!["Jeanne Dupont"]),
        ("Contact | Jan Doe", vec!["Jan Doe"]),
        ("\"contact\": \"Jan Doe\"", vec!["Jan Doe"]),
        ("Name: Jan Doe\nE-mail: desk@example.org", vec!["Jan Doe"]),
        ("Name: Jan Doe, a form's field", vec![]),
    ] {
        let text = super::super::view::View::of(text).text;
        let addresses = mails::addresses(&text);
        let details: Vec<_> = addresses.iter().cloned().chain(phones::telephones(&text)).collect();
        let mut found: Vec<&str> = persons(&text, &addresses, &details).into_iter().map(|range| &text[range]).collect();
        found.dedup();
        assert_eq!(found, expected, "{text}");
    }
}
