"""deckgen: one YAML outline -> a PowerPoint deck, a Word briefing and a Markdown summary.

    import deckgen
    result = deckgen.build("content/space-diplomacy", to=("deck", "summary"))
    for file in result.files: print(file.path, file.count, file.unit)
    for found in result.diagnostics: print(found.span, found.message)

Architecture. One pipeline of pure stages; every boundary is a frozen type in `model`:

    outline.yaml --readers--> Outline --+--place(Pack)------> Deck ------> writers.pptx
                                        +--documents(Pack)--> Document --> writers.docx
                                        +--documents(Pack)--> Document --> writers.markdown

A stage gives its value and its diagnostics (severity, code, message, hint, span); only `cli`
prints, only `workspace` touches the disk. The rooms, each importing only from those below it:

    cli          click, one file a command, imported when it runs
    workspace    talks, packs and outputs on disk: jailed reading, all-or-nothing writing, the cache
    pipeline     the table of formats; outline + pack -> files in memory
    long_deck    place and writers.pptx in two processes, a half of the slides each
    readers      YAML -> Outline            writers    Deck, Document -> bytes, one room a format
    accessibility   the placed Deck against WCAG 2.2 and Microsoft's Accessibility Checker
    place        Outline + Pack -> Deck: every position, size and line, and no XML
    documents    Outline + Pack -> Markdown with named containers, by the pack's Jinja2 templates
    packs        a template's folder or file -> Pack: tokens, layouts and their roles
    kinds        one file a slide kind: its fields and how it lowers to blocks
    fields       a YAML field described once: read with spans, and its JSON Schema
    datasets     rows from CSV, JSON and SQLite, and what is made of them
    typeset      measuring and breaking lines   text   inline Markdown, math, code   icons
    ooxml        packages, parts, relationships, charts; what Office would refuse
    disk         reading ordinary files of bounded size, and none outside a folder
    model        the types at the boundaries; diagnostics, frozen, steps, twin lie under all

Slide kinds lower to a small closed union of blocks, so N kinds and M formats cost N + M. A kind is
a file and a line in a table, a format a room and a line, a pack a folder without code.

Decisions that are not obvious:

- Fields are read by our own combinators and not by a validation library: every value, key and
  list item keeps its span, all errors come at once at the right column, and the command starts
  without the tenth of a second that building a library's models takes.
- The types at the boundaries are msgspec structs (`frozen`): immutable as frozen dataclasses are,
  made in C, and three hundred classes of them cost the start next to nothing.
- Office files are written by our own writers and not through object proxies: time stays linear in
  the number of slides, the same inputs give the same bytes, and nothing of a proxy library's own
  default template leaks in. Unread parts of a template are copied as they were deflated.
- Slides know little of each other, so two processes place, write and look through a long deck; the
  second is a copy of the first (fork), and where it cannot be, or fails, one process does it all.
- Measuring uses font metrics that deckgen carries, never the machine's fonts.
- Files carry the day of the talk (or SOURCE_DATE_EPOCH), never the clock's.
- What earlier runs found is kept as data, never as code, and is a fact of its origin's content: of
  a pack's templates, of a word in a face, of the files that a build read and wrote. A stage gives
  the same bytes with it and without it; one that is damaged, old or foreign is as good as none.
- A batch's process does a stage of many rows before the next stage, which finds code and data in
  the processor's caches; and it keeps the last talk (`pipeline.Known`, passed to each stage): of
  the next one only what differs is placed, written and looked through, with the same bytes.
- The files of a talk are checked, staged beside their places, synced and renamed under a lock that
  dies with its process: a reader sees old files or new ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deckgen.version import __version__

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from deckgen.diagnostics import Diagnostic
    from deckgen.model.outline import Outline
    from deckgen.workspace.batch.run import BatchResult
    from deckgen.workspace.jobs import BuildResult, Surroundings

__all__ = ["__version__", "batch", "build", "check", "load"]


def build(
    talk: str | Path,
    *,
    to: Iterable[str] = (),
    pack: str | Path | None = None,
    output: str | Path = "build",
    strict: bool = False,
    audience: str | Iterable[str] = (),
    briefing_template: str | Path = "",
    allow: Iterable[str | Path] = (),
    force: bool = False,
    cache: bool = True,
) -> BuildResult:
    """Build a talk as `deckgen build` does; `to` names formats, all by default.

    `talk` is an outline's file, its folder, or a name under `content/`. `briefing_template` is a
    Word file for the briefing alone; the outline may name files of the folders in `allow`, too.
    `force` builds also what has not changed; without `cache`, nothing is used that earlier runs
    have kept. Findings are in the result, errors too. Raises ValueError for an unknown format.
    """
    return _run(
        talk,
        to,
        pack,
        output,
        strict,
        audience,
        write=True,
        briefing_template=briefing_template,
        allow=allow,
        force=force,
        cache=cache,
    )


def check(
    talk: str | Path,
    *,
    to: Iterable[str] = (),
    pack: str | Path | None = None,
    strict: bool = False,
    audience: str | Iterable[str] = (),
    accessibility: bool = False,
    briefing_template: str | Path = "",
    allow: Iterable[str | Path] = (),
    cache: bool = True,
) -> BuildResult:
    """Do all that `build` does, in memory, and write nothing.

    With `accessibility`, say also what keeps people out who do not see or hear as others do.
    """
    return _run(
        talk,
        to,
        pack,
        "build",
        strict,
        audience,
        write=False,
        accessibility=accessibility,
        briefing_template=briefing_template,
        allow=allow,
        cache=cache,
    )


def batch(
    talk: str | Path,
    data: str | Path,
    *,
    query: str = "",
    name: str = "",
    to: Iterable[str] = (),
    pack: str | Path | None = None,
    output: str | Path = "build",
    jobs: int = 0,
    scheduler: str = "",
    fail_fast: bool = False,
    strict: bool = False,
    audience: str | Iterable[str] = (),
    briefing_template: str | Path = "",
    force: bool = False,
    cache: bool = True,
) -> BatchResult:
    """Make one set of documents for each row of `data`, as `deckgen batch` does.

    `name` is the pattern of the rows' folders; `jobs` are processes, 0 for one a core;
    `scheduler` is the address of a Dask scheduler to make the rows instead. Findings are in the
    result, those of rows too. Raises ValueError for an unknown format.
    """
    from pathlib import Path

    from deckgen.workspace.batch.run import BatchRequest
    from deckgen.workspace.batch.run import batch as run
    from deckgen.workspace.jobs import Request, formats

    build_request = Request(
        formats(_words(to)),
        str(pack or ""),
        Path(output),
        strict,
        audiences=_words(audience),
        briefing_template=str(briefing_template),
        force=force,
    )
    request = BatchRequest(build_request, str(data), query, name, jobs, scheduler, fail_fast)
    return run(str(talk), request, _surroundings(cache))


def load(talk: str | Path) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    """Read an outline: its typed content (None on errors) and what there is to say about it.

    Raises ValueError when `talk` is a folder of several talks.
    """
    from pathlib import Path

    from deckgen.workspace.jobs import load as load_talk
    from deckgen.workspace.talks import find_talks

    talks, diagnostics = find_talks([str(talk)], Path())
    if len(talks) > 1:
        raise ValueError(f"{talk} holds {len(talks)} talks; name one of them.")
    return load_talk(talks[0]) if talks else (None, diagnostics)


def _run(
    talk: str | Path,
    to: Iterable[str],
    pack: str | Path | None,
    output: str | Path,
    strict: bool,
    audience: str | Iterable[str],
    *,
    write: bool,
    accessibility: bool = False,
    briefing_template: str | Path = "",
    allow: Iterable[str | Path] = (),
    force: bool = False,
    cache: bool = True,
) -> BuildResult:
    from pathlib import Path

    from deckgen.workspace import jobs

    request = jobs.Request(
        jobs.formats(_words(to)),
        str(pack or ""),
        Path(output),
        strict,
        write,
        _words(audience),
        accessibility=accessibility,
        briefing_template=str(briefing_template),
        allowed=tuple(Path(each) for each in allow),
        force=force,
    )
    return jobs.build([str(talk)], request, _surroundings(cache))


def _words(given: str | Iterable[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def _surroundings(cache: bool) -> Surroundings:
    import os
    from pathlib import Path

    from deckgen.workspace.cache import NO_CACHE
    from deckgen.workspace.cache import cache as user_cache
    from deckgen.workspace.jobs import Surroundings

    kept = user_cache(os.environ) if cache else NO_CACHE
    return Surroundings(Path(), os.environ, lambda _share, _step: None, kept)
