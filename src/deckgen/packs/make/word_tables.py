"""Table styles and numbering of a pack's Word template (ECMA-376 part 1, 17.7.6 and 17.9)."""

from __future__ import annotations

from deckgen.ooxml.xml import document
from deckgen.packs.make.word_palette import Paper

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def table_styles(paper: Paper) -> str:
    """Three rules for tables, one upright rule for timelines, none for galleries."""
    return (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/>'
        f"{_margins(0, 108, 0, 108)}</w:tblPr></w:style>"
        f"{_style('PaperTable', 'Paper Table', _ruled(paper))}"
        f"{_style('TimelineTable', 'Timeline Table', _timeline(paper))}"
        f"{_style('GalleryTable', 'Gallery Table', _bare())}"
    )


def _style(style_id: str, name: str, properties: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>{properties}'
        "</w:style>"
    )


def _ruled(paper: Paper) -> str:
    thick, thin = _rule(12, paper.accent), _rule(6, paper.accent)
    hair = _rule(4, paper.hairline)
    return (
        f"<w:tblPr><w:tblBorders><w:top{thick}/><w:bottom{thick}/><w:insideH{hair}/></w:tblBorders>"
        f"{_margins(50, 85, 50, 85)}</w:tblPr>"
        + _part(
            "firstRow", f'<w:b/><w:bCs/><w:color w:val="{paper.accent}"/>', f"<w:bottom{thin}/>"
        )
        + _part("lastRow", "<w:b/><w:bCs/>", f"<w:top{thin}/>")
        + _part("firstCol", "<w:b/><w:bCs/>", "")
    )


def _timeline(paper: Paper) -> str:
    return (
        f"<w:tblPr><w:tblBorders><w:insideV{_rule(12, paper.second)}/></w:tblBorders>"
        f"{_margins(50, 142, 50, 198)}</w:tblPr>"
        + _part("firstRow", f'<w:b w:val="0"/><w:color w:val="{paper.muted}"/>', "")
        + _part("firstCol", f'<w:b/><w:bCs/><w:color w:val="{paper.accent}"/>', "")
    )


def _bare() -> str:
    return f"<w:tblPr>{_margins(0, 57, 60, 57)}</w:tblPr>"


def _part(kind: str, run: str, borders: str) -> str:
    cell = f"<w:tcPr><w:tcBorders>{borders}</w:tcBorders></w:tcPr>" if borders else ""
    return f'<w:tblStylePr w:type="{kind}"><w:rPr>{run}</w:rPr>{cell}</w:tblStylePr>'


def _rule(eighths: int, colour: str) -> str:
    return f' w:val="single" w:sz="{eighths}" w:space="0" w:color="{colour}"'


def _margins(top: int, left: int, bottom: int, right: int) -> str:
    sides = (("top", top), ("left", left), ("bottom", bottom), ("right", right))
    inner = "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in sides)
    return f"<w:tblCellMar>{inner}</w:tblCellMar>"


def numbering_part(column: int, paper: Paper) -> bytes:
    """Headings, bullets, numbers, key messages and sources; instance N uses definition N."""
    accent = f'<w:rPr><w:b/><w:color w:val="{paper.accent}"/></w:rPr>'
    quiet = f'<w:rPr><w:b w:val="0"/><w:color w:val="{paper.second}"/></w:rPr>'
    headings = "".join(
        _level(n - 1, "decimal", ".".join(f"%{i}" for i in range(1, n + 1)), column, column, quiet,
               f"Heading{n}")
        for n in (1, 2)
    )  # fmt: skip
    marks = (("•", "ListBullet"), ("–", "ListBullet2"), ("·", "ListBullet3"))
    bullets = "".join(
        _level(i, "bullet", mark, column + 340 * (i + 1), 340, accent, style)
        for i, (mark, style) in enumerate(marks)
    )
    forms = (("decimal", "%1."), ("lowerLetter", "%2)"), ("lowerRoman", "%3."))
    numbers = "".join(
        _level(i, form, text, column + 340 * (i + 1), 340, accent,
               f"ListNumber{i + 1 if i else ''}")
        for i, (form, text) in enumerate(forms)
    )  # fmt: skip
    messages = _level(0, "decimal", "%1", column + 594, 340, accent, "KeyMessage")
    sources = _level(0, "decimal", "[%1]", column + 567, 567, "", "Bibliography")
    definitions = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
        for n, levels in enumerate((headings, bullets, numbers, messages, sources), 1)
    )
    instances = "".join(
        f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(1, 6)
    )
    return document(f'<w:numbering xmlns:w="{W}">{definitions}{instances}</w:numbering>')


def _level(level: int, form: str, text: str, left: int, hanging: int, run: str, style: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:pStyle w:val="{style}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{left}" w:hanging="{hanging}"/></w:pPr>{run}</w:lvl>'
    )
