"""Paragraphs, lists, notes and links as native Word."""

from __future__ import annotations

from tests.unit.writers.docx.papers import W, opened, paper, part, parts, said

LISTS = "1. a\n2. b\n\ntext\n\n1. c\n   - d\n     - e\n"


def test_headings_have_the_templates_heading_styles():
    assert said(paper("# One\n\n## Two\n\nText\n")) == [
        ("Heading 1", "One"),
        ("Heading 2", "Two"),
        ("Body Text", "Text"),
    ]


def test_emphasis_is_on_the_runs():
    runs = opened(paper("*a* **b** ~~c~~ `d`\n")).paragraphs[0].runs

    assert [r.text for r in runs if r.italic] == ["a"]
    assert [r.text for r in runs if r.bold] == ["b"]
    assert [r.text for r in runs if r.font.strike] == ["c"]
    assert [r.text for r in runs if r.style.name == "Verbatim Char"] == ["d"]


def test_every_run_says_its_language():
    root = part(paper("Some *text*.\n", language="fr"))

    assert {run.find(f"{W}rPr/{W}lang").get(f"{W}val") for run in root.iter(f"{W}r")} == {"fr-FR"}


def test_chinese_is_named_as_east_asian():
    lang = part(paper("你好\n", language="zh")).find(f".//{W}lang")

    assert lang.get(f"{W}eastAsia") == "zh-CN"


def test_right_to_left_papers_are_set_so():
    root = part(paper("مرحبا\n", language="ar"))

    assert root.find(f".//{W}pPr/{W}bidi") is not None
    assert root.find(f".//{W}rPr/{W}rtl") is not None


def test_columns_and_gutter_of_a_right_to_left_paper_begin_on_the_right():
    sections = {tag: part(paper("Text\n", language=tag)).iter(f"{W}sectPr") for tag in ("he", "en")}
    turned = {tag: [s.find(f"{W}bidi") is not None for s in each] for tag, each in sections.items()}

    assert turned == {"he": [True], "en": [False]}


def test_line_ends_between_wide_characters_take_no_space():
    assert said(paper("你\n好\n\na\nb\n")) == [("Body Text", "你好"), ("Body Text", "a b")]


def test_every_numbered_list_counts_from_its_own_start():
    root = part(paper(LISTS))
    numbers = [e.get(f"{W}val") for e in root.iter(f"{W}numId")]

    assert numbers[0] == numbers[1]
    assert numbers[2] != numbers[0]


def test_deeper_items_have_the_deeper_styles():
    assert said(paper(LISTS))[3:] == [
        ("List Number", "c"),
        ("List Bullet 2", "d"),
        ("List Bullet 3", "e"),
    ]


def test_a_list_may_begin_anywhere():
    data = paper("5. five\n")
    last = part(data, "word/numbering.xml").findall(f"{W}num")[-1]

    assert last.find(f"{W}lvlOverride/{W}startOverride").get(f"{W}val") == "5"


def test_notes_are_footnotes_with_their_separators():
    data = paper("Text[^a] and again[^a].\n\n[^a]: The [note](https://example.org).\n")
    notes = part(data, "word/footnotes.xml").findall(f"{W}footnote")

    assert [n.get(f"{W}id") for n in notes] == ["-1", "0", "1"]
    assert "".join(notes[-1].itertext()).strip() == "The note."
    assert len(list(part(data).iter(f"{W}footnoteReference"))) == 1
    assert "word/_rels/footnotes.xml.rels" in parts(data)


def test_links_are_live():
    link = opened(paper("See [here](https://example.org/a?b&c).\n")).paragraphs[0].hyperlinks[0]

    assert (link.text, link.address) == ("here", "https://example.org/a?b&c")


