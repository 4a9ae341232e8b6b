"""Words of courtesy, judgement, cause and speech in other languages, and what only looks like them."""

import pytest

from workbench.domain.articles import Attribution, Kind
from workbench.language.article import split_article
from workbench.language.attribution import speech_arabic_hindi
from workbench.language.attribution.saying_places import told
from workbench.language.attribution.speech_chinese_japanese import who_says
from workbench.language.grammar.clause_candidates import ClauseCandidate, Modality
from workbench.language.grammar.modality import modality_of
from workbench.language.grammar.modality_elsewhere import causes, compares, happens, judges, tells_nothing
from workbench.language.text.blocks import BlockKind


@pytest.mark.parametrize(
    ("language", "words", "nothing"),
    [
        ("es", "Gracias a la ley, el río está limpio.", False),
        ("es", "Gracias al puente nuevo el viaje es corto.", False),
        ("es", "Gracias a todos.", True),
        ("es", "Suscribieron un acuerdo en Lima.", False),
        ("es", "Suscríbete al boletín.", True),
        ("it", "Grazie alla legge il fiume è pulito.", False),
        ("it", "Grazie all'argine la città è asciutta.", False),
        ("it", "Grazie a tutti.", True),
        ("de", "Bitte um Asyl wurde abgelehnt.", False),
        ("de", "Bitte auf Aufschub lehnte das Amt ab.", False),
        ("de", "Bitte lesen Sie unsere Regeln.", True),
        ("zh", "欢迎仪式被取消。", False),
        ("zh", "欢迎晚宴在北京举行。", False),
        ("zh", "欢迎大家来到现场。", True),
        ("zh", "加油站发生爆炸。", False),
        ("zh", "点击率上升。", False),
        ("zh", "中国加油！", True),
    ],
)
def test_facts_that_begin_like_a_courtesy(language: str, words: str, nothing: bool) -> None:
    assert tells_nothing(words, language) is nothing


@pytest.mark.parametrize(
    ("words", "judgement"),
    [
        ("Die Angaben waren falsch, stellte das Gericht fest.", False),
        ("Die Rechnung des Amtes war richtig.", False),
        ("Das Gut wurde verkauft.", False),
        ("Das ist völlig falsch.", True),
        ("Der Plan ist gut.", True),
    ],
)
def test_german_words_that_are_not_always_a_judgement(words: str, judgement: bool) -> None:
    assert judges(words, "de") is judgement


@pytest.mark.parametrize(
    ("words", "cause"),
    [
        ("Міст відкрили через два дні.", False),
        ("Він повернувся через тиждень.", False),
        ("Рейс скасували через туман.", True),
    ],
)
def test_after_a_time_is_no_cause(words: str, cause: bool) -> None:
    assert causes(words, "uk") is cause


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("小明说话很快，老师听不清。", None),
        ("市长宣布辞职，副市长接任。", None),
        ("法院没有承认，双方曾经见面。", None),
        ("公司未透露，工厂何时关闭。", None),
        ("市长表示，桥已经关闭。", "市长"),
        ("校长告诉记者，学校已经关闭。", "校长"),
        ("校长告诉小王，学校已经关闭。", "校长"),
    ],
)
def test_who_says_it_in_chinese(words: str, who: str | None) -> None:
    said = who_says(words, "zh")
    assert (said and said[0]) == who


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("I believe the council closed the school in May.", Modality.FACT),
        ("We think the firm sold its mill.", Modality.FACT),
        ("I believe the works began last year.", Modality.FACT),
        ("I believe the school should be closed.", Modality.OPINION),
        ("I think this town deserves a library.", Modality.OPINION),
        ("We believe people come first.", Modality.OPINION),
    ],
)
def test_a_past_event_that_somebody_believes_is_a_fact(words: str, modality: Modality) -> None:
    told = ClauseCandidate(0, len(words), 0, "whole sentence", attribution=Attribution.OUTLET)
    assert modality_of(words, told, BlockKind.PARAGRAPH) is modality


@pytest.mark.parametrize(
    ("words", "modality"),
    [
        ("The vaccine will end the epidemic by June.", Modality.PREDICTION),
        ("The euro will fall below the dollar by March.", Modality.PREDICTION),
        ("Rovers will beat City on Saturday.", Modality.PREDICTION),
        ("The party will win the vote in May.", Modality.PREDICTION),
        ("Sales will start to recover in May.", Modality.PREDICTION),
        ("Shares will open lower on Monday.", Modality.PREDICTION),
        ("The mill is likely to close in May.", Modality.PREDICTION),
        ("It will rain on Thursday.", Modality.PREDICTION),
        ("The mill will close.", Modality.PREDICTION),
        ("The bridge will open in May.", Modality.FACT),
        ("The yard will stay closed until Thursday.", Modality.FACT),
        ("The hearing will resume on Monday.", Modality.FACT),
        ("Tickets will also go on sale on Friday.", Modality.FACT),
        ("The ban will take effect in June.", Modality.FACT),
        ("The funeral will be held on Friday.", Modality.FACT),
        ("The works will run until Friday.", Modality.FACT),
        ("From next week shops will be allowed to sell the drops.", Modality.FACT),
        ("Rovers will play City on Saturday.", Modality.FACT),
    ],
)
def test_a_day_makes_a_plan_only_of_what_is_arranged(words: str, modality: Modality) -> None:
    told = ClauseCandidate(0, len(words), 0, "whole sentence", attribution=Attribution.OUTLET)
    assert modality_of(words, told, BlockKind.PARAGRAPH) is modality


