"""A listing of a program."""

from __future__ import annotations

import re

from deckgen.fields import (
    Flag,
    Listing,
    Plain,
    Reading,
    Text,
    TextFile,
    Whole,
    optional,
    record,
)
from deckgen.kinds._kind import Content, Kind, Setting
from deckgen.model.blocks import Block, Code
from deckgen.model.inline import Inline

_RANGE = re.compile(r"\s*(\d{1,6})(?:\s*-\s*(\d{1,6}))?\s*\Z")
_LANGUAGES = {
    "py": "python", "pyi": "python", "js": "javascript", "ts": "typescript", "c": "c", "h": "c",
    "cpp": "cpp", "cs": "csharp", "java": "java", "go": "go", "rs": "rust", "rb": "ruby",
    "sh": "bash", "sql": "sql", "json": "json", "yaml": "yaml", "yml": "yaml", "html": "html",
    "css": "css", "xml": "xml", "toml": "toml", "r": "r", "jl": "julia", "tex": "latex",
}  # fmt: skip


@record
class Program(Content):
    """A program, written here or from a file."""

    listing: str = optional(Listing("The program, as a literal block after `|`."), "")
    file: str = optional(TextFile("A file to show instead of `listing`."), "")
    language: str = optional(Plain("Its language, for the colours.", ("python", "sql", "json")), "")
    numbered: bool = optional(Flag("Number the lines."), False)
    first: int = optional(Whole("The number of the first line.", 0, 999_999), 1)
    highlight: str = optional(Plain("Lines to set off.", ("1-3, 5",)), "")
    caption: Inline = optional(Text("What stands below the listing."), ())

    def check(self, reading: Reading) -> bool:
        """Whether there is one listing in a known language, and the highlighted lines are of it."""
        if bool(self.listing) == bool(self.file):
            hint = "Give either `listing:` or `file:`."
            message = "a listing and a file at once" if self.file else "the program is missing"
            reading.found.error("missing-key", message, self.span, hint)
            return False
        return self._check_language(reading) and self._check_highlight(reading)

    def _check_language(self, reading: Reading) -> bool:
        from deckgen.text.code import UnknownLanguage, check_language

        try:
            if self.language:
                check_language(self.language)
        except UnknownLanguage as unknown:
            near = " or ".join(repr(name) for name in unknown.suggestions)
            hint = (
                f"Did you mean {near}?" if near else "Leave it out for a listing without colours."
            )
            message = f"no language of programs is called '{unknown.language}'"
            reading.bad(self.tree("language"), message, hint)
            return False
        return True

    def blocks(self, setting: Setting) -> tuple[Block, ...]:
        """The listing."""
        code = Code(
            source=self._source(),
            span=self.span,
            language=self.language or self._language_of_file(),
            numbered=self.numbered,
            first=self.first,
            highlight=tuple(self._highlighted() or ()),
            caption=self.caption,
        )
        return (code,)

    def _source(self) -> str:
        return self.listing or self.file

    def _language_of_file(self) -> str:
        path = getattr(self.tree("file"), "text", "") if self.file else ""
        return _LANGUAGES.get(path.rpartition(".")[2].lower(), "")

    def _highlighted(self) -> list[int] | None:
        """The numbers of the lines to set off, or None when they are not lines of the listing."""
        last = self.first + self._source().count("\n")
        numbers: set[int] = set()
        for part in self.highlight.split(",") if self.highlight else ():
            match = _RANGE.match(part)
            if match is None:
                return None
            start, end = int(match[1]), int(match[2] or match[1])
            if not self.first <= start <= end <= last:
                return None
            numbers.update(range(start, end + 1))
        return sorted(numbers)

    def _check_highlight(self, reading: Reading) -> bool:
        if self._highlighted() is not None:
            return True
        last = self.first + self._source().count("\n")
        message = f"'{self.highlight}' names no lines of this listing"
        hint = f"Write numbers and ranges from {self.first} to {last}, such as '1-3, 5'."
        reading.bad(self.tree("highlight"), message, hint)
        return False


KIND = Kind("code", "code", Program, nested=True)
