"""Templates made to fill the memory, to lead out of their place, or to bring something along."""

from __future__ import annotations

import re

import pytest
from tests.hostile import bombs
from tests.hostile.conftest import SECRET, Outline, Project

TALK = "pack: evil.pptx\ntalk: {title: T}\nslides:\n  - title-slide\n  - bullets: A\n    items: [one]\n    notes: N\n"
XXE = b'<!DOCTYPE x [<!ENTITY s SYSTEM "file:///etc/passwd">]>'
LAUGHS = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
MANY = b"<a/>" * 3_000_000


def typed(name: str, before: bytes) -> bytes:
    """A good template with something between a part's declaration and its root."""
    return bombs.changed(
        name, lambda xml: re.sub(rb"(<\?xml.*?\?>\s*)?", lambda m: m[0] + before, xml, count=1)
    )


def filled(name: str, filling: bytes) -> bytes:
    """A good template with something at the end of a part."""
    return bombs.changed(
        name, lambda xml: xml[: xml.rindex(b"</")] + filling + xml[xml.rindex(b"</") :]
    )


GOOD = bombs.packed(bombs.deck())
CASES = {
    "deflate-bomb": lambda: bombs.with_parts(**{"ppt/bomb.xml": b"\0" * 200_000_000}),
    "bomb-of-xml": lambda: filled(bombs.MASTER, MANY),
    "bomb-of-attributes": lambda: filled(
        bombs.MASTER, b"<a " + b" ".join(b'a%d=""' % n for n in range(1_500_000)) + b"/>"
    ),
    "bomb-of-text": lambda: filled(bombs.MASTER, b"<a>" + b"x" * 15_000_000 + b"</a>"),
    "deep-xml": lambda: filled(bombs.MASTER, b"<a>" * 100_000 + b"</a>" * 100_000),
    "claims-4-gb": lambda: bombs.claiming(GOOD, bombs.PRESENTATION, 0xFFFF_0000),
    "claims-0": lambda: bombs.claiming(GOOD, bombs.PRESENTATION, 0),
    "overlapping": lambda: bombs.overlapping(2_000, 16_000_000),
    "too-many-members": lambda: bombs.with_parts(**{f"ppt/media/{n}": b"" for n in range(11_000)}),
    "zip-slip": lambda: bombs.with_parts(**{"../../../evil.txt": b"x"}),
    "absolute-member": lambda: bombs.with_parts(**{"/etc/evil": b"x"}),
    "backslashes": lambda: bombs.with_parts(**{"..\\..\\evil": b"x"}),
    "xxe-in-presentation": lambda: typed(bombs.PRESENTATION, XXE),
    "xxe-in-a-part-that-is-not-read": lambda: typed("ppt/viewProps.xml", XXE),
    "xxe-in-types": lambda: typed("[Content_Types].xml", XXE),
    "xxe-in-relationships": lambda: typed("ppt/_rels/presentation.xml.rels", XXE),
    "laughs": lambda: typed(bombs.MASTER, LAUGHS + b"]>"),
    "xxe-in-utf-16": lambda: bombs.changed(
        bombs.MASTER, lambda xml: ("\ufeff" + XXE.decode() + "<a/>").encode("utf-16-le")
    ),
    "utf-7": lambda: bombs.changed(bombs.MASTER, lambda _: b'<?xml version="1.0" encoding="UTF-7"?><a/>'),
    "encrypted-zip": lambda: GOOD.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01\x00"),
    "compound-file": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4_000,
    "truncated": lambda: GOOD[:-30],
    "half": lambda: GOOD[: len(GOOD) // 2],
    "empty": lambda: b"",
    "text": lambda: b"not a template",
    "html": lambda: b"<!DOCTYPE html><html></html>",
    "picture": lambda: bombs.png(2, 2, rows=2),
    "empty-zip": lambda: bombs.packed({}),
    "no-types": lambda: bombs.packed({k: v for k, v in bombs.deck().items() if "Types" not in k}),
    "no-presentation": lambda: bombs.packed({k: v for k, v in bombs.deck().items() if k != bombs.PRESENTATION}),
    "damaged-member": lambda: GOOD[:200] + b"\xff" * 40 + GOOD[240:],
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_is_refused(build: Outline, case: str) -> None:
    build(TALK, {"evil.pptx": CASES[case]()}, "--to", "deck").refused("bad-template")


def arrow(kind: str, target: str, mode: str = "External") -> bytes:
    """A good template whose master has one more relationship, to a place outside."""
    name = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    line = (
        f'<Relationship Id="rId999" Type="{OFFICE}{kind}" Target="{target}" TargetMode="{mode}"/>'
    )
    return bombs.changed(
        name, lambda xml: xml.replace(b"</Relationships>", line.encode() + b"</Relationships>")
    )


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("image", "http://192.0.2.1/pixel.png"),
        ("oleObject", "file:///C:/run.xls"),
        ("hyperlink", "file:///C:/Windows/System32/cmd.exe"),
        ("hyperlink", "\\\\192.0.2.1\\share"),
    ],
)
def test_what_reaches_out_is_told(build: Outline, kind: str, target: str) -> None:
    ended = build(TALK, {"evil.pptx": arrow(kind, target)}, "--to", "deck", "--strict")
    ended.refused("template-reaches-out", "slideMaster1.xml")


