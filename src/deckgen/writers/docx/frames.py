"""What the template leaves open in its own text: tags in double braces and bound controls."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from deckgen.ooxml.xml import clean
from deckgen.writers.docx.names import w

BODY = "body"
TAGS = frozenset(
    f"talk.{name}"
    for name in (
        "title", "subtitle", "event", "place", "dates", "speakers", "footer", "classification",
        BODY,
    )
)  # fmt: skip
_TAG = re.compile(r"\{\{\s*([\w.]+)\s*\}\}")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OURS = ("talk.", "labels.")
_OTHER_NAMES = {"speaker": "speakers", "author": "speakers", "date": "dates"}
# The last step of a control's path into the file's properties, and the tag that it stands for.
_BOUND = {
    "title": "talk.title",
    "subject": "talk.subtitle",
    "creator": "talk.speakers",
    "PublishDate": "talk.dates",
}
_PATH_END = re.compile(r"(?:\w+:)?(\w+)(?:\[\d+\])?/?\Z")


def fill(root: Any, tags: Mapping[str, str], shared: Mapping[str, str] | None = None) -> bool:
    """Fill in `{{ talk.title }}` and its like, and controls; whether anything changed.

    `shared` are words for tags on lines with tabs, which have to leave room for others.

    Word splits text over runs as it pleases: a tag may begin in one and end in another. What
    replaces it takes the looks of the run in which it began. A tag that names nothing that there
    is goes away, one of another program stays.
    """
    changed = False
    tabbed = {**tags, **(shared or {})}
    for texts, whole in _paragraphs(root):
        for found in reversed(list(_TAG.finditer(whole))):
            words = _value(found[1], tabbed if _has_tab(texts[0]) else tags)
            if words is not None:
                _replace(texts, found.start(), found.end(), clean(words))
                changed = True
    for control, tag in _controls(root):
        _set(control, tags.get(tag, ""))
        changed = True
    return changed


def _has_tab(text: Any) -> bool:
    paragraph = next(text.iterancestors(w("p")))
    return next(paragraph.iterfind(f"{w('r')}/{w('tab')}"), None) is not None


def named(root: Any) -> frozenset[str]:
    """The tags that stand in a text, by their full names, and those of its controls."""
    tags = {_full(found) for _, whole in _paragraphs(root) for found in _TAG.findall(whole)}
    return frozenset(tags | {tag for _, tag in _controls(root)})


def unknown(root: Any) -> Iterator[str]:
    """The names in double braces that are none of ours."""
    for _, whole in _paragraphs(root):
        for name in _TAG.findall(whole):
            if not name.lower().startswith(_OURS) and _full(name) not in TAGS:
                yield name


def markers(root: Any) -> Iterator[Any]:
    """The paragraphs in which `{{ body }}` stands, text boxes left out."""
    for paragraph in list(root.iter(w("p"))):
        whole = "".join(text.text or "" for text in _own_texts(paragraph))
        boxed = any(each.tag == w("txbxContent") for each in paragraph.iterancestors())
        if not boxed and any(found.lower() == BODY for found in _TAG.findall(whole)):
            yield paragraph


def unmark(paragraph: Any) -> bool:
    """Take `{{ body }}` out of a paragraph; whether anything else stands in it."""
    texts = list(_own_texts(paragraph))
    whole = "".join(text.text or "" for text in texts)
    for found in reversed(list(_TAG.finditer(whole))):
        if found[1].lower() == BODY:
            _replace(texts, found.start(), found.end(), "")
    left = "".join(text.text or "" for text in texts).strip()
    return bool(left) or next(paragraph.iter(w("drawing"), w("pict")), None) is not None


def write_into(paragraph: Any, words: str) -> None:
    """Make the words a paragraph's whole text, in the looks of its first run."""
    from lxml import etree

    texts = list(_own_texts(paragraph))
    if not texts and words:
        run = etree.SubElement(paragraph, w("r"))
        texts = [etree.SubElement(run, w("t"))]
    for text in texts:
        text.text = ""
    if texts:
        texts[0].text = clean(words)
        texts[0].set(_SPACE, "preserve")


def blank(root: Any) -> None:
    """Empty the controls that show only what a person is to write into them."""
    filled = [control for control, _ in _controls(root)]
    for control in root.iter(w("sdt")):
        empty = control.find(f"{w('sdtPr')}/{w('showingPlcHdr')}") is not None
        if empty and control not in filled:
            for text in control.iter(w("t")):
                text.text = ""


def _paragraphs(root: Any) -> Iterator[tuple[list[Any], str]]:
    for paragraph in root.iter(w("p")):
        texts = list(_own_texts(paragraph))
        yield texts, "".join(text.text or "" for text in texts)


def _own_texts(paragraph: Any) -> Iterator[Any]:
    """The texts of a paragraph, without those of text boxes that are anchored in it."""
    for text in paragraph.iter(w("t")):
        if next(text.iterancestors(w("p"))) is paragraph:
            yield text


def _full(name: str) -> str:
    bare = name.lower().removeprefix("talk.")
    return bare if "." in bare else f"talk.{_OTHER_NAMES.get(bare, bare)}"


def _value(name: str, tags: Mapping[str, str]) -> str | None:
    full = _full(name)
    if full in tags:
        return tags[full]
    return "" if name.lower().startswith(_OURS) else None


def _replace(texts: list[Any], start: int, end: int, words: str) -> None:
    position = 0
    for element in texts:
        text = element.text or ""
        first, last = max(start - position, 0), min(end - position, len(text))
        position += len(text)
        if first >= len(text) or last <= 0:
            continue
        element.text = text[:first] + words + text[last:]
        element.set(_SPACE, "preserve")
        words = ""


def _controls(root: Any) -> Iterator[tuple[Any, str]]:
    """Content controls that show a property of the file, or are tagged by hand (17.5.2)."""
    for control in list(root.iter(w("sdt"))):
        binding = control.find(f"{w('sdtPr')}/{w('dataBinding')}")
        tagged = control.find(f"{w('sdtPr')}/{w('tag')}")
        path = _PATH_END.search(binding.get(w("xpath"), "")) if binding is not None else None
        if path is not None and path[1] in _BOUND:
            yield control, _BOUND[path[1]]
        elif tagged is not None and tagged.get(w("val"), "").lower().startswith(_OURS):
            yield control, _full(tagged.get(w("val")))


def _set(control: Any, words: str) -> None:
    """Show the words in a control; one bound elsewhere than to the file's properties lets go."""
    properties, content = control.find(w("sdtPr")), control.find(w("sdtContent"))
    if content is None:
        return
    for element in properties.findall(w("showingPlcHdr")):
        properties.remove(element)
        for style in list(content.iter(w("rStyle"))):  # grey, as nothing was filled in
            style.getparent().remove(style)
    binding = properties.find(w("dataBinding"))
    if binding is not None and "coreProperties" not in binding.get(w("xpath"), ""):
        properties.remove(binding)
    texts = list(content.iter(w("t")))
    for text in texts:
        text.text = ""
    if texts:
        texts[0].text = clean(words)
        texts[0].set(_SPACE, "preserve")
