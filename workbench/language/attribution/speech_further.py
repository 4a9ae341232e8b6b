"""Who said it in Ukrainian, Russian, Polish, Dutch, Swedish, Arabic and Hindi: by verbs of saying beside what is said.

Only what is certain by its place: the words before "…, що" or behind a quotation. Endings of a case are not undone, so
"за словами міністра" names nobody.
"""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

_QUOTED = re.compile(
    r"«[^«»]{0,2000}»|“[^“”]{0,2000}”|„[^„“”]{0,2000}[“”]|”[^”]{0,2000}”|\"[^\"]{0,2000}\"|‘[^‘’]{0,2000}’(?=[,\s])"
)
_QUOTE = "“”"
"""What stands for a whole quotation while a sentence is read."""
_WORDS = r"[^,،;:.!?।؟“”\n]"
_VERBS = {
    "uk": r"сказа(?:в|ла|ли)|заяви(?:в|ла|ли)|повідоми(?:в|ла|ли)|розпові(?:в|ла|ли)|дода(?:в|ла|ли)|"
    r"наголоси(?:в|ла|ли)|зазначи(?:в|ла|ли)|підкресли(?:в|ла|ли)|поясни(?:в|ла|ли)|попереди(?:в|ла|ли)|"
    r"написа(?:в|ла|ли)|визна(?:в|ла|ли)|каже|кажуть|стверджує|стверджують|зазначає|повідомляє|повідомляють|вважає",
    "ru": r"сказал[аи]?|заявил[аи]?|сообщил[аи]?|рассказал[аи]?|добавил[аи]?|отметил[аи]?|подчеркнул[аи]?|уточнил[аи]?|"
    r"пояснил[аи]?|объяснил[аи]?|предупредил[аи]?|написал[аи]?|признал[аи]?|говорит|говорят|утверждает|утверждают|"
    r"сообщает|сообщают|отмечает|считает",
    "pl": r"powiedział[a-z]{0,2}|oświadczył[a-z]{0,2}|poinformował[a-z]{0,2}|dodał[a-z]{0,2}|podkreślił[a-z]{0,2}|"
    r"wyjaśnił[a-z]{0,2}|zapowiedział[a-z]{0,2}|stwierdził[a-z]{0,2}|ostrzegł[a-z]{0,2}|napisał[a-z]{0,2}|"
    r"przyznał[a-z]{0,2}|mówi|mówią|twierdzi|twierdzą|informuje|informują|podaje|podają|uważa",
    "nl": r"zei|zeiden|zegt|zeggen|verklaarde|verklaarden|meldde|meldden|meldt|melden|schreef|schrijft|vertelde|"
    r"vertelt|benadrukte|benadrukt|waarschuwde|waarschuwt|bevestigde|bevestigt|stelde|stelt|aldus",
    "sv": r"sade|sa|säger|uppgav|uppger|berättade|berättar|skrev|skriver|hävdade|hävdar|varnade|varnar|meddelade|"
    r"meddelar|förklarade|förklarar|bekräftade|bekräftar",
    "ar": r"[وف]?(?:قالت?|أعلنت?|أكدت?|أضافت?|صرحت?|ذكرت?|أوضحت?|كشفت?|أشارت?|اعترفت?|حذرت?|كتبت?)",
    "hi": r"कहा|बताया|लिखा|जोड़ा|दावा\s+किया|आरोप\s+लगाया|स्वीकार\s+किया|चेतावनी\s+दी|घोषणा\s+की|पुष्टि\s+की",
}
_THAT = {"uk": r",\s+що\b", "ru": r",\s+что\b", "pl": r",\s+że\b", "nl": r"\s+dat\b", "sv": r"\s+att\b"}
_ELSEWHERE = {
    "uk": word_set(
        """
        в у на після за як якщо коли але а і й та він вона вони це також про з із до для раніше вчора сьогодні тоді
        потім їм йому їй нам мені що хто не так
        хоча хоч однак проте тому тепер зараз згодом поки оскільки
        адже втім зате ще вже знову ввечері вранці невдовзі при під
        """
    ),
    "ru": word_set(
        """
        в во на после по как если когда но а и он она они это также о об с со из до для ранее вчера сегодня
        накануне тогда потом позже им ему ей нам мне что кто не так
        хотя однако поэтому теперь сейчас затем пока
        поскольку ведь впрочем зато ещё еще уже снова вновь вечером утром днём днем вскоре при
        """
    ),
    "pl": word_set(
        """
        w we na po za jak jeśli gdy ale a i on ona oni ono to także o z ze do dla wcześniej wczoraj dziś dzisiaj
        wtedy potem im mu jej nam mi co kto nie tak też
        jednak jednakże teraz choć chociaż ponieważ bo gdyż więc
        dlatego później następnie podczas zanim również ponadto
        według mimo skoro tymczasem lecz czy gdzie znowu wieczorem rano
        """
    ),
    "nl": word_set(
        """
        in op na bij als toen maar en hij zij ze het dit dat ook over met uit voor eerder gisteren vandaag ik wij
        we je er wie wat niet niemand
        hoewel ofschoon omdat toch echter terwijl nadat voordat zodra
        volgens want dus daarom nu vervolgens later daarna toen of waar intussen inmiddels opnieuw ondanks
        """
    ),
    "sv": word_set(
        """
        i på efter enligt som om när men och han hon de det den också med från för tidigare igår idag jag vi du man
        vem vad inte ingen trots fast fastän eftersom medan innan sedan dock nu därför ändå dessutom senare samtidigt så
        utan eller där då åter
        """
    ),
    "ar": word_set(
        """
        في من على إلى عن بعد هو هي هم إن أن ما لم لا ذلك هذا كما
        """
    ),
    "hi": word_set(
        """
        यह वह ये वे मैं हम इस उस किसी नहीं
        """
    ),
}
"""Words with which nobody's name begins: when, where and how something was said, pronouns, what joins, denials."""
_DENIALS = word_set("не ні nie niet nooit inte aldrig ikke नहीं لم لا ما ніхто никто nikt niemand")
_RELATIVE = word_set("die dat wie som który która które którzy który який яка яке які который которая которое которые")
_DATIVE = re.compile(r"(?:ам|ям|у|ю|ові|еві|єві)$")
"""How the words for those end who were told something: "жителям сообщили", "сказала корреспонденту"."""
_MANY = re.compile(r"(?:ли|[яю]т|[ую]ть)$")
"""How a verb of saying ends that tells of several people: "сообщили", "кажуть"."""
_SEVERAL = re.compile(r"(?:[ыиіїаяйьA-Za-z]|[иыо]е|[ая]не|[А-ЯЁІЇЄ]{2}|\W)$")
"""How a word ends that several people, or an office with a name of initials, may be told by as those who say."""
_BLANKS = re.compile(r"\s+")
_TO_WHOM = re.compile(
    r"^(?:журналіст|репортер|кореспондент|журналист|корреспондент|dziennikarz|reporter)\w{0,6}\s+(?=\S)", re.IGNORECASE
)
_WHEN_ARABIC = re.compile(r"\s(?:في|خلال|اليوم|أمس|يوم|عبر|أمام|للصحفيين|لوكالة|إلى)(?:\s.*)?$")
_ARABIC = (
    re.compile(rf"^{_VERBS['ar']}\s+(?P<who>{_WORDS}{{2,80}}?)\s+(?:إن|أن|بأن|إنه|أنه|إنها|أنها|إنهم|أنهم)\s"),
    re.compile(rf"^{_VERBS['ar']}\s+(?P<who>{_WORDS}{{2,80}}?)\s*[:،]\s*“”"),
    re.compile(rf"(?:^|،\s)و?(?P<verb>بحسب|حسب|وفقا?ً?\sل|نقلا\sعن)\s?(?P<who>{_WORDS}{{2,50}}?)(?=،|$)"),
)
_HINDI = (
    re.compile(rf"^(?P<who>{_WORDS}{{2,60}}?)\s+ने\s+(?:{_WORDS}{{1,24}}?\s)??(?P<verb>{_VERBS['hi']})\s+(?:है\s+|था\s+)?कि(?:\s|,)"),
    re.compile(rf"“”,?\s*(?P<who>{_WORDS}{{2,60}}?)\s+ने\s+(?:{_WORDS}{{1,24}}?\s)??(?P<verb>{_VERBS['hi']})(?=\s|$|।)"),
    re.compile(rf",\s(?P<who>{_WORDS}{{2,40}}?)\s+ने\s+(?P<verb>कहा|बताया)$"),
    re.compile(rf"^(?P<who>{_WORDS}{{2,40}}?)\s+के\s+(?P<verb>अनुसार|मुताबिक)(?=[\s,])"),
)  # fmt: skip
LANGUAGES = frozenset(_VERBS)
_MOST = 8


