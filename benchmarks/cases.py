"""What the splitter makes of small texts with right answers, `sets/cases/splitting.jsonl`: for `make bench-language`.

A wording is wrong when it says what the case says it must not, or names a day that no right date allows; it is
incomplete when it lacks what it should say. Only claims that a case says something of are counted.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from workbench.domain.articles import ClaimDraft
from workbench.domain.documents import Document
from workbench.ingest.languages import guess_language
from workbench.language.text.text_kinds import text_kind
from workbench.services.articles.splitting import Splitter

HIT = 0.5
TRAINED = "told by a trained model"


@dataclass
class Tally:
    """How many were right of how many, by name."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)

    def add(self, name: str, right: bool) -> None:
        """Count one."""
        self.all[name] += 1
        self.right[name] += right

    def words(self, name: str) -> str:
        """The share, with both figures."""
        total = self.all[name]
        return f"{self.right[name]} of {total}" + (f", {self.right[name] / total:.3f}" if total else "")


def plain(words: str) -> str:
    """Words without case, runs of blanks and kinds of marks, for comparing wordings."""
    return " ".join(words.casefold().translate(str.maketrans("’‘“”", "''\"\"")).split()).rstrip(".")


def says(wording: str, wanted: str) -> bool:
    """Whether a wording says some words: "^…" at its beginning, "re:…" by a regular expression."""
    if wanted.startswith("re:"):
        return re.search(wanted[3:], wording.replace("’", "'")) is not None
    if wanted.startswith("^"):
        return plain(wording).startswith(plain(wanted[1:]))
    return plain(wanted) in plain(wording)


def one_of(wording: str, wanted: str | list[str]) -> bool:
    """Whether a wording says one of several."""
    return any(says(wording, one) for one in ([wanted] if isinstance(wanted, str) else wanted))


def named(speaker: str | None, wanted: Any) -> bool:
    """Whether a speaker is the one that is wanted, or one of them; None is the outlet."""
    options = wanted if isinstance(wanted, list) else [wanted]
    have = set(re.findall(r"\w+", (speaker or "").casefold()))
    return any(
        speaker is None if one is None else set(re.findall(r"\w+", one.casefold())) - {"the", "a", "an"} <= have
        for one in options
    )


def splits(path: Path) -> Iterable[tuple[dict[str, Any], list[ClaimDraft]]]:
    """Each row with the claims of its text."""
    splitter = Splitter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        published = date.fromisoformat(row["published"]) if row.get("published") else None
        text = row["text"]
        document = Document(text, "", row["id"], "", published=published, language=guess_language(text))
        yield row, list(splitter.split(document).drafts)


def touching(claims: list[ClaimDraft], start: int, end: int) -> list[ClaimDraft]:
    """Claims that share half of themselves, or of a stretch, with it."""
    return [
        c
        for c in claims
        if max(0, min(c.end, end) - max(c.start, start)) >= 0.5 * min(end - start, max(1, c.end - c.start))
    ]


def is_hit(claim: ClaimDraft, start: int, end: int) -> bool:
    """Whether a claim matches a stretch: half in common, or four fifths of it covered."""
    shared = max(0, min(claim.end, end) - max(claim.start, start))
    return shared >= HIT * (max(claim.end, end) - min(claim.start, start)) or shared >= 0.8 * (end - start)


def spread(claims: list[ClaimDraft]) -> dict[str, set[tuple[Any, Any]]]:
    """Each time expression of an article that was resolved, with the days it was given."""
    found: dict[str, set[tuple[Any, Any]]] = defaultdict(set)
    for claim in claims:
        for time in claim.times:
            if time.earliest is not None or time.latest is not None:
                found[" ".join(time.text.casefold().split())].add((time.earliest, time.latest))
    return found


def consistency(articles: Iterable[list[ClaimDraft]]) -> Tally:
    """Of expressions that stand several times in an article, how many have one date in all of it."""
    tally = Tally()
    for claims in articles:
        often = Counter(" ".join(t.text.casefold().split()) for c in claims for t in c.times)
        for expression, days in spread(claims).items():
            if often[expression] > 1:
                tally.add("dates", len(days) == 1)
    return tally


def measure(path: Path) -> None:
    """Print the rows of the table."""
    tally, kinds = Tally(), Tally()
    every: list[list[ClaimDraft]] = []
    for row, claims in splits(path):
        every.append(claims)
        text = row["text"]
        kind = text_kind(text).value
        for wanted in row["expect"].get("claims", []):
            start = text.find(wanted["quote"])
            if start < 0:
                continue
            end = start + len(wanted["quote"])
            near = touching(claims, start, end)
            hits = [claim for claim in near if is_hit(claim, start, end)]
            if not wanted.get("optional"):
                kinds.add(kind, bool(hits))
            if "speaker" in wanted and hits:
                group = "transcripts" if row["kind"] == "speaker-transcript" else "other texts"
                tally.add(f"speaker, {group}", any(named(claim.speaker, wanted["speaker"]) for claim in hits))
            _wordings(tally, wanted, near, hits)
    print(f"| cases: wordings that say nothing they must not | {tally.words('true')} |")
    print(f"| cases: the same, of wordings that were rewritten beyond a date | {tally.words('rewritten')} |")
    print(f"| cases: wordings that say what they should | {tally.words('whole')} |")
    print(f"| cases: pronouns named by the model at its threshold, right | {tally.words('pronoun')} |")
    for group in ("transcripts", "other texts"):
        print(f"| cases: speaker, {group} | {tally.words(f'speaker, {group}')} |")
    print(f"| cases: one expression, one date in an article | {consistency(every).words('dates')} |")
    for kind in sorted(kinds.all):
        print(f"| cases: claims found, {kind} | {kinds.words(kind)} |")


def _wordings(tally: Tally, wanted: dict[str, Any], near: list[ClaimDraft], hits: list[ClaimDraft]) -> None:
    never = wanted.get("wording_must_not_contain", [])
    exact = wanted.get("wording")
    for claim in near:
        if not never and not (exact and claim in hits):
            continue
        wrong = any(says(claim.text, one) for one in never)
        applied = [repair for repair in claim.resolutions if repair.applied]
        tally.add("true", not wrong)
        if any(not repair.reason.startswith(("relative time", "ties the sentence")) for repair in applied):
            tally.add("rewritten", not wrong)
        for repair in applied:
            if TRAINED in repair.reason:
                tally.add("pronoun", not wrong)
    for want in wanted.get("wording_must_contain", []):
        if hits:
            tally.add("whole", any(one_of(claim.text, want) for claim in hits))
    if exact and hits:
        options = exact if isinstance(exact, list) else [exact]
        tally.add("whole", any(plain(claim.text) == plain(one) for claim in hits for one in options))
