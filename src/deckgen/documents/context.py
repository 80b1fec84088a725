"""The outline as a template's context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from deckgen.documents.blocks import view
from deckgen.documents.markup import fact, markdown
from deckgen.documents.references import citing, prose_with
from deckgen.documents.sections import sections
from deckgen.documents.views import (
    BlockView,
    OptionsView,
    PartView,
    SlideView,
    SourceView,
    SpeakerView,
    TalkView,
)
from deckgen.frozen import Frozen, replace
from deckgen.model.blocks import Block
from deckgen.model.inline import Inline
from deckgen.model.outline import Outline, Paper, Part, Prose, Slide, Source, Talk
from deckgen.text.dates import in_words
from deckgen.text.references import replaced
from deckgen.text.targets import cited_keys, targets

Say = Callable[[Inline], str]
Write = Callable[[str], str]


class Context(Frozen):
    """What the template gets, the blocks that its containers may refer to, references in words."""

    values: Mapping[str, object]
    blocks: Mapping[str, Block]
    words: Mapping[str, str]
    parts: tuple[PartView, ...]


def context(outline: Outline, labels: Mapping[str, str], numbers: bool) -> Context:
    """The template's values.

    With `numbers`, references (`@table:laws`) stay for a writer that numbers things, and works
    are cited by links to their list; without, the first are links and the second are notes.
    """
    sources = _sources(outline, numbers)
    cite = citing(sources, labels, notes=not numbers)
    known = targets(outline.slides, outline.parts)
    words = {written: markdown(target.words) for written, target in known.items()}
    links = {written: f"[{words[written]}](#{target.id})" for written, target in known.items()}

    def reference(written: str) -> str:
        return written if numbers or written not in words else links[written]

    def prose(source: str) -> str:
        return prose_with(source, cite, reference)

    def say(inline: Inline) -> str:
        return replaced(markdown(inline, numbers), lambda one: cite(one) if one[0] == "[" else one)

    blocks: dict[str, Block] = {}
    language = outline.talk.language
    slides = [
        _slide(slide, sources, say, prose, blocks, labels, language) for slide in outline.slides
    ]
    parts = _parts(outline, slides, say, prose)
    values = {
        "talk": _talk(outline.talk, say, prose),
        "parts": parts,
        "slides": tuple(slides),
        "sources": tuple(sources.values()),
        "labels": dict(labels),
        "options": _options(outline.talk.paper),
    }
    return Context(values, blocks, words, parts)


def _options(paper: Paper) -> OptionsView:
    return OptionsView(
        lists=paper.lists,
        notes=paper.notes,
        thumbnails=paper.thumbnails,
        endnotes=paper.endnotes,
        keywords=paper.keywords,
        front_matter=paper.front_matter,
    )


def _talk(talk: Talk, say: Say, prose: Write) -> TalkView:
    return TalkView(
        title=say(talk.title),
        subtitle=say(talk.subtitle),
        speakers=tuple(
            SpeakerView(fact(s.name), fact(s.role), fact(s.organisation)) for s in talk.speakers
        ),
        event=fact(talk.event),
        place=fact(talk.place),
        dates=in_words(talk.dates, talk.language),
        about=prose(talk.about.strip()),
        key_messages=tuple(say(message) for message in talk.key_messages),
        keywords=tuple(fact(word) for word in talk.keywords),
        footer=say(talk.footer),
        classification=fact(talk.classification),
        language=talk.language,
    )


def _sources(outline: Outline, numbers: bool) -> dict[str, SourceView]:
    cited = cited_keys(outline)
    return {
        source.key: SourceView(
            key=source.key,
            number=number,
            text=markdown(source.text),
            linked=markdown(_linked(source.text, source.url)),
            brief=markdown(_linked(_brief(source), source.url), numbers),
            url=source.url,
            mark=source.mark or f"[{number}]",
            cited=source.key in cited,
            named=any(char.isalpha() for char in source.mark),
        )
        for number, source in enumerate(outline.sources, 1)
    }


def _brief(source: Source) -> Inline:
    """A work in few words; one of a bibliography is known by its author, title and year alone."""
    return source.text if source.item is not None else source.short or source.text


def _linked(words: Inline, url: str) -> Inline:
    if not url or any(run.link for run in words):
        return words
    return tuple(replace(run, link=url) for run in words)


def _slide(
    slide: Slide,
    sources: Mapping[str, SourceView],
    say: Say,
    prose: Write,
    blocks: dict[str, Block],
    labels: Mapping[str, str],
    language: str,
) -> SlideView:
    return SlideView(
        id=slide.id,
        kind=slide.kind,
        role=slide.role,
        title=say(slide.title),
        header=say(slide.header),
        briefing=_prose(slide.briefing, prose),
        notes=_prose(slide.notes, prose),
        summary=say(slide.summary),
        blocks=_apart(
            view(block, f"{slide.id}-{number}", say, blocks, labels, language)
            for number, block in enumerate(slide.blocks, 1)
        ),
        sources=tuple(sources[key] for key in slide.sources if key in sources),
        prose_only=slide.prose_only,
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


def _prose(source: Prose | None, write: Write) -> str:
    return write(source.source) if source else ""


def _parts(
    outline: Outline, slides: Sequence[SlideView], say: Say, prose: Write
) -> tuple[PartView, ...]:
    """The parts with their slides; slides before the first part make a part without a title."""
    members: dict[int, list[SlideView]] = {}
    for slide, shown in zip(outline.slides, slides, strict=True):
        members.setdefault(slide.part, []).append(shown)
    views = []
    if 0 in members:
        views.append(_part(None, members[0], say, prose))
    for part in outline.parts:
        views.append(_part(part, members.get(part.number, []), say, prose))
    return tuple(views)


def _part(part: Part | None, slides: Sequence[SlideView], say: Say, prose: Write) -> PartView:
    return PartView(
        id=part.id if part else "",
        number=part.number if part else 0,
        title=say(part.title) if part else "",
        briefing=_prose(part.briefing, prose) if part else "",
        summary=say(part.summary) if part else "",
        slides=tuple(slides),
        sections=sections(slides),
    )
