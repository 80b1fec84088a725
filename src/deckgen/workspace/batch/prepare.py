"""What is read once for all rows: the outline, its expressions, the packs that it names."""

from __future__ import annotations

from pathlib import Path

from deckgen.diagnostics import Diagnostics, Span
from deckgen.disk import read_within
from deckgen.model.files import FileRefused
from deckgen.model.outline import Outline, Talk
from deckgen.model.pack import Pack
from deckgen.pipeline import guarded
from deckgen.readers.expansion import OutlineTemplate, read_template
from deckgen.workspace.batch.job import PackKey
from deckgen.workspace.batch.survey import Survey
from deckgen.workspace.jail import OUTLINE_LIMIT
from deckgen.workspace.jobs import Request, load_pack_for
from deckgen.workspace.talks import TalkFile

MOST_PACKS = 20


def load_template(talk: TalkFile, found: Diagnostics) -> tuple[bytes, OutlineTemplate] | None:
    """The outline's text, and what it is compiled to; None after an error."""
    try:
        data = read_within(talk.folder, talk.outline.name, OUTLINE_LIMIT)
    except FileRefused as refused:
        found.error("unreadable-outline", refused.message, None, refused.hint)
        return None
    read = guarded(lambda: read_template(data, talk.label), found)
    if read is None:
        return None
    template, diagnostics = read
    found.extend(diagnostics)
    return None if template is None else (data, template)


def load_packs(
    surveyed: Survey, talk: TalkFile, request: Request, root: Path, found: Diagnostics
) -> dict[PackKey, Pack]:
    """The packs that the rows name, by how they name them."""
    if len(surveyed.packs) > MOST_PACKS:
        message = f"the rows name more than {MOST_PACKS} packs"
        found.error("bad-pack", message, None, "Make a batch for each of them.")
        return {}
    packs: dict[PackKey, Pack] = {}
    for (pack, word), (pack_span, word_span) in surveyed.packs.items():
        bare = Talk((), Span(talk.label, 1, 1))
        named = Outline(bare, (), (), (), pack, talk.label, pack_span, word, word_span)
        loaded = load_pack_for(named, talk, request, root, found)
        if loaded is not None:
            packs[pack, word] = loaded
    return packs
