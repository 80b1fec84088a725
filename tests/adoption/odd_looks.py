"""Templates that look odd: sizes, names, placeholders, colours, type."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

from PIL import Image
from tests.adoption.surgery import (
    MASTER,
    OFFICE,
    THEME,
    Change,
    Parts,
    changed,
    drop,
    edit,
    keep_layouts,
    layouts,
    relate,
    resized,
    sheets,
    usual,
    wide,
)

INCH = 914_400
NAMES = {
    "german": ("Titelfolie", "Titel und Inhalt", "Abschnittsüberschrift", "Zwei Inhalte", "Vergleich",
               "Nur Titel", "Leer", "Inhalt mit Überschrift", "Bild mit Überschrift", "Titel, vertikaler Text",
               "Vertikaler Titel"),
    "chinese": ("标题幻灯片", "标题和内容", "节标题", "两栏内容", "比较", "仅标题", "空白", "内容与标题", "图片与标题",
                "标题和竖排文字", "竖排标题与文本"),
    "arabic": ("شريحة عنوان", "عنوان ومحتوى", "عنوان المقطع", "محتويان", "مقارنة", "عنوان فقط", "فارغ",
               "محتوى مع تسمية توضيحية", "صورة مع تسمية توضيحية", "عنوان ونص عمودي", "عنوان عمودي ونص"),
    "portuguese": ("Slide de título", "Título e conteúdo", "Cabeçalho da seção", "Dois conteúdos",
                   "Comparação", "Somente título", "Em branco", "Conteúdo com legenda", "Imagem com legenda",
                   "Título e texto vertical", "Texto e título verticais"),
    "alike": ("Layout",) * 11,
    "google": ("TITLE", "TITLE_AND_BODY", "SECTION_HEADER", "TITLE_AND_TWO_COLUMNS", "CUSTOM_1",
               "TITLE_ONLY", "BLANK", "ONE_COLUMN_TEXT", "CAPTION_ONLY", "MAIN_POINT", "BIG_NUMBER"),
}  # fmt: skip


def named(language: str) -> Change:
    """Layouts without types, with names of another language."""

    def change(parts: Parts) -> None:
        for name, new in zip(layouts(parts), NAMES[language], strict=True):
            edit(parts, [name], r'(<p:sldLayout\b[^>]*?) type="[^"]*"', r"\1")
            edit(parts, [name], r'<p:cSld name="[^"]*"', f'<p:cSld name="{new}"')

    return change


def ground(fill: str) -> Change:
    """Another background on the master; its text keeps the colours it has."""

    def change(parts: Parts) -> None:
        new = f"<p:bg><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
        edit(parts, [MASTER], r"<p:bg>.*?</p:bg>", new)

    return change


def picture(colour: tuple[int, int, int]) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (160, 90), colour).save(file, "PNG")
    return file.getvalue()


def with_picture(parts: Parts) -> str:
    """A dark picture that the master can show; gives the relationship's id."""
    parts["ppt/media/odd.png"] = picture((20, 24, 60))
    types = parts["[Content_Types].xml"]
    if b'Extension="png"' not in types:
        default = b'<Default Extension="png" ContentType="image/png"/>'
        parts["[Content_Types].xml"] = types.replace(b"<Default ", default + b"<Default ", 1)
    return relate(parts, MASTER, OFFICE + "image", "../media/odd.png")


def on_picture(parts: Parts) -> None:
    arrow = with_picture(parts)
    ground(
        f'<a:blipFill><a:blip r:embed="{arrow}"/><a:stretch><a:fillRect/></a:stretch></a:blipFill>'
    )(parts)


def logo(parts: Parts) -> None:
    """A picture over the right end of the title, as many corporate masters have it."""
    arrow = with_picture(parts)
    shape = (
        '<p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{arrow}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>'
        f'<a:xfrm><a:off x="{7 * INCH}" y="{INCH // 2}"/><a:ext cx="{2 * INCH}" cy="{INCH // 2}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>'
    )
    edit(parts, [MASTER], "</p:spTree>", shape)


