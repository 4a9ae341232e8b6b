"""Text is normalised once, and bytes are decoded whatever they are."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.ingest import normalise
from workbench.ingest.text import decode, detect, is_binary, one_line

ANY_TEXT = st.text(alphabet=st.characters(min_codepoint=0, max_codepoint=0x10FFFF, categories=None))
HARD_PARTS = (
    "\r\n|\r|\x00|\x1b[31m|\x1b|[|31m|\x9b|\ufeff|\xad|e|\u0301|\u0323|\u2028|\xa0|\u3000|\u202e|\u200b|\ud800|\x85"
)
HARD_PARTS += "|]|\x07|8;;|a |ﬁ|Å|\u1100|\u1161|\u11a8|\u2126"
HARD_TEXT = st.lists(st.sampled_from(HARD_PARTS.split("|"))).map("".join)


@given(ANY_TEXT | HARD_TEXT)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(ANY_TEXT | HARD_TEXT)
def test_normalised_text_holds_nothing_that_hurts(text: str) -> None:
    result = normalise(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") for c in result if c not in "\n\t")
    assert not any(unicodedata.category(c) == "Zs" for c in result if c != " ")
    assert not set("\ufeff\u202d\u202e\u2028\u2029") & set(result)
    assert unicodedata.is_normalized("NFC", result)
    result.encode("utf-8")


@given(
    st.lists(st.sampled_from(["a", "\u0344", "\u0315\u0300", "\u0301", "\u0323", "\u1100", "\u1161", "😀"])).map(
        lambda p: "".join(p * 12)
    )
)
def test_piles_of_marks_are_cut_once_and_for_all(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_letter_under_a_million_marks_takes_no_time_and_emoji_are_no_marks() -> None:
    assert len(normalise("a" + "\u0315\u0300" * 500_000)) <= 31
    assert normalise("😀" * 100 + "!") == "😀" * 100 + "!"


@given(st.text(alphabet="abc \n\täöü“”—.,[]*=<>", max_size=200))
def test_ordinary_text_keeps_its_length_and_signs(text: str) -> None:
    assert normalise(text) == text


@pytest.mark.parametrize("space", "\xa0\u2000\u2007\u2009\u202f\u205f\u3000\u1680")
def test_every_foreign_space_becomes_one_space(space: str) -> None:
    assert normalise(f"£2{space}million{space}{space}a year") == "£2 million  a year"


@pytest.mark.parametrize(
    ("given_text", "expected"),
    [
        ("a\r\nb\rc\x85d\u2028e\x0cf", "a\nb\nc\nd\ne\nf"),
        ("\ufefftext\ufeff", "text"),
        ("red \x1b[1;31mword\x1b[0m", "red word"),
        ("link \x1b]8;;http://x.example\x07here\x1b]8;;\x07", "link here"),
        ("nu\x00l", "nul"),
        ("co\xadop\u200berate", "cooperate"),
        ("cafe\u0301", "café"),
        ("[sic] [/foo] =cmd()", "[sic] [/foo] =cmd()"),
        ("admin\u202etxt.exe", "admintxt.exe"),
        ("שלום\u200f!", "שלום\u200f!"),
        ("👩\u200d👩\u200d👧", "👩\u200d👩\u200d👧"),
        ("\ud800", "\ufffd"),
    ],
)
def test_what_becomes_of_signs(given_text: str, expected: str) -> None:
    assert normalise(given_text) == expected


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_told_apart(encoding: str) -> None:
    text = "The “ferry” carried 1,200 people — more than in 2017 — for £3.\n" * 4
    decoded = decode(text.encode(encoding))
    assert normalise(decoded.text) == text
    assert decoded.lost == 0


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", "The “ferry” cost £3 at the café – a naïve price, said Zoë.\n" * 3),
        ("cp1250", "Premier powiedział, że żaden most nie został jeszcze zamknięty, źródła rządowe są zgodne.\n" * 5),
        ("cp1251", "Премьер-министр заявил, что мост не был закрыт, и что паромы ходят каждый день.\n" * 5),
        ("shift_jis", "首相は橋がまだ閉鎖されていないと述べた。フェリーは毎日運航している。\n" * 5),
    ],
)
def test_legacy_encodings_are_guessed_and_said_to_be_guessed(encoding: str, text: str) -> None:
    decoded = decode(text.encode(encoding))
    assert decoded.text == text
    assert decoded.guessed
    assert "guessed" in decoded.how


def test_a_few_broken_bytes_leave_utf8_readable() -> None:
    data = ("Zoë said “no” — and left the café.\n" * 20).encode() + b"\xff\xfe broken"
    decoded = decode(data)
    assert decoded.text.startswith("Zoë said “no”")
    assert decoded.lost == 2
    assert "2 unreadable bytes" in decoded.how


def test_a_wrong_charset_in_a_header_is_not_believed() -> None:
    assert decode("Zoë”".encode(), "ascii").text == "Zoë”"
    assert decode("Zoë”".encode(), "no-such-charset").text == "Zoë”"


def test_a_legacy_character_far_into_a_long_file_is_read() -> None:
    data = b"All plain here. " * 20_000 + "A café for £3, said Zoë.".encode("cp1252")
    assert decode(data).text.endswith("A café for £3, said Zoë.")


@given(st.binary(max_size=400))
def test_any_bytes_decode(data: bytes) -> None:
    decoded = decode(data)
    normalise(decoded.text).encode("utf-8")


def test_a_character_cut_by_the_sample_is_not_an_error() -> None:
    assert detect("Zoë".encode()[:-1]) == ("utf-8", False)


@pytest.mark.parametrize(
    "data",
    [
        b"\x7fELF\x02\x01" + bytes(60),
        b"\x89PNG\r\n\x1a\n" + bytes(30),
        bytes(1000),
        b"\xff\xd8\xff\xe0 jpeg",
        b"\x00\x01\x02\xff\xfe random",
    ],
)
def test_binary_bytes_are_told_from_text(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize(
    "data", [b"", b"text", b"one NUL \x00 in a text", "Zoë".encode("utf-16-le") * 9, b"\x1b[31mred"]
)
def test_text_with_oddities_is_no_binary(data: bytes) -> None:
    assert not is_binary(data)


def test_a_name_fits_one_line() -> None:
    assert one_line("  A\ttitle\n\nwith\x1b[2J\xa0lines ") == "A title with lines"
    assert len(one_line("x" * 10_000)) == 500


@pytest.mark.parametrize("hint", ["utf-7", "unicode_escape", "raw-unicode-escape", "punycode", "idna"])
def test_a_charset_that_makes_other_words_of_plain_ones_is_not_believed(hint: str) -> None:
    """No browser reads pages in these, so the words would be others than the ones people saw there."""
    data = rb"Prices rose by +AGE- 5 per cent \u0041\x41 that week."
    assert decode(data, hint).text == data.decode()


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe\x00bad",
        b"\xfe\xffbad\x00",
        b"\xff\xfe" + bytes(range(256)) * 9,
        b"\xef\xbb\xbf" + bytes(range(32)) * 9,
    ],
)
def test_a_byte_order_mark_before_bytes_that_are_no_text(data: bytes) -> None:
    assert is_binary(data)


@pytest.mark.parametrize("words", ["磨坊开放了。", "水车", "The mill.", "Мельница", ""])
def test_a_byte_order_mark_before_text(words: str) -> None:
    assert not is_binary(words.encode("utf-16"))
    assert not is_binary(words.encode("utf-8-sig"))
    assert not is_binary(words.encode("utf-32"))


@pytest.mark.parametrize(
    "words",
    [
        "A câmara não está à venda.",
        "Bron är på två år.",
        "Voilà où ça mène: 12 procès déjà.",
        "São 12 ações à venda.",
        "Må jeg få én øl på båten?",
        "È già così, più di là.",
        "Það er gott að búa á Íslandi.",
        "På två år är «bron» färdig",
        "We met at the café",
        "Två vägar är på två år så få",
        "The price is 4 euros, voilà",
        "Größe: 12 m², größer als früher",
    ],
)
def test_a_short_western_text_is_read_as_one(words: str) -> None:
    found = decode(words.encode("latin-1"))
    assert (found.text, found.encoding, found.guessed) == (words, "windows-1252", True)


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "cp1250"),
        ("Zażółć gęślą jaźń.", "cp1250"),
        ("Žena říká, že most stojí.", "cp1250"),
        ("Łódź płaci więcej.", "cp1250"),
        ("Mesto plačuje še več.", "cp1250"),
        ("Općina je platila više od šest milijuna.", "cp1250"),
        ("Zażółć gęślą jaźń.", "iso8859-2"),
        ("Город заплатил за мост.", "cp1251"),
        ("Это да и нет.", "cp1251"),
        ("Ο δήμος πλήρωσε για τη γέφυρα.", "cp1253"),
        ("橋の費用は四億円でした。町はそれを二年で払いました。", "shift_jis"),
        ("这座桥花费了四百万元。", "gb18030"),
    ],
)
def test_a_short_text_of_another_alphabet_is_not_read_as_western(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding)).text == words


@pytest.mark.parametrize(
    "cell",
    ["12 €", "4,50 €", "£4m", "£3", "€ 7", "18 °C", "12°", "3 § 4", "12 ½", "5 × 6", "± 3", "40 m²", "7 km³", "5–6"],
)
@pytest.mark.parametrize("rows", [1, 4, 40])
def test_signs_beside_figures_are_no_letters_of_another_alphabet(cell: str, rows: int) -> None:
    words = "Jahr;Preis\n" + f"2019;{cell}\n" * rows
    found = decode(words.encode("windows-1252"))
    assert (found.text, found.encoding) == (words, "windows-1252")


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        ("Rok;Miasto\n2019;Łódź\n2020;Łask\n2021;Żory\n", "cp1250"),
        ("Rok;Koszt\n2019;12 zł\n2020;14 zł, jak mówi wójt, że są\n", "cp1250"),
        ("年;気温\n2019年;18度 100人が橋を渡りました\n2020年;19度\n", "shift_jis"),
        ("年;气温\n2019年5月;18度\n2020年6月;19度，这座桥花费了\n", "gb18030"),
    ],
)
def test_a_table_of_another_alphabet_keeps_its_letters(words: str, encoding: str) -> None:
    assert decode(words.encode(encoding)).text == words


def test_a_sign_of_several_bytes_that_was_cut_off_stays_unread() -> None:
    for cut in ("Die Brücke ist 4 Meter hö".encode()[:-1], "The dam – ".encode()[:-2], "cafÃ".encode("latin-1")):
        assert decode(cut).encoding == "utf-8"
