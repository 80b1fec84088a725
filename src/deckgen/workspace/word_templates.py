"""Which Word file a talk's briefing is built on, when it is not its pack's; and what is in it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from deckgen.diagnostics import Diagnostic, Diagnostics, Span
from deckgen.disk import read_regular
from deckgen.frozen import replace
from deckgen.model.files import FileRefused
from deckgen.workspace.jail import TalkFiles
from deckgen.workspace.talks import TalkFile, label

if TYPE_CHECKING:
    from deckgen.model.outline import Outline
    from deckgen.model.pack import Pack
    from deckgen.writers.docx.inspection import WordInspection

WORD_TYPES = (".docx", ".dotx", ".docm", ".dotm", ".doc", ".rtf", ".odt", ".ott")
"""Files that are meant for the briefing, also those that are then refused."""


def is_word(source: str) -> bool:
    """Whether what stands for a pack is a Word file, which changes the briefing alone."""
    return source.lower().endswith(WORD_TYPES)


def with_word(
    pack: Pack, asked: str, outline: Outline, talk: TalkFile, root: Path, found: Diagnostics
) -> Pack | None:
    """The pack with the Word template that is asked for, or that the outline names.

    `asked` is a path as the command line gives it, free to lead anywhere; the outline's own stays
    within its folder. Returns None after an error.
    """
    try:
        if asked:
            path, shown, span = root / asked, asked, None
        else:
            named, span = _named(outline)
            if not named:
                return pack
            path = TalkFiles(talk.folder, talk.allowed).locate(named)
            shown = label(path, root)
        return replace(pack, word=read_regular(path, shown), word_file=shown)
    except FileRefused as refused:
        hint = refused.hint or "Build with `--briefing-template FILE`."
        found.error("bad-template", refused.message, span, hint)
        return None


def on_word(pack: Pack, file: str, root: Path, found: Diagnostics) -> Pack | None:
    """The pack with a Word template by its path; None after an error."""
    try:
        return replace(pack, word=read_regular(root / file, file), word_file=file)
    except FileRefused as refused:
        found.error("bad-template", refused.message, None, refused.hint)
        return None


def _named(outline: Outline) -> tuple[str, Span | None]:
    if outline.briefing_template:
        return outline.briefing_template, outline.briefing_span
    return (outline.pack, outline.pack_span) if is_word(outline.pack) else ("", None)


def inspect_word_file(
    file: str, root: Path
) -> tuple[WordInspection | None, tuple[Diagnostic, ...]]:
    """What deckgen sees in a Word template; None after an error."""
    from deckgen.ooxml.archive import PackageRefused
    from deckgen.writers.docx.inspection import inspect_word

    found = Diagnostics()
    seen = None
    try:
        data = read_regular(root / file, file)
        seen = inspect_word(data)
    except FileRefused as refused:
        found.error("bad-template", refused.message, None, refused.hint)
    except PackageRefused as refused:
        found.error("bad-template", f"{file}: {refused.message}.", None, refused.hint)
    return seen, found.as_tuple()
