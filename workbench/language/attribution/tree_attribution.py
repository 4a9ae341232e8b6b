"""Who said it, read off a tree: reporting verbs with their subjects and contents, "according to", "…, he said"."""

from __future__ import annotations

from workbench.language.attribution.behind_colons import with_colon
from workbench.language.attribution.plain_speakers import is_told
from workbench.language.attribution.said_content import (
    SETS_OFF,
    TreeSaid,
    behind_that,
    continues_content,
    first_of_its_like,
    has_object,
    is_found_unsaid,
    is_no_saying,
    is_purpose,
    is_unsaid,
    is_yet_to,
    said_below,
    said_of_object,
    shared_saying,
    tags_quotation,
    takes_for_true,
    told_as_said,
)
from workbench.language.attribution.speaking_nouns import can_speak
from workbench.language.attribution.tree_speaker import is_denied, person_before, speaker_of
from workbench.language.dependency.adverbial_clauses import compared
from workbench.language.dependency.tree_clauses import ClauseReader
from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING
from workbench.language.grammar.tree_reading import below, noun_phrase, subject_of
from workbench.language.references.people import Names
from workbench.language.references.person_nouns import is_plural
from workbench.language.text.quotations import QuotationMap
from workbench.language.text.tokenizer import word_set

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

_SURE = 0.9
"""How certain the parser must be of whose participle it is that judges."""
_DENIES = word_set("deny denies denied refuse refuses refused")
_TURNS_DOWN = word_set(
    """
    reject rejects rejected oppose opposes opposed welcome welcomes welcomed defend defends defended threaten threatens
    threatened
    """
)
_DECIDE = word_set(
    """
    committee committees council councils councillors jury jurors voters shareholders members panel inspector inspectors
    """
)
"""Who by rejecting something decides it."""
_OF_WORDS = word_set(
    """
    charge charges claim claims allegation allegations accusation accusations criticism criticisms report reports idea
    ideas call calls suggestion suggestions proposal proposals plan plans demand demands view notion finding findings
    decision ruling move result results comparison it that this them comments remarks record argument offer
    """
)
_HANDED_ON = word_set("report reports reported found find finds show shows showed")
"""What somebody does with a thing as well: "one in seven reported it to the police"."""
_SUBJECTS = frozenset({"nsubj", "nsubj:pass"})
_POINTS = word_set("point points pointed pointing")
_REQUESTS = word_set("ask asks asked asking urge urges urged urging beg begs begged call calls called")
_FEELING = word_set(
    "concerned worried critical confident hopeful proud sorry disappointed pleased delighted optimistic adamant"
)
_STATEMENTS = word_set(
    """
    statement interview letter email e-mail tweet post speech briefing report message memo note filing article column
    conference testimony address broadcast evidence
    """
)
"""Nouns a saying is made in: "told the paper in a statement that …"."""
_QUESTIONS = word_set("whether if how what who which when where why")
_OF_A_BODY = word_set("say add quote cite ask claim announce warn deny insist admit promise argue allege")
"""What an "it" does that is a body: it "shows" and "suggests" as a thing."""
_EMPTY_SUBJECTS = word_set("it there this that what which who one")


def attributions(reader: ClauseReader, names: Names, quotes: QuotationMap) -> list[TreeSaid]:
    """The attributions of one sentence, in reading order."""
    found = []
    for index in range(len(reader.tokens)):
        said = _by_verb(reader, index, names, quotes) or _by_preposition(reader, index, names, quotes)
        if said is not None:
            found.append(said)
    return with_colon(reader, names, quotes, found)


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
    speaker, alias = speaker_of(reader, noun, names)
    above = tokens[noun].head
    above = first_of_its_like(reader, above, noun) if above >= 0 else above
    content = frozenset(below(reader.children, above)) if above >= 0 else frozenset()
    return TreeSaid(index, "according to", speaker, alias, content, True, noun)


