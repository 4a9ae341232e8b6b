"""What a label before somebody's words says: a name, a title or role, or only a field of a form ("Subject:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.language.grammar.lexicon import SAYING, STRONG_SAYING, TITLE_WORDS
from workbench.language.text.tokenizer import word_set

_QUESTIONS = word_set(
    """
    question questions frage fragen pregunta preguntas domanda domande pergunta perguntas vraag vragen fråga pytanie
    питання запитання вопрос
    """
)
ASKERS = (
    word_set(
        """
    moderator host interviewer reporter reporters journalist journalists question questions questioner q operator chair
    chairman chairwoman chairperson announcer facilitator press clerk moderatorin moderateur moderador moderatore
    journaliste periodista giornalista jornalista dziennikarz журналіст журналист intervistatore intervistatrice
    entrevistador entrevistadora redaktion redacción redazione redação redakcja
    """
    )
    | _QUESTIONS
    | {
        f"{title} {office}".strip()
        for title in ("mr", "mr.", "madam", "madame", "the", "mr deputy", "madam deputy")
        for office in ("speaker", "chair", "chairman", "chairwoman")
    }
)
"""Who gives the floor and asks; what they say is seldom a claim, and never of the matter itself when it is an order."""

_ANSWERS = word_set("a answer antwort réponse respuesta risposta resposta antwoord svar odpowiedź відповідь ответ")
_ASKS_ALONE = _QUESTIONS | {"q"}
NOBODYS = _ASKS_ALONE | _ANSWERS
"""Labels of questions and answers: they are no names."""
NO_SPEAKERS = word_set("text graphic caption crowd audience all unknown inaudible unidentified video voices everyone")
"""Labels that name nobody."""

_ROLES = word_set(
    """
    premier challenger candidate incumbent minister president governor mayor senator chancellor secretary spokesman
    spokeswoman spokesperson correspondent anchor presenter host moderator reporter journalist interviewer operator
    chair chairman chairwoman chairperson speaker member members commissioner director manager treasurer officer chief
    ceo cfo coo cto analyst economist professor doctor judge counsel attorney witness defendant prosecutor clerk
    captain coach expert guest narrator announcer delegate representative deputy councillor councilman councilwoman
    alderman ambassador envoy general colonel sheriff superintendent inspector constable epidemiologist author editor
    ministerin präsident präsidentin bundeskanzler bundeskanzlerin bürgermeister bürgermeisterin landrat landrätin
    abgeordnete abgeordneter staatssekretär staatssekretärin ministre président présidente maire député députée sénateur
    sénatrice ministro ministra presidente presidenta alcalde alcaldesa diputado diputada senador senadora sindaco
    sindaca deputato deputata senatore senatrice prefeito prefeita governador governadora chanceler secretario
    secretaria segretario segretaria
    lawyer teacher nurse principal headmaster headteacher dean rector bishop pastor reverend rabbi imam head leader
    vice president chairperson partner founder owner trader strategist investor relations caller resident listener
    viewer heckler voter tenant parent pupil student farmer
    """
)
NO_FIRST_NAMES = word_set(
    """
    radio television tv channel city club real fc ac sc atletico dinamo dynamo sporting inter united university college
    saint st mount port lake river fort north south east west new old great upper lower bank hotel grand royal holy cape
    """
)
"""What a station's, club's or place's name begins with and a person's does not."""
FORMS_OF_ADDRESS = word_set(
    """
    mr mrs ms miss mx dr prof sir dame lord lady sen rep gov hon honourable honorable rt rev reverend mp herr
    frau hr fr señor señora sr sra monsieur
    madame m mme signor signora dott onorevole doutor doutora
    """
)
_POST_NOMINALS = word_set("mp msp mep mla mna kc qc sc obe mbe cbe kbe phd md jp tds")
"""Letters behind a name that are no part of it: "Ann Sample MP"."""
_STYLES = word_set("hon honourable honorable rt right rev reverend most very")
_LINKS = word_set("of the for and de da di del della van von der den bin al el la le du dos das in on to at &")
_FIELDS = word_set(
    """
    subject subjects source sources note notes update updated date time place location venue to from re cc bcc sent tel
    phone fax email e-mail mail contact contacts website web url address photo photos image picture video watch listen
    related breaking live opinion analysis explainer claim verdict rating ruling conclusion summary abstract background
    keywords doi issn isbn price tickets hours warning caution attention correction topics tags category agenda item
    title author publisher published headline caption credit copyright tip ps nb fyi survey poll results total example
    ingredients method hint see also aired edited by editing reporting duration length runtime reading part chapter
    betreff von an datum quelle hinweis objet sujet fuente nota asunto fonte oggetto assunto false true misleading
    top punkt point punto ponto tagesordnungspunkt agendapunt öppning
    """
)
_FIELD_STARTS = re.compile(
    r"(?:fact[- ]?check|editor.s note|read more|read also|see also|more on|press contact|media contact|"
    r"about (?:us|the)|(?:transcript|document|release) (?:id|date|type|no|number)|released by|period of|"
    r"for (?:more|further|immediate)|story filed|filed|filed under|image source|what (?:was|is) claimed|"
    r"the (?:facts?|findings?|verdict|truth|claims?|evidence|context|background|details?|bottom line|rating)|"
    r"table|"
    r"(?:full|half|extra|injury|added)[- ]?time|kick[- ]?off|goal|penalty|line[- ]?ups?|team news|final score|"
    r"fig(?:ure)?\.?|step|chapter|section|part|day|week|item|no|number|net|gross|total|last|first|next|key|how|why|what|"
    r"when|where|who|this|these|there|here|additional|terms|follow|subscribe|share|sign up|related|updated|posted)\b"
)
_PAREN = re.compile(r"\s{0,9}[(\[]([^()\[\]]{1,60})[)\]]")
_SENT = re.compile(
    r"From\s(?P<who>[^:]{2,50}?)\s+[Tt]o\s(?:Everyone|everyone|All\s[Pp]anelists|all\spanelists|Hosts?.{0,30})"
)
_DASHED = re.compile(r"\s{1,9}(?:--+|–|—|-)\s{1,9}")
_WORD = re.compile(r"[^\s,]+")


@dataclass(frozen=True, slots=True)
class Label:
    """One label. `key` tells labels apart, `name` is the person's name without titles (None where it has none).

    `shown` is the whole label as it may be said, `role` what it says beside the name.
    """

    key: str
    name: str | None
    shown: str = ""
    role: str = ""
    capitals: bool = False
    titled: bool = False
    answers: bool = False
    role_words: tuple[str, ...] = ()


_OWNED = frozenset({"my", "our", "your", "his", "her", "its", "their"})


def label_of(written: str, *, loose: bool = False) -> Label | None:
    """Read a label; None where the words before the colon are no label.

    Args:
        written: What stands before the colon.
        loose: Whether names in lower case are taken too (lines of a chat that begin with a time).
    """
    if (sent := _SENT.fullmatch(written)) is not None:
        written = sent["who"]  # "From Ann Sample to Everyone: …"
    aside = ""
    bare = written
    for match in _PAREN.finditer(written):
        aside = aside or match.group(1).strip()
    bare = _PAREN.sub("", written).strip(' \t"“”‘’*_')
    head, _, role = bare.partition(",")
    named = _DASHED.split(bare, maxsplit=1)
    if len(named) == 2:  # "Ann Sample -- Vice President, Investor Relations"
        head, role = named
    head = head.strip()
    parts = head.split()
    if _says(role):
        return None
    if not parts or len(parts) > 9 or not any(c.isalpha() for c in head) or re.search(r"[!?;]|\.\s+[a-z]", bare):
        return None
    if any(part.endswith(("'s", "’s")) for part in parts[:-1]):
        return None  # "First Minister's Questions: what was said"
    if head.startswith("@") and len(parts) == 1:
        return Label(head.casefold(), head.removeprefix("@"), head)
    if loose and parts[0].casefold() in _OWNED and not is_role(parts[-1]):
        return None  # "My aunt's clinic: 3 doctors"
    if not loose and any(not _named(part, number) for number, part in enumerate(parts)):
        return None
    letters = [c for c in head if c.isalpha()]
    capitals = len(letters) > 2 and head.upper() == head and letters[0].isupper()
    behind = ""
    while len(parts) > 2 and parts[-1].strip(".,").casefold() in _POST_NOMINALS:
        behind = f"{parts.pop()} {behind}".strip()
    lower = [part.rstrip(".").casefold() for part in parts]
    key = " ".join(lower)
    titles = 0
    while titles < len(parts) and (lower[titles] in TITLE_WORDS or lower[titles] in _ROLES | FORMS_OF_ADDRESS):
        titles += 1
    found = parts[titles:]
    role_words = tuple(word for word in lower[:titles] if word in _ROLES)
    plain = "".join(c for part in found for c in part if c.isalpha())
    shouted = capitals or (len(plain) > 3 and plain.isupper() and not {*lower[titles:]} & _POST_NOMINALS)
    name: str | None = " ".join(_cased(part, shouted) for part in found) or None
    styled = lower[0] == "the" and lower[1:2] and lower[1] in _STYLES  # "The Hon. A. Sample"
    if (
        (lower[0] == "the" and not styled)
        or (found and found[0].casefold() in _LINKS)
        or (name and not _is_name(found))
    ):
        name = None
    titled = name is not None and titles > 0 and not set(lower[:titles]) <= {"the", "a", "an"}
    shown = " ".join(_cased(part, capitals or (shouted and at >= titles)) for at, part in enumerate(parts))
    addressed = set(lower[:titles]) <= FORMS_OF_ADDRESS  # "Mr Ben Sample (Marlow East)": that is no role
    told = role.strip() or behind or (" ".join(parts[:titles]) if titled and not addressed else "")
    person = name is not None and len(found) > 1 and (addressed or not titled) and not set(lower) & (_ROLES | _LINKS)
    if aside and person:  # "Ann Sample (Marlow East) (Lab)": where she sits
        return Label(key, name, shown, told or aside, capitals, False, False, role_words)
    styled_name = name is not None and titles > 0 and addressed  # "Ms Whitcomb (Farm Bureau)": whom she is of
    if aside and not styled_name and (inner := _person_in(aside)) is not None:
        return Label(key, inner, shown, shown, capitals, True, False, role_words)
    if name is None and len(parts) == 1 and not set(lower) & (_ROLES | ASKERS | NO_SPEAKERS | _ANSWERS):
        name = _cased(parts[0], capitals)
    if key in _ASKS_ALONE | _ANSWERS:  # "Q" is nobody's name
        name = None
    if set(lower) & NO_SPEAKERS and lower[0] in NO_SPEAKERS:
        return Label(key if lower[0] != "unidentified" else "unidentified", None, shown, "", capitals, False)
    answers = key in _ANSWERS
    return Label(name.casefold() if name else key, name, shown, told, capitals or answers or key in _ASKS_ALONE,
                 titled, answers, role_words)  # fmt: skip


def _says(role: str) -> bool:
    """Whether what stands behind a name ends in a verb of saying: "Ann Sample, leader of the council, said"."""
    last = role.rpartition(",")[2].split()
    return bool(last) and SAYING.get(last[0]) in STRONG_SAYING and not is_role(" ".join(last))


def is_field(key: str) -> bool:
    """Whether what stands before a colon is the name of a field or a heading rather than a speaker's."""
    return key.split()[0] in _FIELDS or _FIELD_STARTS.match(key) is not None


