"""An outline's text -> Outline: the slides numbered, named, and checked against each other."""

from __future__ import annotations

from typing import Any

from deckgen.diagnostics import Diagnostic, Diagnostics, Span, did_you_mean
from deckgen.fields import MapOf, Plain, Reading, Record, RecordOf, optional, record, required
from deckgen.fields.records import keys_of, read_keys
from deckgen.kinds import KINDS, Setting
from deckgen.model.files import Files
from deckgen.model.inline import Inline, plain
from deckgen.model.outline import Fit, Outline, Part, Slide, Talk
from deckgen.model.tree import Mapping, Scalar, Sequence, Tree
from deckgen.readers.ids import slug, unique
from deckgen.readers.slides import Draft, PartDraft, SlideDraft, Slides
from deckgen.readers.talk import SourceKeys, TalkKeys, check_cited
from deckgen.readers.yaml import read_tree


@record
class OutlineKeys(Record):
    """A talk: what holds for all of it, and its slides in their order."""

    talk: TalkKeys = required(RecordOf(TalkKeys, "What holds for the whole talk."))
    pack: str = optional(
        Plain("The template: a pack's name or the path of a .pptx or .potx file.", ("default",)), ""
    )
    sources: tuple[tuple[Scalar, SourceKeys], ...] = optional(
        MapOf(
            RecordOf(SourceKeys, "A work: text, or {text, url}.", short="text"),
            "The works that the talk rests on, each under a key for the slides to name.",
        ),
        (),
    )
    slides: tuple[Draft, ...] = required(Slides("The slides and parts, in their order."))