def _by_verb(reader: ClauseReader, index: int, names: Names, quotes: QuotationMap) -> TreeSaid | None:
    """ "X said that …", "…, said X", "X called it …"."""
    tokens = reader.tokens
    token = tokens[index]
    lower = token.text.lower()
    lemma = "say" if lower in _POINTS and _is_out(reader, index) else SAYING.get(lower)
    feeling = lower in _FEELING and reader.has(index, "cop") and reader.has(index, "ccomp", "obl", "advcl", "xcomp")
    lemma = "believe" if takes_for_true(reader, index) else lemma
    tags = lemma is None and tags_quotation(reader, index)
    lemma = "say" if tags else lemma
    voices = lemma is not None or lower in _JUDGING | _REQUESTS or feeling
    if not voices or token.upos not in {"VERB", "ADJ", "AUX"}:
        return None
    if index > 0 and token.text[:1].isupper() and tokens[index - 1].text[:1].isupper():
        return None  # "Omar Said"
    apart = lower in _JUDGING and token.deprel == "xcomp"
    if quotes.at(token.start) is not None or apart or is_yet_to(reader, index) or is_found_unsaid(reader, index):
        return None
    near_quote = _touches_quote(reader, index, quotes)
    shared = shared_saying(reader, index)
    subject = subject_of(reader.tree, reader.children, index if shared is None else shared)
    if subject is not None and reader.has(index, "aux:pass") and tokens[subject].deprel in _SUBJECTS:
        agent = next(
            (c for c in reader.children[index] if tokens[c].deprel == "obl:agent" or _is_agent(reader, c)), None
        )
        if agent is None or lemma is None or not reader.has(index, "ccomp"):
            return None
        subject = agent
    if subject is not None and quotes.at(tokens[subject].start) is not None:
        # nobody who is only spoken of within the quotation says it: "“More than half are safe,” said Ann Example"
        subject = next((c for c in reader.children[index] if _names_who(reader, c, quotes)), None)
    if subject is None and tags:
        subject = next(c for c in reader.children[index] if tokens[c].deprel in {"obj", "iobj"})
    if subject is None and token.deprel in {"advcl", "acl"} and lower.endswith("ing"):
        above = _said_beside(reader, index)  # "…, she said, adding that …"
        above = token.head if above is None else above
        saying = tokens[above].head if above >= 0 and tokens[above].deprel == "ccomp" else -1
        if saying >= 0 and tokens[saying].text.lower() in SAYING and token.deprel == "advcl":
            whose = subject_of(reader.tree, reader.children, above)
            above = saying if whose is not None else above  # "said the union had left, claiming …": told by the first
        subject = subject_of(reader.tree, reader.children, above) if above >= 0 else None
        subject = said_of_object(reader, index) if token.deprel == "acl" else subject
    if subject is not None and tokens[subject].upos == "VERB" and not tokens[subject].entity:
        return None  # "the mayor faces claims that …", misread: "faces" claim nothing
    addressed = reader.has(index, "iobj", "obj")
    if lower in {"told", "found"} and not addressed and all(token.upos == "PUNCT" for token in tokens[index + 1 :]):
        return None  # the headlines "Owner knew of fault, court told" (it heard it), "Two jailed as leader found"
    if lemma == "tell" and not addressed and _finds_out(reader, index):
        return None  # "can tell whether a room is empty"
    if subject is None or (lemma == "call" and not _calls_something(reader, index, quotes)):
        return None
    if lemma in {"hold", "recall"} and not (reader.has(index, "ccomp") or near_quote):
        return None  # "holds off the champion", "is recalling 400 heaters"
    word = tokens[subject].text.lower() if tokens[subject].text != "WHO" else ""
    if word in {"who", "which", "that"}:
        above = tokens[index].head
        if word == "that" and tokens[above].deprel == "nmod":
            return None  # "a sign at a stop that reads": either may be meant
        if token.deprel == "acl:relcl" and above >= 0:
            subject = above
        else:
            return None
    elif word == "one" and (beside := _named_behind(reader, index, subject)) is not None:
        subject = beside  # "One, Ann Example, a nurse, said …"
    elif word in _EMPTY_SUBJECTS and not (word == "it" and lemma in _OF_A_BODY):
        return None
    contents = [
        c for c in reader.children[index]
        if tokens[c].deprel == "ccomp"
        or (tokens[c].deprel == "parataxis" and (not has_object(reader, index) or _quoted(reader, c, quotes)))
        or (tokens[c].deprel in {"obj", "xcomp", "obl"} and _quoted(reader, c, quotes))
    ]  # fmt: skip
    contents = _without_remarks(reader, contents)
    contents += _in_statement(reader, index)
    if not contents:
        contents = _misread_content(reader, index, lemma or "") or behind_that(reader, index, lemma or "")
    if not contents and lemma in STRONG_SAYING and subject > index > 1 and tokens[index - 1].text == ",":
        contents = [c for c in reader.children[index] if c < index]  # "Not so fast, says Ann Example"
    content: set[int] = set()
    for child in contents:
        content.update(said_below(reader, child))
    if any(tokens[child].deprel == "ccomp" for child in contents):
        for child in reader.children[index]:
            if continues_content(reader, child, index):
                content.update(below(reader.children, child))
    if token.deprel == "parataxis" and token.head >= 0 and _may_close(reader, index):
        content.update(set(below(reader.children, token.head)) - set(below(reader.children, index)))
    inner = token.deprel == "ccomp" and token.head >= 0 and not contents and index > token.head
    if inner and not reader.marks(index) and not reader.has(index, "obj"):
        content.update(set(below(reader.children, token.head)) - set(below(reader.children, index)))
    if token.deprel == "advcl" and compared(reader, index, set(reader.marks(index))):
        return None  # "as much as models suggested" measures what is told; nobody says it
    if lower in _JUDGING and not content and _beside_semicolon(reader, index):
        return None  # "Holm has promised 5 million in aid; Varen sent a ship"
    as_said = token.deprel == "advcl" and token.head >= 0 and "as" in reader.marks(index)
    if as_said and is_no_saying(reader, index, lemma or ""):
        return None
    if as_said and not contents:
        content.update(told_as_said(reader, index))
    strong = lemma in STRONG_SAYING and (bool(content) or near_quote)
    requests = lower in _REQUESTS and reader.has(index, "xcomp") and reader.has(index, "obj", "iobj")
    requests = requests and token.deprel not in {"xcomp", "acl"} and not is_purpose(reader, index)
    if (
        lower in _DENIES
        and not content
        and any(tokens[c].entity for c in reader.children[index] if tokens[c].deprel in {"obj", "iobj"})
    ):
        return None  # "a late penalty denies Varen"
    if (not content or lower.endswith("ing")) and not near_quote and not can_speak(reader, subject):
        return None  # "a drought threatens the harvest"
    if lower in _JUDGING and lower.endswith("ing") and token.deprel in {"advcl", "acl"} and token.certainty < _SURE:
        return None  # whose words they are, is not sure: "…, calling the order a punishment"
    if lower in {"reject", "rejects", "rejected"} and word in _DECIDE and not content and not near_quote:
        return None  # "the committee rejected plans for 40 homes" tells what was done
    many = tokens[subject].upos == "NOUN" and is_plural(word)
    if many and lower in _TURNS_DOWN and not content and not near_quote and not _of_words(reader, index):
        return None  # "voters have rejected three levies"
    if (
        not requests
        and not strong
        and (lower not in _JUDGING or is_purpose(reader, index))
        and not feeling
        and not (lemma is not None and (content or near_quote))
    ):
        return None
    speaker, alias = speaker_of(reader, subject, names)
    named = None if is_denied(reader, subject) else person_before(reader, subject, index)
    if named is not None and named not in (speaker or ""):
        whole = noun_phrase(reader.tree, reader.children, subject)
        end = reader.text.index(named, whole.start) + len(named)
        speaker, alias = names.fullest(named), " ".join(reader.text[whole.start : end].split())
    unsaid = is_denied(reader, subject) or is_unsaid(reader, index)
    return TreeSaid(index, token.text, speaker, alias, frozenset(content), strong, subject, unsaid)


