"""A placed deck as a PowerPoint file: strings of XML on the template's own parts."""

from __future__ import annotations

from deckgen.model.deck import Deck, PlacedSlide
from deckgen.model.pack import DeckTemplate
from deckgen.ooxml import names
from deckgen.ooxml.properties import app_xml, core_xml, put_properties
from deckgen.writers.pptx.base import Base, layout_colours, read_base
from deckgen.writers.pptx.notes import notes_master, notes_xml
from deckgen.writers.pptx.page import Arrows, Page, Store, beside, shape_ids
from deckgen.writers.pptx.presentation import notes_size, presentation
from deckgen.writers.pptx.slides import slide_xml

_SLIDE = "ppt/slides/slide{}.xml"
_NOTES = "ppt/notesSlides/notesSlide{}.xml"
# LibreOffice and Keynote read a file with more trust when it says what it follows.
_APPLICATION = "Microsoft Office PowerPoint"


def write(deck: Deck, template: DeckTemplate, epoch: int) -> bytes:
    """The deck as the bytes of a .pptx file on the template's masters and layouts.

    `epoch` (seconds since 1970) dates the document. Equal arguments give equal bytes.
    Raises PackageRefused for a template that is no sound presentation.
    """
    base = read_base(template.data)
    store = _store(deck, base)
    master = ""
    if any(slide.notes is not None for slide in deck.slides):
        master = notes_master(base, store.draft, notes_size(base))
    for number, slide in enumerate(deck.slides, 1):
        _put_slide(slide, number, store, template.data, master)
    ids = [slide.id for slide in deck.slides]
    slides = [_SLIDE.format(number) for number in range(1, len(ids) + 1)]
    main, arrows = presentation(base, slides, deck.sections, ids, master)
    store.draft.put(base.main, main, names.TYPE_PRESENTATION)
    store.draft.put_relationships(base.main, arrows)
    noted = sum(slide.notes is not None for slide in deck.slides)
    counts = {"Slides": len(ids), "Notes": noted, "HiddenSlides": 0}
    put_properties(
        store.draft,
        base.package,
        core_xml(deck.properties, epoch),
        app_xml(_APPLICATION, deck.properties.company, counts),
    )
    return store.draft.seal()


def _store(deck: Deck, base: Base) -> Store:
    draft = base.draft()
    return Store(
        draft,
        deck.properties.language,
        {slide.id: f"slide{number}.xml" for number, slide in enumerate(deck.slides, 1)},
        base.table_styles,
        draft.free("ppt/charts/chart{}.xml"),
        draft.free("ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx"),
    )


def _put_slide(slide: PlacedSlide, number: int, store: Store, template: bytes, master: str) -> None:
    """Put one slide's part, its notes and the relationships of both."""
    draft = store.draft
    page = Page(slide.id, Arrows(), store, shape_ids(slide))
    page.arrows.to(names.REL_LAYOUT, beside(slide.layout))
    if slide.notes is not None:
        page.arrows.to(names.REL_NOTES_SLIDE, f"../notesSlides/notesSlide{number}.xml")
        notes = Page(slide.id, Arrows(), store, jumps=False)
        notes.arrows.to(names.REL_NOTES_MASTER, beside(master))
        notes.arrows.to(names.REL_SLIDE, f"../slides/slide{number}.xml")
        part = _NOTES.format(number)
        draft.put_packed(part, notes_xml(slide.notes, notes), names.TYPE_NOTES_SLIDE)
        draft.parts[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = notes.arrows.xml()
    colours = layout_colours(template, slide.layout)
    draft.put_packed(_SLIDE.format(number), slide_xml(slide, page, colours), names.TYPE_SLIDE)
    draft.parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = page.arrows.xml()
