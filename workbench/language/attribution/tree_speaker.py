"""The speaker that the subject of a verb of saying names: a person's full name where there is one, else its phrase."""

from __future__ import annotations

import re

from workbench.domain.anchors import Span
from workbench.language.attribution.completed_names import completed
from workbench.language.attribution.speech_patterns import AND_OTHERS, PART_OF_NAME, is_part_of_name, speaker_name
from workbench.language.attribution.subject_edges import behind_at_this, is_bare_amount, office_behind
from workbench.language.dependency.tree_clauses import ClauseReader
from workbench.language.grammar.lexicon import TITLE_WORDS
from workbench.language.grammar.tree_reading import noun_phrase
from workbench.language.references.people import Names, is_degree
from workbench.language.text.calendar_names import WEEKDAY
from workbench.language.text.tokenizer import word_set

_RESULTS = word_set("results result findings finding conclusions data figures")
_WRITINGS = _RESULTS | word_set(
    """
    analysis report reports study studies letter letters statement statements post posts article articles paper papers
    survey surveys poll polls memo memos document documents email emails tweet tweets blog editorial review reviews
    """
)
"""Nouns for what is written: their maker is the speaker."""

_PREPOSITIONS = word_set("of for on in at from with by to about since after during")
_FIGURES = word_set("figures data statistics estimates numbers documents records papers emails e-mails logs")
_DENIED = word_set("neither nor nobody none no-one no")
_HARDLY = word_set("hardly barely scarcely")
_NOT_ONE = re.compile(r"(?:not\s+(?:one|an?|a\s+single|many)|no\s+one|few)\b", re.IGNORECASE)
_REPORTS = word_set("reports accounts rumours rumors sources")
_SHARES = word_set(
    """
    % percent cent fewer more less most half third thirds quarter quarters fifth fifths majority minority share
    proportion
    """
)
_MATTERS = word_set(
    """
    culture health education transport housing finance justice sport sports trade energy defence defense agriculture
    environment planning research development security science tourism labour labor employment communications sales
    marketing operations policy engineering children families adults highways resources
    """
)
"""What an office may be for, and no body or person is."""
_MARKS = frozenset('"“”‘')
_ARTICLES = word_set("the a an our his her their")
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss)\.?\s+")
_LOOSE = word_set("recent some several various unconfirmed latest new initial early earlier previous other local")
_DESCRIBES = re.compile(r"(?:Rival|Fellow|Competitor|Newcomer)\s+(?=[A-ZÀ-ÞŠŽ])")
"""What only says of a name whose it is, and has its capital from the head of the sentence."""
_SAID_ON = re.compile(rf"(?<=\w)\s+(?:(?:late|early)\s+)?on\s+{WEEKDAY}(?:\s+(?:night|morning|afternoon|evening))?$")
"""The day on which something was said, which a tree may give to who said it ("the Senate on Tuesday rejected")."""


def speaker_of(reader: ClauseReader, head: int, names: Names) -> tuple[str | None, str | None]:
    """The speaker of a subject word: its person's full name, else its phrase."""
    name, alias = _speaker_of(reader, head, names)
    if name is not None and _OF.match(name):
        return None, None
    if name is not None and " " in name and name.split()[-1].lower() in _ARTICLES:
        return None, None  # "the mayor opened the show", misread
    if name is not None and set(name) & _MARKS and " " in (whole := names.fullest(name.split()[-1])):
        name = whole  # "Robert “Bob” Lane" is Robert Lane
    if name is not None:
        name = completed(name, reader.text, reader.tokens[0].start, reader.tokens[-1].end) or name
    if name is not None and _INITIALS.search(name) and f"{name}. " in reader.text:
        name += "."  # "Sample Foods N.V. said"
    return name, alias


