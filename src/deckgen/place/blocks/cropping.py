"""How a picture meets its frame: cut about a focal point, or whole within it."""

from __future__ import annotations

from deckgen.model.blocks import Picture
from deckgen.model.geometry import Box

Crop = tuple[float, float, float, float]


def cropped(picture: Picture, frame: Box) -> Crop:
    """What to cut from left, top, right and bottom so that the picture fills the frame.

    The focal point stays as near to the frame's middle as the picture's edges allow.
    """
    ratio = picture.asset.width / picture.asset.height
    wanted = frame.cx / frame.cy
    if ratio > wanted:
        left, right = _cut(1 - wanted / ratio, picture.focus[0])
        return (left, 0.0, right, 0.0)
    top, bottom = _cut(1 - ratio / wanted, picture.focus[1])
    return (0.0, top, 0.0, bottom)


def contained(picture: Picture, frame: Box) -> Box:
    """The largest box of the picture's proportions in the middle of the frame."""
    asset = picture.asset
    scale = min(frame.cx / asset.width, frame.cy / asset.height)
    cx, cy = round(asset.width * scale), round(asset.height * scale)
    return Box(frame.x + (frame.cx - cx) // 2, frame.y + (frame.cy - cy) // 2, cx, cy)


def _cut(surplus: float, focus: float) -> tuple[float, float]:
    kept = 1 - surplus
    before = min(max(focus - kept / 2, 0.0), surplus)
    return (round(before, 5), round(surplus - before, 5))