def turned_colours(parts: Parts) -> None:
    """Light text on a dark ground by the layouts' own colour maps."""
    accents = " ".join(f'accent{at}="accent{at}"' for at in range(1, 7))
    new = (
        '<p:clrMapOvr><a:overrideClrMapping bg1="dk1" tx1="lt1" bg2="dk2" tx2="lt2" '
        f'{accents} hlink="hlink" folHlink="folHlink"/></p:clrMapOvr>'
    )
    edit(parts, layouts(parts), r"<p:clrMapOvr>.*?</p:clrMapOvr>", new)


def style(which: str, pattern: str, new: str) -> Change:
    """A change within the master's title or body style."""

    def change(parts: Parts) -> None:
        text = parts[MASTER].decode()
        found = re.search(rf"<p:{which}Style>.*?</p:{which}Style>", text, re.DOTALL)
        assert found is not None
        new_style, count = re.subn(pattern, new, found[0])
        assert count
        parts[MASTER] = text.replace(found[0], new_style).encode()

    return change


def bodies(properties: str) -> Change:
    """Other body properties for the layouts' text."""

    def change(parts: Parts) -> None:
        pattern = r"(<p:ph (?:idx|type=\"body)[^>]*/></p:nvPr></p:nvSpPr>.{0,300}?)<a:bodyPr\s*/>"
        edit(parts, layouts(parts), pattern, rf"\1<a:bodyPr {properties}/>")

    return change


def boxed(
    number: int, kind: str, box: tuple[float, float, float, float], rotation: int = 0
) -> Change:
    """A layout's placeholder (by a pattern for its `ph`) in another place, in inches."""

    def change(parts: Parts) -> None:
        name = layouts(parts)[number - 1]
        x, y, cx, cy = (round(side * INCH) for side in box)
        turn = f' rot="{rotation}"' if rotation else ""
        place = f'<p:spPr><a:xfrm{turn}><a:off x="{x}" y="{y}"/><a:ext cx="{cx}" cy="{cy}"/></a:xfrm></p:spPr>'
        edit(parts, [name], rf"(<p:ph\b[^>]*{kind}[^>]*/></p:nvPr></p:nvSpPr>)<p:spPr\s*(?:/>|>.*?</p:spPr>)",
             rf"\1{place}", count=1)  # fmt: skip

    return change


def nowhere(parts: Parts) -> None:
    """Placeholders that say nowhere where they stand, in the layouts and in the master."""
    edit(parts, sheets(parts), r"<a:xfrm>.*?</a:xfrm>", "")


def faces(name: str) -> Change:
    return lambda parts: edit(
        parts, [THEME], r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{name}"'
    )


SOLID = '<a:solidFill><a:srgbClr val="{}"/></a:solidFill>'
GRADIENT = (
    '<a:gradFill rotWithShape="1"><a:gsLst><a:gs pos="0"><a:srgbClr val="101830"/></a:gs><a:gs pos="100000">'
    '<a:srgbClr val="304878"/></a:gs></a:gsLst><a:lin ang="5400000" scaled="0"/></a:gradFill>'
)
CAPS = r"(<a:defRPr [^>]*?)(?=>)"