def _may_close(reader: ClauseReader, index: int) -> bool:
    """Whether a saying set beside a clause tells whose it is: "…, he said"; not "…; one in seven reported it"."""
    tokens = reader.tokens
    first = below(reader.children, index)[0]
    parted = tokens[first].text in {";", ":"} or (first > 0 and tokens[first - 1].text in {";", ":"})
    things = [c for c in reader.children[index] if tokens[c].deprel == "obj" and tokens[c].upos in {"PRON", "NOUN"}]
    things += [c for c in reader.children[index] if tokens[c].deprel in _SUBJECTS and tokens[c].upos == "NUM"]
    return not parted and not (things and tokens[index].text.lower() in _HANDED_ON)


def _said_beside(reader: ClauseReader, index: int) -> int | None:
    """The verb of saying that stands between commas right before a participle."""
    before = reversed(range(max(0, index - 3), index))
    return next(
        (i for i in before if reader.tokens[i].text.lower() in SAYING and reader.tokens[i].upos == "VERB"), None
    )


def _beside_semicolon(reader: ClauseReader, index: int) -> bool:
    """Whether a clause with a subject of its own stands behind a semicolon."""
    tokens = reader.tokens
    return any(
        tokens[c].deprel == "parataxis" and reader.has(c, "nsubj", "nsubj:pass")
        and any(tokens[k].text == ";" for k in reader.children[c])
        for c in reader.children[index]
    )  # fmt: skip


