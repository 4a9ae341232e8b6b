"""Clauses of a parsed sentence that can be true or false on their own, read off its tree by small named rules."""

from __future__ import annotations

from workbench.domain.syntax import Token, Tree
from workbench.language.attribution.said_content import opens_with_that, tags_quotation
from workbench.language.dependency.adverbial_clauses import (
    goes_with_noun,
    is_yet_to_come,
    leaves_little,
    measured,
    opens_cleft,
    set_off,
    stands_for_another,
)
from workbench.language.dependency.certainty import hangs_loose, has_verb, is_certain, joins, only_been, stands_alone
from workbench.language.dependency.clause_completion import missing
from workbench.language.dependency.clause_parts import JOINED, begins_with_verb, completed, ties, with_marks
from workbench.language.dependency.cut_doubts import (
    ambiguous_relative,
    heads_nothing,
    holds_mark,
    is_bare_form,
    is_bound,
    is_due,
    is_inverted,
    is_put_between,
    may_be_the_speaker,
    opens_unanswered,
    opens_with_relative,
    parts_lost,
    says_little,
    tells_nothing_alone,
)
from workbench.language.dependency.governed import CONDITIONS, chooses, depends, only_says, says_nothing_alone
from workbench.language.dependency.kept_clauses import is_kept
from workbench.language.dependency.shared_helpers import NEVER_FINITE, shares_helper
from workbench.language.dependency.tree_appositions import appositions
from workbench.language.dependency.tree_clause import TreeClause
from workbench.language.dependency.verb_rows import in_a_row, marks_before, row_before
from workbench.language.grammar.clause_candidates import trimmed
from workbench.language.grammar.irregular_verbs import ONLY_PASTS
from workbench.language.grammar.lexicon import SAYING
from workbench.language.grammar.tree_reading import below, children_of, root_of
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import word_set

_CONTRASTS = word_set("while whilst although though whereas when after until once")
_LIMITS = word_set("until till once")
"""What a clause of theirs tells may never have come: "should not be sold until a trial has shown …"."""
_FRONTED_KEPT = word_set("when after until once")
_BOUND_TO = word_set("when once until")
"""What they open is part of what is claimed, where no comma sets it off."""
_BY_MEANS = word_set("by to for in on of from with without than")
_PREPOSITIONS = word_set("including according following depending regarding concerning excluding")
_RELATIVES = word_set("who which whose whom where when")
_PAST_ONLY = ONLY_PASTS | {"was", "were", "said", "told", "lay"}
"""A verb so written is finite, whatever it is joined to."""
_NOT_FINITE = frozenset({"be", "being", "been", "to"})
_MIN_WORDS = 4
"""A clause of fewer words is not cut off."""
_WHOLE_WORDS = 2
"""Words from which a clause with a subject that is parted from its sentence is a claim."""
_ROUNDS = 6


__all__ = ["ClauseReader", "TreeClause"]


