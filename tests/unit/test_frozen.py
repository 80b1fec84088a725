"""Values at the boundaries never change, and the standard library's helpers know them."""

from __future__ import annotations

import dataclasses
import pickle

import pytest

from deckgen.frozen import Frozen, field, replace


class Place(Frozen, order=True):
    """A place."""

    name: str
    height: int = 0
    tags: tuple[str, ...] = field(default_factory=tuple)


def test_a_value_cannot_be_changed() -> None:
    place = Place("Dubai")
    with pytest.raises(AttributeError, match="immutable"):
        place.height = 5  # type: ignore[misc]


def test_values_with_equal_fields_are_equal_and_hash_alike() -> None:
    assert Place("Dubai", 5) == Place(name="Dubai", height=5) < Place("Vienna")
    assert len({Place("Dubai"), Place("Dubai")}) == 1


def test_a_copy_differs_in_what_is_named() -> None:
    assert replace(Place("Dubai"), height=5) == Place("Dubai", 5)
    assert dataclasses.replace(Place("Dubai"), height=5) == Place("Dubai", 5)


def test_values_are_read_as_dataclasses_are() -> None:
    assert dataclasses.asdict(Place("Dubai", 5)) == {"name": "Dubai", "height": 5, "tags": ()}
    assert [each.name for each in dataclasses.fields(Place)] == ["name", "height", "tags"]


def test_values_travel_between_processes() -> None:
    assert pickle.loads(pickle.dumps(Place("Dubai", 5))) == Place("Dubai", 5)
