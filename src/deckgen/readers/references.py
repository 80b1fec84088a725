"""What texts refer to by name: checked when all slides are known, then said in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields import Reading
from deckgen.frozen import replace
from deckgen.model.inline import Run, plain
from deckgen.model.outline import Outline, Prose
from deckgen.model.walk import changed
from deckgen.text.escape import to_markdown
from deckgen.text.references import replaced, works
from deckgen.text.targets import SHOWS, Target


def check_references(known: Mapping[str, Target], reading: Reading) -> None:
    """Report references to what is not there."""
    for written, span in reading.references:
        if written not in known:
            _report(written, span, known, reading)


def _report(written: str, span: Span, known: Mapping[str, Target], reading: Reading) -> None:
    kind, _, name = written[1:].partition(":")
    hint = did_you_mean(written, known)
    if kind in SHOWS and f"@slide:{name}" in known:
        message = f"the slide '{name}' shows no {kind}"
        hint = f"Write @slide:{name}, or give the id of a slide with a {kind}."
    else:
        message = f"there is no {kind} '{name}'"
        hint = hint or f"Give the slide that you mean the id: `id: {name}`."
    reading.found.error("unknown-reference", message, span, hint)


def said(outline: Outline, known: Mapping[str, Target]) -> Outline:
    """The outline with its references in words; a link to what is not shown here is none."""
    here = {slide.id: slide.id for slide in reversed(outline.slides)}
    for part in outline.parts:
        opening = next((slide.id for slide in outline.slides if slide.part == part.number), "")
        here.setdefault(part.id, opening)
    numbers = {source.key: number for number, source in enumerate(outline.sources, 1)}

    def link(name: str) -> str:
        return f"#{here[name]}" if here.get(name) else ""

    def run(one: Run) -> Run:
        if one.reference.startswith("["):
            return replace(one, text=marks(one.reference, numbers))
        if one.reference:
            target = known[one.reference]
            return replace(
                one, text=plain(target.words), link=f"#{target.id}" * (target.id in here)
            )
        return replace(one, link="") if one.link[:1] == "#" and one.link[1:] not in here else one

    def in_prose(written: str) -> str:
        if written.startswith("["):
            return marks(written, numbers).replace("[", "\\[")
        target = known[written]
        words = to_markdown(target.words)
        return f"[{words}]({link(target.id)})" if link(target.id) else words

    def elsewhere(written: str) -> str:
        target = known.get(written)
        return to_markdown(target.words) if target and not link(target.id) else written

    def prose(one: Prose | None, say: Callable[[str], str]) -> Prose | None:
        return None if one is None else Prose(replaced(one.source, say), one.span)

    shown = changed(outline, run)
    slides = tuple(
        replace(one, notes=prose(one.notes, in_prose), briefing=prose(one.briefing, elsewhere))
        for one in shown.slides
    )
    parts = tuple(replace(one, briefing=prose(one.briefing, elsewhere)) for one in shown.parts)
    talk = replace(shown.talk, about=replaced(shown.talk.about, elsewhere))
    return replace(shown, slides=slides, parts=parts, talk=talk)


def marks(citation: str, numbers: Mapping[str, int]) -> str:
    """A citation as the numbers of its works: `[3, p. 7; 4]`."""
    cited = (
        f"{numbers[key]}, {place}" if place else f"{numbers[key]}" for key, place in works(citation)
    )
    return f"[{'; '.join(cited)}]"
