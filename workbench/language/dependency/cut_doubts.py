"""Where a cut would be a guess: clauses that stay with their sentence because it is not sure of what they tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.language.dependency.adverbial_clauses import is_part_of, of_a_whole
from workbench.language.dependency.governed import says_which
from workbench.language.dependency.turned_conditions import hangs_on_turned, is_turned
from workbench.language.grammar.lexicon import SAYING
from workbench.language.grammar.tree_reading import below
from workbench.language.grammar.verbs import is_bare, is_past
from workbench.language.text.tokenizer import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.language.dependency.tree_clause import TreeClause
    from workbench.language.dependency.tree_clauses import ClauseReader

_CONTENT = frozenset({"NOUN", "PROPN", "NUM", "SYM", "VERB", "ADJ", "PRON"})
_AMOUNTS = word_set(
    """
    number amount figure total rate level share sum rise fall increase drop decline record more less fewer higher lower
    most least double half twice third quarter percent cent
    """
)
"""What is said of how much, or of all that happened."""
_FEW = 3
"""Words of a clause that says next to nothing alone."""
_SURE = 0.9
_TO_COME = word_set("will would could may might can must should shall")
_ONLY_JOINS = word_set("and or but which who whose whom where when while because as although though that if")


def ambiguous_relative(reader: ClauseReader, index: int, words: list[int]) -> bool:
    """Whether a relative clause had better stay: "which he did not do", or one that may hold words of the main clause.

    Args:
        reader: The reader of the sentence.
        index: The predicate of the relative clause.
        words: Its words.
    """
    tokens = reader.tokens
    noun = tokens[index].head
    if noun < 0:
        return True
    pronoun = next((i for i in words if tokens[i].text.lower() in {"which", "who", "whose", "whom", "where"}), None)
    if pronoun is None:
        return False
    if pronoun > 0 and tokens[pronoun - 1].text.lower() == "of":
        return True  # "4 million, of which 1 million came from the state": a part without its whole says nothing
    if _swallows(reader, index, noun, words) or says_which(reader, noun, pronoun) or is_part_of(reader, noun):
        return True
    if any(tokens[c].deprel == "conj" and c > index for c in reader.children[noun]):
        return True  # "40 volunteers, who …, and two helicopters took part": the subject would be torn
    if tokens[pronoun].text.lower() != "which":
        return False
    if tokens[index].text.lower() in {"do", "did", "does", "done"}:
        return True  # "…, which he did not do"
    # "took 9 billion from the fund, which is the smallest amount in years": the fund is no amount
    told = tokens[index].text.lower()
    counts = reader.has(index, "cop") and told in _AMOUNTS and told != tokens[noun].text.lower()
    return counts and tokens[pronoun].deprel.startswith("nsubj") and _behind_verb(reader, noun, index)


def lacks_subject(reader: ClauseReader, head: int, low: int, has_subject: bool) -> bool:
    """Whether a clause, cut off, would begin with its verb: "are three points above the relegation zone"."""
    tokens = reader.tokens
    if has_subject:
        return False
    first = next((i for i in range(low, len(tokens)) if tokens[i].upos not in {"PUNCT", "ADV", "CCONJ"}), head)
    if first > head:
        return False
    if tokens[first].upos == "AUX" or (first == head and tokens[head].upos == "VERB"):
        return not tokens[first].text.lower().endswith("ing")
    return False


def _behind_verb(reader: ClauseReader, noun: int, index: int) -> bool:
    """Whether a noun stands behind the verb it belongs to, so that the clause after it may tell of the whole act."""
    tokens = reader.tokens
    at = noun
    seen = 0
    while tokens[at].head >= 0 and seen < len(tokens):
        seen += 1
        above = tokens[at].head
        if reader.is_predicate(above) and above != index:
            return above < noun
        at = above
    return False


def _swallows(reader: ClauseReader, index: int, noun: int, words: list[int]) -> bool:
    """Whether a relative clause behind an object may hold what the main verb goes on with behind a comma.

    "fined Olsen, who lives in Bergen, 400 pounds": the sum is no part of where he lives.
    """
    tokens = reader.tokens
    if not _behind_verb(reader, noun, index):
        return False
    for i in words:
        if i <= index or tokens[i].text != "," or i + 1 >= len(tokens) or i + 1 not in words:
            continue
        if reader.quotes.at(tokens[i].start) is not None or _inside_brackets(reader, i):
            continue
        following = tokens[i + 1]
        if following.upos in {"NUM", "SYM"} or following.text[:1] in "£$€¥₹":
            return True
        if following.upos == "CCONJ" and _goes_back(reader, i + 1):
            return True
        if following.text.lower() in _ONLY_JOINS or following.upos in {"CCONJ", "SCONJ"}:
            continue
        if following.upos == "VERB" and following.text.lower().endswith("ing"):
            continue
        at = i + 1
        while tokens[at].head > i and tokens[at].head in words:
            at = tokens[at].head
        if tokens[at].deprel in {"conj", "acl:relcl"}:
            continue
        return True
    return False


def _goes_back(reader: ClauseReader, joins: int) -> bool:
    """Whether what an "and" joins may belong to words before an aside: "paid by Ann, who is rich, and by the town"."""
    tokens = reader.tokens
    joined = tokens[joins].head
    if tokens[min(joins + 1, len(tokens) - 1)].upos == "ADP":
        return True
    return joined > joins and tokens[joined].upos in {"NOUN", "PROPN"} and tokens[joined].certainty < _SURE


def _inside_brackets(reader: ClauseReader, index: int) -> bool:
    before = [token.text for token in reader.tokens[:index]]
    return before.count("(") > before.count(")")


def _is_noted(reader: ClauseReader, index: int) -> bool:
    """Whether a word is part of a note mark: "[24]", "[citation needed]"."""
    begin, at = reader.tree.start, reader.tokens[index].start
    return reader.text.rfind("[", begin, at) > reader.text.rfind("]", begin, at)


def opens_of_which(reader: ClauseReader, index: int) -> bool:
    """Whether a clause opens with "none of which" or "some of whom": it says nothing without its noun."""
    tokens = reader.tokens
    words = [i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"][:4]
    return any(tokens[i].text.lower() in {"which", "whom"} and tokens[i - 1].upos == "ADP" for i in words[1:])


_NARROWS = word_set(
    "only just not partly largely mainly simply merely precisely even mostly solely purely chiefly except"
)
_PARTICIPLES = ("ed", "en", "wn", "ght", "put", "set", "led", "made", "cut", "held", "paid")


def is_bound(reader: ClauseReader, index: int) -> bool:
    """Whether a clause says nothing without what it stands beside: a condition without "if", "of which", "I quote"."""
    tokens = reader.tokens
    joined = [c for c in reader.children[index] if tokens[c].text.lower() == "but" and c > 0]
    if any(tokens[c - 1].text.lower() in {"all", "nothing", "anything"} for c in joined):
        return True  # "all but sealed his title"
    if opens_of_which(reader, index) or of_a_whole(reader, index):
        return True
    subjects = [c for c in reader.children[index] if c < index and tokens[c].deprel in {"nsubj", "nsubj:pass", "expl"}]
    if not subjects or tokens[index].head < 0:
        return False
    subject = subjects[-1]
    if tokens[index].text.lower() == "quote" and tokens[subject].text in {"I", "we"}:
        return True
    if tokens[subject].text in {"I", "we", "you"} and _between_commas(reader, index):
        return True  # "somebody, I like to think, told her"
    return is_turned(reader, index) or hangs_on_turned(reader, index)


def _between_commas(reader: ClauseReader, index: int) -> bool:
    """Whether a clause set beside another stands between commas and takes nothing over them."""
    tokens = reader.tokens
    own = [i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"]
    parted = tokens[index].deprel == "parataxis" and own[0] > 0 and own[-1] + 1 < len(tokens)
    return parted and tokens[own[0] - 1].text == "," and tokens[own[-1] + 1].text == "," and len(own) < 6


def is_narrowed(reader: ClauseReader, index: int) -> bool:
    """Whether a word before its conjunction narrows a clause down: "only because it rained"."""
    first = below(reader.children, index)[0]
    return reader.tokens[first].text.lower() in _NARROWS or (
        first > 0 and reader.tokens[first - 1].text.lower() in _NARROWS
    )


def heads_nothing(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether what a clause is joined to is no clause itself, or says under what both are so.

    "Under the plan, put together by Ann Example, 300 would be sold and the hall would reopen".
    """
    tokens = reader.tokens
    own = set(below(reader.children, index))
    if any(i not in own and tokens[i].upos != "PUNCT" for i in range(min(own), index)):
        return True  # "is up, and it's up in every city": a tree that tears a clause is misread
    bare = not reader.has(first, "nsubj", "nsubj:pass", "expl", "csubj", "aux", "aux:pass", "cop")
    if bare and not reader.has(index, "cc") and tokens[first].text.lower().endswith(_PARTICIPLES):
        return True
    modal = any(tokens[c].deprel == "aux" and tokens[c].text.lower() in _TO_COME for c in reader.children[index])
    return modal and tokens[0].text.lower() == "under"


