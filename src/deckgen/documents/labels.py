"""The few words that a document says by itself, in the talk's language."""

from __future__ import annotations

from collections.abc import Mapping

_ENGLISH = {
    "contents": "Contents",
    "key_messages": "Key messages",
    "about": "About this paper",
    "sources": "Sources",
    "source": "Source",
    "table": "Table",
    "figure": "Figure",
    "when": "When",
    "what": "What",
    "step": "Step",
    "of": "of",
    "page": "Page",
    "colon": ": ",
}
_LABELS: dict[str, dict[str, str]] = {
    "en": _ENGLISH,
    "fr": {
        "contents": "Sommaire",
        "key_messages": "Messages clés",
        "about": "À propos de ce document",
        "sources": "Sources",
        "source": "Source",
        "table": "Tableau",
        "figure": "Figure",
        "when": "Date",
        "what": "Objet",
        "step": "Étape",
        "of": "sur",
        "page": "Page",
        "colon": "\u00a0: ",
    },
    "es": {
        "contents": "Índice",
        "key_messages": "Mensajes clave",
        "about": "Acerca de este documento",
        "sources": "Fuentes",
        "source": "Fuente",
        "table": "Cuadro",
        "figure": "Figura",
        "when": "Fecha",
        "what": "Asunto",
        "step": "Paso",
        "of": "de",
        "page": "Página",
    },
    "de": {
        "contents": "Inhalt",
        "key_messages": "Kernaussagen",
        "about": "Über dieses Papier",
        "sources": "Quellen",
        "source": "Quelle",
        "table": "Tabelle",
        "figure": "Abbildung",
        "when": "Wann",
        "what": "Was",
        "step": "Schritt",
        "of": "von",
        "page": "Seite",
    },
    "ru": {
        "contents": "Содержание",
        "key_messages": "Основные тезисы",
        "about": "Об этом документе",
        "sources": "Источники",
        "source": "Источник",
        "table": "Таблица",
        "figure": "Рисунок",
        "when": "Дата",
        "what": "Событие",
        "step": "Шаг",
        "of": "из",
        "page": "Стр.",
    },
    "ar": {
        "contents": "المحتويات",
        "key_messages": "الرسائل الرئيسية",
        "about": "عن هذه الورقة",
        "sources": "المصادر",
        "source": "المصدر",
        "table": "الجدول",
        "figure": "الشكل",
        "when": "التاريخ",
        "what": "الموضوع",
        "step": "الخطوة",
        "of": "من",
        "page": "صفحة",
    },
    "zh": {
        "contents": "目录",
        "key_messages": "要点",
        "about": "关于本文",
        "sources": "资料来源",
        "source": "来源",
        "table": "表",
        "figure": "图",
        "when": "时间",
        "what": "事项",
        "step": "步骤",
        "of": "/",
        "page": "页",
        "colon": "：",
    },
}


def labels(language: str, own: Mapping[str, object]) -> dict[str, str]:
    """The words for a BCP 47 tag: the pack's `own` (by language) first, English last."""
    tag = language.lower()
    primary = tag.split("-")[0]
    found = {**_ENGLISH, **_LABELS.get(primary, {})}
    for key in dict.fromkeys((primary, tag)):
        more = own.get(key)
        if isinstance(more, Mapping):
            found |= {str(name): str(word) for name, word in more.items()}
    return found
