"""Which side of the day of publication a time lies on, told by the verb that it hangs on in the parsed sentence."""

from __future__ import annotations

from workbench.domain.syntax import Tree
from workbench.language.grammar.tree_reading import children_of
from workbench.language.grammar.verbs import is_past
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.tokenizer import word_set
from workbench.language.time.time_tense import Side

_TO_COME = word_set("will 'll ’ll wo shall sha must should may might can would could")
_OVER = word_set("was were had did 've ’ve has have 'd ’d")
_NOW = word_set("is are am 's ’s 're ’re 'm ’m")
_PLANNED = word_set("due expected planned scheduled set meant supposed slated likely poised")
_WANTS = word_set(
    """
    plan plans aim aims hope hopes want wants intend intends expect expects propose proposes seek seeks promise promises
    pledged pledges promised vowed vows agreed agrees decided decides ordered orders asked asks urged urges called
    voted threatened threatens need needs ready due likely
    """
)
"""Words whose "to …" is still to come; of the past only those that are said of what then lies ahead."""
_WANTED = word_set("planned wanted hoped intended meant aimed expected scheduled supposed tried")
_SCHEDULES = word_set(
    """
    called calls scheduled planned set postponed adjourned delayed moved rescheduled booked fixed arranged deferred
    pushed convened summoned invited
    """
)
"""What is done "for Friday" or "until May" with these is still to come."""
_TIMETABLE = word_set(
    """
    runs run lasts last starts begins opens reopens resumes closes ends expires returns kicks votes vote meets presents
    applies apply takes comes go goes gather gathers launches launch leaves arrives travels visits hosts holds faces
    plays play meet start begin open end resume close expire return leave arrive decides rules delivers publishes hears
    turns retires steps flies sails departs face run last vote gather launch travel visit host present
    """
)
"""Verbs whose present tense says what a timetable says."""
_STILL = word_set(
    """
    treating investigating appealing probing examining looking searching hunting mourning recovering reeling questioning
    reviewing studying seeking marking celebrating remembering counting assessing coming blaming denying defending
    """
)
"""What goes on because of what has been: when that was, the verb does not say."""
_FORETELLS = word_set(
    "see sees expect expects forecast forecasts predict predicts tip tips anticipate anticipates foresee foresees"
)
_FORETOLD = word_set("expected predicted tipped anticipated foresaw foreseen")
_REPORTS = word_set("says tells adds writes reports shows warns said")
_PLANS = word_set("plan plans deadline schedule timetable date call calls invitation proposal proposals ticket tickets")
_LOOKS_AHEAD = word_set(
    """
    called demanded threatened set approved backed rule ruled announced scheduled proposed promised pledged agreed
    ordered sought booked qualified postponed urged asked prepared authorised authorized confirmed fixed bid cancelled
    canceled delayed opposed supported discussed debated requested offered rejected welcomed granted favoured
    favored
    """
)
_TO_BE_HELD = word_set(
    """
    strike strikes ballot ballots vote votes election elections poll polls hearing hearings launch launches festival
    concert concerts final finals semifinal match game games meeting meetings rally rallies march marches protest
    protests summit summits visit visits trip trips opening referendum tour sale auction trial inquest session
    conference conventions convention walkout walkouts closure closures exams exam race wedding funeral debate
    """
)
"""What has a day of its own, which may lie ahead where something is asked, set or turned down about it."""
_DATES = frozenset({*MONTHS, *WEEKDAYS, *map(str, range(1, 32))})
_CLIMB = 12
_NEAR = 5
"""Words before a time among which what it is the day of may stand: "the final in Paris |in June"."""


def side_in_tree(tree: Tree, start: int, end: int) -> Side | None:
    """Where the time at two offsets of the article lies by the verb it hangs on; None where that tells nothing."""
    tokens = tree.tokens
    inside = [i for i, token in enumerate(tokens) if token.start < end and token.end > start]
    top = next(
        (i for i in inside if tokens[i].head not in inside and tokens[i].upos not in {"ADP", "DET", "PUNCT"}), None
    )
    if top is None:
        return None
    children = children_of(tree)
    reading = _Reading(tree, children)
    case = reading.case_of(top, start)
    by_noun = False
    aimed = False
    at, below = top, top
    if (told := reading.told(inside[0] - 1)) is not None:
        return told
    for _ in range(_CLIMB):
        if (forecast := reading.forecast(at, below, top)) is not None:
            return forecast
        if reading.is_predicate(at) and (at not in inside or at == top):
            side = reading.side(at, below, case if not by_noun else "")
            if side is Side.AHEAD and by_noun and at != below:
                # "after the storm in October the council will rebuild": when the storm was, the verb does not say
                return Side.UNSURE
            if side is Side.BEHIND and (aimed or reading.looks_ahead(at, top, start)):
                return Side.UNSURE
            if side is not None:
                return side
        elif reading.is_timetable(at):
            return Side.AHEAD
        elif at not in inside and tokens[at].upos != "NUM" and not reading.is_date_beside(at, below):
            by_noun = True
            aimed = aimed or tokens[at].text.lower() in _PLANS or reading.case_of(at, start) in {"for", "before"}
        if tokens[at].head < 0:
            break
        below, at = at, tokens[at].head
    return None


