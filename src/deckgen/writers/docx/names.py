"""WordprocessingML's own names (ECMA-376 part 1, 11.3 and 17)."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
REL_STYLES = _OFFICE + "styles"
REL_STYLES_WITH_EFFECTS = "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects"
REL_NUMBERING = _OFFICE + "numbering"
REL_SETTINGS = _OFFICE + "settings"
REL_FOOTNOTES = _OFFICE + "footnotes"
REL_ENDNOTES = _OFFICE + "endnotes"
REL_COMMENTS = _OFFICE + "comments"
REL_HEADER = _OFFICE + "header"
REL_FOOTER = _OFFICE + "footer"
REL_FONT_TABLE = _OFFICE + "fontTable"
REL_WEB_SETTINGS = _OFFICE + "webSettings"

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPE_DOCUMENT = _WORD + "document.main+xml"
TYPE_STYLES = _WORD + "styles+xml"
TYPE_NUMBERING = _WORD + "numbering+xml"
TYPE_SETTINGS = _WORD + "settings+xml"
TYPE_FOOTNOTES = _WORD + "footnotes+xml"
TYPE_ENDNOTES = _WORD + "endnotes+xml"


def w(name: str) -> str:
    """A WordprocessingML name as lxml writes it."""
    return f"{{{W}}}{name}"