def _european(language: str) -> tuple[re.Pattern[str], ...]:
    verbs, that = _VERBS[language], _THAT[language]
    return (
        re.compile(rf"^(?P<who>[^\W\d_]{_WORDS}{{1,80}}?)\s+(?P<verb>{verbs})(?:{that}|\s?:\s?“”|,?\s?“”)"),
        re.compile(rf"“”\s?,?\s?(?:[—–-]\s?)?(?P<verb>{verbs})\s+(?P<who>{_WORDS}{{2,80}})(?=[,.:]|$)"),
        re.compile(rf"[,\s]\s?[—–-]\s?(?P<verb>{verbs})\s+(?P<who>{_WORDS}{{2,80}})(?=[,.:]|$)"),
        re.compile(rf",\s+(?P<verb>zegt|zei|aldus|meldt)\s+(?P<who>{_WORDS}{{2,80}})(?=[,.:]|$)")
        if language == "nl"
        else re.compile(rf",\s+(?P<verb>{verbs})\s+(?P<who>{_WORDS}{{2,80}})(?=\W*$)"),
    )


_FORMS = {language: _european(language) for language in _THAT}


def who_says(sentence: str, language: str) -> tuple[str, str] | None:
    """Who says a sentence, and the verb; None where nobody, or only "she", is named."""
    # runs of blanks are one, so that no pattern tries where in a run it may begin
    bare = _BLANKS.sub(lambda run: "\n" if "\n" in run.group() else " ", _QUOTED.sub(_QUOTE, sentence.strip()))
    patterns = _ARABIC if language == "ar" else _HINDI if language == "hi" else _FORMS[language]
    for pattern in patterns:
        match = pattern.search(bare)
        if match is None:
            continue
        if language == "hi" and _DENIALS.intersection(match.group().split()):
            return None
        who = _named(match["who"], language)
        verb = match["verb"] if "verb" in pattern.groupindex else match.group().split()[0]
        if who is not None and language in {"uk", "ru"} and _is_told(who.split()[0], verb):
            return None
        return (who, verb) if who is not None else None
    return None


