"""Random outlines as text: every kind of slide, every usual key, in several scripts."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

import yaml

Values = dict[str, Any]

WORDS = (
    "space", "orbit", "debris", "treaty", "cooperation", "satellite", "policy", "benefit",
    "Zusammenarbeit", "Weltraumvertrag", "Müll", "l’espace", "coopération", "données", "обмен",
    "спутник", "закон", "διάστημα", "外空", "条约", "合作", "宇宙", "デブリ", "衛星", "우주", "협력",
    "الفضاء", "تعاون", "ניסיון", "1967", "UN-SPIDER", "GPS", "a/b", "non-appropriation",
)  # fmt: skip
MARKED = (
    "**{}**", "*{}*", "`{}`", "~~{}~~", "[{}](https://example.org/a?b=c&d=e)", "{} & <{}>", '"{}"',
    "$x_{{{}}}^2$", "{}\u00a0\u2013 {}", "{}: {}", "#{}", "- {}", "{} \u2192 {}",
)  # fmt: skip
ICONS = ("satellite", "globe", "rocket", "shield", "users", "book-open")
FORMULAS = (
    r"E = mc^2",
    r"\frac{a}{b} + \sqrt[3]{x}",
    r"\sum_{i=1}^{n} i = \frac{n(n+1)}{2}",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}",
)
CHARTS = (
    "bar",
    "column",
    "stacked-bar",
    "stacked-column",
    "line",
    "area",
    "stacked-area",
    "pie",
    "doughnut",
    "scatter",
    "combo",
)
LANGUAGES = ("en", "de", "fr", "zh-Hans", "ja", "ar", "pt-BR")


class Author:
    """Writes what a seed says."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)
        self.titles = 0

    def phrase(self, least: int = 1, most: int = 5) -> str:
        """A few words, now and then with emphasis."""
        words = [self.chance.choice(WORDS) for _ in range(self.chance.randint(least, most))]
        if self.chance.random() < 0.2:
            place = self.chance.randrange(len(words))
            mark = self.chance.choice(MARKED)
            words[place] = mark.format(*[words[place]] * mark.count("{}"))
        return " ".join(words)

    def title(self) -> str:
        """A title that no other slide has."""
        self.titles += 1
        return f"{self.phrase(1, 4)} {self.titles}"

    def maybe(self, key: str, make: Callable[[], object], share: float = 0.4) -> Values:
        """A key with its value, or nothing."""
        return {key: make()} if self.chance.random() < share else {}

    def several(self, make: Callable[[], object], least: int, most: int) -> list[object]:
        """A list of values."""
        return [make() for _ in range(self.chance.randint(least, most))]

    def prose(self) -> str:
        """Block Markdown."""
        parts = [" ".join(self.phrase(3, 9) for _ in range(2)) + "."]
        parts += self.chance.sample(
            [
                "- " + self.phrase() + "\n- " + self.phrase() + "\n  1. " + self.phrase(),
                "> " + self.phrase(),
                "### " + self.phrase(1, 3),
                "```python\nprint('<&>')\n```",
                "| a | b |\n|---|---:|\n| " + self.phrase(1, 2) + " | 1 |",
                "A note[^1].\n\n[^1]: " + self.phrase(),
                "$$" + self.chance.choice(FORMULAS) + "$$",
            ],
            self.chance.randint(0, 3),
        )
        return "\n\n".join(parts)

    # -- kinds ----------------------------------------------------------------------------------

    def item(self) -> object:
        """A list item, now and then with items below it."""
        if self.chance.random() < 0.2:
            return {self.phrase(1, 3): self.several(lambda: self.phrase(1, 3), 1, 2)}
        return self.phrase(1, 6)

    def card(self) -> Values:
        """A card of a diagram."""
        return {
            "title": self.phrase(1, 2),
            **self.maybe("text", lambda: self.phrase(1, 5)),
            **self.maybe("icon", lambda: self.chance.choice(ICONS)),
        }

    def numbers(self, kind: str = "") -> Values:
        """A chart."""
        kind = kind or self.chance.choice(CHARTS)
        count = self.chance.randint(2, 5)
        names = [f"{self.phrase(1, 1)} {number}" for number in range(count)]

        def values() -> list[object]:
            made: list[object] = [round(self.chance.uniform(1, 9_999), 1) for _ in names]
            if kind not in ("pie", "doughnut") and self.chance.random() < 0.2:
                made[0] = None
            return made

        rows = 1 if kind in ("pie", "doughnut") else self.chance.randint(2, 4)
        series: list[Values] = [
            {"name": f"=SUM({n}) {self.phrase(1, 1)}", "values": values()} for n in range(rows)
        ]
        if kind == "combo":
            series[-1]["line"] = True
        if kind == "scatter":
            for row in series:
                row["x"] = sorted(self.chance.uniform(0, 9) for _ in names)
            return {"type": kind, "series": series}
        return {
            "type": kind,
            "categories": names,
            "series": series,
            **self.maybe("unit", lambda: self.chance.choice(("%", "t", "EUR"))),
            **self.maybe("axes", lambda: {"x": self.phrase(1, 2), "y": self.phrase(1, 2)}),
        }

    def grid(self) -> Values:
        """A table."""
        columns = self.chance.randint(2, 5)
        rows: list[list[object]] = [
            [self.chance.choice((self.phrase(1, 2), "", 1.5, "1,234")) for _ in range(columns)]
            for _ in range(self.chance.randint(2, 6))
        ]
        if self.chance.random() < 0.3:
            rows[0] = [{"text": self.phrase(1, 2), "columns": 2}, *rows[0][2:]]
        return {
            "columns": [self.phrase(1, 1) for _ in range(columns)],
            "rows": rows,
            **self.maybe("total", lambda: True, 0.2),
            **self.maybe("header_column", lambda: True, 0.2),
        }

    def figure(self) -> Values:
        """A picture."""
        described: Values = {"alt": self.phrase(2, 5)}
        file = self.chance.choice(("figures/wide.png", "figures/tall.jpg", "figures/drawing.svg"))
        return {"file": file, **(described if self.chance.random() < 0.8 else {"decorative": True})}

    def tree(self, depth: int = 0) -> Values:
        """A hierarchy."""
        below = self.several(lambda: self.tree(depth + 1), 1, 2) if depth < 2 else []
        return {"title": self.phrase(1, 2), **({"children": below} if below else {})}

    def column(self) -> Values:
        """A column of whatever."""
        content: Values = self.chance.choice(
            (
                {"items": self.several(lambda: self.phrase(1, 3), 1, 3)},
                {"text": self.phrase(2, 6)},
                {"chart": self.numbers("column")},
                {"table": {"columns": ["a", "b"], "rows": [["1", self.phrase(1, 1)]]}},
                {"quote": self.phrase(2, 5)},
                {"picture": self.figure()},
            )
        )
        return {**self.maybe("title", lambda: self.phrase(1, 2), 0.7), **content}

    def compared(self) -> Values:
        """A column of a comparison."""
        return {"title": self.phrase(1, 2), "items": self.several(lambda: self.phrase(1, 4), 2, 3)}

    def content(self, kind: str) -> Values:
        """What a slide of a kind holds."""
        several, phrase, card = self.several, self.phrase, self.card
        made: dict[str, Callable[[], Values]] = {
            "agenda": dict,
            "section": lambda: self.maybe("text", phrase),
            "bullets": lambda: {"items": several(self.item, 2, 5), **self.maybe("ordered", lambda: True)},
            "text": lambda: {"body": f"{phrase(4, 12)}.\n\n{phrase(3, 9)}."},
            "statement": lambda: {**self.maybe("by", phrase)},
            "quote": lambda: {"by": phrase(1, 3)},
            "quotes": lambda: {"items": several(lambda: {"text": phrase(3, 6), "by": phrase(1, 2)}, 2, 3)},
            "cards": lambda: {"items": several(card, 2, 5), **self.maybe("numbered", lambda: True)},
            "timeline": lambda: {"events": several(lambda: {"when": str(self.chance.randint(1950, 2030)), "what": phrase(1, 4)}, 2, 5)},
            "process": lambda: {"steps": several(card, 2, 5)},
            "cycle": lambda: {"steps": several(lambda: phrase(1, 2), 3, 5)},
            "pyramid": lambda: {"levels": several(lambda: phrase(1, 2), 3, 4)},
            "hierarchy": lambda: {"root": self.tree()},
            "matrix": lambda: {"cells": several(lambda: {"title": phrase(1, 2), "text": phrase(1, 3)}, 4, 4), "axes": {"x": phrase(1, 2), "y": phrase(1, 2)}},
            "comparison": lambda: {"columns": several(self.compared, 2, 3)},
            "columns": lambda: {"items": several(self.column, 2, 3)},
            "picture": lambda: {**self.figure(), **self.maybe("caption", phrase), **self.maybe("items", lambda: several(phrase, 2, 3))},
            "gallery": lambda: {"pictures": several(self.figure, 2, 4)},
            "table": lambda: {**self.grid(), **self.maybe("caption", phrase)},
            "chart": lambda: {**self.numbers(), **self.maybe("caption", phrase)},
            "code": lambda: {"listing": "def f(x):\n    return '<&>' * x  # …\n", "language": "python", **self.maybe("numbered", lambda: True)},
            "math": lambda: {"formula": self.chance.choice(FORMULAS), **self.maybe("text", phrase)},
            "closing": lambda: self.maybe("text", phrase),
        }  # fmt: skip
        return made[kind]()

    def slide(self, kind: str) -> Values:
        """A slide of a kind."""
        untitled = {"statement": {"title": self.title()}, "quote": {"title": self.title()}}
        return {
            kind: self.phrase(3, 8) if kind in untitled else self.title(),
            **untitled.get(kind, {}),
            **self.content(kind),
            **self.maybe("header", lambda: self.phrase(1, 3), 0.2),
            **self.maybe("notes", self.prose, 0.3),
            **self.maybe("briefing", self.prose, 0.5),
            **self.maybe("summary", self.phrase, 0.5),
            **self.maybe("source", self.phrase, 0.2),
            **self.maybe("footnotes", lambda: [self.phrase()], 0.1),
            **self.maybe("sources", lambda: ["one"], 0.2),
            **self.maybe("reveal", lambda: True, 0.2),
        }


