"""The words of time in languages other than English, one table a language: months, days, "last year", the past."""

from __future__ import annotations

from typing import NamedTuple

from workbench.language.text.calendar_names import MONTHS_ELSEWHERE


class Calendar(NamedTuple):
    """How one language writes times; all are patterns. Months and days stand in order, parted by blanks."""

    months: str
    days: str
    before_month: str
    """What stands before a month without a year."""
    before_day: str
    """What stands before a weekday."""
    since: str
    until: str
    last_year: str
    this_year: str
    next_year: str
    last_month: str
    last_week: str
    yesterday: str
    day_before: str
    tomorrow: str
    ago: str
    """What tells how long ago something was; a star stands for the number."""
    between: str
    """What stands before and between the two months of a stretch, parted by a blank: "zwischen und"."""
    that: str
    """What opens a clause of its own."""
    past: str = ""
    """What tells of what has been, beside the words of `modality_elsewhere`."""


def _each(form: str, names: str) -> str:
    """Each of some names in one form; a star stands for it."""
    return " ".join(form.replace("*", name) for name in names.split())


CALENDARS = {
    "de": Calendar(
        months=MONTHS_ELSEWHERE["de"],
        days=_each("(?:*)(?:abend|morgen|mittag|nachmittag|vormittag|"
        "nacht)?", "montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
        before_month=r"im|seit|bis|ende|anfang|mitte|bis\s+ende", before_day=r"am|seit|bis|vom|zum|von|ab",
        since=r"(?:seit|ab)(?:\s+(?:dem|anfang|ende))?", until=r"bis(?:\s+(?:zum|ende|anfang))?",
        last_year=r"(?:im\s+)?(?:vergangenen|letzten|vorigen)\s+jahr(?:es)?|vergangenes\s+jahr|letztes\s+jahr|vorjahr",
        this_year=r"(?:in\s+diesem|dieses|im\s+laufenden)\s+jahr(?:es)?|heuer",
        next_year=r"(?:im\s+)?(?:nächsten|kommenden)\s+jahr(?:es)?|nächstes\s+jahr|kommendes\s+jahr",
        last_month=r"(?:im\s+)?(?:vergangenen|letzten|vorigen)\s+monat|vormonat",
        last_week=r"(?:in\s+der\s+)?(?:vergangenen?|letzten?|vorigen?)\s+woche",
        yesterday="gestern", day_before="vorgestern", tomorrow=r"(?<!gestern )(?<!heute )(?-i:morgen)",
        ago=r"vor\s+(?!allem\b)*(?:jahre[n]?|monate[n]?|wochen?|tage[n]?|stunden?)",
        between=r"zwischen|von und|bis", that=r"dass",
        past=r"\b(?:hat|habe|haben|hatte|hatten|war|waren|wurde|wurden|ist|sind|sei|seien)\b[^!?]*\b(?:\w*ge\w+(?:t|en)|"
        r"\w+iert|(?:ver|be|er|ent|zer)\w+(?:t|en))\b|"
        r"\b(?!heute|leute|seite|weite|rechte|letzte|beste|erste|zweite|dritte|mitte|karte|kosten|daten|minuten|"
        r"städte|märkte|zeiten|"
        r"orten|arten|laut|hälfte|werte|punkte|projekte|experten|soldaten|arbeiten|heften|"
        r"höchste)(?-i:[a-zäöüß]{2,}(?:te|"
        r"ten))\b|"
        r"\b(?:stieg|stiegen|sank|sanken|fiel|fielen|kam|kamen|ging|gingen|gab|gaben|starb|starben|begann|begannen|"
        r"fuhr|"
        r"fuhren|verlor|gewann|wies|wiesen|schrieb|schrieben|warf|warfen|ließ|ließen|hielt|hielten|riet|bat|baten|"
        r"traf|trafen|schoss|sprach|sprachen|rief|lief|liefen|nahm|nahmen|fand|fanden|schlug|zog|zogen|stand|standen|"
        r"lag|"
        r"lagen|brach|brachen|war|waren|wurde|wurden|trat|traten|sah|sahen|half|flog|flogen|bot|trug|trugen|schloss|"
        r"schlossen|beschloss|erhielt|unterschrieb|bekam|bekamen|verließ|entschied|stieß|hob|sprang|griff)\b",
    ),
    "fr": Calendar(
        months=MONTHS_ELSEWHERE["fr"],
        days="lundi mardi mercredi jeudi vendredi samedi dimanche",
        before_month=r"en|au\s+mois\s+de|depuis|d['’]ici(?:\s+(?:à|fin))?|fin|début|mi-?|à\s+la\s+fin\s+d[eu]",
        before_day=r"le|ce|depuis|dès|jusqu['’]au|du",
        since=r"depuis(?:\s+(?:le|l['’]an))?", until=r"(?:jusqu['’](?:en|au?|à)|d['’]ici(?:\s+(?:à|le|fin))?)",
        last_year=r"l['’](?:an|année)\s+(?:dernier|dernière|passée?)", this_year=r"cette\s+année",
        next_year=r"l['’](?:an|année)\s+prochaine?", last_month=r"le\s+mois\s+(?:dernier|passé)",
        last_week=r"la\s+semaine\s+(?:dernière|passée)",
        yesterday="hier", day_before=r"avant-?\s?hier", tomorrow="demain",
        ago=r"il\s+y\s+a\s+*(?:ans?|mois|semaines?|jours?|heures?)",
        between=r"entre|de et|à", that=r"qu(?:e|"
        r"['’])",
        past=r"\b(?:a|ont|est|sont|avait|avaient|était|étaient|s['’]est|se\s+sont|n['’]a|"
        r"n['’]ont)\s+(?:\w+\s+){0,2}?\w+(?:é|ée|és|ées|i|ie|is|it|ite|u|ue|us|ues|rt|rte|rts)\b|"
        r"\b\w{3,}(?:aient|èrent)\b|\b(?:a|ont|avait|avaient)-t-(?:il|elle|on|ils|elles)\s+\w+(?:é|i|is|it|u|rt)\b|"
        r"\b(?:avait|avaient|avais)-(?:il|elle|ils|elles)\s+\w+(?:é|i|is|it|u|rt)\b",
    ),
    "es": Calendar(
        months=MONTHS_ELSEWHERE["es"],
        days="lunes martes miércoles jueves viernes sábado domingo",
        before_month=r"en|desde|hasta|a\s+(?:finales|principios|mediados)\s+de", before_day=r"el|este|del|desde\s+el|"
        r"hasta\s+el|"
        r"el\s+pasado",
        since=r"desde(?:\s+(?:el|hace))?", until=r"hasta(?:\s+el)?",
        last_year=r"(?:el|del)\s+(?:año\s+pasado|pasado\s+año)", this_year=r"este\s+año",
        next_year=r"(?:el|del)\s+(?:próximo\s+año|año\s+(?:próximo|que\s+viene))", last_month=r"(?:el|"
        r"del)\s+(?:mes\s+pasado|"
        r"pasado\s+mes)", last_week=r"la\s+(?:semana\s+pasada|pasada\s+semana)",
        yesterday="ayer|anoche", day_before=r"ante(?:s\s+de\s+)?ayer", tomorrow=r"(?<!la )(?<!esta )(?<!una )mañana",
        ago=r"hace\s+*(?:años?|mes(?:es)?|semanas?|días?|horas?)", between=r"entre|de y|a", that="que",
        past=r"\b\w{2,}(?:ó|aron|ieron|ió|aba|aban)\b|\b(?:fue|fueron|hubo|dijo|tuvo|hizo|estuvo|puso|pudo|vino|dio|"
        r"era|eran)\b|\bha(?:n|bía|bían)?\s+\w+[dt]o\b",
    ),
    "it": Calendar(
        months=MONTHS_ELSEWHERE["it"],
        days="lunedì martedì mercoledì giovedì venerdì sabato domenica",
        before_month=r"ad?|in|nel|da|dal|fino\s+a|a\s+(?:fine|inizio|metà)|entro\s+(?:fine\s+)?|di",
        before_day=r"il|dal|fino\s+al|lo\s+scorso",
        since=r"(?:dal|da|sin\s+dal)", until=r"(?:fino\s+al?|entro(?:\s+il)?)",
        last_year=r"(?:(?:l|dell|nell)['’]anno\s+(?:scorso|passato)|(?:lo|dello|nello)\s+scorso\s+anno)",
        this_year=r"quest['’]anno", next_year=r"(?:l|dell|nell)['’]anno\s+prossimo|(?:il|nel|del)\s+prossimo\s+anno",
        last_month=r"(?:il|nel)\s+mese\s+scorso|lo\s+scorso\s+mese", last_week=r"la\s+(?:settimana\s+scorsa|"
        r"scorsa\s+settimana)",
        yesterday="ieri", day_before=r"(?:l['’]altro\s*ieri|ieri\s+l['’]altro|avantieri)", tomorrow="domani",
        ago=r"*(?:ann[oi]|mes[ei]|settiman[ae]|giorn[oi]|or[ae])\s+fa", between=r"tra|fra|da|dal e|a|al", that="che",
        past=r"\b(?:ha|hanno|è|sono|aveva|avevano|era|erano|si\s+è)\s+(?:\w+\s+){0,2}?\w+(?:t|s|rt)[oaie]\b|"
        r"\b\w{3,}(?:avano|evano)\b",
    ),
    "pt": Calendar(
        months=MONTHS_ELSEWHERE["pt"],
        days="segunda(?:-feira)? terça(?:-feira)? quarta(?:-feira)? quinta(?:-feira)? sexta(?:-feira)? sábado domingo",
        before_month=r"em|desde|até|no\s+(?:fim|final|início)\s+de", before_day=r"n[ao]|nest[ae]|d[ao]|desde|até|em|"
        r"na\s+última",
        since=r"desde(?:\s+[oa])?", until=r"até(?:\s+[oa])?",
        last_year=r"(?:o|no|do)?\s*ano\s+passado", this_year=r"n?este\s+ano",
        next_year=r"(?:no|o|do)\s+(?:próximo\s+ano|ano\s+que\s+vem)", last_month=r"(?:no|o|do)\s+mês\s+passado",
        last_week=r"(?:na|a|da)\s+semana\s+passada",
        yesterday="ontem", day_before=r"(?:anteontem|antes\s+de\s+ontem)", tomorrow="amanhã",
        ago=r"há\s+*(?:anos?|m[eê]s(?:es)?|semanas?|dias?|horas?)", between=r"entre|de e|"
        r"a", that="que",
        past=r"\b\w{2,}(?:ou|aram|eram|iram|iu|eu)\b|\b(?:tinha|tinham|havia|haviam)\s+\w+[dt]o\b|\b(?:foi|foram|houve|disse|teve|fez|era|eram|estava|estavam)\b",
    ),
    "nl": Calendar(
        months=MONTHS_ELSEWHERE["nl"],
        days=_each("*(?:avond|ochtend|middag|nacht)?", "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
        before_month=r"in|sinds|tot|eind|begin|half|medio|vanaf", before_day=r"op|sinds|tot|vanaf|afgelopen|vorige",
        since=r"(?:sinds|vanaf)", until=r"tot(?:\s+en\s+met)?",
        last_year=r"(?:vorig|afgelopen)\s+jaar", this_year=r"dit\s+jaar", next_year=r"(?:volgend|komend)\s+jaar",
        last_month=r"(?:vorige|afgelopen)\s+maand", last_week=r"(?:vorige|afgelopen)\s+week",
        yesterday=r"gister(?:en|avond|ochtend|middag|nacht)", day_before="eergisteren", tomorrow=r"(?<!in de )morgen",
        ago=r"*(?:jaar|jaren|maand(?:en)?|we(?:ek|ken)|dag(?:en)?|uur)\s+geleden", between=r"tussen|van en|tot",
        that="dat",
        past=r"\b(?:bevestigde|maakten?|meldden?|zei|zeiden|kondigden?|verklaarden?|stelden?|vertelden?|benadrukten?|"
        r"waarschuwden?|beloofden?|eisten?|liet|lieten|sprak|spraken|wees|wezen|werd|werden|riep|riepen|hield|deed)\b",
    ),
    "sv": Calendar(
        months=MONTHS_ELSEWHERE["sv"],
        days=_each("*(?:en|ens|s|skvällen|smorgonen)?", "måndag tisdag onsdag torsdag fredag lördag söndag"),
        before_month=r"i|sedan|till|(?:i\s+)?(?:slutet|början|mitten)\s+av|från|under", before_day=r"i|på|sedan|till|"
        r"från|under",
        since=r"(?:sedan|från)", until=r"(?:till|fram\s+till|senast)",
        last_year=r"förra\s+året|i\s+fjol", this_year=r"i\s+år", next_year=r"nästa\s+år", last_month=r"förra\s+månaden",
        last_week=r"förra\s+veckan", yesterday=r"i\s*går", day_before=r"i\s*förrgår", tomorrow=r"i\s*morgon",
        ago=r"för\s+*(?:år|månad(?:er)?|vecka|veckor|dag(?:ar)?|timm(?:e|ar))\s+sedan",
        between=r"mellan|från och|till", that="att",
        past=r"\b(?:sade|sa|uppgav|skrev|höll|gjorde|hade|lät|bad|såg|stod|låg|satt|åkte|läste|körde|hörde|ledde|"
        r"(?:känd|händ|vänd|sänd|tänd|bränd)e|\w{2,}(?:ck|rk|sk|nk|ök|äk|yk|mp|äll|yll)te|\w{2,}(?:gg|öm|äm|äv|ev|ill|yll)de)"
        r"s?\b",
    ),
    "pl": Calendar(
        months=MONTHS_ELSEWHERE["pl"],
        days="poniedział(?:ek|ku) wtor(?:ek|ku) środ[aęy] czwart(?:ek|ku) piąt(?:ek|ku) sobot[aęy] niedziel[aęi]",
        before_month=r"w|we|od|do|z|na\s+(?:początku|koniec)|pod\s+koniec|w\s+połowie|końca", before_day=r"w|we|od|"
        r"do|z|na",
        since=r"od", until=r"do(?:\s+końca)?",
        last_year=r"(?:w\s+)?(?:ubiegłym|zeszłym|minionym)\s+roku|(?:ubiegłego|"
        r"zeszłego)\s+roku", this_year=r"(?:w\s+tym|tego)\s+roku",
        next_year=r"(?:w\s+)?przyszłym\s+roku", last_month=r"(?:w\s+)?(?:ubiegłym|zeszłym)\s+miesiącu",
        last_week=r"(?:w\s+)?(?:ubiegłym|zeszłym)\s+tygodniu", yesterday="wczoraj", day_before="przedwczoraj",
        tomorrow="jutro",
        ago=r"*(?:rok|lata?|miesiąc[e]?|miesięcy|tydzień|tygodni[e]?|dzień|dni|godzin[y]?)\s+temu",
        between=r"między|pomiędzy|od a|i|do", that="że",
        past=r"\b(?:\w{2,20}(?:egł|ógł|ekł)[aoiy]?|\w{0,6}wiedzia(?:ł[aoy]?)|\w{0,6}wiedzieli|"
        r"(?:mia|musia|chcia|widzia|siedzia)ł[aoy]?)\b",
    ),
    "uk": Calendar(
        months=MONTHS_ELSEWHERE["uk"],
        days="понеділ(?:ок|ка|ку) вівтор(?:ок|ка|ку) серед[аиу] четвер(?:га)? п['’]ятниц[яію] субот[аиу] неділ[яію]",
        before_month=r"в|у|з|із|від|до|наприкінці|на\s+початку|в\s+кінці|протягом", before_day=r"в|у|з|із|від|до|на",
        since=r"(?:з|із|від)", until=r"до(?:\s+кінця)?",
        last_year=r"торік|минулого\s+року|(?:у|в)\s+минулому\s+році", this_year=r"цього\s+року|цьогоріч|"
        r"у\s+цьому\s+році",
        next_year=r"наступного\s+року|(?:у|"
        r"в)\s+наступному\s+році", last_month=r"минулого\s+місяця", last_week=r"минулого\s+тижня",
        yesterday="[ву]чора", day_before="позавчора", tomorrow="завтра",
        ago=r"*(?:рік|роки|років|місяц[іь]|місяців|тиждень|тижн[іяв]+|день|дні|днів|годин[уи]?)\s+тому",
        between=r"між|від|з та|і|й|до|по", that="що",
        past=r"\b\w{3,20}[іїую]л[аои](?:ся|сь)?\b",
    ),
    "ru": Calendar(
        months=MONTHS_ELSEWHERE["ru"],
        days="понедельник[ау]? вторник[ау]? сред[аыу] четверг[ау]? пятниц[аыу] суббот[аыу] воскресень[ея]",
        before_month=r"в|с|до|от|к|в\s+(?:конце|начале|середине)|к\s+концу", before_day=r"в|во|с|до|на|к",
        since=r"с", until=r"до(?:\s+конца)?",
        last_year=r"в\s+прошлом\s+году|прошлого\s+года", this_year=r"в\s+этом\s+году|этого\s+года",
        next_year=r"в\s+(?:следующем|будущем)\s+году", last_month=r"в\s+прошлом\s+месяце",
        last_week=r"на\s+прошлой\s+неделе",
        yesterday="вчера", day_before="позавчера", tomorrow="завтра",
        ago=r"*(?:год|года|лет|месяц(?:а|ев)?|недел[юиь]|день|дня|дней|час(?:а|ов)?)\s+назад",
        between=r"между|с|от и|по|до", that="что",
        past=r"\b\w{2,20}(?:[ыуя]л[аио]?|[её]л[аио])(?:сь|ся)?\b|"
        r"\b(?!числ|масл|кресл|ремесл|весл|узл|угл|орл|кукл|игл|мыл)\w{3,20}[зсрхкг]л[аои](?:сь)?\b",
    ),
}  # fmt: skip
"""By ISO 639-1 code."""
