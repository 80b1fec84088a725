"""Which slides read as one section of a paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from deckgen.documents.views import SectionView, SlideView

FRAME_ROLES = frozenset({"title", "agenda", "section", "closing"})
_OWN_NUMBER = re.compile(r"^(?:\d+(?:\.\d+)*|[IVX]+|[a-zA-Z])\\?[.)]\s+")


def sections(slides: Sequence[SlideView]) -> tuple[SectionView, ...]:
    """The slides that have something to say, grouped by their running header.

    Slides that only frame the talk (title, agenda, section, closing) count when they carry prose.
    Slides with prose before a part's first header open the part together; any other slide without
    a header stands alone.
    """
    speaking = [s for s in slides if s.role not in FRAME_ROLES or s.briefing]
    opening = any(slide.header for slide in speaking)
    groups: list[list[SlideView]] = []
    opened = False
    for slide in speaking:
        opening = opening and not slide.header and bool(slide.briefing)
        opened = opened or opening
        same = bool(groups) and slide.header == groups[-1][-1].header
        if same and (slide.header or opening):
            groups[-1].append(slide)
        else:
            groups.append([slide])
    return tuple(
        SectionView(
            header=unnumbered(group[0].header),
            opening=opened and number == 0,
            slides=tuple(group),
        )
        for number, group in enumerate(groups)
    )


def unnumbered(header: str) -> str:
    """A header without the number it carries on slides: a paper numbers its own headings."""
    return _OWN_NUMBER.sub("", header)
