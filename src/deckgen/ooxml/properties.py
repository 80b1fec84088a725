"""The parts docProps/core.xml and docProps/app.xml (ECMA-376 parts 2, 11 and 1, 22.2)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from deckgen.model.deck import Properties
from deckgen.ooxml import names
from deckgen.ooxml.package import Draft, Package, Relationship, next_id
from deckgen.ooxml.xml import document, text

_CORE = (
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.w3.org/2001/XMLSchema-instance",
)
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def core_xml(properties: Properties, epoch: int) -> bytes:
    """Core properties; created and modified are `epoch`, in seconds since 1970 (UTC)."""
    day = f"{datetime.fromtimestamp(max(epoch, 0), UTC):%Y-%m-%dT%H:%M:%SZ}"
    core, dc, terms, xsi = _CORE
    elements = (
        ("dc:title", properties.title),
        ("dc:subject", properties.subject),
        ("dc:creator", properties.author),
        ("cp:keywords", properties.keywords),
        ("dc:language", properties.language),
        ("cp:lastModifiedBy", properties.author),
        ("cp:revision", "1"),
        ("cp:category", properties.category),
    )
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    return document(
        f'<cp:coreProperties xmlns:cp="{core}" xmlns:dc="{dc}" xmlns:dcterms="{terms}"'
        f' xmlns:xsi="{xsi}">{_elements(elements)}{dates}</cp:coreProperties>'
    )


def app_xml(application: str, company: str, counts: Mapping[str, int]) -> bytes:
    """Extended properties: who wrote the file, and counts such as `Slides` and `Notes`.

    The counts are written in the order given, which the schema leaves free.
    """
    elements = (
        ("Application", application),
        *((name, str(count)) for name, count in counts.items()),
        ("Company", company),
        ("AppVersion", "16.0000"),
    )
    return document(f'<Properties xmlns="{_APP}">{_elements(elements)}</Properties>')


def put_properties(draft: Draft, package: Package, core: bytes, app: bytes) -> None:
    """Put both parts where the package keeps them, and write the package's relationships.

    The thumbnail and the signature of the template say nothing true about the new file: their
    relationships are left out, as are those whose parts the draft does not hold.
    """
    stale = (names.REL_THUMBNAIL, names.REL_SIGNATURE)
    arrows = [
        arrow
        for arrow in package.relationships()
        if arrow.type not in stale and (arrow.external or arrow.target in draft.parts)
    ]
    for kind, content_type, part, content in (
        (names.REL_CORE, names.TYPE_CORE, "docProps/core.xml", core),
        (names.REL_APP, names.TYPE_APP, "docProps/app.xml", app),
    ):
        existing = [arrow.target for arrow in arrows if arrow.type == kind]
        if not existing:
            arrows.append(Relationship(f"rId{next_id(arrows)}", kind, part))
        draft.put(existing[0] if existing else part, content, content_type)
    draft.put_relationships("", arrows)


def _elements(pairs: Iterable[tuple[str, str]]) -> str:
    return "".join(f"<{name}>{text(value)}</{name}>" for name, value in pairs if value)
