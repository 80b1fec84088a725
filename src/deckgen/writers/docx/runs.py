"""Text within a paragraph as WordprocessingML runs (ECMA-376 17.3.2)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from deckgen.frozen import Frozen, replace
from deckgen.model.inline import Inline, Run
from deckgen.ooxml import xml
from deckgen.text.direction import parted
from deckgen.text.spaces import bound

if TYPE_CHECKING:
    from markdown_it.tree import SyntaxTreeNode

    from deckgen.writers.docx.story import Story

_RIGHT_TO_LEFT = re.compile(r"([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]+(?:[\s\u0590-\u08ff]*"
                            r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])?)")  # fmt: skip
_WIDE = (("\u2e80", "\u9fff"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"), ("\uff00", "\uffef"))
_PIECES = re.compile(r"([\t\n])")


class Emphasis(Frozen):
    """How a run is set apart: a character style's role, colours as six hex digits."""

    bold: bool = False
    italic: bool = False
    strike: bool = False
    script: str = ""
    style: str = ""
    colour: str = ""
    ground: str = ""


PLAIN = Emphasis()


def run(story: Story, text: str, emphasis: Emphasis = PLAIN) -> str:
    """One run of text; tabs and line ends in it become tabs and line breaks.

    In a paper from right to left Latin words are runs of their own: the others take along the
    brackets and stops around them.
    """
    if emphasis.style != "code-words":
        text = bound(text, story.language)
    if not story.rtl:
        return ltr_run(story, text, emphasis)
    parts = parted(text, code=emphasis.style == "code-words")
    return "".join(_run(story, part, emphasis, rtl) for part, rtl in parts)


def ltr_run(story: Story, text: str, emphasis: Emphasis = PLAIN) -> str:
    """A run of text in a paragraph from left to right."""
    if not text:
        return ""
    if not text.isascii() and _RIGHT_TO_LEFT.search(text):
        return "".join(
            _run(story, part, emphasis, bool(index % 2))
            for index, part in enumerate(_RIGHT_TO_LEFT.split(text))
            if part
        )
    return _run(story, text, emphasis, False)


def _run(story: Story, text: str, emphasis: Emphasis, rtl: bool) -> str:
    content = "".join(_piece(piece) for piece in _PIECES.split(text) if piece)
    return f"<w:r>{properties(story, emphasis, rtl)}{content}</w:r>"


def _piece(piece: str) -> str:
    if piece == "\t":
        return "<w:tab/>"
    if piece == "\n":
        return "<w:br/>"
    space = ' xml:space="preserve"' if piece != piece.strip() or "  " in piece else ""
    return f"<w:t{space}>{xml.text(piece)}</w:t>"


def properties(story: Story, emphasis: Emphasis, rtl: bool = False) -> str:
    """A run's `w:rPr`, in the order that the schema asks for."""
    parts = []
    if emphasis.style:
        parts.append(f'<w:rStyle w:val="{story.styles.id(emphasis.style)}"/>')
    if emphasis.bold:
        parts.append("<w:b/><w:bCs/>")
    if emphasis.italic:
        parts.append("<w:i/><w:iCs/>")
    if emphasis.strike:
        parts.append("<w:strike/>")
    if emphasis.style == "code-words":
        parts.append("<w:noProof/>")
    if emphasis.colour:
        parts.append(f'<w:color w:val="{emphasis.colour}"/>')
    if emphasis.ground:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{emphasis.ground}"/>')
    if emphasis.script:
        align = "superscript" if emphasis.script == "super" else "subscript"
        parts.append(f'<w:vertAlign w:val="{align}"/>')
    if rtl:
        parts.append("<w:rtl/>")
    parts.append(story.lang)
    return f"<w:rPr>{''.join(parts)}</w:rPr>"


