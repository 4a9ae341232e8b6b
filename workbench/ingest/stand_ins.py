"""Pages that stand in for the one that was meant: challenges, consent walls, errors, forwarding pages, paywalls."""

from __future__ import annotations

import re
from html import unescape
from typing import Any
from urllib.parse import urljoin

SHORT = 1_500
"""Characters of text up to which a page may be nothing but a challenge or a question for consent."""
FORWARDED = 600
"""Characters of text up to which a page that leads on has nothing of its own to say."""
_CHALLENGE = re.compile(
    r"just a moment\W*$|attention required|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|"
    r"are you a robot|"
    r"(?:please )?(?:complete|solve) the captcha|captcha\W*$|access (?:to this page has been )?denied\b|"
    r"unusual traffic|ddos protection|bot (?:check|detection)|please enable (?:js|javascript|cookies)|security check|"
    r"pardon our interruption",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"before you continue|we value your privacy|your privacy choices|cookie (?:consent|settings|notice)|"
    r"consent (?:required|management)|"
    r"zustimmung\W*$|datenschutzeinstellungen|cookies? akzeptieren|bevor (?:sie|du) fortf|gérer (?:mes|vos) cookies|"
    r"continuer sans accepter|antes de continuar|tu privacidad",
    re.IGNORECASE,
)
_ERROR = re.compile(
    r"(?:(?:oops|whoops|sorry)\W{1,4})?"
    r"(?:(?:http )?(?:error|fehler|erreur|errore|erro)[\s:#-]{1,3}(?:40[0134]|410|429|50[0-4])\b|"
    r"(?:40[0134]|410|429|50[0-4])[\s:|–—-]{1,4}(?:error|fehler|(?:(?:page|file)(?: or directory)? )?not found|"
    r"forbidden|unauthorized|bad request|too many requests|internal server error|bad gateway|"
    r"service (?:temporarily )?unavailable|gateway time-?out)|410 gone|"
    r"(?:the |that |this )?(?:requested )?(?:page|file|url) "
    r"(?:(?:was )?not found|could not be found|can(?: ?no|['’])t be found)|"
    r"internal server error|bad gateway|"
    r"(?:die )?seite (?:wurde )?nicht gefunden|page (?:non trouvée|introuvable)|página n(?:o|ão) encontrada|"
    r"pagina (?:non trovata|niet gevonden)|strona nie została znaleziona|nie znaleziono strony|sidan hittades inte|"
    r"siden (?:blev |ble )?ikke funnet|siden blev ikke fundet|страница не найдена|сторінку не знайдено)"
    r"(?:\s?[(:–—|-]\s?(?:error )?(?:40[34]|410|50\d)\)?)?[.!]?(?:\s[|–—·•-]\s.{1,80})?",
    re.IGNORECASE,
)
"""Titles of what servers show in place of a page that is not there, with the name of the site behind them or not."""
_PAYWALL = re.compile(
    r"(?:subscribe|sign\s?in|log\s?in|sign\s?up|register|join)(?:\s+(?:now|today|here|for\s+free))?\s+to\s+(?:continue|keep|carry\s+on)\s+reading|"
    r"to\s+(?:continue|keep)\s+reading(?:\s+this\s+\w{1,20})?,?\s+(?:please\s+)?(?:subscribe|sign\s?in|log\s?in|register)|"
    r"this\s+(?:article|story|content|page)\s+is\s+(?:only\s+)?(?:for|available\s+to|exclusive\s+to|reserved\s+for|free\s+for)\s+(?:our\s+|paying\s+|registered\s+)?"
    r"(?:subscribers|members|readers\s+who\s+subscribe)|(?:subscribers|members)[\s-]only\s+(?:article|story|content)|"
    r"you(?:['’]ve|\s+have)\s+(?:reached\s+your|used\s+all\s+your|read\s+your\s+last)\s+(?:monthly\s+|weekly\s+)?(?:limit|free\s+articles?)|"
    r"(?:jetzt\s+)?weiterlesen\s+mit\s+\S{1,20}|mit\s+(?:einem\s+)?abo\s+weiterlesen|(?:cet\s+)?article\s+(?:est\s+)?réservé\s+(?:à\s+nos|aux)\s+abonnés|"
    r"contenido\s+exclusivo\s+para\s+suscriptores|(?:contenuto|articolo)\s+riservato\s+agli\s+abbonati|conteúdo\s+exclusivo\s+para\s+assinantes",
    re.IGNORECASE,
)
_OFFER = re.compile(
    r"(?:already|are\s+you)\s+an?\s+(?:subscriber|member)(?:[?.!]\s*(?:sign|log)\s?in\b.{0,40})?|"
    r"(?:get|enjoy|start)\s+(?:your\s+)?(?:unlimited|full|free|digital)\s+(?:digital\s+)?(?:access|subscription|trial)\b.{0,80}|"
    r"(?:schon|bereits)\s+abonn(?:ent|iert)\b.{0,60}|déjà\s+abonné\b.{0,60}",
    re.IGNORECASE,
)
_REST = re.compile(r"(?:[\s'’-]|[^\W\d_]){0,40}")
"""What may follow on a line that asks for a subscription: no figure, and no clause."""
PART = 2_500
"""Characters of text up to which a page that asks for a subscription shows no more than the beginning."""
_REFRESH = re.compile(
    r"<meta[^>]{0,200}?http-equiv\s*=\s*[\"']?refresh[\"']?[^>]{0,200}?content\s*=\s*[\"']\s*(\d{1,4})(?:\.\d+)?\s*[;,]\s*"
    r"(?:url\s*=\s*)?[\"']?([^\"'>]{1,2000})",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"<(?:(script|style|noscript)\b)?", re.IGNORECASE)
