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
    Slides before a part's first header open the part together; after it, and in a part without
    headers, a slide without a header stands alone.
    """
    speaking = [s for s in slides if s.role not in FRAME_ROLES or s.briefing]
    has_headers = any(slide.header for slide in speaking)
    groups: list[list[SlideView]] = []
    for slide in speaking:
        before = groups[-1][-1] if groups else None
        opening = has_headers and not any(s.header for group in groups for s in group)
        same = before is not None and slide.header == before.header
        if same and (slide.header or opening):
            groups[-1].append(slide)
        else:
            groups.append([slide])
    return tuple(
        SectionView(
            header=unnumbered(group[0].header),
            opening=has_headers and number == 0 and not group[0].header,
            slides=tuple(group),
        )
        for number, group in enumerate(groups)
    )


def unnumbered(header: str) -> str:
    """A header without the number it carries on slides: a paper numbers its own headings."""
    return _OWN_NUMBER.sub("", header)
