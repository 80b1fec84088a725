"""Document settings: what Word must know so as to ask nothing (ECMA-376 17.15)."""

from __future__ import annotations

from typing import Any

from deckgen.ooxml import xml
from deckgen.writers.docx.names import W, w

EMPTY = xml.document(f'<w:settings xmlns:w="{W}"/>')

# What speaks of the template as a file, of its reviewing or of fields to ask about.
_STALE = (
    "attachedTemplate", "updateFields", "rsids", "trackRevisions", "documentProtection",
    "writeProtection", "mailMerge", "revisionView", "footnotePr", "endnotePr",
)  # fmt: skip
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
# The elements that precede these in CT_Settings (17.15.1.78), as far as templates use them.
_AFTER_FOOTNOTES = (
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
    "listSeparator", "docId",
)  # fmt: skip


def mended(root: Any, with_notes: bool) -> bytes:
    """The template's settings without what is stale, in the mode of current Word."""
    for name in _STALE:
        for element in root.findall(w(name)):
            root.remove(element)
    zoom = root.find(w("zoom"))
    if zoom is not None and zoom.get(w("percent")) is None:
        zoom.set(w("percent"), "100")
    if with_notes:
        notes = _element(
            '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        )
        _insert(root, notes, _AFTER_FOOTNOTES)
    _set_mode(root)
    return xml.serialise(root)


def _set_mode(root: Any) -> None:
    """`compatibilityMode` 15: without it Word opens the file as one of 2007."""
    compat = root.find(w("compat"))
    if compat is None:
        compat = _element("<w:compat/>")
        _insert(root, compat, _AFTER_FOOTNOTES[2:])
    for setting in compat.findall(w("compatSetting")):
        if setting.get(w("name")) == "compatibilityMode":
            setting.set(w("val"), "15")
            return
    compat.append(
        _element(
            f'<w:compatSetting w:name="compatibilityMode" w:val="15" w:uri="{_COMPATIBILITY}"/>'
        )
    )


def _insert(root: Any, element: Any, followers: tuple[str, ...]) -> None:
    """Put the element before the first of those that the schema has after it."""
    names = {w(name) for name in followers}
    for index, child in enumerate(root):
        if child.tag in names or not str(child.tag).startswith(f"{{{W}}}"):
            root.insert(index, element)
            return
    root.append(element)


def _element(fragment: str) -> Any:
    from lxml import etree

    return etree.fromstring(f'<w:x xmlns:w="{W}">{fragment}</w:x>')[0]
