"""A picture and what must be known of it."""

from __future__ import annotations

import re
from typing import Literal, get_args

from deckgen.fields import (
    Choice,
    Flag,
    ListOf,
    Number,
    PictureFile,
    Plain,
    Reading,
    Record,
    Text,
    optional,
    record,
    required,
)
from deckgen.model.asset import Asset
from deckgen.model.blocks import Picture
from deckgen.model.inline import Inline
from deckgen.model.tree import Tree

FitPicture = Literal["fill", "contain"]
_FITS: tuple[FitPicture, ...] = get_args(FitPicture)

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp)\Z", re.IGNORECASE)
_ALT_HINT = "Say what it shows in a sentence with `alt:`, or add `decorative: true` if nothing."


def check_alt(alt: str, decorative: bool, tree: Tree, reading: Reading) -> bool:
    """Whether a picture can be told to those who do not see it; reports when it cannot."""
    if not alt and not decorative:
        reading.found.error(
            "missing-alt", "the picture has no alternative text", tree.span, _ALT_HINT
        )
        return False
    if _FILE_NAME.match(alt):
        message = f"the alternative text '{alt}' is a file's name"
        reading.found.error("missing-alt", message, tree.span, "Say what the picture shows.")
        return False
    return True


@record
class PictureKeys(Record):
    """A picture: its file, and what it shows."""

    file: Asset = required(PictureFile("The picture's path, relative to the outline."))
    alt: str = optional(
        Plain("What the picture shows, in a sentence, for those who cannot see it."), ""
    )
    decorative: bool = optional(
        Flag("The picture says nothing; screen readers pass over it."), False
    )
    caption: Inline = optional(Text("What stands below the picture."), ())
    credit: Inline = optional(Text("Who made the picture, and its licence."), ())
    fit_picture: FitPicture = optional(
        Choice(
            _FITS,
            "`fill` crops the picture to its frame, `contain` shows all of it (the default).",
        ),
        "contain",
    )
    focus: tuple[float, ...] = optional(
        ListOf(
            Number("A fraction.", 0, 1),
            "The point that a crop keeps, as fractions from the left and the top: [0.5, 0.3].",
            minimum=2,
            maximum=2,
        ),
        (0.5, 0.5),
    )

    def check(self, reading: Reading) -> bool:
        """Whether it has an alternative text."""
        return check_alt(self.alt, self.decorative, self.tree("file"), reading)

    def picture(self) -> Picture:
        """The block."""
        return Picture(
            asset=self.file,
            alt="" if self.decorative else self.alt,
            span=self.span,
            decorative=self.decorative,
            fit=self.fit_picture,
            focus=(self.focus[0], self.focus[1]),
            caption=self.caption,
            credit=self.credit,
        )
