"""Small talks, and the packs that write them, for the tests of documents."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from deckgen.diagnostics import Diagnostic
from deckgen.documents import render
from deckgen.model.document import Document
from deckgen.model.files import FileRefused
from deckgen.model.outline import Outline
from deckgen.model.pack import DiagramStyle, Pack
from deckgen.packs.make import make_word
from deckgen.packs.tokens import Tokens
from deckgen.readers import read_outline

TEMPLATES = Path(__file__).parents[3] / "templates"
WORD = make_word(Tokens())


class NoFiles:
    def read(self, path: str) -> bytes:
        raise FileRefused(f"no file {path}", "")


def outline(slides: str, talk: str = "") -> Outline:
    """The outline of some slides, written as in YAML."""
    head = "talk:\n  title: A talk\n" + "".join(f"  {line}\n" for line in talk.splitlines())
    found, diagnostics = read_outline(
        f"{head}slides:\n{slides}".encode(), "outline.yaml", NoFiles()
    )
    assert found is not None, diagnostics
    return found


def pack(**own: str) -> Pack:
    """The default pack's documents, with templates of one's own before them."""
    files = [*(TEMPLATES / "_shared").glob("*.j2"), *(TEMPLATES / "default").glob("*.j2")]
    shipped = {file.name: file.read_text() for file in files}
    sources = shipped | {f"{name}.md.j2": source for name, source in own.items()}
    unused: Any = None
    return Pack(
        name="default",
        deck=unused,
        word=WORD,
        documents=sources,
        document_files={name: f"templates/{name}" for name in sources},
        style=DiagramStyle(),
    )


def rendered(
    slides: str, name: Literal["briefing", "summary"] = "briefing", talk: str = "", **own: str
) -> Document:
    """The document of some slides."""
    document, diagnostics = render(outline(slides, talk), pack(**own), name)
    assert document is not None, diagnostics
    return document


def refused(template: str, slides: str = "  - bullets: One\n    items: [a]\n") -> Diagnostic:
    """What is said of a briefing template that cannot be used."""
    document, diagnostics = render(outline(slides), pack(briefing=template), "briefing")
    assert document is None
    return diagnostics[0]
