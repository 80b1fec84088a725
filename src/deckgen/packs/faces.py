"""The faces that a template's text is really set in."""

from __future__ import annotations

from deckgen.frozen import replace
from deckgen.model.pack import FontScheme, Layout


def used_faces(fonts: FontScheme, content: Layout) -> FontScheme:
    """The theme's faces, or those that the title and the body name instead."""
    title, body = content.slot("title"), content.slot("body", "subtitle", "title")
    major = title.levels[0].font if title else fonts.major
    minor = body.levels[0].font if body else fonts.minor
    return replace(
        fonts,
        major=major,
        minor=minor,
        title_face="" if major == fonts.major else major,
        body_face="" if minor == fonts.minor else minor,
    )
