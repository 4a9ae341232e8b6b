"""Whether words are a name or an office and nothing more, and whose, or whom somebody told: strict shapes, no guess."""

from __future__ import annotations

from workbench.language.grammar.irregular_verbs import PASTS
from workbench.language.grammar.lexicon import AUXILIARIES, CONNECTIVES, SUBORDINATORS, TITLE_WORDS
from workbench.language.text.stop_words import STOP_WORDS
from workbench.language.text.tokenizer import word_set

SPEAKING_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i"})
_HEARING_PRONOUNS = frozenset({"them", "him", "her", "us", "me", "it"})
_FIRST = frozenset({"the", "a", "an", "his", "her", "its", "their", "our", "my"})
"""What a name or office may begin with."""
_JOINS = frozenset({"of", "for", "in", "at", "from", "by", "on", "and"})
"""What may join the parts of an office: "a survey by Acme", "the mayor of Holm"."""
_LOOSE = (
    (STOP_WORDS["en"] | SUBORDINATORS | CONNECTIVES | AUXILIARIES | PASTS)
    | word_set(
        "few fewer many much several none nobody nothing nowhere never neither either both every each half whoever "
        "whether hardly barely scarcely rarely seldom least little less anyone anybody someone everyone everybody "
        "against without despite like given even lest whom whose cannot wrong except unlike rather instead zero"
    )
)  # fmt: skip
"""Words of the language's frame; beside a name they may mean that it is another who speaks, or nobody."""
_TOLD = word_set("lie lies truth story stories tale tales joke untruth falsehood fib myth news rumour rumours anecdote")
"""What is told and hears nothing: "told a lie that …"."""
_LONGEST = 12
"""Words of a name or office."""


def names_speaker(named: str, speaker: str) -> bool:
    """Whether words before or behind a verb of saying are the speaker's name, office or pronoun, and nothing more.

    Args:
        named: The words, perhaps with one apposition: "Ann Sample, the mayor of Holm".
        speaker: The speaker, as the claim has it.
    """
    parts = named.strip(" ,").split(", ")
    if parts[0].casefold() in SPEAKING_PRONOUNS and len(parts) == 1:
        return True
    return len(parts) <= 2 and all(map(is_plain, parts)) and any(_is_one(part, speaker) for part in parts)


def is_plain(phrase: str) -> bool:
    """Whether words are a name or an office by their shape: a determiner, names, nouns and what joins them."""
    given = phrase.split()
    if not 0 < len(given) <= _LONGEST or given[-1].endswith(("'s", "’s", "s'", "s’")):
        return False
    joined = False
    for place, word in enumerate(given):
        lower = word.strip(".'’").casefold()
        if lower in _JOINS and 0 < place < len(given) - 1 and not joined:
            joined = True
            continue
        if lower in _FIRST:
            if (place and not joined) or place == len(given) - 1:
                return False
        elif lower in _LOOSE or (lower == word and lower.endswith("ly")) or "n't" in lower or "n’t" in lower:
            return False
        joined = False
    return True


def hears(phrase: str, verb: str) -> bool:
    """Whether words behind a verb of saying are whom it was said to: "told the court", "said to reporters"."""
    to, told = phrase.startswith("to "), verb.startswith(("tell", "told", "inform", "warn"))
    whom = phrase.removeprefix("to ").rstrip(".")
    if to == told:
        return False
    if whom.casefold() in _HEARING_PRONOUNS:
        return True
    given = whom.split()
    for place, word in enumerate(given):
        behind = given[place + 1] if place + 1 < len(given) else ""
        if word in _JOINS and not (behind[:1].isupper() or (behind == "the" and given[-1][:1].isupper())):
            return False  # "told the court of rumours that …"
    if to and given[0][:1].islower() and given[0] not in _FIRST and len(given) > 1 and given[1] not in _JOINS:
        return False  # "wrote to deny reports that …"
    return is_plain(whom) and not _TOLD & {word.casefold() for word in given}


def is_told(noun: str) -> bool:
    """Whether a noun behind "told" is what was told, and hears nothing: "told the story that …"."""
    return noun.casefold() in _TOLD


def _is_one(phrase: str, speaker: str) -> bool:
    """Whether a name or office is the speaker's, in whole, with an office before it, or the last part of the name."""
    given, own = _core(phrase), _core(speaker)
    if not given or not own:
        return False
    if given[: len(own)] == own or own[: len(given)] == given:  # "the ministry of health", "Police in Tarn"
        rest = max(given, own, key=len)[min(len(given), len(own)) :]
        return not rest or rest[0] in _JOINS or given[: len(own)] != own
    if given[-len(own) :] == own:  # "transport minister Ann Sample"; not "rivals of the minister"
        return not _JOINS & set(given[: -len(own)])
    while given and given[0].rstrip(".") in TITLE_WORDS:
        given = given[1:]
    return bool(given) and own[-len(given) :] == given and not _JOINS & set(own[: -len(given)])


def _core(phrase: str) -> list[str]:
    """The words of a name or office without what it begins with."""
    own = phrase.casefold().split()
    return own[1:] if own and own[0] in _FIRST else own
