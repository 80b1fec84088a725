"""What the slides of one layout share: colours that read on it, and its footer. Worked out once."""

from __future__ import annotations

from deckgen.model.deck import TextBody
from deckgen.model.outline import Outline
from deckgen.model.pack import DiagramStyle, Layout, LevelStyle, Pack
from deckgen.place.blocks.table_setting import Settings
from deckgen.place.composers import COMPOSERS
from deckgen.place.furniture import footer_body, footer_texts
from deckgen.place.inks import style_on
from deckgen.place.scene import Scene
from deckgen.text.direction import right_to_left
from deckgen.typeset import Typesetter


class Frames:
    """The scenes and the footers of one talk in one pack."""

    def __init__(self, outline: Outline, pack: Pack, setter: Typesetter) -> None:
        self._talk = outline.talk
        self._rtl = right_to_left(outline.talk.language)
        self._turned = pack.deck.turned
        self._parts = {part.number: part.title for part in outline.parts}
        self._pack = pack
        self._setter = setter
        self._tables = Settings()
        self._styles: dict[str, DiagramStyle] = {}
        self._footers: dict[tuple[str, int], TextBody | None] = {}
        # Most layouts of a template have their footers in one place, and in one style.
        self._alike: dict[tuple[int, LevelStyle, int], TextBody | None] = {}

    def scene(self, layout: Layout, *, reveal: bool) -> Scene:
        """The ground that a slide on this layout is set on."""
        style = self._styles.get(layout.part)
        if style is None:
            adopted = self._pack.deck.adopted
            style = self._styles[layout.part] = style_on(self._pack.style, layout, adopted=adopted)
        return Scene(
            style,
            self._pack.deck.fonts,
            layout,
            self._talk.language,
            self._setter,
            COMPOSERS,
            self._tables,
            reveal=reveal,
            rtl=self._rtl,
            turned=self._turned,
        )

    def footer(self, scene: Scene, part: int) -> TextBody | None:
        """What the footer says on slides of this part; None where there is none."""
        key = scene.layout.part, part
        if key not in self._footers:
            self._footers[key] = self._footer(scene, part)
        return self._footers[key]

    def _footer(self, scene: Scene, part: int) -> TextBody | None:
        slot = scene.layout.slot("footer")
        if slot is None:
            return None
        room = slot.box.cx - slot.insets.left - slot.insets.right
        key = room, slot.levels[0], part
        if key not in self._alike:
            talk, title = self._talk, self._parts.get(part, ())
            options = footer_texts(talk.footer or talk.title, title, talk.classification)
            self._alike[key] = footer_body(options, slot.levels[0], room, scene)
        return self._alike[key]
