"""The base of the immutable types at the boundaries of stages.

A class of such values costs a hundredth of what a dataclass costs to make, and a value a tenth;
three hundred classes are a tenth of a second of every start.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, dataclass_transform

from msgspec import Struct, field

if TYPE_CHECKING:
    import dataclasses

    # The same call, whose arguments type checkers know.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Frozen", "field", "replace"]


class _Declared:
    """The fields as the module `dataclasses` wants them, made when they are asked for."""

    def __get__(self, _: object, owner: type[Struct]) -> dict[str, dataclasses.Field[Any]]:
        return _declared(owner)


@cache
def _declared(owner: type[Struct]) -> dict[str, dataclasses.Field[Any]]:
    from dataclasses import make_dataclass

    made: Any = make_dataclass(owner.__name__, owner.__struct_fields__)
    declared: dict[str, dataclasses.Field[Any]] = made.__dataclass_fields__
    return declared


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen(Struct, frozen=True):
    """A record that never changes; `dataclasses.replace`, `fields` and `asdict` understand it."""

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]
    else:
        __dataclass_fields__ = _Declared()
