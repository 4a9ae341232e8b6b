"""Rules that change a text and know what that does to a stance.

Every rule returns None where it does not apply. A rule that changes the meaning (`flip`) turns support into refutation
when applied to one side alone; applied to both sides it keeps the label.
"""

from __future__ import annotations

import re
from collections import Counter
from random import Random

ANTONYMS = """increase decrease|increases decreases|increased decreased|increasing decreasing|rise fall|rises falls
rose fell|higher lower|high low|highest lowest|more less|more fewer|most least|larger smaller|largest smallest
large small|bigger smaller|greater smaller|longer shorter|longest shortest|long short|older younger|oldest youngest
old young|early late|earlier later|before after|first last|win lose|wins loses|won lost|winning losing|gained lost
accepted rejected|accept reject|agreed refused|allowed banned|allow forbid|allows forbids|always never|often rarely
usually seldom|all none|many few|everyone nobody|began ended|begin end|begins ends|beginning end|start finish
started stopped|opened closed|open closed|built demolished|born died|married divorced|successful unsuccessful
successfully unsuccessfully|success failure|succeeded failed|positive negative|positively negatively|good bad
better worse|best worst|strong weak|stronger weaker|strongest weakest|safe dangerous|effective ineffective
efficient inefficient|common rare|commonly rarely|popular unpopular|legal illegal|possible impossible|likely unlikely
able unable|true false|correct incorrect|same different|similar different|rich poor|public private|north south
northern southern|east west|eastern western|inside outside|above below|over under|male female|men women|man woman
boys girls|father mother|son daughter|brother sister|husband wife|king queen|actor actress|adults children
supports opposes|supported opposed|support oppose|caused prevented|causes prevents|cause prevent|causing preventing
promotes inhibits|promote inhibit|promoted inhibited|activates inhibits|activated inhibited|activation inhibition
induces blocks|induced blocked|improve worsen|improves worsens|improved worsened|enhanced impaired|enhances impairs
enhance impair|raised lowered|raises lowers|raise lower|gain loss|presence absence|present absent|necessary unnecessary
essential unnecessary|sufficient insufficient|required unnecessary|susceptible resistant|sensitive resistant
acute chronic|severe mild|fast slow|faster slower|quickly slowly|hot cold|warm cold|warmer colder|heavy light
heavier lighter|deep shallow|hard soft|hard easy|difficult easy|simple complex|wide narrow|alive dead|guilty innocent
victory defeat|defeated lost to|guest host|conservative liberal|left right|major minor|majority minority|maximum minimum
upper lower|import export|imports exports|imported exported|buy sell|bought sold|arrived departed|appeared disappeared
remembered forgot|loved hated|love hate|friend enemy|attack defend|attacked defended|peace war|happy sad|full empty
wet dry|clean dirty|modern ancient|new old|newest oldest|temporary permanent|voluntary compulsory|internal external
domestic foreign|urban rural|natural artificial|mainly barely|nearly hardly|only also|with without|up down
upwards downwards|protects harms|protect harm|protective harmful|beneficial harmful|benefit harm|cures causes
expand shrink|expanded shrank|growth decline|grew shrank|upregulated downregulated|upregulation downregulation"""

