"""Who said it in Turkish: the verb of saying ends the sentence, and who speaks begins it or stands behind the words.

Only what is certain by its place: a subject without a case ending before a comma, a quotation or "ise"; words behind a
quotation; and whoever "-e göre" or "-in verilerine göre" names.
"""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

LANGUAGES = frozenset({"tr"})
_QUOTED = re.compile(r"“[^“”]{0,2000}”|\"[^\"]{0,2000}\"|«[^«»]{0,2000}»|‘[^‘’]{2,2000}’(?=[\s,.])")
_QUOTE = "“”"
"""What stands for a whole quotation while a sentence is read."""
_VERBS = (
    r"(?:dedi(?:ler)?|diyor(?:lar)?|söyledi(?:ler)?|söylüyor|açıkladı(?:lar)?|belirtti(?:ler)?|ifade\setti(?:ler)?|savundu(?:lar)?|kaydetti(?:ler)?|"
    r"iddia\s(?:etti(?:ler)?|ediyor)|vurguladı(?:lar)?|duyurdu(?:lar)?|bildirdi(?:ler)?|aktardı(?:lar)?|ekledi(?:ler)?|dile\sgetirdi(?:ler)?|öne\ssürdü(?:ler)?|"
    r"anlattı(?:lar)?|yalanladı(?:lar)?|itiraf\setti|uyardı|doğruladı|hatırlattı|konuştu|yanıtını\sverdi)"
)
_HELD = r"[^\W\d_]+(?:[dt][ıiuü]ğ[ıiuü]n[ıiuüae]\w{0,4}|[ea]ca[ğk]\w{0,8}n[ıiuü]|[dt]ı?klarını|ğini|ğını|ğunu|ğünü)"
"""What is said, as a noun of its verb: "öldüğünü", "kapanacağını"."""
_SUBJECT = r"(?P<who>[^\W\d_a-zçğıöşü][^,;:.!?“”]{1,70}?)"
_TURKISH = (
    re.compile(
        rf"^{_SUBJECT}(?:(?:,|\sise,?|\sda,?|\sde,?)\s(?:[^,;:.!?“”]{{1,60}}[,:]?\s)?|\s)“”\s?,?\s?(?:diye\s)?"
        rf"(?P<verb>{_VERBS})\W*$"
    ),
    re.compile(rf"^“”\s?,?\s?(?P<verb>diyen|{_VERBS})\s(?P<who>[^\W\d_a-zçğıöşü][^,;:.!?“”]{{1,60}}?)(?=[,.]|$)"),
    re.compile(rf"^{_SUBJECT}(?:,|\sise,?)\s[^;:!?]{{0,400}}?{_HELD}\s(?:[^,;:.!?“”]{{1,30}}\s)?(?P<verb>{_VERBS})\W*$"),
    re.compile(rf"^{_SUBJECT}:\s?“”"),
    re.compile(r"^(?P<who>[^\W\d_a-zçğıöşü][^,;:.!?“”]{1,50}?)['’]?n?[ıiuü]n\s(?:verileri|raporu|açıklaması|bilgileri|hesapları|tahminleri)n[ea]\s(?P<verb>göre)(?=[\s,])"),
    re.compile(r"^(?P<who>[^\W\d_a-zçğıöşü][^,;:.!?“”]{1,50}?)['’]?[yn]?[ae]\s(?P<verb>göre)(?=[\s,])"),
)  # fmt: skip
_NOBODY = word_set(
    "o bu şu onlar biz ben siz kimse hiç kimi bazı birçok buna bunu onu ona şuna dün bugün yarın sabah "
    "akşam gece önce sonra ardından ayrıca daha ancak ama bunun pazartesi salı çarşamba perşembe cuma cumartesi pazar"
)
_HE_SAID = re.compile(
    rf"^(?:o|onlar|kendisi|ayrıca)?,?\s?(?:[^;:!?]{{0,300}}?{_HELD}\s|“”\s?)(?:[^,;:.!?“”]{{1,30}}\s)?(?P<verb>{_VERBS})\W*$",
    re.IGNORECASE,
)
"""That somebody said it whom the sentence does not name."""
_NOT_SAID = re.compile(r"\b(?:söylemedi|açıklamadı|demedi|belirtmedi|yalanlamadı|doğrulamadı)\b", re.IGNORECASE)
_CASE = re.compile(
    r"(?:nde|nda|ndan|nden|['’](?:[dt][ae]n?|[yn]?[ıiuüae]|n?[ıiuü]n)|lerin|ların|lara|lere|larda|lerde)$"
)
"""Endings by which the words before a comma are no subject: "Ankara'da", "toplantısında"."""
_WHEN = re.compile(
    r"\s(?:dün|bugün|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|önceki|geçen|bu|sosyal|basın|gazetecilere|yaptığı|"
    r"konuyla|twitter|düzenlediği|konuşmasında|toplantıda)(?:\s.*)?$",
    re.IGNORECASE,
)
_ISE = re.compile(r"\s(?:ise|da|de)$")
_PLACE = re.compile(r"[dt][ae]n?$")
_TIMES = word_set("akşam sabah gece yıl ay hafta gün dönem çeyrek sezon yaş")
_COMPARED = word_set("geçen önceki bir ba sa ne durum")
_SOURCES = re.compile(
    r"(?:bakanlı[ğk]|belediye|polis|savcılı[ğk]|valili[ğk]|uzman|rapor|araştırma|anket|iddia|iddianame|yetkili|tanı[ğk]|emniyet|jandarma|"
    r"sendika|kayna[ğk]|hükümet|avukat|aile|gazete|ajans|muhalefet|doktor|bilirkişi)(?:lar|ler)?(?:[ıi])?",
    re.IGNORECASE,
)
"""Whose words something may be according to; "göre" compares as often ("erkeklere göre")."""
_BODY = re.compile(r"[^\W\d_]{4,}(?:lığı|liği|luğu|lüğü|si|sı|su|sü|rumu|neği|kanı|çisi|çası)|[A-ZÇĞİÖŞÜ]{2,}")
_MORE = re.compile(r"\b(?:daha|kıyasla|oranla)\b", re.IGNORECASE)
"""Words before "göre" that compare: "geçen yıla göre", "bir önceki aya göre", "bana göre"."""
_MOST = 7


