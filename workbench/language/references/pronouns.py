"""Pronouns to people and things named before them. A wrong name is worse than a pronoun, so doubt is kept.

"he" and "she" are told by the trained scorer (`Meant`), and named from the confidence on at which it was right on texts
held back. "it" has no such scorer: it is named only where the sentence before speaks of one thing alone. "they" stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.domain.anchors import Span
from workbench.domain.syntax import Tree
from workbench.language.grammar.tree_reading import children_of
from workbench.language.references.body_nouns import BODIES
from workbench.language.references.descriptions import Descriptions
from workbench.language.references.discourse import Discourse, Guess
from workbench.language.references.entities import is_role
from workbench.language.references.person_nouns import is_person_noun, is_plural
from workbench.language.text.calendar_names import MONTHS, WEEKDAYS
from workbench.language.text.tokenizer import Word, word_set
from workbench.language.time.calendar_words import UNIT_DAYS

MALE = frozenset({"he", "him", "his", "he's", "he'd", "he'll"})
FEMALE = frozenset({"she", "her", "hers", "she's", "she'd", "she'll"})
IT = frozenset({"it", "its", "it's", "it'll", "it'd"})
THEY = frozenset({"they", "them", "their", "theirs", "they're", "they've", "they'll", "they'd"})
ALONE = 0.9
"""Confidence of "it" for the only thing that the sentence before speaks of."""
_EMPTY = re.compile(
    r"it(?:['’](?:s|ll|d)|\s+(?:is|was|has|had|will|would|may|might|can|could|must|should|does|did|takes?|took|seems?|"
    r"seemed|appears?|appeared|remains?|remained|comes?|came|follows?|followed|emerge[sd]?|turn(?:s|ed)|happen(?:s|ed)|"
    r"rain(?:s|ed)|snow(?:s|ed)|means?|meant|costs?|looks?|looked|feels?|felt|helps?|matters?|depends?|hurts?|pays?))\b",
    re.IGNORECASE,
)
"""What "it" often says with no thing in mind ("it takes", "it is clear that", "it was four when …")."""
_PASSIVE = re.compile(
    r"it\s+(?:(?:is|was|has\s+been|had\s+been|will\s+be|would\s+be)\s+(?:(?:now|also|later|then|first|again|soon|once|"
    r"recently|finally|currently|originally|\w+ly)\s+)*(?P<verb>\w+ed|built|sold|bought|made|found|held|led|run|born|"
    r"written|won|shut|set|put|lost|hit|known|given|taken|kept|paid|sent|begun|cut|torn|drawn)|"
    r"(?:has|had)\s+(?:(?:not|also|now|already|since|never)\s+)*(?!been\b|to\b)(?:\w+ed|\d[\d,.]*|an?|two|three|four|"
    r"five|six|seven|eight|nine|ten|no|built|sold|bought|made|lost|paid|won|grown|fallen|risen|cut))\b"
    r"(?!\s+(?:that|who|whether|how|why|when|which)\b)",
    re.IGNORECASE,
)
_TOLD = word_set(
    """
    said known believed reported expected hoped thought feared understood agreed decided announced estimated claimed
    alleged argued suggested noted recommended planned revealed confirmed assumed rumoured rumored considered deemed
    proposed stressed pointed found shown established accepted acknowledged required needed allowed intended supposed
    """
)
"""Participles of an "it was …" that stands for what is said behind it."""
_NO_NAME = word_set("there this that these those what he she i we you who which it they one someone nobody all both")
_SIZES = word_set(
    """
    percent per cent percentage point share euro dollar pound crown franc yen rupee naira million billion tonne ton
    litre kilometre metre mile time way end start beginning result part number total amount rate average while rest lot
    fact case example place use view basis terms addition order
    """
)
"""Nouns of measure and of form: not what a following "it" takes up."""
_OPENING = frozenset(
    {"The", "This", "These", "That", "Those", "Some", "Many", "Several", "All", "Both", "Our", "About", "Around"}
    | {"Almost", "Nearly", "More", "Fewer", "Most", "Only", "Over"}
)
"""Words that lose their capital inside a sentence."""
_THING_ROLES = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "conj", "appos", "obl:agent", "root"})
_LONGEST = 8

_WILLS = re.compile(
    r"\s+(?:(?:has|had|have|will|would|also|now|still|then|did|does|not|never|later)\s+){0,3}(?:hop(?:es?|ed)|plan(?:s|ned)?|expect(?:s|ed)?|"
    r"want(?:s|ed)?|intend(?:s|ed)?|refus(?:es?|ed)|agree[sd]?|promis(?:es?|ed)|declin(?:es?|ed)\s+to|wish(?:es|ed)?|believ(?:es?|ed)|"
    r"den(?:y|ies|ied)|admit(?:s|ted)?|insist(?:s|ed)?|vow(?:s|ed)?|pledg(?:es?|ed)|decid(?:es?|ed)|vot(?:es?|ed)|apologi[sz](?:es?|ed)|fear(?:s|ed)?)\b"
)
"""What only somebody, or a body, does."""


def _has_will(phrase: str) -> bool:
    """Whether a phrase is a body's, or a name: a report hopes for nothing."""
    noun = phrase.split()[-1]
    return not noun.islower() or noun in BODIES


