"""Weekdays and days without a month in Turkish, Hindi, Arabic, Chinese and Japanese: dated where they have been."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.language.time.times import times

_THURSDAY = date(2024, 12, 5)


def _days(language: str, text: str) -> list[tuple[str, date | None]]:
    return [(ref.text, ref.earliest) for ref in times(text, published=_THURSDAY, language=language)]


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("tr", "Yangın salı gecesi çıktı ve 3 ev yandı.", date(2024, 12, 3)),
        ("tr", "Dün 300 kişi yürüdü.", date(2024, 12, 4)),
        ("tr", "Geçen yıl 40 fabrika kapandı.", date(2023, 1, 1)),
        ("hi", "मंगलवार को पुल गिरने से पाँच लोगों की मौत हो गई।", date(2024, 12, 3)),
        ("hi", "पिछले साल 300 लोग मारे गए।", date(2023, 1, 1)),
        ("ar", "قالت وزيرة البيئة يوم الثلاثاء إن المصنع أغلق.", date(2024, 12, 3)),
        ("tr", "Bakan çarşamba günü yaptığı açıklamada 12 okulun yenileneceğini duyurdu.", date(2024, 12, 4)),
        ("hi", "मंत्री ने बुधवार को कहा कि 1,200 स्कूल बंद किए जाएंगे।", date(2024, 12, 4)),
        ("ar", "قتل 12 شخصا مساء الأحد في حادث سير.", date(2024, 12, 1)),
        ("ar", "أنفقت الشركة 3 ملايين دولار العام الماضي.", date(2023, 1, 1)),
        ("zh", "海城市交通局周二表示，地铁将推迟到下周三开通。", date(2024, 12, 3)),
        ("zh", "市长周一上午宣布，学校周五停课。", date(2024, 12, 2)),
        ("ja", "北川市は4日、市立病院を閉院すると発表した。", date(2024, 12, 4)),
        ("ja", "県は30日、3人を逮捕した。", date(2024, 11, 30)),
        ("ja", "市は20日に式典を開くと3日、発表した。", date(2024, 12, 3)),
    ],
)
def test_a_day_that_has_been(language: str, text: str, day: date) -> None:
    assert [found for _, found in _days(language, text)] == [day]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Bakan, okulların salı günü açılacağını söyledi."),
        ("tr", "Toplantı her salı günü yapılıyordu."),
        ("tr", "Bütçe önümüzdeki pazartesi günü oylanacak."),
        ("hi", "स्कूल सोमवार को बंद रहेगा।"),
        ("hi", "मंत्री ने बताया कि सोमवार को बाज़ार खुलेगा।"),
        ("hi", "अगले मंगलवार को ट्रेनें रद्द होंगी।"),
        ("ar", "قال الوزير إن المدرسة ستغلق يوم الأحد."),
        ("ar", "تغلق المدرسة يوم الخميس."),
        ("zh", "商店每周二说明价格。"),
        ("zh", "会议周四举行，约300人参加。"),
        ("ja", "市は10日、予算を発表した。"),
        ("ja", "会議は28日に開かれる。"),
        ("ja", "市は28日に橋を閉鎖すると明らかにした。"),
        ("tr", "Gelecek hafta Salı günü tören yapılacağı söylendi."),
        ("tr", "Bakan, toplantının Salı günü olduğunu söyledi."),
        ("tr", "Mayıs ayının ilk Salı günü köprü açıldı."),
        ("tr", "Maç Cuma günü oynanıyor, biletler satıldı."),
        ("hi", "अगले साल सोमवार को चुनाव हुआ।"),
        ("ar", "أعلنت اللجنة إجراء الانتخابات الأحد."),
        ("ar", "ألغيت مباراة الجمعة."),
        ("ar", "أعلنت وزيرة البيئة يوم الثلاثاء إغلاق المصنع."),
        ("ja", "3日に1回、検査を行うと述べた。"),
    ],
)
def test_a_day_that_may_be_to_come_stays_open(language: str, text: str) -> None:
    assert _days(language, text) == []


def test_without_a_day_of_publication_nothing_is_dated() -> None:
    assert times("Dün 300 kişi yürüdü.", language="tr") == ()
