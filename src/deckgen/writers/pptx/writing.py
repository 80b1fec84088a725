"""A deck while it is written: slides are put one after the other, then the package is sealed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from deckgen.frozen import Frozen
from deckgen.model.deck import PlacedSlide, Properties, Section
from deckgen.model.pack import DeckTemplate
from deckgen.ooxml import names
from deckgen.ooxml.archive import Archives, Member, pack
from deckgen.ooxml.properties import app_xml, core_xml, put_properties
from deckgen.ooxml.relationships import relationships_part
from deckgen.writers.pptx.base import layout_colours, read_base
from deckgen.writers.pptx.notes import notes_master, notes_xml
from deckgen.writers.pptx.page import Arrows, Page, Store, beside, shape_ids
from deckgen.writers.pptx.presentation import first_number, notes_size, presentation
from deckgen.writers.pptx.slides import slide_xml

_SLIDE = "ppt/slides/slide{}.xml"
_NOTES = "ppt/notesSlides/notesSlide{}.xml"
# LibreOffice and Keynote read a file with more trust when it says what it follows.
_APPLICATION = "Microsoft Office PowerPoint"


_Part = tuple[str, Member, str]
"""A part with its content type; relationships have theirs of their extension."""
_Parts = tuple[_Part, ...]
# What a slide may lead to when it is written in the same way in every deck.
_OWN = frozenset({names.REL_LAYOUT, names.REL_NOTES_SLIDE, names.REL_HYPERLINK})


_MOST_DEFLATED = 400  # parts


class Put(Frozen):
    """What was put into a package: parts as members, their types, how many notes are among them."""

    parts: Mapping[str, Member]
    overrides: Mapping[str, str]
    defaults: Mapping[str, str]
    noted: int
    master: str


class LastDeck:
    """The slides of the deck that was written last: the very same are not written anew.

    Only those that lead nowhere but to their layout, to their notes and out of the deck. `deflated`
    are the contents of parts by what they were deflated to, of the last decks.
    """

    __slots__ = ("_around", "_before", "_now", "archives", "deflated")

    def __init__(self) -> None:
        self.archives = Archives()
        self.deflated: dict[bytes, bytes] = {}
        self._around: tuple[object, ...] = ()
        self._before: dict[int, tuple[PlacedSlide, _Parts]] = {}
        self._now: dict[int, tuple[PlacedSlide, _Parts]] = {}

    def begin(self, template: bytes, language: str) -> None:
        """Turn to the next deck."""
        around = (template, language)
        self._before = self._now if around == self._around else {}
        self._now, self._around = {}, around

    def parts(self, slide: PlacedSlide, number: int) -> _Parts | None:
        """The parts of a slide, if the same one stood in the same place."""
        kept = self._before.get(number)
        if kept is None or kept[0] is not slide:
            return None
        self._now[number] = kept
        return kept[1]

    def note(self, member: Member, content: bytes) -> None:
        """Remember for a while what was deflated to a member."""
        if len(self.deflated) >= _MOST_DEFLATED:
            del self.deflated[next(iter(self.deflated))]
        self.deflated[member.raw] = content

    def keep(self, slide: PlacedSlide, number: int, parts: _Parts) -> None:
        """Remember the parts of a slide."""
        self._now[number] = slide, parts


class Writing:
    """One deck in the making. `ids` are those of all its slides; `charts` stand before these."""

    def __init__(
        self,
        template: DeckTemplate,
        language: str,
        ids: Sequence[str],
        charts: int = 0,
        last: LastDeck | None = None,
    ) -> None:
        """Raises PackageRefused for a template that is no sound presentation."""
        self._last = last
        if last is not None:
            last.begin(template.data, language)
        self._template = template.data
        self._base = read_base(template.data)
        self._draft = draft = self._base.draft()
        self._given = dict(draft.parts)
        self._ids = ids
        self._noted = 0
        self._master = ""
        self._first = first_number(self._base) - 1
        self._store = Store(
            draft,
            language,
            {name: f"slide{number}.xml" for number, name in enumerate(ids, 1)},
            self._base.table_styles,
            draft.free("ppt/charts/chart{}.xml"),
            draft.free("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx"),
        )
        for _ in range(charts):
            self._store.next_chart()
            self._store.next_workbook()

    def put(self, slides: Iterable[PlacedSlide], first: int = 1) -> None:
        """Put slides with their notes; `first` is the number of the first of them."""
        for number, slide in enumerate(slides, first):
            self._put_slide(slide, number)

    def parts(self) -> Put:
        """What was put so far, to be handed to another writing of the same deck."""
        draft = self._draft
        made = {
            name: part if isinstance(part, Member) else pack(name, part)
            for name, part in draft.parts.items()
            if self._given.get(name) is not part
        }
        return Put(made, draft.overrides, draft.defaults, self._noted, self._master)

    def take(self, put: Put) -> None:
        """Take over what another writing of the same deck has put."""
        self._draft.parts |= put.parts
        self._draft.overrides |= put.overrides
        self._draft.defaults |= put.defaults
        self._noted += put.noted
        self._master = self._master or put.master

    def sealed(self, sections: Sequence[Section], properties: Properties, epoch: int) -> bytes:
        """The bytes of the file; `epoch` (seconds since 1970) dates it."""
        base, draft = self._base, self._draft
        slides = [_SLIDE.format(number) for number in range(1, len(self._ids) + 1)]
        main, arrows = presentation(base, slides, sections, self._ids, self._master)
        draft.put(base.main, main, names.TYPE_PRESENTATION)
        draft.put_relationships(base.main, arrows)
        counts = {"Slides": len(self._ids), "Notes": self._noted, "HiddenSlides": 0}
        app = app_xml(_APPLICATION, properties.company, counts)
        put_properties(draft, base.package, core_xml(properties, epoch), app)
        return draft.seal(self._last.archives if self._last else None)

    def _put_slide(self, slide: PlacedSlide, number: int) -> None:
        """Put one slide's part, its notes and the relationships of both."""
        if slide.notes is not None:
            self._notes_master()
            self._noted += 1
        kept = self._last.parts(slide, number) if self._last else None
        if kept is None:
            self._write_slide(slide, number)
            return
        for part, member, kind in kept:
            if kind:
                self._draft.put(part, member, kind)
            else:
                self._draft.parts[part] = member

    def _write_slide(self, slide: PlacedSlide, number: int) -> None:
        draft, shown = self._draft, number + self._first
        page = Page(slide.id, shown, Arrows(), self._store, shape_ids(slide))
        page.arrows.to(names.REL_LAYOUT, beside(slide.layout))
        if slide.notes is not None:
            page.arrows.to(names.REL_NOTES_SLIDE, f"../notesSlides/notesSlide{number}.xml")
            notes = Page(slide.id, shown, Arrows(), self._store, jumps=False)
            notes.arrows.to(names.REL_NOTES_MASTER, beside(self._notes_master()))
            notes.arrows.to(names.REL_SLIDE, f"../slides/slide{number}.xml")
            part = _NOTES.format(number)
            self._put_part(part, notes_xml(slide.notes, notes), names.TYPE_NOTES_SLIDE)
            draft.put_arrows(part, notes.arrows.xml())
        colours = layout_colours(self._template, slide.layout)
        part = _SLIDE.format(number)
        self._put_part(part, slide_xml(slide, page, colours), names.TYPE_SLIDE)
        draft.put_arrows(part, page.arrows.xml())
        if self._last and page.arrows.kinds <= _OWN and not page.arrows.inward:
            self._last.keep(
                slide, number, tuple(self._parts_of(number, noted=slide.notes is not None))
            )

    def _put_part(self, part: str, content: bytes, content_type: str) -> None:
        member = self._draft.put_packed(part, content, content_type)
        if self._last:
            self._last.note(member, content)

    def _parts_of(self, number: int, *, noted: bool) -> Iterator[_Part]:
        """The parts that were put for a slide."""
        draft = self._draft
        for part in (_SLIDE.format(number), *((_NOTES.format(number),) if noted else ())):
            for name in (part, relationships_part(part)):
                member = draft.parts[name]
                assert isinstance(member, Member)
                yield name, member, draft.overrides.get(name, "")

    def _notes_master(self) -> str:
        """The part of the notes master, which the first notes need."""
        if not self._master:
            self._master = notes_master(self._base, self._draft, notes_size(self._base))
        return self._master
