"""Lines that tell when a text came out, by whom, or how it was changed: of the text, and not of the world."""

from __future__ import annotations

import re

from workbench.language.text.calendar_names import MONTH, WEEKDAY

LONGEST = 220
_CAME_OUT = (
    r"(?:date|dated|(?:date of )?publication(?: date)?|(?:first |originally |last |story )?(?:published|updated|"
    r"posted|issued|"
    r"released|modified|revised|reviewed|amended|edited)|"
    r"datum|stand|online (?:seit|ab)|(?:zuletzt |erst)?(?:veröffentlicht|erschienen|aktualisiert|geändert|"
    r"überarbeitet|publiziert|bearbeitet)|"
    r"(?:letzte )?(?:aktualisierung|änderung)|veröffentlichung|"
    r"publiée?|parue?|mise? (?:à jour|en ligne)|modifiée?|actualisée?|(?:dernière )?mise à jour|date de publication|"
    r"fecha(?: de publicación)?|(?:última )?actualización|publicad[oa]|actualizad[oa]|modificad[oa]|"
    r"data(?: di pubblicazione| de publicação| publikacji)?|pubblicat[oa]|aggiornat[oa]|(?:ultimo )?aggiornamento|"
    r"modificat[oa]|atualizad[oa]|(?:última )?atualização|"
    r"(?:laatst )?(?:gepubliceerd|geplaatst|bijgewerkt|gewijzigd|aangepast)|(?:laatste )?(?:update|wijziging)|"
    r"publicerad|publicerat|(?:senast )?(?:uppdaterad|uppdaterat|ändrad|ändrat)|"
    r"opublikowan[oy]|dodano|zaktualizowan[oy]|(?:ostatnia )?aktualizacja|data dodania|"
    r"дата(?: публ[иі]к\w{1,6})?|опубликован[оа]?|обновлен[оаы]?|обновлено|(?:последнее )?обновление|изменено|"
    r"опубліковано|оновлено|(?:останнє )?оновлення|змінено|"
    r"publisert|oppdatert|udgivet|opdateret|julkaistu|päivitetty)"
)
_BEFORE_DAY = (
    r"(?:\s?:\s?|\s)(?:(?:on|am|vom|le|du|el|em|il|op|den|dnia|w dniu|на|в|at|um)\s)?"
    r"(?:[^\W\d_]{2,12}(?:-feira)?\.?,?\s)?"
)
_WORD = r"[^\W\d_]{3,12}\.?"
_YEAR = r"(?:\d{4}(?:\s?(?:r\.?|roku|года|г\.?|року|р\.?))?)"
_DAY = (
    rf"(?:\d{{1,2}}(?:\.|er|º|°|st|nd|rd|th)?\s(?:de\s|of\s)?{_WORD},?\s(?:de\s|del\s)?{_YEAR}|"
    rf"{_WORD}\s\d{{1,2}}(?:st|nd|rd|th)?,?\s\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})"
)
_CLOCK = (
    r"(?:[\s,|·–-]{1,4}(?:at|um|à|a las|alle|ore|às|om|kl\.?|godz\.?|о|об|в)?\s?\d{1,2}(?:[:.]\d{2}|"
    r"\s?h\s?(?:\d{2})?)(?::\d\d)?"
    r"(?:\s?(?:uhr|uur|h|[ap]\.?m\.?))?(?:\s[A-Z]{2,4})?)?"
)
_WHEN = re.compile(rf"{_CAME_OUT}{_BEFORE_DAY}{_DAY}{_CLOCK}", re.IGNORECASE)
_NAME = r"[A-ZÀ-ÞŁŚŻА-ЯІЇЄ](?:[\w'’-]{0,30}|[\w'’-]{0,2}\.)"
_NAMES = rf"{_NAME}(?:\s(?:(?:de|of|the|der|du|van|la)\s)?{_NAME}){{0,3}}"
_PLACE_AND_DAY = re.compile(
    rf"(?!(?:In|On|At|Since|After|Before|Until|By|Am|Im|Seit|Le|En|El|Il|Em|Op|W|В|У)\s){_NAMES},\s(?:den\s|le\s|"
    rf"el\s|il\s)?"
    rf"{_DAY}{_CLOCK}"
)
_ARTICLE = (
    r"(?:article|story|report|piece|post|page|column|review|interview|transcript|podcast|headline|caption|subheading|"
    r"standfirst|obituary|graphic)"
)
_ITSELF = r"(?:article|story|piece|post|column|headline|caption|subheading|standfirst)"
"""Of those, what is no document of somebody else's that a sentence may be about: "this report" may be."""
_CHANGED = r"(?:amended|updated|corrected|changed|edited|modified|revised|clarified|republished|removed)"
_ON = r"(?:on|at|am|um|le|à|el|a las|il|alle|em|às|op|om|den|kl\.?|dnia|w dniu|о|в|на)"
_WHEN_DONE = (
    rf"(?:,?\s(?:{_ON}\s)?(?:(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day),?\s)?{_DAY}{_CLOCK}|"
    rf"\son {WEEKDAY}|(?:\son)?\s\d{{1,2}} {MONTH}|\son {MONTH} \d{{1,2}}|"
    rf",?\s{_ON}\s?\d{{1,2}}(?:[:.]\d\d|\s?h\s?(?:\d\d)?)(?:\s(?:uhr|uur|[ap]\.?m\.?))?(?:\s(?:de|on|am|op))?|"
    r"\s(?:after|since|following) (?:its )?(?:first )?publication)"
)
_STOPS_AT = (
    r"(?!\s(?:that|which|who|when|while|after|before|but|dass|weil|que|qui|quand|après|cuando|tras|che|dopo|"
    r"quando|após|dat|nadat|att|efter|że|który|по|что|після|що)\b)"
)
_SMALL_TAIL = rf"(?:{_STOPS_AT}[^;:\d]){{0,110}}"
"""More of what a change was for, without a figure or a clause of its own."""
_TO_WHAT_END = (
    rf"(?:,?\s(?:in order )?(?:to (?:correct|clarify|remove|add|include|reflect|fix|make clear)|"
    r"for (?:length|clarity|style|accuracy|grammar)|"
    r"with (?:(?:new|more|further|additional|a) )?(?:details?|comments?|information|quotes?|reactions?|responses?|"
    r"background|statements?)|um|pour|para|per|om|för att|aby|żeby|чтобы|щоб)"
    rf"\b{_SMALL_TAIL}|,?\s(?:because|as|since|after) an? (?:earlier|previous|original) version\b[^;:]{{0,120}})"
)
_TAIL = rf"(?:{_WHEN_DONE}){{0,2}}{_TO_WHAT_END}?(?:{_WHEN_DONE})?"
"""What may stand behind "was updated": days, hours, what for; who did it and what came of it are told of the world."""
_PAPER = (
    r"(?:,?\s(?:in (?:the )?(?:[\w-]{1,20} )?(?:print|edition|issue|newsletter|magazine|newspaper)"
    rf"(?: edition| section)?|online|on (?:our|the|this|its) (?:web ?)?site|(?:in|on|by) (?:the )?(?-i:{_NAMES})))"
)
_ALSO_DE = r"(?:zuletzt|nachträglich|mehrfach|inzwischen|später|erstmals|zuerst|ursprünglich|nach Veröffentlichung)"
_MISTAKEN = (
    r"(?:wrong|incorrect|mistaken|erroneous|error|mistake|typo|inaccura|misspell|outdated|falsch|fälschlich|irrtümlich|"
    r"fehler|erron|inexact|equivocad|incorrect|sbagliat|errat|errad|foutie|onjuist|fel|błędn|omyłk|ошиб|неверн|"
    r"помилк|невірн)"
)
_OF_THE_TEXT = re.compile(
    rf"(?:this|the (?:headline|caption|subheading|opening|standfirst) (?:of|to|in|on) this) {_ARTICLE}"
    r"(?:['’]s (?:headline|caption|text))? (?:was|has been|had been) (?:(?:further|last|also|again|since|later) )?"
    rf"(?:{_CHANGED}{_TAIL}|(?:first |originally )?(?:re)?published{_PAPER}?{_TAIL})|"
    rf"(?:an? |the )?(?:earlier|previous|original|prior) versions? of (?:this|the) (?:{_ARTICLE} "
    r"(?:misstated|misspelled|gave|said|stated|incorrectly|wrongly|mistakenly|erroneously|misidentified|overstated|"
    rf"understated)\b[^;:]{{0,180}}|{_ITSELF} (?:contained|referred|included|omitted|described)\b[^;:]{{0,180}}|"
    rf"{_ARTICLE} (?:had|contained|included)\b[^;:\d]{{0,60}}\s{_MISTAKEN}[^;:]{{0,90}})|"
    rf"(?:(?:dieser|der) (?:artikel|beitrag)|dieser bericht) wurde(?: {_ALSO_DE})?{_TAIL}(?: {_ALSO_DE})? "
    r"(?:korrigiert|aktualisiert|geändert|ergänzt|überarbeitet|veröffentlicht|berichtigt|angepasst|bearbeitet)|"
    rf"dieser text wurde(?: {_ALSO_DE})?{_TAIL} (?:korrigiert|aktualisiert)|"
    r"(?:(?:in )?(?:einer|eine|der|die) )?(?:früheren?|ersten?|vorherigen?|älteren?|ursprünglichen?) (?:version|"
    r"fassung) (?:(?:dieses (?:artikels|beitrags|berichts)|des (?:artikels|beitrags)) [^;:]{0,160}|"
    rf"dieses textes (?:hieß|[^;:]{{0,80}}{_MISTAKEN})[^;:]{{0,90}})|"
    rf"(?:cet article|ce papier|l['’]article) a été (?:modifié|mis à jour|corrigé|actualisé|publié|amendé){_TAIL}|"
    rf"ce texte a été (?:mis à jour|actualisé|corrigé){_TAIL}|"
    r"(?:dans )?une (?:version (?:antérieure|précédente)|première version) de cet article[^;:]{0,160}|"
    r"(?:este artículo|esta (?:noticia|nota|información)) (?:fue|ha sido) "
    rf"(?:corregid|actualizad|modificad|publicad|editad)[oa]{_TAIL}|"
    rf"este texto (?:fue|ha sido) (?:corregido|actualizado){_TAIL}|"
    r"(?:en )?una versión (?:anterior|previa) de (?:este artículo|esta (?:noticia|nota))[^;:]{0,160}|"
    r"(?:l['’]articolo|quest['’]articolo|quest[oa] (?:articolo|pezzo|notizia)) è stat[oa] "
    rf"(?:modificat|corrett|aggiornat|pubblicat)[oa]{_TAIL}|"
    rf"questo testo è stato (?:corretto|aggiornato){_TAIL}|"
    r"(?:in )?una versione precedente di (?:quest['’]|questo )articolo[^;:]{0,160}|"
    r"est[ea] (?:artigo|matéria|reportagem|notícia) foi (?:corrigid|atualizad|alterad|publicad|modificad)[oa]"
    rf"{_TAIL}|este texto foi (?:corrigido|atualizado){_TAIL}|"
    r"(?:em )?uma versão anterior dest[ea] (?:artigo|matéria|reportagem)[^;:]{0,160}|"
    rf"dit (?:artikel|bericht|stuk) (?:is|werd){_TAIL} (?:aangepast|bijgewerkt|gecorrigeerd|gewijzigd|"
    rf"gepubliceerd|geüpdatet){_TAIL}|"
    r"in een eerdere versie van dit (?:artikel|bericht|stuk)[^;:]{0,160}|"
    r"(?:artikeln|den här artikeln) (?:har |är )?(?:rättats|rättades|uppdaterats|uppdaterades|ändrats|ändrades|"
    rf"korrigerats|korrigerades|publicerades){_TAIL}|"
    r"i en tidigare version av (?:artikeln|den här artikeln)[^;:]{0,160}|"
    r"(?:(?:ten )?artykuł|ten (?:tekst|materiał)) (?:został )?(?:zaktualizowan|poprawion|zmienion|skorygowan|"
    rf"opublikowan)[oy]{_TAIL}|"
    r"w (?:poprzedniej|wcześniejszej|pierwotnej) wersji (?:(?:tego )?artykułu[^;:]{0,160}|"
    rf"(?:tego )?(?:tekstu|materiału)[^;:]{{0,60}}\s{_MISTAKEN}[^;:]{{0,90}})|"
    rf"(?:эта |этот |данная )?(?:статья|новость|материал) (?:был[аи]? )?(?:обновл[её]н|исправлен)[аы]?{_TAIL}|"
    r"в (?:предыдущей|первоначальной) версии (?:(?:этой )?статьи[^;:]{0,160}|"
    rf"(?:этого )?(?:материала|текста)[^;:]{{0,60}}\s{_MISTAKEN}[^;:]{{0,90}})|"
    rf"(?:ц[юяе] )?(?:статтю|стаття|новину|матеріал) (?:було |була )?(?:оновлен|виправлен)[оау]?{_TAIL}|"
    r"у (?:попередній|первісній) версії (?:(?:цієї )?статті[^;:]{0,160}|"
    rf"(?:цього )?(?:матеріалу|тексту)[^;:]{{0,60}}\s{_MISTAKEN}[^;:]{{0,90}})",
    re.IGNORECASE,
)

