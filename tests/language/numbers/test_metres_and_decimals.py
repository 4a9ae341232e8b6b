"""Metres beside millions, and decimals of any length."""

import pytest

from workbench.language.numbers.quantity_extraction import quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("In the river basin 3m people live.", 3e6, "person"),
        ("The long strike cost 5m jobs.", 5e6, "job"),
        ("It had a high of 4m viewers.", 4e6, "viewer"),
        ("The wide valley lost 7m trees.", 7e6, "tree"),
        ("The river rose to 4.2m at Varen.", 4.2, "m"),
        ("The river at 4.2m threatens homes.", 4.2, "m"),
        ("The storm at sea had 6m waves.", 6, "m"),
        ("They dug a 5m deep hole.", 5, "m"),
        ("The council paid for a wall 3m high.", 3, "m"),
        ("The night was spent under waves 4m high.", 4, "m"),
        ("She invested in a dam 40m tall.", 40, "m"),
        ("Crews raised a 6m mast on the pier.", 6, "m"),
        ("The days were spent on a tall 5m pole.", 5, "m"),
        ("She paid for a 4m fence.", 4, "m"),
        ("The council paid for a 40m pier.", 40, "m"),
        ("They bought a house with a 20m pool.", 20, "m"),
        ("The yard built a 12m yacht.", 12, "m"),
        ("Divers found a 5m shark near Holm.", 5, "m"),
        ("The runner won the 400m in Holm.", 400, "m"),
        ("A 2.5m crocodile was caught.", 2.5, "m"),
        ("The firm won a 40m contract.", 4e7, "contract"),
        ("The town saw a 3m rise in visitors.", 3e6, "rise"),
        ("The trust has a 12m shortfall.", 1.2e7, "shortfall"),
        ("The city opened a 90m hospital.", 9e7, "hospital"),
        ("The 15m striker joined on Friday.", 1.5e7, "striker"),
        ("She left a 2m fortune.", 2e6, "fortune"),
        ("The council paid for a 3m high wall.", 3, "m"),
        ("The town spent a year on a 3m high street scheme.", 3e6, "high"),
        ("They paid for a 3m gap in the budget.", 3e6, "gap"),
        ("The bank paid a 3m fine.", 3e6, "fine"),
        ("The state invested 40m long before the war.", 4e7, "long"),
    ],
)
def test_m_is_a_million_where_a_counted_noun_follows(text: str, value: float, unit: str) -> None:
    [found] = quantities(text)
    assert found.low == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("zh", "0.1234567，123.5", [0.1234567, 123.5]),
        ("ja", "値は0.00000012345、7.5です", [1.2345e-7, 7.5]),
        ("hi", "दाम 0.1234567 प्रतिशत बढ़े।", [0.1234567]),
    ],
)
def test_decimals_may_be_long(language: str, text: str, values: list[float]) -> None:
    assert [q.low for q in quantities(text, language=language)] == pytest.approx(values)


@pytest.mark.parametrize(
    "text",
    [
        "The distance runners raised 3m for charity.",
        "The long strike cost firms 5m.",
        "The high court fined it 3m.",
        "The deep tunnel is worth 3m.",
    ],
)
def test_m_is_no_metre_behind_a_verb_of_money(text: str) -> None:
    assert [q.unit for q in quantities(text)] != ["m"]
    assert [q.low for q in quantities(text)] == pytest.approx([float(3e6 if "3m" in text else 5e6)])


def test_a_price_is_no_width() -> None:
    assert [(q.low, q.unit) for q in quantities("They bought a plot 20m wide for 3m.")] == [(20, "m"), (3e6, None)]


@pytest.mark.parametrize("text", ["They raised the wall by 3m along the river.", "The tide raised the level to 3m."])
def test_what_is_raised_by_metres_is_metres(text: str) -> None:
    assert [q.unit for q in quantities(text)] == ["m"]