LOOKS: dict[str, Callable[[], bytes]] = {
    **{f"names-{key}": lambda key=key: changed(usual(), named(key)) for key in NAMES},
    "usual": lambda: changed(usual()),
    "own-default": lambda: changed(wide()),
    "own-night": lambda: changed(wide("night")),
    "a4": lambda: changed(usual(), resized(9_906_000, 6_858_000)),
    "portrait": lambda: changed(usual(), resized(7_559_675, 10_691_813)),
    "small": lambda: changed(usual(), resized(9_144_000, 5_143_500)),
    "small-google": lambda: changed(usual(), resized(9_144_000, 5_143_500), named("google"), drop("dt|ftr")),
    "tiny": lambda: changed(usual(), resized(4_572_000, 2_571_750)),
    "huge": lambda: changed(usual(), resized(36_576_000, 20_574_000)),
    "square": lambda: changed(usual(), resized(7_200_000, 7_200_000)),
    "banner": lambda: changed(usual(), resized(18_288_000, 4_572_000)),
    "wide-small": lambda: changed(wide(), resized(9_144_000, 5_143_500)),
    "no-title-anywhere": lambda: changed(usual(), drop("title|ctrTitle")),
    "no-title-on-content": lambda: changed(usual(), drop("title", [2, 6])),
    "title-slide-alone": lambda: changed(usual(), drop("subTitle", [1])),
    "no-bodies": lambda: changed(usual(), drop('body|obj|idx="(?:1|2|13|14)"')),
    "no-feet": lambda: changed(usual(), drop("dt|ftr|sldNum")),
    "no-pictures": lambda: changed(usual(), drop("pic")),
    "only-blank": lambda: changed(usual(), keep_layouts([7])),
    "only-title-slide": lambda: changed(usual(), keep_layouts([1])),
    "only-vertical": lambda: changed(usual(), keep_layouts([10, 11])),
    "only-picture": lambda: changed(usual(), keep_layouts([9])),
    "only-section": lambda: changed(usual(), keep_layouts([3])),
    "dark": lambda: changed(usual(), ground(SOLID.format("141A2E"))),
    "dark-gradient": lambda: changed(usual(), ground(GRADIENT)),
    "dark-picture": lambda: changed(usual(), on_picture),
    "middle-grey": lambda: changed(usual(), ground(SOLID.format("808080"))),
    "coloured": lambda: changed(usual(), ground(SOLID.format("C0504D"))),
    "turned-colours": lambda: changed(usual(), turned_colours),
    "logo": lambda: changed(usual(), logo),
    "vertical-text": lambda: changed(usual(), bodies('vert="eaVert"')),
    "turned-title": lambda: changed(usual(), boxed(2, "title", (-2, 3, 6, 1), 16_200_000)),
    "wide-insets": lambda: changed(usual(), bodies('lIns="914400" rIns="914400" tIns="182880" bIns="182880"')),
    "anchored-low": lambda: changed(usual(), bodies('anchor="b"')),
    "small-body": lambda: changed(usual(), boxed(2, 'idx="1"', (1, 3, 2, 0.8))),
    "narrow-title": lambda: changed(usual(), boxed(2, "title", (0.5, 1, 1.6, 4))),
    "low-title": lambda: changed(usual(), boxed(2, "title", (0.5, 0.2, 9, 0.35))),
    "off-slide": lambda: changed(usual(), boxed(2, 'idx="1"', (-1, 2, 12, 9))),
    "far-off": lambda: changed(usual(), boxed(1, 'idx="1"', (20, 2, 3, 2))),
    "nowhere": lambda: changed(usual(), nowhere),
    "caps": lambda: changed(usual(), style("title", r"(<a:defRPr )", r'\1cap="all" b="1" spc="300" ')),
    "no-bullets": lambda: changed(usual(), style("body", r"<a:buChar[^>]*/>", "<a:buNone/>")),
    "large-body": lambda: changed(usual(), style("body", r'sz="\d+"', 'sz="4400"')),
    "large-title": lambda: changed(usual(), style("title", r'sz="\d+"', 'sz="9600"')),
    "small-type": lambda: changed(usual(), style("body", r'sz="\d+"', 'sz="900"')),
    "right-to-left": lambda: changed(usual(), style("body", r'algn="l"([^>]*) rtl="0"', r'algn="r"\1 rtl="1"')),
    "loose": lambda: changed(usual(), style("body", r"<a:spcBef>.*?</a:spcBef>",
        '<a:lnSpc><a:spcPct val="180000"/></a:lnSpc><a:spcBef><a:spcPts val="3600"/></a:spcBef>')),
    "exact-lines": lambda: changed(usual(), style("body", r"<a:spcBef>.*?</a:spcBef>",
        '<a:lnSpc><a:spcPts val="6000"/></a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef>')),
    "nameless-faces": lambda: changed(usual(), faces("")),
    "unknown-faces": lambda: changed(usual(), faces("Quuxian Grotesk Display")),
    "unknown-serif": lambda: changed(usual(), faces("Bookman Old Style")),
    "chinese-faces": lambda: changed(usual(), faces("微软雅黑")),
}  # fmt: skip
