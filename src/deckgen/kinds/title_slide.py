"""The slide that opens the talk."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.fields import record
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Text, TextRole
from deckgen.model.inline import Inline, Run
from deckgen.model.outline import Talk
from deckgen.text.dates import in_words
from deckgen.text.spoken import spoken


@record
class TitleSlide(Content):
    """Opens the talk: title, speakers and occasion, all from `talk`."""

    def title(self, talk: Talk) -> Inline:
        """The talk's title."""
        return talk.title

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """Subtitle, byline and occasion, as far as the talk has them."""
        talk = setting.talk
        roles: tuple[tuple[TextRole, tuple[Inline, ...]], ...] = (
            ("subtitle", (talk.subtitle,) if talk.subtitle else ()),
            *(("byline", lines) for lines in _bylines(talk)),
            ("occasion", _occasion(talk)),
        )
        return tuple(Text(role, lines, talk.span) for role, lines in roles if lines)


def _bylines(talk: Talk) -> Iterator[tuple[Inline, ...]]:
    """A speaker alone on several lines, several on one line each."""
    speakers = talk.speakers
    if len(speakers) == 1:
        yield _lines(speakers[0].name, speakers[0].role, speakers[0].organisation)
        return
    for one in speakers:
        yield _lines(_listed(talk, one.name, one.organisation or one.role))


def _occasion(talk: Talk) -> tuple[Inline, ...]:
    return _lines(talk.event, _listed(talk, talk.place, in_words(talk.dates, talk.language)))


def _listed(talk: Talk, *texts: str) -> str:
    """The texts with the commas of the talk's language between them."""
    return spoken(talk.language)["comma"].join(filter(None, texts))


def _lines(*texts: str) -> tuple[Inline, ...]:
    return tuple((Run(text),) for text in texts if text)


KIND = Kind("title-slide", "title", TitleSlide, titled=False)