def is_role(words: str) -> bool:
    """Whether words say what somebody is: "Chief Executive Officer", "Holm Bank -- Analyst"."""
    return any(word.strip(".,").casefold() in _ROLES for word in words.split())


def surname(name: str) -> str:
    """The last word of a name."""
    return name.split()[-1]


def same_person(first: Label, second: Label) -> bool:
    """Whether two labels can be one person's: the same last name, and first names that do not differ."""
    if first.name is None or second.name is None:
        return False
    one, two = first.name.casefold().split(), second.name.casefold().split()
    if one[-1] != two[-1] and one != two:
        return len(one) == 1 and len(two) > 1 and one[0] == two[0]
    return set(one) <= set(two) or set(two) <= set(one)


def named_with_role(label: Label, people: Sequence[Label], head: str) -> str | None:
    """Whose role a label gives ("PREMIER:", "A:"), by the other labels or the heading; None where they do not tell."""
    if label.answers:
        asked = _ANSWERED.search(head)
        if asked is None or _ANOTHER_TOO.match(head, asked.end()):
            return None
        name = person_at_end(asked.group(1))
        others = {" ".join(one.split()) for one in _TWO_CAPITALS.findall(head)}
        if asked.group().lower().startswith("interview:") and any(
            name is not None and one not in name and name not in one for one in others
        ):
            return None  # "Interview: Ann Sample" may be who asks where somebody else is named
        return name
    if label.key in _ASKS_ALONE | {"interviewer"}:
        by = _ASKED_BY.search(head)
        return person_at_end(by.group(1)) if by is not None else None
    told = {one.name for one in people if one.name and one.role.casefold() == label.key}
    if label.key in ASKERS and len(told) == 1:
        others = {one.name for one in people if one.name and _holds(label.key, one.role)}
        return told.pop() if others == told else None  # "CHAIR:" below "CHAIR (Ann Sample):", not where another took it
    if not label.role_words or label.key in ASKERS:
        return None
    holders = told or {one.name for one in people if one.name and _holds(label.key, one.role)}
    unnamed = [one for one in people if one.name is None and one.key != label.key and _holds(label.key, one.key)]
    if holders and unnamed and not told:
        return None  # "MINISTER:" may be the one of health as well as the one of finance
    if holders:
        return holders.pop() if len(holders) == 1 else None
    role = re.escape(label.role_words[-1])
    # "Deputy Mayor Ann Sample" is no "MAYOR:"
    stands = re.search(
        rf"\b(?<!Deputy )(?<!Vice )(?<!Shadow )(?<!Former )(?i:{role})\s+((?:[A-ZÀ-ÞŠŽ][\w.'’-]+[ \t]*){{1,3}})", head
    )
    return person_at_end(stands.group(1)) if stands else None


