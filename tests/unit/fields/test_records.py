from __future__ import annotations

import jsonschema
import pytest

from deckgen.fields import (
    Flag,
    Later,
    ListOf,
    Plain,
    Reading,
    Record,
    RecordOf,
    optional,
    record,
    required,
)


@record
class Person(Record):
    """A person."""

    name: str = required(Plain("The name."))
    here: bool = optional(Flag("Whether the person is here."), False)
    kind_of: str = optional(Plain("What sort."), "", key="sort")
    children: tuple[Person, ...] = optional(ListOf(Later(lambda: PERSON), "Children."), ())

    def check(self, reading: Reading) -> bool:
        if self.name == "nobody":
            reading.bad(self.tree("name"), "nobody is no person", "Name somebody.")
            return False
        return True


PERSON: RecordOf[Person] = RecordOf(Person, "A person.", short="name")


def test_a_record_has_typed_values_and_defaults(read):
    person, found = read(PERSON, "name: Ada\nsort: x")
    assert found == []
    assert (person.name, person.here, person.kind_of) == ("Ada", False, "x")


def test_a_text_alone_can_stand_for_a_record(read):
    person, _ = read(PERSON, "Ada")
    assert person.name == "Ada"


def test_records_hold_records_of_their_kind(read):
    person, _ = read(PERSON, "{name: Ada, children: [Ben, {name: Cleo}]}")
    assert [child.name for child in person.children] == ["Ben", "Cleo"]


def test_all_that_is_wrong_is_reported_at_once(read):
    value, found = read(PERSON, "here: maybe\nage: 5\n")
    assert value is None
    assert found == [
        "1:1 'name' is missing",
        "1:7 expected true or false, found the text 'maybe'",
        "2:1 unknown key 'age'",
    ]


def test_a_misspelt_key_is_not_also_missing(read):
    _, found = read(PERSON, "nmae: Ada")
    assert found == ["1:1 unknown key 'nmae'"]


def test_null_leaves_a_key_out(read):
    person, found = read(PERSON, "name: Ada\nhere: ~\nchildren:\n")
    assert found == []
    assert person.children == ()


def test_a_record_checks_how_its_values_fit(read):
    assert read(PERSON, "{name: nobody}") == (None, ["1:8 nobody is no person"])


@pytest.mark.parametrize("text", ["[a]", "~"])
def test_other_shapes_are_no_record(read, text):
    value, found = read(PERSON, text)
    assert value is None
    assert len(found) == 1


def test_the_schema_names_the_record_once():
    definitions = {}
    schema = PERSON.schema(definitions)
    whole = {**schema, "$defs": definitions}
    jsonschema.Draft202012Validator.check_schema(whole)
    jsonschema.validate({"name": "a", "children": ["b", {"name": "c"}]}, whole)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"name": "a", "age": 1}, whole)
