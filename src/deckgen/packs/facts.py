"""Plain facts of a PowerPoint file: what is in it besides its layouts."""

from __future__ import annotations

import io

from deckgen.frozen import Frozen
from deckgen.ooxml import names
from deckgen.ooxml.package import Draft, Package


class Facts(Frozen):
    """Counts and names; `media` in bytes. Sample slides and macros do not reach a deck."""

    slides: int
    sections: tuple[str, ...]
    masters: int
    layouts: int
    pictures: int
    media: int
    embedded_fonts: tuple[str, ...]
    macros: bool
    notes_master: bool
    handout_master: bool


def facts_of(data: bytes) -> Facts:
    """The facts of a presentation or template. Raises PackageRefused."""
    from pptx import Presentation

    package = Package.open(data)
    kinds = {arrow.type for arrow in package.relationships(package.main_part())}
    deck = Presentation(io.BytesIO(_as_presentation(package)))
    parts = [part for part in deck.part.package.iter_parts() if "/media/" in str(part.partname)]
    root = deck.part._element
    return Facts(
        slides=len(deck.slides),
        sections=tuple(each.get("name", "") for each in root.iter(f"{{{names.P14}}}section")),
        masters=len(deck.slide_masters),
        layouts=sum(len(master.slide_layouts) for master in deck.slide_masters),
        pictures=sum(part.content_type.startswith("image/") for part in parts),
        media=sum(len(part.blob) for part in parts),
        embedded_fonts=tuple(
            font.get("typeface", "")
            for font in root.iterfind(f".//{{{names.P}}}embeddedFont/{{{names.P}}}font")
        ),
        macros=names.REL_VBA in kinds,
        notes_master=names.REL_NOTES_MASTER in kinds,
        handout_master=any(kind.endswith("/handoutMaster") for kind in kinds),
    )


def _as_presentation(package: Package) -> bytes:
    """The same package as an ordinary presentation, the only kind that python-pptx opens."""
    draft = Draft.keeping(package, sorted(package.reachable()))
    draft.put_relationships("", package.relationships())
    main = package.main_part()
    draft.put(main, package.read(main), names.TYPE_PRESENTATION)
    return draft.seal()
