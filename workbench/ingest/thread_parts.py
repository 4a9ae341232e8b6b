"""What boards and documentation put around their words: who posted, links to where one is, who is reading just now."""

from __future__ import annotations

import re
from typing import Any

_PROFILE = re.compile(
    r"(?:^|\s)(?:post-?profile|postprofile-\w+|poster-?info|user-?profile|message-(?:user|cell--user|userDetails|userExtras)|"
    r"post-?author-?(?:info|details|stats)|user-?info-?(?:extra|details)|author-?stats|mini-?profile|cAuthorPane|"
    r"poster|postdetails)(?:\s|$)"
)
"""The box of a board beside a post: name, rank, how many posts, since when."""
_READERS = re.compile(
    r"(?:^|[\s_-])(?:online-?list|who-?is-?online|whos-?online|users-?online|online-?users)(?:$|[\s_-])", re.I
)
_REMARK = re.compile(r"(?:^|\s)(?:comment|commtext|comment-?(?:body|text|content)|usertext-body)(?:\s|$)", re.I)
_SIGN = re.compile(r"[\s¶#§⚓🔗∞]{0,3}")
_DAY = (
    r"(?:[a-z]{3,9}\.?,? )?(?:(?:\d{1,2}(?:st|nd|rd|th)?[ -])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"[a-z]{0,6}\.?,?[ -](?:\d{1,2}(?:st|nd|rd|th)?,? )?(?:199|20\d)\d|"
    r"\d{1,2}[./-]\d{1,2}[./-](?:199|20\d)\d|(?:199|20\d)\d-\d\d(?:-\d\d)?)(?:,? (?:at )?\d{1,2}:\d\d(?: ?[ap]m)?)?"
)
"""A day or a month alone, of the years since there are boards."""
_BOARD = re.compile(
    "|".join(
        (
            r"(?:please |you (?:must|need to|have to) )?(?:be )?(?:log(?:ged)? ?in|sign(?:ed)? ?in|register)"
            r"(?: or (?:register|sign ?up|log ?in|create an account))? "
            r"to (?:post|leave|add|write|view|submit|reply|comment)\b.{0,40}",
            r"(?:leave|post|add|write)(?: a| your| new)? (?:comment|reply|response)s?|cancel reply",
            r"\d{1,5} (?:comments?|replies|responses)|(?:no|all) comments?(?: yet)?",
            r"comments? (?:are )?(?:closed|off|disabled)(?: for this (?:post|article|entry))?\.?",
            r"(?:schreibe?n?|hinterlassen?|verfassen?)(?: sie| du)? (?:einen? |deinen? |ihren? )?(?:kommentar|antwort)",
            r"(?:kommentar|antwort) (?:schreiben|verfassen|hinterlassen|abgeben)|(?:keine|\d{1,5}) kommentare?",
            r"(?:zum kommentieren|um (?:einen kommentar zu schreiben|zu kommentieren))\b.{0,60}",
            r"kommentare sind geschlossen\.?|(?:laisser|ajouter|écrire|poster) un commentaire",
            r"(?:connectez-vous|identifiez-vous)\b.{0,20} pour (?:commenter|poster)\b.{0,40}",
            r"(?:deja|añade|escribe|agrega) (?:un|tu) (?:comentario|respuesta)|inicie sesión\b.{0,40} comentarios",
            r"(?:deixe|escreva) (?:um|seu) comentário|lascia un commento|(?:geef|plaats) een reactie",
            r"(?:log in|meld je aan) om te reageren|dodaj komentarz",
            r"zaloguj się,? (?:aby|żeby) (?:dodać|komentować)\b.{0,30}",
            r"[\w.-]{2,40} (?:liked|reblogged) this(?: from [\w.-]{2,40})?(?: and added:?)?",
            r"all times are (?:gmt|utc)\b.{0,80}|(?:the time now|it is currently|current time) is\b.{0,40}",
            r"(?:senior|junior|new|registered|full|advanced) member|"
            rf"(?:join(?:ed)?(?: date)?:|joined) {_DAY}",
            r"(?:posts|messages?|beiträge|registriert(?: seit)?|registrado|mensajes|inscrit(?: le)?):? ?[\d.,]{1,9}",
        )
    ),
    re.IGNORECASE,
)
"""Lines of a board's and a comment section's own, and none of the people who write there."""
_LONGEST_LINE = 140
_BOXES = ("dl", "div", "aside", "section", "td", "ul", "h4")
_SMALL = 400
"""Characters of a box that tells of a user."""


def is_permalink(element: Any) -> bool:
    """Whether a link is a sign alone that leads to where it stands ("¶" behind a heading)."""
    if element.tag != "a" or "#" not in (element.get("href") or "") or len(element) > 0:
        return False
    words = element.text or ""
    return bool(words.strip()) and bool(_SIGN.fullmatch(words))


def is_remark(element: Any) -> bool:
    """Whether an element is called a comment."""
    return bool(_REMARK.search(element.get("class") or ""))


def is_of_board(words: str) -> bool:
    """Whether a line is one that a board or a comment section says of itself."""
    return len(words) <= _LONGEST_LINE and bool(_BOARD.fullmatch(words.strip(" »«›‹|·•")))


def parts_of_threads(tree: Any) -> list[Any]:
    """The boxes of a thread that are no words of its posts, and links that are a sign alone."""
    found = [link for link in tree.iter("a") if is_permalink(link)]
    for element in tree.iter(*_BOXES):
        name = " ".join(filter(None, (element.get("class"), element.get("id"))))
        if not name or len(name) > 200 or not (_PROFILE.search(name) or _READERS.search(name)):
            continue
        if sum(len(text.strip()) for text in element.itertext()) <= _SMALL and element.find(".//h1") is None:
            found.append(element)
    return found
