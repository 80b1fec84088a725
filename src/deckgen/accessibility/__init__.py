"""What stands between a deck and those who do not see, hear or point as others do.

The rules are those of Microsoft's Accessibility Checker and, where it says nothing, of WCAG 2.2.
They look at the placed deck, that is at what will be written, and name the outline's line. An error
breaks a rule that the standards demand (level AA), a warning one that they recommend; a note tells
what only the author can judge.

    alt-missing, alt-file-name, alt-redundant      WCAG 1.1.1    `pictures`
    title-missing, title-not-unique, title-not-first      2.4.2, 2.4.6    `titles`
    reading-order      1.3.2    `order`
    table-without-header, table-blank-row, table-merged-cells      1.3.1    `tables`
    low-contrast      1.4.3    `contrast`
    colour-alone      1.4.1    `charts`
    small-text      the checker's, for what is projected    `sizes`
    language-missing, language-doubtful      3.1.1    `languages`
    link-text, bare-link      2.4.4    `links`
"""

from __future__ import annotations

from deckgen.accessibility.check import check

__all__ = ["check"]
