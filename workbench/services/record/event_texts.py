"""An event in words, for the history that people read."""

from __future__ import annotations

import json
from typing import Any

from workbench.domain.review import Event, Subject

_PLAIN = {
    "article.add": "added the article",
    "article.remove": "removed the article",
    "article.restore": "brought the article back",
    "claim.remove": "dropped the claim",
    "claim.restore": "brought the claim back",
    "evidence.unlink": "took a passage off the claim",
    "evidence.add": "added a source",
    "evidence.link": "added a link",
    "evidence.keep": "copied a passage of a collection",
    "source.remove": "removed a source",
    "source.edit": "renamed a source",
    "review.request_second": "asked for a second opinion",
    "review.nothing_found": "noted that nothing was found",
    "scale.add": "added a rating scale",
    "record.seal": "sealed the record as it stood",
}
_GIVEN = {
    "verdict.verdict": "rated it",
    "verdict.second_opinion": "gave a second opinion:",
    "verdict.settlement": "settled it:",
    "verdict.correction": "corrected it to",
}


_DESK = (Subject.TAG, Subject.ASSIGNMENT, Subject.COMMENT, Subject.SAVED_SEARCH, Subject.NOTICE)


def _desk_work(event: Event, before: dict[str, Any], after: dict[str, Any]) -> str:
    gone = bool(after.get("removed_at"))
    if event.subject == Subject.TAG:
        tag = f" {after['tag']}" if "tag" in after else ""
        return f"took the tag{tag} off" if gone else f"put the tag{tag} on" if tag else "put a tag on again"
    if event.subject == Subject.ASSIGNMENT:
        if gone:
            return "assigned it to nobody"
        name = after.get("assignee")
        until = f", due {after['due']}" if after.get("due") else ""
        return f"assigned it to {name}{until}" if name else f"assigned it again{until}"
    if event.subject == Subject.COMMENT:
        return "took a comment back" if gone else "commented on it"
    if event.subject == Subject.SAVED_SEARCH:
        name = f" {after['name']}" if "name" in after else ""
        return f"forgot a saved search{name}" if gone else f"kept a search{name}"
    return "put aside what waited"


def told(event: Event, *, secret: bool = False) -> str:
    """What an event did, as words that continue "Ann …".

    Args:
        event: The event; for an undo or redo give the act it is about.
        secret: Tell nothing of what was judged: the reader is to judge blind.
    """
    if secret:
        what = "rated it" if event.subject == Subject.VERDICT else "worked on the evidence"
        return f"{what} (shown once you have rated)"
    before, after = event.before or {}, event.after or {}
    # Before the action: a verdict's act holds the passages it relies on too.
    if event.subject == Subject.EVIDENCE:
        return _evidence(event, after)
    if event.action in _GIVEN:
        taken = f" (as in verdict {after['adopts']})" if after.get("adopts") is not None else ""
        return f"{_GIVEN[event.action]} {after.get('rating', '')}{taken}: {after.get('rationale', '')}".strip()
    if event.action == "review.consent":
        return f"agreed to settle it as {after.get('rating', '')}: {after.get('note', '')}"
    if event.action == "review.publish":
        return f"published it: {after.get('rating', '')}"
    if event.action == "article.resplit":
        words = _claim(event, before, after) if event.subject == Subject.CLAIM else "the suggestions are replaced"
        return f"split the article again: {words}"
    if event.action == "article.date":
        return _dated(event, after)
    if event.action == "record.seal" and after.get("reason") == "import":
        return _imported(after)
    if event.action == "evidence.add" and after.get("sources", 1) != 1:
        return f"added {after['sources']} sources"
    if event.subject == Subject.SESSION:
        return f"signed in (by {after.get('told_by', 'the proxy')})"
    if event.subject == Subject.ROLE:
        role = after.get("role")
        return f"gave {event.subject_id} the role {role}" if role else f"took the role of {event.subject_id} away"
    if event.subject in _DESK:
        return _desk_work(event, before, after)
    if event.subject == Subject.CLAIM:
        return _claim(event, before, after)
    if event.action == "scale.use":
        return f"chose the rating scale {after.get('value', '')}"
    if event.action == "article.deadline":
        return f"set the deadline to {after['deadline']}" if after.get("deadline") else "removed the deadline"
    if event.action == "setting.change" and event.subject_id.startswith("same_as:"):
        who = event.subject_id.partition(":")[2]
        page = after.get("value")
        return f"noted the page of the speaker {who}: {page}" if page else f"forgot the page of the speaker {who}"
    if event.action == "setting.change" and event.subject_id.startswith("media:"):
        what = "noted the media that" if event.after is not None else "forgot the media that"
        return f"{what} claim {event.subject_id.partition(':')[2]} consists of"
    if event.action == "setting.change" and event.subject_id.startswith("collection:"):
        name = event.subject_id.partition(":")[2]
        return f"attached the collection {name}" if event.after is not None else f"detached the collection {name}"
    if event.action == "setting.change":
        set_to = f"set {event.subject_id} to {after.get('value')}"
        return set_to if event.after is not None else f"removed the setting {event.subject_id}"
    if event.subject == Subject.REVIEWER:
        return f"added the reviewer {event.subject_id}"
    if event.action == "scale.add":
        return f"added the rating scale {event.subject_id}"
    if event.action == "source.edit" and after.get("private") is not None:
        what = "marked a source private" if after["private"] else "marked a source as no longer private"
        return f"{what}: {after['title']}" if after.get("title") else what
    words = _PLAIN.get(event.action, event.action.replace(".", " ").replace("_", " "))
    detail = after.get("note") or after.get("title") or ""
    return f"{words}: {detail}" if detail else words


