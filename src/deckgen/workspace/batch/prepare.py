"""What is read once for all rows: the outline, its expressions, the packs that it names."""

from __future__ import annotations

from deckgen.diagnostics import Diagnostics, Severity, Span
from deckgen.disk import read_within
from deckgen.fields import Reading
from deckgen.model.files import FileRefused
from deckgen.model.outline import Outline, Talk
from deckgen.model.pack import Pack
from deckgen.pipeline import guarded
from deckgen.readers import outline_of
from deckgen.readers.expansion import OutlineTemplate, read_template
from deckgen.readers.outline import MOST_ERRORS
from deckgen.workspace.batch.job import PackKey
from deckgen.workspace.batch.rows import Row
from deckgen.workspace.batch.survey import Survey
from deckgen.workspace.jail import OUTLINE_LIMIT, TalkFiles
from deckgen.workspace.jobs import Request, Surroundings, load_pack_for
from deckgen.workspace.talks import TalkFile

MOST_PACKS = 20
# What compares several places, of which another may depend on the row.
_OF_SEVERAL = frozenset({"duplicate-id", "duplicate-title", "unknown-slide", "unknown-reference"})


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


def check_constants(
    template: OutlineTemplate, talk: TalkFile, row: Row, found: Diagnostics
) -> None:
    """Report what is wrong with the outline whatever the row, before any row is made."""
    tree, _ = template.expand(row.values, row.number)
    reading = Reading(Diagnostics(MOST_ERRORS), TalkFiles(talk.folder))
    read = guarded(lambda: outline_of(tree, talk.label, reading), Diagnostics())
    if read is None:
        return
    varying = template.varying()
    for each in read[1]:
        constant = each.span is not None and each.span not in varying
        if each.severity is Severity.ERROR and constant and each.code not in _OF_SEVERAL:
            found.extend([each])


def load_packs(
    surveyed: Survey, talk: TalkFile, request: Request, around: Surroundings, found: Diagnostics
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
        loaded = load_pack_for(named, talk, request, around.root, found, around.cache)
        if loaded is not None:
            packs[pack, word] = loaded
    return packs
