"""Outline + pack + formats -> files in memory; knows no disk and no terminal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Literal, TypeVar

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.frozen import Frozen, replace
from deckgen.steps import Steps, done, step

if TYPE_CHECKING:
    from deckgen.model.blocks import Picture
    from deckgen.model.outline import Outline
    from deckgen.model.pack import Pack
    from deckgen.ooxml.archive import Archives
    from deckgen.ooxml.validity import Seen
    from deckgen.place import LastTalk
    from deckgen.writers.pptx import LastDeck

INTERNAL_ERROR = "internal-error"
REPORT = (
    "This is a fault of deckgen, not of the outline. Please report it, with the outline and what "
    "`deckgen build -v` prints."
)
SAVE_AGAIN = "Open it in Office and save it again, or choose another template."

T = TypeVar("T")
Unit = Literal["slides", "words"]
Made = tuple[bytes, int]  # a file and how many of its unit it holds
Make = Callable[["Outline", "Pack", int, Diagnostics, "Known | None"], Steps[Made | None]]
Show = Callable[[bytes], tuple[bytes, ...]]
"""Pictures (PNG) of a deck's slides; raises Unshown."""


class Unshown(Exception):
    """Why a deck's slides cannot be shown here."""


class Artifact(Frozen):
    """One finished file: its name within the talk's folder, its bytes, how much it holds."""

    format: str
    name: str
    data: bytes
    count: int
    unit: Unit


class Format(Frozen):
    """An output format: `name` as asked for, `file` as written, `unit` as counted."""

    name: str
    file: str
    make: Make
    unit: Unit


class Known:
    """What was learnt from the talks made so far that makes the next one sooner; for one thread.

    It is bounded, and no file differs by it.
    """

    __slots__ = ("_papers", "_placed", "_seen", "_written")

    def __init__(self) -> None:
        self._seen: Seen | None = None
        self._written: LastDeck | None = None
        self._papers: Archives | None = None
        self._placed: LastTalk | None = None

    @property
    def placed(self) -> LastTalk:
        """The talk that was placed last."""
        if self._placed is None:
            from deckgen.place import LastTalk

            self._placed = LastTalk()
        return self._placed

    @property
    def papers(self) -> Archives:
        """The briefing that was written last."""
        if self._papers is None:
            from deckgen.ooxml.archive import Archives

            self._papers = Archives()
        return self._papers

    @property
    def written(self) -> LastDeck:
        """The deck that was written last."""
        if self._written is None:
            from deckgen.writers.pptx import LastDeck

            self._written = LastDeck()
        return self._written

    @property
    def deflated(self) -> Mapping[bytes, bytes]:
        """What was deflated just now, by what came of it."""
        return self._written.deflated if self._written else {}

    @property
    def seen(self) -> Seen:
        """The files that were looked through."""
        if self._seen is None:
            from deckgen.ooxml.validity import Seen

            self._seen = Seen()
        return self._seen


def _deck(
    outline: Outline, pack: Pack, epoch: int, found: Diagnostics, known: Known | None
) -> Steps[Made | None]:
    made = yield from _written(
        _placed_and_written(outline, pack, epoch, known), pack.deck.file, found
    )
    if made is None:
        return None
    data, count, diagnostics = made
    found.extend(diagnostics)
    if found.failed:
        return None
    yield
    _refuse_faults(data, pack.deck.data, pack.deck.file, found, known)
    return data, count


def _placed_and_written(
    outline: Outline, pack: Pack, epoch: int, known: Known | None
) -> Steps[tuple[bytes, int, tuple[Diagnostic, ...]]]:
    """The deck's file, the number of its slides, the findings; no bytes where there are errors."""
    from deckgen.long_deck import LONG, long_deck
    from deckgen.place import place
    from deckgen.writers.pptx import write

    if len(outline.slides) >= LONG and (made := long_deck(outline, pack, epoch)):
        return made
    yield
    deck, found = place(outline, pack, known.placed if known else None)
    if deck is None:
        return b"", 0, found
    yield
    return write(deck, pack.deck, epoch, known.written if known else None), len(deck.slides), found


