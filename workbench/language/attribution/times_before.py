"""Words before a verb of saying that only tell when something was said: "Letzte Woche sagte …", "Dos días después, …".

They are nobody's name. A phrase tells when where each of its words is one of time, a number, or a word that stands with
such, and one of them at least is of time.
"""

from __future__ import annotations

import re

from workbench.language.text.tokenizer import word_set

_WHEN = {
    "de": word_set(
        """
        sekunde sekunden minute minuten stunde stunden tag tage tagen woche wochen monat monate monaten jahr jahre
        jahren jahrzehnt jahrzehnte wochenende montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
        montagabend dienstagabend mittwochabend donnerstagabend freitagabend samstagabend sonntagabend morgen mittag
        vormittag nachmittag abend nacht januar februar märz april mai juni juli august september oktober november
        dezember sommer herbst winter frühjahr frühling jahresbeginn jahresende anfang mitte ende später danach zuvor
        darauf vorher davor kürzlich zuletzt neulich jüngst abends mittags morgens nachts vormittags nachmittags
        daraufhin anschließend schließlich damals hinterher seither seitdem inzwischen mittlerweile zunächst anfangs
        einst heute gestern vorgestern montags dienstags mittwochs donnerstags freitags samstags sonntags
        """
    ),
    "nl": word_set(
        """
        seconden minuut minuten uur uren dag dagen week weken maand maanden jaar jaren weekend weekeinde maandag dinsdag
        woensdag donderdag vrijdag zaterdag zondag ochtend middag avond nacht januari februari maart april mei juni juli
        augustus september oktober november december zomer herfst winter voorjaar najaar begin eind medio later daarna
        eerder daarvoor onlangs recent gisteren eergisteren vandaag destijds toen vervolgens inmiddels intussen
        """
    ),
    "sv": word_set(
        """
        sekunder minut minuter timme timmar dag dagar dagen vecka veckan veckor månad månaden månader år året helg
        helgen måndag måndagen måndags tisdag tisdagen tisdags onsdag onsdagen onsdags torsdag torsdagen torsdags fredag
        fredagen fredags lördag lördagen lördags söndag söndagen söndags morgon morgonen eftermiddag kväll kvällen natt
        natten januari februari mars april maj juni juli augusti september oktober november december sommar sommaren
        höst hösten vinter vintern vår våren senare därefter dessförinnan nyligen igår idag häromdagen sedan därpå
        """
    ),
    "es": word_set(
        """
        segundos minuto minutos hora horas día días semana semanas mes meses año años lunes martes miércoles jueves
        viernes sábado domingo mañana tarde noche enero febrero marzo abril mayo junio julio agosto septiembre octubre
        noviembre diciembre verano otoño invierno primavera después antes recientemente ayer hoy anteayer
        """
    ),
    "fr": word_set(
        """
        secondes minute minutes heure heures jour jours journée jour-là soir-là semaine semaines mois an ans année
        années lundi mardi mercredi jeudi vendredi samedi dimanche matin matinée après-midi soir soirée nuit janvier
        février mars avril mai juin juillet août septembre octobre novembre décembre été automne hiver printemps tard
        récemment hier aujourd'hui avant-hier auparavant
        """
    ),
    "it": word_set(
        """
        secondi minuto minuti ora ore giorno giorni settimana settimane mese mesi anno anni lunedì martedì mercoledì
        giovedì venerdì sabato domenica mattina pomeriggio sera notte gennaio febbraio marzo aprile maggio giugno luglio
        agosto settembre ottobre novembre dicembre estate autunno inverno primavera dopo prima recentemente ieri oggi
        """
    ),
    "pt": word_set(
        """
        segundos minuto minutos hora horas dia dias semana semanas mês meses ano anos segunda segunda-feira terça
        terça-feira quarta quarta-feira quinta quinta-feira sexta sexta-feira sábado domingo manhã tarde noite janeiro
        fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro verão outono inverno primavera
        depois antes recentemente ontem hoje anteontem
        """
    ),
}
"""Words of time."""
_BESIDE = {
    "de": word_set(
        """
        der die das den dem ein eine einen einem einer am im letzte letzten letztes vergangene vergangenen vergangenes
        vorige vorigen voriges diese diesen dieser dieses nächste nächsten wenige einige mehrere zwei drei vier fünf
        sechs sieben acht neun zehn paar kurz kurze lange zeit früh spät erst noch selben gleichen jeden ersten
        """
    ),
    "nl": word_set(
        """
        de het een dit deze vorige vorig afgelopen volgende enkele paar twee drie vier vijf zes zeven acht negen tien
        half kort lang pas diezelfde dezelfde die dat
        """
    ),
    "sv": word_set(
        """
        den det en ett förra förrförra här där denna detta samma i på två tre fyra fem sex sju åtta nio tio några kort
        kortare långt strax tid
        """
    ),
    "es": word_set(
        """
        el la los las un una este esta ese esa aquel aquella mismo misma pasado pasada pasados próximo unos unas pocos
        pocas dos tres cuatro cinco seis siete ocho nueve diez de del por en poco más tarde
        """
    ),
    "fr": word_set(
        """
        le la les un une ce cet cette même dernier dernière derniers prochain quelques deux trois quatre cinq six sept
        huit neuf dix de du plus en peu après avant plus
        """
    ),
    "it": word_set(
        """
        il lo la i gli le un una uno questo questa quel quella stesso stessa scorso scorsa scorsi prossimo pochi poche
        alcuni due tre quattro cinque sei sette otto nove dieci di del più tardi poco
        """
    ),
    "pt": word_set(
        """
        o a os as um uma este esta esse essa neste nesta nesse nessa naquele naquela aquele aquela mesmo mesma passado
        passada passados próximo alguns poucas poucos dois duas três quatro cinco seis sete oito nove dez de do da mais
        pouco última último
        """
    ),
}
"""Words that stand with them: articles, "last", small numbers."""
_MOST = 6
_EDGES = re.compile(r"[.,;:()]|(?<=\d)[º°ª]$")


def tells_when(phrase: str, language: str) -> bool:
    """Whether words before a verb of saying only tell when: "Wenige Stunden später", "La semana pasada"."""
    if language not in _WHEN or (language != "de" and any(word[:1].isupper() for word in phrase.split()[1:])):
        return False  # the papers "Le Soir", "El Día" and "De Morgen" are nobody's evening
    parts = [_EDGES.sub("", word).casefold().replace("’", "'") for word in phrase.split()]
    parts = [word for word in parts if word]
    if not 0 < len(parts) <= _MOST or not any(word in _WHEN[language] for word in parts):
        return False
    return all(word.isdigit() or word in _WHEN[language] or word in _BESIDE[language] for word in parts)