def _speaker_of(reader: ClauseReader, head: int, names: Names) -> tuple[str | None, str | None]:
    tokens = reader.tokens
    owner = _owner(reader, head)
    if is_denied(reader, head) or _is_nobody(reader, head) or is_bare_amount(reader, head):
        return None, None
    if (whole_office := office_behind(reader, head) or behind_at_this(reader, head)) is not None:
        return whole_office, None
    if owner is not None:
        own, _ = speaker_of(reader, owner, names)
        if own is not None and " " not in own:
            own = _whole_name(reader, owner)
        if own is not None and own.split()[0] == "firm" and own.split()[-1][:1].isupper():
            own = own.removeprefix("firm ")  # "a survey by the polling firm Sample"
        whole = noun_phrase(reader.tree, reader.children, head)
        return own, " ".join(whole.of(reader.text).split())
    phrase = noun_phrase(reader.tree, reader.children, head)
    after = tokens[head + 1] if head + 1 < len(tokens) else None
    if after is not None and (after.upos, after.deprel, after.head) == ("NOUN", "nsubj", tokens[head].head):
        start = min(phrase.start, *(tokens[c].start for c in reader.children[head + 1]), after.start)
        return reader.text[start : after.end], None  # "the Hamburg daily", of which a tree makes two subjects
    written = _SAID_ON.sub("", " ".join(phrase.of(reader.text).split()).lstrip("-–—― "))
    if written.lower().startswith("both ") and " and " in written:
        written = written[5:]
    if several := AND_OTHERS.match(written):
        return several.group(1).rstrip(".") + ".", None
    if tokens[head].entity == "PER" and any(tokens[c].deprel == "conj" and c > head for c in reader.children[head]):
        return written, None  # "Mayor Ann Example and her deputy" are two
    person = _person_in(reader, phrase, head)
    if person is not None:
        titled = _COURTESY.match(written)
        own_title = titled is not None and written[titled.end() :] == person
        name = names.fullest(written if own_title else person, tokens[head].start)
        name = _knighted(reader.text, phrase.start, person, names) or name
        return name, (written if written != name else None)
    behind = PART_OF_NAME.match(reader.text, phrase.end)
    if behind is not None and is_part_of_name(written, behind.group()):
        return f"{written} {behind.group().strip()}", None
    appositions = [
        c for c in reader.children[head]
        if tokens[c].deprel == "appos" and not any(tokens[k].deprel == "case" for k in reader.children[c])
        and reader.quotes.at(tokens[c].start) is reader.quotes.at(tokens[head].start)  # "your report (“Bins to go”)"
        and (tokens[c].entity == "PER" or (tokens[head].upos == "NOUN" and tokens[c].upos == "PROPN"))
        and not _behind_preposition(reader, c)
        and not _may_be_a_place(reader, c, max([c, *reader.children[c]]) + 1 if reader.children[c] else c + 1)
    ]  # fmt: skip
    if appositions:
        if not tokens[appositions[0]].entity:  # "the spokesperson, Superintendent of Police, Ann Example"
            appositions.sort(key=lambda c: tokens[c].entity != "PER")
        inner = noun_phrase(reader.tree, reader.children, appositions[0])
        body = tokens[appositions[0]].entity in {"ORG", "LOC"}  # "Électricité du Liban" holds no person
        named = (None if body else _person_in(reader, inner, appositions[0])) or inner.of(reader.text)
        in_full = _named_in_full(reader, appositions)
        if in_full.startswith(f"{named} "):
            named = in_full  # "the firm, Van Holm Marine": a tree may part the name
        elif " " not in named:
            named = _whole_run(reader, appositions[0], appositions[0] + 1)
        courtesy = _COURTESY.match(inner.of(reader.text))
        name = names.fullest(named)
        return (f"{courtesy.group()}{name}" if courtesy and " " not in name else name), written
    if tokens[head].upos == "PRON":
        alone = tokens[head].text.lower() in {"he", "she", "it", "they", "we", "i", "you"}  # no "Last year it"
        return (tokens[head].text if alone else written), None
    police = written.startswith("Police ")
    called = (c for c in reader.children[head] if c < head and tokens[c].deprel == "nmod:desc" and not police)
    if any(tokens[c].upos == "NOUN" for c in called):
        named = _whole_run(reader, head, head + 1)  # "the country's platinum producer Sample Metals"
        return named, (written if written != named else None)
    set_beside = _named_beside(reader, phrase, head)
    if set_beside is not None:
        return names.fullest(set_beside), written
    last = tokens[head].end == phrase.end and tokens[head].upos in {"NOUN", "PROPN"}
    name, alias = speaker_name(written, names, noun_last=last)
    opens = phrase.start <= tokens[0].start + 1
    if name.isdigit():
        return None, None  # "of these, 108 said": nobody of a name
    if opens and (described := _DESCRIBES.match(name)) is not None:
        return name[described.end() :], alias or written
    return _shortened(name), alias


