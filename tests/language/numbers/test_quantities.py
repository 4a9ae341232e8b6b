"""Amounts as data."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.domain.quantities import Bound, Quantity, QuantityKind
from workbench.language.numbers.quantity_extraction import quantities


def one(text: str, language: str = "en") -> Quantity:
    found = quantities(text, language=language)
    assert len(found) == 1, found
    assert found[0].text == text[found[0].start : found[0].end]
    return found[0]


@pytest.mark.parametrize(
    ("text", "kind", "low", "high"),
    [
        ("It cost £2.3bn.", QuantityKind.MONEY, 2.3e9, 2.3e9),
        ("half a million people", QuantityKind.COUNT, 5e5, 5e5),
        ("a dozen ships", QuantityKind.COUNT, 12, 12),
        ("three dozen ships", QuantityKind.COUNT, 36, 36),
        ("half a dozen ships", QuantityKind.COUNT, 6, 6),
        ("She ran the 3,000m steeplechase", QuantityKind.MEASURE, 3000, 3000),
        ("at 300 miles an hour", QuantityKind.MEASURE, 300, 300),
        ("940 gigawatt hours of power", QuantityKind.MEASURE, 940, 940),
        ("one in five adults", QuantityKind.RATIO, 0.2, 0.2),
        ("40 per cent", QuantityKind.PERCENT, 40, 40),
        ("up 2 percentage points", QuantityKind.PERCENTAGE_POINTS, 2, 2),
        ("1.5–2.0 °C", QuantityKind.MEASURE, 1.5, 2),
        ("between 3,000 and 5,000 homes", QuantityKind.COUNT, 3000, 5000),
        ("two hundred and fifty thousand votes", QuantityKind.COUNT, 250_000, 250_000),
        ("over $10-12 million", QuantityKind.MONEY, 1e7, 1.2e7),
        ("the third time", QuantityKind.ORDINAL, 3, 3),
        ("the highest for years", QuantityKind.SUPERLATIVE, 1, 1),
    ],
)
def test_amounts_have_a_kind_and_limits(text: str, kind: QuantityKind, low: float, high: float) -> None:
    found = one(text)
    assert (found.kind, found.low, found.high) == (kind, low, high)


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("about 300 boats", Bound.APPROXIMATE, 300, 300),
        ("more than 300 boats", Bound.MORE_THAN, 300, None),
        ("at least 300 boats", Bound.AT_LEAST, 300, None),
        ("up to 300 boats", Bound.AT_MOST, None, 300),
        ("thousands of boats", Bound.VAGUE, 2000, 999_999),
    ],
)
def test_modifiers_limit_an_amount(text: str, bound: Bound, low: float | None, high: float | None) -> None:
    found = one(text)
    assert (found.bound, found.low, found.high, found.unit) == (bound, low, high, "boat")


@pytest.mark.parametrize(
    ("text", "part", "value"),
    [
        ("Sales fell by a third in 2020.", "a third", 1 / 3),
        ("Sales fell by almost a third.", "almost a third", 1 / 3),
        ("The firm cut its workforce by a quarter, it said.", "a quarter", 1 / 4),
        ("The herd shrank by half over a decade.", "half", 1 / 2),
        ("A fifth fewer people came.", "A fifth", 1 / 5),
        ("Tickets cost a third more.", "a third", 1 / 3),
        ("It was a one-third drop.", "one-third", 1 / 3),
        ("The bank shed half its staff.", "half", 1 / 2),
        ("About half were women.", "About half", 1 / 2),
        ("A tenth of the harvest was lost.", "A tenth", 1 / 10),
        ("Two thirds of pupils passed.", "Two thirds", 2 / 3),
        ("Exports doubled.", "doubled", 2.0),
        ("Halving the tax was a mistake.", "Halving", 0.5),
        ("Cases rose 3.5-fold.", "3.5-fold", 3.5),
        ("The ferry came late seven times out of ten.", "seven times out of ten", 0.7),
        ("They paid twice what the neighbours paid.", "twice", 2.0),
        ("Rent was twice last year's level.", "twice", 2.0),
        ("Its harbour is twice Holm's.", "twice", 2.0),
        ("Its area is twice North Velmark's.", "twice", 2.0),
        ("Rents were twice 2019 levels.", "twice", 2.0),
        ("Traffic was twice pre-flood levels.", "twice", 2.0),
        ("Output was three times the whole county's.", "three times", 3.0),
        ("The bridge cost four times its estimate.", "four times", 4.0),
    ],
)
def test_parts_and_multiples_are_ratios(text: str, part: str, value: float) -> None:
    found = [quantity for quantity in quantities(text) if quantity.kind is QuantityKind.RATIO]
    assert [(quantity.text, quantity.low, quantity.high) for quantity in found] == [(part, value, value)]


@pytest.mark.parametrize(
    "text",
    [
        "In the last quarter of 2019 it rained.",
        "It rained in the second half of the year.",
        "Nearly everyone lives in the southern half of the valley.",
        "She was the fifth of eight children.",
        "He was hit by a third man.",
        "The house was bought by a third party in May.",
        "They lived in the Latin Quarter of the city.",
        "They won three shields, one in 1965 and one in 1972.",
        "The rate fell to 2.2 in 2010.",
        "The dam cost $3,600,000 in 2019.",
        "The doubling time was two days.",
        "The stay was shorter by half a day.",
    ],
)
def test_parts_of_a_row_and_years_are_no_ratios(text: str) -> None:
    assert not [quantity for quantity in quantities(text) if quantity.kind is QuantityKind.RATIO]


def test_years_and_numbers_in_names_are_no_amounts() -> None:
    assert quantities("In 2009 the Apollo 11 crew met.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The minister praised the Nord Stream 2 gas pipeline.",
        "Apollo 11 astronauts were honoured.",
        "The Apollo 11 mission began.",
        "Article 5 binds them.",
        "It broke Article 5 rules.",
        "Covid-19 cases rose.",
        "Channel 4 News asked him.",
        "G20 leaders met.",
        "No. 10 denied it.",
        "A source at No. 10 denied it.",
        "The key to No. 10 Downing Street was lost.",
        "They won Euro 2020.",
        "Boeing 737 jets stay on the ground.",
        "People with type 2 diabetes waited.",
        "MiG-29 jets took off.",
    ],
)
def test_numbers_of_names_count_nothing(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In Kyiv 30 people died.", 30),
        ("In Kyiv 30 died.", 30),
        ("Britain sent 2,000 missiles.", 2000),
        ("It gave the US 30 days.", 30),
        ("Under Labour 40 hospitals closed.", 40),
        ("She lost to the world No. 10.", 10),
        ("The town bought 3 MiG-29 jets.", 3),
        ("In the Netherlands 12 boats sank.", 12),
    ],
)
def test_numbers_after_names_still_count(text: str, value: float) -> None:
    assert one(text).low == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "2,3 Milliarden Euro", 2.3e9),
        ("de", "rund 12.000 Menschen", 12_000),
        ("fr", "40 %", 40),
        ("fr", "deux millions", 2e6),
        ("es", "el 40 por ciento", 40),
        ("es", "unas 12.000 personas", 12_000),
    ],
)
def test_decimal_commas_and_scales_of_other_languages(language: str, text: str, value: float) -> None:
    assert one(text, language).low == pytest.approx(value)


@given(
    st.text(alphabet=st.sampled_from("0123456789.,%£$ -–andtoofmillionbk°C")), st.sampled_from(["en", "de", "fr", "es"])
)
def test_whatever_looks_like_numbers_gives_spans_in_order(text: str, language: str) -> None:
    found = quantities(text, language=language)
    for quantity in found:
        assert text[quantity.start : quantity.end] == quantity.text
    for first, second in itertools.pairwise(found):
        assert first.start <= second.start


@pytest.mark.parametrize(
    "text",
    [
        "The two teams shared a high-five.".replace("two ", ""),
        "It happened on day five of the cup.",
        "England won 2 – 1 on the night.",
        "The match ended 0–0 in the rain.",
        "He was first elected mayor.",
        "They should not have come in the first place.",
        "Ann Sample, 19, was arrested.",
        "The firm’s Sample Browser 6 is old.",
        "The board voted 5-2 to sell the mill.",
        "Varen won 3-1 away.",
        "Varen lost 5-3 games.",
        "The mill was built in 1180.",
        "The road was shut between 7 and 9.",
    ],
)
def test_idioms_scores_ages_and_labels_are_no_amounts(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The ward lost 40-50 nurses.", 40, 50),
        ("The party won 20-30 seats.", 20, 30),
        ("The firm won 10-12 contracts.", 10, 12),
        ("She led 10-15 tours.", 10, 15),
        ("A total of 1200 were arrested.", 1200, 1200),
        ("The toll rose to a total of 1350.", 1350, 1350),
        ("The score lies between 7 and 9.", 7, 9),
    ],
)
def test_ranges_and_totals_are_no_scores_years_or_hours(text: str, low: float, high: float) -> None:
    assert (one(text).low, one(text).high) == (low, high)


def test_a_place_in_a_ranking_is_a_rank() -> None:
    assert one("It rose to number 3 in the list.").kind is QuantityKind.ORDINAL
    assert one("It is the #2 browser.").kind is QuantityKind.ORDINAL


def test_a_four_digit_count_is_no_year() -> None:
    assert (one("A survey of 1709 schoolchildren").low, one("A survey of 1709 schoolchildren").unit) == (
        1709,
        "schoolchild",
    )
    assert one("It covers 2,000 square metres.").kind is QuantityKind.MEASURE


@pytest.mark.parametrize(
    ("language", "text", "kind", "low", "high", "unit"),
    [
        ("zh", "该市去年新建住房32.5万套，", QuantityKind.COUNT, 325_000, 325_000, None),
        ("zh", "出口总额为6.3万亿元。", QuantityKind.MONEY, 6.3e12, 6.3e12, None),
        ("zh", "捐款超过1.2亿美元。", QuantityKind.MONEY, 1.2e8, None, None),
        ("zh", "百分之四十二点五的家庭没有车。", QuantityKind.PERCENT, 42.5, 42.5, None),
        ("zh", "四分之一的学校关闭。", QuantityKind.RATIO, 0.25, 0.25, None),
        ("zh", "利率下调0.25个百分点。", QuantityKind.PERCENTAGE_POINTS, 0.25, 0.25, None),
        ("zh", "数百名居民撤离。", QuantityKind.COUNT, 200, 999, "人"),
        ("zh", "二百多家商店停业。", QuantityKind.COUNT, 200, None, "家"),
        ("zh", "3至5万名游客到访。", QuantityKind.COUNT, 30_000, 50_000, "人"),
        ("ja", "建設費は3兆4500億円に上る。", QuantityKind.MONEY, 3.45e12, 3.45e12, None),
        ("ja", "約1200人が参加した。", QuantityKind.COUNT, 1200, 1200, "人"),
        ("ja", "3割以上が反対した。", QuantityKind.PERCENT, 30, None, None),
        ("hi", "राज्य में 12 लाख बच्चे हैं।", QuantityKind.COUNT, 1.2e6, 1.2e6, "बच्चे"),
        ("hi", "सड़क पर 450 करोड़ रुपये खर्च हुए।", QuantityKind.MONEY, 4.5e9, 4.5e9, None),
        ("hi", "दाम 18 प्रतिशत बढ़े।", QuantityKind.PERCENT, 18, 18, None),
        ("hi", "दो तिहाई गांवों में पानी नहीं है।", QuantityKind.RATIO, 2 / 3, 2 / 3, None),
        ("ar", "بلغت الخسائر 7.2 مليار دولار", QuantityKind.MONEY, 7.2e9, 7.2e9, None),
        ("ar", "أكثر من ٤٠٠ طالب", QuantityKind.COUNT, 400, None, "طالب"),
        ("ar", "نزح مليوني شخص", QuantityKind.COUNT, 2e6, 2e6, "شخص"),
        ("de", "Jede dritte Brücke ist marode.", QuantityKind.RATIO, 1 / 3, 1 / 3, None),
        ("de", "Drei Viertel stimmten zu.", QuantityKind.RATIO, 0.75, 0.75, None),
        ("fr", "Une école sur six a fermé.", QuantityKind.RATIO, 1 / 6, 1 / 6, None),
        ("fr", "Un débit de 3,5 mètres cubes par seconde.", QuantityKind.MEASURE, 3.5, 3.5, "m³/s"),
        ("es", "Dos de cada cinco votaron.", QuantityKind.RATIO, 0.4, 0.4, None),
        ("it", "Un treno su quattro è in ritardo.", QuantityKind.RATIO, 0.25, 0.25, None),
        ("pt", "Um em cada seis alunos faltou.", QuantityKind.RATIO, 1 / 6, 1 / 6, None),
        ("uk", "Кожен третій мешканець виїхав.", QuantityKind.RATIO, 1 / 3, 1 / 3, None),
    ],
)
def test_amounts_of_other_languages(
    language: str, text: str, kind: QuantityKind, low: float, high: float | None, unit: str | None
) -> None:
    found = one(text, language)
    assert (found.kind, found.unit) == (kind, unit)
    assert found.low == pytest.approx(low)
    assert found.high == (None if high is None else pytest.approx(high))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "2021年8月15日12:30，G20峰会，第三天"),
        ("zh", "他们十分统一，一个人也没来"),
        ("ja", "2024年3月5日午後3時"),
        ("hi", "17 जनवरी 2022 को"),
        ("ar", "في 12 يناير 2022"),
        ("fr", "dans un quart d'heure"),
        ("de", "jeden dritten Tag"),
    ],
)
def test_dates_hours_and_names_of_other_languages_are_no_amounts(language: str, text: str) -> None:
    assert quantities(text, language=language) == ()


@pytest.mark.parametrize(
    "text", ["The agency spent {} dollars", "One in {} fell ill", "{}%", "{} to {} ships", "{}兆人"]
)
@pytest.mark.parametrize("language", ["en", "de", "zh", "hi"])
def test_what_is_too_large_to_count_with_is_no_amount(text: str, language: str) -> None:
    for amount in quantities(text.format("9" * 400, "9" * 401), language=language):
        assert amount.low is None or math.isfinite(amount.low)
        assert amount.high is None or math.isfinite(amount.high)


@pytest.mark.parametrize("person", ["firefighter", "cellist", "hairdresser", "walker"])
def test_the_age_beside_a_person_is_no_amount(person: str) -> None:
    assert quantities(f"A {person}, 34, was hurt.") == ()


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("Profits dropped by more than two-fifths.", Bound.MORE_THAN, 2 / 5, None),
        ("Fewer than one in nine answered.", Bound.LESS_THAN, None, 1 / 9),
        ("Up to half of the eels died.", Bound.AT_MOST, None, 1 / 2),
        ("Sales nearly doubled.", Bound.APPROXIMATE, 2, 2),
        ("Wages more than tripled.", Bound.MORE_THAN, 3, None),
        ("At least a quarter of the roofs leak.", Bound.AT_LEAST, 1 / 4, None),
    ],
)
def test_words_before_a_part_limit_it(text: str, bound: Bound, low: float | None, high: float | None) -> None:
    found = one(text)
    assert (found.kind, found.bound, found.low, found.high) == (QuantityKind.RATIO, bound, low, high)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("eleven-man Wanderers won", "man"),
        ("a 600-seat hall", "seat"),
        ("a 30-strong choir", None),
        ("It was -4 outside.", None),
        ("60 fewer than before", None),
        ("17 species of moss", "species"),
        ("45 elderly patients", "patient"),
        ("9 of them", None),
        ("4 shortly before noon", None),
        ("The club gave away 300 free breakfasts.", "breakfast"),
        ("There were two deadly raids in May.", "raid"),
        ("They held three early votes.", "vote"),
        ("The bus has 5 fewer windows.", "window"),
        ("They chose from 30 strong entries.", "entry"),
        ("a 12-odd miles walk", "mile"),
        ("two newly opened clinics", "clinic"),
        ("four mostly empty halls", "hall"),
        ("40 free of charge", None),
        ("Only 12 left early.", None),
        ("The 12 usually gets through.", None),
        ("38 µg/m3 of dust", "µg/m³"),
        ("62 mg/l of nitrate", "mg/l"),
        ("The pond is just 12 m. deep", "m"),
    ],
)
def test_what_is_counted_is_a_noun_or_measure(text: str, unit: str | None) -> None:
    assert one(text).unit == unit


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Her header made it 2-1 shortly before the break.", []),
        ("Tram 6 runs every night.", []),
        ("They sold the inn to a couple from Sund.", []),
        ("A couple of shops burned.", ["A couple"]),
        ("The chapter paid £3.4 million to 22 women.", ["£3.4 million", "22"]),
        ("Water seeps in at 30 litres a second.", ["30 litres a second"]),
        ("The light travels many kilometres a second.", []),
        ("The union opened a second school.", ["second"]),
        ("She won a third prize.", ["third"]),
        ("Every second house stood empty.", ["second"]),
        ("It was the third protest of the week.", ["third"]),
        ("It was her second request.", ["second"]),
        ("Ore is the second-poorest parish.", ["second-poorest"]),
        ("It has +12 345 678 votes.", ["+12 345 678"]),
        ("A rise of +10 000 000 people.", ["+10 000 000"]),
        ("Ring +48 600 100 200.", []),
        ("Tel. +48 600 100 200", []),
        ("She was fined three times the following year.", ["three"]),
        ("He fell three times the whole season.", ["three"]),
        ("The next meeting is on the 20th at the hall.", []),
        ("Sent 17:05:11 +0100", []),
        ("Call Ann on +44 20 7946 0991", []),
        ("Ayes 31, Noes 27", ["31", "27"]),
        ("Ann Sample scored twice.", ["twice"]),
        ("The committee met twice a month.", ["twice"]),
        ("It is the third-longest pier in the world.", ["third-longest"]),
        ("It is the second most visited cave.", ["second most"]),
        ("It opens on Monday at the earliest.", []),
        ("She is best known for her maps.", []),
    ],
)
def test_what_is_and_is_no_amount(text: str, words: list[str]) -> None:
    assert [found.text for found in quantities(text)] == words


def test_how_often_is_a_count_and_a_ranked_superlative_has_its_rank() -> None:
    often = one("Ann Sample scored more than twice.")
    assert (often.kind, often.unit, often.low, often.high) == (QuantityKind.COUNT, "time", 2, None)
    rank = one("It is the fourth-largest lake.")
    assert (rank.kind, rank.low) == (QuantityKind.ORDINAL, 4)


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The dam cost 310 million francs.", None),
        ("In Geneva rents rose by 40 francs.", "CHF"),
        ("They paid 1,200 pesos each.", None),
        ("The Chilean state paid 1,200 pesos each.", "CLP"),
    ],
)
def test_francs_and_pesos_are_those_of_a_country_that_is_named(text: str, currency: str | None) -> None:
    assert one(text).currency == currency


@pytest.mark.parametrize(
    "text",
    ["The bank cut its rate twice this year.", "It was shut twice at high levels.", "At least two of whom left."],
)
def test_what_follows_twice_or_a_number_in_time_or_place_of_a_noun(text: str) -> None:
    found = one(text)
    assert (found.kind, found.unit) == (QuantityKind.COUNT, "time" if "twice" in text else None)


@pytest.mark.parametrize("text", ["Lind won 6-7(9) 6-2 6-4.", "Moe won 7-6 (7/4).", "It ended 7–6 (5)."])
def test_points_behind_the_score_of_a_set_count_nothing(text: str) -> None:
    assert quantities(text) == ()


def test_a_number_in_brackets_behind_no_score_counts() -> None:
    assert one("The players (9) left.").low == 9
