"""Pictures of equal rank."""

from __future__ import annotations

from deckgen.fields import ListOf, RecordOf, record, required
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.kinds._pictures import PictureKeys
from deckgen.model.blocks import Block, Gallery


@record
class GalleryContent(Content):
    """Two to six pictures of equal rank."""

    pictures: tuple[PictureKeys, ...] = required(
        ListOf(
            RecordOf(PictureKeys, "A picture: {file, alt, caption, ...}."),
            "The pictures, each {file, alt, caption, credit, ...}.",
            minimum=2,
            maximum=6,
        )
    )

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The gallery."""
        return (Gallery(tuple(one.picture() for one in self.pictures), self.span),)


KIND = Kind("gallery", "gallery", GalleryContent, nested=True)
