"""Each claim as a note: Markdown with front matter (Obsidian and its like), and the short text of a Community Note."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from workbench.domain.articles import Article, Origin
from workbench.domain.evidence import Stance
from workbench.domain.source_names import place_within
from workbench.reports.harmless import markdown, markdown_inline, one_line, web_address
from workbench.reports.model import Report, ReviewedClaim
from workbench.reports.stored_zip import stored

LIMIT = 280
"""Most characters of a Community Note, which must name a source (https://docs.x.com/x-api/community-notes/quickstart)."""
URL_WEIGHT = 23
"""Characters that a web address counts for, however long it is (https://docs.x.com/fundamentals/counting-characters)."""
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
"""Characters that count once; all others count twice (twitter-text, configuration version 3)."""
_URL = re.compile(r"https?://\S+")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\S)")
_LONGEST_STEM = 80


def obsidian(report: Report) -> bytes:
    """A ZIP of notes: one a claim, and one an article that links to them."""
    return b"".join(stored(files(report)))


def files(report: Report) -> dict[str, bytes]:
    """The notes by their file names, which no system takes for anything else."""
    made: dict[str, bytes] = {}
    for entry in report.articles:
        listed = []
        stem = f"article-{entry.article.id} {_safe(entry.article.title)}".strip()
        for item in entry.claims:
            name = f"claim-{item.claim.id} {_safe(item.claim.text)}".strip()
            made[f"{name}.md"] = _claim(report, entry.article, item, stem).encode("utf-8", "replace")
            listed.append(f"- [[{name}]]" + (f": {markdown_inline(item.verdict.rating)}" if item.verdict else ""))
        if listed:
            head = _front(title=entry.article.title, url=web_address(entry.article.url), type="article")
            text = f"{head}\n# {markdown_inline(one_line(entry.article.title))}\n\n" + "\n".join(listed) + "\n"
            made[f"{stem}.md"] = text.encode("utf-8", "replace")
    return made


def _safe(words: str) -> str:
    """Words of a file name: letters, digits, blanks and hyphens of any script, on no system a path or a device."""
    plain = unicodedata.normalize("NFC", one_line(words))
    kept = "".join(sign if sign.isalnum() or sign in " -" else " " for sign in plain)
    return " ".join(kept.split())[:_LONGEST_STEM].strip()


def _front(**values: object) -> str:
    """Front matter (YAML). Texts are double-quoted scalars, which JSON strings are: none of them ends or begins it."""
    lines = []
    for name, value in values.items():
        if isinstance(value, list | tuple):
            lines.append(f"{name}: [{', '.join(json.dumps(one_line(str(one)), ensure_ascii=False) for one in value)}]")
        elif isinstance(value, int):
            lines.append(f"{name}: {value}")
        elif value:
            lines.append(f"{name}: {json.dumps(one_line(str(value)), ensure_ascii=False)}")
    return "---\n" + "\n".join(lines) + "\n---\n"


def _claim(report: Report, article: Article, item: ReviewedClaim, home: str) -> str:
    claim, verdict = item.claim, item.verdict
    head = _front(
        title=claim.text,
        claim=claim.id,
        type="claim",
        rating=verdict.rating if verdict else None,
        status=claim.status.value,
        speaker=claim.speaker,
        kinds=[kind.value for kind in claim.kinds],
        article=article.title,
        url=web_address(article.url),
        date=article.published.isoformat() if article.published else None,
        reviewer=verdict.reviewer if verdict else None,
        rated=verdict.at[:10] if verdict else None,
        record_head=f"sha256:{report.state.head}" if report.state.head else None,
    )
    lines = [
        head,
        f"# {markdown_inline(one_line(claim.text))}",
        "",
        f"> {markdown(claim.quote)}",
        "",
        f"In [[{home}]].",
    ]
    if verdict:
        lines += ["", f"**{markdown_inline(verdict.rating)}.** {markdown(verdict.rationale)}"]
        for piece in verdict.evidence:
            url = web_address(piece.url)
            title = markdown_inline(one_line(piece.source_title))
            named = f"[{title}]({url})" if url else title
            said = {Stance.SUPPORTS: "supports", Stance.REFUTES: "refutes"}.get(Stance(piece.stance), "context")
            place = place_within(piece.source_title, piece.locator)
            about = ", ".join(part for part in (piece.publisher, (piece.published or "")[:10], place) if part)
            lines += ["", f"## {said}: {named}", ""]
            lines += [markdown(about), ""] if about else []
            lines += [f"> {markdown(piece.words)}"]
            if piece.words != piece.quote:
                by = "" if piece.cited_by is Origin.PERSON else " (⚙ the program chose the words)"
                lines += ["", f"The passage around it{by}: {markdown_inline(one_line(piece.quote))}"]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class ShortNote:
    """The text of a Community Note on a claim, and how much of the limit it takes."""

    claim: int
    text: str
    length: int


def weighted_length(text: str) -> int:
    """Characters as the platform counts them in posts: an address as 23, letters of most scripts as 1, others as 2."""
    plain = unicodedata.normalize("NFC", text)
    urls = len(_URL.findall(plain))
    rest = _URL.sub("", plain)
    return urls * URL_WEIGHT + sum(
        1 if any(first <= ord(sign) <= last for first, last in _LIGHT) else 2 for sign in rest
    )


def short_notes(report: Report) -> tuple[list[ShortNote], list[tuple[int, str]]]:
    """The Community Notes of the claims that have a verdict, and the claims without a note, with the reason.

    The reviewer's own reason, whole sentences of it, and as many of the addresses relied on as fit; nothing is cut
    within a sentence, for half of one may say the opposite.
    """
    made: list[ShortNote] = []
    left: list[tuple[int, str]] = []
    for item in report.claims:
        if item.verdict is None:
            continue
        urls = list(dict.fromkeys(url for piece in item.verdict.evidence if (url := web_address(piece.url))))
        if not urls:
            left.append((item.claim.id, "no source with a web address is relied on, and a note must name one"))
            continue
        text = next(iter(_fitting(one_line(item.verdict.rationale), urls)), "")
        if text:
            made.append(ShortNote(item.claim.id, text, weighted_length(text)))
        else:
            left.append((item.claim.id, f"no whole sentence of its reason fits {LIMIT} characters with a source"))
    return made, left


def _fitting(reason: str, urls: list[str]) -> Iterator[str]:
    """The notes that fit, the one that says most first: sentences before further addresses."""
    # an address in the reason itself is kept with its sentence, and counts as one
    sentences = _SENTENCE.split(reason)
    for kept in range(len(sentences), 0, -1):
        said = " ".join(sentences[:kept])
        for named in range(len(urls), 0, -1):
            text = f"{said} {' '.join(urls[:named])}"
            if weighted_length(text) <= LIMIT:
                yield text


def community_notes(notes: list[ShortNote]) -> bytes:
    """The notes one after the other, each under a line that says which claim it is about and how long it is."""
    parts = [f"[claim {note.claim}: {note.length} of {LIMIT} characters]\n{note.text}\n" for note in notes]
    return "\n".join(parts).encode("utf-8", "replace")
