"""Formulas on slides: OMML within DrawingML text (the a14:m extension of PowerPoint 2010)."""

from __future__ import annotations

from deckgen.model.deck import TextBody, TextParagraph
from deckgen.ooxml import names
from deckgen.ooxml.drawing import fill


def math_paragraph(paragraph: TextParagraph) -> str:
    """The formula that stands alone in a paragraph, as an a14:m element."""
    omml = paragraph.math
    if not omml.lstrip().startswith("<m:oMathPara"):
        omml = f'<m:oMathPara xmlns:m="{names.M}">{omml}</m:oMathPara>'
    return f'<a14:m xmlns:a14="{names.A14}">{omml}</a14:m>'


def math_style(body: TextBody) -> str:
    """The list style that gives a formula its size (points), colour and face.

    PowerPoint's own a:rPr within math runs is not in the schema of ISO 29500 part 1, 22.1.2.87;
    what the shape's list style says is inherited by the runs, and is valid everywhere.
    """
    formulas = [paragraph for paragraph in body.paragraphs if paragraph.math]
    run = formulas[0].runs[0] if formulas and formulas[0].runs else None
    if run is None:
        return "<a:lstStyle/>"
    points = "" if run.size is None else f' sz="{round(run.size * 100)}"'
    paint = "" if run.colour is None else fill(run.colour)
    return (
        f"<a:lstStyle><a:lvl1pPr><a:defRPr{points}>{paint}"
        '<a:latin typeface="Cambria Math"/><a:ea typeface="Cambria Math"/>'
        "</a:defRPr></a:lvl1pPr></a:lstStyle>"
    )


def alternatives(choice: str, fallback: str) -> str:
    """What applications with formulas show, and what the others do."""
    return (
        f'<mc:AlternateContent xmlns:mc="{names.MC}">'
        f'<mc:Choice xmlns:a14="{names.A14}" Requires="a14">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )
