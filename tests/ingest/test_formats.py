"""PDF, Word, EPUB, mail, web archives, ZIP and feeds become documents with their provenance."""

from datetime import date
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.ingest.making import (
    WORDS,
    documents,
    make_docx,
    make_epub,
    make_pdf,
    make_warc,
    make_zip,
    page,
    refusal,
    skipped,
)
from workbench.domain.documents import Section
from workbench.ingest.pdf import reflow


def test_a_pdf_keeps_its_pages_as_sections(tmp_path: Path) -> None:
    path = make_pdf(
        tmp_path / "report.pdf",
        [
            ["Ferry report", "The ferry carried 1,200 people, more than in any week of the inter-", "national season."],
            [WORDS],
        ],
        {"Title": "Ferry report 2022", "Author": "Council", "CreationDate": "D:20220129103000+01'00'"},
    )
    (document,) = documents(path)
    assert [document.text[s.start : s.end] for s in document.sections] == [
        "Ferry report\n\nThe ferry carried 1,200 people, more than in any week of the international season.",
        WORDS,
    ]
    assert [section.label for section in document.sections] == ["p. 1", "p. 2"]
    assert (document.title, document.author) == ("Ferry report 2022", "Council")
    assert (document.published, document.guessed) == (date(2022, 1, 29), frozenset({"published", "language"}))
    assert document.found["pages"] == "2"


def test_pages_that_show_nothing_say_so(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "scan.pdf", [[], []])
    assert refusal(path) == f"{path}: it holds no text on its 2 pages, and no pictures."


def test_lines_of_a_page_are_joined_to_paragraphs() -> None:
    lines = "A heading\nThis is a line that runs to the margin and goes\non in the next one, di-\n"
    lines += "vided too, of course. End.\n"
    assert reflow(lines + "\nNext.") == (
        "A heading\n\nThis is a line that runs to the margin and goes on in the next one, divided too, of course. End."
        "\n\nNext."
    )


def test_a_locked_pdf_says_so(tmp_path: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    plain = make_pdf(tmp_path / "plain.pdf", [[WORDS]])
    writer = PdfWriter(clone_from=PdfReader(plain))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = tmp_path / "locked.pdf"
    with locked.open("wb") as file:
        writer.write(file)
    assert refusal(locked) == f"{locked}: it is locked with a password."


def test_a_word_document_keeps_headings_and_tables(tmp_path: Path) -> None:
    path = make_docx(tmp_path / "ferry.docx")
    (document,) = documents(path)
    assert document.text == (
        "Ferry returns\n\nIt carried 1,200 people on its first day.\n\nFigures\n\nYear | People\n\n2022 | 1,200"
    )
    assert [section.label for section in document.sections] == ["Ferry returns", "Figures"]
    assert (document.title, document.author) == ("The ferry", "Ann Lee")
    assert document.published == date(2022, 1, 29)
    assert "published" in document.guessed


def test_text_deleted_under_track_changes_is_not_read(tmp_path: Path) -> None:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = (
        f"<w:document {w}><w:body><w:p><w:r><w:t>Kept</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> and added</w:t></w:r></w:ins></w:p></w:body></w:document>"
    )
    path = make_zip(tmp_path / "tracked.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": body})
    assert documents(path)[0].text == "Kept and added"


def test_a_book_keeps_its_chapters(tmp_path: Path) -> None:
    path = make_epub(
        tmp_path / "book.epub",
        {
            "one.xhtml": page("One", "First words."),
            "two%20b.xhtml": page("Two", "x"),
            "two b.xhtml": page("Two", "Second."),
        },
    )
    (document,) = documents(path)
    assert document.text.startswith("One\n\nFirst words.")
    assert [section.label for section in document.sections][:2] == ["One", "Two"]
    assert (document.title, document.author, document.language) == ("Ferries", "Ann Lee", "en")
    assert document.published == date(2021, 5, 4)