def may_be_the_speaker(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether a verb joined to what was said may tell what the speaker did: "said he had lied and asked for help".

    So it is with any verb in the past: in "said demand was weak and cut their forecast" no demand cuts a forecast, and
    in "heard that the chief raised concerns but was told …" nobody told who heard it.
    """
    tokens = reader.tokens
    said = next((c for c in reader.children[first] if tokens[c].deprel == "ccomp" and first < c < index), None)
    if said is not None and reader.has(said, "nsubj", "nsubj:pass"):
        first = said
    saying = tokens[first].head
    if tokens[first].deprel != "ccomp" or saying < 0 or not reader.has(saying, "nsubj", "nsubj:pass"):
        return False
    helpers = {tokens[c].text.lower() for c in reader.children[index] if tokens[c].deprel in {"aux", "aux:pass", "cop"}}
    return bool(helpers & {"was", "were", "had"}) or (said is None and not helpers & _TO_COME)


def opens_unanswered(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether a clause would begin with "which" or "who" and nothing is known that may stand in its place."""
    answered = clause.subject is not None or bool(clause.rewords)
    return clause.rule != "main" and opens_with_relative(reader, clause) and not answered


def opens_with_relative(reader: ClauseReader, clause: TreeClause) -> bool:
    """Whether the words of a clause that does not open its sentence begin with a relative pronoun."""
    opener = reader.text[clause.start : clause.end].split(" ", 1)[0].lower()
    return clause.start > reader.tree.start and opener in {"which", "who", "whom", "whose"}


def lost_words(reader: ClauseReader, head: int, own: list[int], told: set[int], openers: frozenset[str]) -> list[int]:
    """Words that belong to a clause and that no claim would hold: they stand behind one that is cut out of its middle.

    Args:
        reader: The reader of the sentence.
        head: The predicate of the clause.
        own: The words that are the clause's by the tree.
        told: Words that some clause holds or that are put back in front of it.
        openers: Words that only tie clauses together.
    """
    tokens = reader.tokens
    found = [
        i for i in own
        if i not in told and tokens[i].upos not in {"PUNCT", "CCONJ", "SCONJ"} and tokens[i].text.lower() not in openers
        and not _is_noted(reader, i)
        and not (tokens[i].deprel in {"cc", "mark", "discourse"} and i != head)
    ]  # fmt: skip
    return found if any(tokens[i].upos in _CONTENT for i in found) else []


def parts_lost(reader: ClauseReader, clauses: Sequence[TreeClause]) -> bool:
    """Whether a part of a sentence with a noun, number or verb of its own is in none of its clauses.

    What says who said the rest is not missed.
    """
    spans = [(clause.start, clause.end) for clause in clauses]
    spans += [(clause.subject.start, clause.subject.end) for clause in clauses if clause.subject is not None]
    missed = [
        i
        for i, token in enumerate(reader.tokens)
        if (token.upos in {"NOUN", "NUM", "VERB"} or token.deprel.startswith("nsubj"))
        and not any(a <= token.start < b for a, b in spans)
        and not _is_noted(reader, i)
    ]
    return bool(missed) and not any(reader.tokens[i].text.lower() in SAYING for i in missed)


def is_due(reader: ClauseReader, index: int) -> bool:
    """Whether a verb is the "begin" of "is to begin"."""
    return any(
        reader.tokens[c].deprel in {"cop", "aux", "aux:pass"}
        and reader.tokens[c].text.lower() in {"is", "are", "was", "were"}
        for c in reader.children[index]
    )


_MARKS = word_set("after before when because since until till while as if once unless although though whereas")
_ASKED_FIRST = word_set("had has have did does do was were is are will would could can should may might must")
_TURNS = word_set("only never nor neither rarely seldom not hardly")
"""Words behind which a helping verb stands before its subject."""
_LITTLE, _BARE, _ASIDE = 3, 2, 5
_RELATIVE = word_set("who which that whom whose")


def holds_mark(reader: ClauseReader, index: int) -> bool:
    """Whether what an "and" joins only holds a clause of time or cause: "…, and for a week after a ship ran aground".

    The verb behind "after" is not what is joined, whatever the tree makes of it.
    """
    tokens = reader.tokens
    own = [i for i in below(reader.children, index) if tokens[i].upos not in {"PUNCT", "CCONJ"}]
    mark = next((c for c in reader.children[index] if tokens[c].deprel == "mark" and c < index), None)
    return mark is not None and tokens[mark].text.lower() in _MARKS and own[0] != mark


def is_inverted(reader: ClauseReader, index: int) -> bool:
    """Whether a joined helping verb stands before its subject: "…, and in only three of them had it been moved"."""
    tokens = reader.tokens
    own = [i for i in below(reader.children, index) if tokens[i].upos not in {"PUNCT", "CCONJ"}]
    helped = any(tokens[c].text.lower() in _ASKED_FIRST and own[0] < c < index for c in reader.children[index])
    if tokens[own[0]].text.lower() in _TURNS and helped and not reader.has(index, "nsubj", "nsubj:pass", "expl"):
        return True  # "and only at the bridge was the road closed"
    if tokens[index].text.lower() not in _ASKED_FIRST or reader.has(index, "nsubj", "nsubj:pass", "expl"):
        return False
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    turned = tokens[index].upos == "AUX" or tokens[own[0]].text.lower() in {"so", *_TURNS}  # "so has"
    return after is not None and after.upos in {"DET", "PRON", "NOUN", "PROPN"} and turned


def says_little(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether a joined clause, or the one it is joined to, is so short that it is no claim: "and he has agreed"."""
    tokens = reader.tokens
    own = [tokens[i] for i in below(reader.children, index) if tokens[i].upos not in {"PUNCT", "CCONJ"}]
    start = tokens[first].head if tokens[first].deprel == "ccomp" else -1
    before = [
        tokens[i]
        for i in below(reader.children, first, frozenset({index}))
        if i < index and tokens[i].upos not in {"PUNCT", "CCONJ"}
    ]
    bare = len(before) == _BARE and start < 0 and before[0].upos == "PRON" and before[1].upos == "VERB"
    if bare and before[0].text.lower() not in _RELATIVE and not reader.has(index, "nsubj", "nsubj:pass"):
        return True  # "She refused, and was made redundant in May"
    if len(own) > _LITTLE or own[0].upos != "PRON":
        return False
    return not any(token.upos in {"NUM", "PROPN"} for token in own)


def tells_nothing_alone(reader: ClauseReader, index: int) -> bool:
    """Whether a clause of time or cause is too short to be a claim without its sentence: "after its rent tripled"."""
    tokens, marks = reader.tokens, set(reader.marks(index))
    own = [tokens[i] for i in below(reader.children, index) if tokens[i].upos != "PUNCT"]
    own = [token for place, token in enumerate(own) if place > 0 or token.text.lower() not in marks]
    return (
        len(own) <= _FEW and own[0].upos in {"PRON", "DET"} and not any(token.upos in {"NUM", "PROPN"} for token in own)
    )


def is_parted(reader: ClauseReader, index: int) -> bool:
    """Whether a comma stands right behind what opens a clause: "when, Sample says, the river is low"."""
    tokens = reader.tokens
    first = next((i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"), index)
    return first < index and tokens[first].text.lower() in _MARKS and tokens[first + 1].text == ","


def is_bare_form(reader: ClauseReader, index: int, first: int) -> bool:
    """Whether a verb joined to a past tense has none itself: "helped him leave the club and get in touch"."""
    lower = reader.tokens[first].text.lower()
    helped = any(reader.tokens[c].deprel.startswith("aux") for c in reader.children[first])
    past = not helped and is_past(lower)
    return past and not reader.has(index, "aux", "aux:pass", "cop") and is_bare(reader.tokens[index].text)


def is_put_between(reader: ClauseReader, index: int) -> bool:
    """Whether a few words with a pronoun for their subject stand between two commas: "a man, I like to think, …"."""
    tokens = reader.tokens
    own = [i for i in below(reader.children, index) if tokens[i].upos != "PUNCT"]
    low, high = own[0], own[-1]
    if len(own) > _ASIDE or tokens[low].upos != "PRON" or low == 0 or high + 1 >= len(tokens):
        return False
    return tokens[low - 1].text == "," and tokens[high + 1].text == ","
