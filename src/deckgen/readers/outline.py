"""An outline's text -> Outline: the slides numbered, named, and checked against each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from deckgen.diagnostics import Diagnostic, Diagnostics, TooManyErrors, did_you_mean
from deckgen.fields import NamedData, Plain, Reading, Record, RecordOf, optional, record, required
from deckgen.fields.records import keys_of, read_keys
from deckgen.frozen import replace
from deckgen.model.asset import Prepared
from deckgen.model.files import Files
from deckgen.model.outline import FORMATS, Outline, Source
from deckgen.model.tree import Mapping, Scalar, Tree
from deckgen.readers.assembly import Assembly, Elsewhere
from deckgen.readers.audience import View, check_marks, marked, seen
from deckgen.readers.references import check_references
from deckgen.readers.slides import Draft, Slides
from deckgen.readers.sources import Works
from deckgen.readers.talk import TalkKeys
from deckgen.readers.yaml import read_tree

MOST_ERRORS = 100


@record
class OutlineKeys(Record):
    """A talk: what holds for all of it, and its slides in their order."""

    talk: TalkKeys = required(RecordOf(TalkKeys, "What holds for the whole talk."))
    pack: str = optional(
        Plain("The template: a pack's name or the path of a .pptx or .potx file.", ("default",)), ""
    )
    briefing_template: str = optional(
        Plain("A Word file for the briefing, in place of the pack's.", ("house-style.dotx",)), ""
    )
    data: bool = optional(
        NamedData("Data for several slides, each under a name: `launches: data/launches.csv`."),
        False,
    )
    sources: tuple[Source, ...] = optional(
        Works("The works that the talk rests on, each under a key for the slides to name."), ()
    )
    slides: tuple[Draft, ...] = required(Slides("The slides and parts, in their order."))


def read_outline(
    data: bytes,
    file: str,
    files: Files,
    audiences: Iterable[str] = (),
    prepared: Prepared | None = None,
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """The outline, or None with at least one error; all findings, in the order of their places.

    What is marked for an audience is left out unless `audiences` names it. Pictures that
    are `prepared` are not decoded again.
    """
    reading = Reading(Diagnostics(MOST_ERRORS), files, prepared=prepared)
    try:
        tree = read_tree(data, file, reading.found)
    except TooManyErrors:
        tree = None
    if tree is None:
        return None, tuple(dict.fromkeys(reading.found.as_tuple()))
    return outline_of(tree, file, reading, audiences)


def outline_of(
    tree: Tree, file: str, reading: Reading, audiences: Iterable[str] = ()
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """The outline in a tree that was read before, as `read_outline` gives it.

    What is found adds to the reading's findings.
    """
    try:
        outline = _read(tree, file, reading, frozenset(audiences))
    except TooManyErrors:
        outline = None
    found = reading.found
    # What an alias repeats is read, and found wrong, each time.
    return (None if found.failed else outline), tuple(dict.fromkeys(found.as_tuple()))


def _read(tree: Tree, file: str, reading: Reading, audiences: frozenset[str]) -> Outline | None:
    if not isinstance(tree, Mapping):
        reading.wrong(tree, "a mapping with 'talk' and 'slides'", "Begin with `talk:`.")
        return None
    known = check_marks(tree, reading) if any(marked(tree)) else None
    _check_audiences(audiences, known or frozenset(), reading)
    if known is None:
        return _assembly(tree, reading).outline(file)
    return _variants(tree, file, reading, audiences)


def _assembly(tree: Mapping, reading: Reading) -> Assembly:
    return Assembly(_values(tree, reading), tree, reading)


def _values(tree: Mapping, reading: Reading) -> dict[str, Any]:
    """The outline's values; what slides depend on is read before them, wherever it stands."""
    reading.language = _language(tree)
    entries = sorted(tree.entries, key=lambda entry: entry[0].text == "slides")
    first = Mapping(tuple(entries), tree.span, tree.whole)
    return read_keys(first, keys_of(OutlineKeys), reading)[0]


def _language(tree: Mapping) -> str:
    """The talk's language, if it is one."""
    talk = tree.value("talk")
    written = talk.value("language") if isinstance(talk, Mapping) else None
    return written.text.strip() if isinstance(written, Scalar) and written.text.strip() else "en"


def _variants(
    tree: Mapping, file: str, reading: Reading, audiences: frozenset[str]
) -> Outline | None:
    """The outline as the deck shows it, and beside it as the others do.

    All of it is read once for its mistakes and its names: what one format shows, another may
    refer to.
    """
    everything = seen(tree, View())
    whole = Assembly(
        _values(everything, reading),
        everything,
        replace(reading, found=Diagnostics()),
    )
    elsewhere = Elsewhere(whole.targets(), whole.cited())
    check_references(elsewhere.targets, reading)
    whole.check_sources(reading)
    if reading.found.failed:
        return None
    _check_meant(tree, audiences, elsewhere, reading)
    views = {form: seen(tree, View(form, audiences)) for form in FORMATS}
    read: dict[str, Outline] = {}
    for form, view in views.items():
        same = next((before for before in read if views[before] == view), None)
        read[form] = read[same] if same else _of_view(view, file, reading, elsewhere)
    return replace(read["deck"], variants={form: read[form] for form in FORMATS[1:]})


def _check_meant(
    tree: Mapping, audiences: frozenset[str], elsewhere: Elsewhere, reading: Reading
) -> None:
    """Report references to what this audience is not shown: they would say its title."""
    shown = seen(tree, View("", audiences))
    own = Reading(Diagnostics(), reading.files, pictures=reading.pictures)
    known = _assembly(shown, own).targets()
    for written, span in own.references:
        if written in elsewhere.targets and written not in known:
            message = f"what {written} refers to is not shown to this audience"
            hint = "Mark the text that refers to it for the same `audience:`."
            reading.found.error("reference-not-shown", message, span, hint)


def _of_view(view: Mapping, file: str, reading: Reading, elsewhere: Elsewhere) -> Outline:
    own = Reading(reading.found, reading.files, pictures=reading.pictures, rows=reading.rows)
    return _assembly(view, own).outline(file, elsewhere)


def _check_audiences(asked: frozenset[str], known: frozenset[str], reading: Reading) -> None:
    for name in sorted(asked - known):
        named = f"The outline names {', '.join(sorted(known))}." if known else "It names none."
        hint = did_you_mean(name, sorted(known)) or named
        message = f"nothing in the outline is marked for the audience '{name}'"
        reading.found.warning("unknown-audience", message, None, hint)