def test_macros_do_not_come_along(build: Outline) -> None:
    members = bombs.deck()
    name = "ppt/_rels/presentation.xml.rels"
    vba = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    line = f'<Relationship Id="rId999" Type="{vba}" Target="vbaProject.bin"/>'.encode()
    members[name] = members[name].replace(b"</Relationships>", line + b"</Relationships>")
    members["ppt/vbaProject.bin"] = b"Sub AutoOpen()"
    types = members["[Content_Types].xml"]
    types = types.replace(b"presentation.main+xml", b"MACRO").replace(
        b"application/vnd.openxmlformats-officedocument.presentationml.MACRO",
        b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    )
    extra = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    members["[Content_Types].xml"] = types.replace(b"</Types>", extra)
    ended = build(TALK, {"evil.pptx": bombs.packed(members)}, "--to", "deck")
    ended.good()
    made = bombs.parts(ended.files["deck.pptx"])
    assert not [part for part in made if "vba" in part.lower()]
    assert b"macroEnabled" not in made["[Content_Types].xml"]


def test_a_background_that_is_a_bomb_is_not_looked_at(build: Outline) -> None:
    members = bombs.deck()
    rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
    line = f'<Relationship Id="rId999" Type="{OFFICE}image" Target="../media/bomb.png"/>'.encode()
    members[rels] = members[rels].replace(b"</Relationships>", line + b"</Relationships>")
    fill = b'<p:bg><p:bgPr><a:blipFill><a:blip r:embed="rId999"/><a:stretch/></a:blipFill><a:effectLst/></p:bgPr></p:bg>'
    members[bombs.MASTER] = re.sub(
        rb"(<p:cSld[^>]*>)(<p:bg>.*?</p:bg>)?",
        lambda found: found[1] + fill,
        members[bombs.MASTER],
        count=1,
    )
    members["ppt/media/bomb.png"] = bombs.png(12_000, 12_000, rows=12_000)
    types = members["[Content_Types].xml"]
    members["[Content_Types].xml"] = types.replace(
        b"<Default ", b'<Default Extension="png" ContentType="image/png"/><Default ', 1
    )
    ended = build(TALK, {"evil.pptx": bombs.packed(members)}, "--to", "deck")
    assert ended.code in (0, 1), ended.said
    assert "Traceback" not in ended.said
    assert "internal-error" not in ended.said


WORD = {
    "xxe": lambda: bombs.packed({**bombs.word(), "word/styles.xml": XXE + b"<a/>"}),
    "bomb": lambda: bombs.packed({**bombs.word(), "word/styles.xml": b"<a>" + MANY + b"</a>"}),
    "text": lambda: b"not a document",
    "deck": lambda: GOOD,
    "no-document": lambda: bombs.packed({k: v for k, v in bombs.word().items() if "document" not in k}),
}  # fmt: skip


