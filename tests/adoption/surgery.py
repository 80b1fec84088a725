"""Changes to a template's parts: how odd templates are made from sound ones."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from pptx import Presentation

PACKS = Path(__file__).parents[2] / "templates"
MASTER = "ppt/slideMasters/slideMaster1.xml"
PRESENTATION = "ppt/presentation.xml"
THEME = "ppt/theme/theme1.xml"
TYPES = "[Content_Types].xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
KIND = "application/vnd.openxmlformats-officedocument.presentationml."

Parts = dict[str, bytes]
Change = Callable[[Parts], None]


def usual() -> Parts:
    """python-pptx's own template: 4:3, one master, eleven layouts."""
    file = io.BytesIO()
    Presentation().save(file)
    return unpacked(file.getvalue())


def wide(pack: str = "default") -> Parts:
    """The deck of one of deckgen's packs, as if somebody else had made it."""
    return unpacked((PACKS / pack / "deck.pptx").read_bytes())


def unpacked(data: bytes) -> Parts:
    with ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts) -> bytes:
    file = io.BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return file.getvalue()


def changed(parts: Parts, *changes: Change) -> bytes:
    """The template after all changes."""
    for change in changes:
        change(parts)
    return packed(parts)


def layouts(parts: Parts) -> list[str]:
    """The layouts' parts, in the order of their numbers."""
    found = [name for name in parts if re.fullmatch(r"ppt/slideLayouts/slideLayout\d+\.xml", name)]
    return sorted(found, key=lambda name: int(re.findall(r"\d+", name)[-1]))


def sheets(parts: Parts) -> list[str]:
    return [
        *layouts(parts),
        *(name for name in parts if re.fullmatch(r"ppt/slideMasters/\w+\.xml", name)),
    ]


def edit(parts: Parts, names: Iterable[str], pattern: str, new: str, *, count: int = 0) -> None:
    """Replace a pattern in parts; it has to be there somewhere."""
    hits = 0
    for name in names:
        text, found = re.subn(pattern, new, parts[name].decode(), count=count, flags=re.DOTALL)
        parts[name] = text.encode()
        hits += found
    assert hits, f"nothing to change: {pattern}"


def relate(parts: Parts, part: str, kind: str, target: str, name: str = "") -> str:
    """A new relationship of a part; gives its id."""
    folder, _, file = part.rpartition("/")
    source = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
    name = name or f"rIdOdd{parts[source].count(b'<Relationship ')}"
    arrow = f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'
    parts[source] = parts[source].replace(b"</Relationships>", arrow.encode() + b"</Relationships>")
    return name


def typed(parts: Parts, part: str, kind: str) -> None:
    entry = f'<Override PartName="/{part}" ContentType="{kind}"/></Types>'
    parts[TYPES] = parts[TYPES].replace(b"</Types>", entry.encode())


def without_shapes(text: str, kinds: str) -> str:
    """A sheet without its placeholders of these types (a pattern)."""
    shapes = re.split(r"(<p:sp>.*?</p:sp>)", text, flags=re.DOTALL)
    wanted = re.compile(rf"<p:ph\b(?=[^>]*({kinds}))")
    return "".join(
        each for each in shapes if not (each.startswith("<p:sp>") and wanted.search(each))
    )


def drop(kinds: str, names: Iterable[int] = ()) -> Change:
    """Take placeholders of these types out of layouts (by number, all by default)."""

    def change(parts: Parts) -> None:
        some = [layouts(parts)[at - 1] for at in names] or sheets(parts)
        for name in some:
            parts[name] = without_shapes(parts[name].decode(), kinds).encode()

    return change


def keep_layouts(count: Iterable[int]) -> Change:
    """Leave only some layouts, by number."""
    kept = set(count)

    def change(parts: Parts) -> None:
        for at, name in enumerate(layouts(parts), 1):
            if at in kept:
                continue
            file = name.rpartition("/")[2]
            del parts[name], parts[f"ppt/slideLayouts/_rels/{file}.rels"]
            edit(parts, [TYPES], rf'<Override [^>]*PartName="/{name}"[^>]*/>', "")
            rels = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
            arrow = re.search(rf'<Relationship [^>]*{file}"[^>]*/>', parts[rels].decode())
            assert arrow is not None
            identity = re.search(r'\bId="([^"]+)"', arrow[0])
            assert identity is not None
            parts[rels] = parts[rels].replace(arrow[0].encode(), b"")
            edit(parts, [MASTER], rf'<p:sldLayoutId [^>]*r:id="{identity[1]}"[^>]*/>', "")
        if not kept:
            edit(parts, [MASTER], r"<p:sldLayoutIdLst>\s*</p:sldLayoutIdLst>", "")

    return change


