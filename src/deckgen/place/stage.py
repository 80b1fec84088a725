"""The stage itself: every slide planned, sizes made even, then drawn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from deckgen.diagnostics import FULLNESS, Diagnostic, Diagnostics
from deckgen.frozen import Frozen, replace
from deckgen.model.deck import Deck, PlacedSlide, Properties, Section
from deckgen.model.geometry import Box
from deckgen.model.inline import Inline, plain
from deckgen.model.outline import Outline, Slide
from deckgen.model.pack import DeckTemplate, Pack
from deckgen.place.attempts import best_attempt
from deckgen.place.drawing import Furnishing, draw_slide
from deckgen.place.fit import Fitted, fit
from deckgen.place.frames import Frames
from deckgen.place.fullness import how_full
from deckgen.place.furniture import Title
from deckgen.place.last_talk import LastTalk
from deckgen.place.layouts import layout_for, say_stand_ins
from deckgen.place.marking import marking_shape
from deckgen.place.remarks import remark
from deckgen.place.scene import Scene
from deckgen.place.source_lines import with_source_lines

_SMALL_STEP = 2
_SHOWN = 100  # characters of a title that an error repeats


class Plan(Frozen):
    """What was decided for one slide of the outline."""

    slide: Slide
    scene: Scene
    title: Title
    content: Fitted


class Sizes(NamedTuple):
    """The steps that occur among the slides of a group, for titles and for contents."""

    titles: Mapping[tuple[Box, float] | None, frozenset[int]]
    contents: Mapping[tuple[str, str], frozenset[int]]


def place(
    outline: Outline, pack: Pack, last: LastTalk | None = None
) -> tuple[Deck | None, tuple[Diagnostic, ...]]:
    """Place every slide of the outline in the pack's layouts.

    Returns no deck when something does not fit or a layout is missing; the findings say what.
    Of a talk much like the `last` one only the slides that differ are placed.
    """
    stage = Stage(outline, pack, last)
    plans = stage.planned(stage.outline.slides)
    stage.say_stand_ins(stage.stand_ins)
    if stage.found.failed:
        return None, stage.found.as_tuple()
    placed = stage.drawn(plans, sizes_of(plans))
    slides = tuple(slide for group in placed for slide in group)
    ids = [[slide.id for slide in group] for group in placed]
    deck = Deck(slides, sections(outline, ids), properties(outline))
    return deck, stage.found.as_tuple()


class Stage:
    """The placing of one outline: slides are planned, then made even with others, then drawn.

    `found` are the findings so far.
    """

    def __init__(self, outline: Outline, pack: Pack, last: LastTalk | None = None) -> None:
        self.outline = with_source_lines(outline)
        self.found = Diagnostics()
        self._template = pack.deck
        self._last = last
        self._setter = (last or LastTalk()).begin(pack, outline.talk.language)
        self._frames = Frames(self.outline, pack, self._setter)

    def planned(self, slides: Iterable[Slide]) -> list[Plan]:
        """The slides with all that can be decided of each alone; errors say what does not fit."""
        return [self._planned(slide) for slide in slides]

    def _planned(self, slide: Slide) -> Plan:
        if self._last is None:
            return _plan(slide, self._template, self._frames, self.found)
        plan, found = self._last.plan(
            slide, lambda found: _plan(slide, self._template, self._frames, found)
        )
        self.found.extend(found)
        return plan

    @property
    def stand_ins(self) -> tuple[tuple[str, str], ...]:
        """The families of the planned slides that were measured by another face."""
        return self._setter.stand_ins

    def say_stand_ins(self, faces: Iterable[tuple[str, str]]) -> None:
        """Say which faces and which layouts stand in for others."""
        _say_faces(faces, self.found)
        say_stand_ins(self.outline, self._template, self.found)

    def drawn(self, plans: Sequence[Plan], sizes: Sizes) -> list[tuple[PlacedSlide, ...]]:
        """The slides as they are written, in sizes that all slides of a group share."""
        evened = [_evened_plan(plan, sizes) for plan in plans]
        for plan in evened:
            remark(plan.content, plan.scene, self.found)
            if any(plan.content.pages):
                self.found.note(FULLNESS, how_full(plan.slide, plan.content), plan.slide.span)
        return [self._drawn(*each) for each in zip(plans, evened, strict=True)]

    def _drawn(self, plan: Plan, even: Plan) -> tuple[PlacedSlide, ...]:
        """A planned slide, drawn in the sizes that it shares with others."""
        slide, scene = even.slide, even.scene
        footer = self._frames.footer(scene, slide.part)
        words = self.outline.talk.classification
        marking = marking_shape(words, self._template.size, scene, slide.id)

        def draw() -> tuple[PlacedSlide, ...]:
            return draw_slide(Furnishing(slide, scene, even.title, footer, marking), even.content)

        if self._last is None:
            return draw()
        return self._last.drawn(plan, (even.title.step, even.content.step, footer, marking), draw)


def _plan(slide: Slide, template: DeckTemplate, frames: Frames, found: Diagnostics) -> Plan:
    layout = layout_for(slide, template, found)
    scene_on = partial(frames.scene, reveal=slide.reveal)
    best = best_attempt(slide, template, layout, scene_on)
    _report(slide, best.title, best.content, best.scene, found)
    return Plan(slide, best.scene, best.title, best.content)


def _report(slide: Slide, title: Title, content: Fitted, scene: Scene, found: Diagnostics) -> None:
    if title.excess > 0:
        found.error(
            "title-too-long",
            f"the title '{_shortened(slide.title)}' takes {title.excess:.0%} more height than the"
            f" layout '{scene.layout.name}' gives it, even at {scene.style.floor_title:g} pt",
            slide.span,
            "Shorten the title, or move a part of it into `header` or `lead`.",
        )
    if content.excess > 0:
        found.error(
            "does-not-fit",
            f"the content of '{_shortened(slide.title)}' takes {content.excess:.0%} more height"
            f" than the layout '{scene.layout.name}' gives it, even at the smallest size",
            slide.span,
            _way_out(slide),
        )


def _shortened(title: Inline) -> str:
    words = plain(title)
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _way_out(slide: Slide) -> str:
    if not slide.fit.split or not slide.fit.shrink:
        return "Shorten it, or allow more with `fit: {shrink: true, split: true}`."
    return "Shorten it, or make two slides of it."


def _say_faces(faces: Iterable[tuple[str, str]], found: Diagnostics) -> None:
    for asked, used in faces:
        found.warning(
            "font-stand-in",
            f"the font '{asked}' is not among the measured ones; text was measured with {used}",
            None,
            "The deck still names the font; look the slides over where it is installed.",
        )


# -- even sizes ---------------------------------------------------------------------------------


def sizes_of(plans: Iterable[Plan]) -> Sizes:
    """Where slides of one kind differ by a small step only, all take the smaller size."""
    titles: dict[tuple[Box, float] | None, set[int]] = {}
    contents: dict[tuple[str, str], set[int]] = {}
    for plan in plans:
        titles.setdefault(_title_group(plan), set()).add(plan.title.step)
        contents.setdefault(_content_group(plan), set()).add(plan.content.step)
    return Sizes(
        {group: frozenset(steps) for group, steps in titles.items()},
        {group: frozenset(steps) for group, steps in contents.items()},
    )


def _evened_plan(plan: Plan, sizes: Sizes) -> Plan:
    step = _even(plan.title.step, sizes.titles[_title_group(plan)])
    title = plan.title if step == plan.title.step else replace(plan.title, step=step)
    content = _evened_content(plan, sizes.contents[_content_group(plan)])
    if title is plan.title and content is plan.content:
        return plan
    return replace(plan, title=title, content=content)


def _even(step: int, steps: Iterable[int]) -> int:
    """The largest step of the group that is near, or the slide's own when none is."""
    return max(other for other in steps if _smaller(other) - _smaller(step) <= _SMALL_STEP)