_UNSEEN_ENDS = {name: re.compile(rf"</{name}\s{{0,9}}>", re.IGNORECASE) for name in ("script", "style", "noscript")}
_SOON = 10


def stand_in(title: str, text: str) -> str | None:
    """What a page is that only asks something of the browser, in words for a refusal; None for a page of its own."""
    if len(text) > SHORT:
        return None
    lines = (title, *text[:300].split("\n")) if len(text) < FORWARDED else (title,)
    if any(_CHALLENGE.match(line) for line in lines):
        return "it is a page that checks the browser, and not the one that was meant"
    if any(_CONSENT.match(line) for line in lines):
        return "it is a page that asks for consent, and not the one that was meant"
    if len(text) < FORWARDED and _ERROR.fullmatch(title.strip()):
        return "it is what a server shows where there is no such page, and not the one that was meant"
    return None


def forwarding(markup: str, address: str | None) -> str | None:
    """Where a page sends its reader on at once (meta refresh), None where it stays or has a text of its own."""
    match = _REFRESH.search(markup[:20_000])
    if match is None or int(match[1]) > _SOON:
        return None
    words = _without_tags(markup[:200_000])
    if len(" ".join(words.split())) > FORWARDED:
        return None
    try:
        target = urljoin(address or "", unescape(match[2]).strip())
    except ValueError:
        return None
    return target if target.startswith(("http://", "https://")) and target != address else None


def _without_tags(markup: str) -> str:
    """What stands between the tags, scripts and styles left out; each character is looked at once."""
    kept: list[str] = []
    place = 0
    while (tag := _UNSEEN.search(markup, place)) is not None:
        kept.append(markup[place : tag.start()])
        if tag[1]:
            end = _UNSEEN_ENDS[tag[1].lower()].search(markup, tag.end())
            place = len(markup) if end is None else end.end()
        else:
            closes = markup.find(">", tag.end())
            place = len(markup) if closes < 0 else closes + 1
    kept.append(markup[place:])
    return " ".join(kept)


def paywalled(entries: list[dict[str, Any]], markup: str, text: str) -> bool:
    """Whether an article is not free to read: its page's data says so, or it is short and asks for a subscription."""
    if any(str(entry.get("isAccessibleForFree", "")).strip().lower() in ("false", "0") for entry in entries):
        return True
    return len(text) <= PART and _PAYWALL.search(_without_tags(markup[:1_000_000])) is not None


def is_offer(line: str) -> bool:
    """Whether a line of a page that is not free only asks for a subscription."""
    bare = line.strip(" .!")
    asked = _PAYWALL.match(bare)
    return len(line) <= 160 and bool((asked and _REST.fullmatch(bare, asked.end())) or _OFFER.fullmatch(bare))
