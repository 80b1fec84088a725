"""Names that Office files are made of: namespaces, content types, relationship types."""

from __future__ import annotations

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
A14 = "http://schemas.microsoft.com/office/drawing/2010/main"
A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
ASVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
ADEC = "http://schemas.microsoft.com/office/drawing/2017/decorative"
AHYP = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/"
_MICROSOFT = "http://schemas.microsoft.com/office/"

REL_DOCUMENT = _OFFICE + "officeDocument"
REL_SLIDE = _OFFICE + "slide"
REL_LAYOUT = _OFFICE + "slideLayout"
REL_MASTER = _OFFICE + "slideMaster"
REL_NOTES_SLIDE = _OFFICE + "notesSlide"
REL_NOTES_MASTER = _OFFICE + "notesMaster"
REL_THEME = _OFFICE + "theme"
REL_IMAGE = _OFFICE + "image"
REL_CHART = _OFFICE + "chart"
REL_EMBEDDED = _OFFICE + "package"
REL_HYPERLINK = _OFFICE + "hyperlink"
REL_TABLE_STYLES = _OFFICE + "tableStyles"
REL_VIEW_PROPERTIES = _OFFICE + "viewProps"
REL_PRESENTATION_PROPERTIES = _OFFICE + "presProps"
REL_APP = _OFFICE + "extended-properties"
REL_CORE = _PACKAGE + "metadata/core-properties"
REL_THUMBNAIL = _PACKAGE + "metadata/thumbnail"
REL_SIGNATURE = _PACKAGE + "digital-signature/origin"
REL_VBA = _MICROSOFT + "2006/relationships/vbaProject"
REL_REVISIONS = _MICROSOFT + "2015/10/relationships/revisionInfo"
REL_CHANGES = _MICROSOFT + "2016/11/relationships/changesInfo"
REL_STRICT_DOCUMENT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"

_PRESENTATION = "application/vnd.openxmlformats-officedocument.presentationml."
TYPE_PRESENTATION = _PRESENTATION + "presentation.main+xml"
TYPE_SLIDE = _PRESENTATION + "slide+xml"
TYPE_NOTES_SLIDE = _PRESENTATION + "notesSlide+xml"
TYPE_NOTES_MASTER = _PRESENTATION + "notesMaster+xml"
TYPE_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
TYPE_CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
TYPE_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
TYPE_RELATIONSHIPS = "application/vnd.openxmlformats-package.relationships+xml"
TYPE_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
TYPE_APP = "application/vnd.openxmlformats-officedocument.extended-properties+xml"

IMAGE_EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpeg",
    "image/gif": "gif",
    "image/bmp": "bmp",
    "image/tiff": "tiff",
    "image/svg+xml": "svg",
    "image/x-emf": "emf",
    "image/x-wmf": "wmf",
}
