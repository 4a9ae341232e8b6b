"""Pages that a browser saved: read like pages, with the address and the day of the saving."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ingest.making import WORDS, documents, make_zip, page, refusal
from workbench.ingest.saved_pages import saved

HEAD = """<!DOCTYPE html> <html lang=en><!--
 Page saved with SingleFile
 url: https://post.example/mill?id=3#top
 saved date: Sat Jan 29 2022 23:30:00 GMT-0500 (Eastern Standard Time)
-->"""


def test_single_file_says_where_and_when(tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    path.write_text(page("Mill", WORDS).replace('<html lang="en">', HEAD, 1))
    assert "SingleFile" in path.read_text()
    (found,) = documents(path)
    assert WORDS in found.text
    assert "Page saved" not in found.text
    assert found.url is not None
    assert found.url.startswith("https://post.example/mill")
    assert found.retrieved == "2022-01-30T04:30:00Z"


def unpacking_itself(content: bytes) -> bytes:
    """A page of SingleFile's that is an archive at once, as it makes them: scripts, archive, end of the page."""
    made = io.BytesIO()
    made.write(HEAD.replace("<html lang=en>", "<html data-sfz>").encode())
    made.write(b"<title></title><body><p>Please wait...</p><script>" + b"x" * 5_000 + b"</script><!-- ")
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("index.html", content)
        archive.writestr("images/0.png", b"\x89PNG")
    return made.getvalue() + b"--><sfz-extra-data>AQCAAAEBBIAABAHk=</sfz-extra-data></body></html>"