def who_says(sentence: str, language: str) -> tuple[str | None, str] | None:
    """Who says a Turkish sentence, and the verb; nobody where it does not tell for certain, None where nobody does."""
    if language not in LANGUAGES:
        return None
    bare = " ".join(_QUOTED.sub(_QUOTE, sentence.strip()).split())
    if _NOT_SAID.search(bare):
        return None
    for pattern in _TURKISH:
        match = pattern.search(bare)
        if match is None:
            continue
        verb = match["verb"] if "verb" in pattern.groupindex else ":"
        if verb == "göre" and _MORE.search(bare):
            continue
        marked = "’" in match.group() or "'" in match.group()
        who = _named(match["who"], by_ending=verb == "göre", marked=marked)
        if who is not None:
            return who, verb
    said = _HE_SAID.search(bare)
    return (None, said["verb"]) if said is not None else None


def quotes_much(sentence: str) -> bool:
    """Whether a sentence gives more than a word or two within quotation marks."""
    return any(match.end() - match.start() > 20 for match in _QUOTED.finditer(sentence))


def _named(phrase: str, *, by_ending: bool, marked: bool = False) -> str | None:
    """Who is meant; None where the words have a case ending, are too many, or a pronoun."""
    who = _ISE.sub("", _WHEN.sub("", " ".join(phrase.split())))
    parts = who.split()
    if not parts or len(parts) > _MOST or parts[0].casefold() in _NOBODY or who[0].isdigit():
        return None
    if not by_ending and any(_CASE.search(part) for part in (parts[-1], parts[0] if len(parts) > 2 else "")):
        return None
    if by_ending:
        return _bare(parts, marked=marked)
    if parts[-1].casefold() in _TIMES or ((len(parts) == 1 or parts[-1].islower()) and _PLACE.search(parts[-1])):
        return None
    return who


def _bare(parts: list[str], *, marked: bool) -> str | None:
    """A noun whose ending before "göre" was taken off, as it stands without it; None for what is compared."""
    last = parts[-1].casefold()
    if last in _TIMES or parts[0].casefold() in _COMPARED:
        return None
    body = marked and _BODY.fullmatch(parts[-1]) is not None
    person = marked and len(parts) > 1 and all(part[:1].isupper() for part in parts)
    if not (body or person or _SOURCES.fullmatch(last)):
        return None
    return " ".join([*parts[:-1], f"{parts[-1][:-1]}k" if last.endswith("ğ") else parts[-1]])
