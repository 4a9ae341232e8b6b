"""Whether English words tell a cause: "because", "led to", "forced the port to close", "smoking increases the risk"."""

from __future__ import annotations

import re

from workbench.domain.syntax import Tree
from workbench.language.grammar.verbs import is_bare
from workbench.language.numbers.quantity_extraction import singular
from workbench.language.references.person_nouns import is_person_noun
from workbench.language.text.tokenizer import word_set

# The patterns read lower-case text: ignoring case makes them several times slower.
_RISKS = r"(?:the|your|a|one['’]s|their|his|her)\s+(?:\w+\s+)?(?:risk|chances?|odds|likelihood)"
_CAUSAL = re.compile(
    r"\b(?:because(?!\s+of\s+course)|caus(?:e|es|ed|ing)\b(?!\s+for\s+concern)|led\s+to|leads?\s+to|leading\s+to|"
    r"as\s+a\s+(?:direct\s+)?(?:result|consequence)|thanks\s+to|owing\s+to|owed\s+to|"
    r"on\s+account\s+of|in\s+response\s+to|consequently|therefore|thereby|so\s+that|in\s+order\s+to|brought\s+about|"
    r"prevent(?:s|ed|ing)?\b|(?:stopp?(?:ed|s)|kept|keeps)\s+(?:\w+\s+){1,6}?from\s+\w+ing|"
    r"blam(?:es|ed|ing)|(?:is|are|was|were|be)\s+to\s+blame|attribut(?:ed|able)\s+to|contribut(?:es|ed|ing)\s+to|"
    r"(?:is|are|was|were|be|been|being|held)\s+(?:\w+ly\s+)?responsible\s+for|stem(?:s|med)?\s+from|"
    r"(?:driven|fuell?ed|sparked|triggered|prompted|caused|killed|cured|ended|ruined|destroyed|wiped\s+out|rescued|"
    r"damaged)\s+by|drove\s+(?:up|down)|driving\s+(?:up|down)|drove\s+(?:\w+\s+){1,4}?(?:higher|lower)|"
    r"pushed\s+(?:up|down)|"
    r"saved?s?\s+(?:\w+\s+){0,3}?(?:lives|life|jobs)\b|"
    r"(?:is|are|was|were)\s+(?:also\s+)?(?:the\s+)?(?:main\s+|only\s+|chief\s+)?(?:reasons?|why|causes?)\b|"
    r"link(?:s|ed)\s+(?:[\w-]+\s+){0,5}?to\s+(?:an?\s+)?(?:\d[\d.]*%?\s+)?(?:higher|lower|increased|reduced|greater|"
    r"risk|"
    r"cancer|deaths?|disease|heart)|cures?\b(?!\s+for\b)|protects?\s+against|"
    rf"(?:raises?|raised|lowers?|lowered|cuts?|halves|doubles?|doubled|increas(?:es?|ed)|reduc(?:es?|ed))\s+{_RISKS}|"
    r"kills?\s+(?:the\s+|all\s+)?(?:virus|viruses|bacteria|germs|cancer|weeds)|"
    r"mak(?:e|es|ing)\s+it\s+(?:easier|harder|possible|impossible|difficult|cheaper|safer|worse|better|less|more)|"
    r"made\s+it\s+(?:easier|harder|possible|impossible|difficult|cheaper|safer|worse|better|less|more)|"
    r"over\s+(?:fears|concerns|claims)\b|(?:can|may|might|could|helps?\s+to|helps?)\s+(?:increase|reduce|improve|"
    r"damage|cause)\s+"
    r"(?!(?:by|to|in|on|at|and|or|but|after|since)\b)\w)"
)
_DUE_TO = re.compile(r"\bdue\s+to\s+(?P<next>[\w$€£'’-]{1,24})")
_PRESENT = re.compile(
    r"\b(?:disrupt(?:s|ed)?|hamper(?:s|ed)?|hinder(?:s|ed)?|fuel(?:s|led)|erode[sd]?|undermine[sd]?|"
    r"strain(?:s|ed)?|"
    r"delayed|saves|saved|drives|drove|spares|spared|increases|reduces|improves|damages|worsens|weakens|boosts|"
    r"harms|lowers|raises)\s+(?!(?:by|to|of|in|from|for|on|at|"
    r"and|or|but|after|since|over|as|last|this|during|were|are|was|have|had|that|which|will|would)\b)\w"
)
"""What a thing, not somebody, brings about."""
_VERBS = re.compile(
    r"\b(?:prompt(?:s|ed|ing)|trigger(?:s|ed|ing)|forc(?:es|ed|ing)|spark(?:s|ed|ing)|"
    r"result(?:s|ed|ing)?(?=\s+(?:in|from)\b))\b"
)
"""Verbs of bringing about that may also be nouns: "the armed forces"."""
_BEFORE_NOUN = re.compile(
    r"\b(?:armed|security|police|special|the|their|its|government|rebel|of|army|task|air|air-?strike|in|market|both|"
    r"these|"
    r"allied|russian|ukrainian|american|british|israeli|french|us|un|military|peacekeeping|naval|ground|border|our|"
    r"his)\s+$"
)
_CAUSE_BEFORE = re.compile(r"\b(?:because|so\s+that|which\s+is\s+why|as\s+a\s+result)[\s,]+$", re.IGNORECASE)
"""What a clause that was cut off is a cause or an effect by."""