_INITIALS = re.compile(r"\s(?:[A-Za-z]\.)+[A-Za-z]$")
"""The kind of a firm in letters, of which the sentence's tree left the last stop out."""


def _knighted(text: str, start: int, first: str, names: Names) -> str | None:
    """Who is called by a first name behind "Sir" or "Dame": "Sir Ben" is the Sir Ben Example named before."""
    if " " in first or not text[start:].lstrip().startswith(("Sir ", "Dame ")):
        return None
    before = {n.text for n in names.found if n.start < start and n.text.startswith(f"{first} ")}
    return before.pop() if len(before) == 1 else None


def is_denied(reader: ClauseReader, head: int) -> bool:
    """Whether a subject says who did not speak: "neither she nor her party", "no official"; "No 10" is a place."""
    tokens = reader.tokens
    if head > 0 and tokens[head - 1].text.lower() in _HARDLY:
        return True
    for word in (head, *reader.children[head]):
        numbered = tokens[word].text.lower() == "no" and tokens[min(word + 1, len(tokens) - 1)].text[:1].isdigit()
        if tokens[word].text.lower() in _DENIED and not numbered:
            return True
    return _NOT_ONE.match(noun_phrase(reader.tree, reader.children, head).of(reader.text).strip()) is not None


def person_before(reader: ClauseReader, subject: int, verb: int) -> str | None:
    """The person named right before a verb of saying, at the end of a title ("the chief of the board Ann Example")."""
    tokens = reader.tokens
    end = verb
    while end > 0 and (tokens[end - 1].upos in {"PUNCT", "AUX", "ADV"}) and tokens[end - 1].text not in '"“”':
        end -= 1
    if end == 0 or tokens[end - 1].entity != "PER" or subject >= verb or tokens[end].text in {")", "]"}:
        return None  # in brackets stands a party or a place: "Ann Example (Lab, Holm) said"
    begin = end - 1
    while begin > 0 and tokens[begin - 1].entity == "PER":
        if tokens[begin].entity_start and tokens[begin - 1].text != "-":
            break  # "Orme-Watson" is one name
        begin -= 1
    if is_degree(reader.text, tokens[begin].start, tokens[end - 1].end):
        return None
    if _may_be_a_place(reader, begin, end):
        return None
    if _behind_preposition(reader, begin):
        return None  # "a spokesman for Mr Example"
    if begin > 0 and (tokens[begin - 1].upos == "ADP" or _hangs_by_preposition(reader, begin, subject)):
        return None
    governed = begin > 0 and tokens[begin - 1].upos == "NOUN" and _is_governed(reader, begin - 1, subject)
    if governed and not _is_matter(reader, begin - 1, end - begin):
        return None  # "a spokeswoman for the operator Sample"
    if end < verb and tokens[end].text == "," and not _set_apart(reader, begin):
        return None
    return reader.text[tokens[begin].start : tokens[end - 1].end]


