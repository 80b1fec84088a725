"""The drafts of slides put together into an outline, and checked against each other."""

from __future__ import annotations

from collections.abc import Mapping as AbstractMapping
from typing import Any

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields import Reading
from deckgen.frozen import Frozen
from deckgen.kinds import KINDS, Setting
from deckgen.model.inline import Inline, plain
from deckgen.model.outline import Fit, Outline, Part, Slide, Source, Talk
from deckgen.model.tree import Mapping, Sequence, Tree
from deckgen.readers.ids import Names, slug
from deckgen.readers.references import check_references, said
from deckgen.readers.slides import Draft, PartDraft, SlideDraft
from deckgen.readers.sources import check_cited
from deckgen.readers.talk import TalkKeys
from deckgen.text.targets import Target, targets


class Elsewhere(Frozen):
    """What all formats together can be referred to, and cite, when one shows only a part."""

    targets: AbstractMapping[str, Target]
    cited: frozenset[str]


class Assembly:
    """The drafts put together; every check that needs more than one of them."""

    __slots__ = ("_drafts", "_ids", "_parts", "_reading", "_sources", "_talk", "_tree", "_values")

    def __init__(self, values: dict[str, Any], tree: Mapping, reading: Reading) -> None:
        self._values, self._tree, self._reading = values, tree, reading
        self._drafts: tuple[Draft, ...] = values.get("slides", ())
        written: TalkKeys | None = values.get("talk")
        self._talk = Talk((), tree.span) if written is None else written.talk()
        self._sources: tuple[Source, ...] = values.get("sources", ())
        self._ids = _ids(self._drafts, self._talk, reading)
        self._parts = self._number_parts()

    def targets(self) -> dict[str, Target]:
        """All that texts can refer to."""
        return targets(self._slides(), self._parts)

    def outline(self, file: str, elsewhere: Elsewhere | None = None) -> Outline:
        """The outline; it is complete only when nothing was found wrong."""
        slides = self._slides()
        self._check_titles(slides)
        known = targets(slides, self._parts) if self._reading.references or elsewhere else {}
        known = {**(elsewhere.targets if elsewhere else {}), **known}
        if self._tree.whole:
            self._check_links({slide.id for slide in slides}, known)
            self.check_sources(self._reading)
            check_references(known, self._reading)
        pack, named = self._values.get("pack", ""), self._tree.value("pack")
        span = named.span if named else None
        sources = self._listed(elsewhere.cited if elsewhere else self.cited())
        word = self._tree.value("briefing_template")
        outline = Outline(
            self._talk,
            self._parts,
            tuple(slides),
            sources,
            pack,
            file,
            span,
            self._values.get("briefing_template", ""),
            word.span if word else None,
        )
        pointing = known or self._reading.citations or self._reading.links
        return said(outline, known) if pointing and not self._reading.found.failed else outline

    def cited(self) -> frozenset[str]:
        """The keys of the works that a slide or a text names."""
        drafts = (draft for draft in self._drafts if isinstance(draft, SlideDraft))
        named = {key for draft in drafts for key in draft.keys.sources}
        return frozenset(named | {key for key, _ in self._reading.citations})

    def _listed(self, cited: frozenset[str]) -> tuple[Source, ...]:
        """The works of the list: those of the outline, and of bibliographies the cited ones."""
        listed = tuple(one for one in self._sources if one.item is None or one.key in cited)
        written: TalkKeys | None = self._values.get("talk")
        if written is None or not written.citation_style:
            return listed
        from deckgen.readers.citations import styled

        tree = written.tree("citation_style")
        return styled(listed, written.citation_style, tree, self._reading)

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
            prose_only=keys.prose_only,
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

    def _check_links(self, ids: set[str], known: AbstractMapping[str, Target]) -> None:
        ids |= {part.id for part in self._parts} | {target.id for target in known.values()}
        for name, span in self._reading.links:
            if name not in ids:
                hint = did_you_mean(name, sorted(ids)) or "Give the slide that you mean this `id:`."
                self._reading.found.error(
                    "unknown-slide", f"no slide has the id '{name}'", span, hint
                )

    def check_sources(self, reading: Reading) -> None:
        """Report works that are cited and not there."""
        known = tuple(source.key for source in self._sources)
        cited = tuple(
            (key, tree.span)
            for draft in self._drafts
            if isinstance(draft, SlideDraft) and draft.keys.sources
            for key, tree in zip(
                draft.keys.sources, _trees(draft.keys.tree("sources")), strict=False
            )
        )
        if self._tree.value("sources") is None or self._sources:
            check_cited((*cited, *self._reading.citations), known, reading)


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
    names = Names(taken)
    return tuple(draft.keys.id or names.unique(slug(_title(draft, talk))) for draft in drafts)


def _title(draft: Draft, talk: Talk) -> str:
    title: Inline = draft.keys.title
    if not title and isinstance(draft, SlideDraft) and draft.content is not None:
        title = draft.content.title(talk)
    return plain(title)
