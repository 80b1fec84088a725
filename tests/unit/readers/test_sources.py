"""Works from bibliographies, and how they are cited."""

from __future__ import annotations

import pytest

from deckgen.diagnostics import Diagnostic
from deckgen.model.files import FileRefused
from deckgen.model.inline import plain
from deckgen.model.outline import Outline
from deckgen.readers import read_outline
from deckgen.readers.bibliography import read_entries
from deckgen.readers.bibtex import plain as without_latex

BIB = r"""
@string{cd = "Conference on Disarmament"}
@article{ode08, author = {M{\"u}ller, J\"{o}rg and Mark A. Ode and {United Nations}},
  title = {The {Outer Space} Treaty \& its \emph{limits}}, journal = {Space Law},
  volume = 12, number = 3, pages = {4--7}, year = 2008, doi = {10.1/x}}
@book(draft, title = "Draft " # cd, year = {2014}, author = {{Conference}})
@book{unused, title = {Unused}}
"""
STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>S</title><id>s</id></info>
<citation><layout prefix="(" suffix=")"><names variable="author"><name form="short"/></names>
</layout></citation>
<bibliography><layout><names variable="author"><name/></names>
<text variable="title" prefix=". " font-style="italic"/></layout></bibliography></style>"""
FILES = {"refs.bib": BIB, "bad.bib": "\n@book{a, title = {x", "style.csl": STYLE,
         "refs.json": '[{"id": "j", "type": "book", "title": "J", "publisher": "P"}]'}  # fmt: skip


class Files:
    def read(self, path: str) -> bytes:
        if path not in FILES:
            raise FileRefused(f"There is no file '{path}'.", "")
        return FILES[path].encode()


def read(
    sources: str, cited: str = "ode08", talk: str = ""
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    text = f"talk: {{title: T{talk}}}\nsources: {sources}\nslides:\n"
    text += f"  - bullets: A\n    items: ['a [@{cited}]']\n"
    return read_outline(text.encode(), "outline.yaml", Files())


def outline(sources: str, cited: str = "ode08", talk: str = "") -> Outline:
    found, diagnostics = read(sources, cited, talk)
    assert found is not None, diagnostics
    return found


def test_works_of_a_bibliography_are_listed_when_they_are_cited():
    works = outline("refs.bib", "draft").sources

    assert [(work.key, plain(work.text)) for work in works] == [
        ("draft", "Conference, Draft Conference on Disarmament, 2014")
    ]


def test_an_article_is_cited_with_its_journal():
    (work,) = outline("refs.bib").sources

    assert plain(work.text) == (
        "Jörg Müller, Mark A. Ode and United Nations, “The Outer Space Treaty & its limits”, "
        "Space Law 12(3), 4–7, 2008"
    )
    assert work.url == "https://doi.org/10.1/x"
    assert plain(work.short) == "Müller et al., 2008"


def test_a_bibliography_and_works_of_the_outline_stand_beside_each_other():
    works = outline("[refs.json, {own: Own work}]", "j").sources

    assert [plain(work.text) for work in works] == ["J, P", "Own work"]


def test_a_citation_is_the_number_of_its_work():
    item = outline("[refs.json, refs.bib]", "draft").slides[0].blocks[0].items[0]  # type: ignore[union-attr]

    assert plain(item.text) == "a [1]"


def test_a_work_that_is_not_there_is_found():
    _, found = read("refs.bib", "ode8")

    assert [(each.code, each.hint) for each in found] == [
        ("unknown-source", "Did you mean 'ode08'?")
    ]


def test_a_mistake_in_a_bibliography_is_found_where_it_is():
    _, found = read("bad.bib")

    assert str(found[0].span) == "bad.bib:2:19"


def test_a_style_of_ones_own_is_followed():
    pytest.importorskip("citeproc")
    (work,) = outline("refs.bib", "draft", ", citation_style: style.csl").sources

    assert (work.mark, plain(work.text)) == (
        "(Conference)",
        "Conference. Draft Conference on Disarmament",
    )


def test_works_that_are_cited_by_name_stand_in_the_order_of_the_alphabet():
    pytest.importorskip("citeproc")
    made = outline(
        '[refs.bib, {own: {text: "An own work, 1967", short: Own}}]',
        "draft",
        ", citation_style: style.csl",
    )

    assert [(work.key, work.mark) for work in made.sources] == [
        ("own", "(Own)"),
        ("draft", "(Conference)"),
    ]


def test_a_style_that_is_not_there_is_found():
    pytest.importorskip("citeproc")
    _, found = read("refs.bib", "draft", ", citation_style: nowhere.csl")

    assert found[0].code == "file-refused"


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"Erd{\H o}s", "Erdős"),
        (r"\'Etat {\ss} \o{} \ae", "État ß ø æ"),
        (r"\v{S}koda~\c{c}a", "Škoda\u00a0ça"),
        (r"50\,\% \textbf{b}", "50% b"),
    ],
)
def test_the_latex_of_names_is_read(latex: str, text: str):
    assert without_latex(latex).replace("\u2009", "") == text


def test_an_entry_knows_its_line():
    assert [entry.line for entry in read_entries("r.bib", BIB)] == [3, 6, 7]
