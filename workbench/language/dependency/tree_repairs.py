"""What a parser often gets wrong, put right before anything is read off its trees."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.domain.syntax import Token, Tree
from workbench.language.dependency.behind_semicolons import set_apart
from workbench.language.dependency.hyphened_names import with_hyphened_names
from workbench.language.dependency.unfit_relations import with_fit_relations
from workbench.language.dependency.vocatives import without_vocative
from workbench.language.grammar.lexicon import SAYING
from workbench.language.grammar.tree_reading import below, children_of
from workbench.language.grammar.verbs import is_past
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.tokenizer import word_set

_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
_OBJECTS = frozenset({"obj", "iobj", "obl:unmarked", "obl:agent", "parataxis", "appos"})
_TIMES = frozenset(
    {*MONTHS, *WEEKDAYS} | word_set("night morning afternoon evening day week month year spring summer autumn winter")
)
_ENDS_PHRASE = frozenset({"NOUN", "PROPN", "ADV", "ADP", "PRON", "VERB", "NUM", "ADJ"})
_SURE = 0.9
_OF_SEVERAL = frozenset({"neither", "none"})
_CLOSES = frozenset({'"', "”", "’", ","})
_TELLS = frozenset({"told", "tells"})
_QUOTES = frozenset({'"', "”", "’"})
_NAMED = frozenset({"NOUN", "PROPN"})
_STANDS_BY = frozenset({"appos", "nsubj", "nsubj:pass", "parataxis", "dep", "conj", "obl", "nmod"})


def repaired_trees(trees: Sequence[Tree]) -> list[Tree]:
    """The trees with every verb of saying, and every verb behind "and" or "but", given its own subject."""
    trees = [
        without_vocative(
            _in_a_row(
                _fronted(
                    _parted(
                        _inverted(
                            _with_that_month(
                                _with_neither(
                                    _with_subject_before(_with_late_source(set_apart(with_hyphened_names(tree))))
                                )
                            )
                        )
                    )
                )
            )
        )
        for tree in map(with_fit_relations, trees)
    ]
    return [_behind_and(_with_object(_with_second_subject(_with_whole_name(_with_speaker(tree))))) for tree in trees]


def _inverted(tree: Tree) -> Tree:
    """The tree in which a helper before its subject hangs on its verb: "in none of them had the bone been moved"."""
    tokens = tree.tokens
    for helper, token in enumerate(tokens):
        if token.upos != "AUX" or token.deprel != "conj" or any(t.head == helper and t.upos == "VERB" for t in tokens):
            continue
        verb = next((i for i in range(helper + 1, len(tokens)) if tokens[i].upos == "VERB"), None)
        if verb is None or not 0 <= tokens[verb].head < helper:
            continue
        own = [i for i, each in enumerate(tokens) if each.head == verb]
        subject = any(tokens[i].deprel in _SUBJECTS and helper < i < verb for i in own)
        bare = all(tokens[i].text.lower() in {"been", "being"} for i in own if tokens[i].deprel[:3] == "aux")
        if not subject or not bare:
            continue
        made = [replace(each, head=verb) if each.head == helper else each for each in tokens]
        made[verb] = replace(tokens[verb], head=token.head, deprel="conj")
        made[helper] = replace(token, head=verb, deprel="aux")
        return replace(tree, tokens=tuple(made))
    return tree


def _with_neither(tree: Tree) -> Tree:
    """The tree in which "neither" or "none" before a verb is who does it: "It went on and neither gave way"."""
    tokens = list(tree.tokens)
    for i in range(1, len(tokens) - 1):
        verb = tokens[i].head
        if (
            tokens[i].text not in _OF_SEVERAL
            or tokens[i].deprel not in {"advmod", "cc:preconj", "det", "cc"}
            or verb < 0
        ):
            continue
        helpers = range(i + 1, verb)
        joined = tokens[i - 1].upos == "CCONJ" and tokens[verb].deprel == "conj" and tokens[verb].upos == "VERB"
        if not joined or verb <= i or any(tokens[k].upos not in {"AUX", "ADV", "PART"} for k in helpers):
            continue
        if _has_subject(tokens, verb) or any(token.text in {"nor", "or"} for token in tokens[verb:]):
            continue
        tokens[i] = replace(tokens[i], upos="PRON", deprel="nsubj")
    return replace(tree, tokens=tuple(tokens))


def _with_late_source(tree: Tree) -> Tree:
    """The tree in which an "according to …" that ends a sentence behind a comma is said of all of it."""
    tokens = list(tree.tokens)
    at = next((i for i in range(len(tokens) - 1, 1, -1) if tokens[i].text == "according"), None)
    root = next((i for i, token in enumerate(tokens) if token.head < 0), None)
    if at is None or root is None or tokens[at - 1].text != "," or tokens[at].head <= at:
        return tree
    noun = tokens[at].head
    last = max(i for i, token in enumerate(tokens) if token.upos != "PUNCT")
    if tokens[noun].certainty < _SURE and root < at and last in below(children_of(tree), noun):
        tokens[noun] = replace(tokens[noun], head=root, deprel="obl")
    return replace(tree, tokens=tuple(tokens))


def _with_subject_before(tree: Tree) -> Tree:
    """The tree in which a noun right before a joined verb without a subject is that: "and the bell tolled twice"."""
    tokens = list(tree.tokens)
    for i, token in enumerate(tokens[:-1]):
        verb = token.head
        joined = verb == i + 1 and tokens[verb].upos == "VERB" and tokens[verb].deprel in {"conj", "parataxis"}
        named = token.deprel == "obj" and token.upos in _NAMED
        share = token.deprel == "obl:unmarked" and token.upos in {"SYM", "NUM"}  # "41% backed and 38% opposed it"
        if joined and (named or share) and not _has_subject(tokens, verb):
            tokens[i] = replace(token, deprel="nsubj")
    return replace(tree, tokens=tuple(tokens))


def _with_that_month(tree: Tree) -> Tree:
    """The tree in which "that October" is a time and no subject: "called in its loan that October and 40 men left"."""
    tokens = list(tree.tokens)
    for i in range(1, len(tokens) - 1):
        that, month = tokens[i], tokens[i + 1]
        if that.text != "that" or month.text.lower() not in _TIMES or tokens[i - 1].upos not in _ENDS_PHRASE:
            continue
        verb = month.head
        if month.deprel not in _SUBJECTS or verb <= i + 1 or that.head != verb or tokens[verb].deprel != "conj":
            continue
        joined = next((k for k in range(i + 2, verb) if tokens[k].head == i + 1 and tokens[k].deprel == "conj"), None)
        subject = next(
            (k for k in range(i + 2, verb) if tokens[k].head == verb and tokens[k].deprel in _SUBJECTS), joined
        )
        first = next((k for k in range(i, -1, -1) if tokens[k].upos == "VERB"), None)
        if subject is None or first is None or tokens[i + 2].upos != "CCONJ":
            continue
        tokens[i] = replace(that, upos="DET", deprel="det", head=i + 1)
        tokens[i + 1] = replace(month, deprel="obl:unmarked", head=first)
        tokens[i + 2] = replace(tokens[i + 2], head=verb)
        tokens[verb] = replace(tokens[verb], head=first)
        if joined is not None and joined != subject:
            tokens[joined] = replace(tokens[joined], head=subject, deprel="nummod")
        tokens[subject] = replace(tokens[subject], head=verb, deprel=month.deprel)
    return replace(tree, tokens=tuple(tokens))


def _in_a_row(tree: Tree) -> Tree:
    """The tree with the middle verb of a row joined to the first: "was born in Holm, studied in Varen and built …"."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        lower = token.text.lower()
        past = is_past(lower) and lower != "aged"
        if token.deprel != "advcl" or token.upos != "VERB" or not past or not 0 <= token.head < verb:
            continue
        own = {each.deprel for each in tokens if each.head == verb}
        means = any(
            each.text.lower() in {"by", "with"} and each.head >= 0 and tokens[each.head].head == verb for each in tokens
        )
        if (
            tokens[verb - 1].text != ","
            or means
            or own & {"mark", "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "ccomp"}
        ):
            continue
        joined = any(
            each.deprel == "conj" and each.head == token.head and i > verb
            and any(t.head == i and t.deprel == "cc" for t in tokens)
            for i, each in enumerate(tokens)
        )  # fmt: skip
        if joined and ("obj" in own or tokens[token.head].text.lower() == "born"):
            made = list(tokens)
            made[verb] = replace(token, deprel="conj")
            return replace(tree, tokens=tuple(made))
    return tree


def _with_whole_name(tree: Tree) -> Tree:
    """The tree in which a name right behind what it is called has that for its title: "the producer Sample Metals"."""
    tokens = tree.tokens
    for verb in range(len(tokens)):
        subjects = [i for i, each in enumerate(tokens) if each.head == verb and each.deprel in _SUBJECTS]
        beside = len(subjects) == 2 and (subjects[1] < verb or subjects == [verb + 1, verb + 2])
        if not beside or tokens[subjects[1]].upos != "PROPN" or tokens[subjects[0]].upos not in _NAMED:
            continue
        title, name = subjects
        own = set(below(children_of(tree), name))
        if not all(i in own for i in range(title + 1, name)):
            continue
        made = list(tokens)
        made[title] = replace(tokens[title], head=name, deprel="nmod:desc")
        for i in range(name + 1, len(tokens)):
            if tokens[i].head == title:
                made[i] = replace(tokens[i], head=name)
        return replace(tree, tokens=tuple(made))
    return tree


def _with_speaker(tree: Tree) -> Tree:
    """The tree with who said it hung on the saying: in "We paid," the minister said. no minister paid."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        if token.upos != "VERB" or not (token.text.lower() in SAYING or _behind_quotation(tokens, verb)):
            continue
        own = [i for i, each in enumerate(tokens) if each.head == verb]
        subjects = [i for i in own if tokens[i].deprel in _SUBJECTS]
        turned = bool(subjects) and subjects[0] > verb and token.text.lower() in _TELLS
        if subjects and not turned:
            continue
        if not any(tokens[i].deprel == "ccomp" and i < verb for i in own):
            continue
        late = _behind_the_saying(tree, verb, own) if not turned else None
        late = _behind_the_mark(tree, verb) if late is None else late
        late = _with_its_name(tree, verb) if late is None else late
        if late is not None:
            made = list(tokens)
            made[late] = replace(tokens[late], head=verb, deprel="nsubj")
            for i in subjects:  # "…," their aunt, Ann Example, told Radio Sample
                made[i] = replace(tokens[i], deprel="obj")
            for i in range(late + 1, len(tokens)):
                if tokens[i].head < verb < late and tokens[i].head >= 0:
                    made[i] = replace(tokens[i], head=verb)  # when and where it was said, not what was
            return replace(tree, tokens=tuple(made))
    return tree


def _behind_quotation(tokens: Sequence[Token], verb: int) -> bool:
    """Whether a quotation that a comma ends stands at most a few words before the root: "… it," the old man sighed."""
    marks = (i for i in range(max(1, verb - 6), verb) if tokens[i].text in _QUOTES and tokens[i - 1].text == ",")
    return tokens[verb].deprel == "root" and next(marks, None) is not None


def _with_second_subject(tree: Tree) -> Tree:
    """The tree with the second subject of a verb hung on the verb joined to it: "A put B ahead, but C equalised"."""
    tokens = tree.tokens
    for verb, token in enumerate(tokens):
        if token.deprel != "conj" or token.upos != "VERB" or token.head < 0 or token.head > verb:
            continue
        if any(each.head == verb and each.deprel in _SUBJECTS for each in tokens):
            continue
        first = token.head
        subjects = [i for i, each in enumerate(tokens) if each.head == first and each.deprel in _SUBJECTS]
        late = [i for i in subjects if first < i < verb]
        if len(late) == 1 and subjects[0] < first and any(t.upos == "CCONJ" for t in tokens[first + 1 : late[0]]):
            moved = replace(tokens[late[0]], head=verb)
            return replace(tree, tokens=(*tokens[: late[0]], moved, *tokens[late[0] + 1 :]))
    return tree


def _behind_the_saying(tree: Tree, verb: int, own: Sequence[int]) -> int | None:
    """The noun behind a verb of saying that hangs on what was said before it: ""They close," said its president"."""
    tokens = tree.tokens
    said = {i for i in own if tokens[i].deprel == "ccomp" and i < verb}
    children = children_of(tree)
    for i, each in enumerate(tokens):
        if i > verb and each.head in said and each.deprel in _SUBJECTS:
            return i
        # right behind the verb stands who said it, whatever the tree made of it: ""…," wrote one user on Monday"
        beside = i > verb and each.head in said and each.deprel in _OBJECTS and each.upos in _NOUNS
        if beside and tokens[verb - 1].text in _CLOSES and set(range(verb + 1, i)) <= set(below(children, i)):
            return i
    return None


def _behind_the_mark(tree: Tree, verb: int) -> int | None:
    """The noun whose phrase is all that stands between the last comma, or quotation mark, and a verb of saying."""
    tokens = tree.tokens
    marks = {'"', "”"} if tokens[verb - 1].text == "," else {",", '"', "”"}  # "…,” the chair, Ann Example, said"
    mark = next((i for i in range(verb - 1, 0, -1) if tokens[i].text in marks), None)
    if mark is None or mark + 1 >= verb or any(_is_finite(each) for each in tokens[mark + 1 : verb]):
        return None
    heads = [i for i in range(mark + 1, verb) if not mark < tokens[i].head < verb and tokens[i].upos != "PUNCT"]
    if len(heads) != 1 or tokens[heads[0]].upos not in _NOUNS or tokens[heads[0]].deprel not in _STANDS_BY:
        return None
    children = children_of(tree)
    if any(tokens[c].deprel == "case" for c in children[heads[0]]):
        return None
    return heads[0] if max(below(children, heads[0])) < verb else None


def _with_its_name(tree: Tree, verb: int) -> int | None:
    """The subject behind its verb that a name between commas parts from a saying: "…, its head, Ann Example, says"."""
    tokens = tree.tokens
    if tokens[verb - 1].text != ",":
        return None
    children = children_of(tree)
    for i in range(verb - 2, 1, -1):
        if tokens[i].deprel not in _SUBJECTS or not 0 <= tokens[i].head < i or tokens[i].upos not in _NAMED:
            continue
        own = [k for k in below(children, i) if tokens[k].upos != "PUNCT"]
        named = any(tokens[c].deprel == "appos" and tokens[c].upos == "PROPN" for c in children[i])
        if named and own[-1] == verb - 2 and own[0] > 0 and tokens[own[0] - 1].text == ",":
            return i
    return None


def _is_finite(token: Token) -> bool:
    return token.upos in {"VERB", "AUX"} and not token.text.lower().endswith(("ing", "ed"))


def _with_object(tree: Tree) -> Tree:
    """The tree with the "that" before an "and" hung on the verb before it: "rejected that and named her deputy"."""
    tokens = list(tree.tokens)
    for i in range(1, len(tokens) - 2):
        word, joins = tokens[i], tokens[i + 1]
        if word.text.lower() not in {"that", "this"} or joins.upos != "CCONJ" or tokens[i - 1].upos != "VERB":
            continue
        if word.head == joins.head > i + 1 and tokens[word.head].head == i - 1:
            tokens[i] = replace(word, head=i - 1, deprel="obj")
    return replace(tree, tokens=tuple(tokens))


def _behind_and(tree: Tree) -> Tree:
    """The tree in which what stands behind an "and" hangs on no word before it, where the "and" joins a later verb.

    "They trained 90 nurses, and last year more moved in": last year is when they moved in.
    """
    tokens = list(tree.tokens)
    for i, joins in enumerate(tokens):
        verb = joins.head
        if joins.deprel != "cc" or verb <= i + 1 or tokens[verb].deprel not in {"conj", "parataxis"}:
            continue
        first = tokens[verb].head
        if not 0 <= first < i:
            continue
        if any(tokens[k].deprel == "cc" and tokens[k].head == verb for k in range(i + 1, verb)):
            # "in 2012 and in 2013, and hail took the corn": the second one joins the verb
            beside = next((k for k in range(i + 1, verb) if tokens[k].head == first), None)
            tokens[i] = replace(joins, head=first if beside is None else beside)
            continue
        for k in range(i + 1, verb):
            if tokens[k].head < i and tokens[k].deprel not in {"punct", "root"}:
                # "Ann holds 11%, and a fund that joined in May has the rest": the fund is what has it
                noun = tokens[k].deprel == "conj" and tokens[k].upos in _NOUNS
                bare = noun and tokens[verb].upos == "VERB" and not _has_subject(tokens, verb)
                tokens[k] = replace(tokens[k], head=verb, deprel="nsubj" if bare else tokens[k].deprel)
    return replace(tree, tokens=tuple(tokens))


def _has_subject(tokens: Sequence[Token], verb: int) -> bool:
    return any(token.head == verb and token.deprel in _SUBJECTS for token in tokens)


def _fronted(tree: Tree) -> Tree:
    """The tree in which a participle that opens a sentence hangs on its verb: "Born in Holm, she was one of three"."""
    tokens = list(tree.tokens)
    root = next((i for i, token in enumerate(tokens) if token.head < 0), None)
    if root is None or root > 1 or tokens[root].upos != "VERB" or tokens[root].text.endswith("s"):
        return tree
    late = [i for i, token in enumerate(tokens) if token.head == root and token.deprel in _SUBJECTS]
    if any(token.head == root and token.deprel in {"aux", "aux:pass", "cop"} for token in tokens) or (
        late and (late[0] < root or "," not in {tokens[late[0] - 1].text, tokens[late[0] - 2].text})
    ):
        return tree
    for i in late:
        tokens[i] = replace(tokens[i], deprel="appos")  # "Born in Holm, the second of nine, she …"
    main = next((i for i, token in enumerate(tokens) if token.head == root and token.deprel == "parataxis"), None)
    if main is None or not any(token.head == main and token.deprel in _SUBJECTS for token in tokens):
        return tree
    tokens[main] = replace(tokens[main], head=-1, deprel="root")
    tokens[root] = replace(tokens[root], head=main, deprel="advcl")
    return replace(tree, tokens=tuple(tokens))


def _parted(tree: Tree) -> Tree:
    """The tree in which a participle between commas describes its subject: "Ann, dropped on nine, put on forty"."""
    tokens = list(tree.tokens)
    root = next((i for i, token in enumerate(tokens) if token.head < 0), None)
    if root is None or root < 2 or tokens[root].upos != "VERB" or tokens[root - 1].text != ",":
        return tree
    subject = next((i for i, token in enumerate(tokens) if token.head == root and token.deprel in _SUBJECTS), None)
    if subject is None or subject > root or not _is_participle(tokens[root]):
        return tree
    if any(token.head == root and token.deprel in {"aux", "aux:pass", "cop"} for token in tokens):
        return tree
    main = next((i for i, token in enumerate(tokens) if token.head == root and token.deprel == "conj"), None)
    if main is None or tokens[main].upos != "VERB" or any(t.head == main and t.deprel == "cc" for t in tokens):
        return tree
    if not any(token.text == "," for token in tokens[root + 1 : main]):
        return tree
    tokens[main] = replace(tokens[main], head=-1, deprel="root")
    tokens[subject] = replace(tokens[subject], head=main)
    tokens[root] = replace(tokens[root], head=subject, deprel="acl")
    return replace(tree, tokens=tuple(tokens))


def _is_participle(token: Token) -> bool:
    lower = token.text.lower()
    return lower.endswith(("ed", "en", "ing", "wn", "ght", "rn", "ung", "ept")) or lower in {
        "put",
        "set",
        "made",
        "led",
    }
