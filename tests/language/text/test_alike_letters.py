"""Letters that patterns take for others: no text that holds them ends a reading, and what they spell is read."""

from __future__ import annotations

import re
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from workbench.language.numbers.quantity_extraction import quantities
from workbench.language.numbers.units import MEASURES
from workbench.language.text.alike_letters import with_usual_letters
from workbench.language.time.times import times
from workbench.language.time.times_elsewhere import LANGUAGES as ELSEWHERE

EVERY = "".join(chr(code) for code in range(sys.maxunicode + 1) if chr(code).isalpha())
READ = "".join(sorted({*"abcdefghijklmnopqrstuvwxyz", *"".join(MEASURES), *"абвгдеєжзиіїйклмнопрстуфхцчшщьюя"}))
GIVEN = date(2024, 1, 29)


def test_a_letter_that_matches_another_is_that_letter_here() -> None:
    apart = [
        (letter, other)
        for letter in READ
        if letter.isalpha()
        for other in re.findall(re.escape(letter), EVERY, re.IGNORECASE)
        if with_usual_letters(other).lower() != with_usual_letters(letter).lower()
    ]
    assert apart == []


def test_units_are_told_in_any_of_their_letters() -> None:
    alike = {letter: re.findall(re.escape(letter), EVERY, re.IGNORECASE) for letter in set("".join(MEASURES))}
    for name in MEASURES:
        plain = quantities(f"It took 5 {name} of it.")[0].unit
        for letter in sorted(set(name)):
            for other in alike[letter]:
                assert quantities(f"It took 5 {name.replace(letter, other)} of it.")[0].unit == plain, (name, other)


def test_days_in_old_print_keep_the_words_they_were_written_in() -> None:
    (found,) = times("It ſank on 3 Auguſt 1812.", published=GIVEN)
    assert (found.text, found.earliest) == ("3 Auguſt 1812", date(1812, 8, 3))


TEXTS = (
    "On the second of August, last Wednesday, three miles and 5 kg, two thirds, the sixth ship, next summer, "
    "3 September 2020, half as much as in spring, three weeks ago, since March, two score, £3 million, fourth",
    "am zweiten August, letzten Dienstag, sechs Meilen, im Sommer, seit März, drei Millionen, gestern",
    "le six août, mercredi dernier, six millions, depuis mars, trois kilos, la semaine passée",
    "el seis de agosto, el lunes pasado, seis millones, desde marzo, la semana pasada",
    "il sei agosto, sei milioni, da settembre, la settimana scorsa, tre chili",
    "em seis de agosto, seis milhões, desde setembro, na semana passada",
    "у серпні, 6 вересня 2020 року, 5 тонн, тисяч, минулого місяця",
)


@given(st.sampled_from(TEXTS), st.sampled_from("İıſKµμΜᲀᲁᲂᲃᲄᲅᲆẛς"), st.data())
def test_no_such_letter_ends_a_reading(text: str, letter: str, data: st.DataObject) -> None:
    near = [at for at, c in enumerate(text) if re.match(re.escape(c), letter, re.IGNORECASE) and c.isalpha()]
    for at in data.draw(st.lists(st.sampled_from(near), max_size=4)) if near else []:
        text = text[:at] + letter + text[at + 1 :]
    for language in ("en", "de", "fr", "es", "it", "pt", *sorted(ELSEWHERE)):
        for amount in quantities(text, language=language):
            assert text[amount.start : amount.end] == amount.text
        for time in times(text, published=GIVEN, language=language):
            assert text[time.start : time.end] == time.text
