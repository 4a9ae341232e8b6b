"""Texts in another encoding than they say: read as what their bytes are."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.ingest.making import documents

RUSSIAN = "Мост через реку Тарн закрыт до 14 июня, сообщила администрация, ремонт стоит 27,3 миллиона рублей."
JAPANESE = "北浜市は17日、駅前の商店街の空き店舗が112店のうち37店に達したと発表した。十年前は14店だった。"
CHINESE = "市政府表示，塔恩大桥将封闭至六月十四日，维修费用为2730万元，是去年的两倍。每天有9700辆汽车通过。"
KOREAN = "시는 17일 역 앞 상점가의 빈 점포가 112곳 가운데 37곳이라고 발표했다. 십 년 전에는 14곳이었다."
GERMAN = "Die Brücke für Fußgänger ist „bis auf Weiteres“ gesperrt – sie kostet 2,3 Millionen €, größer wird sie nicht."
POLISH = "Most w Łodzi zamknięto na czterdzieści dni, a naprawa kosztować będzie 27,3 miliona złotych, mówi urząd."
GREEK = "Η γέφυρα έκλεισε για σαράντα ημέρες και η επισκευή κοστίζει 27,3 εκατομμύρια ευρώ, είπε ο δήμος."
FRENCH = "L’été, 1 264 passages ont été comptés à l’hôpital : « c’est trop », a déclaré le maire, 18 % de plus."

DECLARED = [
    (GERMAN, "utf-8", "iso-8859-1"),
    (GERMAN, "utf-8", "windows-1252"),
    (GERMAN, "cp1252", "iso-8859-1"),
    (GERMAN, "cp1252", "us-ascii"),
    (GERMAN, "cp1252", "utf-8"),
    (FRENCH, "utf-8", "iso-8859-15"),
    (FRENCH, "cp1252", "iso-8859-1"),
    (RUSSIAN, "cp1251", "iso-8859-1"),
    (RUSSIAN, "cp1251", "utf-8"),
    (RUSSIAN, "utf-8", "windows-1251"),
    (RUSSIAN, "koi8-r", "iso-8859-1"),
    (JAPANESE, "shift_jis", "iso-8859-1"),
    (JAPANESE, "shift_jis", "utf-8"),
    (JAPANESE, "euc-jp", "windows-1252"),
    (JAPANESE, "utf-8", "shift_jis"),
    (CHINESE, "gb18030", "big5"),
    (CHINESE, "gb18030", "gb2312"),
    (CHINESE, "gb18030", "iso-8859-1"),
    (KOREAN, "cp949", "utf-8"),
    (KOREAN, "cp949", "iso-8859-1"),
    (POLISH, "utf-8", "iso-8859-2"),
    (POLISH, "cp1250", "windows-1250"),
    (GREEK, "cp1253", "iso-8859-1"),
    (GREEK, "utf-8", "iso-8859-7"),
]


@pytest.mark.parametrize(("words", "written", "stated"), DECLARED)
def test_a_page_that_states_another_encoding(tmp_path: Path, words: str, written: str, stated: str) -> None:
    page = (
        f'<html><head><meta charset="{stated}"><title>x</title></head><body><p>{words}</p><p>{words}</p></body></html>'
    )
    path = tmp_path / "page.html"
    path.write_bytes(page.encode(written))
    [found] = documents(path)
    assert words in found.text.replace("\u202f", " ")


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-16-be"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "cp1251"),
        (JAPANESE, "shift_jis"),
        (CHINESE, "gb18030"),
        (POLISH, "cp1250"),
        (KOREAN, "cp949"),
    ],
)
def test_a_text_without_any_statement(tmp_path: Path, words: str, written: str) -> None:
    path = tmp_path / "text.txt"
    path.write_bytes(f"{words}\n{words}\n".encode(written))
    [found] = documents(path)
    assert words in found.text


@pytest.mark.parametrize("stated", ["windows-1252", "iso-8859-1"])
@pytest.mark.parametrize(
    "words",
    [
        "El niño pidió 3 €, dijo Íñigo.",
        "L’école a brûlé en mai, on a sauvé 14 élèves.",
        "Þorpið er þar sem það var, og ðí þú sérð það á morgun við ána.",
        "Köln",
        "14 litros de café",
        "Größe: 3 m²",
        "¿Qué pasó? ¡Nada!",
        "São Paulo não é só isso; são três milhões e já há quem não dê.",
        "Šárka, žena 14 let",
        "50 % • 20 ‰ † ‡",
        "Ålands öar, Ærø, Århus – på ø",
    ],
)
def test_what_is_rightly_stated_holds(tmp_path: Path, words: str, stated: str) -> None:
    for often in (1, 30):
        page = f"<html><head><meta charset={stated}><title>x</title></head><body><p>{words * often}</p></body></html>"
        path = tmp_path / f"page{often}.html"
        path.write_bytes(page.encode("cp1252"))
        [found] = documents(path)
        assert words in found.text
