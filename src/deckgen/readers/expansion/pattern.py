"""The pattern of a row's name: expressions over the row, made a safe name of a folder."""

from __future__ import annotations

import re
import unicodedata

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.frozen import Frozen
from deckgen.model.tree import Scalar
from deckgen.readers.expansion.environment import RowEnvironment
from deckgen.readers.expansion.expressions import Text, compiled
from deckgen.readers.expansion.outline import Values, names_of

MOST_BYTES = 150
DIGITS = 5  # of a row's number, so that folders sort as the rows do
_UNSAFE = re.compile(r"[^\w.-]+")
_EDGES = ".-_ "
# Names that Windows keeps for devices, whatever follows their first dot.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)


class Pattern(Frozen):
    """What rows are called; an empty one gives them their numbers."""

    text: Text | None
    constant: str
    environment: RowEnvironment

    def name(self, values: Values, number: int) -> tuple[str, tuple[Diagnostic, ...]]:
        """The row's name, safe as a folder's; empty after an error."""
        found = Diagnostics()
        self.environment.new_row()
        if self.text is None:
            return safe(self.constant) or f"{number:0{DIGITS}}", ()
        filled = self.text.filled(names_of(values, number), found)
        name = safe(filled.text) if isinstance(filled, Scalar) else ""
        if not name and not found.failed:
            message = "the pattern of the name gives nothing that a folder can be called"
            hint = "Name columns that are filled in every row: --name '{{ country }}-{{ year }}'"
            found.error("bad-name", message, self.text.scalar.span, hint)
        return name, found.as_tuple()


def read_pattern(pattern: str) -> tuple[Pattern | None, tuple[Diagnostic, ...]]:
    """Compile a pattern; None when an expression's syntax is wrong."""
    found = Diagnostics()
    environment = RowEnvironment()
    text = compiled(Scalar(pattern, Span("--name", 1, 1)), environment, found)
    return None if found.failed else Pattern(text, pattern, environment), found.as_tuple()


def safe(text: str) -> str:
    """A text as the name of a folder on any system: words parted by hyphens, nothing hidden.

    At most 150 bytes; letters of all scripts stay.
    """
    name = _UNSAFE.sub("-", unicodedata.normalize("NFC", text))
    name = re.sub(r"-*\.-*\.[-.]*|--+", "-", name).strip(_EDGES)
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").rstrip(_EDGES)
    return f"{name}-" if _DEVICES.match(name) else name
