"""Program listings as coloured words."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING, Literal

from deckgen.frozen import Frozen

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

TokenKind = Literal[
    "plain", "keyword", "name", "function", "type", "builtin", "string", "number", "comment",
    "operator", "punctuation", "tag", "attribute", "inserted", "deleted", "heading",
]  # fmt: skip

_TAB = 4
# The first prefix of Pygments' token names that fits gives the kind.
_KINDS: tuple[tuple[str, TokenKind], ...] = (
    ("Comment", "comment"),
    ("Literal.String.Doc", "comment"),
    ("Literal.String", "string"),
    ("Literal.Number", "number"),
    ("Literal", "string"),
    ("Keyword.Type", "type"),
    ("Keyword", "keyword"),
    ("Name.Function", "function"),
    ("Name.Decorator", "function"),
    ("Name.Class", "type"),
    ("Name.Exception", "type"),
    ("Name.Builtin", "builtin"),
    ("Name.Tag", "tag"),
    ("Name.Attribute", "attribute"),
    ("Name", "name"),
    ("Operator.Word", "keyword"),
    ("Operator", "operator"),
    ("Punctuation", "punctuation"),
    ("Generic.Inserted", "inserted"),
    ("Generic.Deleted", "deleted"),
    ("Generic.Heading", "heading"),
    ("Generic.Subheading", "heading"),
)


class Token(Frozen):
    """A stretch of a line of code of one kind."""

    text: str
    kind: TokenKind = "plain"


class UnknownLanguage(ValueError):
    """A language without a lexer; `suggestions` are names that come close, the best first."""

    def __init__(self, language: str) -> None:
        super().__init__(f"No language is called {language!r}.")
        self.language = language
        self.suggestions: tuple[str, ...] = tuple(
            get_close_matches(language.lower(), languages(), n=3)
        )


def highlight(source: str, language: str) -> tuple[tuple[Token, ...], ...]:
    """The lines of a listing; an empty line is empty. Tabs become blanks up to a multiple of 4.

    Line ends at the end are dropped; the language "text", or none, gives plain tokens. Raises
    UnknownLanguage.
    """
    raw = source.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    text = "\n".join(line.expandtabs(_TAB) for line in raw.split("\n"))
    lexer = _lexer(language.strip().lower())
    lines: list[list[Token]] = [[]]
    for token_type, value in lexer.get_tokens(text):
        first, *others = value.split("\n")
        _append(lines[-1], first, token_type)
        for other in others:
            lines.append([])
            _append(lines[-1], other, token_type)
    count = text.count("\n") + 1
    return tuple(tuple(line) for line in lines[:count])


def check_language(language: str) -> None:
    """Raise UnknownLanguage for a language that `highlight` does not know."""
    _lexer(language.strip().lower())


@cache
def languages() -> tuple[str, ...]:
    """All the names under which a language is known, sorted."""
    from pygments.lexers import get_all_lexers

    return tuple(
        sorted({alias for _, aliases, _, _ in get_all_lexers(plugins=False) for alias in aliases})
    )


@cache
def _lexer(language: str) -> Lexer:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language or "text", stripnl=False)
    except ClassNotFound:
        raise UnknownLanguage(language) from None


def _append(line: list[Token], text: str, token_type: _TokenType) -> None:
    """Add to a line, as part of its last token if that is of the same kind."""
    if not text:
        return
    kind = "plain" if text.isspace() else _kind(token_type)
    if line and line[-1].kind == kind:
        line[-1] = Token(line[-1].text + text, kind)
    else:
        line.append(Token(text, kind))


@cache
def _kind(token_type: _TokenType) -> TokenKind:
    name = ".".join(token_type)
    return next((kind for prefix, kind in _KINDS if name.startswith(prefix)), "plain")