class Pronouns:
    """Finds what the pronouns of one article stand for."""

    def __init__(self, discourse: Discourse, descriptions: Descriptions) -> None:
        self._discourse = discourse
        self._text = discourse.text
        self._sentences = discourse.sentences
        self._quotes = discourse.quotes
        self._entities = discourse.entities
        self._descriptions = descriptions

    def person(self, word: Word, start: int, named: Sequence[str]) -> Guess | None:
        """Whom "he" or "she" means; None when the span itself names them before the pronoun, or nobody is spoken of.

        Nobody is named within quotation marks: the words there are somebody's own.
        """
        meant = self._discourse.meant
        found = meant.at(word.start) if meant is not None else []
        if not found:
            return None
        likeliest = found[0]
        possible = tuple((one.words, one.confidence) for one in found)
        if start <= likeliest.start < word.start or likeliest.words in named:
            return None
        quoted = self._quotes.at(word.start) is not None
        nameable = likeliest.nameable and not quoted and not word.lower.endswith(("'s", "'d", "'ll"))
        reason = "whom the sentences before speak of, told by a trained model"
        if quoted:
            reason = "words in quotation marks stay as they were said"
        sure = nameable and likeliest.confidence >= self._discourse.sure
        return Guess(likeliest.words, likeliest.confidence, reason, sure, possible)

    def thing(self, word: Word, start: int, sentence: int) -> Guess | None:
        """What "it" means where the sentence before speaks of one thing alone; None for all else, and for "they"."""
        if word.lower not in {"it", "its"} or self._quotes.at(word.start) is not None:
            return None
        span = self._sentences[sentence]
        if self._text[span.start : word.start].strip(' "“') or word.start != start:
            return None
        stop = min(span.end, word.start + 80)
        if word.lower == "it" and self._is_empty(word.start, stop):
            return None
        before = self._discourse.back_from(sentence, 1)[1:]
        if not before or self._discourse.is_heading(before[0]):
            return None
        subject, tree = self._discourse.subject(before[0]), self._discourse.tree(before[0])
        if subject is None or tree is None or self._quotes.at(subject.start) is not None:
            return None
        if not self._is_alone(tree, subject) or self._rivalled(sentence, subject):
            return None
        words_of = self._said_again(subject)
        if words_of is None or (_WILLS.match(self._text, word.end) and not _has_will(words_of)):
            return None
        return Guess(words_of, ALONE, "the only thing that the sentence before speaks of", True, ((words_of, ALONE),))

    def _rivalled(self, sentence: int, subject: Span) -> bool:
        """Whether the sentence before that is about another thing: "The ferry sank. The storm … It"."""
        before = self._discourse.back_from(sentence, 2)[2:]
        if not before or self._discourse.is_heading(before[0]):
            return False
        if "\n" in self._text[self._sentences[before[0]].start : subject.start]:
            return False
        other = self._discourse.subject(before[0])
        if other is None:
            return True
        words, own = other.of(self._text).split(), subject.of(self._text).split()
        return words[-1].casefold() != own[-1].casefold()

    def _is_empty(self, start: int, stop: int) -> bool:
        """Whether an "it" may stand for no thing at all."""
        if _EMPTY.match(self._text, start, stop) is None:
            return False
        passive = _PASSIVE.match(self._text, start, stop)
        return passive is None or (passive["verb"] or "").lower() in _TOLD

    def _is_alone(self, tree: Tree, subject: Span) -> bool:
        """Whether the subject of a sentence is one thing, and nothing else in it can be "it"."""
        children = children_of(tree)
        head = -1
        for i, token in enumerate(tree.tokens):
            inside = subject.start <= token.start < subject.end
            if inside and token.deprel in {"nsubj", "nsubj:pass", "nsubj:outer"}:
                head = i
        if (
            head < 0
            or tree.tokens[head].upos not in {"NOUN", "PROPN"}
            or any(tree.tokens[c].deprel == "conj" for c in children[head])
        ):
            return False
        if tree.tokens[head].upos == "NOUN" and not any(
            tree.tokens[c].deprel in {"det", "nmod:poss"} for c in children[head]
        ):
            return False  # "Revenue rose. Its fuel bill fell.": what is measured, and "it" whose measure it is
        owned = {
            i for i, token in enumerate(tree.tokens)
            if any(tree.tokens[c].deprel == "nmod:poss" and tree.tokens[c].upos == "PRON" for c in children[i])
        }  # fmt: skip
        for i, token in enumerate(tree.tokens):
            if token.text.lower() in IT | THEY - {"its", "their"} and token.deprel != "expl":
                return False
            if i == head or i in owned or token.upos not in {"NOUN", "PROPN"} or token.deprel not in _THING_ROLES:
                continue
            if token.head == head and token.deprel in {"appos", "compound", "flat"}:
                continue
            if self._may_be_it(token.text):
                return False
        return self._may_be_it(tree.tokens[head].text)

    def _may_be_it(self, noun: str) -> bool:
        lower = noun.lower()
        return not (
            is_plural(noun) or is_person_noun(noun) or lower in _SIZES or lower in MONTHS or lower in WEEKDAYS
            or lower in UNIT_DAYS or not any(c.isalpha() for c in lower)
        )  # fmt: skip

    def _said_again(self, subject: Span) -> str | None:
        """A subject as it is said once more ("the bridge" for "a bridge"); None for people and what is owned."""
        phrase = " ".join(subject.of(self._text).split())
        parts = phrase.split()
        if not 0 < len(parts) <= _LONGEST or parts[0].lower() in _NO_NAME or is_role(phrase.split(" of ")[0]):
            return None
        if any(m.end >= subject.end - 1 for m in self._entities.people_between(subject.start, subject.end)):
            return None
        if parts[0].lower() in {"his", "her", "their", "its", "our", "my", "no", "each", "every", "another"}:
            return None
        if re.search(r"['’]s?\s", phrase):
            return None
        described = self._descriptions.resolve(subject.start, subject.end, 0) if phrase[:4].lower() == "the " else []
        if len(described) == 1 and described[0].applied and described[0].end == subject.end:
            phrase = described[0].replacement
            return "t" + phrase[1:] if phrase.startswith("The ") else phrase
        if parts[0].lower() in {"a", "an"}:
            return "the " + phrase.split(" ", 1)[1]
        return phrase[0].lower() + phrase[1:] if parts[0] in _OPENING else phrase
