"""All rules on all slides."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from deckgen.accessibility import charts, languages, links, order, pictures, sizes, tables, titles
from deckgen.accessibility.contrast import contrast
from deckgen.accessibility.page import Page, pages
from deckgen.diagnostics import Diagnostic, Diagnostics
from deckgen.model.deck import Deck
from deckgen.model.outline import Outline
from deckgen.model.pack import Pack

Rule = Callable[[Page], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    titles.has_title,
    titles.title_first,
    pictures.alternatives,
    order.reading_order,
    tables.simple_table,
    contrast,
    charts.colour_alone,
    sizes.small_text,
    links.link_texts,
)


def check(outline: Outline, deck: Deck, pack: Pack) -> tuple[Diagnostic, ...]:
    """The barriers in a deck and in the paper's words, in the order of their places.

    What every slide of a layout has in common is said once, at the first of them.
    """
    found = Diagnostics()
    all_pages = pages(outline, deck, pack)
    once: set[tuple[str, str]] = set()
    for page in all_pages:
        for rule in RULES:
            for finding in rule(page):
                if (finding.code, finding.message) not in once:
                    once.add((finding.code, finding.message))
                    found.extend((finding,))
    found.extend(titles.unique_titles(all_pages))
    found.extend(languages.language(outline, deck))
    found.extend(links.links_of_paper(outline))
    return found.as_tuple()
