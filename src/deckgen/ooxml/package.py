"""An Office package: parts, their content types, the relationships between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from typing import Any
from urllib.parse import unquote
from zlib import crc32

from deckgen.frozen import Frozen
from deckgen.ooxml import names
from deckgen.ooxml.archive import (
    FOREIGN,
    Archives,
    Limits,
    Member,
    PackageRefused,
    pack,
    read_archive,
)
from deckgen.ooxml.relationships import (
    Relationship,
    next_id,
    read_relationships,
    relationships_part,
    relationships_xml,
    resolve,
)
from deckgen.ooxml.xml import attribute, document, parse, refuse_document_type

__all__ = ["CONTENT_TYPES_PART", "ContentTypes", "Draft", "Package", "Relationship", "next_id"]

_XML = frozenset(("xml", "rels", "vml"))
CONTENT_TYPES_PART = "[Content_Types].xml"
# How this module writes the types; anything else goes through the parser.
_TYPES_HEAD = document(f'<Types xmlns="{names.CONTENT_TYPES}">')
_PLAIN_TYPE = re.compile(
    rb'<(Default|Override) (?:Extension|PartName)="([ !#-;=?-~]*)" ContentType="([ !#-;=?-~]*)"/>'
)


class ContentTypes(Frozen):
    """What each part is: by its name, else by its extension (ECMA-376 part 2, 10.1.2)."""

    defaults: Mapping[str, str]
    overrides: Mapping[str, str]

    def of(self, part: str) -> str:
        """The part's content type, empty when it has none."""
        return self.overrides.get(part) or self.defaults.get(extension(part), "")