def _behind_preposition(reader: ClauseReader, begin: int) -> bool:
    """Whether a preposition stands before a name and its titles: "the son of former mayor Ann Example"."""
    tokens = reader.tokens
    at = begin - 1
    while at >= 0 and (word := tokens[at].text.rstrip(".").lower()) in TITLE_WORDS and word not in _MATTERS | _ARTICLES:
        at -= 1
    return at >= 0 and tokens[at].upos == "ADP"


def _may_be_a_place(reader: ClauseReader, begin: int, end: int) -> bool:
    """Whether one word behind a name and a comma may say where that is: "Ann Example, of Mill Lane, Holm, said"."""
    tokens = reader.tokens
    return end - begin == 1 and begin > 1 and tokens[begin - 1].text == "," and tokens[begin - 2].upos == "PROPN"


def _is_matter(reader: ClauseReader, noun: int, words: int) -> bool:
    """Whether a bare noun says what an office is for, with its holder behind: "member for culture Ann Example"."""
    tokens = reader.tokens
    bare = noun > 1 and tokens[noun - 1].text.lower() in {"for", "of"} and tokens[noun].text.islower()
    return bare and words > 1 and tokens[noun].text.lower() in _MATTERS


def _hangs_by_preposition(reader: ClauseReader, name: int, head: int) -> bool:
    """Whether a name is joined to one that a preposition sets behind a noun: "a bench of A. Kay and B. Lee"."""
    tokens = reader.tokens
    at = name
    for _ in tokens:
        above = tokens[at].head
        if at == head or above < 0:
            return False
        if tokens[at].deprel == "conj" and any(tokens[c].deprel == "case" for c in reader.children[above]):
            return True
        at = above
    return False


def _is_governed(reader: ClauseReader, noun: int, subject: int) -> bool:
    """Whether a noun behind the subject hangs on it by a preposition."""
    return noun > subject and any(reader.tokens[c].deprel == "case" for c in reader.children[noun])


def _set_apart(reader: ClauseReader, begin: int) -> bool:
    """Whether a name before a comma is all that stands between two: not "the inquiry, led by judge Ann Example, …"."""
    tokens = reader.tokens
    at = begin
    while at > 0 and tokens[at - 1].text not in {",", "(", "–", "—"}:
        at -= 1
        if tokens[at].upos in {"VERB", "ADP", "SCONJ", "AUX", "CCONJ"} and tokens[at].text.lower() != "of":
            return False
    return at > 0


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


def _is_nobody(reader: ClauseReader, head: int) -> bool:
    """Whether a subject names no source that could be asked: "recent reports", "figures" of nobody in particular."""
    lower = reader.tokens[head].text.lower()
    if reader.tokens[head].upos == "NUM" and not reader.children[head]:
        return True  # "Ten said yes"
    if lower in _SHARES or lower.endswith("%") or lower in {"here", "nobody", "none"}:
        return True  # "41 per cent of voters said so": the answer to a poll
    others = [
        c for c in reader.children[head]
        if c < head and reader.tokens[c].deprel not in {"det", "punct", "case"}
        and reader.tokens[c].text.lower() not in _LOOSE
    ]  # fmt: skip
    if others or any(reader.tokens[c].deprel == "nmod" for c in reader.children[head]):
        return False
    loose = any(reader.tokens[c].text.lower() in _LOOSE for c in reader.children[head])
    return lower in _FIGURES or (lower in _REPORTS and loose)


def _named_beside(reader: ClauseReader, phrase: Span, head: int) -> str | None:
    """The person named between commas right after a role ("the team's coach, Ann Example, …")."""
    tokens = reader.tokens
    at = next((i for i, token in enumerate(tokens) if token.start >= phrase.end), len(tokens))
    if tokens[head].upos != "NOUN" or at + 1 >= len(tokens) or tokens[at].text != ",":
        return None
    end = at + 1
    while end < len(tokens) and tokens[end].entity == "PER" and (end == at + 1 or not tokens[end].entity_start):
        end += 1
    if end - at < 3 or end >= len(tokens) or tokens[end].text not in {",", "."}:
        return None
    return reader.text[tokens[at + 1].start : tokens[end - 1].end]


