"""Which column of a table holds what: by the user's mapping, by usual names, or by number where there is no header."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workbench.ingest.item import Item
from workbench.ingest.options import UnreadableError
from workbench.ingest.text import one_line

USUAL_NAMES = {
    "id": ("id", "_id", "doc_id", "identifier"),
    "text": (
        *("text", "body", "content", "contents", "articlebody", "passage", "claim"),
        *("aussage", "behauptung", "texte", "déclaration", "affirmation", "texto", "declaración", "afirmación"),
        *("declaração", "afirmação", "testo", "dichiarazione", "affermazione", "tekst", "bewering", "påstående"),
        *("wypowiedź", "stwierdzenie", "текст", "утверждение", "твердження", "النص", "الادعاء", "पाठ", "दावा"),
        *("本文", "テキスト", "主張", "正文", "文本"),
    ),
    "title": (
        *("title", "headline", "name", "titel", "überschrift", "titre", "título", "titular", "titolo", "rubrik"),
        *("tytuł", "заголовок", "العنوان", "शीर्षक", "タイトル", "見出し", "标题", "標題"),
    ),
    "url": ("url", "link", "address", "source_url", "lien", "enlace", "länk", "ссылка", "посилання", "الرابط", "链接"),
    "publisher": (
        *("publisher", "source", "site", "outlet", "quelle", "fuente", "fonte", "bron", "källa", "źródło"),
        *("источник", "джерело", "المصدر", "स्रोत", "出典", "来源", "來源"),
    ),
    "author": (
        *("author", "authors", "byline", "speaker", "claimant", "autor", "autorin", "sprecher", "sprecherin", "auteur"),
        *("autore", "autora", "författare", "автор", "الكاتب", "लेखक", "著者", "作者"),
    ),
    "published": (
        *("published", "date", "publish_date", "published_at", "datepublished", "pubdate", "datum"),
        *("veröffentlicht", "erschienen", "publié", "fecha", "publicado", "data", "pubblicato", "gepubliceerd"),
        *("publicerad", "дата", "التاريخ", "तारीख", "日付", "日期"),
    ),
    "archive_url": ("archive_url", "archive"),
    "language": ("language", "lang", "sprache", "langue", "idioma", "lingua", "taal", "språk", "język", "язык", "мова"),
}
"""Field → the names that a column with it usually has."""

_INSTEAD = (
    *("abstract", "summary", "description", "excerpt", "snippet", "notes", "zusammenfassung", "beschreibung", "résumé"),
    *(
        "resumen",
        "descripción",
        "resumo",
        "descrição",
        "riassunto",
        "descrizione",
        "samenvatting",
        "streszczenie",
        "opis",
    ),
)
"""Names of columns that hold the words of a row where none holds its text."""
_WORDS_OF_TEXT = 8

HEADER_ROWS = 10
"""Rows at the top of a table among which its header may stand, below a title."""

LISTED = 20
"""Columns that are named where one is missing."""


def words_instead(row: Mapping[str, Any], columns: Mapping[str, str]) -> tuple[str, str] | None:
    """The column that holds the words of a row without a text, and them: an abstract, else the longest of sentences."""
    read = {*columns.values(), *(name for names in USUAL_NAMES.values() for name in names)}
    left = {key.lower().strip(): value for key, value in row.items() if isinstance(value, str) and value.strip()}
    for name in _INSTEAD:
        if name in left:
            return name, left[name]
    others = {key: value for key, value in left.items() if key not in read and len(value.split()) >= _WORDS_OF_TEXT}
    longest = max(others, key=lambda key: len(others[key]), default=None)
    return (longest, others[longest]) if longest is not None else None


def names_columns(cells: Sequence[str]) -> bool:
    """Whether a row reads like a header: short cells, one of which is a usual name."""
    usual = {name for names in USUAL_NAMES.values() for name in names}
    return any(one_line(cell, 200).lower() in usual for cell in cells)


def numbers(cells: Sequence[str]) -> list[str]:
    """Columns named by their numbers, from 1."""
    return [str(number) for number in range(1, len(cells) + 1)]


def no_column(name: str, column: str, columns: Sequence[str]) -> UnreadableError:
    """What is said of a mapping to a column that is not there."""
    listed = ", ".join(one_line(known, 200) for known in columns[:LISTED]) or "none"
    return UnreadableError(f"it has no column “{column}” for {name}; its columns are {listed}")


def _whole_rows(item: Item) -> str:
    """How figures stay with the words that they are about."""
    if item.as_evidence:
        return "without --column each row is read whole, every value with the header of its column"
    return "where the cells of a row belong together, save the table as a page (HTML) and add that"


def no_text(columns: Sequence[str], more: str = "") -> UnreadableError:
    """What is said of a table in which no column is known to hold text."""
    listed = ", ".join(one_line(known, 200) for known in columns[:LISTED]) or "none"
    return UnreadableError(
        f"none of its columns ({listed}) is named text; --column text=COLUMN says which one is, "
        f"in a table without a header by its number{more}"
    )


def header_of(names: list[str], item: Item) -> list[str]:
    """The column names, checked against the mapping; by number where that is how the user names them.

    Raises:
        UnreadableError: A mapped column is missing, or none holds text.
    """
    columns = [one_line(name, 200) for name in names]
    chosen = item.options.columns.values()
    if chosen and all(column.isdecimal() and column not in columns for column in chosen):
        columns = numbers(columns)  # a table without a header
    for name, column in item.options.columns.items():
        if column not in columns:
            raise no_column(name, column, columns)
    usual = {column.lower() for column in columns}
    if "text" not in item.options.columns and not usual.intersection((*USUAL_NAMES["text"], *USUAL_NAMES["title"])):
        raise no_text(columns, f". Only that one is read as text then: {_whole_rows(item)}")
    return columns


def unread(columns: Sequence[str], item: Item) -> str:
    """What of a table is left out where the user named the column of its text; empty where nothing is.

    The words of a first column without the figures beside them are seldom what was wanted.
    """
    text = item.options.columns.get("text")
    read = {*item.options.columns.values(), *(name for names in USUAL_NAMES.values() for name in names)}
    left = [column for column in columns if column and column not in read and column.lower() not in read]
    if text is None or not left:
        return ""
    listed = ", ".join(left[:LISTED]) + (" …" if len(left) > LISTED else "")
    return f"only “{text}” is read as text; what stands in the columns {listed} is left out: {_whole_rows(item)}"
