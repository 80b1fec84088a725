"""Where a line may break: the rules of UAX #14 in their order, then what office suites change."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from deckgen.typeset.gaps import Gap, gaps, units

Rule = Callable[[Gap], bool | None]

_HARD = frozenset(("BK", "CR", "LF", "NL"))
_QUOTES = frozenset(("QU", "QU_PI", "QU_PF"))
_BEFORE_PI = frozenset(("", *_HARD, "OP", *_QUOTES, "GL", "SP", "ZW"))
_AFTER_PF = frozenset(
    ("", *_HARD, "SP", "GL", "WJ", "CL", *_QUOTES, "CP", "EX", "IS", "SY", "ZW")
)  # fmt: skip
_WORD_START = frozenset(("", *_HARD, "SP", "ZW", "CB", "GL"))
_HYPHENS = frozenset(("HY", "HH"))
_LETTERS = frozenset(("AL", "HL"))
_PICTURES = frozenset(("ID", "EB", "EM"))
_AFFIXES = frozenset(("PR", "PO"))
_HANGUL = frozenset(("JL", "JV", "JT", "H2", "H3"))
_AKSARA = frozenset(("AK", "AS"))


def _hard(gap: Gap) -> bool | None:  # LB4 to LB6
    left, right = gap.left.cls, gap.right.cls
    if left == "CR" and right == "LF":
        return False
    if left in _HARD:
        return True
    return False if right in _HARD else None


def _spaces(gap: Gap) -> bool | None:  # LB7 to LB8a
    if gap.right.cls in ("SP", "ZW"):
        return False
    if gap.base.cls == "ZW":
        return True
    return False if gap.left.joiner else None


def _glue(gap: Gap) -> bool | None:  # LB11 to LB12a
    left, right = gap.left.cls, gap.right.cls
    if "WJ" in (left, right) or left == "GL":
        return False
    return False if right == "GL" and left not in ("SP", "BA", "HY", "HH") else None


def _closing(gap: Gap) -> bool | None:  # LB13 and LB14
    return False if gap.right.cls in ("CL", "CP", "EX", "SY") or gap.base.cls == "OP" else None


def _quotations(gap: Gap) -> bool | None:  # LB15a and LB15b
    if gap.base.cls == "QU_PI" and gap.before_base.cls in _BEFORE_PI:
        return False
    return False if gap.right.cls == "QU_PF" and gap.later.cls in _AFTER_PF else None


def _after_spaces(gap: Gap) -> bool | None:  # LB15c to LB18
    left, right, base = gap.left.cls, gap.right.cls, gap.base.cls
    if right == "IS":
        return left == "SP" and gap.later.cls == "NU"
    if right == "NS" and base in ("CL", "CP"):
        return False
    if right == "B2" and base == "B2":
        return False
    return True if left == "SP" else None


def _quotes(gap: Gap) -> bool | None:  # LB19 and LB19a
    left, right = gap.left, gap.right
    if right.cls in _QUOTES and (
        right.cls != "QU_PI" or not left.wide or not gap.later.cls or not gap.later.wide
    ):
        return False
    if left.cls in _QUOTES and (
        left.cls != "QU_PF" or not right.wide or not gap.earlier.cls or not gap.earlier.wide
    ):
        return False
    return None


def _hyphens(gap: Gap) -> bool | None:  # LB20 to LB22
    left, right, earlier = gap.left.cls, gap.right.cls, gap.earlier.cls
    if "CB" in (left, right):
        return True
    if left in _HYPHENS and right in _LETTERS and earlier in _WORD_START:
        return False
    if right in ("BA", "HH", "HY", "NS", "IN") or left == "BB":
        return False
    if earlier == "HL" and left in _HYPHENS and right != "HL":
        return False
    return False if left == "SY" and right == "HL" else None


def _words(gap: Gap) -> bool | None:  # LB23 to LB24, LB28, LB29
    left, right = gap.left.cls, gap.right.cls
    kept = (
        (left in _LETTERS and (right == "NU" or right in _AFFIXES or right in _LETTERS))
        or (right in _LETTERS and (left in ("NU", "IS") or left in _AFFIXES))
        or (left == "PR" and right in _PICTURES)
        or (left in _PICTURES and right == "PO")
    )
    return False if kept else None


def _numbers(gap: Gap) -> bool | None:  # LB25
    left, right, number = gap.left.cls, gap.right.cls, gap.number
    if right in _AFFIXES and number:
        return False
    if left in _AFFIXES and right == "OP":
        after = gap.last.cls if gap.later.cls == "IS" else gap.later.cls
        return False if after == "NU" else None
    kept = right == "NU" and (left in ("PO", "PR", "HY", "IS") or number == "open")
    return False if kept else None


def _syllables(gap: Gap) -> bool | None:  # LB26 to LB28a
    left, right = gap.left.cls, gap.right.cls
    kept = (
        (left == "JL" and right in ("JL", "JV", "H2", "H3"))
        or (left in ("JV", "H2") and right in ("JV", "JT"))
        or (left in ("JT", "H3") and right == "JT")
        or (left in _HANGUL and right == "PO")
        or (left == "PR" and right in _HANGUL)
        or _aksara(gap)
    )
    return False if kept else None


def _aksara(gap: Gap) -> bool:
    def base(cls: str, dotted: bool) -> bool:
        return cls in _AKSARA or dotted

    left = base(gap.left.cls, gap.left.dotted)
    right = base(gap.right.cls, gap.right.dotted)
    earlier = base(gap.earlier.cls, gap.earlier.dotted)
    return (
        (gap.left.cls == "AP" and right)
        or (left and gap.right.cls in ("VF", "VI"))
        or (earlier and gap.left.cls == "VI" and (gap.right.cls == "AK" or gap.right.dotted))
        or (left and right and gap.later.cls == "VF")
    )


def _brackets(gap: Gap) -> bool | None:  # LB30
    left, right = gap.left, gap.right
    opens = right.cls == "OP" and not right.wide and (left.cls in _LETTERS or left.cls == "NU")
    closes = left.cls == "CP" and not left.wide and (right.cls in _LETTERS or right.cls == "NU")
    return False if opens or closes else None


def _pairs(gap: Gap) -> bool | None:  # LB30a and LB30b
    left, right = gap.left, gap.right
    if left.cls == right.cls == "RI":
        return not gap.odd
    return False if right.cls == "EM" and (left.cls == "EB" or left.reserved) else None


UAX14: tuple[Rule, ...] = (
    _hard, _spaces, _glue, _closing, _quotations, _after_spaces, _quotes, _hyphens,
    _words, _numbers, _syllables, _brackets, _pairs,
)  # fmt: skip


def _slashes(gap: Gap) -> bool | None:
    return False if gap.left.cls == "SY" else None


def _korean(gap: Gap) -> bool | None:
    # Korean is broken between words, like an alphabet, not between syllables.
    return False if gap.left.cls in _HANGUL and gap.right.cls in _HANGUL else None


def _clusters(gap: Gap) -> bool | None:
    # Without a dictionary every cluster of Thai or Khmer may end a line.
    return True if gap.left.cls == gap.right.cls == "SA" else None


# Office suites keep "and/or" together where UAX #14 would break it.
OFFICE: tuple[Rule, ...] = (*UAX14[:6], _slashes, _korean, _clusters, *UAX14[6:])


def breaks(text: str, rules: tuple[Rule, ...] = OFFICE) -> tuple[int, ...]:
    """The offsets at which a line may end, without the text's own end."""
    found, starts = units(text)
    return tuple(starts[at] for at, gap in enumerate(gaps(found), start=1) if _decide(gap, rules))


@lru_cache(maxsize=65_536)
def _decide(gap: Gap, rules: tuple[Rule, ...]) -> bool:
    for rule in rules:
        decision = rule(gap)
        if decision is not None:
            return decision
    return True
