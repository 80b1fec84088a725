"""Outline and pack to a document: the template rendered, its errors made findings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from traceback import walk_tb
from typing import Literal

from deckgen.diagnostics import Diagnostic, Diagnostics, Span, did_you_mean
from deckgen.documents.context import Context, context
from deckgen.documents.labels import labels
from deckgen.documents.references import check_shown, with_anchors, without_idle_notes
from deckgen.documents.views import DOCUMENTED, RECORDS, PartView, SlideView
from deckgen.model.deck import Properties
from deckgen.model.document import Document
from deckgen.model.inline import plain
from deckgen.model.outline import Outline, Talk
from deckgen.model.pack import Pack
from deckgen.text.dates import in_words

Name = Literal["briefing", "summary"]

_RECORD = re.compile(r"'deckgen\.documents\.views\.(\w+?)View object'")
_SHOWN = 300  # characters of an error of Jinja2's that are repeated
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_HALF = re.compile("[\ud800-\udfff]")
_NUMBERED_HEADING = re.compile(r"^(#{1,6} \d+)\\([.)])")


def render(
    outline: Outline, pack: Pack, name: Name
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document that the pack's template `<name>.md.j2` makes of the outline."""
    found = Diagnostics()
    template = f"{name}.md.j2"
    if template not in pack.documents:
        found.error(
            "no-document-template",
            f"the pack {pack.name!r} has no template {template!r}",
            None,
            f"Add {template} to the pack's folder, or let the pack extend one that has it.",
        )
        return None, found.as_tuple()
    own = pack.options.get("labels", {})
    words = labels(outline.talk.language, own if isinstance(own, Mapping) else {})
    given = context(outline, words, numbers=name == "briefing")
    text = _rendered(template, pack, given, found)
    if text is None:
        return None, found.as_tuple()
    text = tidied(text)
    if name == "briefing":
        text = check_shown(text, given.words, found)
    else:
        text = with_anchors(without_idle_notes(text), given.parts)
    document = Document(
        name=name,
        markdown=text,
        properties=_properties(outline.talk),
        blocks=given.blocks,
        labels=words,
        tags=_tags(outline.talk, words),
    )
    return document, found.as_tuple()


def tidied(text: str) -> str:
    """The Markdown without trailing blanks and rows of empty lines; listings stay as they are."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        if fence:
            lines.append(line)
            if mark and mark[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            continue
        fence = mark[1] if mark else ""
        bare = line.rstrip()
        if line.endswith("  ") and bare:
            bare += "\\"  # a forced break that survives editors
        if bare or (lines and lines[-1]):
            lines.append(_NUMBERED_HEADING.sub(r"\1\2", bare))
    return "\n".join(lines).strip("\n") + "\n"


def _rendered(template: str, pack: Pack, given: Context, found: Diagnostics) -> str | None:
    from deckgen.documents.environment import DocumentEnvironment
    from deckgen.documents.words import FILTERS

    environment = DocumentEnvironment(pack.documents, pack.document_files, FILTERS)
    try:
        text = environment.get_template(template).render(**given.values)
        if half := _HALF.search(text):
            raise ValueError(f"it writes half a character, {half[0]!a}")
        return text.replace("\r\n", "\n").replace("\r", "\n")
    except Exception as error:  # whatever a template's expression can raise is the template's fault
        _report(error, template, pack, found)
        return None


def _report(error: Exception, template: str, pack: Pack, found: Diagnostics) -> None:
    """The error at the template's line, with the slide or part that was being rendered."""
    files = {pack.document_files.get(name, name) for name in pack.documents}
    span = Span(pack.document_files.get(template, template), 1, 1)
    subject = ""
    for frame, line in walk_tb(error.__traceback__):
        if frame.f_code.co_filename in files:
            span = Span(frame.f_code.co_filename, line, 1)
            subject = _subject(frame.f_locals) or subject
    span = _syntax_span(error, pack) or span
    said = _RECORD.sub(lambda found: f"the {found[1].lower()}", str(error))
    message = " ".join(said[:_SHOWN].split()) or type(error).__name__
    where = f" (while rendering {subject})" if subject else ""
    found.error("template-error", f"{message}{where}", span, _hint(error))


def _syntax_span(error: Exception, pack: Pack) -> Span | None:
    """Where a template cannot even be parsed."""
    from jinja2 import TemplateSyntaxError

    if not isinstance(error, TemplateSyntaxError):
        return None
    name = error.name or ""
    return Span(error.filename or pack.document_files.get(name, name), error.lineno, 1)


def _subject(values: Mapping[str, object]) -> str:
    """The slide or part among a template frame's variables, in words."""
    for value in values.values():
        if isinstance(value, SlideView):
            return f"the slide {value.id!r} of {value.span}"
    for value in values.values():
        if isinstance(value, PartView) and value.title:
            return f"the part {value.title!r}"
    return ""


def _hint(error: Exception) -> str | None:
    from jinja2 import TemplateNotFound, UndefinedError

    if isinstance(error, TemplateNotFound):
        return "A template can use those of its own pack, of the packs it extends, and _shared."
    if isinstance(error, UndefinedError):
        word = re.search(r"'([^']+)' is undefined|no attribute '([^']+)'", str(error))
        record = _RECORD.search(str(error))
        known = RECORDS.get(record[1], ()) if record else tuple(DOCUMENTED)
        near = did_you_mean(word[1] or word[2], known) if word else None
        return near or f"It has {', '.join(known)}." if record else near or _names()
    return "Mend the template in this line; the outline is as it should be."


def _names() -> str:
    return f"Templates know {', '.join(DOCUMENTED)}."


def _properties(talk: Talk) -> Properties:
    return Properties(
        title=plain(talk.title),
        author=", ".join(speaker.name for speaker in talk.speakers),
        subject=plain(talk.subtitle) or talk.event,
        keywords=", ".join(talk.keywords),
        language=talk.language,
        company=next((s.organisation for s in talk.speakers if s.organisation), ""),
    )


def _tags(talk: Talk, words: Mapping[str, str]) -> dict[str, str]:
    """What a Word template's header and footer may name in double braces."""
    return {
        "talk.title": plain(talk.title),
        "talk.subtitle": plain(talk.subtitle),
        "talk.event": talk.event,
        "talk.place": talk.place,
        "talk.dates": in_words(talk.dates, talk.language),
        "talk.speakers": ", ".join(speaker.name for speaker in talk.speakers),
        "talk.footer": plain(talk.footer),
        "talk.classification": talk.classification,
        **{f"labels.{name}": word for name, word in words.items()},
    }
