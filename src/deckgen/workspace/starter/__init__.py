"""A first talk: an outline that builds as it is and teaches the format."""

from __future__ import annotations

import json
import re
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.workspace.publish import publish
from deckgen.workspace.talks import CONTENT, OUTLINE

SCHEMA = "outline.schema.json"

_NAME = re.compile(r"\w[\w.-]*")


def schema_text() -> str:
    """The JSON Schema of outlines, as a file holds it."""
    from deckgen.readers import outline_schema

    return json.dumps(outline_schema(), ensure_ascii=False, indent=2) + "\n"


def new_talk(root: Path, name: str, title: str) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """Make content/<name>/ and, when it is missing, the schema beside it; gives the files made."""
    found = Diagnostics()
    folder = root / CONTENT / name
    if not _NAME.fullmatch(name):
        found.error(
            "bad-name",
            f"{name!r} cannot be a talk's name.",
            None,
            "Take letters, digits and hyphens, as in `annual-report`.",
        )
    elif folder.exists() or folder.is_symlink():
        found.error(
            "exists", f"{folder.as_posix()} is already there.", None, "Choose another name."
        )
    if found.failed:
        return (), found.as_tuple()
    made = [folder / OUTLINE, folder / "data" / "numbers.csv"]
    outline = (
        _part("outline.yaml").replace("@NAME@", name).replace("@TITLE@", _quoted(title or name))
    )
    found.extend(publish(folder / "data", {"numbers.csv": _part("numbers.csv").encode()}))
    if not found.failed:
        found.extend(publish(folder, {OUTLINE: outline.encode()}))
    schema = root / CONTENT / SCHEMA
    if not found.failed and not schema.exists():
        found.extend(publish(schema.parent, {SCHEMA: schema_text().encode()}))
        made.append(schema)
    return () if found.failed else tuple(made), found.as_tuple()


def _part(name: str) -> str:
    return (Path(__file__).parent / name).read_text("utf-8")


def _quoted(title: str) -> str:
    """The title as a double-quoted YAML scalar: JSON strings are such."""
    return json.dumps(title, ensure_ascii=False)