MAIL = (
    b"From: Ann Lee <ann@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?q?The_ferry_=E2=80=93_figures?=\r\n"
    b"Date: Sat, 29 Jan 2022 23:30:00 -0500\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/mixed; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=iso-8859-1\r\n'
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nIt carried 1,200 people to the caf=E9.\r\n--b\r\n"
    b'Content-Type: text/html\r\n\r\n<p>never mind</p>\r\n--b\r\nContent-Type: image/png; name="../../a.png"\r\n'
    b"Content-Disposition: attachment\r\n\r\nxx\r\n--b--\r\n"
)


def test_a_message_gives_subject_sender_and_date(tmp_path: Path) -> None:
    path = tmp_path / "message.eml"
    path.write_bytes(MAIL)
    (document,) = documents(path)
    assert document.text == "It carried 1,200 people to the café."
    assert (document.title, document.author) == ("The ferry – figures", "Ann Lee")
    assert document.published == date(2022, 1, 29)
    assert document.found["message_id"] == "<1@example.org>"
    (told,) = skipped(path)
    assert told.partial
    assert "../../a.png" in told.reason


def mail_with(*attached: tuple[str, str, bytes], body: str = "See the attached.") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "Ann Lee <ann@example.org>", "Figures"
    message["Date"], message["Message-ID"] = "Sat, 29 Jan 2022 10:00:00 +0000", "<7@example.org>"
    message.set_content(body)
    for name, kind, content in attached:
        main, _, sub = kind.partition("/")
        message.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return message.as_bytes()


def test_what_is_attached_to_a_message_is_read_by_the_readers_of_its_kind(tmp_path: Path) -> None:
    pdf = make_pdf(tmp_path / "a.pdf", [["Ferries carried 1,200 people."]], {"CreationDate": "D:20210504000000Z"})
    docx = make_docx(tmp_path / "a.docx")
    path = tmp_path / "message.eml"
    path.write_bytes(
        mail_with(
            ("report.pdf", "application/pdf", pdf.read_bytes()),
            ("minutes.docx", "application/octet-stream", docx.read_bytes()),
            ("../../note.txt", "text/plain", b"A note about 30 ships."),
            ("../../note.txt", "text/plain", b"Another note about 40 ships."),
            ("logo.png", "image/png", b"\x89PNG\r\n\x1a\n\x00\x00"),
            ("all.zip", "application/zip", make_zip(tmp_path / "a.zip", {"b.txt": "inside"}).read_bytes()),
            ("broken.pdf", "application/pdf", b"%PDF-1.7 and then nothing"),
        )
    )
    mail, first, second, third, fourth = documents(path, isolate=True)
    assert mail.title == "Figures"
    assert "1,200 people" in first.text
    assert first.published == date(2021, 5, 4)
    assert second.text
    assert (third.text, third.origin) == ("A note about 30 ships.", f"{path}, ../../note.txt")
    assert (third.published, third.found["published"]) == (date(2022, 1, 29), "the day its message was sent")
    assert "published" in third.guessed
    assert fourth.origin == f"{path}, ../../note.txt (2)"
    assert {one.found["attached_to"] for one in (first, second, third, fourth)} == {"<7@example.org>"}
    told = skipped(path)
    assert all(note.partial for note in told)
    assert any("broken.pdf" in note.origin for note in told)
    assert any("(logo.png, all.zip)" in note.reason for note in told)


def test_an_attached_message_is_one_of_its_own(tmp_path: Path) -> None:
    inner = EmailMessage()
    inner["From"], inner["Subject"], inner["Date"] = (
        "Bo Lund <bo@example.org>",
        "Boats",
        "Mon, 03 May 2021 10:00:00 +0000",
    )
    inner.set_content("Seven boats sailed.")
    inner.add_attachment(b"A note about 30 ships.", maintype="text", subtype="plain", filename="note.txt")
    inner.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png")
    for words in ("See below.", ""):
        outer = message_from_bytes(mail_with(body=words), policy=policy.default)
        assert isinstance(outer, EmailMessage)
        outer.add_attachment(inner)
        path = tmp_path / "message.eml"
        path.write_bytes(outer.as_bytes())
        *mail, sent, note = documents(path)
        assert [one.text.strip() for one in mail] == ([words] if words else [])
        assert (sent.text.strip(), sent.title, sent.author) == ("Seven boats sailed.", "Boats", "Bo Lund")
        assert sent.published == note.published == date(2021, 5, 3)
        assert "published" in note.guessed
        (told,) = skipped(path)
        assert (told.origin, "(logo.png)" in told.reason) == (f"{path}, Boats", True)


