"""The file as a whole: its template's page, no questions asked, the same bytes every time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import docx
import pypandoc
import pytest
from tests.unit.writers.docx.papers import (
    W,
    codes,
    opened,
    paper,
    part,
    parts,
    said,
    template,
)

from deckgen.model.deck import Properties
from deckgen.ooxml.validity import faults

CONTENTS = "::: contents\nContents\n:::\n\n# One\n\nText\n\n## Two\n\nText\n"
EVERYTHING = """::: title
Title
:::

::: key-messages
Key messages

1. First
1. Second
:::

::: contents
Contents
:::

# One

Text with a [link](https://example.org), a note[^1] and **weight**.

- a
  - b

1. c
2. d

| h | n |
| - | -: |
| x | 1 |

> Words.

## Two

$x^2$ and `code`.

:::: sources
Sources

::: source #source-a
A work
:::
::::

[^1]: The note.
"""


def contents(data: bytes) -> list[str]:
    """The entries of the contents as they are shown."""
    frame = part(data).find(f".//{W}sdtContent")
    return [
        "".join(
            "\t" if e.tag == f"{W}tab" else e.text
            for r in p.iter(f"{W}r")
            for e in r.iter(f"{W}t", f"{W}tab")
        )
        for p in frame.findall(f"{W}p")[1:]
    ]


def test_the_contents_are_filled_in():
    entries = contents(paper(CONTENTS))
    fields = codes(paper(CONTENTS))

    assert entries == ["1\tOne\t1", "1.1\tTwo\t1"]
    assert fields[0].startswith("TOC ")
    assert fields[1:3] == ["PAGEREF _Toc00000001 \\h", "PAGEREF _Toc00000002 \\h"]


def test_the_contents_know_the_pages():
    long = "word " * 700
    entries = contents(paper(f"{CONTENTS}\n{long}\n\n{long}\n\n# Three\n\nText\n"))

    assert entries[-1] == "2\tThree\t3"


def test_every_page_says_which_chapter_it_belongs_to():
    data = paper('# One\n\nText\n\n# A "second" one\n\nText\n')
    header = [e.text.strip() for e in part(data, "word/header1.xml").iter(f"{W}instrText")]
    shown = "".join(e.text or "" for e in part(data, "word/header1.xml").iter(f"{W}t"))

    assert header == ["STYLEREF 1", "REF RunningTitle"]
    assert shown.endswith("One")
    assert [code for code in codes(data) if "Title" in code] == [
        f'SET RunningTitle "{title}"' for title in ("One", "One", "A ”second” one")
    ]
    assert codes(data).count('SET RunningNumber "2"') == 1


def test_a_paper_without_chapters_names_none():
    header = part(paper("Text\n"), "word/header1.xml")

    assert not list(header.iter(f"{W}instrText"))


def test_nothing_makes_word_ask():
    settings = part(paper(EVERYTHING), "word/settings.xml")

    assert settings.find(f"{W}updateFields") is None
    assert settings.find(f"{W}attachedTemplate") is None
    modes = {e.get(f"{W}name"): e.get(f"{W}val") for e in settings.iter(f"{W}compatSetting")}
    assert modes["compatibilityMode"] == "15"
    assert not [e for e in part(paper(EVERYTHING)).iter() if e.get(f"{W}dirty")]


def test_the_templates_text_goes_and_its_page_stays():
    shown = opened(paper("Text\n"))
    base = docx.Document(io.BytesIO(template()))

    assert [p.text for p in shown.paragraphs] == ["Text"]
    assert shown.sections[0].page_width == base.sections[0].page_width
    assert shown.sections[0].different_first_page_header_footer


def test_tags_in_header_and_footer_are_filled():
    tags = {"talk.title": "My talk", "labels.page": "Page", "labels.of": "of"}
    section = opened(paper("Text\n", tags=tags)).sections[0]

    assert section.header.paragraphs[0].text == "My talk\t"
    assert section.footer.paragraphs[0].text == "\tPage 1 of 1"


def test_a_tag_may_be_split_over_runs():
    base = docx.Document(io.BytesIO(template()))
    line = base.sections[0].header.paragraphs[0]
    line.clear()
    for piece in ("for {", "{ talk.", "title }} ", "only"):
        line.add_run(piece)
    file = io.BytesIO()
    base.save(file)
    shown = opened(paper("Text\n", base=file.getvalue(), tags={"talk.title": "My talk"}))

    assert shown.sections[0].header.paragraphs[0].text == "for My talk only"


def test_the_properties_are_the_talks():
    properties = Properties("T", author="A", subject="S", keywords="k", language="de")
    core = opened(paper("Text\n", properties=properties)).core_properties

    assert (core.title, core.author, core.subject, core.keywords) == ("T", "A", "S", "k")
    assert core.created.year == 2023


def test_the_same_paper_is_the_same_bytes():
    assert paper(EVERYTHING) == paper(EVERYTHING)


def test_hash_seeds_change_nothing():
    code = (
        "import hashlib; from tests.unit.writers.docx.papers import paper;"
        "from tests.unit.writers.docx.test_file import EVERYTHING;"
        "print(hashlib.sha256(paper(EVERYTHING)).hexdigest())"
    )
    root = Path(__file__).parents[4]
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{root}:{root / 'src'}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(runs) == 1


def test_nothing_is_wrong_with_the_package():
    assert faults(paper(EVERYTHING), template()) == ()
    assert faults(template()) == ()


def test_the_validator_finds_nothing(tmp_path: Path):
    file = tmp_path / "paper.docx"
    file.write_bytes(paper(EVERYTHING))
    audit = Path(sys.executable).with_name("openxml-audit")
    told = subprocess.run([audit, file], capture_output=True, text=True, check=False).stdout

    assert "Errors: 0" in told


def test_another_reader_finds_everything():
    back = pypandoc.convert_text(paper(EVERYTHING), "gfm", "docx", extra_args=["--wrap=none"])

    assert re.findall(r"^#+ .+$", back, re.MULTILINE) == ["# One", "## Two", "# Sources"]
    assert "[link](https://example.org)" in back
    assert re.search(r"- a\n+  - b", back)
    assert re.search(r"1\.  c\n+2\.  d", back)
    assert "> Words." in back
    assert "[^1]: The note." in back
    assert "`code`" in back
    assert "x^{2}" in back
    assert "| **h** | **n** |" in re.sub(" +", " ", back)


@pytest.mark.parametrize("bare", [False, True])
def test_templates_of_others_serve_as_well(bare: bool):
    base = docx.Document()
    if bare:
        for style in [s for s in base.styles if not s.builtin or s.name.startswith("List")]:
            style.delete()
    base.add_paragraph("Text of the template")
    file = io.BytesIO()
    base.save(file)
    data = paper(EVERYTHING, base=file.getvalue())

    assert faults(data, file.getvalue()) == ()
    assert ("Heading 1", "One") in said(data)
    assert not [words for _, words in said(data) if "template" in words]
    assert not [name for name in parts(data) if "thumbnail" in name]


def test_the_contents_know_that_chinese_lines_are_higher():
    latin, chinese = (
        contents(paper(f"{CONTENTS}\n" + "\n\n".join([words] * 51) + "\n\n# Three\n\nText\n"))
        for words in ("word word", "中文中文")
    )

    assert (latin[-1], chinese[-1]) == ("2\tThree\t2", "2\tThree\t3")
