"""Lines that a page puts around an article and that say nothing of the world: who posted it, share, menus, notes."""

from __future__ import annotations

import re

LONGEST = 220
_LETTER_NAME = r"[A-ZÀ-Þ][\w.'’-]{0,40}(?:\s{1,4}[A-ZÀ-Þ][\w.'’-]{0,40}){1,3}"
_POSTED = re.compile(
    r"(?i:posted|published|submitted|uploaded|written|filed|"
    r"updated)\s+(?:(?i:on)\s+.{4,60}\s+)?by\s+[A-ZÀ-Þ].{0,99}[^.!?]"
)
_REPORTED = re.compile(
    r".{3,160}\bcontributed\s+(?:reporting|writing|research|to\s+(?:this|the)\s+(?:report|article|story|"
    r"piece))\b.{0,60}"
    r"|(?i:(?:additional\s+)?(?:reporting|writing|editing))\s+by\s+[A-ZÀ-Þ].{1,160}"
)
_AUTHOR_NOTE = re.compile(
    rf"(?:{_LETTER_NAME})\s+is\s+(?:an?|the)\s+(?:[\w’'-]+\s+){{0,4}}(?:reporter|correspondent|columnist|writer|"
    rf"journalist|"
    r"editor|contributor|producer)\s+(?:for|at|with|covering|based|on|who)\b.{0,140}"
)
_SIGNS = re.compile(
    r"follow\s+(?:him|her|them|me|us)\s+(?:on|at)\b.{0,80}|(?:story\s+continues\s+below\s+)?advertisement(?:\s+hide\s+ad)?|"
    r"(?:read|get|see)\s+(?:the\s+)?(?:full|whole|entire|original|complete)\s+(?:story|report|article|text|release|"
    r"interview|list|statement|transcript)\b.{0,60}|"
    r"(?:learn|read|find\s+out|discover)\s+more\b(?:\s+(?:about|on|at|from|here)\b.{0,100})?:?|"
    r"(?:follow|like|join|find|subscribe\s+to)\s+(?:(?-i:[A-Z0-9@])\S{0,30}\s){1,5}(?:on\s+(?:x|twitter|facebook|instagram|tiktok|"
    r"youtube|linkedin|threads|bluesky|mastodon|whatsapp|telegram|social|google)\b.{0,80}|online)|(?:share|tweet|email|print|save|bookmark)\s+(?:this|"
    r"on|via|with)\b.{0,40}|"
    r"(?:loading|view|show|hide|leave|post|add|read|see)\s+(?:all\s+|a\s+|the\s+|your\s+)?(?:comments?|"
    r"reply)\b.{0,20}|"
    r"(?:image|picture|photo)\s+(?:source|caption|copyright)\b.{0,120}|back\s+to\s+top|"
    r"skip\s+to\s+(?:main\s+)?content|"
    r"forwarded(?:\s+(?:many\s+times|message))?|propos\s+recueillis\s+par\b.{0,80}|das\s+(?:interview|"
    r"gespräch)\s+führte\b.{0,80}|"
    r"(?:presse|medien|media|press)?-?\s?(?:kontakt|contact|contacts|enquiries)(?:\s+(?:presse|stampa|"
    r"de\s+prensa|für\s+medien))?\s*:.{0,180}|"
    r"(?:contacto|contatto|contato|contact)\s+(?:de\s+prensa|stampa|de\s+imprensa|presse)\b.{0,180}|"
    r"(?:tel|telefon|phone|fax|tél|teléfono|telefono|telefone|e-?mail)\s?[.:]{1,2}.{0,120}|"
    r"all\s+rights\s+reserved\.?|©.{0,100}|"
    r"(?:\d{1,2}:\d\d(?:\s?[ap]m)?|[ap]m)\s?·\s?[^·]{4,30}(?:·[^·]{2,40}){0,3}|"
    r"(?:[\d.,]{1,9}\s?[km]?\s+(?:views?|likes?|retweets?|reposts?|quotes?|quote\s+tweets?|bookmarks?|comments?|shares?|"
    r"replies|reactions?)\b[\s·,|]{0,3}){1,6}",
    re.IGNORECASE,
)
_MENU = re.compile(r"(?:[^|\d]{1,30}\|\s*){3,}[^|\d]{1,30}")


def is_page_furniture(line: str) -> bool:
    """Whether a whole line is one that pages put around articles ("Posted on … by …", "Home | World | …")."""
    if not line or len(line) > LONGEST:
        return False
    patterns = (_POSTED, _REPORTED, _AUTHOR_NOTE, _SIGNS, _MENU)
    return any(pattern.fullmatch(line) for pattern in patterns) and not (line.count(". ") > 1)
