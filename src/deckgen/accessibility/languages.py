"""The language that a voice should speak (WCAG 2.2, 3.1.1)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from deckgen.diagnostics import Diagnostic, Severity
from deckgen.model.deck import Deck
from deckgen.model.inline import plain
from deckgen.model.outline import Outline
from deckgen.ooxml.languages import primary
from deckgen.place.scripts import segments

_MOST = 0.5


def language(outline: Outline, deck: Deck) -> Iterator[Diagnostic]:
    """A deck without a language, or with one that most of its titles are not in."""
    span = outline.talk.span
    hint = "Name the language of the slides in `language:` of `talk`: en, zh-Hans, ar."
    if not deck.properties.language.strip():
        yield Diagnostic(Severity.ERROR, "language-missing", "the talk has no language", hint, span)
        return
    own = primary(outline.talk.language)
    letters: Counter[str] = Counter()
    for slide in outline.slides:
        for text, tag in segments(plain(slide.title), outline.talk.language):
            letters[primary(tag)] += sum(char.isalpha() for char in text)
    other, count = letters.most_common(1)[0] if letters else (own, 0)
    if other != own and count > _MOST * letters.total():
        message = f"the talk's language is {own!r}, but most of its titles look like {other!r}"
        yield Diagnostic(Severity.WARNING, "language-doubtful", message, hint, span)