def _briefing(
    outline: Outline,
    pack: Pack,
    epoch: int,
    found: Diagnostics,
    known: Known | None,
    thumbnails: Mapping[str, Picture] | None = None,
) -> Steps[Made | None]:
    from deckgen.documents import render
    from deckgen.writers.docx import write

    yield
    document, diagnostics = render(outline, pack, "briefing")
    found.extend(diagnostics)
    if document is None or found.failed:
        return None
    document = replace(document, thumbnails=thumbnails or {})
    template = pack.word_file or f"The Word template of the pack {pack.name!r}"
    writing = step(lambda: write(document, pack.word, epoch, known.papers if known else None))
    data = yield from _written(writing, template, found)
    if data is None:
        return None
    yield
    _refuse_faults(data, pack.word, template, found, known)
    return data, _words(data)


def _summary(
    outline: Outline, pack: Pack, _: int, found: Diagnostics, __: Known | None
) -> Steps[Made | None]:
    from deckgen.documents import render
    from deckgen.writers.markdown import write

    yield
    document, diagnostics = render(outline, pack, "summary")
    found.extend(diagnostics)
    if document is None or found.failed:
        return None
    data = write(document)
    return data, len(data.decode().split())


def _written(writing: Steps[T], template: str, found: Diagnostics) -> Steps[T | None]:
    """What a writer makes; a template that it cannot build on is an error of the template."""
    from deckgen.ooxml.archive import PackageRefused

    try:
        return (yield from writing)
    except PackageRefused as refused:
        found.error("bad-template", f"{template}: {refused.message}.", None, refused.hint)
        return None


def _refuse_faults(
    data: bytes, template: bytes, name: str, found: Diagnostics, known: Known | None
) -> None:
    """Hold back a package that Office would repair or refuse, and say whose fault it is.

    Warns of what a template brings along that nobody would expect of a talk.
    """
    from deckgen.ooxml.validity import examined, faults

    again = (known.seen, known.deflated) if known else ()
    verdict = examined(data, template, *again)
    for stranger in verdict.strangers:
        hint = "Take it out in Office, unless you know that the template means it."
        found.warning("template-reaches-out", f"{name}: {stranger}.", None, hint)
    wrong = verdict.faults
    given = faults(template) if wrong else ()
    wrong = tuple(fault for fault in wrong if fault not in given)
    if wrong and given:
        found.error("bad-template", f"{name}: {given[0]}.", None, SAVE_AGAIN)
    elif wrong:
        found.error(INTERNAL_ERROR, f"deckgen made a faulty file: {wrong[0]}", None, REPORT)
        for fault in wrong:
            found.note(INTERNAL_ERROR, fault, None)


def _words(data: bytes) -> int:
    """The words of a Word document's body, field codes left out."""
    from deckgen.ooxml.archive import OWN
    from deckgen.ooxml.package import Package

    package = Package.open(data, OWN)
    body = package.read(package.main_part()).decode()
    body = re.sub(r"<w:instrText\b.*?</w:instrText>", "", body, flags=re.DOTALL)
    body = re.sub(r"</w:p>|<w:br/>|<w:tab/>", " ", body)
    return len(re.sub(r"<[^>]*>", "", body).split())


FORMATS: Mapping[str, Format] = {
    row.name: row
    for row in (
        Format("deck", "deck.pptx", _deck, "slides"),
        Format("briefing", "briefing.docx", _briefing, "words"),
        Format("summary", "summary.md", _summary, "words"),
    )
}


Built = tuple[tuple[Artifact, ...], tuple[Diagnostic, ...]]


