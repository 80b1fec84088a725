"""Faults that any Office file can have: types, relationships, characters, the form of its XML."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator
from functools import lru_cache

from deckgen.ooxml import names
from deckgen.ooxml.archive import REPEATED
from deckgen.ooxml.package import CONTENT_TYPES_PART, Package, Relationship
from deckgen.ooxml.relationships import relationships_part
from deckgen.ooxml.validity.known_forms import KnownForms, forbidden
from deckgen.ooxml.validity.order import form_faults

# What a relationship has to lead to; Office asks the target's type, not its name.
_TYPES = {
    names.REL_SLIDE: names.TYPE_SLIDE,
    names.REL_NOTES_SLIDE: names.TYPE_NOTES_SLIDE,
    names.REL_NOTES_MASTER: names.TYPE_NOTES_MASTER,
    names.REL_THEME: names.TYPE_THEME,
    names.REL_CHART: names.TYPE_CHART,
    names.REL_IMAGE: "image/",
}
_PREFIXES = re.compile(rb'\b(?:mc:Ignorable|Requires)="([^"]*)"')
_USED_ID = re.compile(rb' r:(?:id|embed|link|pict|dm|lo|qs|cs)="([^"]*)"')


class _Known(threading.local):
    """The forms that this thread has seen, in whatever package: files of a kind are much alike."""

    def __init__(self) -> None:
        self.forms = KnownForms()


_known = _Known()


def package_faults(package: Package) -> Iterator[str]:
    """Faults of the package as such: parts without a type, types without a part."""
    for part in package.types.overrides:
        if part not in package.members:
            yield f"[Content_Types].xml gives a type to {part}, which is not there"
    for part in package.members:
        if part != CONTENT_TYPES_PART and not package.types.of(part):
            yield f"{part} has no content type"


def part_faults(package: Package, part: str) -> Iterable[str]:
    """Faults of one part that any part can have."""
    if part.endswith(".rels"):
        return _arrow_faults(package, source_part(part), part)
    return _content_faults(package, part) if part.endswith(".xml") else ()


def source_part(arrows: str) -> str:
    """The part that a relationships part belongs to; "" for the package's own."""
    folder, _, name = arrows.rpartition("/")
    parent = folder.removesuffix("_rels").rstrip("/")
    source = name.removesuffix(".rels")
    return f"{parent}/{source}" if parent else source


def _arrow_faults(package: Package, source: str, part: str) -> Iterator[str]:
    if source and source not in package.members:
        yield f"{part} belongs to no part"
    seen: set[str] = set()
    for arrow in package.relationships(source):
        if arrow.id in seen:
            yield f"{part} has two relationships called {arrow.id}"
        seen.add(arrow.id)
        if not arrow.external and arrow.target not in package.members:
            yield f"{part} leads to {arrow.target}, which is not there"
        elif not arrow.external:
            yield from _type_faults(package, arrow)


def _type_faults(package: Package, arrow: Relationship) -> Iterator[str]:
    wanted, given = _TYPES.get(arrow.type, ""), package.types.of(arrow.target)
    if not given.startswith(wanted):
        kind = arrow.type.rpartition("/")[2]
        yield f"{arrow.target} is a {kind}, but [Content_Types].xml gives it the type {given}"


def _prefix_faults(part: str, content: bytes) -> Iterator[str]:
    if b"mc:Ignorable" not in content and b"Requires" not in content:
        return  # said at once; the expression would look at every letter
    for prefix in {each for found in _PREFIXES.findall(content) for each in found.split()}:
        if b"xmlns:%b=" % prefix not in content:
            yield f"{part} names the prefix {prefix.decode()}, which it does not declare"


def _content_faults(package: Package, part: str) -> tuple[str, ...]:
    content = package.read(part)
    arrows = tuple([arrow.id for arrow in package.relationships(part)])
    looked = _seen_again if len(content) <= REPEATED else _seen
    return looked(part, content, arrows)


def _seen(part: str, content: bytes, arrows: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_faults_in(part, content, arrows))


_seen_again = lru_cache(maxsize=256)(_seen)


def _faults_in(part: str, content: bytes, arrows: tuple[str, ...]) -> Iterator[str]:
    if not _known.forms.sound(content):
        if forbidden(content):
            yield f"{part} holds a character that XML does not allow"
        else:
            yield from form_faults(part, content)
    if b"mc:" in content:
        yield from _prefix_faults(part, content)
    known = {name.encode() for name in arrows}
    for name in sorted(set(_USED_ID.findall(content)) - known):
        place = relationships_part(part)
        yield f"{part} uses the relationship {name.decode()}, which {place} lacks"