def is_habitual(tree: Tree, start: int, end: int) -> bool:
    """Whether a time hangs on a participle beside a present tense: "carries 900 m³/s, peaking at 2,900 in May"."""
    tokens = tree.tokens
    at = next((i for i, t in enumerate(tokens) if start <= t.start < end and t.upos not in {"ADP", "DET"}), None)
    reading = _Reading(tree, children_of(tree))
    for _ in range(_CLIMB):
        if at is None or at < 0:
            return False
        if reading.is_predicate(at):
            above = tokens[at].head
            while above >= 0 and not reading.is_predicate(above):
                above = tokens[above].head
            participle = tokens[at].text.lower().endswith("ing") and not reading.has_auxiliary(at)
            beside = tokens[at].deprel in {"advcl", "acl"} and participle
            return beside and (above < 0 or reading.is_present(above))
        at = tokens[at].head
    return False


def hangs_on_verb_of(tree: Tree, word: int, end: int, start: int) -> bool:
    """Whether an adverb or noun between `word` and `end` belongs to the verb that the time at `start` hangs on.

    "Normally" of "normally quiet Holm lost 40 boats in May" says nothing of May.
    """
    tokens = tree.tokens
    reading = _Reading(tree, children_of(tree))
    inside = [i for i, t in enumerate(tokens) if word <= t.start < end]
    top = next((i for i in inside if tokens[i].head not in inside), None)
    at = next((i for i, t in enumerate(tokens) if t.start >= start and t.upos not in {"ADP", "DET"}), None)
    if top is None or at is None:
        return False
    for _ in range(_CLIMB):
        if at < 0 or reading.is_predicate(at):
            break
        at = tokens[at].head
    return at >= 0 and tokens[top].head == at and reading.is_predicate(at)


