"""How things are said on the screen: one glyph and one word for every state, so that colour is never all there is."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from typing import TYPE_CHECKING

from workbench.comparison.stances import suggested_rating
from workbench.domain.articles import Attribution, Claim, ReviewStatus
from workbench.domain.evidence import EvidenceState, Hit, Source
from workbench.domain.invisible import unseen_as
from workbench.domain.review import VerdictKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.domain.review import RatingScale
    from workbench.services.review.review import ClaimRecord
    from workbench.services.search.already_checked import EarlierVerdict

STATUS_GLYPH = {
    ReviewStatus.OPEN: "○",
    ReviewStatus.RATED: "✓",
    ReviewStatus.SECOND_OPINION: "◐",
    ReviewStatus.SETTLED: "●",
    ReviewStatus.PUBLISHED: "■",
    ReviewStatus.NOT_RATED: "◇",
}
STATUS_WORDS = {
    ReviewStatus.OPEN: "open",
    ReviewStatus.RATED: "rated",
    ReviewStatus.SECOND_OPINION: "second opinion",
    ReviewStatus.SETTLED: "settled",
    ReviewStatus.PUBLISHED: "published",
    ReviewStatus.NOT_RATED: "not rated",
}
STANCE_GLYPH = {
    "supports": "✓",
    "leans supports": "⌃",
    "refutes": "✗",
    "leans refutes": "⌄",
    "context": "·",
    "neither": "∅",
    "unclear": "?",
    "repeats": "=",
}
STANCE_WORDS = {
    "supports": "supports",
    "leans supports": "leans supports",
    "refutes": "refutes",
    "leans refutes": "leans refutes",
    "context": "context",
    "neither": "neither",
    "unclear": "unclear",
    "repeats": "only repeats the claim",
}
SETTLES_NOTHING = "settles nothing"
"""What the machine's "context" is called: it may be of quite another subject, and be sure of that."""

STATE_WORDS = {EvidenceState.ACCEPTED: "accepted", EvidenceState.REJECTED: "rejected"}

UNSEEN = "◌"
"""Stands for a character that nobody would see."""
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def visible(text: str) -> str:
    """`text` with every control, direction and unseen character as a symbol, one for one: offsets stay what they were.

    Line ends stay; a tab becomes a space. Nothing in the result can act on a terminal or reorder other words.
    """
    if text.isascii() and text.isprintable():
        return text
    return unseen_as("".join(map(_visible, text)), lambda _: UNSEEN)


def _visible(character: str) -> str:
    if character == "\n" or character.isprintable():
        return character
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    if character in _DIRECTION:
        return "⇄"
    if unicodedata.category(character) in ("Zs", "Zl", "Zp"):
        return " "
    return character if unicodedata.category(character) == "Cf" else "\ufffd"


def one_line(text: str) -> str:
    """`text` made visible, on one line."""
    return " ".join(visible(text).split())


def sentence(text: str) -> str:
    """A note as a sentence: "nothing close found" → "Nothing close found."."""
    said = visible(text).strip()
    return said[:1].upper() + said[1:] + ("" if not said or said[-1] in ".!?…" else ".")


def clip_words(text: str, most: int = 24) -> str:
    """The beginning of a text, on one line, in at most `most` characters."""
    said = one_line(text)
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"


def day_words(day: date | None) -> str:
    """A date as a reader says it, "29 Jan 2022"; "no date" without one."""
    return f"{day.day} {day:%b %Y}" if day else "no date"


def due_words(due: str) -> str:
    """A due time as it is kept (a day, or a moment in UTC), by the clock of this machine: "3 Mar 2022, 17:00"."""
    if len(due) == len("2022-03-03"):
        return day_words(day_of(due))
    at = datetime.fromisoformat(due).astimezone()
    return f"{day_words(at.date())}, {at:%H:%M}"


def duration_words(hours: float) -> str:
    """Hours as people say them: "35 min", "4 h 20 min", "3 d 2 h"."""
    minutes = round(hours * 60)
    if minutes < 60:
        return f"{minutes} min"
    whole, rest = divmod(minutes, 60)
    if whole < 48:
        return f"{whole} h {rest} min" if rest else f"{whole} h"
    days, left = divmod(whole, 24)
    return f"{days} d {left} h" if left else f"{days} d"


def day_of(text: str | None) -> date | None:
    """A date column of a summary row."""
    return date.fromisoformat(text[:10]) if text else None


def age_words(hit: Hit, claim_day: date | None) -> str:
    """How old a passage was when the claim was made: the first thing a checker asks of evidence."""
    if hit.timing == "after":
        return "after the claim"
    if hit.days_before is not None:
        return gap_words(hit.days_before)
    published = hit.source.published
    if published is None or claim_day is None:
        return "age unknown: the article has no date" if published else "age unknown"
    days = (claim_day - published).days
    return "after the claim" if days < 0 else gap_words(days)


def gap_words(days: int) -> str:
    """A number of days before the claim, in words."""
    if days < 0:
        return "after the claim"
    if days == 0:
        return "the claim's own day"
    if days >= 730:
        return f"{days / 365.25:.0f} years before"
    return "1 day before" if days == 1 else f"{days} days before"


def source_words(source: Source) -> str:
    """Who published a source."""
    return one_line(source.publisher or source.author or source.title or source.id)


def date_words(source: Source) -> str:
    """When a source was published, as in a citation."""
    return day_words(source.published) + (" (date guessed)" if source.published_guessed else "")


