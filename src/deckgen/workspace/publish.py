"""Putting a talk's files in their place: all of them or none, whole at every moment.

Files are renamed one by one, as no file system renames several at once. So that no kill comes
between two of them, a process of its own does it, which nobody knows to kill: it holds the lock
until it has ended, and what it has begun it also ends.
"""

from __future__ import annotations

import errno
import os
import shutil
import warnings
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.workspace.lock import BusyError, locked

STAGED = ".staged."  # a folder that is not whole yet
_NEW, _OLD = ".new", ".old"  # endings that nobody takes for a deck's or a document's
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
TEMPORARY = ".deckgen-"  # such files are only made under the lock: any found there is stale


def publish(
    folder: Path, files: Mapping[str, bytes], *, durable: bool = True
) -> tuple[Diagnostic, ...]:
    """Write the files into `folder` (made if need be); on any fault the old ones stay.

    Every file is written beside its place and synced before the first one is renamed, so a
    reader or a killed build sees the old file or the new one, never a part. What is not `durable`
    is not synced: only a crash of the system itself can then spoil it.
    """
    found = Diagnostics()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with locked(folder):
            _remove_temporaries(folder)
            try:
                _stage(folder, files, durable)
                _swap_apart(folder, tuple(files), durable)
            finally:
                _remove_temporaries(folder)
    except BusyError:
        found.error(
            "busy",
            f"Another build is writing to {folder}; nothing was written.",
            None,
            "Wait until it is done, and build again.",
        )
    except OSError as fault:
        message, hint = _explained(fault, folder)
        found.error("cannot-write", message, None, hint)
    return found.as_tuple()


def publish_folder(folder: Path, files: Mapping[str, bytes]) -> tuple[Diagnostic, ...]:
    """Put a new folder with all its files in place at once; one that is there takes them over.

    Nothing is synced: who relies on the files compares their hashes. The folder above must be
    held by its writer, and `remove_staged` be called before its first one.
    """
    place = os.fspath(folder)
    staged = os.path.join(os.path.dirname(place), f"{STAGED}{os.path.basename(place)}")
    try:
        _fill(staged, files)
        try:
            os.rename(staged, place)  # tells by itself whether there is something already
            return ()
        except OSError:
            if not folder.exists():
                raise
        shutil.rmtree(staged)
    except OSError as fault:
        shutil.rmtree(staged, ignore_errors=True)
        found = Diagnostics()
        message, hint = _explained(fault, folder)
        found.error("cannot-write", message, None, hint)
        return found.as_tuple()
    return publish(folder, files, durable=False)


def _fill(staged: str, files: Mapping[str, bytes]) -> None:
    """Make a folder with files; with calls of the system alone, for there may be thousands."""
    try:
        os.mkdir(staged)
    except FileExistsError:  # of a process that was killed while it wrote this very folder
        shutil.rmtree(staged)
        os.mkdir(staged)
    for name, data in files.items():
        descriptor = os.open(os.path.join(staged, name), _NEW_FILE, 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(descriptor, left) :]
        finally:
            os.close(descriptor)


def remove_staged(folder: Path) -> None:
    """Remove what a killed writer left of new folders within `folder`."""
    for path in folder.glob(f"{STAGED}*"):
        shutil.rmtree(path, ignore_errors=True)


def _stage(folder: Path, files: Mapping[str, bytes], durable: bool) -> None:
    for name, data in files.items():
        with _new(folder, name).open("xb") as file:
            file.write(data)
            file.flush()
            if durable:
                os.fsync(file.fileno())


def _swap_apart(folder: Path, names: tuple[str, ...], durable: bool) -> None:
    """Swap in a copy of this process, where that can be and a second rename could be missed."""
    if not durable or len(names) < 2 or not hasattr(os, "fork"):
        _swap(folder, names, durable)
        return
    reading, writing = os.pipe()
    try:
        with warnings.catch_warnings():
            # Of threads, whose locks the copy could wait for: it takes none.
            warnings.simplefilter("ignore", DeprecationWarning)
            child = os.fork()
    except OSError:  # no room for another process
        os.close(reading)
        os.close(writing)
        _swap(folder, names, durable)
        return
    if not child:
        _be_child(writing, lambda: _swap(folder, names, durable))
    os.close(writing)
    try:
        with os.fdopen(reading, "rb") as said:
            number, _, place = said.read().partition(b" ")
    finally:  # also when somebody interrupts: what is half done must not be cleared away
        os.waitpid(child, 0)
    if number:
        code = int(number)
        raise OSError(code, os.strerror(code), os.fsdecode(place) or str(folder))


def _be_child(writing: int, work: Callable[[], None]) -> NoReturn:
    """Do the work out of reach of signals to this process's group, say what failed, and end."""
    said = b""
    try:
        os.setsid()
        work()
    except OSError as fault:
        place = fault.filename2 or fault.filename or ""
        said = b"%d %s" % (fault.errno or errno.EIO, os.fsencode(place))
    except BaseException:
        said = b"%d " % errno.EIO
    finally:
        with suppress(OSError):
            os.write(writing, said)
        os._exit(0)


def _swap(folder: Path, names: tuple[str, ...], durable: bool) -> None:
    """Rename the new files into their places; on a fault the earlier ones get their old back."""
    kept = [name for name in names if _keep(folder / name, _old(folder, name))]
    done: list[str] = []
    try:
        for name in names:
            os.replace(_new(folder, name), folder / name)
            done.append(name)
    except BaseException:
        for name in done:
            if name in kept:
                os.replace(_old(folder, name), folder / name)
            else:
                (folder / name).unlink()
        raise
    if durable:
        _sync(folder)


def _keep(present: Path, backup: Path) -> bool:
    """Keep a second name for a file that is about to be replaced; False when there is none."""
    if not present.is_file():
        return False
    try:
        os.link(present, backup, follow_symlinks=False)
    except (OSError, NotImplementedError):  # a file system, or a system, without such links
        shutil.copy2(present, backup, follow_symlinks=False)
    return True


def _new(folder: Path, name: str) -> Path:
    return folder / f"{TEMPORARY}{name}{_NEW}"


def _old(folder: Path, name: str) -> Path:
    return folder / f"{TEMPORARY}{name}{_OLD}"


def _remove_temporaries(folder: Path) -> None:
    for path in folder.glob(f"{TEMPORARY}*"):
        path.unlink(missing_ok=True)


def _sync(folder: Path) -> None:
    """Make the renames themselves durable, where a folder can be synced at all."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _explained(fault: OSError, folder: Path) -> tuple[str, str]:
    place = str(fault.filename2 or fault.filename or folder)
    place = place.replace(TEMPORARY, "").removesuffix(_NEW).removesuffix(_OLD)
    whole = "the files that were there are untouched"
    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return f"The disk is full: {place} was not written, {whole}.", "Free some space."
        case errno.EROFS:
            return f"{place} is on a read-only disk; {whole}.", "Choose a folder with -o."
        case errno.EACCES | errno.EPERM:
            return (
                f"{place} may not be written; {whole}.",
                "Close it in other programs, make the folder writable, or choose one with -o.",
            )
        case errno.EEXIST | errno.ENOTDIR:
            return f"{place} is a file where a folder should be; {whole}.", "Move it away."
        case errno.EISDIR:
            return f"{place} is a folder where a file should be; {whole}.", "Move it away."
    reason = fault.strerror or str(fault)
    return f"{place} cannot be written: {reason}; {whole}.", "Choose another folder with -o."
