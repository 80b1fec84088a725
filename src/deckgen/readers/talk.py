"""What holds for the whole talk."""

from __future__ import annotations

import re
from datetime import date

from deckgen.fields import (
    BlockMarkdown,
    Definitions,
    Field,
    Flag,
    ListOf,
    Plain,
    Reading,
    Record,
    RecordOf,
    Schema,
    Text,
    optional,
    record,
    required,
)
from deckgen.fields.scalars import read_words
from deckgen.model.inline import Inline
from deckgen.model.outline import Paper, Prose, Speaker, Talk
from deckgen.model.tree import Scalar, Sequence, Tree

# The shape of BCP 47 tags that talks have: language, script, region, variants.
_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|\d{3}))?(?:-[A-Za-z0-9]{4,8})*\Z"
)
_LANGUAGE_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es",
    "chinese": "zh", "japanese": "ja", "italian": "it", "portuguese": "pt", "russian": "ru",
    "arabic": "ar", "hebrew": "he", "persian": "fa", "farsi": "fa", "urdu": "ur",
}  # fmt: skip
_DAYS_HINT = "Write 2016-11-20, or 2016-11-20/2016-11-24 for several days."


@record
class SpeakerKeys(Record):
    """Who gives the talk."""

    name: str = required(Plain("The speaker's name."))
    role: str = optional(Plain("What the speaker is."), "")
    organisation: str = optional(Plain("Where the speaker works."), "")


class Language(Field[str]):
    """A language by its BCP 47 tag."""

    description: str = "The talk's language as a BCP 47 tag: en, de, zh-Hans, pt-BR."

    def read(self, tree: Tree, reading: Reading) -> str | None:
        """The tag."""
        words = read_words(tree, reading, "a language tag such as en or zh-Hans")
        if words is None:
            return None
        tag = words.text.strip()
        if _LANGUAGE.match(tag):
            return tag
        near = _LANGUAGE_NAMES.get(tag.lower())
        hint = (
            f"Did you mean '{near}'?" if near else "Write a tag such as en, de, zh-Hans or pt-BR."
        )
        reading.bad(tree, f"'{tag}' is no language tag", hint)
        return None

    def schema(self, definitions: Definitions) -> Schema:
        """A string."""
        return {"description": self.description, "type": "string", "default": "en"}


class Days(Field[tuple[str, ...]]):
    """One day, or the first and the last, in ISO 8601."""

    description: str = "When: 2016-11-20, or 2016-11-20/2016-11-24."

    def read(self, tree: Tree, reading: Reading) -> tuple[str, ...] | None:
        """The days as they are written."""
        if isinstance(tree, Sequence):
            texts = [item.text for item in tree.items if isinstance(item, Scalar)]
        else:
            words = read_words(tree, reading, "a date such as 2016-11-20")
            if words is None:
                return None
            texts = words.text.split("/")
        days = tuple(text.strip() for text in texts)
        if not 1 <= len(days) <= 2 or not all(_is_day(day) for day in days):
            reading.bad(tree, "this is no date, nor a first and a last day", _DAYS_HINT)
            return None
        if days[0] > days[-1]:
            reading.bad(tree, "the last day is before the first", _DAYS_HINT)
            return None
        return days if days[0] != days[-1] else days[:1]

    def schema(self, definitions: Definitions) -> Schema:
        """A string, or an array of two."""
        day: Schema = {"type": "string", "examples": ["2016-11-20", "2016-11-20/2016-11-24"]}
        pair: Schema = {"type": "array", "items": {"type": "string"}, "maxItems": 2}
        return {"description": self.description, "anyOf": [day, pair]}


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("2016-11-20")


_SPEAKER = RecordOf(SpeakerKeys, "A speaker: name, or {name, role, organisation}.", short="name")


@record
class BriefingKeys(Record):
    """What the Word paper has beside its prose."""

    lists: bool = optional(Flag("Lists of its tables and figures."), False)
    notes: bool = optional(Flag("An annex with what the speaker says."), False)
    thumbnails: bool = optional(
        Flag("Small pictures of the slides in that annex; needs LibreOffice."), False
    )
    endnotes: bool = optional(Flag("Notes at the end, and not at the foot of the page."), False)
    keywords: bool = optional(
        Flag("The slides' lists, cards and columns also where the prose says the same."), False
    )


@record
class TalkKeys(Record):
    """What holds for the whole talk."""

    title: Inline = required(Text("The talk's title."))
    subtitle: Inline = optional(Text("What stands below the title."), ())
    speaker: SpeakerKeys | None = optional(
        RecordOf(
            SpeakerKeys,
            "The speaker: name, or {name, role, organisation}; several stand under `speakers`.",
            short="name",
        ),
        None,
    )
    speakers: tuple[SpeakerKeys, ...] = optional(ListOf(_SPEAKER, "Several speakers."), ())
    event: str = optional(Plain("The conference or meeting."), "")
    place: str = optional(Plain("Where the talk is given."), "")
    dates: tuple[str, ...] = optional(Days(), ())
    language: str = optional(Language(), "en")
    about: Prose | None = optional(
        BlockMarkdown("A paragraph in Markdown: what the paper is about."), None
    )
    key_messages: tuple[Inline, ...] = optional(
        ListOf(Text("A sentence."), "What the audience should remember, a sentence each."), ()
    )
    keywords: tuple[str, ...] = optional(ListOf(Plain("A keyword."), "Words to find it by."), ())
    footer: Inline = optional(Text("What stands at the foot of every slide."), ())
    classification: str = optional(
        Plain("Who may read it; stands on every slide and page.", ("For official use",)), ""
    )
    briefing: BriefingKeys | None = optional(
        RecordOf(BriefingKeys, "What the Word paper has beside its prose."), None
    )
    citation_style: str = optional(
        Plain(
            "How works of a bibliography are cited: a CSL style's file, or its name.", ("apa.csl",)
        ),
        "",
    )
    front_matter: bool = optional(Flag("The summary begins with YAML front matter."), False)

    def check(self, reading: Reading) -> bool:
        """Whether the speakers stand in one place."""
        if self.speaker is None or not self.speakers:
            return True
        hint = "Keep one of `speaker:` and `speakers:`."
        reading.bad(self.tree("speakers"), "'speaker' and 'speakers' are both given", hint)
        return False

    def _paper(self) -> Paper:
        asked = self.briefing
        if asked is None:
            return Paper(front_matter=self.front_matter)
        return Paper(
            lists=asked.lists,
            notes=asked.notes or asked.thumbnails,
            thumbnails=asked.thumbnails,
            endnotes=asked.endnotes,
            keywords=asked.keywords,
            front_matter=self.front_matter,
        )

    def talk(self) -> Talk:
        """The talk."""
        written = self.speakers if self.speaker is None else (self.speaker,)
        return Talk(
            title=self.title,
            span=self.span,
            subtitle=self.subtitle,
            speakers=tuple(Speaker(one.name, one.role, one.organisation) for one in written),
            event=self.event,
            place=self.place,
            dates=self.dates,
            language=self.language,
            about=self.about.source.strip() if self.about else "",
            key_messages=self.key_messages,
            keywords=self.keywords,
            footer=self.footer,
            classification=self.classification,
            paper=self._paper(),
        )
