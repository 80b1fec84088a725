"""Word files made from a few strings, as odd as a test needs them."""

from __future__ import annotations

import io
import posixpath
from collections.abc import Iterable
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZipFile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
OFFICE = R + "/"
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml."
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
MARGINS = (
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567"'
    ' w:footer="567" w:gutter="0"/>'
)
A4 = f'<w:pgSz w:w="11906" w:h="16838"/>{MARGINS}'
LANDSCAPE = f'<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>{MARGINS}'


@dataclass(frozen=True)
class Part:
    """A part and the relationship that leads to it: its id, its type's last word or all of it."""

    name: str
    data: bytes | str
    kind: str = ""
    type: str = ""
    id: str = ""
    source: str = "word/document.xml"
    external: bool = False


def xml(name: str, inner: str, more: str = "") -> str:
    return f"<w:{name} {NAMESPACES}{more}>{inner}</w:{name}>"


def styles(*each: str, defaults: str = "", latent: str = "") -> Part:
    """A part of styles; each is the XML of one."""
    inner = f"<w:docDefaults>{defaults}</w:docDefaults>{latent}{''.join(each)}"
    return Part("word/styles.xml", xml("styles", inner), "styles", KIND + "styles+xml")


def style(
    name: str, identity: str, content: str = "", kind: str = "paragraph", more: str = ""
) -> str:
    return (
        f'<w:style w:type="{kind}" {more} w:styleId="{identity}"><w:name w:val="{name}"/>'
        f"{content}</w:style>"
    )


def normal(name: str = "Normal", identity: str = "Normal", content: str = "") -> str:
    return style(name, identity, content, more='w:default="1"')


def header(number: int, inner: str, frame: str = "header") -> Part:
    """A header or a footer; its relationship is called rIdH1, rIdF1 and so on."""
    root = "hdr" if frame == "header" else "ftr"
    return Part(
        f"word/{frame}{number}.xml", xml(root, inner), frame, KIND + f"{frame}+xml",
        f"rId{frame[0].upper()}{number}",
    )  # fmt: skip


def refers(number: int, kind: str = "default", frame: str = "header") -> str:
    return f'<w:{frame}Reference w:type="{kind}" r:id="rId{frame[0].upper()}{number}"/>'


def section(inner: str = A4) -> str:
    return f"<w:sectPr>{inner}</w:sectPr>"


def p(text: str, style_id: str = "", ppr: str = "") -> str:
    """A paragraph; a `|` in the text begins a new run."""
    named = f'<w:pStyle w:val="{style_id}"/>' if style_id else ""
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>' for piece in text.split("|") if piece
    )
    return f"<w:p><w:pPr>{named}{ppr}</w:pPr>{runs}</w:p>"


def word_file(
    body: str,
    *parts: Part,
    last: str | None = None,
    main: str = "document.main",
    absolute: bool = False,
) -> bytes:
    """A Word file; `main` is what the content type of its document says."""
    end = section() if last is None else last
    macros = main.startswith("vnd")
    kind = f"application/{main}" if macros else KIND + f"{main}+xml"
    document = Part(
        "word/document.xml", xml("document", f"<w:body>{body}{end}</w:body>"),
        "officeDocument", kind, "rId1", "",
    )  # fmt: skip
    return packed((document, *parts), absolute)


def packed(parts: Iterable[Part], absolute: bool = False) -> bytes:
    arrows: dict[str, list[str]] = {}
    types = [
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        '<Default Extension="png" ContentType="image/png"/>',
    ]
    members: dict[str, bytes] = {}
    for at, part in enumerate(parts, 1):
        folder = posixpath.dirname("/" + part.source)
        target = f"/{part.name}" if absolute else posixpath.relpath("/" + part.name, folder)
        mode = ' TargetMode="External"' if part.external else ""
        kind = part.kind if ":" in part.kind else OFFICE + part.kind
        if part.kind:
            arrows.setdefault(part.source, []).append(
                f'<Relationship Id="{part.id or f"rIdP{at}"}" Type="{kind}"'
                f' Target="{part.name if part.external else target}"{mode}/>'
            )
        if part.external:
            continue
        members[part.name] = part.data.encode() if isinstance(part.data, str) else part.data
        if part.type:
            types.append(f'<Override PartName="/{part.name}" ContentType="{part.type}"/>')
    for source, lines in arrows.items():
        folder, _, name = source.rpartition("/")
        place = f"{folder}/_rels/{name}.rels" if folder else f"_rels/{name}.rels"
        members[place] = (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f"{''.join(lines)}</Relationships>"
        ).encode()
    members["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f"{''.join(types)}</Types>"
    ).encode()
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return file.getvalue()
