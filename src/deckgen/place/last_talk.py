"""The slides of the talk that was placed last: what is the same in the next one is not placed anew.

Talks that are made of one outline differ in few slides.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostics
from deckgen.model.deck import PlacedSlide
from deckgen.model.outline import Slide
from deckgen.model.pack import Pack
from deckgen.typeset import Typesetter, Typesetters

if TYPE_CHECKING:
    from deckgen.place.stage import Plan

Drawn = tuple[PlacedSlide, ...]


class _Kept:
    """A slide's plan with what was found about it, and how it was drawn last."""

    __slots__ = ("drawn", "found", "key", "plan")

    def __init__(self, plan: Plan, found: Diagnostics) -> None:
        self.plan, self.found = plan, found
        self.key: Hashable = None
        self.drawn: Drawn = ()


class LastTalk:
    """Remembers one talk's slides, and a typesetter with what it has measured; for one thread."""

    __slots__ = ("_around", "_before", "_now", "_setters")

    def __init__(self) -> None:
        self._setters = Typesetters()
        self._around: tuple[object, ...] = ()
        self._before: dict[str, _Kept] = {}
        self._now: dict[str, _Kept] = {}

    def begin(self, pack: Pack, language: str) -> Typesetter:
        """Turn to the next talk; gives its typesetter."""
        setter = self._setters.get(cautious=pack.deck.adopted)
        # Whose plans are kept has found no family without a face of its own, see `Typesetters`.
        around = (pack.deck, pack.style, setter)
        same = len(self._around) == 4 and self._around[3] == language
        same = same and all(one is other for one, other in zip(around, self._around, strict=False))
        self._before, self._now = self._now if same else {}, {}
        self._around = (*around, language)
        return setter

    def plan(self, slide: Slide, make: Callable[[Diagnostics], Plan]) -> tuple[Plan, Diagnostics]:
        """A slide's plan, made where the slide is not as it was, and what is found about it."""
        kept = self._before.get(slide.id)
        if kept is None or kept.plan.slide != slide:
            found = Diagnostics()
            kept = _Kept(make(found), found)
        self._now[slide.id] = kept
        return kept.plan, kept.found

    def drawn(self, plan: Plan, key: Hashable, make: Callable[[], Drawn]) -> Drawn:
        """The slides made of a plan; `key` is all that they depend on besides."""
        kept = self._now[plan.slide.id]
        if kept.plan is not plan or not kept.drawn or kept.key != key:
            kept.drawn, kept.key = make(), key
        return kept.drawn