SYNONYMS = """increase raise|increases raises|increased raised|increased rose|decrease reduce|decreases reduces
decreased fell|reduced lowered|reduce lower|reduces lowers|causes leads to|cause lead to|caused led to|prevents stops
prevent stop|prevented stopped|movie film|film movie|film motion picture|began started|begin start|begins starts
ended finished|big large|large big|near close to|approximately about|about roughly|around about|more than over
over more than|less than under|fewer than under|also as well|many numerous|numerous many|began to started to
located situated|situated located|is situated in lies in|created made|made created|built constructed
constructed built|received got|obtained got|purchased bought|bought purchased|died passed away|born in a native of
wife spouse|husband spouse|kids children|children kids|show programme|series show|author writer|writer author
attorney lawyer|physician doctor|automobile car|important significant|significant important|well-known famous
famous well-known|primarily mainly|mainly primarily|mostly mainly|linked to associated with|associated with linked to
effective successful|shows demonstrates|demonstrated showed|found discovered|required needed|needed required
inhibits blocks|inhibit block|inhibited blocked|promotes encourages|enhances improves|enhanced improved|severe serious
help assist|helps assists|chief main|earned won|won received|appointed named|named called|resided lived|lived resided
frequently often|often frequently|rapidly quickly|quickly rapidly|however but|nation country|country nation
people persons|employees workers|workers employees|company firm|firm company|city town
illness disease|disease illness"""

SIBLINGS = """January February March April May June July August September October November December
Monday Tuesday Wednesday Thursday Friday Saturday Sunday
American British French German Italian Spanish Canadian Australian Japanese Chinese Russian Indian Brazilian \
Mexican Irish Scottish Swedish Dutch Polish Greek Turkish Norwegian Danish Korean Egyptian Portuguese Austrian \
Belgian
France Germany Italy Spain Canada Australia Japan China Russia India Brazil Mexico Ireland Scotland Sweden \
Poland Greece Turkey Norway Denmark Egypt Portugal Austria Belgium Ukraine England Argentina Kenya Nigeria
London Paris Berlin Rome Madrid Toronto Sydney Tokyo Beijing Moscow Delhi Dublin Stockholm Warsaw Athens Chicago \
Boston Houston Seattle Philadelphia Dallas Denver Atlanta
California Texas Florida Ohio Illinois Georgia Virginia Michigan Arizona Tennessee Colorado Oregon Nevada \
Alabama Kentucky
Africa Europe Asia
two three four five six seven eight nine ten eleven twelve
second third fourth fifth sixth seventh eighth ninth
first second third fourth
red blue green yellow black white
football basketball baseball tennis hockey cricket golf
guitar piano violin drums trumpet
English French German Spanish Italian Russian Arabic Chinese Japanese
Christianity Islam Judaism Buddhism Hinduism
Catholic Protestant Jewish Muslim Buddhist
gold silver bronze
spring summer autumn winter
lungs heart liver kidney brain skin stomach
dogs cats horses mice rats monkeys
iron copper zinc lead aluminium gold silver
oxygen nitrogen hydrogen carbon helium
doctor lawyer teacher farmer soldier carpenter
comedy drama horror thriller western
poem novel song film painting play
bacteria viruses fungi parasites
days weeks months years
million billion trillion
hundreds thousands millions
president senator governor mayor
mother father sister brother uncle aunt
grandfather grandmother nephew niece cousin
Mercury Venus Mars Jupiter Saturn Neptune
vitamin protein fat sugar salt fibre
Democrat Republican
Democratic Republican"""


def _table(lines: str, both_ways: bool) -> dict[str, list[str]]:
    table: dict[str, list[str]] = {}
    for entry in lines.replace("\n", "|").split("|"):
        words = entry.split()
        left, right = words[0], " ".join(words[1:])
        if len(words) > 2 and not both_ways:  # the longer phrase may stand on the left: try every cut
            continue
        table.setdefault(left, []).append(right)
        if both_ways:
            table.setdefault(right, []).append(left)
    return table


_OPPOSITES = _table(ANTONYMS, both_ways=True)
_SAME = _table(SYNONYMS, both_ways=False)
_GROUPS: dict[str, list[list[str]]] = {}
for _line in SIBLINGS.splitlines():
    for _word in _line.split():
        _GROUPS.setdefault(_word, []).append(_line.split())

_TOKEN = re.compile(r"[A-Za-z]+(?:-[a-z]+)?|\d[\d,]*(?:\.\d+)?")


def _like(word: str, model: str) -> str:
    return word[:1].upper() + word[1:] if model[:1].isupper() and word[:1].islower() else word


