"""Finding talks: a folder with an outline, the outline itself, a name, or all of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from deckgen.diagnostics import Diagnostic, Diagnostics, did_you_mean
from deckgen.frozen import Frozen

CONTENT = "content"
OUTLINE = "outline.yaml"


class TalkFile(Frozen):
    """A talk on disk: what it is called, its outline, and how diagnostics call that file.

    `allowed` are folders beside its own that it may read from.
    """

    name: str
    outline: Path
    label: str
    allowed: tuple[Path, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder that holds the outline and everything it may name."""
        return self.outline.parent


def find_talks(
    wanted: Sequence[str], root: Path
) -> tuple[tuple[TalkFile, ...], tuple[Diagnostic, ...]]:
    """The talks that the words name, relative to `root`; without words all of `content/`."""
    found = Diagnostics()
    talks = [talk for word in wanted for talk in _named(word, root, found)]
    if not wanted:
        talks = list(_within(root / CONTENT, root))
        if not talks:
            found.error(
                "no-talks",
                f"There is no talk under {CONTENT}/ in this folder.",
                None,
                "Make one with `deckgen new NAME`, or name an outline's file or folder.",
            )
    unique = tuple(dict.fromkeys(talks))
    _refuse_same_names(unique, found)
    return unique, found.as_tuple()


def talk_names(root: Path) -> tuple[str, ...]:
    """The names of all talks under `content/`, sorted."""
    return tuple(talk.name for talk in _within(root / CONTENT, root))


def label(path: Path, root: Path) -> str:
    """How a file is called in messages: relative to `root` when it is inside, else as it is."""
    absolute = Path(os.path.abspath(path))
    base = Path(os.path.abspath(root))
    inside = absolute.is_relative_to(base)
    return (absolute.relative_to(base) if inside else absolute).as_posix()


def _named(word: str, root: Path, found: Diagnostics) -> Iterator[TalkFile]:
    try:
        talks = tuple(_located(word, root))
    except (OSError, ValueError):  # a name that no file can have, or a folder closed to us
        talks = ()
    if not talks:
        hint = did_you_mean(word, talk_names(root))
        expected = f"Name a folder that holds {OUTLINE}, or an outline's file."
        found.error("unknown-talk", f"There is no talk at {word!r}.", None, hint or expected)
    return iter(talks)


def _located(word: str, root: Path) -> Iterator[TalkFile]:
    path = root / word
    if path.is_dir():
        if (path / OUTLINE).exists():
            yield _talk(path / OUTLINE, root)
        else:
            yield from _within(path, root)
            yield from _within(path / CONTENT, root)
    elif path.exists():
        yield _talk(path, root)
    elif os.sep not in word and (root / CONTENT / word / OUTLINE).exists():
        yield _talk(root / CONTENT / word / OUTLINE, root)


def _within(folder: Path, root: Path) -> Iterator[TalkFile]:
    if folder.is_dir():
        for path in sorted(folder.iterdir()):
            if not path.name.startswith(".") and (path / OUTLINE).is_file():
                yield _talk(path / OUTLINE, root)


def _talk(outline: Path, root: Path) -> TalkFile:
    absolute = Path(os.path.abspath(outline))
    name = absolute.parent.name if absolute.name == OUTLINE else absolute.stem
    return TalkFile(name.strip(". ") or "talk", absolute, label(absolute, root))


def _refuse_same_names(talks: Sequence[TalkFile], found: Diagnostics) -> None:
    first: dict[str, TalkFile] = {}
    for talk in talks:
        other = first.setdefault(talk.name, talk)
        if other is not talk:
            found.error(
                "same-output",
                f"{other.label} and {talk.label} would both be written to {talk.name}/.",
                None,
                "Build them one at a time, each with its own -o folder.",
            )