KINDS = (
    "agenda", "section", "bullets", "text", "statement", "quote", "quotes", "cards", "timeline",
    "process", "cycle", "pyramid", "hierarchy", "matrix", "comparison", "columns", "picture",
    "gallery", "table", "chart", "code", "math", "closing",
)  # fmt: skip
SLIDES = 8


def outline(seed: int) -> str:
    """The text of an outline; as many seeds as there are kinds use each of them."""
    author = Author(seed)
    kinds = [KINDS[(seed * SLIDES + number) % len(KINDS)] for number in range(SLIDES)]
    slides: list[object] = ["title-slide"]
    for number, kind in enumerate(kinds):
        if number in (0, 4):
            part: Values = {"part": author.title(), **author.maybe("slide", lambda: True)}
            slides.append({**part, **author.maybe("briefing", author.prose)})
        slides.append(author.slide(kind))
    talk: Values = {
        "title": author.phrase(2, 5),
        "speaker": {"name": "A. Speaker", "role": author.phrase(1, 2)},
        "dates": "2016-11-20",
        "language": author.chance.choice(LANGUAGES),
        **author.maybe("subtitle", author.phrase),
        **author.maybe("about", author.prose),
        **author.maybe("key_messages", lambda: author.several(author.phrase, 1, 3)),
        **author.maybe("footer", author.phrase),
        **author.maybe("classification", lambda: "Public", 0.2),
    }
    whole = {"talk": talk, "sources": {"one": author.phrase(2, 6)}, "slides": slides}
    return yaml.safe_dump(whole, allow_unicode=True, sort_keys=False)
