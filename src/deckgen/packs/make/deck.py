"""pack.yaml's tokens -> deck.pptx: a PowerPoint template that a person can open and edit."""

from __future__ import annotations

from deckgen.ooxml import names
from deckgen.ooxml.package import Draft, Relationship
from deckgen.ooxml.xml import attribute, document
from deckgen.packs.make.grid import grid_for
from deckgen.packs.make.layouts import Kit, object_plans, plain_plans, text_plans
from deckgen.packs.make.markup import NAMESPACES, Plan
from deckgen.packs.make.masters import (
    NOTES_SIZE,
    default_style,
    layout_part,
    master_part,
    notes_master_part,
)
from deckgen.packs.make.orbit import orbit_plans
from deckgen.packs.make.rail import rail_plans
from deckgen.packs.make.scales import scales
from deckgen.packs.make.tables import table_styles_part
from deckgen.packs.make.theme import theme_part
from deckgen.packs.tokens import Tokens

_KIND = "application/vnd.openxmlformats-officedocument.presentationml."
_ORDER = (
    "Title slide", "Agenda", "Section", "Title and content", "Statement", "Statement with title",
    "Quotation", "Comparison", "Comparison, three", "Columns", "Columns, three", "Diagram",
    "Picture", "Picture with text", "Gallery", "Table", "Chart", "Code", "Formula", "Closing",
    "Title only", "Blank",
)  # fmt: skip


def make_deck(tokens: Tokens) -> bytes:
    """A presentation without slides: theme, master, layouts, notes master; the same each time."""
    kit = Kit(grid_for(tokens), scales(tokens))
    plans = layout_plans(kit)
    draft = Draft()
    master = "ppt/slideMasters/slideMaster1.xml"
    parts = [f"ppt/slideLayouts/slideLayout{at}.xml" for at in range(1, len(plans) + 1)]
    for part, plan in zip(parts, plans, strict=True):
        draft.put(part, layout_part(plan), _KIND + "slideLayout+xml")
        draft.put_relationships(part, [Relationship("rId1", names.REL_MASTER, master)])
    draft.put(master, master_part(kit, len(plans)), _KIND + "slideMaster+xml")
    arrows = [Relationship(f"rId{at}", names.REL_LAYOUT, part) for at, part in enumerate(parts, 1)]
    themed = Relationship(f"rId{len(parts) + 1}", names.REL_THEME, "ppt/theme/theme1.xml")
    draft.put_relationships(master, [*arrows, themed])
    _put_notes(draft, kit)
    _put_presentation(draft, kit, master)
    _put_properties(draft, tokens)
    return draft.seal()


def layout_plans(kit: Kit) -> tuple[Plan, ...]:
    """All layouts in the order in which PowerPoint offers them."""
    strong = rail_plans(kit) if kit.scales.tokens.slide.motif == "rail" else orbit_plans(kit)
    plans = {
        plan.name: plan
        for plan in (*strong.values(), *text_plans(kit), *object_plans(kit), *plain_plans(kit))
    }
    return tuple(plans[name] for name in _ORDER)


def _put_notes(draft: Draft, kit: Kit) -> None:
    tokens = kit.scales.tokens
    notes = "ppt/notesMasters/notesMaster1.xml"
    draft.put(notes, notes_master_part(kit), names.TYPE_NOTES_MASTER)
    draft.put_relationships(notes, [Relationship("rId1", names.REL_THEME, "ppt/theme/theme2.xml")])
    title = tokens.name.capitalize()
    draft.put("ppt/theme/theme1.xml", theme_part(tokens, title), names.TYPE_THEME)
    draft.put("ppt/theme/theme2.xml", theme_part(Tokens(), f"{title} notes"), names.TYPE_THEME)


def _put_presentation(draft: Draft, kit: Kit, master: str) -> None:
    width, height = kit.scales.tokens.slide.size
    screen = ' type="screen4x3"' if (width, height) == (9_144_000, 6_858_000) else ""
    draft.put(
        "ppt/presentation.xml",
        document(
            f'<p:presentation {NAMESPACES} saveSubsetFonts="1" autoCompressPictures="0">'
            '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
            '<p:notesMasterIdLst><p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
            f'<p:sldSz cx="{width}" cy="{height}"{screen}/>'
            f'<p:notesSz cx="{NOTES_SIZE[0]}" cy="{NOTES_SIZE[1]}"/>'
            f"<p:defaultTextStyle>{default_style()}</p:defaultTextStyle></p:presentation>"
        ),
        names.TYPE_PRESENTATION,
    )
    related = {
        names.REL_MASTER: master,
        names.REL_NOTES_MASTER: "ppt/notesMasters/notesMaster1.xml",
        names.REL_PRESENTATION_PROPERTIES: "ppt/presProps.xml",
        names.REL_VIEW_PROPERTIES: "ppt/viewProps.xml",
        names.REL_THEME: "ppt/theme/theme1.xml",
        names.REL_TABLE_STYLES: "ppt/tableStyles.xml",
    }
    draft.put_relationships(
        "ppt/presentation.xml",
        [Relationship(f"rId{at}", *each) for at, each in enumerate(related.items(), 1)],
    )
    put = draft.put
    put("ppt/presProps.xml", document(f"<p:presentationPr {NAMESPACES}/>"), _KIND + "presProps+xml")
    put("ppt/viewProps.xml", document(f"<p:viewPr {NAMESPACES}/>"), _KIND + "viewProps+xml")
    styles = table_styles_part(kit.scales.tokens)
    put("ppt/tableStyles.xml", styles, _KIND + "tableStyles+xml")


def _put_properties(draft: Draft, tokens: Tokens) -> None:
    core = (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{attribute(tokens.name.capitalize())} template</dc:title></cp:coreProperties>"
    )
    app = (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
        'extended-properties"><Application>deckgen</Application></Properties>'
    )
    draft.put("docProps/core.xml", document(core), names.TYPE_CORE)
    draft.put("docProps/app.xml", document(app), names.TYPE_APP)
    draft.put_relationships(
        "",
        [
            Relationship("rId1", names.REL_DOCUMENT, "ppt/presentation.xml"),
            Relationship("rId2", names.REL_CORE, "docProps/core.xml"),
            Relationship("rId3", names.REL_APP, "docProps/app.xml"),
        ],
    )
