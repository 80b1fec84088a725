"""What a Word document gathers while it is written: ids, links, notes, headings, media."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from msgspec import Struct, field

from deckgen.frozen import Frozen
from deckgen.model.asset import Asset
from deckgen.model.blocks import Block, Picture
from deckgen.ooxml import names, xml
from deckgen.ooxml.package import Draft
from deckgen.ooxml.relationships import Relationship, next_id
from deckgen.text.direction import runs_rtl
from deckgen.writers.docx.numbering import Numbering
from deckgen.writers.docx.styles import Styles
from deckgen.writers.docx.units import Kind, Unit

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from deckgen.text.math import FormulaSize
    from deckgen.writers.docx.pieces import Piece
    from deckgen.writers.docx.references import Captioned
    from deckgen.writers.docx.runs import Emphasis

_LIVE = re.compile(r"(?:https?|mailto|ftp):", re.IGNORECASE)


class Entry(Frozen):
    """A line of the contents or of a list: its words, number included, and its tab stops as XML.

    All its lines but the first begin where it `hangs`, in twips, 0 where the style says; `height`
    is in twips, too.
    """

    words: str
    tabs: str
    hangs: int
    height: float


class Heading(Frozen):
    """An entry of the contents: its level, number, words and bookmark, and its style's name."""

    level: int
    number: str
    text: str
    bookmark: str
    style: str


class Links:
    """The relationships of one part, equal targets shared."""

    def __init__(self, arrows: tuple[Relationship, ...] = ()) -> None:
        self.arrows = list(arrows)
        self._known: dict[tuple[str, str], str] = {}

    def add(self, kind: str, target: str, external: bool = False) -> str:
        """The id of a relationship to the target, made when it is new."""
        if (kind, target) not in self._known:
            rid = f"rId{next_id(self.arrows)}"
            self.arrows.append(Relationship(rid, kind, target, external))
            self._known[kind, target] = rid
        return self._known[kind, target]


class Story(Struct):
    """The state of one document in the making. Widths in twips (twentieths of a point).

    `formulas` has the sizes of all formulas, by their text as it stands in the file; `measured`
    the pieces of the blocks that were measured, by theirs; `entries` those of the contents and
    lists as they are set, by style, number and words.
    """

    styles: Styles
    numbering: Numbering
    draft: Draft
    lang: str
    rtl: bool
    width: int
    height: int
    blocks: Mapping[str, Block]
    labels: Mapping[str, str]
    anchors: frozenset[str]
    body_links: Links
    said: frozenset[str] = frozenset()
    note_nodes: Mapping[int, SyntaxTreeNode] = field(default_factory=dict)
    note_links: Links = field(default_factory=Links)
    notes: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    counters: list[int] = field(default_factory=lambda: [0] * 6)
    captions: dict[str, int] = field(default_factory=dict)
    waiting: list[str] = field(default_factory=list)
    slide: str = ""
    units: list[Unit] = field(default_factory=list)
    captioned: list[Captioned] = field(default_factory=list)
    places: dict[str, Heading] = field(default_factory=dict)
    referred: list[tuple[str, Emphasis]] = field(default_factory=list)
    note_kind: Literal["footnote", "endnote"] = "footnote"
    after_table: bool = False
    in_notes: bool = False
    source_list: int = 0
    contents_heading: str = ""
    contents_parted: bool = False
    list_headings: dict[str, str] = field(default_factory=dict)
    formulas: dict[str, FormulaSize] = field(default_factory=dict)
    measured: dict[str, tuple[Piece, ...]] = field(default_factory=dict)
    entries: dict[tuple[str, str, str], Entry] = field(default_factory=dict)
    thumbnails: Mapping[str, Picture] = field(default_factory=dict)
    language: str = "en"
    running: bool = False
    next_kind: Kind = "bound"
    _next_bookmark: int = 0
    _next_drawing: int = 0
    _bookmarks: dict[str, str] = field(default_factory=dict)
    _first_notes: dict[int, int] = field(default_factory=dict)
    _media: dict[str, str] = field(default_factory=dict)

    @property
    def links(self) -> Links:
        """The relationships of the part that is being written."""
        return self.note_links if self.in_notes else self.body_links

    def link(self, target: str) -> str:
        """The opening tag of a hyperlink, empty when the target is nowhere to be found."""
        if target.startswith("#"):
            if target[1:] not in self.anchors:
                return ""
            return f'<w:hyperlink w:anchor="{self.bookmark_name(target[1:])}" w:history="1">'
        if not _LIVE.match(target):
            return ""
        rid = self.links.add(names.REL_HYPERLINK, target, external=True)
        return f'<w:hyperlink r:id="{rid}" w:history="1">'

    def bookmark_name(self, anchor: str) -> str:
        """A bookmark's name for an id: a letter first, 40 characters at most (Word's limit)."""
        if anchor not in self._bookmarks:
            bare = "s_" + re.sub(r"\W", "_", anchor)[:32]
            taken = set(self._bookmarks.values())
            name, count = bare, 1
            while name in taken:
                count += 1
                name = f"{bare}_{count}"
            self._bookmarks[anchor] = name
        return self._bookmarks[anchor]

    def bookmarked(self, name: str, content: str) -> str:
        """The content between a bookmark's start and end."""
        self._next_bookmark += 1
        number = self._next_bookmark
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def drawing_id(self) -> int:
        """A new id for a drawing, unique in the document."""
        self._next_drawing += 1
        return self._next_drawing

    def media(self, asset: Asset, data: bytes, content_type: str) -> str:
        """The relationship id of a picture's part; equal pictures are one part."""
        extension = names.IMAGE_EXTENSIONS.get(content_type, "png")
        key = f"{asset.digest}.{extension}"
        if key not in self._media:
            part = f"word/media/picture{len(self._media) + 1}.{extension}"
            self.draft.put_media(part, data, content_type)
            self._media[key] = part
        return self.links.add(names.REL_IMAGE, self._media[key])

    def footnote(self, note: int) -> str:
        """The reference to a footnote; a second one to the same note repeats its number."""
        from deckgen.writers.docx import notes

        if note in self._first_notes:
            return notes.repeated(self, self._first_notes[note])
        number = len(self.notes) + 1
        self._first_notes[note] = number
        self.notes.append("")
        self.notes[number - 1] = notes.note(self, number, self.note_nodes[note])
        return notes.reference(self, number)

    def refer(self, written: str, emphasis: Emphasis) -> str:
        """The place of a reference (`table:laws`), filled in when all is written."""
        from deckgen.writers.docx.references import placeholder

        return placeholder(self, written, emphasis)

    def formula(self, latex: str, display: bool = False) -> str:
        """A formula as OMML; one that cannot be read stands as it was written."""
        from deckgen.text.math import MathError, size, to_omml
        from deckgen.writers.docx.runs import Emphasis, run

        try:
            written = to_omml(latex, display)
        except MathError:
            return run(self, latex, Emphasis(style="code-words"))
        self.formulas["".join(_MATH_TEXT.findall(written))] = size(latex)
        return _in_word(written)