class _Reading:
    """One tree asked for its verbs."""

    def __init__(self, tree: Tree, children: list[list[int]]) -> None:
        self._tokens = tree.tokens
        self._children = children

    def lower(self, index: int) -> str:
        return self._tokens[index].text.lower()

    def case_of(self, index: int, start: int) -> str:
        """The preposition of a noun, also where it stands within the expression ("until May")."""
        return next((self.lower(c) for c in self._children[index] if self._tokens[c].deprel == "case"), "")

    def is_predicate(self, index: int) -> bool:
        return self._tokens[index].upos == "VERB" or any(self._tokens[c].deprel == "cop" for c in self._children[index])

    def is_timetable(self, index: int) -> bool:
        """Whether a word is read as a noun where a timetable's verb may stand ("Parliament votes on Friday")."""
        if self.lower(index) == "reports" and self._tokens[index].head < 0:
            return not self._has_subject(index)  # "the rival reports on Thursday"
        mates = [c for c in self._children[index] if c < index and self._tokens[c].deprel != "compound"]
        return self._tokens[index].upos == "NOUN" and self.lower(index) in _TIMETABLE and not mates

    def told(self, index: int) -> Side | None:
        """Where what is told lies, its verb read as a noun: "told the paper the pool reopens on Thursday"."""
        if index > 0 and self._tokens[index].upos == "ADP":
            index -= 1
        token = self._tokens[index]
        compound = any(self._tokens[c].deprel == "compound" for c in self._children[index])
        if token.deprel not in {"obj", "ccomp"} or not token.text.endswith("s") or not compound:
            return None
        if not any(self._tokens[c].deprel == "iobj" for c in self._children[token.head]):
            return None
        return Side.AHEAD if self.lower(index) in _TIMETABLE else Side.UNSURE

    def is_date_beside(self, index: int, below: int) -> bool:
        """Whether a word is the date that another one is joined to by "and"."""
        return self._tokens[below].deprel == "conj" and self.lower(index) in _DATES

    def looks_ahead(self, index: int, top: int, start: int) -> bool:
        """Whether a time right behind what is to be held may be its own: "called for a strike in May"."""
        if self.lower(index) not in _LOOKS_AHEAD:
            return False
        before = [i for i in range(index + 1, top) if self._tokens[i].start < start]
        return any(self.lower(i) in _TO_BE_HELD for i in before[-_NEAR:])

    def _has_subject(self, index: int) -> bool:
        return any(self._tokens[c].deprel == "nsubj" for c in self._children[index])

    def _auxiliaries(self, index: int) -> list[str]:
        return [self.lower(c) for c in self._children[index] if self._tokens[c].deprel.startswith(("aux", "cop"))]

    def has_auxiliary(self, index: int) -> bool:
        return bool(self._auxiliaries(index))

    def is_present(self, index: int) -> bool:
        """Whether a verb tells how things are: in the present tense, without auxiliaries."""
        word, auxiliaries = self.lower(index), self._auxiliaries(index)
        if auxiliaries:
            return set(auxiliaries) <= {"is", "are", "'s", "’s"} and not word.endswith("ing")
        past = is_past(word)
        return self._tokens[index].upos == "VERB" and not past and word not in _REPORTS and not word.endswith("ing")

    def side(self, index: int, below: int, case: str) -> Side | None:
        """What the verb at an index says; None where it takes its tense from the one above it, or has none."""
        auxiliaries, word = self._auxiliaries(index), self.lower(index)
        infinitive = any(
            self._tokens[c].deprel == "mark" and self.lower(c) == "to" and c < index for c in self._children[index]
        )
        if word in _SCHEDULES and case in {"for", "until", "till", "to"}:
            return Side.AHEAD if not {"was", "were", "had"}.intersection(auxiliaries) else Side.UNSURE
        if word == "born":
            return Side.UNSURE  # many years ago, most often
        if infinitive and {"is", "are"}.intersection(auxiliaries):
            return Side.AHEAD
        if infinitive:
            # "was to sit her examinations in May": whether that is over, is not told
            return Side.UNSURE if {"was", "were"}.intersection(auxiliaries) else self._wanted(index)
        if any(a in _TO_COME for a in auxiliaries):
            return self._modal(index, auxiliaries)
        if any(a in _OVER for a in auxiliaries):
            if self._may_hang_behind_and(index, below):
                return Side.UNSURE
            planned = word in _PLANNED or any(self.lower(c) in _PLANNED for c in self._children[index])
            return Side.UNSURE if planned else Side.BEHIND  # "was due to end in May"
        if any(a in _NOW for a in auxiliaries):
            if word in _STILL:
                return Side.UNSURE
            if word.endswith("ing") or word in _PLANNED:
                return Side.AHEAD
            if case == "from":
                return Side.UNSURE  # "the picture is from May" and "the strike is from 3 May"
            dated = below == index or case in {"on", "in", "at"}
            return Side.AHEAD if dated and self._tokens[index].upos != "ADJ" else Side.UNSURE
        side = self._plain(index, word)
        # "limit scrapped from April" is a headline of what is to come as well
        return Side.UNSURE if side is Side.BEHIND and case == "from" and not self._has_subject(index) else side

    def forecast(self, index: int, below: int, top: int) -> Side | None:
        """What a verb that foretells says of the time of what is foretold: "sees it come in May", "tipped a cut in it".

        A time right behind it is when that was said: "predicted in May that".
        """
        word = self.lower(index)
        if self._tokens[index].upos != "VERB" or (word not in _FORETELLS and word not in _FORETOLD):
            return None
        objects = [
            c for c in self._children[index] if self._tokens[c].deprel in {"obj", "ccomp", "xcomp"} and c > index
        ]
        sees = word in {"see", "sees"} and below == top
        if (
            not objects
            or objects[0] > top
            or sees
            or any(self.lower(c) in _OVER for c in self._children[index] if c > top)
        ):
            return None
        past = word in _FORETOLD or any(a in _OVER for a in self._auxiliaries(index))
        return Side.UNSURE if past else Side.AHEAD

    def _may_hang_behind_and(self, index: int, below: int) -> bool:
        """Whether a timetable's verb read as a noun may stand before a time: "have not won and face Sund on Friday"."""
        between = range(index + 1, below - 1)
        return any(
            self._tokens[i].upos == "CCONJ" and self.lower(i + 1) in _TIMETABLE and self._tokens[i + 1].upos == "NOUN"
            for i in between
        )

    def _modal(self, index: int, auxiliaries: list[str]) -> Side:
        negated = any(self.lower(c) in {"not", "n't", "n’t"} for c in self._children[index])
        if "have" in auxiliaries and not {"will", "'ll", "’ll"}.intersection(auxiliaries):
            return Side.BEHIND if "would" not in auxiliaries else Side.UNSURE
        if "could" in auxiliaries and negated:
            return Side.BEHIND
        return Side.AHEAD

    def _wanted(self, index: int) -> Side | None:
        """What "to close in May" says by the word it hangs on."""
        above = self._tokens[index].head
        if above < 0:
            return Side.AHEAD
        word, auxiliaries = self.lower(above), self._auxiliaries(above)
        if word in _PLANNED or word == "going":
            if {"was", "were", "had"}.intersection(auxiliaries):
                return Side.UNSURE
            return Side.AHEAD
        if word in _WANTED:
            return Side.UNSURE
        if word in _WANTS or word in _PLANS:
            return Side.AHEAD
        return None

    def _plain(self, index: int, word: str) -> Side | None:
        """What a verb without auxiliaries says."""
        relation = self._tokens[index].deprel
        if word.endswith("ing"):
            after = any(self.lower(c) in {"after", "since"} for c in self._children[index])
            return Side.UNSURE if after else None
        past = is_past(word)
        if relation == "acl" and not word.endswith("ing"):
            return Side.AHEAD if word in _PLANNED else Side.BEHIND if past or word.endswith("n") else None
        if past:
            return Side.BEHIND
        if word in _TIMETABLE:
            return Side.AHEAD
        if word == "reports" and not {self._tokens[c].deprel for c in self._children[index]} & {"obj", "ccomp"}:
            return Side.AHEAD
        if word in _REPORTS:
            return Side.BEHIND
        if self._tokens[index].upos == "VERB" and relation not in {"xcomp", "advcl", "amod", "compound"}:
            return Side.UNSURE
        return None