def field(story: Story, instruction: str, shown: str, emphasis: Emphasis = PLAIN) -> str:
    """A complete field with the result it shows until Word updates it (ECMA-376 17.16.18)."""
    rpr = properties(story, emphasis)
    return (
        f'<w:r>{rpr}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r>{rpr}<w:instrText xml:space="preserve"> {xml.text(instruction)} </w:instrText></w:r>'
        f'<w:r>{rpr}<w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r>{rpr}<w:t>{xml.text(shown)}</w:t></w:r>"
        f'<w:r>{rpr}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def inline(story: Story, text: Inline, emphasis: Emphasis = PLAIN) -> str:
    """A text of the model as runs, its links live."""
    return "".join(_model_run(story, each, emphasis) for each in text)


def _model_run(story: Story, each: Run, emphasis: Emphasis) -> str:
    if each.math:
        return story.formula(each.text)
    if each.reference.startswith("@") and each.link:
        return story.refer(each.reference[1:], emphasis)
    set_apart = replace(
        emphasis,
        bold=emphasis.bold or each.bold,
        italic=emphasis.italic or each.italic,
        strike=emphasis.strike or each.strike,
        script=each.script,
        style="code-words" if each.code else emphasis.style,
    )
    if not each.link:
        return run(story, each.text, set_apart)
    opening = story.link(each.link)
    if not opening:
        return run(story, each.text, set_apart)
    return f"{opening}{run(story, each.text, replace(set_apart, style='link'))}</w:hyperlink>"


def children(story: Story, node: SyntaxTreeNode, emphasis: Emphasis = PLAIN) -> str:
    """The runs of an inline node of the Markdown tree."""
    written: list[str] = []
    nodes = node.children
    for index, child in enumerate(nodes):
        if child.type == "softbreak":
            written.append("" if _between_wide(nodes, index) else run(story, " ", emphasis))
        elif child.type == "html_inline" and child.content.lower() in _SCRIPT_TAGS:
            emphasis = replace(emphasis, script=_SCRIPT_TAGS[child.content.lower()])
        elif child.type in _EMPHASIS:
            written.append(children(story, child, replace(emphasis, **_EMPHASIS[child.type])))
        elif child.type in {"inline", "image"}:
            written.append(children(story, child, emphasis))
        else:
            written.append(_leaf(story, child, emphasis))
    return "".join(written)


def _leaf(story: Story, node: SyntaxTreeNode, emphasis: Emphasis) -> str:
    match node.type:
        case "text" | "html_inline" | "hardbreak" | "code_inline":
            style = "code-words" if node.type == "code_inline" else emphasis.style
            text = "\n" if node.type == "hardbreak" else node.content
            return run(story, text, replace(emphasis, style=style))
        case "reference":
            return story.refer(node.content, emphasis)
        case "link":
            return _link(story, node, emphasis)
        case "footnote_ref":
            return story.footnote(int(node.meta["id"]))
        case "math_inline":
            return story.formula(node.content)
    return ""


_EMPHASIS: Mapping[str, dict[str, Any]] = {
    "strong": {"bold": True},
    "em": {"italic": True},
    "s": {"strike": True},
}
_SCRIPT_TAGS = {"<sub>": "sub", "<sup>": "super", "</sub>": "", "</sup>": ""}


def _link(story: Story, node: SyntaxTreeNode, emphasis: Emphasis) -> str:
    target = str(node.attrs.get("href", ""))
    opening = story.link(target)
    if not opening:
        return children(story, node, emphasis)
    style = emphasis.style if target.startswith("#source-") else "link"
    inner = children(story, node, replace(emphasis, style=style))
    return f"{opening}{inner}</w:hyperlink>" if inner else ""


def _between_wide(nodes: list[SyntaxTreeNode], index: int) -> bool:
    """Whether a line end stands between East Asian characters, which take no space."""
    before = nodes[index - 1].content if index else ""
    after = nodes[index + 1].content if index + 1 < len(nodes) else ""
    return _is_wide(before[-1:]) and _is_wide(after[:1])


def _is_wide(char: str) -> bool:
    return any(first <= char <= last for first, last in _WIDE)