def _whole_name(reader: ClauseReader, index: int) -> str:
    """The run of capitalised words around a word, which a tree may have parted ("the Sample Health Study")."""
    tokens = reader.tokens
    low = high = index
    while low > 0 and tokens[low - 1].text[:1].isupper() and low > 1:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1].text[:1].isupper():
        high += 1
    return reader.text[tokens[low].start : tokens[high].end]


def _shortened(phrase: str) -> str:
    """A long phrase without what follows its first qualification ("posts on the board of the club since Friday")."""
    parts = phrase.split()
    if len(parts) <= 8:
        return phrase
    places = [i for i, part in enumerate(parts) if part.lower() in _PREPOSITIONS and i >= 1]
    if len(places) < 2:
        return phrase
    numbered = any(part[0].isdigit() for part in parts[places[0] : places[1]])
    return " ".join(parts[: places[0] if numbered else places[1]])  # "a study of 24 hours of film" is a study


def _whole_run(reader: ClauseReader, begin: int, end: int) -> str:
    """A name with the capitals beside it that belong to it, where one word is told: "Open Rivers", "Hart & Lowe"."""
    tokens = reader.tokens
    if end - begin == 1:
        while begin > 0 and tokens[begin - 1].text == "&" and begin > 1:
            begin -= 2
        while (
            begin > 1 and tokens[begin - 1].text[:1].isupper() and tokens[begin - 1].text[:1].isalpha()
            and tokens[begin - 1].text.rstrip(".").lower() not in TITLE_WORDS
        ):  # fmt: skip
            begin -= 1
    while end + 1 < len(tokens) and tokens[end].text == "&" and tokens[end + 1].text[:1].isupper():
        end += 2
    while begin > 1 and tokens[begin - 1].text == "-" and tokens[begin - 2].end == tokens[begin].start - 1:
        begin -= 2  # "Orme-Watson"
    return reader.text[tokens[begin].start : tokens[end - 1].end]


_OF = re.compile(r"of\s")
"""No name begins so: "Superintendent of Guards, Ann Example"."""


def _named_in_full(reader: ClauseReader, appositions: list[int]) -> str:
    """The unbroken run of a name's words from the first of some appositions to the last one."""
    tokens = reader.tokens
    end = appositions[0] + 1
    while end < len(tokens) and tokens[end].upos == "PROPN" and (end in appositions or tokens[end].head in appositions):
        end += 1
    return reader.text[tokens[appositions[0]].start : tokens[end - 1].end]


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
                and (not tokens[j].entity_start or tokens[j - 1].text == "-")
                and tokens[j].start < phrase.end
            ):
                j += 1
            possessive = j < len(tokens) and tokens[j].text in {"'s", "’s", "'", "’"}
            # "the authority of Oskdal", "experts, including Ann Example", "an Example spokesman": not who speaks
            belongs = i > head and any(tokens[c].deprel == "case" for c in reader.children[i])
            belongs = belongs or (i > head and _behind_preposition(reader, i))
            belongs = belongs or (i > head and any(token.text == "(" for token in tokens[head:i]))
            belongs = belongs or (tokens[head].upos == "NOUN" and tokens[i].deprel == "compound" and j <= head)
            belongs = belongs or is_degree(reader.text, tokens[i].start, tokens[j - 1].end)
            belongs = belongs or tokens[i].deprel == "list" or _hangs_by_preposition(reader, i, head)
            if (
                not possessive
                and not belongs
                and (
                    i <= head < j
                    or (tokens[head].head >= 0 and any(tokens[k].head == head or k == head for k in range(i, j)))
                )
            ):
                force = j - i == 1 and i > 0 and tokens[i - 1].text == "Police"  # "Police Holm" is no person
                best = None if force else _whole_run(reader, i, j)
            i = j
        else:
            i += 1
    return best