_NOTED = re.compile(
    r"(?:[\w'’]{1,20}\s)?(?:note|correction|clarification|update|hinweis|anmerkung|korrektur|nachtrag|correctif|"
    r"précision|nota|"
    r"corrección|correzione|rettifica|errata|correção|rättelse|correctie|sprostowanie|уточнение|исправление|уточнення|"
    r"виправлення)s?(?:[\s,(][^:]{0,30})?:\s",
    re.IGNORECASE,
)


_AGO = (
    r"(?:(?:about|over|almost|nearly|more than|less than)\s)?"
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine)\s(?:second|sec|minute|min|hour|hr|day|week|month|year)s?\sago"
)
_STAMP = re.compile(
    rf"(?P<when>(?:{WEEKDAY},?\s)?{_DAY}|{_AGO}|\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\b\.?)?)|"
    rf"(?P<done>(?:last\s)?updated?\b|{_CAME_OUT}\b)|{WEEKDAY}|by\s(?-i:{_NAMES})|(?-i:[A-Z]{{2,20}}\b)|(?:at|on)\b",
    re.IGNORECASE,
)
_BETWEEN = " ,:;|·•–—-/()"


def _is_stamped(line: str) -> bool:
    """Whether a line is only days, times and ages of a text, with what was done: "13:30 Last update: 2 years ago"."""
    at, done, times = 0, False, 0
    while (line := line[at:].lstrip(_BETWEEN)) and (part := _STAMP.match(line)) is not None:
        at, done, times = part.end(), done or part["done"] is not None, times + (part["when"] is not None)
    return not line and times > 0 and (done or times > 1)


def tells_when(line: str) -> bool:
    """Whether a whole line tells when the text came out or was changed, perhaps with the place or paper before it."""
    bare = " ".join(line.split()).rstrip(".")
    if len(bare) > LONGEST or not any(map(str.isdigit, bare)):
        return False
    return _is_stamped(bare) or any(
        pattern.fullmatch(f"{bare}{stop}") for pattern in (_WHEN, _PLACE_AND_DAY) for stop in ("", ".")
    )


def tells_of_its_text(sentence: str) -> bool:
    """Whether a sentence tells how the text was changed ("This article was amended on …"); what was wrong stays open.

    What follows a semicolon or colon may set a fact right.
    """
    bare = " ".join(sentence.split()).strip("*_()[] .")
    noted = _NOTED.match(bare)
    return len(bare) <= LONGEST and _OF_THE_TEXT.fullmatch(bare, noted.end() if noted else 0) is not None