def _replaceable(text: str, table: dict[str, list[str]]) -> list[tuple[int, int, str]]:
    return [
        (match.start(), match.end(), word)
        for match in _TOKEN.finditer(text)
        if (word := match.group() if match.group() in table else match.group().lower()) in table
    ]


def opposite(text: str, rng: Random, must: set[str] | None = None) -> tuple[str, str] | None:
    """Put one word's antonym in its place; `must` limits it to those words (lower case).

    Returns:
        The new text and the word that was replaced.
    """
    places = [place for place in _replaceable(text, _OPPOSITES) if must is None or place[2] in must]
    if not places:
        return None
    start, end, word = rng.choice(places)
    return text[:start] + _like(rng.choice(_OPPOSITES[word]), text[start:end]) + text[end:], word


def reword(text: str, rng: Random, chance: float = 0.5) -> str:
    """Replace some words by synonyms; the meaning stays."""
    for start, end, word in reversed(_replaceable(text, _SAME)):
        if rng.random() < chance:
            text = text[:start] + _like(rng.choice(_SAME[word]), text[start:end]) + text[end:]
    return text


def sibling(text: str, rng: Random, must: set[str] | None = None) -> tuple[str, str, str] | None:
    """Swap a word of a closed class (month, nationality, colour …) for another of its class.

    Returns:
        The new text, the old word and the new one.
    """
    found = [
        match
        for match in _TOKEN.finditer(text)
        if match.group() in _GROUPS and (must is None or match.group().lower() in must)
    ]
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    others = [word for word in rng.choice(_GROUPS[old]) if word != old and word not in text]
    if not others:
        return None
    new = rng.choice(others)
    return text[: match.start()] + new + text[match.end() :], old, new


_NUMBER = re.compile(r"(?<![\w.,-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w,]*\d)(?!st\b|nd\b|rd\b|th\b)")
_YEAR = re.compile(r"^(1[0-9]{3}|20[0-4][0-9])$")


def written(value: float, like: str) -> str:
    """A number in the style of `like` (thousands separator, decimals)."""
    decimals = len(like.partition(".")[2])
    return f"{value:,.{decimals}f}" if "," in like or (value >= 10_000) else f"{value:.{decimals}f}"


def other_number(text: str, rng: Random, must: set[str] | None = None) -> tuple[str, str, str] | None:
    """Replace a number or year by a clearly different one.

    Returns:
        The new text, the old number as written and the new one.
    """
    found = [match for match in _NUMBER.finditer(text) if must is None or match.group() in must]
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    value = float(old.replace(",", ""))
    if _YEAR.match(old):
        new = str(int(value) + rng.choice([-1, 1]) * rng.choice([1, 2, 3, 5, 8, 10, 14, 20, 30, 100]))
    elif value <= 31 and "." not in old:
        options = [n for n in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 14, 15, 18, 20, 25, 28, 30, 40) if n != value]
        new = str(rng.choice(options))
    else:
        new = written(value * rng.choice([0.1, 0.25, 0.4, 0.5, 0.6, 1.5, 1.8, 2, 3, 4, 10]), old)
    if new == old or new in text:
        return None
    return text[: match.start()] + new + text[match.end() :], old, new


