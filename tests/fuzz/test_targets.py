"""What fuzzing found stays mended, and the targets hold for a first few changes of each seed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from tests.fuzz import outline_target, package_target

FOUND = Path(__file__).with_name("found")
CHANGES = 120


@pytest.mark.parametrize("case", sorted((FOUND / "outline").iterdir()), ids=lambda path: path.stem)
def test_an_outline_that_was_found_is_read_or_refused(case: Path) -> None:
    outline_target.check(case.read_bytes())


@pytest.mark.parametrize("case", sorted((FOUND / "package").iterdir()), ids=lambda path: path.stem)
def test_a_package_that_was_found_is_used_or_refused(case: Path) -> None:
    package_target.check(case.read_bytes())


def test_every_outline_that_fuzzing_starts_with_is_read_or_refused() -> None:
    for seed in outline_target.seeds():
        outline_target.check(seed)


def test_changed_templates_are_used_or_refused() -> None:
    chance = random.Random(1)

    def changed(data: bytes, _: int) -> bytes:
        place, length = chance.randrange(len(data) + 1), chance.randrange(9)
        return data[:place] + chance.randbytes(length) + data[place + length :]

    seeds = list(package_target.seeds())
    for number in range(CHANGES):
        data = seeds[number % len(seeds)]
        for _ in range(chance.randrange(1, 4)):
            data = package_target.mutate(data, 1 << 20, chance.randrange(1 << 30), changed)
        package_target.check(data)