def test_messages_within_each_other_are_read_to_a_depth(tmp_path: Path) -> None:
    message = message_from_bytes(mail_with(body="Innermost."), policy=policy.default)
    for number in range(6):
        outer = message_from_bytes(mail_with(body=f"Level {number}."), policy=policy.default)
        assert isinstance(outer, EmailMessage)
        assert isinstance(message, EmailMessage)
        outer.add_attachment(message)
        message = outer
    path = tmp_path / "message.eml"
    path.write_bytes(message.as_bytes())
    assert [one.text.strip() for one in documents(path)] == ["Level 5.", "Level 4.", "Level 3.", "Level 2."]
    (told,) = skipped(path)
    assert told.reason == "what is attached to it was not all read (Figures)"


def test_a_message_without_words_is_read_for_what_is_attached(tmp_path: Path) -> None:
    path = tmp_path / "message.eml"
    path.write_bytes(mail_with(("note.txt", "text/plain", b"A note about 30 ships."), body=""))
    assert [one.text for one in documents(path)] == ["A note about 30 ships."]
    path.write_bytes(mail_with(("a.png", "image/png", b"\x89PNG\r\n\x1a\n\x00"), body=""))
    assert "no text in it" in refusal(path)


def test_a_message_with_very_many_attachments_is_read_in_part(tmp_path: Path) -> None:
    path = tmp_path / "message.eml"
    path.write_bytes(mail_with(*((f"n{i}.txt", "text/plain", f"Note {i} about ships.".encode()) for i in range(60))))
    assert len(documents(path)) == 51
    assert [note.reason for note in skipped(path)] == [
        "what is attached to it was not all read (n50.txt, n51.txt, n52.txt, n53.txt, n54.txt and more)"
    ]


def test_a_message_in_html_only_is_read(tmp_path: Path) -> None:
    path = tmp_path / "message.eml"
    path.write_bytes(
        b"Subject: x\nFrom: a@b.example\nDate: never\nContent-Type: text/html\n\n<p>One</p><script>2</script>"
    )
    (document,) = documents(path)
    assert (document.text, document.author, document.published) == ("One", "a@b.example", None)


def test_a_mailbox_gives_a_document_a_message(tmp_path: Path) -> None:
    path = tmp_path / "box.mbox"
    second = b"From x Sat\nSubject: Two\nFrom: b@c.example\n\nBody\n\n>From here on, quoted.\n\n"
    empty = b"From y Sun\nSubject: Three\n\n\n"
    path.write_bytes(b"From a Sat Jan 29 2022\n" + MAIL.replace(b"\r\n", b"\n") + b"\n" + second + empty)
    first, other = documents(path)
    assert (first.id, first.title) == ("1@example.org", "The ferry – figures")
    assert (other.origin, other.text) == (f"{path}, message 2", "Body\n\nFrom here on, quoted.\n\n")
    assert [entry.reason for entry in skipped(path) if not entry.partial] == ["there is no text in it"]