def citation(source: Source, quote: str) -> str:
    """A citation to paste into a text: quotation, publisher, title, date, address; of a private source its title."""
    if source.private:
        return one_line(source.title)
    who = ", ".join(part for part in (source.publisher, source.title) if part)
    where = source.archive_url or source.url
    tail = f". {where}" if where else ""
    return one_line(f"“{quote.strip()}” {who}, {day_words(source.published)}{tail}")


def speaker_words(claim: Claim) -> str:
    """Who says it, the outlet or another, and when in the recording, where it comes from one."""
    when = f" · {claim.anchor.time}" if claim.anchor.time else ""
    if claim.speaker:
        how = {Attribution.DIRECT: "quoted", Attribution.PARAPHRASE: "paraphrased"}.get(claim.attribution, "")
        return one_line(claim.speaker) + (f", {how}" if how else "") + when
    whose = "outlet's voice" if claim.attribution is Attribution.OUTLET else "not the outlet's"
    return f"{whose}{when}"


def kind_words(claim: Claim) -> str:
    """The claim's kinds, in the order they were found."""
    return " ".join(kind.value for kind in claim.kinds) or "no kind"


def status_words(claim: Claim) -> str:
    """Where the claim stands, with its rating when it has one that may be shown."""
    if claim.status is ReviewStatus.NOT_RATED:
        return "not rated"
    if claim.rating and claim.status is not ReviewStatus.OPEN:
        words = one_line(claim.rating)
        return words if claim.status is ReviewStatus.RATED else f"{words} · {STATUS_WORDS[claim.status]}"
    return STATUS_WORDS[claim.status]


def record_words(record: ClaimRecord, settles: str) -> list[tuple[str, str]]:
    """What reviewers have said about a claim, as styled words; nothing where nobody has said anything.

    `settles` is the key that settles a disagreement.
    """
    if record.blind:
        return [("◐ a second opinion is asked for", "warn"), (": judge without seeing the first verdict", "text")]
    latest: dict[str, str] = {}
    for verdict in record.verdicts:
        when = day_words(day_of(verdict.at))
        latest[verdict.reviewer] = f"{one_line(verdict.rating)} · {one_line(verdict.reviewer)}, {when}"
    if record.agreement.value == "unresolved":
        return [
            ("≠ opinions differ ", "warn"),
            # before the opinions: on a small screen the end is cut off
            (f"({'; '.join([*_agreed(record), f'{settles} settles'])}): ", "dim"),
            (" | ".join(latest.values()), "text"),
        ]
    if record.standing is None:
        noted = record.nothing_found_by
        return [(f"∅ nothing found, {one_line(noted)}", "dim")] if noted else []
    parts = [("✓ ", "done-glyph"), (latest[record.standing.reviewer], "info")]
    if len(latest) > 1:
        parts.append((f" · {record.agreement.value}", "info"))
    if record.published_at:
        corrected = ", corrected" if record.standing.kind is VerdictKind.CORRECTION else ""
        parts.append((f" · published {day_words(day_of(record.published_at))}{corrected}", "info"))
    if record.status is ReviewStatus.SECOND_OPINION:
        parts.append((" · waits for a second opinion", "warn"))
    return [*parts, (f": {one_line(record.standing.rationale)}", "text")]


def _agreed(record: ClaimRecord) -> list[str]:
    """Who has agreed to which rating since two opinions differ: "Bo agrees to False"."""
    agreed = {one_line(act.reviewer): one_line(str((act.after or {}).get("rating", ""))) for act in record.consents}
    return [f"{name} agrees to {rating}" for name, rating in agreed.items() if rating]


def earlier_words(earlier: Sequence[EarlierVerdict], looks: str, adopts: str) -> list[tuple[str, str]]:
    """What the desk has rated already that means the same, with the keys that look at it and take it over."""
    first = earlier[0]
    which = "a claim like this" if first.differences else "this"
    parts = [
        (f"≈ your desk rated {which} ", "warn"),
        (one_line(first.verdict.rating), "info"),
        (f" on {day_words(day_of(first.verdict.at))} · ", "warn"),
        (looks, "key"),
        (" looks · ", "dim"),
        (adopts, "key"),
        (" takes it over", "dim"),
    ]
    if len(earlier) > 1:
        parts.append((f" · {len(earlier) - 1} more", "dim"))
    if first.differences:
        parts.append((f" · differs: {one_line('; '.join(first.differences))}", "warn"))
    return [*parts, (f" · {one_line(first.verdict.claim_text)}", "text")]


def suggestion_words(claim: Claim, hits: Sequence[Hit], scale: RatingScale) -> list[tuple[str, str]]:
    """The rating that strong evidence speaks for, or that it conflicts; nothing for a claim someone has rated."""
    found = suggested_rating(hits, scale) if claim.rateable and claim.status is ReviewStatus.OPEN else None
    if found is None:
        return []
    rating = scale.find(found.rating) if found.rating else None
    reason = f"{one_line(found.reason)}. "
    return [("≠ ", "warn"), (reason, "text")] if rating is None else [
        ("suggested: ", "faint"), (one_line(rating.words), "info"), (f". {reason}", "text"),
    ]  # fmt: skip


def worth_words(claim: Claim) -> str:
    """How worth checking a claim is, and why."""
    score = f"{claim.checkworthiness:.2f}".removeprefix("0")
    reasons = ", ".join(one_line(reason) for reason in claim.reasons)
    return f"worth checking {score}" + (f": {reasons}" if reasons else "")


def probability(value: float) -> str:
    """A probability in three characters: ".91"."""
    return "1.0" if value >= 0.995 else f"{value:.2f}".removeprefix("0")


def count_words(count: int, word: str, many: str | None = None) -> str:
    """ "1 claim", "3 claims"."""
    return f"{count:,} {word if count == 1 else many or word + 's'}"