def _of_words(reader: ClauseReader, index: int) -> bool:
    """Whether what is rejected or welcomed is something that was said or decided."""
    objects = [c for c in reader.children[index] if reader.tokens[c].deprel == "obj"]
    return any(reader.tokens[c].text.lower() in _OF_WORDS for c in objects)


def _is_out(reader: ClauseReader, index: int) -> bool:
    """Whether "out" goes with a verb and a clause follows: "pointed out that"."""
    return reader.has(index, "ccomp") and any(reader.tokens[c].text.lower() == "out" for c in reader.children[index])


def _calls_something(reader: ClauseReader, index: int, quotes: QuotationMap) -> bool:
    """Whether "call" judges or asks for something, and is no telephone call."""
    if reader.has(index, "xcomp", "ccomp") or _touches_quote(reader, index, quotes):
        return True
    for child in reader.children[index]:
        case = {reader.tokens[c].text.lower() for c in reader.children[child] if reader.tokens[c].deprel == "case"}
        if case & {"for", "on"} or reader.tokens[child].text.lower() in {"for", "on"}:
            return True
    return sum(reader.tokens[c].deprel in {"obj", "iobj"} for c in reader.children[index]) > 1


def _misread_content(reader: ClauseReader, index: int, lemma: str) -> list[int]:
    """What is said where the tree shows no clause: "noted the findings show …", "admitted to being there"."""
    tokens = reader.tokens
    if lemma in {"admit", "deny", "confess"}:
        return [
            c for c in reader.children[index]
            if tokens[c].deprel in {"xcomp", "advcl"} and c > index and set(reader.marks(c)) <= {"to", "that"}
        ]  # fmt: skip
    if lemma in {"tell", "inform", "warn", "remind", "assure"}:  # "told a rally in Holm that …"
        told = (c for c in reader.children[index] if tokens[c].deprel in {"obj", "iobj"} and c > index)
        return [
            clause for child in told if not is_told(tokens[child].text)
            for clause in reader.children[child]
            if tokens[clause].deprel in {"acl", "acl:relcl"} and "that" in reader.marks(clause)
        ]  # fmt: skip
    return [
        child
        for child in reader.children[index]
        if tokens[child].deprel == "obj" and lemma in STRONG_SAYING
        for verb in reader.children[child]
        if tokens[verb].deprel[:3] == "acl" and tokens[verb].upos == "VERB" and not reader.marks(verb)
        and (tokens[verb].deprel == "acl" or not reader.has(verb, *_SUBJECTS))
        and (reader.has(verb, "ccomp", "aux:pass") or not tokens[verb].text.lower().endswith(("ing", "ed", "en")))
    ]  # fmt: skip


