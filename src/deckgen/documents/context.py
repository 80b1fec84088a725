"""The outline as a template's context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from deckgen.documents.blocks import view
from deckgen.documents.dates import in_words
from deckgen.documents.markup import fact, markdown
from deckgen.documents.sections import sections
from deckgen.documents.views import (
    BlockView,
    PartView,
    SlideView,
    SourceView,
    SpeakerView,
    TalkView,
)
from deckgen.model.blocks import Block
from deckgen.model.inline import Inline
from deckgen.model.outline import Outline, Part, Slide, Source, Talk

Say = Callable[[Inline], str]


@dataclass(frozen=True, slots=True)
class Context:
    """What the template gets, and the blocks that its containers may refer to."""

    values: Mapping[str, object]
    blocks: Mapping[str, Block]


def context(outline: Outline, labels: Mapping[str, str], slide_links: bool) -> Context:
    """The template's values; without `slide_links`, links between slides become their text."""

    def say(inline: Inline) -> str:
        return markdown(inline, slide_links)

    blocks: dict[str, Block] = {}
    sources = _sources(outline, say)
    slides = [_slide(slide, sources, say, blocks, labels) for slide in outline.slides]
    values = {
        "talk": _talk(outline.talk, say),
        "parts": _parts(outline, slides, say),
        "slides": tuple(slides),
        "sources": tuple(sources.values()),
        "labels": dict(labels),
    }
    return Context(values, blocks)


def _talk(talk: Talk, say: Say) -> TalkView:
    return TalkView(
        title=say(talk.title),
        subtitle=say(talk.subtitle),
        speakers=tuple(
            SpeakerView(fact(s.name), fact(s.role), fact(s.organisation)) for s in talk.speakers
        ),
        event=fact(talk.event),
        place=fact(talk.place),
        dates=in_words(talk.dates, talk.language),
        about=talk.about.strip(),
        key_messages=tuple(say(message) for message in talk.key_messages),
        keywords=tuple(fact(word) for word in talk.keywords),
        footer=say(talk.footer),
        classification=fact(talk.classification),
        language=talk.language,
    )


def _sources(outline: Outline, say: Say) -> dict[str, SourceView]:
    return {
        source.key: SourceView(
            source.key, number, say(source.text), say(_linked(source)), source.url
        )
        for number, source in enumerate(outline.sources, 1)
    }


def _linked(source: Source) -> Inline:
    if not source.url or any(run.link for run in source.text):
        return source.text
    return tuple(replace(run, link=source.url) for run in source.text)


def _slide(
    slide: Slide,
    sources: Mapping[str, SourceView],
    say: Say,
    blocks: dict[str, Block],
    labels: Mapping[str, str],
) -> SlideView:
    return SlideView(
        id=slide.id,
        kind=slide.kind,
        role=slide.role,
        title=say(slide.title),
        header=say(slide.header),
        briefing=slide.briefing.source if slide.briefing else "",
        notes=slide.notes.source if slide.notes else "",
        summary=say(slide.summary),
        blocks=_apart(
            view(block, f"{slide.id}-{number}", say, blocks, labels)
            for number, block in enumerate(slide.blocks, 1)
        ),
        sources=tuple(sources[key] for key in slide.sources if key in sources),
        span=slide.span,
    )


def _apart(views: Iterable[BlockView]) -> tuple[BlockView, ...]:
    """The blocks, numbered lists in a row told apart by their delimiters."""
    shown: list[BlockView] = []
    for each in views:
        before = shown[-1].list if shown else None
        if each.list and before and before.delimiter == each.list.delimiter:
            shown.append(replace(each, list=replace(each.list, delimiter=")")))
        else:
            shown.append(each)
    return tuple(shown)


def _parts(outline: Outline, slides: Sequence[SlideView], say: Say) -> tuple[PartView, ...]:
    """The parts with their slides; slides before the first part make a part without a title."""
    members: dict[int, list[SlideView]] = {}
    for slide, shown in zip(outline.slides, slides, strict=True):
        members.setdefault(slide.part, []).append(shown)
    views = []
    if 0 in members:
        views.append(_part(None, members[0], say))
    for part in outline.parts:
        views.append(_part(part, members.get(part.number, []), say))
    return tuple(views)


def _part(part: Part | None, slides: Sequence[SlideView], say: Say) -> PartView:
    return PartView(
        id=part.id if part else "",
        number=part.number if part else 0,
        title=say(part.title) if part else "",
        briefing=part.briefing.source if part and part.briefing else "",
        summary=say(part.summary) if part else "",
        slides=tuple(slides),
        sections=sections(slides),
    )