class ClauseReader:
    """Reads the clauses of one tree."""

    def __init__(self, text: str, tree: Tree, quotes: QuotationMap) -> None:
        self.text = text
        self.quotes = quotes
        self.tree = tree
        self.tokens = tree.tokens
        self.children = children_of(tree)

    def clauses(self) -> list[TreeClause]:
        """The clauses in reading order; no two have the same span."""
        root = root_of(self.tree)
        if root is None:
            return []
        heads: list[tuple[int, int, str]] = [(root, -1, "main")]
        loose = hangs_loose(self)
        for index in below(self.children, root):
            rule = self.rule_of(index)
            if rule and not loose and self._may_cut(index, rule) and is_certain(self, index):
                heads.append((index, self.tokens[index].head, rule))
        for _ in range(_ROUNDS):
            found, doubtful = self._read(heads)
            if not doubtful:
                break
            heads = [each for each in heads if each[0] not in doubtful]
        if parts_lost(self, found):
            found, _ = self._read([(root, -1, "main")])
        spans = {(each.start, each.end) for each in found}
        found.extend(each for each in appositions(self) if (each.start, each.end) not in spans)
        return sorted(found, key=lambda clause: (clause.start, clause.end))

    def _read(self, heads: list[tuple[int, int, str]]) -> tuple[list[TreeClause], set[int]]:
        """The clauses of these heads, and the heads that had better not be cut off."""
        cut = frozenset(head for head, _, _ in heads)
        found: list[TreeClause] = []
        doubtful: set[int] = set()
        spans: set[tuple[int, int]] = set()
        for head, parent, rule in heads:
            clause = self._clause(head, parent, rule, cut - {head})
            if clause is None:
                continue
            if (rule in JOINED and begins_with_verb(self, clause)) or opens_unanswered(self, clause):
                doubtful.add(head)
            if rule == "main" and opens_with_relative(self, clause):
                doubtful.update(other for other, _, cutting in heads if cutting == "relative" and other < head)
            for each in (clause, *self._remainders(clause, cut - {head})):
                if each.rule == "remainder" and only_says(self, each.head):
                    doubtful.update(inner for inner, above, _ in heads if above == head < inner < each.head)
                if (each.start, each.end) not in spans:
                    spans.add((each.start, each.end))
                    found.append(each)
        told = {i for each in found for i in each.words}
        for number, clause in enumerate(found):
            whole = completed(self, clause, cut, told, doubtful)
            if whole is not None:
                found[number] = whole
        return found, doubtful

    def _may_cut(self, index: int, rule: str) -> bool:
        """Whether a clause inside a quotation may be cut off: not where somebody outside it is named as its speaker.

        What one sentence gives as somebody's own words is one statement; a sentence that is quoted whole is cut only
        where a new subject comes in.
        """
        quotation = self.quotes.at(self.tokens[index].start)
        opening = next(i for i in below(self.children, index) if self.tokens[i].upos != "PUNCT" or i == index)
        if quotation is None or self.quotes.at(self.tokens[opening].start) is None:
            return True
        if any(not quotation.start <= token.start < quotation.end and token.upos != "PUNCT" for token in self.tokens):
            return False
        return rule in {"coordinated", "relative", "side by side"}

    def has(self, index: int, *relations: str) -> bool:
        """Whether a word has a child with one of these relations."""
        return any(self.tokens[c].deprel in relations for c in self.children[index])

    def marks(self, index: int) -> list[str]:
        """The words that introduce a clause ("because", "that", "to")."""
        return [
            self.tokens[c].text.lower()
            for c in self.children[index]
            if self.tokens[c].deprel in {"mark", "advmod", "case"} and c < index
            and (self.tokens[c].deprel != "advmod" or self.tokens[c].text.lower() in _CONTRASTS)
        ]  # fmt: skip

    def is_predicate(self, index: int) -> bool:
        """Whether a word can head a clause: a verb, or anything with a subject or a copula."""
        return self.tokens[index].upos in {"VERB", "AUX"} or self.has(
            index, "cop", "nsubj", "nsubj:pass", "aux", "expl"
        )

    def is_finite(self, index: int) -> bool:
        """Whether a predicate has a subject of its own, an auxiliary, or stands without "to" and not in -ing."""
        if not self.is_predicate(index):
            return False
        if "to" in self.marks(index) and not is_due(self, index):
            return False
        if self.has(index, "nsubj", "nsubj:pass", "expl", "csubj"):
            return not self._bare_participle(index) and not only_been(self, index)
        for child in self.children[index]:
            if self.tokens[child].deprel in {"aux", "aux:pass", "cop"}:
                return self.tokens[child].text.lower() not in _NOT_FINITE
        word = self.tokens[index]
        if word.deprel == "conj" and word.head >= 0:
            told = word.upos in {"VERB", "AUX"} and not word.text.lower().endswith("ing") and self.is_finite(word.head)
            return told and (word.text.lower() not in NEVER_FINITE or self.has(word.head, "aux"))
        if word.deprel in {"acl", "xcomp", "advcl", "amod"}:
            return False
        return word.upos in {"VERB", "AUX"} and not word.text.lower().endswith("ing")

    def _bare_participle(self, index: int) -> bool:
        """Whether a verb in -ing has a subject but no auxiliary ("with the mayor calling …")."""
        word = self.tokens[index]
        return word.upos == "VERB" and word.text.lower().endswith("ing") and not self.has(index, "aux", "cop")

    def rule_of(self, index: int) -> str:
        """The rule by which the clause of this word is cut off, "" when it stays where it is."""
        relation = self.tokens[index].deprel
        if is_bound(self, index):
            return ""
        if relation == "conj":
            return self._cut_conjunct(index)
        if relation == "acl:relcl":
            return self._cut_relative(index)
        if relation == "advcl":
            return self._cut_adverbial(index)
        if relation in {"acl", "xcomp"}:
            return self._cut_participle(index)
        if relation == "parataxis" or (relation in {"appos", "advcl", "acl"} and self._after_colon(index)):
            return self._cut_parataxis(index)
        return ""

    def _size(self, index: int) -> int:
        return sum(1 for i in below(self.children, index) if self.tokens[i].upos != "PUNCT")

    def _cut_conjunct(self, index: int) -> str:
        """ "A did this and did that", "A did this and B did that": when both are finite clauses."""
        first = self.tokens[index].head
        if first < 0 or not self.is_predicate(index) or not self.is_predicate(first):
            return ""
        own_subject = self.has(index, "nsubj", "nsubj:pass", "expl", "csubj")
        if own_subject and (not has_verb(self, index) or heads_nothing(self, index, first)):
            return ""  # "five are ill, one of them a doctor"
        past = self.tokens[index].text.lower() in _PAST_ONLY
        if not own_subject and not past and not (self.is_finite(index) and self.is_finite(first)):
            return ""
        if not own_subject and not past and (self._inside_infinitive(first) or is_bare_form(self, index, first)):
            return ""
        few = self._size(index) < _MIN_WORDS - in_a_row(self, index, first)
        if few or (not own_subject and may_be_the_speaker(self, index, first)):
            return ""
        if is_inverted(self, index) or holds_mark(self, index) or says_little(self, index, first):
            return ""
        hangs = any(not self.rule_of(each) for each in row_before(self, index, first))
        if hangs or shares_helper(self, index, first) or not (own_subject or joins(self, index, first)):
            return ""  # "was fined and banned", "ten were killed and 26 injured"
        if depends(self, first, index) or says_nothing_alone(self.tokens, self.children, first, index):
            return ""
        if chooses(self, index):
            return ""
        if not own_subject and all(self.tokens[i].upos in {"CCONJ", "ADV"} for i in range(first + 1, index)):
            return ""
        if self.tokens[first].deprel == "acl:relcl" and not self._cut_relative(first):
            return ""  # "who stole to pay for a car and a boat was jailed": a boat may be no subject
        return "coordinated" if own_subject else "shared subject"

    def _inside_infinitive(self, index: int) -> bool:
        return "to" in self.marks(index) or (self.tokens[index].deprel == "xcomp" and not self.has(index, "nsubj"))

    def _cut_relative(self, index: int) -> str:
        """A relative clause that tells something more: after a comma, or with "which" or "whose"."""
        words = below(self.children, index)
        first = words[0]
        while first < index and self.tokens[first].upos == "PUNCT":
            first += 1
        if self._size(index) < _MIN_WORDS or not self.is_finite(index):
            return ""
        opener = next((self.tokens[i].text.lower() for i in words if self.tokens[i].upos not in {"PUNCT", "ADP"}), "")
        comma = self.tokens[first - 1].text in {",", "-", "–", "—", "("} if first > 0 else False
        comma = comma or self.tokens[words[0]].text in {",", "-", "–", "—"}
        fronted = self.tokens[first].upos == "ADP"
        if fronted or ambiguous_relative(self, index, words):
            return ""  # "under which schools are paid" has no noun to begin with
        if opener in _RELATIVES and (comma or opener in {"which", "whose"}):
            return "relative"
        return ""

    def _cut_adverbial(self, index: int) -> str:
        """A clause of contrast, cause or time that has a subject; a participle after a comma. Conditions stay."""
        marks = set(self.marks(index))
        if marks & CONDITIONS or self._size(index) < _MIN_WORDS or is_kept(self, index):
            return ""
        head = self.tokens[index].head
        fronted = index < head
        if self.is_finite(index) and self.has(index, "nsubj", "nsubj:pass", "expl", "csubj"):
            if not marks & _CONTRASTS or marks & _LIMITS or stands_for_another(self, index):
                return ""
            if (fronted and marks & _FRONTED_KEPT) or measured(self, index):
                return ""
            if fronted and self.tokens[head].deprel == "ccomp":
                return ""  # "said that although the worst was over, …": what is said would begin in the middle
            if not fronted and marks & _BOUND_TO and not set_off(self, index):
                return ""
            bound = is_yet_to_come(self, index) or leaves_little(self, index) or tells_nothing_alone(self, index)
            return "" if bound else "subordinate"
        if "with" in marks and not fronted and self.has(index, "nsubj", "nsubj:pass"):
            return "" if goes_with_noun(self, index) else "subordinate"
        if marks & _BY_MEANS or fronted:
            return ""
        return self._cut_participle(index)

    def _cut_participle(self, index: int) -> str:
        """ ", forcing the port to close": a participle that a comma sets apart, after the clause it belongs to."""
        word = self.tokens[index]
        if word.upos != "VERB" or not word.text.lower().endswith("ing") or self._size(index) < _MIN_WORDS:
            return ""
        if index < word.head or {"to", "after", "before", "since", "when", "until", "once"} & set(self.marks(index)):
            return ""
        first = below(self.children, index)[0]
        before = self.tokens[first - 1].text if first > 0 else ""
        if before != "," and self.tokens[first].text != ",":
            return ""
        if word.text.lower() in _PREPOSITIONS:
            return ""
        return "participle"

    def _cut_parataxis(self, index: int) -> str:
        """Clauses set side by side by a semicolon, colon or dash; "he said" stays with what was said."""
        lower = self.tokens[index].text.lower()
        # "…; his lawyer has said that" is a clause of its own
        told = self.has(index, "ccomp") and ";" in marks_before(self, index)
        says = (lower in SAYING and self._size(index) <= 14 and not told) or tags_quotation(self, index)
        if not self.is_predicate(index) or says:
            return ""
        if lower in SAYING and index + 1 < len(self.tokens) and self.tokens[index + 1].text == ",":
            return ""  # "…, it says, and in three of them …"
        if self._size(index) < _MIN_WORDS or not self.is_finite(index) or not set_off(self, index):
            return ""
        if "," in marks_before(self, index) and opens_cleft(self, index):
            return ""
        head = self.tokens[index].head
        content = index > head >= 0 and self.tokens[head].text.lower() in SAYING and not self.has(head, "ccomp")
        return "" if (content and not told) or is_put_between(self, index) else "side by side"

    def _after_colon(self, index: int) -> bool:
        """Whether a clause with a subject of its own comes right after a colon or semicolon."""
        return bool(marks_before(self, index) & {":", ";"}) and self.has(index, "nsubj", "nsubj:pass", "expl")

    def _clause(self, head: int, parent: int, rule: str, cut: frozenset[int]) -> TreeClause | None:
        """The words and span of one clause: the unbroken stretch around its head."""
        words = below(self.children, head, cut)
        own = set(words)
        low = high = head
        while low - 1 >= 0 and (low - 1 in own or (self._joins(low - 1) and low - 2 in own)):
            low -= 1
        while high + 1 < len(self.tokens) and (high + 1 in own or (self._joins(high + 1) and high + 2 in own)):
            high += 1
        low = self.without_openers(low, high, head, rule)
        if low > high:
            return None
        start, end = trimmed(self.text, self.tokens[low].start, self.tokens[high].end)
        start, end = with_marks(self.text, start, end)
        if start >= end:
            return None
        inside = tuple(i for i in words if low <= i <= high)
        lacks = missing(self, head, low, high, rule)
        return TreeClause(head, parent, rule, inside, start, end, lacks.subject, lacks.gap, lacks.rewords)

    def _remainders(self, clause: TreeClause, cut: frozenset[int]) -> list[TreeClause]:
        """Clauses inside this one that a clause cut out of its middle has parted from its head."""
        found: list[TreeClause] = []
        done = set(clause.words)
        rest = [i for i in below(self.children, clause.head, cut) if i not in done]
        for index in rest:
            said = self.tokens[index].deprel == "ccomp" and self.tokens[index].head < index
            inner = below(self.children, index if self.tokens[index].head == clause.head else self.tokens[index].head)
            if said and any(c in cut and self.rule_of(c) == "relative" for c in inner):
                continue  # "suggest that Ann Example, who lives there, paid": what is said stays with the saying
            if (CONDITIONS | _LIMITS) & set(self.marks(index)) or is_bound(self, index):
                done.update(below(self.children, index))
                continue  # what holds only then, or until then, is no claim without it
            unsure = not self.is_finite(index) or not stands_alone(self, index)
            if index in done or not self.has(index, "nsubj", "nsubj:pass", "expl") or unsure:
                continue
            part = self._clause(index, clause.head, "remainder", cut | set(done))
            if part is None or sum(1 for i in part.words if self.tokens[i].upos != "PUNCT") < _WHOLE_WORDS:
                continue
            if part.start < clause.end and clause.start < part.end:
                continue
            done.update(part.words)
            found.append(part)
        return found

    def _joins(self, index: int) -> bool:
        """Whether a mark between words of a clause may be passed over (it hangs somewhere else in the tree)."""
        return self.tokens[index].upos == "PUNCT"

    def without_openers(self, low: int, high: int, head: int, rule: str) -> int:
        """Leave out what ties a clause to another one: "and", "but", "that", "because", "However,"."""
        while low < high:
            token = self.tokens[low]
            lower = token.text.lower()
            if lower in CONDITIONS | _LIMITS:
                break  # "if it is, the state could owe …"
            if (
                (lower == "that" and rule == "coordinated" and opens_with_that(self, head))
                or (token.upos == "PUNCT" and (token.text not in "\"“”'‘’([$£€#" or self._closes(token)))
                or ties(self, low)
                or (
                    rule != "main"
                    and rule != "relative"
                    and low < head
                    and (
                        (token.deprel == "mark" and token.head == head)
                        or lower
                        in {"because", "although", "though", "while", "whilst", "whereas", "as", "since", "with"}
                    )
                )
            ):
                low += 1
            else:
                break
        return low

    def _closes(self, token: Token) -> bool:
        """Whether a mark ends a quotation that was opened before it."""
        quotation = self.quotes.at(token.start)
        return quotation is not None and quotation.start < token.start and quotation.end == token.end