def _imported(after: dict[str, Any]) -> str:
    head = f", head {after['head']}" if after.get("head") else ""
    said = f"imported a record that {after.get('program') or 'another workspace'} exported{head}, and sealed it"
    return f"{said}; it had been changed after it was exported" if after.get("flaws") else said


def _dated(event: Event, after: dict[str, Any]) -> str:
    if event.subject == Subject.CLAIM:
        words = "counted its times from the article's day"
        return f"{words}: “{after['text']}”" if "text" in after else words
    return f"dated the article {after['published']}" if after.get("published") else "left the article without a date"


def _evidence(event: Event, after: dict[str, Any]) -> str:
    which = f"passage {after['passage_id']}" if "passage_id" in after else "a passage"
    if event.action == "evidence.suggest":
        return f"suggested {which}"
    if after.get("removed_at"):
        return _PLAIN["evidence.unlink"]
    parts = []
    state = after.get("state")
    if state == "suggested":
        parts.append(f"left {which} undecided")
    elif state:
        parts.append(f"{state} {which}")
    if after.get("stance"):
        parts.append(f"stance: {after['stance']}")
    if "pinned" in after and (after["pinned"] or event.before is not None):
        parts.append("pinned it" if after["pinned"] else "unpinned it")
    if "cited" in after and (after["cited"] or event.before is not None):
        parts.append(f"chose what is cited of {which}" if after["cited"] else f"left what is cited of {which} open")
    if after.get("note"):
        parts.append(f"note: {after['note']}")
    return ", ".join(parts) or f"decided about {which}"


def _claim(event: Event, before: dict[str, Any], after: dict[str, Any]) -> str:
    if event.before is None:
        made = "split off" if event.action == "claim.split" else "added"
        return f"{made} the claim “{after.get('quote', '')}”"
    if after.get("removed_at"):
        return "merged it into the claim before" if event.action == "claim.merge" else _PLAIN["claim.remove"]
    if "duplicate_of" in after:
        other = after["duplicate_of"]
        return f"noted that it repeats claim {other}" if other else "listed it on its own: what it repeated is gone"
    if event.action == "claim.kinds":
        return f"changed its kinds to {', '.join(json.loads(after.get('kinds', '[]')))}"
    if event.action == "claim.speaker":
        how = {"direct": "quoted in their own words", "paraphrase": "paraphrased"}.get(str(after.get("attribution")))
        if "speaker" not in after and how is not None:
            return f"noted that whoever said it is {how}"
        return f"changed the speaker to {after.get('speaker') or 'the outlet'}"
    if "quote" in after:
        verb = {"claim.split": "split it, leaving", "claim.merge": "merged it to"}.get(event.action, "moved it to")
        return f"{verb} “{after['quote']}”"
    if "text" in after:
        return f"reworded it from “{before.get('text', '')}” to “{after['text']}”"
    return _PLAIN.get(event.action, "changed it")
