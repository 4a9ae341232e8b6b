"""Who said it, read off a tree: reporting verbs with their subjects and contents, "according to", "…, he said"."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.domain.anchors import Span
from workbench.language.attribution import speaker_name
from workbench.language.lexicon import SAYING, STRONG_SAYING
from workbench.language.people import Names
from workbench.language.quotes import QuotationMap
from workbench.language.tree_clauses import ClauseReader
from workbench.language.tree_reading import below, noun_phrase, subject_of
from workbench.language.words import word_set

_JUDGING = word_set(
    """
    call calls called calling describe describes described describing dub dubs dubbed characterise characterises
    characterised characterize characterizes characterized criticise criticises criticised criticize criticizes
    criticized condemn condemns condemned praise praises praised defend defends defended reject rejects rejected
    welcome welcomes welcomed urge urges urged demand demands demanded denounce denounces denounced oppose opposes
    opposed slam slams slammed deny denies denied quote quotes quoted cite cites cited thank thanks thanked blame
    blames blamed accuse accuses accused warn warns warned recommend recommends recommended recommending threaten
    threatens threatened promise promises promised promising vow vows vowed pledge pledges pledged reiterate
    reiterates reiterated
    """
)
"""Verbs that voice an attitude without a clause for what was said."""

_RESULTS = word_set("results result findings finding conclusions data figures")
_WRITINGS = _RESULTS | word_set(
    """
    analysis report reports study studies letter letters statement statements post posts article articles paper papers
    survey surveys poll polls memo memos document documents email emails tweet tweets blog editorial review reviews
    """
)
"""Nouns for what is written: their maker is the speaker."""

_PREPOSITIONS = word_set("of for on in at from with by to about since after during")
_REQUESTS = word_set("ask asks asked asking urge urges urged urging beg begs begged call calls called")
_FEELING = word_set(
    "concerned worried critical confident hopeful proud sorry disappointed pleased delighted optimistic adamant"
)
_EMPTY_SUBJECTS = word_set("it there this that what which who one")


@dataclass(frozen=True, slots=True)
class TreeSaid:
    """An attribution: the verb's word, the speaker, and the words of the tree that are what was said.

    `strong` is False where only an attitude is voiced ("criticised the plan").
    """

    verb: int
    word: str
    speaker: str | None
    alias: str | None
    content: frozenset[int]
    strong: bool
    subject: int | None


def attributions(reader: ClauseReader, names: Names, quotes: QuotationMap) -> list[TreeSaid]:
    """The attributions of one sentence, in reading order."""
    found = []
    for index in range(len(reader.tokens)):
        said = _by_verb(reader, index, names, quotes) or _by_preposition(reader, index, names, quotes)
        if said is not None:
            found.append(said)
    return found


def _by_preposition(reader: ClauseReader, index: int, names: Names, quotes: QuotationMap) -> TreeSaid | None:
    """ "According to the ministry, …"."""
    tokens = reader.tokens
    if tokens[index].text.lower() != "according" or quotes.at(tokens[index].start) is not None:
        return None
    if index + 2 >= len(tokens) or tokens[index + 1].text.lower() != "to":
        return None
    noun = tokens[index].head
    if noun <= index:
        nouns = [i for i in below(reader.children, index) if tokens[i].upos in {"NOUN", "PROPN", "PRON"} and i > index]
        if not nouns:
            return None
        noun = nouns[0]
    speaker, alias = _speaker(reader, noun, names)
    above = tokens[noun].head
    content = frozenset(below(reader.children, above)) if above >= 0 else frozenset()
    return TreeSaid(index, "according to", speaker, alias, content, True, noun)


def _by_verb(reader: ClauseReader, index: int, names: Names, quotes: QuotationMap) -> TreeSaid | None:
    """ "X said that …", "…, said X", "X called it …"."""
    tokens = reader.tokens
    token = tokens[index]
    lower = token.text.lower()
    lemma = SAYING.get(lower)
    feeling = lower in _FEELING and reader.has(index, "cop") and reader.has(index, "ccomp", "obl", "advcl", "xcomp")
    if (lemma is None and lower not in _JUDGING | _REQUESTS and not feeling) or token.upos not in {
        "VERB",
        "ADJ",
        "AUX",
    }:
        return None
    if quotes.at(token.start) is not None or (lower in _JUDGING and token.deprel == "xcomp"):
        return None
    subject = subject_of(reader.tree, reader.children, index)
    if subject is not None and tokens[subject].deprel == "nsubj:pass" and reader.has(index, "aux:pass"):
        agent = next(
            (c for c in reader.children[index] if tokens[c].deprel == "obl:agent" or _is_agent(reader, c)), None
        )
        if agent is None or lemma is None or not reader.has(index, "ccomp"):
            return None
        subject = agent
    if subject is None and token.deprel in {"advcl", "acl"} and lower.endswith("ing"):
        subject = subject_of(reader.tree, reader.children, token.head) if token.head >= 0 else None
        if token.deprel == "acl":
            subject = token.head
    if subject is None:
        return None
    word = tokens[subject].text.lower()
    if word in {"who", "which", "that"}:
        above = tokens[index].head
        if token.deprel == "acl:relcl" and above >= 0:
            subject = above
        else:
            return None
    elif word in _EMPTY_SUBJECTS and not (word == "it" and lemma in {"say", "add", "quote", "cite", "ask"}):
        return None
    contents = [
        c for c in reader.children[index]
        if tokens[c].deprel in {"ccomp", "parataxis"}
        or (tokens[c].deprel in {"obj", "xcomp", "obl"} and _quoted(reader, c, quotes))
    ]  # fmt: skip
    content: set[int] = set()
    for child in contents:
        content.update(below(reader.children, child))
    if token.deprel == "parataxis" and token.head >= 0:
        content.update(set(below(reader.children, token.head)) - set(below(reader.children, index)))
    if token.deprel == "ccomp" and token.head >= 0 and not contents and index > token.head:
        content.update(set(below(reader.children, token.head)) - set(below(reader.children, index)))
    as_said = token.deprel == "advcl" and token.head >= 0 and "as" in reader.marks(index)
    if as_said and not contents:
        content.update(set(below(reader.children, token.head)) - set(below(reader.children, index)))
    near_quote = _touches_quote(reader, index, quotes)
    strong = lemma in STRONG_SAYING and (bool(content) or near_quote)
    requests = lower in _REQUESTS and reader.has(index, "xcomp") and reader.has(index, "obj", "iobj")
    requests = requests and token.deprel not in {"xcomp", "acl"}
    if (
        not requests
        and not strong
        and lower not in _JUDGING
        and not feeling
        and not (lemma is not None and (content or near_quote))
    ):
        return None
    speaker, alias = _speaker(reader, subject, names)
    named = _person_before(reader, subject, index)
    if named is not None and named not in (speaker or ""):
        speaker, alias = names.fullest(named), alias or speaker
    return TreeSaid(index, token.text, speaker, alias, frozenset(content), strong, subject)


def _person_before(reader: ClauseReader, subject: int, verb: int) -> str | None:
    """The person named right before a verb of saying, at the end of a title ("the chief of the board Ann Example")."""
    tokens = reader.tokens
    end = verb
    while end > 0 and (tokens[end - 1].upos in {"PUNCT", "AUX", "ADV"}) and tokens[end - 1].text not in '"“”':
        end -= 1
    if end == 0 or tokens[end - 1].entity != "PER" or subject >= verb:
        return None
    begin = end - 1
    while begin > 0 and tokens[begin - 1].entity == "PER" and not tokens[begin].entity_start:
        begin -= 1
    if begin > 0 and tokens[begin - 1].upos == "ADP":
        return None
    return reader.text[tokens[begin].start : tokens[end - 1].end]


def _owner(reader: ClauseReader, head: int) -> int | None:
    """Whose report, letter or study a noun is: its possessor, the name before it, or who it is "by" or "of"."""
    tokens = reader.tokens
    if tokens[head].text.lower() not in _WRITINGS:
        return None
    for child in reader.children[head]:
        if tokens[child].deprel == "nmod:poss" and tokens[child].upos == "PROPN":
            return child
        if tokens[child].deprel == "compound" and tokens[child].upos == "PROPN" and child < head:
            return child
        if tokens[child].deprel == "nmod":
            case = {tokens[c].text.lower() for c in reader.children[child] if tokens[c].deprel == "case"}
            if case & {"by", "from"} or (case & {"of"} and tokens[head].text.lower() in _RESULTS):
                return child
    return None


def _is_agent(reader: ClauseReader, index: int) -> bool:
    """Whether a word is the "by …" of a passive."""
    return reader.tokens[index].deprel == "obl" and any(
        reader.tokens[c].text.lower() == "by" and reader.tokens[c].deprel == "case" for c in reader.children[index]
    )


def _quoted(reader: ClauseReader, index: int, quotes: QuotationMap) -> bool:
    return quotes.at(reader.tokens[index].start) is not None


def _touches_quote(reader: ClauseReader, index: int, quotes: QuotationMap) -> bool:
    """Whether a quotation begins or ends within a few words of a verb."""
    low = reader.tokens[max(0, index - 4)].start
    high = reader.tokens[min(len(reader.tokens) - 1, index + 8)].end
    return quotes.at(low) is not None or bool(quotes.within(low, high))


def _speaker(reader: ClauseReader, head: int, names: Names) -> tuple[str | None, str | None]:
    """The speaker of a subject word: its person's full name, else its phrase."""
    tokens = reader.tokens
    owner = _owner(reader, head)
    if owner is not None:
        own, _ = _speaker(reader, owner, names)
        whole = noun_phrase(reader.tree, reader.children, head)
        return own, " ".join(whole.of(reader.text).split())
    phrase = noun_phrase(reader.tree, reader.children, head)
    written = " ".join(phrase.of(reader.text).split())
    person = _person_in(reader, phrase, head)
    if person is not None:
        name = names.fullest(person)
        return name, (written if written != name else None)
    appositions = [
        c for c in reader.children[head]
        if tokens[c].deprel == "appos"
        and (tokens[c].entity == "PER" or (tokens[head].upos == "NOUN" and tokens[c].upos == "PROPN"))
    ]  # fmt: skip
    if appositions:
        inner = noun_phrase(reader.tree, reader.children, appositions[0])
        named = _person_in(reader, inner, appositions[0]) or inner.of(reader.text)
        return names.fullest(named), written
    if tokens[head].upos == "PRON":
        return written, None
    name, alias = speaker_name(written, names)
    return _shortened(name), alias


