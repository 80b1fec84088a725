"""What layouts are called, in the languages that templates come in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

# Stems by role. In alphabets a stem begins a word, and a short one is the whole word; `=` asks for
# the whole name. Elsewhere a stem counts wherever it stands.
_STEMS: dict[str, tuple[str, ...]] = {
    "title": (
        "title slide", "titelfolie", "titelseite", "diapositive de titre", "diapositiva de titulo",
        "slide de titulo", "diapositiva titolo", "titeldia", "titelbild", "rubrikbild",
        "titulnyi slaid", "titulnii slaid", "титульный слайд", "标题幻灯片", "標題投影片",
        "タイトル スライド", "제목 슬라이드", "شريحة عنوان", "slajd tytulowy", "cover",
        "deckblatt", "couverture", "portada", "capa", "封面", "表紙", "표지", "opening",
    ),
    "agenda": (
        "agenda", "outline", "table of contents", "=contents", "toc", "gliederung", "inhaltsverz",
        "inhaltsuber", "=inhalt", "sommaire", "indice",
        "sumario", "ordre du jour", "orden del dia", "содержание", "повестка", "目录", "目錄",
        "议程", "議程", "目次", "アジェンダ", "목차", "جدول الأعمال", "المحتويات",
    ),
    "section": (
        "section", "abschnitt", "kapitel", "chapter", "divider", "trenner", "zwischentitel",
        "encabezado de seccion", "titre de section", "cabecalho da secao", "intestazione sezione",
        "заголовок раздела", "раздел", "节标题", "節標題", "章節", "セクション", "구역 머리글",
        "عنوان المقطع", "sektion", "sectie",
    ),
    "content": (
        "title and content", "title, content", "titel und inhalt", "titre et contenu",
        "titulo y objetos", "titulo y contenido", "titulo e conteudo", "titolo e contenuto",
        "заголовок и объект", "标题和内容", "標題及物件", "標題及內容", "タイトルとコンテンツ",
        "제목 및 내용", "عنوان ومحتوى", "title + content", "rubrik och innehall", "bullets",
        "title & content", "titel en object",
    ),
    "statement": (
        "statement", "key message", "kernaussage", "big idea", "aussage", "message cle",
        "mensaje clave", "hervorhebung", "big number", "要点", "결론",
    ),
    "quote": (
        "quote", "quotation", "zitat", "citation", "cita", "citacao", "citazione", "цитата",
        "引用", "引言", "引述", "인용", "اقتباس",
    ),
    "comparison": (
        "comparison", "compare", "vergleich", "comparaison", "comparacion", "comparacao",
        "confronto", "сравнение", "比较", "比較", "비교", "مقارنة", "jamforelse", "vergelijking",
    ),
    "columns": (
        "two content", "two column", "columns", "zwei inhalte", "deux contenus", "dos objetos",
        "dos contenidos", "dois conteudos", "due contenuti", "два объекта", "两栏内容", "兩個物件",
        "兩欄", "2 つのコンテンツ", "콘텐츠 2개", "محتويان", "spalten", "colonnes", "columnas",
    ),
    "diagram": (
        "title only", "nur titel", "titre seul", "solo el titulo", "somente titulo",
        "apenas titulo", "solo titolo", "только заголовок", "仅标题", "只有標題",
        "タイトルのみ", "제목만", "عنوان فقط", "diagram", "smartart",
    ),
    "picture": (
        "picture", "image", "photo", "bild", "imagen", "imagem", "immagine", "рисун", "图片",
        "圖片", "図", "그림", "صورة", "foto",
    ),
    "gallery": ("gallery", "galerie", "galeria", "photos", "pictures", "bilder", "画廊", "图库"),
    "table": ("table", "tabelle", "tableau", "tabla", "tabela", "tabella", "таблица", "表格", "表"),
    "chart": (
        "chart", "graph", "diagramm", "graphique", "grafico", "диаграмма", "图表", "圖表", "グラフ",
        "차트",
    ),
    "code": ("code", "listing", "quelltext", "codigo", "代码", "コード"),
    "math": ("formula", "equation", "formel", "formule", "ecuacion", "公式", "数式"),
    "closing": (
        "closing", "thank", "danke", "vielen dank", "schluss", "merci", "gracias", "obrigad",
        "grazie", "спасибо", "谢谢", "致谢", "謝謝", "感谢", "ありがとう", "감사", "شكر",
        "contact", "kontakt", "the end", "ende", "back cover", "end slide", "abschluss", "q&a",
        "questions",
    ),
}  # fmt: skip


def folded(name: str) -> str:
    """The name in lower case, without accents and with spaces between words, for comparing."""
    parts = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return "".join(each for each in parts if not unicodedata.combining(each))


# Letters with a stroke, and the one without its dot, are no letters with accents to Unicode.
_PLAIN = str.maketrans("łøđı_", "lodi ")


_WORDS = {
    role: tuple((folded(stem.removeprefix("=")), stem) for stem in stems)
    for role, stems in _STEMS.items()
}


@lru_cache(maxsize=1024)
def named_for(name: str) -> Mapping[str, int]:
    """The roles that a layout's name speaks of, and how much of the name says so."""
    whole = folded(name)
    found: dict[str, int] = {}
    for role, words in _WORDS.items():
        # Expressions are compiled for the few words that are there at all.
        lengths = [_said(word, stem, whole) for word, stem in words if word in whole]
        if any(lengths):
            found[role] = max(lengths)
    return MappingProxyType(found)


def opens(name: str) -> bool:
    """Whether a layout's name says before all that it opens a talk."""
    names = named_for(name)
    return "title" in names and names["title"] == max(names.values())


def _said(word: str, stem: str, whole: str) -> int:
    """How much of a whole name a stem says."""
    match = _pattern(word, stem).search(whole)
    return len(match[0]) if match else 0


@cache
def _pattern(word: str, stem: str) -> re.Pattern[str]:
    escaped = re.escape(word)
    if stem.startswith("="):
        return re.compile(rf"\A\s*{escaped}\s*\Z")
    if not stem[0].isascii():
        return re.compile(escaped)
    return re.compile(rf"\b{escaped}(?:s|\b)" if len(stem) <= 5 else rf"\b{escaped}")
