"""What deckgen sees in a Word template, as plain data for people and for programs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from deckgen.frozen import Frozen
from deckgen.ooxml import xml
from deckgen.ooxml.attributes import twips
from deckgen.typeset.stand_ins import stand_in
from deckgen.writers.docx import frames
from deckgen.writers.docx import names as word
from deckgen.writers.docx.names import w
from deckgen.writers.docx.numbering import EMPTY, Numbering
from deckgen.writers.docx.spare_styles import spare_type
from deckgen.writers.docx.style_names import NAMES
from deckgen.writers.docx.template import Template, opened

_TWIPS_PER_CM = 1440 / 2.54
_OURS = re.compile(r"(?:talk|labels)\.")


class WordStyle(Frozen):
    """The style that serves a role: its id, its name as Word shows it, its face, and why.

    `font` and `size` (points) are empty for styles of characters and tables; `added` says that the
    template has none, and deckgen adds it.
    """

    role: str
    id: str
    name: str
    type: str
    font: str
    size: float
    number: str
    why: str
    added: bool


class WordFrame(Frozen):
    """A header or a footer: for which pages it is, and what it says."""

    kind: str
    pages: str
    text: str


class WordInspection(Frozen):
    """A Word template as deckgen will use it; lengths in centimetres.

    `own_text` says what stays of the template's own.
    `styles` counts all that it defines. `tags` are those that will be filled in.
    """

    page_cm: tuple[float, float]
    margins_cm: tuple[float, float, float, float]
    text_cm: tuple[float, float]
    frames: tuple[WordFrame, ...]
    own_text: str
    tags: tuple[str, ...]
    styles: int
    roles: tuple[WordStyle, ...]
    warnings: tuple[str, ...]


def inspect_word(data: bytes) -> WordInspection:
    """What serves each role of a briefing, and what is missing. Raises PackageRefused.

    `margins_cm` are top, right, bottom and left.
    """
    base = opened(data, {})
    shown, total = _shown_names(base)
    numbers = base.root(word.REL_NUMBERING)
    numbering = Numbering(
        xml.parse(EMPTY, "") if numbers is None else numbers, base.styles, base.heading_numbers
    )
    section = base.kept.section
    size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
    roles = tuple(_role(base, role, shown, numbering) for role in NAMES)
    framed = tuple(_frames(base))
    tags = sorted({tag for each in _stories(base) for tag in frames.named(each)})
    return WordInspection(
        page_cm=(_cm(size.get(w("w"))), _cm(size.get(w("h")))),
        margins_cm=_four(_cm(margins.get(w(side))) for side in ("top", "right", "bottom", "left")),
        text_cm=(_cm(str(base.page.width)), _cm(str(base.page.height))),
        frames=framed,
        own_text=base.kept.stays,
        tags=tuple(tag for tag in tags if _OURS.match(tag) and tag != f"talk.{frames.BODY}"),
        styles=total,
        roles=roles,
        warnings=tuple(_warnings(base, roles, framed)),
    )


def _shown_names(base: Template) -> tuple[dict[str, str], int]:
    """What Word shows as each style's name, and how many styles there are."""
    from docx.oxml import parse_xml
    from docx.styles.styles import Styles

    styles = list(Styles(parse_xml(xml.serialise(base.styles.root))))
    return {style.style_id: style.name or "" for style in styles if style.style_id}, len(styles)


def _role(base: Template, role: str, shown: dict[str, str], numbering: Numbering) -> WordStyle:
    choice = base.styles.choice(role)
    kind = spare_type(role)
    look = base.styles.look_of(choice.id) if kind == "paragraph" else None
    level = int(role[-1]) if role.startswith("heading") else 0
    return WordStyle(
        role=role,
        id=choice.id,
        name=shown.get(choice.id, choice.name),
        type=kind,
        font=look.family if look else "",
        size=look.size if look else 0.0,
        number=numbering.heading_number([1] * level + [0] * (6 - level), level) if level else "",
        why=choice.why,
        added=choice.added,
    )


def _frames(base: Template) -> Iterator[WordFrame]:
    """The headers and footers around the text."""
    parts = {arrow.id: arrow.target for arrow in base.arrows}
    for reference in base.kept.section:
        kind = {w("headerReference"): "header", w("footerReference"): "footer"}.get(reference.tag)
        part = parts.get(next((v for k, v in reference.attrib.items() if k.endswith("}id")), ""))
        if kind and part:
            texts = base.package.xml(part).iter(w("t"))
            words = " ".join("".join(text.text or "" for text in texts).split())
            yield WordFrame(kind, reference.get(w("type"), "default"), words)


def _stories(base: Template) -> Iterator[Any]:
    yield base.package.xml(base.main)
    for arrow in base.arrows:
        if arrow.type in {word.REL_HEADER, word.REL_FOOTER}:
            yield base.package.xml(arrow.target)


def _warnings(
    base: Template, roles: tuple[WordStyle, ...], framed: tuple[WordFrame, ...]
) -> Iterator[str]:
    headings = [each for each in roles if each.role in {"heading1", "heading2", "heading3"}]
    if missing := [each.role for each in headings if each.added]:
        yield f"There is no style for {', '.join(missing)}: deckgen adds its own."
    for family in dict.fromkeys(each.font for each in roles if each.font and not each.added):
        if not stand_in(family).exact:
            yield f"The font '{family}' is not among the measured ones: lines may break otherwise."
    unknown = {tag for each in _stories(base) for tag in frames.unknown(each)}
    for tag in sorted(unknown):
        yield f"'{{{{ {tag} }}}}' names nothing that a talk has, and stays as it is."
    if not framed:
        yield "The pages have neither header nor footer, and so no number."
    settings = base.root(word.REL_SETTINGS)
    if settings is not None and settings.find(w("documentProtection")) is not None:
        yield "The file is protected: a briefing is not."


def _cm(length: str | None) -> float:
    return round(twips(length, 0) / _TWIPS_PER_CM, 2)


def _four(values: Iterable[float]) -> tuple[float, float, float, float]:
    top, right, bottom, left = values
    return top, right, bottom, left