def _shortened(phrase: str) -> str:
    """A long phrase without what follows its first qualification ("posts on the board of the club since Friday")."""
    parts = phrase.split()
    if len(parts) <= 8:
        return phrase
    places = [i for i, part in enumerate(parts) if part.lower() in _PREPOSITIONS and i >= 1]
    return " ".join(parts[: places[1]]) if len(places) > 1 else phrase


def _person_in(reader: ClauseReader, phrase: Span, head: int) -> str | None:
    """The person's name at the end of a phrase ("the mayor Ann Example"), as the parser told names apart."""
    best: str | None = None
    tokens = reader.tokens
    i = 0
    while i < len(tokens):
        if tokens[i].entity == "PER" and phrase.start <= tokens[i].start < phrase.end:
            j = i + 1
            while (
                j < len(tokens)
                and tokens[j].entity == "PER"
                and not tokens[j].entity_start
                and tokens[j].start < phrase.end
            ):
                j += 1
            possessive = j < len(tokens) and tokens[j].text in {"'s", "’s", "'", "’"}
            if not possessive and (
                i <= head < j
                or (tokens[head].head >= 0 and any(tokens[k].head == head or k == head for k in range(i, j)))
            ):
                best = reader.text[tokens[i].start : tokens[j - 1].end]
            i = j
        else:
            i += 1
    return best