def quotes_much(sentence: str) -> bool:
    """Whether a sentence gives more than a word or two within quotation marks."""
    return any(match.end() - match.start() > 20 for match in _QUOTED.finditer(sentence))


def _named(phrase: str, language: str) -> str | None:
    """Who is meant by the words beside a verb of saying; None where they are no plain subject."""
    who = _TO_WHOM.sub("", " ".join(phrase.split()))
    if language == "ar":
        who = _WHEN_ARABIC.sub("", who)
    parts = who.split()
    if not parts or len(parts) > _MOST or parts[0].lower() in _ELSEWHERE[language] or parts[0][0].isdigit():
        return None
    if any(part.lower() in _DENIALS for part in parts) or parts[-1].lower() in _RELATIVE or _QUOTE in who:
        return None
    # behind the verb stands also where and when it was said: "сказала Анна Левченко в інтерв'ю"
    cut = next((n for n, part in enumerate(parts) if n and part.lower() in _PLACES.get(language, ())), len(parts))
    return " ".join(parts[:cut]) or None


def _is_told(word: str, verb: str) -> bool:
    """Whether the word beside a Ukrainian or Russian verb of saying is, or may be, one for those who were told."""
    if _MANY.search(verb):
        return _DATIVE.search(word) is not None or _SEVERAL.search(word) is None
    return word[0].islower() and _DATIVE.search(word) is not None  # "Адам сказал"


_PLACES = {
    "uk": word_set("в у на після під про для вчора сьогодні"), "ru": word_set("в во на после о об для вчера сегодня"),
    "pl": word_set("w we na po podczas dla wczoraj dziś"), "nl": word_set("in op tegen na tijdens gisteren vandaag"),
    "sv": word_set("i på till efter under igår idag"),
}  # fmt: skip