def test_links_within_lead_to_a_bookmark():
    root = part(paper("::: slide #there\nText\n:::\n\n[go](#there) [nowhere](#gone)\n"))
    names = {e.get(f"{W}name") for e in root.iter(f"{W}bookmarkStart")}

    assert [e.get(f"{W}anchor") for e in root.iter(f"{W}hyperlink")] == ["s_there"]
    assert "s_there" in names


def test_links_that_run_programs_are_text_only():
    assert not list(part(paper("[x](file:///etc/passwd)\n")).iter(f"{W}hyperlink"))


def test_quotations_say_whose_words_they_are():
    assert said(paper("> Words.\n>\n> — Somebody\n")) == [
        ("Quote", "Words."),
        ("Quote Attribution", "— Somebody"),
    ]


def test_listings_keep_their_lines_and_blanks():
    assert said(paper("```\na\n  b\n```\n")) == [("Source Code", "a\n  b")]


def test_formulas_are_native_and_money_is_money():
    data = paper("$x^2$ for US$5 and US$6\n\n$$\n\\frac{a}{b}\n$$\n")
    math = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

    assert len(list(part(data).iter(f"{math}oMath"))) == 2
    assert "US$5 and US$6" in said(data)[0][1]


def test_html_is_text_but_for_sub_and_superscripts():
    runs = opened(paper("H<sub>2</sub>O <b>x\n")).paragraphs[0].runs

    assert [r.text for r in runs if r.font.subscript] == ["2"]
    assert "<b>" in "".join(r.text for r in runs)


def test_a_paper_from_right_to_left_is_mirrored():
    data = paper("::: key-messages\nا\n\n1. ب\n:::\n\n# ج\n\nد\n", language="ar", tags=ARABIC)
    styles = part(data, "word/styles.xml")
    (message,) = (s for s in styles if s.get(f"{W}styleId") == "KeyMessage")
    footer = part(data, "word/footer1.xml").find(f"{W}p/{W}pPr")

    assert [side.tag for side in message.find(f"{W}pPr/{W}pBdr")] == [f"{W}right"]
    assert footer.find(f"{W}bidi") is not None


def test_brackets_run_with_the_arabic_sentence_and_latin_words_apart():
    runs = list(part(paper("محطة (ISS) والقمر.\n", language="ar")).iter(f"{W}r"))

    assert [(r.findtext(f"{W}t"), r.find(f"{W}rPr/{W}rtl") is not None) for r in runs] == [
        ("محطة (", True), ("ISS", False), (") والقمر.", True),
    ]  # fmt: skip


def test_a_listing_in_an_arabic_paper_runs_from_left_to_right():
    root = part(paper("```python\nx = 1\n```\n", language="ar"))
    (listing,) = (p for p in root.iter(f"{W}p") if "x" in "".join(p.itertext()))

    assert listing.find(f"{W}pPr/{W}bidi") is None


def test_an_english_sentence_in_an_arabic_paper_runs_from_left_to_right():
    root = part(paper("الفضاء للجميع.\n\nSpace is for all.\n", language="ar"))
    turned = [p.find(f"{W}pPr/{W}bidi") is not None for p in root.iter(f"{W}p")]

    assert turned[:2] == [True, False]


ARABIC = {"talk.speakers": "ليلى", "labels.page": "صفحة"}


def test_no_item_of_a_list_is_alone_on_its_page():
    items = opened(paper("- a\n- b\n- c\n- d\n- e\n")).paragraphs

    assert [each.paragraph_format.keep_with_next for each in items] == [
        True,
        None,
        None,
        True,
        None,
    ]


def test_prose_stands_as_far_below_a_list_as_below_prose():
    items = opened(paper("- a\n- b\n  - c\n\ntext\n")).paragraphs
    own = [each.paragraph_format.space_after for each in items]

    assert own == [None, None, items[3].style.paragraph_format.space_after, None]


def test_in_french_no_line_begins_with_a_mark():
    assert said(paper("Qui ? `a ? b`\n", language="fr")) == [("Body Text", "Qui\u00a0? a ? b")]
