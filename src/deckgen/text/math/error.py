"""What is wrong with a formula."""

from __future__ import annotations


class MathError(ValueError):
    """A formula that is no LaTeX, or none that is understood; `offset` counts characters."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
