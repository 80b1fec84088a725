"""What a template brings into every file that is made of it: things that load, link or run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from deckgen.ooxml import names
from deckgen.ooxml.package import Package
from deckgen.ooxml.relationships import Relationship
from deckgen.ooxml.validity.package import source_part

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PAGES = frozenset(("http", "https", "mailto", "tel"))
_PROGRAMS = frozenset(("control", "activeXControlBinary", "oleObject", "vbaProject", "macrosheet"))


def strangers(package: Package, template: Package) -> Iterator[str]:
    """What in a finished file comes from its template and acts by itself, as sentences."""
    for part, arrow, said in _strange(template):
        if arrow in package.relationships(part):
            yield said


@lru_cache(maxsize=4)
def _strange(template: Package) -> tuple[tuple[str, Relationship, str], ...]:
    """All that acts by itself in a template: the part, its relationship, what is said of it."""
    return tuple(
        (part, arrow, said)
        for part in map(source_part, filter(_is_relationships, template.members))
        for arrow in template.relationships(part)
        for said in _said(part, arrow)
    )


def _is_relationships(member: str) -> bool:
    return member.endswith(".rels")


def _said(part: str, arrow: Relationship) -> Iterator[str]:
    kind = arrow.type.rpartition("/")[2]
    if kind in _PROGRAMS:
        yield f"the part {part!r} carries a program or an embedded object ({kind})"
    elif arrow.external and arrow.type != names.REL_HYPERLINK:
        yield f"the part {part!r} loads {arrow.target!r} when somebody opens it"
    elif arrow.external and not _opens_page(arrow.target):
        yield f"the part {part!r} has a link to {arrow.target!r}"


def _opens_page(target: str) -> bool:
    scheme = _SCHEME.match(target)
    if scheme:
        return scheme[1].lower() in _PAGES
    return not target.startswith(("\\", "//"))
