"""Feeds a target with inputs that grow towards code not seen yet: coverage-guided fuzzing.

atheris has wheels for Linux alone, so it is none of the project's dependencies. To run it:

    python3.12 -m venv fuzzing
    fuzzing/bin/pip install atheris pytest '.[svg]'
    fuzzing/bin/python -m tests.fuzz outline -max_total_time=900
    fuzzing/bin/python -m tests.fuzz package -max_total_time=900

What libFuzzer writes about a crash, a leak (600 MB) or a hang (5 s of the processor, or a minute by
the clock) names the input's file.
`python -m tests.fuzz outline FILE` runs that one input again.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from time import process_time
from typing import Any

TARGETS = ("outline", "package")
SECONDS = 5  # of the processor: by the clock a busy machine would tell of hangs that are none
LIMITS = ("-timeout=60", "-rss_limit_mb=600", "-print_final_stats=1")


def main(arguments: list[str]) -> None:
    """Run the target that the first argument names; the others are libFuzzer's."""
    if not arguments or arguments[0] not in TARGETS:
        sys.exit(f"usage: python -m tests.fuzz {'|'.join(TARGETS)} [FILE or libFuzzer's options]")
    import atheris

    name, *options = arguments
    with atheris.instrument_imports(include=["deckgen"]):
        target: Any = importlib.import_module(f"tests.fuzz.{name}_target")
        for seed in target.seeds():  # imports what is imported where it is needed
            target.check(seed)
    folder = Path(tempfile.mkdtemp(prefix=f"deckgen-fuzz-{name}-"))
    single = any(not option.startswith("-") for option in options)
    corpus = [] if single else [str(_seeded(folder, target))]
    flags = (*LIMITS, f"-artifact_prefix={folder}/", f"-dict={_dictionary(folder, target)}")
    mutate = getattr(target, "mutate", None)
    more = {} if mutate is None else {"custom_mutator": _mutator(mutate)}
    atheris.Setup([sys.argv[0], *flags, *options, *corpus], _timed(target.check), **more)
    atheris.Fuzz()


def _timed(check: Any) -> Any:
    def timed(data: bytes) -> None:
        begun = process_time()
        check(data)
        took = process_time() - begun
        assert took < SECONDS, f"took {took:.1f} s"

    return timed


def _seeded(folder: Path, target: Any) -> Path:
    corpus = folder / "corpus"
    corpus.mkdir()
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number:03}").write_bytes(seed)
    return corpus


def _dictionary(folder: Path, target: Any) -> Path:
    """libFuzzer's dictionary: the words that no random byte finds."""
    path = folder / "words.dict"
    escaped = (word.replace("\\", "\\\\").replace('"', '\\"') for word in target.words())
    path.write_text("".join(f'"{word}"\n' for word in escaped), "ascii")
    return path


def _mutator(mutate: Any) -> Any:
    import atheris

    def mutator(data: bytes, largest: int, seed: int) -> bytes:
        # Setup exchanges atheris.Mutate, so that it is looked up only now.
        return bytes(mutate(data, largest, seed, atheris.Mutate))

    return mutator


if __name__ == "__main__":
    main(sys.argv[1:])