def test_a_page_that_unpacks_itself_is_read_as_what_is_in_it(tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    whole = unpacking_itself((HEAD + page("Mill", WORDS)).encode())
    path.write_bytes(whole)
    (found,) = documents(path)
    assert WORDS in found.text
    assert "Please wait" not in found.text
    assert found.url is not None
    assert found.url.startswith("https://post.example/mill")
    path.write_bytes(whole[:5_400])
    assert "is no page saved by SingleFile, or is damaged or cut short" in refusal(path)
    path.write_bytes(unpacking_itself(b"<p>" + b"word " * 4_000_000))
    assert "unpacks to more than 10 MB" in refusal(path)


def test_a_page_saved_as_zip_is_one_document(tmp_path: Path) -> None:
    """The list of what lies in the archive is none; another archive's manifest is what it is."""
    told = json.dumps({"originalUrl": "https://post.example/a", "title": "Ferry", "indexFilename": "index.html"})
    saved_page = page("Ferry", WORDS).replace(
        "<html", "<html><!--\n Page saved with SingleFile \n url: https://post.example/a \n--><html", 1
    )
    make_zip(tmp_path / "a.zip", {"index.html": saved_page, "manifest.json": told, "images/0.ico": b"\0\0\1\0" * 90})
    [found] = documents(tmp_path / "a.zip")
    assert (found.url, WORDS in found.text) == ("https://post.example/a", True)
    make_zip(tmp_path / "b.zip", {"manifest.json": json.dumps([{"text": WORDS}])})
    [other] = documents(tmp_path / "b.zip")
    assert other.text == WORDS


def test_what_the_user_says_wins(tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    path.write_text(HEAD + page("Mill", WORDS))
    assert documents(path, url="https://other.example/a")[0].url == "https://other.example/a"


def test_pictures_inside_a_page_do_not_make_it_too_large(tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    picture = f'<img src="data:image/png;base64,{"A" * 12_000_000}">'
    path.write_text(HEAD + page("Mill", WORDS).replace("</body>", f"{picture}</body>"))
    assert WORDS in documents(path)[0].text
    path.write_text(HEAD + page("Mill", WORDS) + "<p>word</p>" * 1_500_000)
    assert "at most 10 MB are read" in refusal(path)


def test_pages_saved_by_a_browser_say_where(tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    mark = "<!-- saved from url=(0025)https://post.example/mill -->"
    path.write_text(page("Mill", WORDS).replace('<html lang="en">', f'<html lang="en">{mark}', 1))
    assert documents(path)[0].url == "https://post.example/mill"


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://post.example/mill\r\nSubject: Mill\r\n"
    "Date: Sat, 29 Jan 2022 23:30:00 -0500\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n"
    '\ttype="text/html";\r\n\tboundary="--B"\r\n\r\n\r\n'
    "----B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://ads.example/frame\r\n\r\n<p>Buy 999 things.</p>\r\n"
    "----B\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n"
    "Content-Location: https://post.example/mill\r\n\r\n{}\r\n"
    "----B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----B--\r\n"
)


@pytest.mark.parametrize("name", ["mill.mhtml", "mill.mht", "mill", "mill.eml"])
def test_mhtml_gives_its_page_and_no_frames_or_pictures(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(MHTML.format(page("Mühle", WORDS).replace("=", "=3D").replace("ü", "=C3=BC")))
    if name == "mill.eml":  # it is called a message, and read as one
        return
    (found,) = documents(path)
    assert WORDS in found.text
    assert "999" not in found.text
    assert "iVBOR" not in found.text
    assert (found.url, found.retrieved) == ("https://post.example/mill", "2022-01-30T04:30:00Z")
    assert found.title == "Mühle"


def test_broken_saved_pages_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "mill.mhtml"
    path.write_text(MHTML.split("----B")[0])
    assert "no page in it" in refusal(path)
    path.write_bytes(b"")
    assert "empty" in refusal(path)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_head_is_stumbled_over(url: str, day: str) -> None:
    found = saved(f"<!--\n Page saved with SingleFile \n url: {url}\n saved date: {day}\n-->")
    assert found.address is None or found.address.startswith(("http", "HTTP"))


SHOWN = f"{WORDS} It was rebuilt in 1911 and has 40 windows."
UNSEEN = "Nine hundred people were hurt, says a draft that nobody sees."
STYLED = (
    '<html lang="en"><head><title>Mill</title><link rel="stylesheet" href="{}"></head><body><article><h1>Mill</h1>'
    f'<p>{SHOWN}</p><p class="ed-only">{UNSEEN}</p><p>{SHOWN} The owner said so.</p></article></body></html>'
)
SHEET = "p { margin: 0 } .ed-only { display: none }"


def test_a_sheet_beside_a_saved_page_hides_what_it_hides(tmp_path: Path) -> None:
    path = tmp_path / "mill.html"
    path.write_text(STYLED.format("./mill_files/a%20b.css?v=3"))
    (found,) = documents(path)
    assert UNSEEN in found.text
    (tmp_path / "mill_files").mkdir()
    (tmp_path / "mill_files" / "a b.css").write_text(SHEET)
    (found,) = documents(path)
    assert UNSEEN not in found.text
    assert found.text.count(SHOWN) == 2


@pytest.mark.parametrize(
    "link", ["../outside.css", "/outside.css", "file:///outside.css", "https://x.example/a.css", ""]
)
def test_no_sheet_is_read_from_elsewhere(tmp_path: Path, link: str) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    (tmp_path / "outside.css").write_text(SHEET)
    (inner / "linked.css").symlink_to(tmp_path / "outside.css")
    path = inner / "mill.html"
    for one in (link, str(tmp_path / "outside.css"), "linked.css"):
        path.write_text(STYLED.format(one))
        (found,) = documents(path)
        assert UNSEEN in found.text


def test_a_sheet_in_an_mhtml_file_hides_too(tmp_path: Path) -> None:
    path = tmp_path / "mill.mhtml"
    path.write_text(
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://post.example/mill\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="b"\n\n--b\nContent-Type: text/html\n'
        f"Content-Location: https://post.example/mill\n\n{STYLED.format('cid:css-1@mhtml.blink')}\n--b\n"
        f"Content-Type: text/css\nContent-ID: <css-1@mhtml.blink>\n\n{SHEET}\n--b--\n"
    )
    (found,) = documents(path)
    assert UNSEEN not in found.text
    assert SHOWN in found.text