def tells_cause(text: str, start: int, end: int, tree: Tree | None = None) -> bool:
    """Whether `text[start:end]` says what brings something about, or stands behind "because".

    Args:
        text: The article.
        start: Where the words begin.
        end: Where they end.
        tree: The sentence they stand in, where it was parsed.
    """
    if _CAUSE_BEFORE.search(text, max(0, start - 24), start):
        return True
    lowered = text[start:end].lower()
    if _CAUSAL.search(lowered):
        return True
    if any(not _is_plan(match["next"]) for match in _DUE_TO.finditer(lowered)):
        return True
    for match in _VERBS.finditer(lowered):
        kind = _kind_at(tree, start + match.start())
        if kind == "VERB" or (not kind and not _BEFORE_NOUN.search(lowered, max(0, match.start() - 24), match.start())):
            return True
    return any(_of_a_thing(tree, start + match.start()) for match in _PRESENT.finditer(lowered))


def _is_plan(word: str) -> bool:
    """Whether "due to" and this word tell what is planned: "due to open", "due to be sold"."""
    return word == "be" or (is_bare(word) and word not in _NO_VERBS)


_NO_VERBS = word_set(
    "the a an its their his her our my this that these those both such high low bad poor heavy strong new more less "
    "work rain snow ice heat drought fire cost fear demand strike traffic change travel lack age stress need damage war"
)


def _kind_at(tree: Tree | None, at: int) -> str:
    """The part of speech of the word that begins at an offset, "" where no tree tells."""
    if tree is None:
        return ""
    return next((token.upos for token in tree.tokens if token.start == at), "")


def _of_a_thing(tree: Tree | None, at: int) -> bool:
    """Whether the verb at an offset has a common noun or a whole clause for its subject, so that no one does it."""
    if tree is None:
        return False
    index = next((i for i, token in enumerate(tree.tokens) if token.start == at and token.upos == "VERB"), None)
    if index is None:
        return False
    subjects = [t for t in tree.tokens if t.head == index and t.deprel in {"nsubj", "csubj"}]
    return any(
        t.deprel == "csubj" or (t.upos == "NOUN" and not t.entity and not _may_act(singular(t.text.lower())))
        for t in subjects
    )


def _may_act(noun: str) -> bool:
    """Whether a noun may mean somebody who acts: "grower", "tenant"."""
    return is_person_noun(noun) or noun.endswith(("er", "or", "ist", "ian", "ant"))