class Package:
    """A package as read: members by part name (without a leading slash)."""

    __slots__ = ("_deflated", "_folded", "_relationships", "members", "types")

    def __init__(self, members: Mapping[str, Member]) -> None:
        self.members = members
        self._deflated: Mapping[bytes, bytes] = {}
        self._folded = {name.lower(): name for name in members}
        if len(self._folded) != len(members):
            raise PackageRefused(
                "two parts of the package differ only in upper and lower case",
                "Open the file in Office and save it again.",
            )
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        self.types = self._read_types()

    @classmethod
    def open(cls, data: bytes, limits: Limits = FOREIGN) -> Package:
        """The package in the bytes of a file. Raises PackageRefused."""
        return cls(read_archive(data, limits))

    def __contains__(self, part: str) -> bool:
        return part in self.members

    def alike(self, members: Mapping[str, Member], deflated: Mapping[bytes, bytes]) -> Package:
        """A package with other contents of the same parts, types and relationships.

        `deflated` is what was deflated just now, by what came of it: it need not be inflated.
        """
        other = Package.__new__(Package)
        other.members, other.types, other._deflated = members, self.types, deflated
        other._folded, other._relationships = self._folded, self._relationships
        return other

    def read(self, part: str) -> bytes:
        """A part's content. Raises PackageRefused when it is missing or damaged."""
        if part not in self.members:
            raise PackageRefused(
                f"the part {part!r} is missing", "Open the file in Office and save it again."
            )
        member = self.members[part]
        content = self._deflated.get(member.raw)
        if content is not None and (len(content), crc32(content)) == (member.size, member.crc):
            return content
        return member.read()

    def xml(self, part: str) -> Any:
        """A part's root element (lxml), parsed anew. Raises PackageRefused."""
        return parse(self.read(part), part)

    def relationships(self, part: str = "") -> tuple[Relationship, ...]:
        """The relationships that start at a part, or at the package itself."""
        if part not in self._relationships:
            source = relationships_part(part)
            found = self._read_relationships(part, source) if source in self.members else ()
            self._relationships[part] = found
        return self._relationships[part]

    def related(self, part: str, type: str) -> tuple[str, ...]:  # noqa: A002 - its name in OPC
        """The parts that a part's relationships of one type lead to, if they exist."""
        return tuple(
            arrow.target
            for arrow in self.relationships(part)
            if arrow.type == type and not arrow.external and arrow.target in self.members
        )

    def main_part(self) -> str:
        """The document itself. Raises PackageRefused for ISO Strict files and for none."""
        for part in self.related("", names.REL_DOCUMENT):
            return part
        if any(arrow.type == names.REL_STRICT_DOCUMENT for arrow in self.relationships()):
            raise PackageRefused(
                "the file is in the Strict Open XML format",
                "Save it in Office in the ordinary format of the same kind.",
            )
        raise self._foreign()

    def reachable(
        self, skip: Callable[[str, Relationship], bool] = lambda _part, _arrow: False
    ) -> frozenset[str]:
        """All parts that relationships lead to from the package, without those to be skipped.

        `skip` is asked with the part that a relationship starts from ("" for the package).
        """
        found: set[str] = set()
        waiting = [""]
        while waiting:
            part = waiting.pop()
            for arrow in self.relationships(part):
                target = arrow.target
                new = not arrow.external and target in self.members and target not in found
                if new and not skip(part, arrow):
                    found.add(target)
                    waiting.append(target)
        return frozenset(found)

    def actual(self, name: str) -> str:
        """The part's name as it stands in the archive; names are equal whatever their case."""
        if name in self.members:
            return name
        unquoted = unquote(name)
        return self._folded.get(name.lower()) or self._folded.get(unquoted.lower()) or name

    def _read_types(self) -> ContentTypes:
        defaults: dict[str, str] = {}
        overrides: dict[str, str] = {}
        part = self.actual(CONTENT_TYPES_PART)
        if part not in self.members:
            raise self._foreign()
        for tag, key, kind in _types_in(self.read(part), part):
            if tag == f"{{{names.CONTENT_TYPES}}}Default":
                defaults[key.lower()] = kind
            elif tag == f"{{{names.CONTENT_TYPES}}}Override":
                overrides[self.actual(key.lstrip("/"))] = kind
        return ContentTypes(defaults, overrides)

    def _foreign(self) -> PackageRefused:
        if "mimetype" in self.members:
            hint = "Save it in the format of PowerPoint or Word."
            return PackageRefused("the file is in the OpenDocument format", hint)
        return PackageRefused(
            "the zip archive holds no Office document", "Give a file that Office has saved."
        )

    def _read_relationships(self, part: str, source: str) -> tuple[Relationship, ...]:
        return tuple(
            [
                arrow
                if arrow.external
                else Relationship(arrow.id, arrow.type, self.actual(resolve(part, arrow.target)))
                for arrow in read_relationships(self.read(source), source)
            ]
        )


@lru_cache(maxsize=8)
def _types_in(content: bytes, part: str) -> tuple[tuple[str, str, str], ...]:
    """The entries of [Content_Types].xml: their tag, what they speak of, its type."""
    if content.startswith(_TYPES_HEAD) and content.isascii() and b"&" not in content:
        body = content[len(_TYPES_HEAD) :]
        plain = _PLAIN_TYPE.findall(body)
        if len(plain) == body.count(b"<") - 1 and _PLAIN_TYPE.sub(b"", body) == b"</Types>":
            return tuple(
                (f"{{{names.CONTENT_TYPES}}}{tag.decode()}", of.decode(), kind.decode())
                for tag, of, kind in plain
            )
    return tuple(
        (each.tag, each.get("Extension") or each.get("PartName", ""), each.get("ContentType", ""))
        for each in parse(content, part)
    )


@lru_cache(maxsize=4)
def opened(data: bytes) -> Package:
    """The package in a template's bytes; kept for what reads it next.

    Raises PackageRefused, also for a document type (ECMA-376 part 2, 9.1.1.1) in a part that nobody
    reads here, but that is taken over into what is made of the template.
    """
    package = Package.open(data)
    for name in package.members:
        if extension(name) in _XML:
            refuse_document_type(package.read(name), name)
    return package