def read_outline(
    data: bytes, file: str, files: Files
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """The outline, or None with at least one error; all findings, in the order of their places."""
    found = Diagnostics()
    tree = read_tree(data, file, found)
    if tree is None:
        return None, found.as_tuple()
    reading = Reading(found, files)
    if not isinstance(tree, Mapping):
        reading.wrong(tree, "a mapping with 'talk' and 'slides'", "Begin with `talk:`.")
        return None, found.as_tuple()
    values, _ = read_keys(tree, keys_of(OutlineKeys), reading)
    outline = _Assembly(values, tree, reading).outline(file)
    # What an alias repeats is read, and found wrong, each time.
    return (None if found.failed else outline), tuple(dict.fromkeys(found.as_tuple()))


class _Assembly:
    """The drafts put together; every check that needs more than one of them."""

    __slots__ = ("_drafts", "_ids", "_parts", "_reading", "_sources", "_talk", "_tree", "_values")

    def __init__(self, values: dict[str, Any], tree: Mapping, reading: Reading) -> None:
        self._values, self._tree, self._reading = values, tree, reading
        self._drafts: tuple[Draft, ...] = values.get("slides", ())
        written: TalkKeys | None = values.get("talk")
        self._talk = Talk((), tree.span) if written is None else written.talk()
        self._sources = tuple(keys.source(key.text) for key, keys in values.get("sources", ()))
        self._ids = _ids(self._drafts, self._talk, reading)
        self._parts = self._number_parts()

    def outline(self, file: str) -> Outline:
        """The outline; it is complete only when nothing was found wrong."""
        slides = self._slides()
        self._check_titles(slides)
        if self._tree.whole:
            self._check_links({slide.id for slide in slides})
            self._check_sources()
        pack, named = self._values.get("pack", ""), self._tree.value("pack")
        span = named.span if named else None
        return Outline(self._talk, self._parts, tuple(slides), self._sources, pack, file, span)

    def _number_parts(self) -> tuple[Part, ...]:
        opened = [
            (draft.keys, name)
            for draft, name in zip(self._drafts, self._ids, strict=True)
            if isinstance(draft, PartDraft)
        ]
        return tuple(
            Part(number, name, keys.title, keys.span, keys.briefing, keys.summary)
            for number, (keys, name) in enumerate(opened, 1)
        )

    def _slides(self) -> list[Slide]:
        slides: list[Slide] = []
        part = 0
        for draft, name in zip(self._drafts, self._ids, strict=True):
            if isinstance(draft, SlideDraft):
                slides.append(self._slide(draft, name, part))
                continue
            part += 1
            if draft.keys.slide:
                slides.append(_part_slide(draft, name, part))
        return slides

    def _slide(self, draft: SlideDraft, name: str, part: int) -> Slide:
        kind, keys, content = draft.kind, draft.keys, draft.content
        titled = bool(keys.title)
        setting = Setting(self._talk, self._parts, self._reading.found, titled)
        own = () if content is None else content.blocks(setting)
        return Slide(
            id=name,
            kind=kind.name,
            role=kind.role,
            title=keys.title or (() if content is None else content.title(self._talk)),
            span=keys.span,
            blocks=(*keys.opening(), *own, *keys.foot()),
            part=part,
            header=keys.header,
            notes=keys.notes,
            briefing=keys.briefing,
            summary=keys.summary,
            sources=keys.sources,
            layout=keys.layout,
            layout_span=keys.tree("layout").span if keys.layout else None,
            fit=keys.fit or Fit(),
            reveal=keys.reveal,
            title_shown=titled or kind.title_shown,
        )

    def _check_titles(self, slides: list[Slide]) -> None:
        first: dict[str, Span] = {}
        for slide in slides:
            title = " ".join(plain(slide.title).split())
            earlier = first.get(title)
            if earlier is None:
                first[title] = slide.span
            elif title:
                message = f"the title '{title}' stands in line {earlier.line} already"
                derived = slide.kind in KINDS and KINDS[slide.kind].value != "title"
                hint = _DERIVED_TITLE_HINT if derived else _TITLE_HINT
                self._reading.found.error("duplicate-title", message, slide.span, hint)

    def _check_links(self, ids: set[str]) -> None:
        for name, span in self._reading.links:
            if name not in ids:
                hint = did_you_mean(name, sorted(ids)) or "Give the slide that you mean this `id:`."
                self._reading.found.error(
                    "unknown-slide", f"no slide has the id '{name}'", span, hint
                )

    def _check_sources(self) -> None:
        known = tuple(source.key for source in self._sources)
        cited = tuple(
            pair
            for draft in self._drafts
            if isinstance(draft, SlideDraft) and draft.keys.sources
            for pair in zip(draft.keys.sources, _trees(draft.keys.tree("sources")), strict=False)
        )
        if self._tree.value("sources") is None or self._sources:
            check_cited(cited, known, self._reading)


_DERIVED_TITLE_HINT = "Give it a `title:` of its own."
_TITLE_HINT = "Say what is different here: each slide's title is its name for those who listen."


def _trees(tree: Tree) -> tuple[Tree, ...]:
    return tree.items if isinstance(tree, Sequence) else (tree,)


def _part_slide(draft: PartDraft, name: str, part: int) -> Slide:
    keys = draft.keys
    return Slide(
        id=name,
        kind="part",
        role="section",
        title=keys.title,
        span=keys.span,
        blocks=() if keys.text is None else (keys.text,),
        part=part,
        notes=keys.notes,
    )


def _ids(drafts: tuple[Draft, ...], talk: Talk, reading: Reading) -> tuple[str, ...]:
    """The drafts' names: those that are written first, so that none that is made takes them."""
    taken: set[str] = set()
    first: dict[str, Span] = {}
    for draft in drafts:
        name = draft.keys.id
        if name in taken:
            tree = draft.keys.tree("id")
            message = f"the id '{name}' stands in line {first[name].line} already"
            reading.found.error("duplicate-id", message, tree.span, "Give each slide its own.")
        elif name:
            taken.add(name)
            first[name] = draft.keys.tree("id").span
    return tuple(draft.keys.id or unique(slug(_title(draft, talk)), taken) for draft in drafts)


def _title(draft: Draft, talk: Talk) -> str:
    title: Inline = draft.keys.title
    if not title and isinstance(draft, SlideDraft) and draft.content is not None:
        title = draft.content.title(talk)
    return plain(title)
