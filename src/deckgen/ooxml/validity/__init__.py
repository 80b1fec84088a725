"""What Office would refuse or repair in a finished package, found before it is written to disk.

The checks read the finished bytes, independently of the writer that made them: one walk through the
XML for its form and its order, for the rest scans with regular expressions, so that they can run
on every build. Of many files made in a row, what was found sound in the last one is known by its
bytes. They look for what schema validators and LibreOffice pass over, too:

- package: every part typed, as its relationships want it, no type for a part that is absent, closed
  relationships, every relationship id that a part uses, no characters that XML forbids, well-formed
  XML, elements in the order of their schema, declared prefixes
- deck: slide ids in range and unique, sections that list every slide once, notes with a master,
  shape ids, what connectors and animations point at, placeholders that the layout has, full table
  rows, text bodies with a paragraph, charts with a workbook and positive axis ids, extents and font
  sizes in range
- word: closed fields, bookmarks that links lead to, cells that end in a paragraph, styles, numbers
  and footnotes that exist
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from deckgen.ooxml.archive import OWN, PackageRefused
from deckgen.ooxml.package import CONTENT_TYPES_PART, Package, opened
from deckgen.ooxml.validity.deck import deck_faults, deck_part_faults
from deckgen.ooxml.validity.known_forms import KnownForms
from deckgen.ooxml.validity.package import arrow_faults, content_faults, package_faults
from deckgen.ooxml.validity.seen import Seen, Sound
from deckgen.ooxml.validity.strangers import strangers
from deckgen.ooxml.validity.structure import structure
from deckgen.ooxml.validity.word import word_faults
from deckgen.twin import both

_MANY = 2_400  # parts; a slide with notes has four

_NOTHING: Mapping[bytes, bytes] = {}

__all__ = ["Seen", "Verdict", "examined", "faults"]


class Verdict(NamedTuple):
    """What was found in a finished file, as sentences.

    `faults` are what Office would refuse or repair, `strangers` what the template brings along that
    acts by itself.
    """

    faults: tuple[str, ...]
    strangers: tuple[str, ...] = ()


def faults(data: bytes, template: bytes = b"") -> tuple[str, ...]:
    """What is wrong with a finished .pptx or .docx, as sentences; empty when nothing is."""
    return examined(data, template).faults


def examined(
    data: bytes,
    template: bytes = b"",
    seen: Seen | None = None,
    deflated: Mapping[bytes, bytes] = _NOTHING,
) -> Verdict:
    """Look through a finished .pptx or .docx.

    Parts that stand in `template` with the same content are taken as they are: what is wrong in
    them was so before. Of files much like one that was `seen`, only what differs is looked at, and
    what was `deflated` just now is not inflated for that.
    """
    try:
        if seen is None:
            return _looked_through(Package.open(data, OWN), template, Seen())
        package, sound = seen.opened(data, template, deflated)
        if sound is not None and not any(_new_faults(package, sound, seen.forms)):
            seen.keep_next(package, sound)
            return Verdict((), sound.strangers)
        return _looked_through(package, template, seen)
    except PackageRefused as refused:
        return Verdict((refused.message,))


def _looked_through(package: Package, template: bytes, seen: Seen) -> Verdict:
    base = opened(template) if template else None
    given = base.members if base else {}
    own = tuple(
        name
        for name, member in package.members.items()
        if name not in given or (given[name].crc, given[name].size) != (member.crc, member.size)
    )
    found = tuple(_faults(package, own, seen.forms))
    strange = tuple(strangers(package, base)) if base else ()
    if not found:
        seen.keep(package, template, own, strange)
    return Verdict(found, strange)


def _new_faults(package: Package, sound: Sound, forms: KnownForms) -> Iterator[str]:
    """Faults of what differs from a sound package whose parts belong together in the same way."""
    changed = sound.changed(package)
    main = package.main_part()
    of_deck = _is_deck(package, main)
    if not of_deck:  # a story may name what any other part defines
        yield from word_faults(package, main, sorted({*sound.own, *changed}))
    elif main in changed:
        yield from deck_faults(package, main)
    for part in changed:
        yield from _part_faults(package, part, forms, of_deck=of_deck)


def _faults(package: Package, own: Sequence[str], forms: KnownForms) -> Iterator[str]:
    """All faults; each part is looked at once, for a long deck is more than is kept in memory."""
    main = package.main_part()
    yield from package_faults(package)
    of_deck = _is_deck(package, main)
    yield from deck_faults(package, main) if of_deck else word_faults(package, main, own)
    yield from _in_parts(package, own, forms, of_deck=of_deck)


def _is_deck(package: Package, main: str) -> bool:
    return "wordprocessingml" not in package.types.of(main)


def _in_parts(
    package: Package, own: Sequence[str], forms: KnownForms, *, of_deck: bool
) -> Sequence[str]:
    """The faults of the parts; of many, a second process looks at one half."""

    def found(parts: Sequence[str]) -> list[str]:
        return [
            fault for part in parts for fault in _part_faults(package, part, forms, of_deck=of_deck)
        ]

    halves = None
    if len(own) >= _MANY:  # every other one: parts of a kind stand together
        halves = both(lambda _: found(own[::2]), lambda _: found(own[1::2]))
    return [*halves[0], *halves[1]] if halves else found(own)


def _part_faults(package: Package, part: str, forms: KnownForms, *, of_deck: bool) -> Iterator[str]:
    if part.endswith(".rels"):
        yield from arrow_faults(package, part)
    elif part.endswith(".xml") and part != CONTENT_TYPES_PART:  # which was read at first
        content = package.read(part)
        known = forms.structure(content)
        arrows = package.relationships(part)
        yield from content_faults(part, content, arrows, sound=known is not None)
        if of_deck:
            yield from deck_part_faults(package, part, content, known or structure(content))
