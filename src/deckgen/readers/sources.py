"""The works that a talk rests on: written in the outline, or named from a bibliography."""

from __future__ import annotations

from collections.abc import Iterator

from deckgen.diagnostics import Span, did_you_mean
from deckgen.fields import (
    Definitions,
    Field,
    MapOf,
    Plain,
    Reading,
    Record,
    RecordOf,
    Schema,
    Text,
    optional,
    record,
    required,
)
from deckgen.model.files import FileRefused
from deckgen.model.inline import Inline
from deckgen.model.outline import Source
from deckgen.model.tree import Scalar, Sequence, Tree
from deckgen.readers.bibliography import (
    BibliographyError,
    address,
    cited,
    read_entries,
    short,
)

_FILE = Plain("A bibliography: a BibTeX file (.bib) or CSL-JSON (.json).", ("refs.bib",))
_LARGEST = 4 << 20
_FILE_HINT = "Name a .bib file (BibTeX) or a .json file (CSL-JSON), or write the works here."


@record
class SourceKeys(Record):
    """A work that the talk rests on."""

    text: Inline = required(Text("How the work is cited."))
    url: str = optional(Plain("Where it can be read.", ("https://example.org/paper",)), "")
    short: Inline = optional(Text("How a slide cites it, in a few words."), ())

    def check(self, reading: Reading) -> bool:
        """Whether the address can be followed."""
        if not self.url or self.url.startswith(("https://", "http://", "doi:")):
            return True
        message = f"'{self.url}' is no web address"
        reading.bad(self.tree("url"), message, "Begin it with https://")
        return False

    def source(self, key: str) -> Source:
        """The source under its key."""
        return Source(key, self.text, self.span, self.url, short=self.short)


_WRITTEN = MapOf(
    RecordOf(SourceKeys, "A work: text, or {text, url, short}.", short="text"),
    "Works, each under a key for the slides to name.",
)


class Works(Field[tuple[Source, ...]]):
    """A mapping of works, a bibliography's path, or a list of both."""

    description: str

    def read(self, tree: Tree, reading: Reading) -> tuple[Source, ...] | None:
        """The works; of two with one key, the first."""
        parts = tree.items if isinstance(tree, Sequence) else (tree,)
        found: dict[str, Source] = {}
        failed = False
        for part in parts:
            works = _of_file(part, reading) if isinstance(part, Scalar) else _written(part, reading)
            failed = failed or works is None
            for work in works or ():
                if work.key in found:
                    _report_double(work, found[work.key], reading)
                found.setdefault(work.key, work)
        return None if failed else tuple(found.values())

    def schema(self, definitions: Definitions) -> Schema:
        """Any of the three."""
        options = [_WRITTEN.schema(definitions), _FILE.schema(definitions)]
        several: Schema = {"type": "array", "items": {"anyOf": options}}
        return {"description": self.description, "anyOf": [*options, several]}


def _written(tree: Tree, reading: Reading) -> tuple[Source, ...] | None:
    works = _WRITTEN.read(tree, reading)
    return None if works is None else tuple(keys.source(key.text) for key, keys in works)


def _of_file(tree: Scalar, reading: Reading) -> tuple[Source, ...] | None:
    path = tree.text.strip()
    if not path.lower().endswith((".bib", ".json")):
        reading.wrong(tree, "a mapping of keys to works, or a bibliography's path", _FILE_HINT)
        return None
    text = _text(path, tree, reading)
    if text is None:
        return None
    try:
        return tuple(_sources(path, text))
    except BibliographyError as wrong:
        span = Span(path, wrong.line, wrong.column)
        hint = "Mend the file, or export it anew from your reference manager."
        reading.found.error("bad-bibliography", wrong.message, span, hint)
        return None


def _text(path: str, tree: Scalar, reading: Reading) -> str | None:
    try:
        data = reading.files.read(path)
    except FileRefused as refused:
        reading.found.error("file-refused", refused.message, tree.span, refused.hint)
        return None
    if len(data) > _LARGEST:
        reading.bad(tree, f"'{path}' is larger than 4 MB", "Export only the works that you cite.")
        return None
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        reading.bad(tree, f"'{path}' is not UTF-8 text", "Save it as UTF-8.")
        return None


def _sources(path: str, text: str) -> Iterator[Source]:
    for entry in read_entries(path, text):
        yield Source(
            key=entry.key,
            text=cited(entry.item),
            span=Span(path, entry.line, 1),
            url=address(entry.item),
            short=short(entry.item),
            item=entry.item,
        )


def _report_double(work: Source, first: Source, reading: Reading) -> None:
    message = f"the key '{work.key}' names a work already, at {first.span}"
    reading.found.error("duplicate-source", message, work.span, "Give each work its own key.")


def check_cited(
    cited_keys: tuple[tuple[str, Span], ...], known: tuple[str, ...], reading: Reading
) -> None:
    """Report the keys that name no source."""
    for key, span in cited_keys:
        if key not in known:
            hint = did_you_mean(key, known) or "Add it to `sources:`."
            reading.found.error("unknown-source", f"no source has the key '{key}'", span, hint)