def _without_remarks(reader: ClauseReader, contents: list[int]) -> list[int]:
    """What is said, without what a dash or semicolon sets behind it: that may be the reporter's own remark."""
    tokens = reader.tokens
    marks = SETS_OFF if any(tokens[c].deprel == "ccomp" for c in contents) else frozenset({";"})
    kept = []
    for child in contents:
        first = below(reader.children, child)[0]
        set_off = tokens[first].text in marks or tokens[max(0, first - 1)].text in marks
        if tokens[child].deprel != "parataxis" or not set_off or _quoted(reader, child, reader.quotes):
            kept.append(child)
    return kept


def _in_statement(reader: ClauseReader, index: int) -> list[int]:
    """The clauses that say what was said in a statement, letter or interview: "told the paper in a letter that …"."""
    tokens = reader.tokens
    return [
        clause
        for child in reader.children[index]
        if tokens[child].text.lower() in _STATEMENTS and child > index
        for noun in (child, *(c for c in reader.children[child] if tokens[c].text.lower() == "dated"))
        for clause in reader.children[noun]
        if tokens[clause].deprel in {"acl", "ccomp", "advcl"} and "that" in reader.marks(clause)
    ]


def _finds_out(reader: ClauseReader, index: int) -> bool:
    """Whether the clause of a verb is a question: "tell whether", "tell what"."""
    contents = (c for c in reader.children[index] if reader.tokens[c].deprel == "ccomp")
    return any(reader.tokens[below(reader.children, c)[0]].text.lower() in _QUESTIONS for c in contents)


def _named_behind(reader: ClauseReader, verb: int, subject: int) -> int | None:
    """The person set beside a subject, by the tree as an apposition or as a second subject."""
    beside = [c for c in reader.children[subject] if reader.tokens[c].deprel == "appos"]
    beside += [c for c in reader.children[verb] if reader.tokens[c].deprel == "nsubj" and subject < c < verb]
    return next((c for c in beside if reader.tokens[c].entity == "PER"), None)


def _names_who(reader: ClauseReader, index: int, quotes: QuotationMap) -> bool:
    """Whether a word is a subject that stands outside the quotation marks."""
    token = reader.tokens[index]
    return token.deprel == "nsubj" and quotes.at(token.start) is None


def _is_agent(reader: ClauseReader, index: int) -> bool:
    """Whether a word is the "by …" of a passive."""
    return reader.tokens[index].deprel == "obl" and any(
        reader.tokens[c].text.lower() == "by" and reader.tokens[c].deprel == "case" for c in reader.children[index]
    )


def _quoted(reader: ClauseReader, index: int, quotes: QuotationMap) -> bool:
    return quotes.at(reader.tokens[index].start) is not None


def _touches_quote(reader: ClauseReader, index: int, quotes: QuotationMap) -> bool:
    """Whether a quotation begins or ends within a few words of a verb."""
    if reader.tokens[-1].text in {":", ","}:
        # a sentence that ends so leads in to what is quoted in the next paragraph
        return True
    low = reader.tokens[max(0, index - 4)].start
    high = reader.tokens[min(len(reader.tokens) - 1, index + 8)].end
    return quotes.at(low) is not None or bool(quotes.within(low, high))