@pytest.mark.parametrize("case", WORD)
def test_a_word_template_is_refused(build: Outline, case: str) -> None:
    pack = {"/templates/evil/pack.yaml": "name: evil\nextends: default\n"}
    files = {**pack, "/templates/evil/briefing.docx": WORD[case]()}
    ended = build(TALK.replace("evil.pptx", "evil"), files, "--to", "briefing")
    ended.refused("bad-template")


# -- what a pack's folder may not reach ---------------------------------------------------------


PACK = TALK.replace("evil.pptx", "evil")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("summary.md.j2", "bad-pack"),
        ("pack.yaml", "bad-pack"),
        ("briefing.docx", "bad-template"),
        ("deck.pptx", "bad-template"),
    ],
)
def test_a_link_out_of_the_folder_is_not_followed(project: Project, name: str, code: str) -> None:
    project.put(
        {"outline.yaml": PACK, "/templates/evil/pack.yaml": "name: evil\nextends: default\n"}
    )
    link = project.root / "templates" / "evil" / name
    link.unlink(missing_ok=True)
    link.symlink_to(project.secret)
    project.build("--to", "summary").refused(code)


@pytest.mark.parametrize(
    "place", ["../..", "/etc", "../evil", "evil/../..", "secret.potx", "C:\\\\x"]
)
def test_a_pack_extends_packs_alone(build: Outline, place: str) -> None:
    files = {"/templates/evil/pack.yaml": f'name: evil\nextends: "{place}"\n'}
    build(PACK, files, "--to", "summary").refused("bad-pack")


def test_a_pack_cannot_extend_itself(build: Outline) -> None:
    files = {"/templates/evil/pack.yaml": "name: evil\nextends: evil\n"}
    build(PACK, files, "--to", "summary").refused("pack-extends-itself")


@pytest.mark.parametrize(
    "yaml",
    [
        pytest.param("[" * 100_000, id="brackets"),
        pytest.param("".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9) if n else 'x'}]\n" for n in range(12)), id="alias-bomb"),
        pytest.param("a: &a [*a]\n", id="recursive"),
        pytest.param("name: !!python/object/apply:os.system [id]\n", id="tag"),
        pytest.param("x" * 2_000_000, id="large"),
        pytest.param("name: \0\n", id="nul"),
    ],
)  # fmt: skip
def test_a_packs_yaml_is_bounded(build: Outline, yaml: str) -> None:
    ended = build(PACK, {"/templates/evil/pack.yaml": yaml}, "--to", "summary")
    assert ended.code == 1
    assert "Traceback" not in ended.said
    assert "internal-error" not in ended.said
    assert "hint:" in ended.said
    assert len(ended.said) < 5_000


# -- document templates -------------------------------------------------------------------------


@pytest.mark.parametrize(
    "source",
    [
        "{% include '/etc/passwd' %}",
        "{% include '../../../secret.txt' %}",
        "{% import '../../../secret.txt' as s %}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ self._TemplateReference__context }}",
        "{{ get_flashed_messages.__globals__ }}",
        r"{{ '\ud800' }}",
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(99) }}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% set n = namespace(v='aaaaaaaaaa') %}{% for i in range(99) %}{% set n.v = n.v ~ n.v %}{% endfor %}",
    ],
)
def test_a_document_template_reaches_nothing_and_ends(build: Outline, source: str) -> None:
    files = {
        "/templates/evil/pack.yaml": "name: evil\nextends: default\n",
        "/templates/evil/summary.md.j2": source,
    }
    build(PACK, files, "--to", "summary").refused("template-error", "summary.md.j2:1")


def test_what_a_template_writes_is_no_path(build: Outline) -> None:
    files = {
        "/templates/evil/pack.yaml": "name: evil\nextends: default\n",
        "/templates/evil/briefing.md.j2": "![x](../../../secret.txt) ![y](file:///etc/passwd) "
        "<img src='../../../secret.txt'> ![z](http://192.0.2.1/a.png)\n",
    }
    ended = build(PACK, files, "--to", "briefing")
    ended.good()
    assert SECRET.encode() not in b"".join(bombs.parts(ended.files["briefing.docx"]).values())