_TAG = re.compile(r"<[^>]*>")


def _runs_right(role: str, content: str) -> bool:
    """Whether a paragraph of a paper from right to left does not: listings, foreign sentences."""
    return role == "code" or runs_rtl(_TAG.sub("", content), rtl=True) is False


_MATH_TEXT = re.compile("<m:t>([^<]*)</m:t>")
_MATH_FACE = '<w:rPr><w:rFonts w:ascii="Cambria Math" w:hAnsi="Cambria Math"/></w:rPr>'


def _in_word(omml: str) -> str:
    """OMML with the face that Word's formulas need (ECMA-376 22.1.2.116, 17.3.2.26)."""
    return omml.replace("<m:t>", f"{_MATH_FACE}<m:t>").replace(
        "<m:ctrlPr/>", f"<m:ctrlPr>{_MATH_FACE}</m:ctrlPr>"
    )


def paragraph(
    story: Story,
    role: str,
    content: str,
    *,
    num: tuple[int, int] | None = None,
    keep_next: bool = False,
    align: str = "",
    tabs: str = "",
    after: int | None = None,
    left: int | None = None,
    hangs: int = 0,
) -> str:
    """A paragraph in a role's style; `num` is a numbering instance and a level.

    Where `hangs` is not 0, all lines begin there but the first, which begins as the style says.

    Bookmarks that wait for the next paragraph are set here, and the space that a table
    before it lacks.
    """
    look = story.styles.look(role)
    parts = [f'<w:pStyle w:val="{xml.attribute(story.styles.id(role))}"/>']
    if keep_next and not look.keep_next:
        parts.append("<w:keepNext/>")
    if num is not None:
        parts.append(f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>')
    if tabs:
        parts.append(f"<w:tabs>{tabs}</w:tabs>")
    against = story.rtl and num is None and _runs_right(role, content)
    if story.rtl and not against:
        parts.append("<w:bidi/>")
    if look.exact and look.pitch:  # Word takes it so anyway; others forget how high the lines are
        parts.append('<w:snapToGrid w:val="0"/>')
    lower = story.after_table and look.before < AFTER_TABLE
    if spaces := look.spaced(AFTER_TABLE if lower else None, after):
        parts.append(f"<w:spacing{spaces}/>")
    if against and left is None and look.left:  # the text's margin is on the other side
        parts.append(f'<w:ind w:left="0" w:right="{look.left}"/>')
    elif left is not None and left != look.left:
        parts.append(f'<w:ind w:left="{left}"/>')
    if hangs:
        hanging = hangs - look.left + look.hanging
        chars = ' w:firstLineChars="0"' if look.hanging < 0 else ""
        parts.append(f'<w:ind w:left="{hangs}"{chars} w:hanging="{hanging}"/>')
    if align:
        parts.append(f'<w:jc w:val="{align}"/>')
    story.after_table = False
    for anchor in story.waiting:
        if story.headings:
            story.places[anchor] = story.headings[-1]
        content = story.bookmarked(story.bookmark_name(anchor), "") + content
    story.waiting.clear()
    return f"<w:p><w:pPr>{''.join(parts)}</w:pPr>{content}</w:p>"


AFTER_TABLE = 200
