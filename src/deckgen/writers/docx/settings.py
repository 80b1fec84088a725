"""Document settings: what Word must know so as to ask nothing (ECMA-376 17.15)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from deckgen.ooxml import xml
from deckgen.writers.docx.names import W, w

EMPTY = xml.document(f'<w:settings xmlns:w="{W}"/>')

# What speaks of the template as a file, of its reviewing or of fields to ask about.
_STALE = (
    "attachedTemplate", "updateFields", "rsids", "trackRevisions", "documentProtection",
    "writeProtection", "mailMerge", "revisionView", "saveThroughXslt",
)  # fmt: skip
_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
# The elements that precede these in CT_Settings (17.15.1.78), as far as templates use them.
_AFTER_FOOTNOTES = (
    "endnotePr", "compat", "docVars", "rsids", "mathPr", "attachedSchema", "themeFontLang",
    "clrSchemeMapping", "doNotIncludeSubdocsInStats", "captions", "readModeInkLockDown",
    "smartTagType", "schemaLibrary", "shapeDefaults", "doNotEmbedSmartTags", "decimalSymbol",
    "listSeparator", "docId",
)  # fmt: skip


def mended(root: Any, separators: Sequence[int], kind: str = "footnote") -> Any:
    """The template's settings without what is stale, in the mode of current Word.

    `separators` are the ids of the notes of a kind that draw the rule above others (17.11.9).
    """
    for name in _STALE:
        for element in root.findall(w(name)):
            root.remove(element)
    zoom = root.find(w("zoom"))
    if zoom is not None and zoom.get(w("percent")) is None:
        zoom.set(w("percent"), "100")
    if separators:
        _list_separators(root, separators, kind)
    _set_mode(root)
    return root


def _list_separators(root: Any, ids: Sequence[int], kind: str) -> None:
    notes = root.find(w(f"{kind}Pr"))
    if notes is None:
        notes = _element(f"<w:{kind}Pr/>")
        _insert(root, notes, _AFTER_FOOTNOTES[kind == "endnote" :])
    for old in notes.findall(w(kind)):
        notes.remove(old)
    if kind == "endnote" and notes.find(w("numFmt")) is None:
        notes.insert(0, _element('<w:numFmt w:val="decimal"/>'))
    for number in ids:
        notes.append(_element(f'<w:{kind} w:id="{number}"/>'))


def _set_mode(root: Any) -> None:
    """`compatibilityMode` 15: without it Word opens the file as one of 2007.

    Lines as older programs set them (17.15.3.37) are not lines of that mode, but LibreOffice's.
    """
    compat = root.find(w("compat"))
    if compat is None:
        compat = _element("<w:compat/>")
        _insert(root, compat, _AFTER_FOOTNOTES[2:])
    for old in compat.findall(w("noLeading")):
        compat.remove(old)
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