def _holds(office: str, role: str) -> bool:
    """Whether a role is an office or takes it over.

    An acting chair does; a vice chair or a former one does not, nor does the spokesman of a minister or for one.
    """
    words, wanted = _words_of(role), [word for word in office.split() if word != "the"]
    size = len(wanted)
    at = next((i for i in range(len(words) - size + 1) if words[i : i + size] == wanted), None)
    return at is not None and not _NOT_HELD & set(words) and not _BELONGS & set(words[:at])


def _words_of(role: str) -> list[str]:
    return [word.strip(".,").casefold() for word in role.replace("-", " ").split()]


_NOT_HELD = word_set(
    """
    vice deputy former ex past honorary assistant incoming elect co shadow junior associate sub under emeritus designate
    outgoing retired
    """
)
_BELONGS = word_set("for to of")
"""Before an office: whose it is that somebody else speaks for ("Spokesman for the Minister")."""
_TWO_CAPITALS = re.compile(
    r"(?<![.!?:] )(?<!\n)\b[A-ZÀ-Þ][\w’'-]+[ \t]+[A-ZÀ-Þ][\w’'-]+|(?<=\n)[A-ZÀ-Þ][\w’'-]+[ \t]+[A-ZÀ-Þ][\w’'-]+"
)
_ASKED_BY = re.compile(
    r"\b(?i:interview(?:ed|s)?|conversation|conducted|questions|asked)\b[^.;:\n]{0,80}?\bby[ \t]+"
    r"((?:[A-ZÀ-ÞŠŽ][\w'’-]+[ \t]+){1,3}[A-ZÀ-ÞŠŽ][\w'’-]+)"
)
"""Who asks, by the words above: "The interview was conducted by Ann Sample"."""
_ANOTHER_TOO = re.compile(
    r"(?:,?[ \t]+(?:and|und|et|y|e|och|og|en|&)[ \t]+(?:[a-z]+[ \t]+){0,4}|,[ \t]+)[A-ZÀ-ÞŠŽ][\w.'’-]+[ \t]+[A-ZÀ-ÞŠŽ]"
)
""""… and Bob Stone": two who may answer."""
_ANSWERED = re.compile(
    r"\b(?i:with|mit|avec|con|com|met|med|meet|meets|asks?|asked|interview(?:s|ing)?:?|(?:conference|briefing|questions?):"
    r"|(?:spoke|speaks|spoken|talked|talks|questions?)[ \t]+(?:to|for)"
    r"|(?:conference|briefing|interview|statement|remarks|hearing|speech|testimony|answers)[ \t]+(?:of|by|for))[ \t]+"
    r"((?:[\w'’-]+[ \t]+){0,8}?(?:[A-ZÀ-ÞŠŽ][\w'’-]+[ \t]+){1,3}[A-ZÀ-ÞŠŽ][\w'’-]+)"
)


