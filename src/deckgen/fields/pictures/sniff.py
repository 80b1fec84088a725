"""What a picture's bytes are, whatever its file is called."""

from __future__ import annotations

from typing import Literal

PictureKind = Literal["png", "jpeg", "gif", "svg", "webp", "tiff", "bmp"]

KNOWN = "PNG, JPEG, GIF, SVG, WebP, TIFF and BMP"
_SIGNATURES: tuple[tuple[bytes, PictureKind], ...] = (
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"BM", "bmp"),
)
_FOREIGN = (
    (b"%PDF", "a PDF file", "Export the page as SVG or PNG."),
    (b"<!DOCTYPE html", "a web page", "Download the picture itself."),
    (b"<html", "a web page", "Download the picture itself."),
    (b"version https://git-lfs", "a Git LFS pointer", "Fetch it with `git lfs pull`."),
)


class PictureRefused(Exception):
    """A picture cannot be used; `message` says why (its path goes before), `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def sniff(data: bytes) -> PictureKind:
    """The kind by the file's first bytes; raises PictureRefused when it is none that is known."""
    if not data:
        raise PictureRefused("is empty", "Save the picture again.")
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if b"<svg" in data[:4096] or b":svg" in data[:4096]:
        return "svg"
    for signature, name, hint in _FOREIGN:
        if data.lstrip()[: len(signature)].lower() == signature.lower():
            raise PictureRefused(f"is {name}, not a picture", hint)
    raise PictureRefused("is no picture of a known kind", f"Use one of {KNOWN}.")
