#!/usr/bin/env python3
"""Writes countries.tsv: ISO 3166-1 codes and names from Debian's package iso-codes (LGPL-2.1-or-later).

Run from anywhere on Debian with the package installed:  python3 make-countries.py
The same version of the package gives the same bytes.
"""

import gettext
import json
import pathlib

ISO = pathlib.Path("/usr/share/iso-codes/json/iso_3166-1.json")
LANGUAGES = ["de", "es", "fr", "ja", "ko", "zh_CN"]
HERE = pathlib.Path(__file__).parent


def plain(name):
    """Turns 'Korea, Republic of' into 'Republic of Korea'."""
    head, comma, tail = name.partition(", ")
    return f"{tail} {head}" if comma and tail.endswith((" of", " of the")) else name


def main():
    rows = []
    for country in json.loads(ISO.read_text(encoding="utf-8"))["3166-1"]:
        code = country["alpha_2"]
        rows.append((code, "", "code", country["alpha_3"]))
        printed = {country[key] for key in ("name", "common_name", "official_name") if key in country}
        for name in {plain(name) for name in printed}:
            if "," not in name:
                rows.append((code, "en", "name", name))
        for language in LANGUAGES:
            catalogue = gettext.translation("iso_3166-1", "/usr/share/locale", [language], fallback=True)
            for name in printed:
                translated = catalogue.gettext(name)
                if translated != name and "," not in translated and "(" not in translated and "，" not in translated:
                    rows.append((code, language.partition("_")[0], "name", translated))
    lines = ["# ISO 3166-1 codes and names, from Debian's iso-codes (LGPL-2.1-or-later); written by make-countries.py.",
             "# code\tlanguage\tform\ttext\tsource\tlicence"]
    lines += ["\t".join((*row, "iso-codes", "LGPL-2.1-or-later")) for row in sorted(set(rows))]
    (HERE / "countries.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
