"""How entries of the contents and of lists are set: where they wrap, and where their text hangs."""

from __future__ import annotations

from deckgen.writers.docx.leading import line_height
from deckgen.writers.docx.looks import Look
from deckgen.writers.docx.measures import number_width, type_run
from deckgen.writers.docx.story import Entry, Story

_LEADER = '<w:tab w:val="right" w:leader="dot" w:pos="{}"/>'
_ROOM = " . 888"  # what stands behind an entry at most: a leader and a page number
_TWIPS = 20


def entry(story: Story, role: str, text: str, number: str = "", level: int = 0) -> Entry:
    """An entry in a role's style; with a `level`, room is left for the numbers of its headings."""
    key = role, number, text
    if key not in story.entries:
        look = story.styles.look(role)
        hangs = _hangs(story, look, level) if level and not look.tabs else 0
        tabs = "" if look.tabs else _LEADER.format(story.width)
        words, height = _wrapped(story, look, text, hangs or look.left)
        shown = f"{number}\t{words}" if level and _numbers(story, level) else words
        story.entries[key] = Entry(shown, tabs, hangs, height + look.after)
    return story.entries[key]


def _hangs(story: Story, look: Look, level: int) -> int:
    """Where the text behind numbers begins and goes on, in twips; 0 where there are none.

    Word sets such stops itself when it fills the contents, by the level.
    """
    numbers = _numbers(story, level)
    widest = max((number_width(each, look) for each in numbers), default=0)
    return look.left - look.hanging + max(440 * level, widest) if numbers else 0


def _numbers(story: Story, level: int) -> list[str]:
    """The numbers of the headings of a level."""
    return [one.number for one in story.headings if one.level == level and one.number]


def _wrapped(story: Story, look: Look, words: str, left: int) -> tuple[str, float]:
    """An entry's words and their height in twips, the last word on a new line where it has to be.

    Programs part an entry at the tab before its page number, which would stand alone. A right
    indent keeps that from happening, but hides the numbers in LibreOffice.
    """
    from deckgen.typeset import TypeParagraph

    setter = story.styles.typesetter
    measure = (story.width - left - look.right) / _TWIPS
    lines = setter.set([TypeParagraph((type_run(words, look),))], measure).lines
    line = _TWIPS * line_height(max(each.height for each in lines), look)
    room = setter.width((type_run(_ROOM, look),))
    first, space, word = words.rpartition(" ")
    if not space or word == lines[-1].text or lines[-1].width + room <= measure:
        return words, line * len(lines)
    return f"{first}\n{word}", line * (len(lines) + 1)