def person_at_end(phrase: str) -> str | None:
    """The name that ends a phrase ("hospital director Nora Selig"), without titles; None where it ends in none."""
    parts = phrase.strip(" ,.;:–—-\n\t").split()
    capitals = phrase.upper() == phrase
    run: list[str] = []
    for part in reversed(parts):
        bare = part.strip(",")
        if part.endswith(",") and run:
            break
        if not bare[:1].isupper() or bare.rstrip(".").casefold() in TITLE_WORDS | _ROLES | FORMS_OF_ADDRESS:
            if run and bare.casefold() in _LINKS - {"of", "the", "for", "and", "in", "on", "to", "at", "&"}:
                run.insert(0, part)
                continue
            break
        run.insert(0, bare)
    while run and run[0].casefold() in _LINKS and len(run) > 1 and run[0].islower():
        run.pop(0)
    if not run or len(run) > 5:
        return None
    return " ".join(_cased(part, capitals) for part in run)


def _person_in(aside: str) -> str | None:
    """The person of brackets behind an office: "(Mrs Quayle)", "(Ann Sample)"."""
    parts = aside.split()
    titled = parts[0].rstrip(".").casefold() in FORMS_OF_ADDRESS
    plain = [part for part in parts if part.rstrip(".").casefold() not in FORMS_OF_ADDRESS]
    if not plain or len(plain) > 4 or not all(part[:1].isupper() and part[-1:].isalpha() for part in plain):
        return None
    if not titled and (len(plain) < 2 or aside.upper() == aside or is_role(aside)):
        return None
    return aside if titled and len(plain) == 1 else " ".join(plain)


def _is_name(parts: Sequence[str]) -> bool:
    """Whether words can be a person's or body's name: at most five, none but particles in lower case."""
    return len(parts) <= 5 and all(
        part[:1].isupper() or part.casefold() in _LINKS or part[0] in "'’+" for part in parts
    )


def _named(part: str, number: int) -> bool:
    """Whether a word may stand in a label: a capital, a particle, a number behind the first word."""
    return part[0].isupper() or part.casefold() in _LINKS or part[0] in "@+'’&" or (number > 0 and part.isdigit())


def _cased(part: str, capitals: bool) -> str:
    """A word of a name written in capitals, with one; others as they are."""
    if not capitals or len(part) < 2:
        return part
    if part.casefold() in _LINKS:
        return part.lower()
    cased = "".join(piece.capitalize() for piece in re.split(r"([-'’.])", part))
    return "Mc" + cased[2:].capitalize() if cased.startswith("Mc") and len(cased) > 4 else cased