def near_number(text: str, rng: Random, holds: bool, must: set[str] | None = None) -> str | None:
    """Say a number of `text` vaguely: "about 100,000", "more than 90", "thousands".

    Args:
        text: The claim.
        rng: Source of chance.
        holds: Whether the vague wording is true of the number, or contradicts it.
        must: Only these numbers.
    """
    found = [
        match
        for match in _NUMBER.finditer(text)
        if (must is None or match.group() in must)
        and not _YEAR.match(match.group())
        and float(match.group().replace(",", "")) >= 12
        and not re.search(
            r"(?:than|about|around|approximately|over|nearly|almost|least|most|"
            r"\$)\s*$",
            text[: match.start()],
        )
        and re.match(r" (?:[a-z-]+ )?(?:[a-z]+s|people|men|women|children)\b", text[match.end() :])
    ]
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    value = float(old.replace(",", ""))
    digits = len(str(int(value)))
    rounded = round(value, 1 - digits if digits < 3 else 2 - digits)
    if holds:
        whole = written(rounded, old.partition(".")[0])
        options = [f"about {whole}", f"around {whole}"]
        options += [f"more than {written(int(value * rng.choice([0.5, 0.7, 0.9])), old)}", f"at least {old}"]
        options += [f"fewer than {written(int(value * rng.choice([1.1, 1.5, 2])) + 1, old)}"]
        options += [f"nearly {written(rounded, old)}"] if rounded > value else []
        options += ["dozens of"] if 24 <= value < 100 else ["hundreds of"] if 200 <= value < 1000 else []
        options += ["thousands of"] if 2000 <= value < 1_000_000 else ["millions of"] if value >= 2_000_000 else []
    else:
        options = [f"more than {written(int(value * rng.choice([1.2, 1.5, 2])) + 1, old)}"]
        options += [f"fewer than {written(int(value * rng.choice([0.5, 0.7, 0.9])), old)}"]
        options += [f"about {written(rounded * rng.choice([0.25, 0.5, 2, 4]), old.partition('.')[0])}"]
        options += ["millions of"] if value < 100_000 else ["hundreds of"]
    return text[: match.start()] + rng.choice(options) + text[match.end() :]


_AUX = re.compile(r"\b(is|are|was|were|can|could|will|would|did|does|do|should|must|may|might)\b(?!\s*n't)")
_HAS = re.compile(
    r"\b(has|have|had)\b(?=\s+(?:\w+ly\s+)?(?:been|\w+ed|won|made|become|had|sold|written|taken|"
    r"given|held)\b)"
)
_NOT = re.compile(
    r"\b(is|are|was|were|can|could|will|would|did|does|do|should|must|may|might|has|have|"
    r"had)(?: not|n't)\b",
    re.I,
)
_LEMMAS = """won win|wrote write|made make|became become|took take|went go|came come|had have
has have|began begin|got get
gave give|led lead|sold sell|played play|said say|held hold|left leave|met meet|ran run|saw see|sang sing
spoke speak|stood stand|told tell|beat beat|built build|bought buy|fought fight|found find|grew grow|knew know
lost lose|paid pay|rose rise|sent send|set set|shot shoot|spent spend|taught teach|thought think|fell fall
kept keep|drew draw|flew fly|includes include|contains contain|stars star|plays play|features feature|has have
lives live|takes take|makes make|works work|comes come|produces produce|causes cause|remains remain
represents represent|uses use|means mean"""
_LEMMA = dict(entry.split() for entry in _LEMMAS.replace("\n", "|").split("|"))
_THIRD = {third for third in _LEMMA if third.endswith("s")}


