"""Relationships between parts (ECMA-376 part 2, clause 9.3), and how they are written."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import lru_cache

from deckgen.frozen import Frozen
from deckgen.ooxml import names
from deckgen.ooxml.xml import attribute, document, parse

# A relationship as Office and this module write it; anything else goes through the parser.
_PLAIN_ARROW = re.compile(
    rb'<Relationship Id="([^"]*)" Type="([^"]*)" Target="([^"]*)"( TargetMode="External")?/>'
)

_SPECIAL = re.compile("#|//|/$")


class Relationship(Frozen):
    """An arrow from one part: to another part (by part name) or, if external, to a URL."""

    id: str
    type: str
    target: str
    external: bool = False


def relationships_xml(part: str, arrows: Iterable[Relationship]) -> bytes:
    """The relationships part of a part, in the order given; empty bytes when there are none."""
    lines = []
    for arrow in arrows:
        target = arrow.target if arrow.external else relative(part, arrow.target)
        mode = ' TargetMode="External"' if arrow.external else ""
        lines.append(
            f'<Relationship Id="{attribute(arrow.id)}" Type="{attribute(arrow.type)}"'
            f' Target="{attribute(target)}"{mode}/>'
        )
    if not lines:
        return b""
    body = "".join(lines)
    return document(f'<Relationships xmlns="{names.RELATIONSHIPS}">{body}</Relationships>')


def relationships_part(part: str) -> str:
    """Where the relationships that start at a part are kept; "" is the package itself."""
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"


def resolve(part: str, target: str) -> str:
    """The part name that a relationship's relative target means, seen from a part."""
    folder = part.rpartition("/")[0]
    if target.startswith("../") and "/." not in target[2:] and not _SPECIAL.search(target):
        return f"{folder.rpartition('/')[0]}/{target[3:]}".lstrip("/")
    return _within(folder, target)


@lru_cache(maxsize=4096)
def _within(folder: str, target: str) -> str:
    path = target.partition("#")[0]
    return posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")


def read_relationships(content: bytes, source: str) -> list[Relationship]:
    """The relationships in a part called `source`, their targets as they are written there."""
    usual = not (b"<!" in content or b"&" in content) and content.isascii()
    found = _PLAIN_ARROW.findall(content) if usual else []
    if usual and len(found) == content.count(b"<Relationship "):
        return [
            Relationship(name.decode(), kind.decode(), target.decode(), bool(external))
            for name, kind, target, external in found
        ]
    return [
        Relationship(
            element.get("Id", ""),
            element.get("Type", ""),
            element.get("Target", ""),
            element.get("TargetMode") == "External",
        )
        for element in parse(content, source)
        if element.tag == f"{{{names.RELATIONSHIPS}}}Relationship"
    ]


@lru_cache(maxsize=1024)
def relative(part: str, target: str) -> str:
    """The shortest relative target that leads from a part to another."""
    folder = part.rpartition("/")[0]
    if folder and target.startswith(f"{folder}/"):
        return target[len(folder) + 1 :]
    return posixpath.relpath("/" + target, "/" + folder)


def next_id(arrows: Iterable[Relationship]) -> int:
    """The first number N for which no relationship from N upwards is called `rIdN`."""
    numbers = [
        int(arrow.id[3:]) for arrow in arrows if arrow.id[:3] == "rId" and arrow.id[3:].isdigit()
    ]
    return max(numbers, default=0) + 1
