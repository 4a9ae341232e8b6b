"""Posts as networks and feeds hand them out in JSON: JSON Feed, tweet archives, ActivityPub outboxes."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

from workbench.ingest.html import all_blocks

_REPOST = re.compile(r"RT @(\w{1,30}):\s*")
_ASSIGNED = re.compile(r"\s*(?:window\.)?[\w.$\[\]\"']{1,100}\s*=\s*(?=[\[{])")
_ACTOR = re.compile(r"https?://([^/\s@]{3,200})/(?:users/|u/|@)([\w.-]{1,60})/?")
DEPTH = 4


def without_assignment(text: str) -> str:
    """The JSON of a script that only assigns it ("window.YTD.tweets.part0 = […]")."""
    match = _ASSIGNED.match(text)
    return text[match.end() :].rstrip().rstrip(";") if match else text


def post_rows(data: Any) -> list[dict[str, Any]] | None:
    """The posts of a JSON file as rows; None where it holds none that are known."""
    if isinstance(data, dict):
        if "jsonfeed.org" in str(data.get("version", "")) and isinstance(data.get("items"), list):
            return [_feed_row(item, data) for item in data["items"] if isinstance(item, dict)]
        items = data.get("orderedItems")
        if isinstance(items, list):
            notes = [row for item in items if (row := _note_row(item, {}, DEPTH))]
            return notes or None
        return None
    if isinstance(data, list) and data:
        tweets = [entry.get("tweet", entry) for entry in data if isinstance(entry, dict)]
        rows = [_tweet_row(tweet) for tweet in tweets if _is_tweet(tweet)]
        return rows if len(rows) == len(data) else None
    return None


def _words(markup: Any) -> str:
    return "\n\n".join(words for words, _ in all_blocks(markup)) if isinstance(markup, str) else ""


def _names(data: Any) -> str | None:
    entries = data if isinstance(data, list) else [data]
    names = [entry.get("name") if isinstance(entry, dict) else entry for entry in entries]
    return ", ".join(name for name in names if isinstance(name, str) and name and "://" not in name) or None


def _account(data: Any) -> str | None:
    """Who an activity is of: a name, or the account that an address names."""
    if isinstance(data, dict) and isinstance(data.get("preferredUsername"), str) and not data.get("name"):
        data = data.get("id") or data["preferredUsername"]
    match = _ACTOR.fullmatch(data) if isinstance(data, str) else None
    return f"@{match[2]}@{match[1]}" if match else _names(data)


def _feed_row(item: dict[str, Any], feed: dict[str, Any]) -> dict[str, Any]:
    plain = item.get("content_text")
    text = plain if isinstance(plain, str) and plain else _words(item.get("content_html")) or item.get("summary")
    title = item.get("title") if isinstance(item.get("title"), str) else None
    return {
        "id": item.get("id") or item.get("url"),
        "url": item.get("url") or item.get("external_url"),
        "title": title,
        "text": "\n\n".join(part for part in (title, text) if isinstance(part, str) and part),
        "published": item.get("date_published") or item.get("date_modified"),
        "author": _names(item.get("authors") or item.get("author") or feed.get("authors") or feed.get("author")),
        "publisher": feed.get("title"),
        "language": item.get("language") or feed.get("language"),
    }


def _is_tweet(entry: Any) -> bool:
    if not isinstance(entry, dict) or "created_at" not in entry:
        return False
    return isinstance(entry.get("full_text", entry.get("text")), str) and ("id_str" in entry or "id" in entry)


def _tweet_row(tweet: dict[str, Any]) -> dict[str, Any]:
    text = unescape(tweet.get("full_text") or tweet.get("text") or "")
    user = tweet.get("user") if isinstance(tweet.get("user"), dict) else {}
    assert isinstance(user, dict)
    author, account = user.get("name"), user.get("screen_name")
    if match := _REPOST.match(text):  # what it says was said by someone else
        author, text = f"@{match.group(1)}", text[match.end() :]
    identifier = str(tweet.get("id_str") or tweet.get("id"))
    return {
        "id": identifier,
        "text": text,
        "published": tweet["created_at"],
        "author": author,
        "language": tweet.get("lang") if tweet.get("lang") != "und" else None,
        "url": f"https://twitter.com/{account}/status/{identifier}" if isinstance(account, str) else None,
    }


def _note_row(item: Any, outer: dict[str, Any], depth: int) -> dict[str, Any] | None:
    """A note, or the one an activity created; a boost that only names an address has no words."""
    if not isinstance(item, dict) or depth <= 0:
        return None
    if isinstance(item.get("object"), dict):
        return _note_row(item["object"], item, depth - 1)
    text = _words(item.get("content"))
    if not text:
        return None
    address = item.get("url") if isinstance(item.get("url"), str) else item.get("id")
    return {
        "id": item.get("id"),
        "text": text,
        "title": item.get("name") or item.get("summary"),
        "published": item.get("published") or outer.get("published"),
        "author": _account(item.get("attributedTo") or outer.get("actor")),
        "url": address,
    }