def more_layouts(total: int, model: int = 2) -> Change:
    """Repeat a layout until there are so many."""

    def change(parts: Parts) -> None:
        source = layouts(parts)[model - 1]
        rels = parts[f"ppt/slideLayouts/_rels/{source.rpartition('/')[2]}.rels"]
        entries = ""
        for at in range(len(layouts(parts)) + 1, total + 1):
            name = f"ppt/slideLayouts/slideLayout{at}.xml"
            parts[name] = re.sub(
                rb'<p:cSld name="[^"]*"', f'<p:cSld name="Layout {at}"'.encode(), parts[source]
            )
            parts[f"ppt/slideLayouts/_rels/slideLayout{at}.xml.rels"] = rels
            typed(parts, name, KIND + "slideLayout+xml")
            arrow = relate(
                parts, MASTER, OFFICE + "slideLayout", f"../slideLayouts/slideLayout{at}.xml"
            )
            entries += f'<p:sldLayoutId id="{2147490000 + at}" r:id="{arrow}"/>'
        edit(parts, [MASTER], "</p:sldLayoutIdLst>", entries + "</p:sldLayoutIdLst>")

    return change


def second_master(parts: Parts) -> None:
    """The same master again, with layouts of the same names and a theme of its own."""
    parts["ppt/theme/theme9.xml"] = parts[THEME]
    typed(parts, "ppt/theme/theme9.xml", "application/vnd.openxmlformats-officedocument.theme+xml")
    master = parts[MASTER].decode()
    rels = parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"].decode()
    rels = rels.replace("theme1.xml", "theme9.xml")
    for at, name in enumerate(layouts(parts), 1):
        file = name.rpartition("/")[2]
        new = f"ppt/slideLayouts/slideLayout{at + 500}.xml"
        parts[new] = parts[name]
        link = parts[f"ppt/slideLayouts/_rels/{file}.rels"].replace(
            b"slideMaster1.xml", b"slideMaster2.xml"
        )
        parts[f"ppt/slideLayouts/_rels/slideLayout{at + 500}.xml.rels"] = link
        typed(parts, new, KIND + "slideLayout+xml")
        rels = rels.replace(f"/{file}", f"/slideLayout{at + 500}.xml")
    numbers = iter(range(2147495001, 2147495999))
    master = re.sub(
        r'(<p:sldLayoutId [^>]*?)\bid="\d+"', lambda m: f'{m[1]}id="{next(numbers)}"', master
    )
    parts["ppt/slideMasters/slideMaster2.xml"] = master.encode()
    parts["ppt/slideMasters/_rels/slideMaster2.xml.rels"] = rels.encode()
    typed(parts, "ppt/slideMasters/slideMaster2.xml", KIND + "slideMaster+xml")
    arrow = relate(parts, PRESENTATION, OFFICE + "slideMaster", "slideMasters/slideMaster2.xml")
    edit(
        parts, [PRESENTATION], "</p:sldMasterIdLst>",
        f'<p:sldMasterId id="2147495000" r:id="{arrow}"/></p:sldMasterIdLst>',
    )  # fmt: skip


def resized(width: int, height: int) -> Change:
    """The slide in another size, every placeholder stretched with it."""

    def change(parts: Parts) -> None:
        found = re.search(r'<p:sldSz [^>]*cx="(\d+)"[^>]*cy="(\d+)"', parts[PRESENTATION].decode())
        assert found is not None
        across, down = width / int(found[1]), height / int(found[2])
        edit(parts, [PRESENTATION], r"<p:sldSz [^>]*>", f'<p:sldSz cx="{width}" cy="{height}"/>')
        for name in sheets(parts):
            text = parts[name].decode()
            for pair, names in (("off", "xy"), ("ext", ("cx", "cy"))):
                pattern = rf'<a:{pair} {names[0]}="(-?\d+)" {names[1]}="(-?\d+)"/>'
                text = re.sub(
                    pattern,
                    lambda m, p=pair, n=names: (
                        f'<a:{p} {n[0]}="{round(int(m[1]) * across)}" {n[1]}="{round(int(m[2]) * down)}"/>'
                    ),
                    text,
                )
            parts[name] = text.encode()

    return change
