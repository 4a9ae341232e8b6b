"""Lines that tell when a text came out, by whom, or how it was changed: of the text, and not of the world."""

from __future__ import annotations

import re

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
_NAMES = r"[A-ZÀ-ÞŁŚŻА-ЯІЇЄ][\w'’.-]{0,30}(?:\s(?:de|of|the|der|du|van|la)?\s?[A-ZÀ-ÞŁŚŻА-ЯІЇЄ][\w'’.-]{0,30}){0,3}"
_PLACE_AND_DAY = re.compile(
    rf"(?!(?:In|On|At|Since|After|Before|Until|By|Am|Im|Seit|Le|En|El|Il|Em|Op|W|В|У)\s){_NAMES},?\s(?:den\s|le\s|"
    rf"el\s|il\s)?"
    rf"{_DAY}{_CLOCK}"
)
_ARTICLE = (
    r"(?:article|story|report|piece|post|page|column|review|interview|transcript|podcast|headline|caption|subheading|"
    r"standfirst|obituary|graphic)"
)
_CHANGED = (
    r"(?:amended|updated|corrected|changed|edited|modified|revised|clarified|republished|removed|"
    r"(?:first |originally )?published)"
)
_OF_THE_TEXT = re.compile(
    rf"(?:(?:this|the (?:headline|caption|text|subheading|opening|standfirst) (?:of|to|in|on) this) {_ARTICLE}|"
    rf"this text)"
    rf"(?:['’]s (?:headline|caption|text))? (?:was|has been|had been) (?:(?:further|last|also|again|since|"
    rf"later) )?{_CHANGED}\b"
    r"[^;:]{0,160}|"
    rf"(?:an? |the )?(?:earlier|previous|original|prior) versions? of (?:this|the) {_ARTICLE} "
    r"(?:misstated|misspelled|gave|said|stated|incorrectly|wrongly|mistakenly|erroneously|contained|referred|had|"
    r"included|"
    r"omitted|misidentified|overstated|understated|described)\b[^;:]{0,180}|"
    r"dieser (?:artikel|text|beitrag|bericht) wurde[^;:]{0,120} "
    r"(?:korrigiert|aktualisiert|geändert|ergänzt|überarbeitet|veröffentlicht|berichtigt|angepasst|bearbeitet)|"
    r"der (?:artikel|beitrag) wurde[^;:]{0,120} (?:korrigiert|aktualisiert)|"
    r"(?:(?:in )?(?:einer|eine|der|die) )?(?:früheren?|ersten?|vorherigen?|älteren?|ursprünglichen?) (?:version|"
    r"fassung) "
    r"(?:dieses|des) (?:artikels|textes|beitrags|berichts) "
    r"[^;:]{0,160}|"
    r"cet? (?:article|texte|papier) a été (?:modifié|mis à jour|corrigé|actualisé|publié|amendé)\b[^;:]{0,120}|"
    r"l['’]article a été (?:mis à jour|actualisé|corrigé)\b[^;:]{0,120}|"
    r"(?:dans )?une (?:version (?:antérieure|précédente)|première version) de cet article[^;:]{0,160}|"
    r"(?:este|esta) (?:artículo|texto|noticia|nota|información) (?:fue|ha sido) "
    r"(?:corregid|actualizad|modificad|publicad|editad)[oa]\b[^;:]{0,120}|"
    r"(?:en )?una versión (?:anterior|previa) de (?:este|esta) (?:artículo|texto|noticia|nota)[^;:]{0,160}|"
    r"l['’]articolo è stato (?:aggiornato|corretto)\b[^;:]{0,120}|"
    r"quest[oa] (?:articolo|testo|pezzo|notizia) è stat[oa] "
    r"(?:modificat|corrett|aggiornat|pubblicat)[oa]\b[^;:]{0,120}|"
    r"(?:in )?una versione precedente di quest[oa] (?:articolo|testo)[^;:]{0,160}|"
    r"est[ea] (?:artigo|texto|matéria|reportagem|notícia) foi (?:corrigid|atualizad|alterad|publicad|"
    r"modificad)[oa]\b[^;:]{0,120}|"
    r"(?:em )?uma versão anterior dest[ea] (?:artigo|texto|matéria|reportagem)[^;:]{0,160}|"
    r"dit (?:artikel|bericht|stuk) (?:is|werd)[^;:]{0,100} (?:aangepast|bijgewerkt|gecorrigeerd|gewijzigd|"
    r"gepubliceerd|geüpdatet)|"
    r"in een eerdere versie van dit (?:artikel|bericht|stuk)[^;:]{0,160}|"
    r"(?:artikeln|texten|den här artikeln) (?:har |är )?(?:rättats|rättades|uppdaterats|uppdaterades|ändrats|ändrades|"
    r"korrigerats|korrigerades|publicerades)\b[^;:]{0,120}|"
    r"i en tidigare version av (?:artikeln|texten|den här artikeln)[^;:]{0,160}|"
    r"(?:ten )?(?:artykuł|tekst|materiał) (?:został )?(?:zaktualizowan|poprawion|zmienion|skorygowan|"
    r"opublikowan)[oy]\b[^;:]{0,120}|"
    r"w (?:poprzedniej|wcześniejszej|pierwotnej) wersji (?:tego )?(?:artykułu|tekstu|materiału)[^;:]{0,160}|"
    r"(?:эта |этот |данная )?(?:статья|новость|материал) (?:был[аи]? )?(?:обновл[её]н|исправлен)[аы]?\b[^;:]{0,120}|"
    r"в (?:предыдущей|первоначальной) версии (?:этой |этого )?(?:статьи|материала|текста)[^;:]{0,160}|"
    r"(?:ц[юяе] )?(?:статтю|стаття|новину|текст|матеріал) (?:було |була )?(?:оновлен|виправлен)[оау]?\b"
    r"[^;:]{0,120}|"
    r"у (?:попередній|первісній) версії (?:цієї |цього )?(?:статті|матеріалу|тексту)[^;:]{0,160}",
    re.IGNORECASE,
)

_NOTED = re.compile(
    r"(?:[\w'’]{1,20}\s)?(?:note|correction|clarification|update|hinweis|anmerkung|korrektur|nachtrag|correctif|"
    r"précision|nota|"
    r"corrección|correzione|rettifica|errata|correção|rättelse|correctie|sprostowanie|уточнение|исправление|уточнення|"
    r"виправлення)s?(?:[\s,(][^:]{0,30})?:\s",
    re.IGNORECASE,
)


def tells_when(line: str) -> bool:
    """Whether a whole line tells when the text came out or was changed, perhaps with the place or paper before it."""
    bare = " ".join(line.split()).rstrip(".")
    if len(bare) > LONGEST or not any(map(str.isdigit, bare)):
        return False
    return any(pattern.fullmatch(f"{bare}{stop}") for pattern in (_WHEN, _PLACE_AND_DAY) for stop in ("", "."))


def tells_of_its_text(sentence: str) -> bool:
    """Whether a sentence tells how the text was changed ("This article was amended on …"); what was wrong stays open.

    What follows a semicolon or colon may set a fact right.
    """
    bare = " ".join(sentence.split()).strip("*_()[] .")
    noted = _NOTED.match(bare)
    return len(bare) <= LONGEST and _OF_THE_TEXT.fullmatch(bare, noted.end() if noted else 0) is not None
