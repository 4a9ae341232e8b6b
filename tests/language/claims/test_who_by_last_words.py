"""Who said it in Turkish, Arabic, Hindi, Chinese and Japanese: what one sentence tells, and who goes on."""

from __future__ import annotations

from datetime import date

import pytest

from workbench.domain.articles import Attribution
from workbench.language.article import split_article


@pytest.mark.parametrize(
    ("language", "text", "who"),
    [
        ("tr", "Belediye Başkanı Ali Örnek, köprünün mart ayında açılacağını söyledi.", "Belediye Başkanı Ali Örnek"),
        ("tr", "Örnek, “Maliyet 40 milyon lirayı aştı” dedi.", "Örnek"),
        ("tr", "Sendika başkanı Ayşe Örnek ise “Tüpler üç yıldır değişmedi” dedi.", "Sendika başkanı Ayşe Örnek"),
        ("tr", "“Bu doğru değil” dedi Ayşe Örnek.", "Ayşe Örnek"),
        ("tr", "Bakanlığa göre 300 ev hasar gördü.", "Bakanlık"),
        ("tr", "İçişleri Bakanlığı’na göre 12 kişi gözaltına alındı.", "İçişleri Bakanlığı"),
        ("tr", "Belediyeye göre bina 2016'da büyütüldü.", "Belediye"),
        ("tr", "Polis, üç kişinin yakalandığını duyurdu.", "Polis"),
        ("zh", "陈某批评道：“去年承诺的是今年通车。”", "陈某"),
        ("zh", "王某反驳：“数字是错的，只有12亿元。”", "王某"),
        ("ja", "しかし、山田議員は「説明は一度もなかった」と批判した。", "山田議員"),
        ("ja", "これに対し、県は「検査は適切だった」と反論している。", "県"),
    ],
)
def test_who_is_named(language: str, text: str, who: str) -> None:
    claims = split_article(text, language=language, published=date(2024, 12, 5)).claims
    assert [claim.speaker for claim in claims] == [who]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "O, kapının açık olduğunu söyledi."),
        ("tr", "Dün akşam, bakan yolun kapandığını söyledi."),
        ("tr", "Geçen hafta, bakan yolun kapandığını söyledi."),
        ("tr", "Toplantıda, bakan yolun kapandığını söyledi."),
        ("tr", "Ankara'da konuşan bakan, 20 bin konut yapıldığını açıkladı."),
        ("hi", "उन्होंने कहा कि 23 घायलों का इलाज चल रहा है।"),
        ("zh", "他还说，工期推迟一年。"),
        ("ja", "彼は「何も知らなかったのだ」と述べた。"),
        ("ar", "وأضاف أن الهواء ملوث في المدينة."),
    ],
)
def test_what_somebody_unnamed_said_is_not_the_outlets(language: str, text: str) -> None:
    claims = split_article(text, language=language, published=date(2024, 12, 5)).claims
    assert [(claim.speaker, claim.attribution) for claim in claims] in (
        [(None, Attribution.PARAPHRASE)],
        [(None, Attribution.DIRECT)],
    )


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tr", "Geçen yıla göre ihracat yüzde 5 arttı."),
        ("tr", "Bir önceki aya göre fiyatlar yüzde 3 düştü."),
        ("tr", "Başkan, belediyenin borcu olduğunu söylemedi."),
        ("tr", "Fabrikada 140 kişi çalışıyordu."),
        ("tr", "Erkeklere göre kadınlar yüzde 40 az kazanıyor."),
        ("tr", "Avrupa'ya göre fiyatlar yüksek."),
        ("tr", "İlk çeyreğe göre ihracat arttı."),
        ("ja", "一方、観光客は2割増えた。"),
        ("hi", "उन्होंने यह नहीं कहा कि पुल सुरक्षित है।"),
    ],
)
def test_what_nobody_said_is_the_outlets(language: str, text: str) -> None:
    claims = split_article(text, language=language, published=date(2024, 12, 5)).claims
    assert [(claim.speaker, claim.attribution) for claim in claims] == [(None, Attribution.OUTLET)]


def test_and_added_goes_on_with_who_spoke_in_the_sentence_before() -> None:
    said = "وقال مدير المصنع كريم مثال إن 420 عاملا سيسرحون."
    claims = split_article(f"{said} وأضاف أن القرار ظالم.", language="ar").claims
    assert [claim.speaker for claim in claims] == ["مدير المصنع كريم مثال"] * 2
    other = split_article(f"{said} وأضافت أن القرار ظالم.", language="ar").claims
    assert [claim.speaker for claim in other] == ["مدير المصنع كريم مثال", None]
