"""What the styles that serve each role are called, by Word and by programs that translate names.

Word writes a built-in style's English name into every file (ECMA-376 17.7.4.9) and only translates
what it shows; LibreOffice, WPS, converters and hand-made files write names as they are shown.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

NAMES: Mapping[str, tuple[str, ...]] = {
    "normal": ("Normal",),
    "body": ("Body Text", "Normal"),
    "title": ("Title",),
    "subtitle": ("Subtitle",),
    "byline": ("Cover Speaker", "Author"),
    "occasion": ("Cover Occasion", "Date"),
    "classification": ("Classification",),
    "about": ("About", "Abstract"),
    "messages-heading": ("Key Messages Heading",),
    "message": ("Key Message",),
    "contents-heading": ("TOC Heading",),
    "caption": ("caption",),
    "figure": ("Figure",),
    "quote": ("Quote", "Block Text"),
    "attribution": ("Quote Attribution",),
    "code": ("Source Code", "Code", "HTML Preformatted"),
    "note": ("Source Note",),
    "source": ("Bibliography",),
    "table-text": ("Table Text",),
    "dense-table-text": ("Dense Table Text",),
    "formula": ("Formula",),
    "footnote-text": ("footnote text",),
    "footnote-reference": ("footnote reference",),
    "endnote-text": ("endnote text",),
    "endnote-reference": ("endnote reference",),
    "list-entry": ("table of figures",),
    "link": ("Hyperlink",),
    "code-words": ("Verbatim Char", "Code Character"),
    "caption-label": ("Caption Label",),
    "table": ("Paper Table",),
    "timeline": ("Timeline Table",),
    "gallery": ("Gallery Table",),
    "plain-heading": ("Heading Unnumbered",),
    **{f"heading{n}": (f"heading {n}",) for n in range(1, 7)},
    **{f"contents{n}": (f"toc {n}",) for n in range(1, 4)},
    "bullet1": ("List Bullet",),
    "number1": ("List Number",),
    "continue1": ("List Continue",),
    **{f"bullet{n}": (f"List Bullet {n}",) for n in (2, 3)},
    **{f"number{n}": (f"List Number {n}",) for n in (2, 3)},
    **{f"continue{n}": (f"List Continue {n}",) for n in (2, 3)},
}

# Word's own among the names above; all others are a document's own styles (17.7.4.17).
BUILT_IN = frozenset(
    name.lower()
    for role in (
        "normal", "body", "title", "subtitle", "contents-heading", "caption", "quote", "source",
        "footnote-text", "footnote-reference", "endnote-text", "endnote-reference", "list-entry",
        "link",
        *(f"heading{n}" for n in range(1, 7)),
        *(f"{kind}{n}" for kind in ("contents", "bullet", "number", "continue") for n in (1, 2, 3)),
    )
    for name in NAMES[role]
)  # fmt: skip

_HEADINGS = (
    "Überschrift #", "Titre #", "Título #", "Titolo #", "Kop #", "Rubrik #", "Overskrift #",
    "Otsikko #", "Nagłówek #", "Nadpis #", "Заголовок #", "Başlık #", "Címsor #", "Titlu #",
    "Naslov #", "Επικεφαλίδα #", "Antraštė #", "Virsraksts #", "Pealkiri #", "Encabezado #",
    "Cabeçalho #", "見出し #", "标题 #", "標題 #", "제목 #", "عنوان #", "العنوان #", "כותרת #",
    "หัวเรื่อง #", "Đầu đề #", "#级标题", "章标题 #", "H#",
)  # fmt: skip
_CONTENTS = (
    "Verzeichnis #", "Inhaltsverzeichnis #", "TM #", "TDC #", "Sumário #", "Índice #", "Sommario #",
    "Inhopg #", "Innehåll #", "Indholdsfortegnelse #", "INNH #", "Sisluet #", "Spis treści #",
    "Obsah #", "Оглавление #", "目录 #", "目錄 #", "目次 #", "목차 #", "Contents #",
)  # fmt: skip
_BULLETS = (
    "Aufzählungszeichen #", "Listenpunkt #", "Liste à puces #", "Lista con viñetas #",
    "Lista com marcadores #", "Commarcadores #", "Punto elenco #", "Elenco puntato #",
    "Lijst opsom.teken #", "Punktlista #", "Punktliste #", "Lista punktowana #",
    "Маркированный список #", "列表项目符号 #", "项目符号 #", "箇条書き #", "글머리 기호 #",
)  # fmt: skip
_NUMBERS = (
    "Listennummer #", "Liste à numéros #", "Lista con números #", "Lista numerada #",
    "Numerada #", "Numero elenco #", "Elenco numerato #", "Lijstnummering #", "Numrerad lista #",
    "Opstilling - tal #", "Nummerert liste #", "Lista numerowana #", "Нумерованный список #",
    "列表编号 #", "段落番号 #", "번호 매기기 #",
)  # fmt: skip
_TRANSLATED: Mapping[str, tuple[str, ...]] = {
    "normal": (
        "Standard", "Estándar", "Normale", "Standaard", "Normalny", "Обычный", "Normál", "正文",
        "標準", "内文", "본문", "Normaali", "Κανονικό", "Default Paragraph Style", "Default",
    ),
    "body": (
        "Textkörper", "Corps de texte", "Texto independiente", "Corpo de texto", "Corpo testo",
        "Corpo del testo", "Platte tekst", "Brödtext", "Brødtekst", "Leipäteksti",
        "Tekst podstawowy", "Základní text", "Основной текст", "Gövde Metni", "Szövegtörzs",
        "正文文本", "本文", "Textbody", "Text body",
    ),
    "title": (
        "Titel", "Titre", "Título", "Titolo", "Rubrik", "Tittel", "Otsikko", "Tytuł", "Název",
        "Название", "Konu Başlığı", "Cím", "标题", "標題", "表題", "제목", "Τίτλος", "العنوان",
        "题目", "大标题", "公文标题", "文档标题",
    ),
    "subtitle": (
        "Untertitel", "Sous-titre", "Subtítulo", "Sottotitolo", "Ondertitel", "Underrubrik",
        "Undertitel", "Undertittel", "Alaotsikko", "Podtytuł", "Podtitul", "Подзаголовок",
        "Alt Konu Başlığı", "Alcím", "副标题", "副標題", "副題", "부제",
    ),
    "byline": ("Autor", "Auteur", "Autore", "Verfasser", "作者", "Speaker", "署名"),
    "occasion": ("Datum", "Fecha", "日期", "日付"),
    "contents-heading": (
        "Inhaltsverzeichnisüberschrift", "En-tête de table des matières", "Título de TDC",
        "Contents Heading", "Titolo sommario", "TOC 标题", "TOC 标题1", "目录标题", "目次の見出し",
        "Заголовок оглавления", "Kopvaninhoudsopgave", "Innehållsförteckningsrubrik",
    ),
    "caption": (
        "Beschriftung", "Légende", "Descripción", "Legenda", "Didascalia", "Bijschrift",
        "Beskrivning", "Billedtekst", "Bildetekst", "Titulek", "Название объекта", "题注", "標號",
        "図表番号", "캡션", "Leyenda", "Table Caption", "Image Caption",
    ),
    "quote": (
        "Zitat", "Citation", "Cita", "Citação", "Citazione", "Citaat", "Citat", "Sitat", "Cytat",
        "Цитата", "引用", "인용", "引文", "Quotations",
    ),
    "code": ("Quelltext", "Preformatted Text", "HTML 预设格式", "代码", "Listing"),
    "source": ("Literaturverzeichnis", "Bibliographie", "Bibliografía", "参考文献", "书目"),
    "footnote-text": (
        "Fußnotentext", "Note de bas de page", "Texto nota pie", "Texto de nota de rodapé",
        "Testo nota a piè di pagina", "Voetnoottekst", "Fotnotstext", "Tekst przypisu dolnego",
        "Текст сноски", "脚注文本", "脚注文字列", "Footnote",
    ),
    "footnote-reference": (
        "Fußnotenzeichen", "Appel note de bas de p.", "Ref. de nota al pie",
        "Ref. de nota de rodapé", "Rimando nota a piè di pagina", "Voetnootmarkering",
        "Знак сноски", "脚注引用", "脚注参照", "Footnote Symbol", "Footnote Characters",
    ),
    "link": (
        "Lien hypertexte", "Hipervínculo", "Hiperlink", "Collegamento ipertestuale", "Hyperlänk",
        "Hiperłącze", "Гиперссылка", "超链接", "ハイパーリンク", "Internet link", "Internet Link",
    ),
    "table-text": ("Tabellentext", "Table Contents", "表格文字", "Compact"),
    **{f"heading{n}": tuple(name.replace("#", str(n)) for name in _HEADINGS) for n in range(1, 7)},
    **{f"contents{n}": tuple(name.replace("#", str(n)) for name in _CONTENTS) for n in (1, 2, 3)},
    **{
        f"{kind}{n}": tuple(name.replace("#", str(n) if n > 1 else "") for name in names)
        for kind, names in (("bullet", _BULLETS), ("number", _NUMBERS))
        for n in (1, 2, 3)
    },
}  # fmt: skip

_BETWEEN = re.compile(r"[\s_\-‐-―]+")


def folded(name: str) -> str:
    """A name as it is compared: case, blanks and hyphens do not count."""
    return _BETWEEN.sub("", name).casefold()


def translated(role: str) -> tuple[str, ...]:
    """What the role's style is called where names are written as they are shown."""
    return _TRANSLATED.get(role, ())