@pytest.mark.parametrize(
    ("words", "language", "who"),
    [
        ("Жителям сообщили, что мост закрыт.", "ru", None),
        ("Родителям сказали, что школа закрыта.", "ru", None),
        ("Министру сообщили, что мост закрыт.", "ru", None),
        ("Анне сказали, что мост закрыт.", "ru", None),
        ("«Мост закрыт», — сообщили журналистам.", "ru", None),
        ("«Мост закрыт», — сказал журналистам.", "ru", None),
        ("«Мост закрыт», — сказала корреспонденту.", "ru", None),
        ("Местные жители сообщили, что мост закрыт.", "ru", "Местные жители"),
        ("МВД и ФСБ сообщили, что мост закрыт.", "ru", "МВД и ФСБ"),
        ("Министр говорит, что мост закрыт.", "ru", "Министр"),
        ("Горожане сообщили, что мост закрыт.", "ru", "Горожане"),
        ("Адам сказал, что мост закрыт.", "ru", "Адам"),
        ("Хотя министр заявил, что мост закрыт, люди едут.", "ru", None),
        ("Однако министр заявил, что мост закрыт.", "ru", "министр"),
        ("Мешканцям повідомили, що міст закрито.", "uk", None),
        ("Міністрові повідомили, що міст закрито.", "uk", None),
        ("Очевидці повідомили, що міст закрито.", "uk", "Очевидці"),
        ("Однак міністр заявив, що міст закрито.", "uk", "міністр"),
        ("Jednak minister powiedział, że most jest zamknięty.", "pl", "minister"),
        ("Teraz minister mówi, że most jest zamknięty.", "pl", None),
        ("Choć minister powiedział, że most jest zamknięty, ludzie jadą.", "pl", None),
        ("Minister Ida Brandt powiedziała, że most jest zamknięty.", "pl", "Ida Brandt"),
        ("Hoewel de minister zei dat de brug dicht is, rijdt men door.", "nl", None),
        ("De man die zei dat de brug dicht was, is weg.", "nl", None),
        ("De minister zei dat de brug dicht is.", "nl", "De minister"),
        ("Trots att ministern sa att bron är stängd kör folk.", "sv", None),
        ("Mannen som sa att bron var stängd är borta.", "sv", None),
        ("Ministern sa att bron är stängd.", "sv", "Ministern"),
    ],
)
def test_only_a_plain_subject_says_something(words: str, language: str, who: str | None) -> None:
    said = told(words, language)
    assert (said and said.who) == who


@pytest.mark.parametrize("language", sorted(speech_arabic_hindi.LANGUAGES))
@pytest.mark.parametrize("blank", [" ", "\n", "\t\n"])
def test_blanks_behind_a_quotation_cost_no_time(language: str, blank: str) -> None:
    """Twenty times the blanks take some twenty times as long, not four hundred times: seconds against minutes."""
    assert speech_arabic_hindi.who_says(f"«а»{blank * 100_000}б.", language) is None
    assert speech_arabic_hindi.who_says(f"«а»,{blank * 100_000}—{blank * 100_000}б.", language) is None


@pytest.mark.parametrize(
    ("language", "words", "foretells"),
    [
        ("pl", "Inwestycja będzie kosztować 410 mln zł.", False),
        ("pl", "Rozbudowa będzie trwała czternaście miesięcy.", False),
        ("es", "Las obras durarán catorce meses.", False),
        ("fr", "La rénovation coûtera deux millions d’euros.", False),
        ("fr", "La rénovation coûtera probablement deux millions d’euros.", True),
        ("es", "La crisis durará todavía mucho tiempo.", True),
        ("it", "La crisi durerà a lungo.", True),
        ("fr", "Nous rouvrirons la piscine bientôt.", True),
        ("fr", "Nous montrons le chemin aux enfants.", False),
        ("it", "Nessuno ha detto che la linea riaprirà presto.", False),
        ("es", "La alcaldesa no aclaró quién ocupará su puesto.", False),
        ("de", "Der Minister ließ offen, wer die Klinik leiten wird.", False),
        ("pl", "Ministerstwo nie ujawniło, kto będzie kierować szpitalem.", False),
        ("it", "Si dice che la linea riaprirà presto.", True),
        ("de", "In 50 Jahren wird niemand mehr Benzin fahren.", True),
        ("fr", "Dans 50 ans, tout le monde mourra de faim.", True),
        ("fr", "Dans dix ans, la ville comptera 40 000 habitants.", False),
        ("de", "Holm wird am 3. Juni Meister werden.", True),
        ("de", "Der FC Holm wird mit 3:0 gewinnen.", True),
    ],
)
def test_a_plan_with_an_amount_and_what_was_left_open_are_facts(language: str, words: str, foretells: bool) -> None:
    (claim,) = split_article(words, language=language).claims
    assert (Kind.PREDICTION in claim.kinds) is foretells