def build(
    outline: Outline, pack: Pack, formats: Iterable[Format], epoch: int, show: Show | None = None
) -> Built:
    """Make every format of a talk; `epoch` is the time, in seconds, that the files carry.

    `show` makes the pictures of slides that a briefing may ask for.

    A format that fails is missing from the artifacts and has an error among the diagnostics.
    """
    return done(building(outline, pack, formats, epoch, show, None))


def building(
    outline: Outline,
    pack: Pack,
    formats: Iterable[Format],
    epoch: int,
    show: Show | None,
    known: Known | None,
) -> Steps[Built]:
    """What `build` does, step by step; `known` is kept by whoever makes many talks.

    A single talk has none, since that keeps in memory what is done with.
    """
    artifacts: list[Artifact] = []
    found = Diagnostics()
    pack = _facing(pack, outline)
    for row in formats:
        own = Diagnostics()
        make = row.make
        if row.name == "briefing" and outline.talk.paper.thumbnails:
            make = partial(_briefing, thumbnails=_thumbnails(outline, pack, epoch, show, own))
        making = make(outline.shown_in(row.name), pack, epoch, own, known)
        made = yield from guarded_steps(making, own)
        if made is not None and not own.failed:
            data, count = made
            artifacts.append(Artifact(row.name, row.file, data, count, row.unit))
        found.extend(own)
    return tuple(artifacts), found.as_tuple()


def _facing(pack: Pack, outline: Outline) -> Pack:
    """The pack as the talk's language runs."""
    from deckgen.text.direction import right_to_left

    if not right_to_left(outline.talk.language):
        return pack
    from deckgen.packs.turning import turned

    return turned(pack)


def _thumbnails(
    outline: Outline, pack: Pack, epoch: int, show: Show | None, found: Diagnostics
) -> Mapping[str, Picture]:
    """A small picture of each slide of the deck by the slide's id; a warning where none can be."""
    from deckgen.documents.thumbnails import pictures
    from deckgen.place import place
    from deckgen.writers.pptx import write

    shown = outline.shown_in("deck")
    deck, _ = guarded(lambda: place(shown, pack), found) or (None, ())
    if deck is None:
        return {}
    try:
        if show is None:
            raise Unshown("nothing here can show slides")
        pages = show(write(deck, pack.deck, epoch))
    except Unshown as fault:
        hint = "Install LibreOffice and poppler-utils, or leave `thumbnails` out."
        message = f"the briefing has no pictures of the slides: {fault}"
        found.warning("no-thumbnails", message, outline.talk.span, hint)
        return {}
    return pictures(shown, deck, pages)


def barriers(outline: Outline, pack: Pack) -> tuple[Diagnostic, ...]:
    """What in a talk's deck and paper keeps people out, whatever they see, hear or point with.

    Empty for a deck that cannot be placed: `build` says why.
    """
    from deckgen.accessibility import check
    from deckgen.place import place

    shown = outline.shown_in("deck")
    pack = _facing(pack, outline)
    found = Diagnostics()
    deck, _ = guarded(lambda: place(shown, pack), Diagnostics()) or (None, ())
    if deck is not None:
        found.extend(guarded(lambda: check(shown, deck, pack), found) or ())
    return found.as_tuple()


def guarded(stage: Callable[[], T], found: Diagnostics) -> T | None:
    """Run a stage; an exception is a fault of deckgen: one error, and its traceback as a note."""
    return done(guarded_steps(step(stage), found))


def guarded_steps(stage: Steps[T], found: Diagnostics) -> Steps[T | None]:
    """Run a stage step by step, guarded in the same way."""
    try:
        return (yield from stage)
    except MemoryError:
        hint = "Make its pictures and its template smaller, or give the process more memory."
        found.error("out-of-memory", "The talk takes more memory than there is.", None, hint)
        return None
    except Exception as fault:
        from traceback import format_exception

        found.error(
            INTERNAL_ERROR,
            f"deckgen failed here: {type(fault).__name__}: {fault}",
            None,
            REPORT,
        )
        found.note(INTERNAL_ERROR, "".join(format_exception(fault)).rstrip(), None)
        return None
