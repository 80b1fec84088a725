"""Transitions, and what appears click by click (ECMA-376 part 1, clause 19.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from deckgen.model.deck import AutoShape, ChartShape, MathShape, PlacedSlide, Reveal, Shape

_FADE = 10  # PowerPoint's number for the entrance effect "Fade"
_DURATION = 400  # milliseconds


def transition(slide: PlacedSlide) -> str:
    """The slide's transition, empty for none."""
    if slide.transition == "fade":
        return '<p:transition spd="med"><p:fade/></p:transition>'
    if slide.transition == "push":
        return '<p:transition spd="med"><p:push dir="l"/></p:transition>'
    return ""


def timing(slide: PlacedSlide, ids: Mapping[str, int]) -> str:
    """One click after another, each fading in a shape or some of its paragraphs."""
    shapes = {shape.origin.node: shape for shape in slide.shapes}
    reveals = [reveal for reveal in slide.reveals if reveal.node in shapes]
    if not reveals:
        return ""
    numbers = _Numbers(2)
    clicks = "".join(
        _click(reveal, shapes[reveal.node], ids[reveal.node], numbers) for reveal in reveals
    )
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never"'
        ' nodeType="tmRoot"><p:childTnLst><p:seq concurrent="1" nextAc="seek">'
        '<p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{clicks}</p:childTnLst></p:cTn>"
        '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond>'
        '</p:prevCondLst><p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/>'
        "</p:tgtEl></p:cond></p:nextCondLst></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{_builds(reveals, shapes, ids)}</p:timing>"
    )


class _Numbers:
    """Counts the time nodes of one slide."""

    def __init__(self, last: int) -> None:
        self._last = last

    def next(self) -> int:
        self._last += 1
        return self._last


def _click(reveal: Reveal, shape: Shape, number: int, numbers: _Numbers) -> str:
    outer, inner = numbers.next(), numbers.next()
    grouped = _has_build(shape)
    effects = "".join(
        _effect(target, "clickEffect" if first else "withEffect", grouped, numbers)
        for first, target in _targets(reveal, number)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold"><p:stCondLst><p:cond delay="indefinite"/>'
        f'</p:stCondLst><p:childTnLst><p:par><p:cTn id="{inner}" fill="hold"><p:stCondLst>'
        f'<p:cond delay="0"/></p:stCondLst><p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _targets(reveal: Reveal, number: int) -> Iterator[tuple[bool, str]]:
    """What one click shows: whether it comes first, and its target element."""
    if reveal.paragraphs is None:
        yield True, f'<p:tgtEl><p:spTgt spid="{number}"/></p:tgtEl>'
        return
    first, last = reveal.paragraphs
    for paragraph in range(first, last + 1):
        yield (
            paragraph == first,
            f'<p:tgtEl><p:spTgt spid="{number}"><p:txEl>'
            f'<p:pRg st="{paragraph}" end="{paragraph}"/></p:txEl></p:spTgt></p:tgtEl>',
        )


def _effect(target: str, trigger: str, grouped: bool, numbers: _Numbers) -> str:
    whole, shown, faded = numbers.next(), numbers.next(), numbers.next()
    group = ' grpId="0"' if grouped else ""
    return (
        f'<p:par><p:cTn id="{whole}" presetID="{_FADE}" presetClass="entr" presetSubtype="0"'
        f' fill="hold"{group} nodeType="{trigger}"><p:stCondLst><p:cond delay="0"/></p:stCondLst>'
        f'<p:childTnLst><p:set><p:cBhvr><p:cTn id="{shown}" dur="1" fill="hold"><p:stCondLst>'
        f'<p:cond delay="0"/></p:stCondLst></p:cTn>{target}<p:attrNameLst><p:attrName>'
        "style.visibility</p:attrName></p:attrNameLst></p:cBhvr><p:to>"
        '<p:strVal val="visible"/></p:to></p:set><p:animEffect transition="in" filter="fade">'
        f'<p:cBhvr><p:cTn id="{faded}" dur="{_DURATION}"/>{target}</p:cBhvr></p:animEffect>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _has_build(shape: Shape) -> bool:
    """Whether PowerPoint lists the shape among what is built (pictures and groups are not)."""
    return isinstance(shape, AutoShape | MathShape | ChartShape)


def _builds(reveals: list[Reveal], shapes: Mapping[str, Shape], ids: Mapping[str, int]) -> str:
    """The build list: each revealed shape once."""
    kinds: dict[str, bool] = {}
    for reveal in reveals:
        kinds[reveal.node] = kinds.get(reveal.node, False) or reveal.paragraphs is not None
    lines = "".join(
        _build(shapes[node], ids[node], paragraphs)
        for node, paragraphs in kinds.items()
        if _has_build(shapes[node])
    )
    return f"<p:bldLst>{lines}</p:bldLst>" if lines else ""


def _build(shape: Shape, number: int, paragraphs: bool) -> str:
    if isinstance(shape, ChartShape):
        return f'<p:bldGraphic spid="{number}" grpId="0"><p:bldAsOne/></p:bldGraphic>'
    if paragraphs:
        return f'<p:bldP spid="{number}" grpId="0" build="p"/>'
    painted = isinstance(shape, AutoShape) and (shape.fill is not None or shape.line is not None)
    return f'<p:bldP spid="{number}" grpId="0"' + (' animBg="1"/>' if painted else "/>")
