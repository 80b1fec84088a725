"""An outline whose texts are Jinja2 expressions over a row of data: compiled once, filled often.

Expressions stand in the values (and keys) of the YAML, and are evaluated after it is read: no
value, whatever it holds, can change what the outline is made of, and every text keeps its place.
"""

from __future__ import annotations

from deckgen.readers.expansion.outline import OutlineTemplate, read_template
from deckgen.readers.expansion.pattern import Pattern, read_pattern

__all__ = ["OutlineTemplate", "Pattern", "read_pattern", "read_template"]
