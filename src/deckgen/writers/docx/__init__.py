"""Documents as native Word: styles, numbering, notes, fields and figures of the template's kind.

The Markdown of a document becomes a tree of tokens (`parsing`); `body` and `containers` write it
as WordprocessingML strings, gathering links, notes and numbers in a `story`; `writing` puts the
result into the template.
"""

from __future__ import annotations

from deckgen.writers.docx.writing import write

__all__ = ["write"]