def test_a_web_archive_keeps_the_date_and_digest_of_the_capture(tmp_path: Path) -> None:
    pages = {
        "https://post.example/ferry": ("text/html; charset=utf-8", page("Ferry – returns", WORDS).encode()),
        "https://post.example/logo.png": ("image/png", b"\x89PNG"),
        "https://post.example/note.txt": ("text/plain", b"A note in plain words."),
    }
    for compressed, name in ((True, "crawl.warc.gz"), (False, "crawl.warc")):
        path = make_warc(tmp_path / name, pages, compressed=compressed)
        first, second = documents(path)
        assert (first.title, first.url) == ("Ferry – returns", "https://post.example/ferry")
        assert first.retrieved == "2022-01-29T10:00:00Z"
        assert first.found["archived"] == "2022-01-29T10:00:00Z"
        assert first.found["payload_digest"].startswith("sha1:")
        assert first.found["payload_digest"].endswith(" (checked)")
        assert first.found["archive"] == str(path)
        assert (second.text, second.origin) == ("A note in plain words.", f"{path}, record 3")
    wacz = make_zip(tmp_path / "crawl.wacz", {"archive/data.warc.gz": (tmp_path / "crawl.warc.gz").read_bytes()})
    assert [document.url for document in documents(wacz)] == [first.url, second.url]


def test_a_payload_that_does_not_match_its_digest_is_marked(tmp_path: Path) -> None:
    path = make_warc(
        tmp_path / "crawl.warc", {"https://a.example/": ("text/plain", b"The original words.")}, compressed=False
    )
    path.write_bytes(path.read_bytes().replace(b"The original words.", b"The doctored words."))
    assert documents(path)[0].found["payload_digest"].endswith("(does not match)")


def test_answers_that_were_errors_are_not_taken_for_pages(tmp_path: Path) -> None:
    path = make_warc(tmp_path / "a.warc", {"https://a.example/": ("text/html", b"<p>x</p>")}, status="404 Not Found")
    assert refusal(path) == f"{path}: none of its 1 archived answers is a page that can be read."


def test_a_zip_is_read_like_a_folder(tmp_path: Path) -> None:
    path = make_zip(
        tmp_path / "notes.zip",
        {
            "b.txt": "Second.",
            "a/one.md": "# First\n\nwords",
            "a/rows.jsonl": '{"id": "r", "text": "row"}\n',
            "__MACOSX/x.txt": "x",
            ".hidden": "x",
            "c.bin": bytes(99),
        },
    )
    assert [(d.origin, d.text) for d in documents(path)] == [
        (f"{path}, a/one.md", "First\n\nwords"),
        (f"{path}, a/rows.jsonl", "row"),
        (f"{path}, b.txt", "Second."),
    ]
    assert [entry.origin for entry in skipped(path)] == [f"{path}, c.bin"]
    assert [d.text for d in documents(path, include=("*.txt",))] == ["Second."]


FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Post</title>
<item><title>Ferry &lt;b&gt;returns&lt;/b&gt;</title><link>https://post.example/1</link><guid>g1</guid>
<pubDate>Sat, 29 Jan 2022 23:30:00 -0500</pubDate><description>
&lt;p&gt;It carried 1,200.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;
</description></item>
<item><title>No date</title><link>javascript:alert(1)</link><guid>g2</guid><pubDate>tomorrow-ish</pubDate></item>
<item></item></channel></rss>"""


def test_a_feed_gives_its_entries_and_tells_of_bad_dates(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(FEED)
    first, second = documents(path)
    assert (first.title, first.url, first.publisher) == ("Ferry returns", "https://post.example/1", "Harbour Post")
    assert first.text == "Ferry returns\n\nIt carried 1,200."
    assert first.published == date(2022, 1, 29)
    assert first.found["feed_entry"] == "g1"
    assert (second.id, second.url, second.published) == ("g2", None, None)
    reasons = [entry.reason for entry in skipped(path)]
    assert any("“tomorrow-ish” is no date" in reason for reason in reasons)
    assert any("is no web address" in reason for reason in reasons)


def test_a_file_is_read_for_what_it_is_and_not_for_its_name(tmp_path: Path) -> None:
    path = make_pdf(tmp_path / "report.txt", [[WORDS]])
    assert documents(path)[0].sections == (Section(0, len(WORDS), "p. 1"),)
    liar = tmp_path / "liar.pdf"
    liar.write_text("no PDF at all")
    assert refusal(liar) == f"{liar}: its name says PDF, but it is not."


def test_paragraphs_of_a_cell_or_footnote_stay_apart_and_inner_tables_are_read_once(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Total"
    table.cell(0, 0).add_paragraph("300")
    inner = table.cell(0, 1).add_table(rows=1, cols=2)
    inner.cell(0, 0).text = "north"
    inner.cell(0, 1).text = "south"
    document.save(str(tmp_path / "figures.docx"))
    (found,) = documents(tmp_path / "figures.docx")
    assert found.text == "Total 300 | north south"


def test_paragraphs_in_a_frame_of_their_own_are_read(tmp_path: Path) -> None:
    """Programs wrap whole paragraphs in custom markup; the words are words of the document all the same."""
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = (
        "<w:customXml><w:p><w:r><w:t>The ferry sails twice a day.</w:t></w:r></w:p></w:customXml>"
        "<w:p><w:r><w:t>Shown.</w:t></w:r></w:p>"
    )
    path = make_zip(
        tmp_path / "framed.docx",
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>',
        },
    )
    (found,) = documents(path)
    assert found.text == "The ferry sails twice a day.\n\nShown."


def test_word_keeps_numbers_and_leaves_out_what_is_struck_or_hidden(tmp_path: Path) -> None:
    import docx
    from docx.enum.style import WD_STYLE_TYPE

    document = docx.Document()
    noted = document.styles.add_style("Noted", WD_STYLE_TYPE.CHARACTER)
    noted.font.superscript = True
    line = document.add_paragraph("The yard had 27")
    line.add_run("4").font.superscript = True
    line.add_run(" lorries and 31")
    line.add_run("5", style="Noted")
    line.add_run(" carts; a drop held 10")
    line.add_run("9").font.superscript = True
    line.add_run(" cells.")
    line = document.add_paragraph("It cost ")
    line.add_run("70").font.strike = True
    line.add_run(" 60 euros, or ")
    line.add_run("999").font.hidden = True
    line.add_run("14 a head, for 12 km")
    line.add_run("2").font.superscript = True
    line.add_run(" and CO")
    line.add_run("2").font.subscript = True
    line.add_run(".")
    document.save(str(tmp_path / "numbers.docx"))
    assert documents(tmp_path / "numbers.docx")[0].text.split("\n\n") == [
        "The yard had 27 lorries and 31 carts; a drop held 10^9 cells.",
        "It cost 60 euros, or 14 a head, for 12 km² and CO2.",
    ]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_opens_without_a_password_is_read(tmp_path: Path, algorithm: str) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter()
    writer.append(PdfReader(make_pdf(tmp_path / "plain.pdf", [["The dam is 30 metres high."]])))
    writer.encrypt("", "owner", algorithm=algorithm)
    writer.write(tmp_path / "open.pdf")
    assert documents(tmp_path / "open.pdf", isolate=True)[0].text == "The dam is 30 metres high."
    writer = PdfWriter()
    writer.append(PdfReader(tmp_path / "plain.pdf"))
    writer.encrypt("secret", "owner", algorithm=algorithm)
    writer.write(tmp_path / "locked.pdf")
    assert "locked with a password" in refusal(tmp_path / "locked.pdf")


def test_what_a_word_document_has_from_a_template_is_neither_author_nor_day(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.add_paragraph(WORDS)
    document.save(str(tmp_path / "plain.docx"))
    (found,) = documents(tmp_path / "plain.docx")
    assert (found.author, found.published) == (None, None)


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        ("The pump ran at high-\npressure all night.", "highpressure"),
        ("High-pressure pumps are dear. The pump ran at high-\npressure all night.", "high-pressure"),
        ("The pressure was high. The pump ran at high-\npressure all night.", "high-pressure"),
        ("The pressure was highpressure. It is high. The pump ran at high-\npressure all night.", "highpressure"),
        ("They went out with him and came home with-\nout him.", "without"),
        ("Wasser und Versorgung: die Wasser-\nversorgung ist sicher.", "Wasserversorgung"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_the_word_has_one(lines: str, joined: str) -> None:
    assert f" {joined} " in reflow(lines)
