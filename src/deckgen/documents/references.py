"""References of texts and prose, as each document can follow them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from deckgen.diagnostics import Diagnostics
from deckgen.documents.views import PartView, SourceView
from deckgen.frozen import Frozen
from deckgen.model.inline import plain
from deckgen.text.inline import parse_inline
from deckgen.text.references import replaced, works

_CONTAINER = re.compile(r"^:{3,}\s*([a-z-]+)\s+#(\S+)\s*$", re.MULTILINE)
# The length is bounded, as every bracket that nothing closes is looked behind to its end.
_LINK = re.compile(r"(?<!!)\[((?:[^\[\]\\]|\\.){0,1000})\]\(#([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} +(.*)$", re.MULTILINE)
_FIGURES = frozenset({"table", "figure", "timeline", "diagram"})

Cite = Callable[[str], str]


def citing(sources: Mapping[str, SourceView], labels: Mapping[str, str], notes: bool) -> Cite:
    """How a citation (`[@key, p. 3]`) is written: as links to the list of sources, or notes."""
    aside = labels["aside"].strip()
    comma = labels["comma"]

    def cite(citation: str) -> str:
        written = []
        for key, place in works(citation):
            source = sources.get(key)
            if source is None:
                continue
            if notes:
                words = aside.replace("{}", place) if place else ""
                written.append(f"{words}[^{source.number}]")
            else:
                named = f"{source.mark[:-1]}{comma}{place}{source.mark[-1]}"
                mark = named if place else source.mark
                written.append(linked_mark(mark, key))
        return ("" if notes else "\u00a0").join(written)

    return cite


def linked_mark(mark: str, key: str) -> str:
    """A work's mark in the text as a link to its entry in the list."""
    escaped = re.sub(r"([\[\]*_])", r"\\\1", mark)
    return f"[{escaped}](#source-{key})"


def prose_with(prose: str, cite: Cite, say: Callable[[str], str]) -> str:
    """Block Markdown with its citations written, its references as `say` has them."""
    return replaced(prose, lambda one: cite(one) if one.startswith("[") else say(one))


class _Shown(Frozen):
    """What a rendered document has containers for."""

    anchors: Collection[str]
    figures: Collection[str]

    def has(self, reference: str) -> bool:
        kind, _, name = reference[1:].partition(":")
        if kind in {"table", "figure"}:
            own = re.compile(rf"{re.escape(name)}(-\d+)*")
            return any(own.fullmatch(figure) for figure in self.figures)
        return name in self.anchors


def check_shown(markdown: str, words: Mapping[str, str], found: Diagnostics) -> str:
    """The document; references to what its template leaves out are said in words, with a warning.

    `words` are those of every reference.
    """
    boxes = _CONTAINER.findall(markdown)
    shown = _Shown(
        {name for kind, name in boxes if kind in {"slide", "part"}},
        {name for kind, name in boxes if kind in _FIGURES},
    )

    def one(written: str) -> str:
        if written.startswith("[") or shown.has(written) or written not in words:
            return written
        message = f"the paper does not show what {written} refers to; its title stands there"
        hint = "Refer to the slide (@slide:...), or let the template show it."
        found.warning("reference-not-shown", message, None, hint)
        return words[written]

    return replaced(markdown, one)


def without_idle_notes(markdown: str) -> str:
    """The document without the notes that nothing in it refers to."""
    used = {found[1] for found in _NOTE_MARK.finditer(markdown)}
    left = _NOTE.sub(lambda found: found[0] if found[1] in used else "", markdown)
    return f"{left.rstrip()}\n"


_NOTE_MARK = re.compile(r"(?<!^)\[\^([^\]\s]+)\](?!:)", re.MULTILINE)
_NOTE = re.compile(r"^\[\^([^\]\s]+)\]: [^\n]*\n\n?", re.MULTILINE)


def with_anchors(markdown: str, parts: Collection[PartView]) -> str:
    """Links to slides as links to the headings above them; without such a heading, their text."""
    headings = {slug: words for words, slug in _slugs(markdown)}
    by_words = {words: slug for slug, words in headings.items()}
    places: dict[str, str] = {}
    for part in parts:
        for section in part.sections:
            heading = by_words.get(section.header) or by_words.get(part.title, "")
            places |= {slide.id: heading for slide in section.slides}
        for slide in part.slides:
            places.setdefault(slide.id, by_words.get(part.title, ""))
        places.setdefault(part.id, by_words.get(part.title, ""))

    def one(found: re.Match[str]) -> str:
        if found[2] not in places:
            return found[0]
        return f"[{found[1]}](#{places[found[2]]})" if places[found[2]] else found[1]

    return _LINK.sub(one, markdown)


def _slugs(markdown: str) -> Iterator[tuple[str, str]]:
    """The headings with the fragments that GitHub gives them."""
    counts: dict[str, int] = {}
    for words in _HEADING.findall(markdown):
        text = plain(parse_inline(words)).lower()
        slug = re.sub(r"[^\w\- ]", "", text).replace(" ", "-")
        count = counts.get(slug, 0)
        counts[slug] = count + 1
        yield words, f"{slug}-{count}" if count else slug
