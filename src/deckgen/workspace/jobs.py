"""What the commands do: read talks, make their files, put them in place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from deckgen import pipeline
from deckgen.diagnostics import Diagnostic, Diagnostics, Severity, did_you_mean
from deckgen.frozen import Frozen, replace
from deckgen.workspace.cache import NO_CACHE, Cache
from deckgen.workspace.fingerprint import digest
from deckgen.workspace.jail import OUTLINE_LIMIT, TalkFiles
from deckgen.workspace.talks import TalkFile, find_talks, label

if TYPE_CHECKING:
    from deckgen.model.asset import Prepared
    from deckgen.model.outline import Outline
    from deckgen.model.pack import Pack
    from deckgen.workspace.record import Ledger

OUTPUT = Path("build")

Progress = Callable[[float, str], None]  # what share is done (0 to 1), what comes next


class Surroundings(Frozen):
    """What a job sees of the machine: working folder, environment, who watches, what is kept."""

    root: Path
    environment: Mapping[str, str]
    progress: Progress
    cache: Cache = NO_CACHE


class Request(Frozen):
    """What is asked of a build. An empty `pack` is the outline's own; `output` is under `root`.

    `audiences` name for whom it is, beside everybody. `briefing_template` is a Word file in place
    of the outline's or the pack's. `accessibility` asks for what keeps people out. `force` builds
    also what has not changed.
    """

    formats: tuple[pipeline.Format, ...]
    pack: str = ""
    output: Path = OUTPUT
    strict: bool = False
    write: bool = True
    audiences: tuple[str, ...] = ()
    briefing_template: str = ""
    allowed: tuple[Path, ...] = ()
    accessibility: bool = False
    force: bool = False


class BuiltFile(Frozen):
    """A file that was written (or would be): `count` of `unit`, made in so many seconds.

    `kept` says that it was there and is as it would be written again.
    """

    path: Path
    label: str
    format: str
    count: int
    unit: str
    seconds: float
    kept: bool = False


class BuildResult(Frozen):
    """What came of a build: the files, the outlines without an error, and all findings."""

    files: tuple[BuiltFile, ...]
    outlines: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def ok(self) -> bool:
        """Whether there was no error."""
        return not any(found.severity is Severity.ERROR for found in self.diagnostics)


_Made = tuple[BuiltFile, bytes]


def formats(names: Sequence[str]) -> tuple[pipeline.Format, ...]:
    """The formats of these names, all of them without names; raises ValueError."""
    for name in names:
        if name not in pipeline.FORMATS:
            known = ", ".join(pipeline.FORMATS)
            hint = did_you_mean(name, pipeline.FORMATS) or f"There are {known}."
            raise ValueError(f"There is no format {name!r}. {hint}")
    return tuple(row for row in pipeline.FORMATS.values() if not names or row.name in names)


def build(words: Sequence[str], request: Request, around: Surroundings) -> BuildResult:
    """Build all talks that the words name; a talk with an error leaves its old files alone."""
    found, diagnostics = find_talks(words, around.root)
    allowed = tuple(around.root / each for each in request.allowed)
    talks = [replace(talk, allowed=allowed) for talk in found]
    results = [BuildResult((), (), diagnostics)]
    if results[0].ok:
        for number, talk in enumerate(talks):

            def progress(share: float, step: str, before: int = number) -> None:
                around.progress((before + share) / len(talks), step)

            results.append(_build_talk(talk, request, replace(around, progress=progress)))
    return BuildResult(
        tuple(file for result in results for file in result.files),
        tuple(outline for result in results for outline in result.outlines),
        tuple(found for result in results for found in result.diagnostics),
    )


def load(
    talk: TalkFile,
    audiences: Sequence[str] = (),
    files: TalkFiles | None = None,
    prepared: Prepared | None = None,
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """Read an outline with everything that it names, as the audiences see it.

    `files` take note of what is read, and pictures that are `prepared` are not decoded again.
    """
    from deckgen.disk import read_within
    from deckgen.model.files import FileRefused
    from deckgen.readers import read_outline

    found = Diagnostics()
    files = files or TalkFiles(talk.folder, talk.allowed)
    outline = None
    try:
        data = read_within(talk.folder, talk.outline.name, OUTLINE_LIMIT)
    except FileRefused as refused:
        found.error("unreadable-outline", refused.message, None, refused.hint)
    else:
        files.digests[talk.outline.name] = digest(data)
        read = pipeline.guarded(
            lambda: read_outline(data, talk.label, files, audiences, prepared), found
        )
        if read is not None:
            outline, diagnostics = read
            found.extend(diagnostics)
    return outline, found.as_tuple()


def _build_talk(talk: TalkFile, request: Request, around: Surroundings) -> BuildResult:
    from deckgen.workspace.record import Ledger

    ledger = Ledger(talk, request, around)
    if request.write and not request.force and (last := ledger.last()) is not None:
        return last
    found = Diagnostics()
    made = _make_talk(talk, request, around, found, ledger)
    # Two formats may find the same fault of the same line.
    final = Diagnostics()
    final.extend(dict.fromkeys(graded(found.as_tuple(), request.strict)))
    if request.write and made and not final.failed:
        from deckgen.workspace.publish import publish

        folder = around.root / request.output / talk.name
        final.extend(publish(folder, {file.path.name: data for file, data in made}))
        if not final.failed:
            ledger.keep(made, final.as_tuple())
    files = () if final.failed else tuple(file for file, _ in made)
    return BuildResult(files, () if final.failed else (talk.label,), final.as_tuple())


def graded(diagnostics: Sequence[Diagnostic], strict: bool) -> list[Diagnostic]:
    """The findings, their warnings made errors when the build is strict."""
    return [
        replace(found, severity=Severity.ERROR)
        if strict and found.severity is Severity.WARNING
        else found
        for found in diagnostics
    ]


def _make_talk(
    talk: TalkFile, request: Request, around: Surroundings, found: Diagnostics, ledger: Ledger
) -> list[_Made]:
    """All files of a talk in memory, as far as its errors allow."""
    from deckgen.workspace.epoch import epoch
    from deckgen.workspace.kept_pictures import KeptPictures
    from deckgen.workspace.measures import Measures

    around.progress(0.0, f"{talk.name}: reading")
    pictures = KeptPictures(talk, around.cache)
    outline, diagnostics = load(talk, request.audiences, ledger.files, pictures)
    found.extend(diagnostics)
    if outline is None or found.failed:
        return []
    ledger.note(outline)
    seconds = epoch(outline.talk, around.environment, found)
    pack = load_pack_for(outline, talk, request, around.root, found, around.cache)
    if pack is None or found.failed:
        return []
    measures = Measures(talk, around.cache)
    all_made: list[_Made] = []
    for step, row in enumerate(request.formats, 1):
        around.progress(step / (len(request.formats) + 1), f"{talk.name}: {row.name}")
        started = perf_counter()
        artifacts, diagnostics = pipeline.build(outline, pack, (row,), seconds, show_slides)
        took = perf_counter() - started
        found.extend(diagnostics)
        for made in artifacts:
            path = around.root / request.output / talk.name / made.name
            place = label(path, around.root)
            file = BuiltFile(path, place, made.format, made.count, made.unit, took)
            all_made.append((file, made.data))
    measures.keep()
    pictures.keep()
    if request.accessibility:
        found.extend(pipeline.barriers(outline, pack))
    return all_made


def show_slides(deck: bytes) -> tuple[bytes, ...]:
    """Pictures of a deck's slides, as LibreOffice shows them. Raises Unshown."""
    from deckgen.documents.thumbnails import WIDTH
    from deckgen.workspace.office import slides

    return slides(deck, WIDTH)


def load_pack_for(
    outline: Outline,
    talk: TalkFile,
    request: Request,
    root: Path,
    found: Diagnostics,
    cache: Cache = NO_CACHE,
) -> Pack | None:
    """The pack that a request or the outline names; None after an error."""
    from deckgen.workspace import kept_packs
    from deckgen.workspace.packs import pack_folders, pack_source
    from deckgen.workspace.word_templates import is_word, with_word

    word = request.briefing_template or (request.pack if is_word(request.pack) else "")
    asked = "" if is_word(request.pack) else request.pack
    own = "" if is_word(outline.pack) else outline.pack
    source = asked or pack_source(own, talk, outline.pack_span, found)
    if source is None:
        return None
    folders = pack_folders(talk, root)
    loaded = pipeline.guarded(lambda: kept_packs.load(source, folders, cache), found)
    if loaded is None:
        return None
    pack, diagnostics = loaded
    place = None if asked else outline.pack_span
    found.extend(replace(finding, span=finding.span or place) for finding in diagnostics)
    return pack and with_word(pack, word, outline, talk, root, found)
