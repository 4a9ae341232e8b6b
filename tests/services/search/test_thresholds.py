"""Close hits are counted again, and told as missing, once it is known which of them are close."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.search.test_stance import hits
from workbench.domain.evidence import NOTHING_CLOSE, SearchResult
from workbench.services.search.close_elsewhere import shares_words
from workbench.services.search.thresholds import counted

CLAIM = "The ferry of Harwich ran all winter."


def test_what_is_known_to_be_close_later_is_counted_and_no_longer_told_as_missing() -> None:
    first, second = hits(2)
    note = f"{NOTHING_CLOSE}; 2 new passages are found by words alone until `workbench reindex`"
    result = SearchResult(CLAIM, (first, second), 0, 9, note)
    assert counted(result, [first, second]) == result
    told = counted(result, [first, replace(second, close=True)])
    assert told.close == 1
    assert told.note == "2 new passages are found by words alone until `workbench reindex`"


def test_what_is_known_not_to_be_close_later_is_told_as_missing() -> None:
    (hit,) = hits(1)
    found = SearchResult(CLAIM, (replace(hit, close=True),), 1, 9, "1 passage")
    told = counted(found, [hit])
    assert (told.close, told.note) == (0, f"{NOTHING_CLOSE}; 1 passage")


@pytest.mark.parametrize(
    ("language", "asked", "on_it", "off_it"),
    [
        (
            "zh", "东京医院2022年接收了一万二千名患者。",
            "2022年东京医院接收患者一万二千名。", "这家工厂去年生产了五万辆汽车。",
        ),
        (
            "ja", "東京の病院は2022年に1万2千人の患者を受け入れた。",
            "東京の病院が2022年に受け入れた患者は1万2千人。", "工場は昨年、車を五万台つくった。",
        ),
        (
            "ko", "병원이 2022년에 환자 만 명을 받았다.",
            "2022년 병원은 환자 만 명을 받은 것으로 나타났다.", "이 공장은 자동차 오만 대를 생산했다.",
        ),
        (
            "th", "โรงพยาบาลรับผู้ป่วย 12000 คนในปี 2022",
            "ในปี 2022 โรงพยาบาลรับผู้ป่วย 12000 คน", "ทีมฟุตบอลชนะสามต่อหนึ่ง",
        ),
        (
            "uk", "Лікарня прийняла 12 000 пацієнтів у 2022 році.",
            "У 2022 році лікарня прийняла 12 000 пацієнтів.", "Завод випустив 50 тисяч автомобілів.",
        ),
        (
            "he", "בית החולים קיבל 12000 חולים",
            "בשנה שעברה בית החולים קיבל 12000 חולים", "המפעל ייצר מכוניות",
        ),
        (
            "de-AT", "Das Spital nahm 12.000 Kranke auf.",
            "12.000 Kranke nahm das Spital auf.", "Das Werk baute Autos.",
        ),
        (
            "tlh", "Qapla batlh je",
            "batlh je Qapla", "nuqneH",
        ),
    ],
)  # fmt: skip
def test_words_are_compared_in_every_language_also_such_without_stems_or_blanks(
    language: str, asked: str, on_it: str, off_it: str
) -> None:
    (hit,) = hits(1)
    source = replace(hit.source, language=language, title="")
    for text, shared in ((on_it, True), (off_it, False)):
        assert shares_words(replace(hit, source=source, passage=replace(hit.passage, text=text)), asked) is shared


@pytest.mark.parametrize(
    ("language", "asked", "elsewhere"),
    [
        ("de", "Die Brücke ist seit dem Jahr 2019 gesperrt.", "Die Schule wurde im Jahr 2019 gebaut."),
        ("pl", "Szpital przyjął w roku 2022 12 000 chorych.", "Teatr sprzedał w roku 2022 12 000 biletów."),
        ("fr", "Le pont est fermé depuis l'an 2019.", "L'école a ouvert en l'an 2019."),
    ],
)
def test_a_year_and_a_figure_that_both_tell_are_no_subject(language: str, asked: str, elsewhere: str) -> None:
    (hit,) = hits(1)
    source = replace(hit.source, language=language, title="")
    assert not shares_words(replace(hit, source=source, passage=replace(hit.passage, text=elsewhere)), asked)
