"""Pictures made of pixels: upright, in PNG, JPEG or GIF, no wider than a full slide needs."""

from __future__ import annotations

import warnings
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

from deckgen.fields.pictures.plain_png import plain_png
from deckgen.fields.pictures.sniff import PictureKind, PictureRefused
from deckgen.model.asset import Asset

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 60_000_000
MAX_JPEG_PIXELS = 170_000_000
"""JPEG is decoded at half, a quarter or an eighth of its size when it is large."""
MAX_EDGE = 2880
"""A full slide of 13.333 in at 216 dots an inch."""

_ORIENTATION = 0x0112
_UPRIGHT = 1
_CONTENT_TYPES: dict[str, str] = {
    "png": "image/png",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
}
_JPEG_QUALITY = 90


def prepare_raster(path: str, data: bytes, kind: PictureKind) -> Asset:
    """The picture as it is when it can stay, else turned, shrunk or converted.

    Raises PictureRefused when it is damaged or has too many pixels.
    """
    if kind == "png" and (size := plain_png(data, MAX_EDGE)):
        return asset(path, data, _CONTENT_TYPES[kind], size)
    if kind == "png" and b"IEND" not in data:
        raise PictureRefused("is cut off", "Save the picture again.")
    image = _opened(data, kind)
    turned = _upright(image)
    shrunk = _shrunk(turned) if kind != "gif" else turned
    if shrunk is image and kind in _CONTENT_TYPES:
        return asset(path, data, _CONTENT_TYPES[kind], image.size)
    as_jpeg = kind == "jpeg" or (kind == "webp" and "A" not in shrunk.getbands())
    made = _jpeg(shrunk, image) if as_jpeg else _png(shrunk, image)
    return asset(path, made, "image/jpeg" if as_jpeg else "image/png", shrunk.size)


def asset(path: str, data: bytes, content_type: str, size: tuple[int, int]) -> Asset:
    """The asset of bytes that are ready to be written."""
    return Asset(path, sha256(data).hexdigest(), content_type, size[0], size[1], data)


def _opened(data: bytes, kind: PictureKind) -> Image:
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            # Pillow warns of size and of odd metadata; size is judged below, metadata is not used.
            warnings.simplefilter("ignore")
            image = Image.open(BytesIO(data))
            _check_size(image, MAX_JPEG_PIXELS if kind == "jpeg" else MAX_PIXELS)
            image.draft(None, (2 * MAX_EDGE, 2 * MAX_EDGE))
            image.load()
    except (Image.DecompressionBombError, MemoryError) as fault:
        raise _too_large() from fault
    except PictureRefused:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as fault:
        raise PictureRefused("is damaged", "Save the picture again, best as PNG.") from fault
    except Exception as fault:  # decoders raise whatever their format's reader stumbles over
        raise PictureRefused("cannot be decoded", "Save the picture again, as PNG.") from fault
    return image


def _check_size(image: Image, most: int) -> None:
    width, height = image.size
    if width < 1 or height < 1:
        raise PictureRefused("has no pixels", "Save the picture again.")
    if width * height > most:
        raise _too_large()


def _too_large() -> PictureRefused:
    limit = f"{MAX_PIXELS // 1_000_000} million pixels are the limit."
    return PictureRefused("has too many pixels", f"Scale it down to 2880 pixels wide; {limit}")


def _upright(image: Image) -> Image:
    from PIL import ImageOps

    if image.getexif().get(_ORIENTATION, _UPRIGHT) in (_UPRIGHT, 0):
        return image
    return ImageOps.exif_transpose(image)


def _shrunk(image: Image) -> Image:
    from PIL.Image import Resampling

    longest = max(image.size)
    if longest <= MAX_EDGE:
        return image
    factor = MAX_EDGE / longest
    size = (max(1, round(image.width * factor)), max(1, round(image.height * factor)))
    # A palette cannot be averaged.
    source = image.convert("RGBA") if image.mode in ("P", "PA", "1") else image
    return source.resize(size, Resampling.LANCZOS)


def _jpeg(image: Image, original: Image) -> bytes:
    target = BytesIO()
    plain = image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")
    plain.save(target, "JPEG", quality=_JPEG_QUALITY, icc_profile=original.info.get("icc_profile"))
    return target.getvalue()


def _png(image: Image, original: Image) -> bytes:
    target = BytesIO()
    modes = ("1", "L", "LA", "P", "RGB", "RGBA")
    plain = image if image.mode in modes else image.convert("RGB")
    same = plain.mode == original.mode or original.mode in ("P", "PA", "1")
    profile = original.info.get("icc_profile") if same else None
    plain.save(target, "PNG", icc_profile=profile)
    return target.getvalue()