def _smaller(step: int) -> int:
    """How many points below the asked size a step is; growing goes by two points a step."""
    return step if step >= 0 else 2 * step


def _evened_content(plan: Plan, steps: Iterable[int]) -> Fitted:
    content = plan.content
    step = _even(content.step, steps)
    if step == content.step or len(content.pages) > 1 or not content.pages[0]:
        return content
    again = fit(content.pages[0], plan.slide.fit, plan.scene) if step < 0 else content
    return replace(again, step=step)


def _title_group(plan: Plan) -> tuple[Box, float] | None:
    slot = plan.scene.layout.slot("title")
    return (slot.box, slot.levels[0].size) if slot else None


def _content_group(plan: Plan) -> tuple[str, str]:
    return plan.scene.layout.part, plan.slide.kind


# -- the deck -----------------------------------------------------------------------------------


def sections(outline: Outline, ids: Iterable[Iterable[str]]) -> tuple[Section, ...]:
    """The parts as sections; `ids` are those of the placed slides, by slides of the outline."""
    if not outline.parts:
        return ()
    listed: dict[int, list[str]] = {}
    for slide, group in zip(outline.slides, ids, strict=True):
        listed.setdefault(slide.part, []).extend(group)
    before = listed.get(0)
    opening = (Section("opening", plain(outline.talk.title), tuple(before)),) if before else ()
    return opening + tuple(
        Section(part.id, plain(part.title), tuple(listed.get(part.number, ())))
        for part in sorted(outline.parts, key=lambda part: part.number)
    )


def properties(outline: Outline) -> Properties:
    """What the file says of itself."""
    talk = outline.talk
    return Properties(
        title=plain(talk.title),
        author=", ".join(speaker.name for speaker in talk.speakers),
        subject=", ".join(part for part in (plain(talk.subtitle), talk.event) if part),
        keywords=", ".join(talk.keywords),
        language=talk.language,
        company=talk.speakers[0].organisation if talk.speakers else "",
        category=talk.classification,
    )
