"""`data:`: rows from files, and in short words what is made of them."""

from __future__ import annotations

from deckgen.fields.data.field import DataField, NamedData

__all__ = ["DataField", "NamedData"]