class Draft:
    """A package in the making; filled by one writer, then sealed."""

    __slots__ = ("defaults", "overrides", "parts")

    def __init__(self) -> None:
        self.parts: dict[str, bytes | Member] = {}
        self.defaults: dict[str, str] = {
            "rels": names.TYPE_RELATIONSHIPS,
            "xml": "application/xml",
        }
        self.overrides: dict[str, str] = {}

    @classmethod
    def keeping(cls, package: Package, parts: Iterable[str]) -> Draft:
        """A draft that begins with some parts of a package, their types and relationships."""
        draft = cls()
        used = {"rels", "xml"}
        for part in parts:
            draft.parts[part] = package.members[part]
            used.add(extension(part))
            if kind := package.types.overrides.get(part):
                draft.overrides[part] = kind
            arrows = relationships_part(part)
            if arrows in package.members:
                draft.parts[arrows] = package.members[arrows]
        draft.defaults |= {
            ending: kind for ending, kind in package.types.defaults.items() if ending in used
        }
        return draft

    def copy(self) -> Draft:
        """Another draft that begins as this one is."""
        other = Draft()
        other.parts, other.defaults = dict(self.parts), dict(self.defaults)
        other.overrides = dict(self.overrides)
        return other

    def put(self, part: str, content: bytes | Member, content_type: str) -> None:
        """Add or replace a part."""
        self.parts[part] = content
        if self.defaults.get(extension(part)) == content_type:
            self.overrides.pop(part, None)
        else:
            self.overrides[part] = content_type

    def put_packed(self, part: str, content: bytes, content_type: str) -> Member:
        """Add a part that nothing reads again before the package is sealed: deflated at once."""
        member = pack(part, content)
        self.put(part, member, content_type)
        return member

    def put_arrows(self, part: str, xml: bytes) -> None:
        """Add the finished relationships part of a part, deflated at once."""
        source = relationships_part(part)
        self.parts[source] = pack(source, xml)

    def put_media(self, part: str, content: bytes, content_type: str) -> None:
        """Add a part that is known by its extension, where the extension is free for its type."""
        self.defaults.setdefault(extension(part), content_type)
        self.put(part, content, content_type)

    def put_relationships(self, part: str, arrows: Iterable[Relationship]) -> None:
        """Write all relationships that start at a part, or at the package (""); none drops them."""
        source = relationships_part(part)
        if xml := relationships_xml(part, arrows):
            self.parts[source] = xml
        else:
            self.parts.pop(source, None)

    def content_type(self, part: str) -> str:
        """The part's content type so far."""
        return self.overrides.get(part) or self.defaults.get(extension(part), "")

    def free(self, pattern: str) -> Callable[[], str]:
        """Names that no part has: each call fills the pattern's `{}` with the next free number."""
        return partial(_next_free, self.parts, pattern, [0])

    def seal(self, archives: Archives | None = None) -> bytes:
        """The package's bytes; equal parts give equal bytes. `archives` know the last package."""
        types = content_types_xml(ContentTypes(self.defaults, self.overrides))
        return (archives or Archives()).write({**self.parts, CONTENT_TYPES_PART: types})


def content_types_xml(types: ContentTypes) -> bytes:
    """The part [Content_Types].xml."""
    lines = [f'<Types xmlns="{names.CONTENT_TYPES}">']
    lines += [_type_line("Default Extension", *each) for each in sorted(types.defaults.items())]
    lines += [_type_line("Override PartName", *each) for each in sorted(types.overrides.items())]
    lines.append("</Types>")
    return document("".join(lines))


@lru_cache(maxsize=1_024)
def _type_line(tag: str, what: str, kind: str) -> str:
    root = "/" if tag.startswith("Override") else ""
    return f'<{tag}="{root}{attribute(what)}" ContentType="{attribute(kind)}"/>'


def extension(part: str) -> str:
    """What stands after the last dot of a part's name, in lower case."""
    return part.rpartition("/")[2].rpartition(".")[2].lower()


def _next_free(parts: Mapping[str, object], pattern: str, counter: list[int]) -> str:
    while True:
        counter[0] += 1
        name = pattern.format(counter[0])
        if name not in parts:
            return name
