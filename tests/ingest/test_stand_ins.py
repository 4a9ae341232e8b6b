"""Pages that are not the article: they are refused by what they are, or told of, and never read as the article."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents, page, refusal, skipped
from workbench.ingest.stand_ins import forwarding, stand_in

WORDS = "The orchard of Varen sold 310 tonnes of pears last autumn, the growers said on Friday. " * 24


@pytest.mark.parametrize(
    ("title", "text", "said"),
    [
        ("Just a moment...", "Checking your browser before you go on.", "checks the browser"),
        ("Access to this page has been denied", "Press and hold the button.", "checks the browser"),
        ("Before you continue", "We use cookies to give you more.", "asks for consent"),
        ("Zustimmung", "Wir und unsere 200 Partner", "asks for consent"),
    ],
)
def test_challenges_and_consent_walls_are_refused(tmp_path: Path, title: str, text: str, said: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>")
    assert said in refusal(path, as_evidence=False)


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found",
        "Page not found – Varen Post",
        "Error 404 - Page not found",
        "Oops! That page can’t be found.",
        "404 - File or directory not found.",
        "The page cannot be found",
        "Page not found (404)",
        "Seite nicht gefunden - Varener Bote",
        "Page introuvable",
        "Página no encontrada | Diario",
        "502 Bad Gateway",
        "503 Service Temporarily Unavailable",
        "Страница не найдена",
    ],
)
def test_what_a_server_shows_where_there_is_no_page_is_refused(tmp_path: Path, title: str) -> None:
    path = tmp_path / "page.html"
    path.write_text(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1>"
        "<p>The requested URL was not found on this server.</p></body></html>"
    )
    assert "where there is no such page" in refusal(path, as_evidence=False)


@pytest.mark.parametrize(
    "title",
    [
        "404 Not Found: why sites vanish",
        "404 people moved from the camp",
        "404 error costs shops 4 million",
        "Error 404: how a joke became a protest",
        "Page not found guilty - Varen Post",
        "Page found guilty",
        "The page was found in a church",
        "Not found: the lost ship",
        "Gone",
        "500 gone from the mill",
        "403 forbidden books",
        "Bad Gateway plan for docks",
        "Seite nicht gefunden: Archiv sucht weiter",
    ],
)
def test_an_article_titled_like_an_error_is_read(title: str) -> None:
    assert stand_in(title, WORDS[:300]) is None


def test_an_article_on_such_things_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("Captcha: how websites check that you are human", WORDS))
    assert documents(path)[0].title.startswith("Captcha")
    assert stand_in("Minister denied access to the archive", "The minister was denied access on Monday.") is None
    assert stand_in("Zustimmung zur Brücke sinkt", "Die Zustimmung fiel auf 40 Prozent.") is None


def test_a_paywall_is_told_and_what_is_there_is_read(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    data = '{"@type": "NewsArticle", "headline": "Pears", "isAccessibleForFree": "False"}'
    path.write_text(page("Pears", WORDS, f'<script type="application/ld+json">{data}</script>'))
    assert len(documents(path)) == 1
    assert "paywall" in skipped(path)[0].reason
    assert skipped(path)[0].partial


def test_a_page_with_a_text_of_its_own_that_reloads_itself_is_no_forwarding() -> None:
    head = '<meta http-equiv="refresh" content="{}; url=/next">'
    assert forwarding(head.format(0) + "<p>Moved", "https://varen.example/a") == "https://varen.example/next"
    assert forwarding(head.format(300) + "<p>Moved", "https://varen.example/a") is None
    assert forwarding(head.format(5) + f"<p>{WORDS}", "https://varen.example/a") is None
    assert forwarding('<meta http-equiv="refresh" content="60">', "https://varen.example/a") is None


@pytest.mark.parametrize(
    "offer",
    [
        "Subscribe to continue reading",
        "To keep reading, please log in",
        "This article is for subscribers only.",
        "You have reached your monthly limit of free articles",
        "Cet article est réservé aux abonnés",
    ],
)
def test_a_page_that_stops_at_an_offer_says_so_and_the_offer_is_not_read(tmp_path: Path, offer: str) -> None:
    path = tmp_path / "page.html"
    wall = (
        f"<div><h2>{offer}</h2><p>Already a subscriber? Sign in</p><p>Get unlimited access for 1 euro a week.</p></div>"
    )
    path.write_text(page("Pears", WORDS[:870]).replace("</article>", f"{wall}</article>"))
    (document,) = documents(path)
    assert not any(words in document.text for words in (offer, "Already a subscriber", "unlimited access"))
    assert [(one.partial, "paywall" in one.reason) for one in skipped(path)] == [(True, True)]


def test_an_article_about_subscriptions_is_free(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text(page("Papers", f"{WORDS} The paper lost 12 per cent of its subscribers, who pay to read on."))
    assert not skipped(path)


@pytest.mark.parametrize(
    "words",
    [
        "Already a member of the harbour league, Varen spent 1.8 per cent of its income on the pier.",
        "Get full employment by 2030, the party promised.",
        "You have reached your limit, the judge told the man from Holm.",
    ],
)
def test_what_only_begins_like_an_offer_is_read(tmp_path: Path, words: str) -> None:
    path = tmp_path / "page.html"
    wall = f"<p>{words}</p><div><h2>Subscribe to continue reading</h2></div>"
    path.write_text(page("Pears", WORDS[:870]).replace("</article>", f"{wall}</article>"))
    assert words in documents(path)[0].text
