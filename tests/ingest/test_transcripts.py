"""Subtitles and transcripts: whole sentences, who says them and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.making import documents, refusal
from workbench.domain.anchors import media_times
from workbench.domain.documents import Document
from workbench.ingest.cue_joining import coded_cues, joined, stated_times
from workbench.ingest.cues import Cue, plain_cues, seconds
from workbench.language.article import split_article

SRT = """1
00:00:01,000 --> 00:00:04,200
{\\an8}<i>Good morning.</i> The mill now

2
00:00:04,200 --> 00:00:06,900
employs 40 people,
<font color="red">twice as many</font> as in 2012.

3
00:00:07,000 --> 00:00:09,000
>> QUIST: We &amp; the town built it.
>> LUND, MINER: It cost 3 million.
"""


def only(path: Path, text: str) -> Document:
    path.write_text(text, encoding="utf-8")
    (found,) = documents(path)
    return found


def said(document: Document, words: str) -> tuple[float | None, float | None]:
    start = document.text.index(words)
    return media_times(document.segments, start, start + len(words))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("name", ["a.srt", "a.txt.srt", "b"])
def test_cues_are_joined_to_sentences_with_times_and_speakers(tmp_path: Path, name: str, ends: str) -> None:
    found = only(tmp_path / name, SRT.replace("\n", ends))
    assert found.text.split("\n\n") == [
        "Good morning. The mill now employs 40 people, twice as many as in 2012.",
        "QUIST: We & the town built it.",
        "LUND, MINER: It cost 3 million.",
    ]
    assert said(found, "The mill now employs 40 people") == (1.0, 6.9)
    assert said(found, "It cost 3 million") == (7.0, 9.0)
    assert [segment.speaker for segment in found.segments] == [None, None, "QUIST", "LUND, MINER"]


def test_web_captions_give_voices_and_no_notes_or_styles(tmp_path: Path) -> None:
    found = only(
        tmp_path / "a.vtt",
        """WEBVTT - Mill debate
Kind: captions
Language: en

STYLE
::cue { color: red }

NOTE this cost 999 euros

intro
00:01.000 --> 00:02.500 line:0 position:20%
<v Ada Quist>The mill <00:00:01.500><c.loud>employs</c>

01:00:02.500 --> 01:00:04.000
<v Ada Quist>40 people.</v><v.loud Bo Lund>It burned in 1974.

NOTE
over two lines

