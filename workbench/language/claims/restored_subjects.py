"""When the subject that a clause shares with another may be put in front of it, and when its words must stay alone.

A tree tells which word is the subject; it does not tell whether "which left 400 lorries stranded" is said of the
border post or of its closing. Where the sentence leaves that open, where others share the verb, or where no sentence
would come of it, the clause is worded as its whole sentence: longer, but nothing that was not said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from workbench.domain.syntax import Token, Tree
from workbench.language.claims.other_nouns import may_mean_what_stands_there
from workbench.language.grammar.clause_candidates import ClauseCandidate
from workbench.language.grammar.tree_reading import below, children_of
from workbench.language.grammar.verbs import is_bare, is_past
from workbench.language.references.person_nouns import is_person_noun, is_plural
from workbench.language.text.tokenizer import word_set
from workbench.language.time.calendar_words import UNIT_DAYS

_STRONG = re.compile(
    r"(?:(?:caus|forc|prompt|trigger|spark|doubl|tripl|quadrupl|rais|lower|reduc|increas|boost|push|enabl|threaten|"
    r"worsen|eas|fuel+|prevent|delay|spell|underlin|highlight|result|culminat|allow)(?:e|es|ed|s|ing)?|"
    r"means?|meant|meaning|bringing|leaving|ending|stopping|cutting|sending|driving|helping|creating|saving|"
    r"costing)$",
    re.IGNORECASE,
)
"""What an event does as well as a thing: behind "which" it may mean all that was said before."""
_WEAK = re.compile(
    r"(?:(?:mak|giv|help|show|driv|creat|sav|end|stop|suggest|indicat|reflect|leav|send|cost)(?:e|es|ed|s|p?ing)?|"
    r"leads?|led|leading|left|brings?|brought|made|gave|drove|cuts?)$",
    re.IGNORECASE,
)
"""Also what people, bodies and things do every day: here only what the verb goes with tells that an event is meant."""
_DASH = re.compile(r"\s(?:-{1,2}|–|—)\s|—")
_JUDGES = word_set(
    """
    blame blames blamed attribute attributes attributed deny denies denied dispute disputes disputed credit credits
    credited reject rejects rejected regret regrets regretted welcome welcomes welcomed call calls called describe
    describes described confirm confirms confirmed link links linked explain explains explained expect expects
    expected put puts
    """
)
"""What is done with an event rather than with the thing that is named last."""
_NOT = frozenset({"not", "n't", "n’t", "never"})
_SHARES = word_set("percent cent % point points times half third quarter")
_FINITE = word_set("is are was were has have had will would can could may might must should does do did")
_OUTLOOK = frozenset({"would", "will", "could", "might", "may", "’d", "'d"})
_JOINS = frozenset({"and", "or", "but", "nor", "also", "then", "too"})
_BREAKS = frozenset({",", "-", "–", "—", "--", "("})
_RELATIVES = frozenset({"which", "that", "who", "whose", "whom"})
_FINITE_TO_MANY = word_set("are were have do 're ’re")
_FINITE_TO_ONE = word_set("is was has does 's ’s")
_TO_ONE = re.compile(r"(?<![us])s$")
"""A verb in the present whose subject is one: "makes", not "discuss" or "focus"."""
_SINGULAR = word_set("he she it this that")
_PLURAL = word_set("they we you i these those people police both")
_GROUPS = word_set(
    """
    team police staff family government committee council side group club public crew party audience majority minority
    couple pair number half third quarter rest lot crowd jury army company band board cabinet parliament press squad
    handful dozen hundreds thousands union panel opposition press data media some most all none any
    """
)
SURE = 0.9
"""How probable a verb's place and its subject must be. On two treebanks that no training saw (the development part of
EWT, and PUD) the subject put before a relative clause was the right one 79 times in 100, above this 93; before a verb
joined by "and" 85 and 96."""
_SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"}
_HELPERS = {"aux", "aux:pass", "cop"}
_ASIDE = {"acl", "acl:relcl", "csubj", "csubj:pass"}


def why_not(text: str, candidate: ClauseCandidate, tree: Tree) -> str | None:
    """Why the subject of a candidate may not be put in front of it, in words; None where it may.

    Args:
        text: The article.
        candidate: A clause with a `subject`.
        tree: The parsed sentence it is part of.
    """
    if candidate.rule == "relative" and text[candidate.start : candidate.start + 6].lower() == "where ":
        return "its place stands elsewhere"
    if candidate.rule == "participle":
        return "it tells of the act as much as of who did it"  # "struck water, flooding the tube": no engineer did
    if candidate.subject is None:
        return _begins_bare(candidate, tree)
    tokens = tree.tokens
    inside = [i for i, token in enumerate(tokens) if candidate.subject.start <= token.start < candidate.subject.end]
    heads = [i for i in inside if tokens[i].head not in inside]
    own = [i for i, token in enumerate(tokens) if candidate.start <= token.start < candidate.end]
    verb = _verb(tree, own)
    if not heads or verb is None:
        return None
    children = children_of(tree)
    head = heads[0]
    if not _only_noun_before(tree, inside, own, head, verb) and _certainty(tree, head, verb) < (SURE):
        return "the parser is not sure whose verb it is"
    opener = tokens[own[0]].text.lower()
    if own[0] > 0 and tokens[own[0] - 1].upos in {"NOUN", "NUM", "PROPN"} and opener not in _RELATIVES:
        return "a subject of its own stands before it"
    if opener not in _RELATIVES and _has_own(tokens, own):
        return "it has a subject of its own"
    cut_off = _not_whole(tree, children, inside, head) or _torn(text, candidate)
    if cut_off is not None:
        return cut_off
    if opener in _RELATIVES and any(
        tokens[i].text.lower() in _RELATIVES - {"that"} and tokens[i - 1].upos == "CCONJ" for i in own[1:]
    ):
        return "a second relative pronoun would be left"
    if may_mean_what_stands_there(tree, children, head, opener):
        return "another noun may be meant"
    if opener in _RELATIVES and (loose := _loosely(tree, children, own, inside, head, verb)) is not None:
        return loose
    if opener == "whose" or candidate.gap is not None:
        owner = next((i for i in own[1:] if tokens[i].deprel == "obj" and own[0] in children[i]), None)
        if candidate.gap is not None and 0 <= tokens[head].head < head:
            judged = tokens[verb].text.lower() in _JUDGES or tokens[head].upos in {"NUM", "SYM"}
            denied = any(tokens[c].text.lower() in _NOT for c in children[verb])
            if denied and tokens[inside[0]].text.lower() in {"a", "an"}:
                return "which one is meant would be lost"  # "a study in 2017, which it never published"
            if judged or tokens[head].text.lower() in _SHARES:
                return "the act may be meant"  # "fares rose 12 per cent, which the firm blames on fuel"
        return "its noun is the object" if owner is not None else None
    return (
        _disagrees(tree, children, inside, head, verb, candidate)
        or _not_finite(tree, children, own, verb, candidate)
        or _may_be_the_clause(tree, own, head, verb, opener, children)
    )


def _has_own(tokens: Sequence[Token], own: list[int]) -> bool:
    """Whether a clause begins with a noun right before its verb: "(revenue rose, and) net debt |was down"."""
    nominal = list(takewhile(lambda i: tokens[i].upos in {"ADJ", "NOUN", "PROPN", "NUM", "DET"}, own))
    behind = own[len(nominal) : len(nominal) + 1]
    named = bool(nominal) and tokens[nominal[-1]].upos in {"NOUN", "PROPN"}
    return named and any(tokens[i].upos == "AUX" and tokens[i].deprel in _HELPERS for i in behind)


def _only_noun_before(tree: Tree, inside: list[int], own: list[int], head: int, verb: int) -> bool:
    """Whether a clause can have no other subject than the one noun that its sentence begins with.

    Right behind it a relative clause: "Ferry operator Sample, which employs 340 people, |denied it".
    """
    tokens = tree.tokens
    if inside[0] != 0 or any(tokens[i].deprel in {"nmod", "obl", "conj", "cc", "punct"} for i in inside):
        return False
    after = inside[-1] + 1
    if [token.text.lower() for token in tokens[after : after + 1]] != [","]:
        return False
    if own[0] == after + 1:
        return tokens[own[0]].text.lower() in _RELATIVES - {"that"}
    aside = tokens[after + 1].text.lower() in _RELATIVES - {"that"} and tokens[own[0] - 1].text == ","
    return aside and tokens[head].head == verb and tokens[verb].deprel == "root"


def _certainty(tree: Tree, head: int, verb: int) -> float:
    """How sure the parser is that a verb hangs where its subject was looked for, and that this is the subject there."""
    tokens = tree.tokens
    asked = [tokens[verb].certainty]
    if tokens[head].deprel in _SUBJECTS:
        asked.append(tokens[head].certainty)
    return min(asked)


def _begins_bare(candidate: ClauseCandidate, tree: Tree) -> str | None:
    """Whether a clause without a subject begins with its verb, though words of its sentence stand before it."""
    own = [i for i, token in enumerate(tree.tokens) if candidate.start <= token.start < candidate.end]
    if not own or own[0] == 0:
        return None
    first = tree.tokens[own[0]]
    told = first.upos == "VERB" and is_past(first.text)
    if told and not any(tree.tokens[i].deprel in _SUBJECTS for i in own):
        return "its subject stands elsewhere"
    if first.text not in _FINITE:
        return None
    subjects = any(tree.tokens[i].deprel in _SUBJECTS and i < own[0] + 3 for i in own)
    return None if subjects else "its subject stands elsewhere"


def _torn(text: str, candidate: ClauseCandidate) -> str | None:
    """Whether the subject ends inside a word or an aside, or stands in another aside than its clause."""
    subject = candidate.subject
    assert subject is not None
    if text[subject.start - 1 : subject.start] == "-" or text[subject.end : subject.end + 1] == "-":
        return "the phrase goes on"
    words = subject.of(text)
    first, last = words.split()[0].lower(), words.split()[-1].lower()
    if len(_DASH.findall(words)) % 2 or first in _JOINS or last in _RELATIVES:
        return "the phrase is torn"
    if subject.end <= candidate.start:
        line = text[max(0, subject.start - 400) : subject.start].rpartition("\n")[2]
        if _DASH.search(text[subject.end : candidate.start]) and _DASH.search(line):
            return "it stands in an aside"
    return None


def _loosely(
    tree: Tree, children: list[list[int]], own: list[int], inside: list[int], head: int, verb: int
) -> str | None:
    """Whether a relative clause may be said of another noun than the one it is given to, or only picks some of them."""
    tokens = tree.tokens
    noun = tokens[head]
    set_off = own[0] > 0 and tokens[own[0] - 1].text in _BREAKS
    first = tokens[inside[0]]
    if not set_off and noun.upos == "NOUN" and is_plural(noun.text) and first.upos not in {"DET", "NUM", "PRON"}:
        return "only some are meant"
    if not set_off:
        return None
    within = tokens[noun.head] if noun.head >= 0 else noun
    if within.deprel in {"acl", "advcl"} and any(tokens[c].text.lower() == "to" for c in children[noun.head]):
        return "another noun may be meant"  # "sought time to file a reply, which the bench granted"
    between = range(head + 1, own[0])
    if tokens[own[0]].text.lower() == "who" and not _is_person(noun) and any(_is_person(tokens[i]) for i in between):
        return "another noun is meant"  # "money borrowed from his mother, who knew nothing of it"
    later = [i for i in inside if i > head and tokens[i].upos in {"NOUN", "PROPN"} and tokens[i].deprel == "nmod"]
    later = [i for i in later if not (noun.entity and tokens[i].entity == noun.entity)]
    if not later:
        return None
    last = tokens[later[-1]]
    person, other = _is_person(noun), _is_person(last)
    if person != other and tokens[own[0]].text.lower() in {"who", "which"}:
        meant = noun if person == (tokens[own[0]].text.lower() == "who") else last
        return None if meant is noun else "another noun is meant"
    helpers = [tokens[c].text.lower() for c in children[verb] if tokens[c].deprel in _HELPERS]
    told = helpers[0] if helpers else tokens[verb].text.lower()
    tells = told in _FINITE_TO_MANY | _FINITE_TO_ONE or (not helpers and (is_bare(told) or told.endswith("s")))
    differ = all(_is_plural(tokens[i]) != _is_plural(noun) for i in later)
    return None if differ and tells else "another noun may be meant"


def _verb(tree: Tree, own: list[int]) -> int | None:
    """The predicate of a clause: its word that hangs on a word outside it, or on none."""
    inside = set(own)
    tops = [i for i in own if tree.tokens[i].head not in inside]
    verbs = [i for i in tops if tree.tokens[i].upos in {"VERB", "AUX"} or tree.tokens[i].deprel in {"conj", "root"}]
    return next(iter([*verbs, *tops]), None)


def _not_whole(tree: Tree, children: list[list[int]], inside: list[int], head: int) -> str | None:
    """Whether the phrase is only part of the subject, or more than one."""
    tokens, within = tree.tokens, set(inside)
    joined = [c for c in children[head] if tokens[c].deprel == "conj" and c not in within and c > inside[-1]]
    if any(tokens[c].upos in {"NOUN", "PROPN", "PRON"} for c in joined):
        return "others share the verb"
    after = inside[-1] + 1
    if after < len(tokens) and tokens[after].upos in {"PROPN", "NOUN"} and tokens[after].head in within:
        return "the phrase goes on"
    asides = {w for i in inside if tokens[i].deprel in _ASIDE for w in below(children, i)}
    helped = [i for i in inside if tokens[i].deprel in _HELPERS and i not in asides]
    if helped and tokens[head].deprel not in _ASIDE:
        return "it is a sentence of its own"
    return None


def _is_plural(token: Token) -> bool:
    return token.upos == "NOUN" and is_plural(token.text)


def _is_person(token: Token) -> bool:
    return token.entity == "PER" or (token.upos == "NOUN" and is_person_noun(token.text))


def _disagrees(
    tree: Tree, children: list[list[int]], inside: list[int], head: int, verb: int, candidate: ClauseCandidate
) -> str | None:
    """Whether one thing would "are", or several "is"."""
    tokens, within = tree.tokens, set(inside)
    noun = tokens[head].text.lower()
    joined = any(tokens[c].deprel == "conj" and c in within for c in children[head])
    if noun in _GROUPS or any(tokens[i].text.lower() in _GROUPS for i in inside):
        return None
    many = joined or noun in _PLURAL or (tokens[head].upos == "NOUN" and is_plural(noun))
    unsure = tokens[head].upos == "PROPN" and noun.endswith("s")
    one = not many and not unsure and (noun in _SINGULAR or tokens[head].upos in {"NOUN", "PROPN"})
    added = [words.split()[0] for _, _, words in candidate.rewords if words.strip()]
    if many and any(word in {"is", "was", "has"} for word in added):
        return "several things, and a verb for one"
    helpers = [
        tokens[c].text.lower()
        for c in children[verb]
        if tokens[c].deprel in _HELPERS and candidate.start <= tokens[c].start < candidate.end
    ]
    first = helpers[0] if helpers else ""
    if one and first in _FINITE_TO_MANY and tokens[head].entity not in {"ORG", "LOC"} and not _opens(tokens, inside):
        return "one thing, and a verb for several"
    alone = tokens[verb].upos == "VERB" and not helpers and _TO_ONE.search(tokens[verb].text) is not None
    if many and not joined and (first in _FINITE_TO_ONE or alone):
        return "several things, and a verb for one"
    bare = tokens[verb].upos == "VERB" and is_bare(tokens[verb].text) and not helpers
    named = tokens[head].upos == "PROPN" and inside[0] == head and len(inside) == 1
    if one and bare and not named and tokens[verb].text.islower():
        return "one thing, and a verb for several"
    return None


def _opens(tokens: Sequence[Token], inside: list[int]) -> bool:
    """Whether a name opens its sentence: then nothing else can be the subject ("City, who have won, were …")."""
    return inside[0] == 0 and all(tokens[i].upos == "PROPN" for i in inside)


def _not_finite(
    tree: Tree, children: list[list[int]], own: list[int], verb: int, candidate: ClauseCandidate
) -> str | None:
    """Whether the clause would have no verb of its own, or one that lost its helper."""
    tokens = tree.tokens
    word = tokens[verb]
    helped = any(tokens[c].deprel in _HELPERS and c in own for c in children[verb])
    if word.upos not in {"VERB", "AUX"}:
        return None if helped or candidate.rewords else "its helping verb stands elsewhere"
    lower = word.text.lower()
    reworded = {start for start, _, _ in candidate.rewords}
    if any(words.split()[:1] in (["is"], ["are"]) and words.endswith("ing") for _, _, words in candidate.rewords):
        return "what goes on is not what is"
    if lower.endswith("ing") and not helped and word.start not in reworded:
        return "its verb is no finite one"
    if reworded and any(
        tokens[c].deprel == "conj" and tokens[c].text.lower().endswith("ing") and tokens[c].upos == "VERB"
        and tokens[c].start not in reworded
        for c in children[verb]
    ):  # fmt: skip
        return "its verbs would differ in form"
    if word.deprel == "conj" and word.head >= 0 and not helped:
        first = tokens[word.head]
        passive = any(tokens[c].deprel == "aux:pass" for c in children[word.head])
        agent = any(tokens[c].deprel in {"obl:agent"} or _is_by(tree, children, c) for c in children[verb])
        if passive and agent:
            return "its helping verb stands elsewhere"
        shared = any(tokens[c].deprel in {"aux", "mark"} for c in children[word.head])
        if shared and is_bare(word.text) and is_bare(first.text):
            return "its helping verb stands elsewhere"
        if first.upos == "VERB" and is_bare(first.text) and _may_be_bare(word.text):
            named = any(tokens[c].deprel == "cop" for c in children[word.head])
            if named:
                return "its helping verb stands elsewhere"
    return None


def _may_be_bare(verb: str) -> bool:
    """Whether a verb may be written as in "to get": also "let", "put", which are their own past."""
    return is_bare(verb) or verb.lower() in {"let", "put", "cut", "set", "hit", "shut", "quit", "cost", "spread"}


def _is_by(tree: Tree, children: list[list[int]], index: int) -> bool:
    return tree.tokens[index].deprel == "obl" and any(tree.tokens[c].text.lower() == "by" for c in children[index])


def _may_be_the_clause(
    tree: Tree, own: list[int], head: int, verb: int, opener: str, children: list[list[int]]
) -> str | None:
    """Whether what the clause tells of may be all that was said before it, not the thing named last."""
    tokens = tree.tokens
    noun, word = tokens[head], tokens[verb]
    relative = opener in {"which", "that"}
    if relative and (
        noun.upos == "NUM" or noun.text.lower() in UNIT_DAYS or noun.text.lower() in {"percent", "cent", "%"}
    ):
        return "a number does nothing"
    after_comma = own[0] > 0 and tokens[own[0] - 1].text in {",", "-", "–", "—"}
    if not after_comma:
        return None
    strong = _STRONG.match(word.text) is not None
    act = 0 <= noun.head < head and tokens[noun.head].text.lower().endswith("ing") and noun.deprel in {"obj", "obl"}
    ahead = any(tokens[c].text.lower() in _OUTLOOK and tokens[c].deprel == "aux" for c in children[verb])
    if not strong and not (_WEAK.match(word.text) and (act or ahead or _changes(tree, children, verb))):
        return None
    if not relative or noun.deprel in _SUBJECTS or noun.entity == "PER" or is_person_noun(noun.text):
        return None
    return "the clause before may be meant" if noun.deprel in {"obj", "obl", "nmod", "xcomp", "conj"} else None


def _changes(tree: Tree, children: list[list[int]], verb: int) -> bool:
    """Whether a verb tells what something becomes by it: "left lorries stranded", "made it harder", "led to"."""
    tokens = tree.tokens
    if any(tokens[c].deprel in {"xcomp", "ccomp"} for c in children[verb]):
        return True
    if any(tokens[c].text.lower() in {"it", "them"} and tokens[c].deprel == "obj" for c in children[verb]):
        return True
    after = tokens[verb + 1].text.lower() if verb + 1 < len(tokens) else ""
    if tokens[verb].text.lower() in {"leads", "led", "lead", "leading"}:
        return after == "to"
    objects = [c for c in children[verb] if tokens[c].deprel == "obj"]
    return tokens[verb].text.lower() in {"leaves", "left", "leave", "leaving"} and any(
        tokens[i].upos in {"ADJ", "VERB"} and tokens[i].deprel in {"amod", "acl"} and i > o
        for o in objects
        for i in below(children, o)
    )
