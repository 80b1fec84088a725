"""What a command prints when its job is done, in the style that was asked for."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

import click

from deckgen.cli import FAILED, INTERNAL
from deckgen.cli.findings import Sources, as_text, brief, printable
from deckgen.diagnostics import FULLNESS, Diagnostic, Severity
from deckgen.frozen import Frozen
from deckgen.pipeline import INTERNAL_ERROR
from deckgen.workspace.jobs import BuildResult, BuiltFile

Style = Literal["text", "json", "github"]

_ANNOTATIONS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


class Reporter(Frozen):
    """How much is said, and how."""

    style: Style = "text"
    quiet: bool = False
    verbose: bool = False

    def result(self, result: BuildResult, *, wrote: bool = True) -> int:
        """Print what came of a job and give the exit code; a check `wrote` nothing."""
        shown = tuple(brief(found) for found in result.diagnostics if self._wanted(found))
        if self.style == "json":
            files = result.files if wrote else ()
            _echo(json.dumps(_as_json(files, shown), ensure_ascii=False, indent=2))
        else:
            self._findings(shown)
            if not self.quiet:
                self._outcome(result, wrote)
        return exit_code(result.diagnostics)

    def rows(
        self,
        diagnostics: tuple[Diagnostic, ...],
        outcome: Sequence[str],
        facts: Mapping[str, object],
    ) -> int:
        """Print what came of a batch and give the exit code: lines for people, facts as JSON."""
        shown = tuple(found for found in diagnostics if self._wanted(found))
        if self.style == "json":
            said = _as_json((), shown)
            merged = {"ok": said["ok"], **facts, "diagnostics": said["diagnostics"]}
            _echo(json.dumps(merged, ensure_ascii=False, indent=2))
            return exit_code(diagnostics)
        self._findings(shown)
        for line in () if self.quiet else outcome:
            _echo(line)
        return exit_code(diagnostics)

    def _findings(self, shown: Iterable[Diagnostic]) -> None:
        sources = Sources()
        for found in shown:
            if self.style == "github":
                _echo(_as_annotation(found))
            else:
                _echo(as_text(found, sources), err=True)

    def _outcome(self, result: BuildResult, wrote: bool) -> None:
        good = [f"{printable(outline)}  good" for outline in result.outlines]
        for line in _table(result.files) if wrote else [*_fullness(result.diagnostics), *good]:
            _echo(line)
        counts = Counter(found.severity for found in result.diagnostics)
        errors, warnings = counts[Severity.ERROR], counts[Severity.WARNING]
        parts = [_counted(errors, "error")] * bool(errors)
        parts += [_counted(warnings, "warning")] * bool(warnings)
        if errors and wrote:
            parts.append("nothing was written" if not result.files else "not all was written")
        if parts:
            _echo(", ".join(parts), err=True)

    def _wanted(self, found: Diagnostic) -> bool:
        if found.severity is Severity.ERROR:
            return True
        if found.code == FULLNESS:
            return self.style == "json"
        return self.verbose if found.severity is Severity.NOTE else not self.quiet


def exit_code(diagnostics: Iterable[Diagnostic]) -> int:
    """0 without an error, 3 when one is deckgen's own fault, else 1."""
    errors = [found for found in diagnostics if found.severity is Severity.ERROR]
    if any(found.code == INTERNAL_ERROR for found in errors):
        return INTERNAL
    return FAILED if errors else 0


def _echo(text: str, *, err: bool = False) -> None:
    click.echo(text, err=err, color=False if os.environ.get("NO_COLOR") else None)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number != 1 else ''}"


def _table(files: tuple[BuiltFile, ...]) -> list[str]:
    """One line a file, its columns aligned; one line for all that was kept in a folder."""
    folders = dict.fromkeys(file.label.rpartition("/")[0] for file in files if file.kept)
    files = tuple(file for file in files if not file.kept)
    width = max((len(printable(file.label)) for file in files), default=0)
    digits = max((len(str(file.count)) for file in files), default=0)
    return [f"{printable(folder)}: up to date" for folder in folders] + [
        f"{printable(file.label):<{width}}  {file.count:>{digits}} {file.unit:<6}"
        f"  {file.seconds:.2f} s"
        for file in files
    ]


def _fullness(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """How full each slide is, by its line of the outline."""
    return [
        f"{found.span}  {found.message}"
        for found in diagnostics
        if found.code == FULLNESS and found.span
    ]


def _as_json(files: tuple[BuiltFile, ...], shown: tuple[Diagnostic, ...]) -> dict[str, object]:
    return {
        "ok": not any(found.severity is Severity.ERROR for found in shown),
        "files": [
            {"path": file.label, "format": file.format, file.unit: file.count}
            | ({"up_to_date": True} if file.kept else {})
            for file in files
        ],
        "diagnostics": [
            {
                "severity": str(found.severity),
                "code": found.code,
                "message": found.message,
                "hint": found.hint,
                "file": found.span.file if found.span else None,
                "line": found.span.line if found.span else None,
                "column": found.span.column if found.span else None,
            }
            for found in shown
        ],
    }


def _as_annotation(found: Diagnostic) -> str:
    """A workflow command of GitHub Actions, escaped as its toolkit escapes."""
    place = ""
    if found.span:
        file = _escaped(printable(found.span.file)).replace(":", "%3A").replace(",", "%2C")
        place = f"file={file},line={found.span.line},col={found.span.column},"
    message = found.message if found.hint is None else f"{found.message}\n{found.hint}"
    kind = _ANNOTATIONS[found.severity]
    return f"::{kind} {place}title={found.code}::{printable(_escaped(message))}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
