"""A picture's file -> an asset that every output can write."""

from __future__ import annotations

from deckgen.fields.pictures.field import PictureFile

__all__ = ["PictureFile"]