2
01:00:10.000 --> 01:00:12.000
<v Bo Lund>It was built again.
""",
    )
    assert found.title == "Mill debate"
    assert found.text.split("\n\n") == [
        "Ada Quist: The mill employs 40 people.",
        "Bo Lund: It burned in 1974.",
        "It was built again.",
    ]
    assert said(found, "It was built") == (3610.0, 3612.0)


def test_captions_that_roll_up_are_read_once(tmp_path: Path) -> None:
    found = only(
        tmp_path / "a.vtt",
        "WEBVTT\n\n00:00.000 --> 00:02.000\nthe mill employs\n\n00:02.000 --> 00:02.010\nthe mill employs\n\n"
        "00:02.010 --> 00:04.000\nthe mill employs\nforty people\n\n00:04.000 --> 00:06.000\nforty people\nin 2021.\n",
    )
    assert found.text == "the mill employs forty people in 2021."
    assert said(found, "in 2021") == (4.0, 6.0)


def test_words_said_twice_stay_twice(tmp_path: Path) -> None:
    found = only(tmp_path / "a.srt", "1\n00:00:01,000 --> 00:00:02,000\nNo.\n\n2\n00:00:09,000 --> 00:00:10,000\nNo.\n")
    assert found.text == "No.\n\nNo."


def test_timed_text_of_broadcasters(tmp_path: Path) -> None:
    found = only(
        tmp_path / "a.ttml",
        """<?xml version="1.0"?><tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"
        xmlns:ttp="http://www.w3.org/ns/ttml#parameter" ttp:frameRate="25" xml:lang="en-GB"><head><metadata>
        <ttm:title>Mill</ttm:title><ttm:agent xml:id="q" type="person"><ttm:name type="full">Ada Quist</ttm:name>
        </ttm:agent></metadata></head><body><div begin="10s"><p begin="00:00:01:05" end="2.5s" ttm:agent="q">The mill
        <span>employs</span><br/>40 people.</p><p begin="3s" dur="1500ms">It is old.</p></div></body></tt>""",
    )
    assert found.title == "Mill"
    assert found.text == "Ada Quist: The mill employs 40 people.\n\n>> It is old."
    assert said(found, "40 people") == (11.2, 12.5)
    assert said(found, "It is old") == (13.0, 14.5)


def test_an_agent_holds_for_its_own_element_and_what_is_in_it(tmp_path: Path) -> None:
    """Who is not named is not whoever was named before; two in one paragraph are two."""
    found = only(
        tmp_path / "a.ttml",
        """<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata"><head><metadata>
        <ttm:agent xml:id="q"><ttm:name>Ada Quist</ttm:name></ttm:agent>
        <ttm:agent xml:id="b"><ttm:name>Bo Lund</ttm:name></ttm:agent></metadata></head><body><div ttm:agent="b">
        <p begin="1s" end="2s">It burned in 1974.</p></div><div>
        <p begin="3s" end="4s">Nobody knows why.</p><p begin="4s" end="5s">It was rebuilt.</p>
        <p begin="6s" end="7s"><span ttm:agent="q">We hired <span>12</span> people.</span>
        <span ttm:agent="b">You fired 30.</span><br/>(They laugh.)</p></div></body></tt>""",
    )
    assert found.text.split("\n\n") == [
        "Bo Lund: It burned in 1974.", ">> Nobody knows why. It was rebuilt.", "Ada Quist: We hired 12 people.",
        "Bo Lund: You fired 30.", ">> (They laugh.)",
    ]  # fmt: skip
    assert [one.speaker for one in found.segments] == ["Bo Lund", None, None, "Ada Quist", "Bo Lund", None]
    split = split_article(found.text, speakers=("Bo Lund", "Ada Quist"))
    speakers = {one.quote: one.speaker for one in split.claims}
    assert speakers["It burned in 1974"] == speakers["You fired 30"] == "Bo Lund"
    assert speakers["We hired 12 people"] == "Ada Quist"
    assert speakers["It was rebuilt"] is None


def test_a_voice_holds_for_its_own_cue(tmp_path: Path) -> None:
    text = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada Quist>The mill closed.\n\n00:02.000 --> 00:03.000\nIt is old.\n"
    assert only(tmp_path / "a.vtt", text).text == "Ada Quist: The mill closed.\n\n>> It is old."


@pytest.mark.parametrize(
    "text", [SRT, "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ida Quist>The mill now employs 40 people.\n"]
)
def test_cues_under_the_name_of_a_text_are_cues(tmp_path: Path, text: str) -> None:
    document = only(tmp_path / "talk.txt", text)
    assert "-->" not in document.text
    assert "<v" not in document.text
    assert said(document, "The mill now")[0] == 1


def test_a_broken_file_gives_its_good_cues(tmp_path: Path) -> None:
    text = (
        "00:00:01,000 --> 00:00:02,000\nThe mill burned.\n2\n00:00:03,000 --> 99:99\nA broken one\n\n3\n"
        "00:00:05,000 --> 00:00:06\nIt was 1974.\n"
    )
    found = only(tmp_path / "a.srt", text)
    assert "The mill burned." in found.text
    assert "It was 1974." in found.text
    assert "\n2\n" not in found.text
    for name, content, reason in (
        ("b.srt", "Only words.", "no cue"), ("b.vtt", "WEBVTT\n", "no cue"), ("b.ttml", "<tt><p>", "damaged"),
        ("c.ttml", "<html><p begin='1s'>x</p></html>", "another kind"), ("d.ttml", "<tt><body/></tt>", "no cue"),
        ("e.srt", "", "empty"),
    ):  # fmt: skip
        (tmp_path / name).write_text(content)
        assert reason in refusal(tmp_path / name)


def test_plain_transcripts_keep_the_times_of_a_recording(tmp_path: Path) -> None:
    found = only(
        tmp_path / "a.txt",
        "Mill hearing\n\nAda Quist (00:02): The mill employs 40 people.\n\nBo Lund (01:15): It burned in 1974.\n",
    )
    assert said(found, "The mill employs") == (2.0, 75.0)
    assert said(found, "It burned") == (75.0, None)
    assert "(01:15)" in found.text


def test_times_of_day_are_no_times_of_a_recording() -> None:
    assert stated_times("[20:00:12] QUIST: The mill burned.\n\n[20:05:44] LUND: It did.") == ()
    assert stated_times("[14:03] Ann: The mill burned.\n[14:05] Bo: It did.") == ()
    assert stated_times("[0:05] Ann: The mill burned.\n[0:03] Bo: It did.") == ()
    assert stated_times("The train of 0:05 left late.\nThe one of 0:15 did not.") == ()


def test_codes_on_lines_of_their_own_are_no_words(tmp_path: Path) -> None:
    found = only(tmp_path / "a.txt", "0:00\nthe mill employs\n0:03\nforty people. It\n1:02:05\nburned in 1974.\n")
    assert found.text == "the mill employs forty people. It burned in 1974."
    assert said(found, "burned") == (3725.0, None)
    assert coded_cues("Results\n10:30\nAnn\n10:45\nBo\n11:00\nCy") == []


@given(st.text(max_size=30))
def test_no_time_is_stumbled_over(text: str) -> None:
    assert seconds(text) is None or seconds(text) >= 0  # type: ignore[operator]


@given(
    st.lists(
        st.tuples(
            st.floats(0, 1e6, allow_nan=False), st.one_of(st.none(), st.floats(0, 1e6)),
            st.text("ab.-:>\n[]♪ ", max_size=20), st.sampled_from([None, "Ada", "B: c"]),
        ),
        max_size=12,
    )
)  # fmt: skip
def test_segments_are_in_order_and_lie_in_the_text(made: list[tuple[float, float | None, str, str | None]]) -> None:
    text, segments = joined([Cue(*one) for one in made])
    place = 0
    for segment in segments:
        assert place <= segment.start < segment.end <= len(text)
        assert text[segment.start : segment.end].strip() == text[segment.start : segment.end]
        place = segment.end


@given(st.text("0123456789:.,-> \n<v>Ab/{}&;", max_size=120))
def test_no_file_of_cues_is_stumbled_over(text: str) -> None:
    cues = plain_cues(f"{text}\n00:00:01,000 --> 00:00:02,000\nWords.\n{text}")
    assert any("Words." in cue.text for cue in cues)


def test_the_title_of_a_plain_transcript_has_no_time_in_it(tmp_path: Path) -> None:
    path = tmp_path / "council.txt"
    path.write_text("[00:01] Ida Brand: The ferry cost 3.4 million pounds in 2021.\n[00:05] Reporter: Who says so?\n")
    (found,) = documents(path)
    assert found.title.startswith("Ida Brand: The ferry")
    assert "[00:01] Ida Brand" in found.text
