"""What stands above a letter or release before its own words: who it is from, and where they are."""

from __future__ import annotations

import re

from workbench.ingest.dates import dates_in, ends_with_weekday
from workbench.ingest.own_days import day_of_kind, is_body, says_its_kind
from workbench.ingest.text import one_line

_LINES = 12
"""Lines at the top of a text among which a letterhead is."""
_LONGEST = 140
_NAMES = 3
"""Lines of names above an address."""
_READ = 6_000
_FAR = re.compile(
    r"(?:https?://|www\.)\S{3,}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}|"
    r"(?<![\w])(?:tel(?:ephone|efon|éfono|efono|efax)?|phone|fax|mobile|mobil|tél|t|f|m|телефон|тел)\.?\s?[:.]?\s?"
    r"\+?[\d(][\d\s()/.–-]{5,24}\d|(?<![\w.,])\+\d[\d\s()/.–-]{6,24}\d|(?<![\w(])\(?\d{3}\)?[-.\s]\d{3}[-.]\d{4}\b|"
    r"(?:^|[|·•]\s|(?<=[^\W\d_]\s))0\d{1,4}[-/\s]\d[\d\s-]{3,14}\d$|(?-i:[a-zß-ÿ]), \d{3}-\d{4}$",
    re.IGNORECASE,
)
"""How somebody is reached: an address in the web, of mail, a number of a telephone."""
_POST = re.compile(
    r"\b(?:p\.?\s?o\.? box|(?-i:Box)|postboks|postfach|apartado|casella postale|postbus|bp|c\.\s?p\.)\s\d{1,6}\b|"
    r"\b(?-i:[A-Z]{1,2}\d[\dA-Z]?\s\d[A-Z]{2})\b|"
    r"(?-i:^|,\s|[·|]\s|\s[–-]\s)(?:(?-i:[A-Z]{1,2})-)?\d{2,3}[-\s]?\d{2,3}(?:\s(?-i:[A-Z]{2}))?\s(?-i:[^\W\d_a-zß-ÿ])[^\W\d_]{2,24}|"
    r"(?-i:[^\W\d_a-zß-ÿ])[\w.'’-]{2,24},\s(?-i:[A-Z]{2,3}|[A-Z][a-z]+)\s\d{4,5}(?:-\d{4})?\b|"
    r"(?:^|,\s|[·|]\s)(?-i:[^\W\d_a-zß-ÿ])[^\W\d_]{2,24}\s(?!(?:1[89]|20)\d\d\b)\d{4,6}$",
    re.IGNORECASE,
)
"""A box of the post, or a place with its code."""
_STREET = re.compile(
    r"\b\d{1,5}[a-z]?(?:[-/]\d{1,4})?,?\s(?:(?-i:[^\W\d_a-zß-ÿ])[\w.'’-]{0,24}\s){0,4}"
    r"(?:street|st|road|rd|avenue|ave|lane|ln|square|drive|boulevard|blvd|way|place|court|terrace|row|quay|walk|"
    r"crescent|hill|parade|gardens|highway|embankment)\b\.?|"
    r"\b\d{1,5}(?:\s(?:bis|ter))?,?\s(?:rue|avenue|boulevard|place|quai|chemin|cours|allée)\s|"
    r"\b\w{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm|ring|straat|laan|plein|gracht|kade|gatan|"
    r"vägen|gata|veien|vei|vej|gade|torv)\s\d{1,4}\s?[a-z]?\b|"
    r"\b(?:via|viale|piazza|corso|calle|plaza|avenida|avda\.|av\.|paseo|rua|praça|largo|ulica|ul\.|al\.|plac|ул\.|улица|вул\.|пл\.)\s"
    r"(?:[\w.'’-]{1,24}\s){0,4}?[\w.'’-]{1,24},?\s(?:n\.?º?\s?)?\d{1,4}\b",
    re.IGNORECASE,
)
_NAME = re.compile(
    r"(?:[^\W\d_a-zß-ÿ][\w.'’&-]{0,30}|[&+]|of|for|the|and|de|des|du|del|della|di|der|die|das|den|für|und|et|la|le|el|"
    r"y|e|van|het|voor|och|i|w|na|at|in|on|do|da|dos|das|zu|zur|am|im|alla|alle|ai|dei|degli|delle|dello|al|aux|au)"
    r"(?:\s(?:[^\W\d_a-zß-ÿ][\w.'’&-]{0,30}|[&+–-]|of|for|the|and|de|des|du|del|della|di|der|die|das|den|für|und|et|la|"
    r"le|el|y|e|van|het|voor|och|i|w|na|at|in|on|do|da|dos|das|zu|zur|am|im|alla|alle|ai|dei|degli|delle|dello|al|aux|au)){0,9},?"
)
_SERVICE = re.compile(
    r"\b(?:press|media|newsroom|communications?|public (?:affairs|relations)|presse\w*|\w*kommunikation|prensa|"
    r"comunicaci[oó]n|stampa|imprensa|comunicação|persvoorlichting|prasowe|пресс-служба|пресслужба|contacts?|kontakt|"
    r"ansprechpartner(?:in)?|contactos?|contatti)\b",
    re.IGNORECASE,
)
"""Who of a house is to be asked."""
_SUBJECT = re.compile(
    r"(?:re|subject|betreff|betr\.|betrifft|objet|asunto|oggetto|assunto|onderwerp|betreft|ärende|angående|dotyczy|"
    r"sprawa|тема)\s?:\s{0,3}(?=\S)",
    re.IGNORECASE,
)
_ENVELOPE = re.compile(
    r"(?:to|from|an|von|de|à|para|a|da|per|aan|van|till|från|do|od|кому|от|від)\s?:\s", re.IGNORECASE
)
"""Lines that say from whom and to whom: those of a memorandum."""
_GREETING = re.compile(
    r"(?:dear|sehr geehrte\w*|liebe\w?|guten tag|madame|monsieur|mesdames|chère?s?|estimad[oa]s?|queridos?|gentile|"
    r"egregi[oa]|spettabile|geachte|beste|prezad[oa]s?|szanown\w+|уважаем\w+|шановн\w+|hej)\b[^.!?\n]{0,80}[,:!]",
    re.IGNORECASE,
)
_SUBJECT_LINES = 24
_SURE = 2
"""Marks of a letterhead above which no body is named."""
_WORDS_OF_PLACE, _WORDS_OF_KICKER = 4, 2
_NUMBER = re.compile(
    r"(?:[^\W\d_]{2,20} )?(?:ref(?:erence)?\.?(?: no\.?)?|no\.?|nr\.?|nº|n\.º|n°|az\.?|aktenzeichen|dnr|sygn\.?)"
    r"\s?:?\s?(?:[a-z]{1,6}[\s/.-])?\d[\w/. -]{0,20}",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(r"\d{1,5}[a-z]?,?(?:\s[^\W\d_a-zß-ÿ][\w.'’-]{0,24}){1,5}")
_LABELLED = re.compile(r"[^\W\d_a-zß-ÿ][^\W\d_]{1,20}(?: [^\W\d_]{1,20}){0,2}:\s.{1,80}")
"""Who holds an office in the house: "Headteacher: …"."""
_APART = re.compile(r"\s?[,·|•]\s|\s[–—-]\s")


_RELEASE = re.compile(
    r"(?:(?:press|media|news) release|for immediate release|pressemitteilung|medienmitteilung|presseinformation|"
    r"zur sofortigen veröffentlichung|communiqué de presse|pour diffusion immédiate|nota de prensa|"
    r"comunicado de prensa|boletín de prensa|"
    r"para (?:su )?publicación inmediata|comunicato stampa|persbericht|pressmeddelande|komunikat prasowy|"
    r"nota à imprensa|"
    r"комунікат|пресс-релиз|прес-реліз|(?:(?:under )?embargo(?:ed)?|sperrfrist|not for publication) (?:until|before|"
    r"bis))"
    r"(?:\W{0,3}|\W{1,3}(?!n[or]?[.º°])(?:(?:of|vom|du|de|del|z|van|för|on) )?(?:\d{1,2}[:.]\d\d(?: ?(?:[ap]m|uhr|"
    r"[a-z]{3,4}))?,? (?:on )?)?"
    r"(?:(?P<weekday>[^\W\d_]{2,12}),? )?"
    r"(?P<day>\d{4}-\d\d-\d\d|[\d\W]{0,6}[^\W\d_]{0,12}[\d\W]{0,6}\d{4})\W{0,3}|"
    r"(?P<number>,? n(?:o|r|º|°)?\.? ?\d[\d/-]{0,12}|"
    r" \d{1,4}/\d{2,4}))",
    re.IGNORECASE,
)
_IS_RELEASE = re.compile(
    r"(?:press|media|news) (?:release|notice|statement)|nota de (?:imprensa|prensa)|comunicado de (?:imprensa|prensa)|"
    r"communiqué de presse|comunicato stampa|nota stampa",
    re.IGNORECASE,
)
_TITLE = 200


def _lines(text: str) -> list[tuple[str, int]]:
    """The first lines of a text that hold anything, and where in it each ends."""
    found: list[tuple[str, int]] = []
    place = 0
    for line in text[:_READ].split("\n"):
        place += len(line) + 1
        if line.strip():
            found.append((one_line(line), min(place, len(text))))
        if len(found) == _SUBJECT_LINES:
            break
    return found


def _reaches(line: str) -> int:
    """How many kinds of address a line holds: none in a line that is long or tells anything."""
    if len(line) > _LONGEST or line.endswith(("!", "?")) or any(dates_in(line)):
        return 0
    kinds = 0
    bare = line
    for pattern in (_FAR, _STREET, _POST):
        bare, found = pattern.subn(" · ", bare)
        kinds += found > 0
    if not kinds:
        return 0
    small = [word for word in re.findall(r"[^\W\d_]+", bare) if word[0].islower() and len(word) > 3]
    return kinds if len(small) <= 2 else 0


def _is_name(line: str) -> bool:
    """Whether a line is names alone: of a house and its parts, of people, of places."""
    if len(line) > 90 or line.endswith((".", "!", "?", ":")):
        return False
    return all(_NAME.fullmatch(part) for part in line.split(", "))


def _marks(line: str, below: str) -> int:
    """How much a line says that it stands in the head of a letter or release."""
    if found := _reaches(line):
        return found
    if _is_name(line) and _SERVICE.search(line):
        return 1
    if is_release(line) or _NUMBER.fullmatch(line):
        return 1
    return 1 if _HOUSE_NUMBER.fullmatch(line) and _reaches(below) else 0


def letterhead_end(text: str) -> tuple[str, int]:
    """The house that issues a release by its letterhead, and where the text behind that begins; ("", 0) without one.

    A letterhead is names above or around what says where a house is and that it writes: addresses, numbers of a
    letter, press offices. A house that is no body by its name needs two such marks.
    """
    lines = _lines(text)[:_LINES]
    names: list[str] = []
    marks, last = 0, -1
    for number, (line, _) in enumerate(lines[:-1]):
        if found := _marks(line, lines[number + 1][0]):
            marks, last = marks + found, number
            if number == 0 and _is_name(line):
                names.append(line)  # "Velltec Newsroom"
            elif number == 0 and not _is_of_parts(line):
                return "", 0
        elif _is_name(line) or is_body(line):
            names.append(line)
        elif not (_LABELLED.fullmatch(line) or _is_day_alone(line)):
            break
    if last < 0 or not _is_headed(lines, last):
        return "", 0
    above = [line for line, _ in lines[: last + 1] if line in names]
    first = _APART.split(lines[0][0])[0]
    house = next((name for name in (*above, first) if is_body(name)), "")
    if (above and above[0] != lines[0][0]) or len(above) > _NAMES:
        return "", 0
    greets = any(is_greeting(line) for line, _ in lines[last + 1 :])
    reached = any(_reaches(line) for line, _ in lines[: last + 1])
    if not house and not (reached and (marks >= _SURE or greets)):
        return "", 0
    head = [line for line, _ in lines[: last + 2]]
    issued = any(is_release(line) or (_is_name(line) and _SERVICE.search(line)) for line in head)
    # a letter may begin with whom it is to, and a review with where its subject is
    return (house if issued and not greets else ""), lines[last][1]


def _is_of_parts(line: str) -> bool:
    """Whether a first line is a house with its address: "Harbour Office · 4 Quay Road · Quill"."""
    head, *behind = _APART.split(line)
    return bool(behind) and (_is_name(head) or is_body(head))


def _is_day_alone(line: str) -> bool:
    """Whether a line is a day, perhaps with where, and no more."""
    for start, end, _ in dates_in(line):
        before = line[: ends_with_weekday(line[:start])].strip(" ,")
        return not line[end:].strip(" .") and (not before or len(before.split()) <= _WORDS_OF_PLACE)
    return False


def _is_headed(lines: list[tuple[str, int]], last: int) -> bool:
    """Whether a heading, a day or a greeting follows what may be a letterhead, and not the text itself."""
    behind = [line for line, _ in lines[last + 1 :]]
    for line in behind:
        if is_greeting(line) or _SUBJECT.match(line):
            return True
        if not (_is_day_alone(line) or is_release(line)):
            return len(line) <= _LONGEST and not line.endswith((".", ",", ";", ":")) and len(behind) > 1
    return False


def subject_of_letter(text: str) -> str | None:
    """What a letter says that it is about, "" where it says none; None of a text that greets nobody."""
    subject = ""
    lines = _lines(text)
    for number, (line, _) in enumerate(lines):
        if len(line) <= _LONGEST and (named := _SUBJECT.match(line)):
            subject = subject or line[named.end() :].rstrip()
            if any(_ENVELOPE.match(other) for other, _ in lines[max(0, number - 4) : number + 3]):
                return subject
        if is_greeting(line):
            behind = _lines(text[greeting_end(text) :])[:1] if not subject and number < _LINES else []
            named = _SUBJECT.match(behind[0][0]) if behind and len(behind[0][0]) <= _LONGEST else None
            return behind[0][0][named.end() :].rstrip() if named else subject
    return None


def greeting_end(text: str) -> int:
    """Where the text of a letter begins behind the line in which it greets somebody; 0 without one."""
    for line, end in _lines(text):
        if is_greeting(line):
            return end
    return 0


def is_greeting(line: str) -> bool:
    """Whether a line greets who reads the letter, and no more: "Dear Ms Lee,"."""
    return len(line) <= _LONGEST and _GREETING.fullmatch(line) is not None


def is_kicker(line: str, following: str) -> bool:
    """Whether a line in capitals names the kind of a text whose heading follows it: "MEDIA ADVISORY"."""
    few = len(line.split()) <= _WORDS_OF_KICKER and line.isupper()
    return (
        few and len(following.split()) > _WORDS_OF_KICKER and len(following) <= _LONGEST and not following.endswith(".")
    )


def is_release(line: str) -> bool:
    """Whether a line says that the text is a press release, perhaps of which day or month: no title."""
    found = _RELEASE.fullmatch(line)
    if found is None:
        return bool(_IS_RELEASE.match(line)) and day_of_kind(line) is not None
    month = f"{found['weekday'] or ''} {found['day']}"
    return found["day"] is None or any(dates_in(line)) or any(dates_in(f"1 {month}"))


def letterhead(text: str) -> str:
    """The body or firm in the first line of a text whose second one says what it is, as a release or a letter does."""
    first, _, rest = text[: 3 * _TITLE].strip().partition("\n")
    second = one_line(rest.strip().partition("\n")[0])
    if len(first) > _TITLE or len(second) > _TITLE:
        return ""
    if day_of_kind(second) is not None and _is_name(one_line(first)):
        return one_line(first)
    if not is_body(one_line(first)):
        return ""
    return one_line(first) if is_release(second) or says_its_kind(second) else ""