def test_a_courtesy_behind_whom_it_is_said_to_is_no_claim() -> None:
    assert tells_nothing("Mes chers collègues, merci d'être venus", "fr")
    assert not tells_nothing("Mes chers collègues ont vendu la maison", "fr")


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("nl", "De gemeente telt meer inwoners dan in 2019.", True),
        ("nl", "Er waren meer dan 40 bezoekers.", False),
        ("nl", "Het is de oudste brug van het land.", True),
        ("nl", "De laatste bus vertrekt om tien uur.", False),
        ("nl", "De twintigste editie begint in mei.", False),
        ("nl", "De huur nam vorig jaar sterk toe.", True),
        ("sv", "Kommunen har färre elever än förra året.", True),
        ("sv", "Fler än 40 personer kom.", False),
        ("sv", "Sjukhuset är det minsta i länet.", True),
        ("sv", "Resan tar minst 40 minuter.", False),
        ("sv", "Utsläppen minskade kraftigt.", True),
        ("pl", "W mieście mieszka mniej osób niż dziesięć lat temu.", True),
        ("pl", "Przyszło więcej niż 40 osób.", False),
        ("pl", "To najstarszy most w kraju.", True),
        ("pl", "Sąd Najwyższy oddalił skargę.", False),
        ("pl", "Najpierw zamknięto szkołę.", False),
        ("pl", "Ceny wzrosły o 4 procent.", True),
    ],
)
def test_comparisons_in_dutch_swedish_and_polish(language: str, words: str, told: bool) -> None:
    assert compares(words, language) is told


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("nl", "Door de storm vielen 45 treinen uit.", True),
        ("nl", "Door het dorp loopt een beek.", False),
        ("nl", "De school sloot wegens een lek.", True),
        ("sv", "Branden orsakades av ett elfel.", True),
        ("sv", "Skolan stängdes på grund av snö.", True),
        ("sv", "Skolan stängdes i maj.", False),
        ("pl", "Szkołę zamknięto z powodu awarii.", True),
        ("pl", "Szkołę zamknięto w maju.", False),
    ],
)
def test_causes_in_dutch_swedish_and_polish(language: str, words: str, told: bool) -> None:
    assert causes(words, language) is told


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("nl", "De politie heeft twee mannen aangehouden.", True),
        ("nl", "De brug is in mei geopend.", True),
        ("nl", "De fabriek is het grootste gebied van de gemeente.", False),
        ("nl", "Twee mensen kwamen om.", True),
        ("nl", "Elektrische fietsen zijn geliefd.", False),
        ("sv", "Två personer skadades.", True),
        ("sv", "Två personer omkom.", True),
        ("sv", "Bolaget har sålt fabriken.", True),
        ("sv", "Sjukhuset har ett kök.", False),
        ("pl", "Sąd skazał kierowcę na cztery lata.", True),
        ("pl", "Zamknięto trzy szkoły.", True),
        ("pl", "Szpital jest mały.", False),
    ],
)
def test_the_past_in_dutch_swedish_and_polish(language: str, words: str, told: bool) -> None:
    assert happens(words, language) is told


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "Dit is een schande."), ("sv", "Det är en skandal."), ("pl", "To wstyd dla miasta.")],
)
def test_judgements_in_dutch_swedish_and_polish(language: str, words: str) -> None:
    assert judges(words, language)


@pytest.mark.parametrize(
    ("language", "words", "nothing"),
    [
        ("nl", "Lees ook het vorige bericht.", True),
        ("sv", "Tack vare lagen är sjön ren.", False),
        ("sv", "Tack för att ni kom hit.", True),
        ("pl", "Czytaj też: nowa szkoła.", True),
    ],
)
def test_courtesies_in_dutch_swedish_and_polish(language: str, words: str, nothing: bool) -> None:
    assert tells_nothing(words, language) is nothing


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "Dat is 7 procent minder dan een jaar eerder."),
        ("nl", "Minder containers in de haven"),
        ("sv", "Färre unga röker i länet"),
        ("pl", "Mniej uczniów w szkołach"),
        ("de", "Weniger Störche im Moor"),
        ("es", "El embalse está en el nivel más bajo desde 1995."),
    ],
)
def test_comparisons_with_a_year_and_in_headlines(language: str, words: str) -> None:
    assert compares(words, language)


@pytest.mark.parametrize(
    ("language", "words", "judgement"),
    [
        ("fr", "La ligne de la Belle-Étoile a ouvert.", False),
        ("fr", "Le maire de Beau-Rivage est parti.", False),
        ("fr", "C’est une belle ligne.", True),
        ("es", "Se cree que el fuego empezó en la cocina.", False),
        ("es", "Creo que el puente es seguro.", True),
    ],
)
def test_a_word_that_judges_within_a_name_is_no_judgement(language: str, words: str, judgement: bool) -> None:
    assert judges(words, language) is judgement