class Negation:
    """Adds and removes "not"; knows base forms from the words of the material itself."""

    def __init__(self, texts: list[str]) -> None:
        self._seen = Counter(word for text in texts for word in re.findall(r"[a-z]+", text))

    def _base(self, word: str) -> str | None:
        if word in _LEMMA:
            return _LEMMA[word]
        if not word.endswith("ed") or len(word) < 5:
            return None
        stem = word[:-2]
        options = [
            stem,
            stem + "e",
            stem[:-1] if stem[-1] == stem[-2] else "",
            stem[:-1] + "y" if stem[-1] == "i" else "",
        ]
        best = max((option for option in options if option), key=lambda option: self._seen[option])
        return best if self._seen[best] else None

    def remove(self, text: str) -> str | None:
        """Without its one "not"; None without one or more than one."""
        if len(re.findall(r"\b(?:not|never|no)\b|n't\b", text)) != 1:
            return None
        found = _NOT.search(text)
        if found:
            word = {"ca": "can", "wo": "will"}.get(found.group(1).lower(), found.group(1))
            rest = text[found.end() :]
            return text[: found.start()] + word + re.sub(r"^ (any)\b", " some", rest)
        found = re.search(r"\bnever\s+(?=\w+ed\b|won\b|made\b|wrote\b)", text)
        return text[: found.start()] + text[found.end() :] if found else None

    def add(self, text: str, rng: Random) -> str | None:
        """With "not" (or "never") at its first verb; None where no verb is found or a negation is there already."""
        if re.search(r"\b(?:not|never|no|none|nobody|without|only|neither|nor)\b|n't\b", text, re.I):
            return None
        found = _AUX.search(text) or _HAS.search(text)
        if found:
            past = found.group() in ("was", "were", "has", "had")
            word = " never" if past and rng.random() < 0.25 else " not"
            if rng.random() < 0.15 and found.group() in ("is", "are", "was", "were", "did", "does", "has", "had"):
                word = "n't"
            return text[: found.end()] + word + text[found.end() :]
        for found in re.finditer(r"(?<=[\w)\"] )([a-z]+)\b", text):
            base = self._base(found.group(1))
            if base:
                helper = "does" if found.group(1) in _THIRD else "did"
                return f"{text[: found.start()]}{helper} not {base}{text[found.end() :]}"
        return None


_CUTS = (
    re.compile(r",? (?:which|who|where|whose|although|though|while|whereas|because|despite|including|such as)\b.*$"),
    re.compile(r",? (?:in|on|during|since|from|until|by) (?:\w+ )?(?:\d{1,2},? )?\d{4}\b.*$"),
    re.compile(r"; .*$"),
    re.compile(r", (?:and|but|with|making|resulting|leading|becoming|having) .*$"),
    re.compile(r" \([^()]*\)"),
    re.compile(r",? (?:after|before|when|for|with|at|along with|as well as) (?:[^,]{8,60})$"),
)
_LEAD = re.compile(
    r"^(?:In|On|During|By|After|Following|Since|According to|However|Additionally|Also|Although|"
    r"Despite|For)\b[^,]{0,60}, (?=[A-Z])"
)


def shortened(text: str, rng: Random, least: int = 5) -> str | None:
    """A shorter claim that follows from `text`: trailing clauses, brackets and openings dropped."""
    out = text.rstrip(" .")
    for cut in rng.sample(_CUTS, len(_CUTS)):
        shorter = cut.sub("", out)
        if shorter != out and len(shorter.split()) >= least and rng.random() < 0.7:
            out = shorter
    lead = _LEAD.sub("", out)
    if lead != out and len(lead.split()) >= least:
        out = lead
    return out + "." if out != text.rstrip(" .") else None


_NAME = re.compile(r"\b[A-Z][\w'’-]+(?:(?: of| de| the)? [A-Z][\w'’-]+)*")


def names_of(text: str) -> list[str]:
    """Capitalised runs that do not merely begin the sentence."""
    found = []
    for match in _NAME.finditer(text):
        name = match.group()
        if match.start() == 0:
            first, _, rest = name.partition(" ")
            if first.lower() in {
                "the",
                "in",
                "on",
                "a",
                "an",
                "it",
                "he",
                "she",
                "this",
                "after",
                "his",
                "her",
                "they",
                "there",
            }:
                name = rest
        if name and not name.isupper() and name not in _GROUPS and name not in _NOT_NAMES:
            found.append(name)
    return found


_PRONOUNS = "This That These Those After Before When While There Here His Her Its Their St He She It They"
_NOT_NAMES = frozenset(_PRONOUNS.split())


def renamed(text: str, old: str, new: str) -> str:
    """`text` with one name in another's place."""
    return re.sub(rf"(?<!\w){re.escape(old)}(?!\w)", lambda _: new, text)
