"""Formulas on slides: OMML within DrawingML text (the a14:m extension of PowerPoint 2010)."""

from __future__ import annotations

import re

from deckgen.model.deck import Colour, TextParagraph
from deckgen.ooxml import names
from deckgen.ooxml.drawing import fill
from deckgen.ooxml.languages import culture
from deckgen.ooxml.xml import attribute

_RUN = re.compile(r"<m:r>(\s*<m:rPr>.*?</m:rPr>|\s*<m:rPr/>)?", re.DOTALL)
_CONTROL = re.compile(r"<m:ctrlPr\s*/>|<m:ctrlPr>\s*</m:ctrlPr>")


def math_paragraph(paragraph: TextParagraph, language: str) -> str:
    """The formula that stands alone in a paragraph."""
    run = paragraph.runs[0] if paragraph.runs else None
    size = paragraph.end_size if run is None or run.size is None else run.size
    return formula(paragraph.math, size, run.colour if run else None, language)


def formula(omml: str, size: float | None, colour: Colour | None, language: str) -> str:
    """An a14:m element; every math run gets Cambria Math, the size (points) and the colour.

    PowerPoint falls back to the text's own face, and to 18 points, where a run names none.
    """
    points = "" if size is None else f' sz="{round(size * 100)}"'
    paint = "" if colour is None else fill(colour)
    properties = (
        f'<a:rPr lang="{attribute(culture(language))}"{points} i="1">{paint}'
        '<a:latin typeface="Cambria Math"/><a:ea typeface="Cambria Math"/></a:rPr>'
    )
    upright = properties.replace(' i="1"', ' i="0"', 1)

    def voiced(match: re.Match[str]) -> str:
        plain = 'm:val="p"' in (match[1] or "") or "<m:nor" in (match[1] or "")
        return f"{match[0]}{upright if plain else properties}"

    voiced_runs = _RUN.sub(voiced, omml)
    whole = _CONTROL.sub(f"<m:ctrlPr>{properties}</m:ctrlPr>", voiced_runs)
    if not whole.lstrip().startswith("<m:oMathPara"):
        whole = f'<m:oMathPara xmlns:m="{names.M}">{whole}</m:oMathPara>'
    return f'<a14:m xmlns:a14="{names.A14}">{whole}</a14:m>'


def alternatives(choice: str, fallback: str) -> str:
    """What applications with formulas show, and what the others do."""
    return (
        f'<mc:AlternateContent xmlns:mc="{names.MC}">'
        f'<mc:Choice xmlns:a14="{names.A14}" Requires="a14">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
