"""E-mail: single messages and mailboxes, with what is attached to them."""

from __future__ import annotations

import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from io import BytesIO

from workbench.domain.documents import Document, Skipped
from workbench.domain.unforeseen import ours, went_on
from workbench.ingest.allowance import Allowance
from workbench.ingest.fields import Fields, digest
from workbench.ingest.file_kinds import guarded, kind_of, unreadable
from workbench.ingest.heartbeat import beat
from workbench.ingest.html import all_blocks, decode_page
from workbench.ingest.item import Found, Item, Stream, megabytes, shown
from workbench.ingest.mail_quotes import without_quotes
from workbench.ingest.options import UnreadableError
from workbench.ingest.plain import fields_of, notices
from workbench.ingest.sniffing import by_look
from workbench.ingest.text import decode, normalise, one_line

_FROM = b"From "
_BEGINS = re.compile(rb"From \S+\s+(?:\S+\s+){0,3}?(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:,|\s|$)")
"""What parts messages: "From a@b.example Tue Mar  5 10:00:00 2024"; other lines with "From" are text."""
_QUOTED_FROM = re.compile(rb"(?m)^>(>*From )")
_LONGEST_LINE = 1 << 20
PARTS = 1_000
"""Parts of a message that are looked at."""
ATTACHMENTS = 50
"""Attachments of a message that are read."""
_READ_ATTACHED = frozenset(("text", "markdown", "html", "pdf", "docx", "odt", "rtf", "pptx", "odp", "epub"))
"""Kinds of attachments that are documents: no archives, no tables of many rows."""
_MESSAGE = "message/rfc822"
DEPTH = 3
"""Messages attached to each other that are read; what is attached deeper is named."""
_PICTURES = frozenset(("image", "audio", "video"))


def _header(message: EmailMessage, name: str) -> str | None:
    """A header decoded; broken ones are taken as they come."""
    try:
        value = message[name]
        return one_line(str(value), 1_000) if value is not None else None
    except Exception:  # the parser of headers raises many kinds of errors on hostile ones
        return None


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """A message's own parts: what is within an attached message is that one's, with a sender and day of its own."""
    left = [message]
    for _ in range(PARTS):
        if not left:
            return
        part = left.pop()
        yield part
        inner = part.get_payload() if part is message or part.get_content_type() != _MESSAGE else None
        if isinstance(inner, list):
            left.extend(one for one in reversed(inner) if isinstance(one, EmailMessage))


def _content(part: EmailMessage) -> tuple[bytes, str | None]:
    payload = part.get_payload(decode=True)
    charset = part.get_content_charset()
    return (payload if isinstance(payload, bytes) else b""), charset


def _body(message: EmailMessage) -> tuple[str, list[EmailMessage]]:
    """The text of a message (its plain part before its HTML one) and what is attached."""
    plain = markup = None
    attached: list[EmailMessage] = []
    if message.get_content_type() == _MESSAGE:
        return "", [message]  # it only carries another one, whose sender and day are its own
    for part in _parts(message):
        kind = part.get_content_type()
        if part.is_multipart():
            if kind == _MESSAGE:
                attached.append(part)
            continue
        name = part.get_filename()
        if name or part.get_content_disposition() == "attachment" or kind not in ("text/plain", "text/html"):
            attached.append(part)
        elif kind == "text/plain" and plain is None:
            content, charset = _content(part)
            plain = normalise(decode(content, charset).text)
        elif kind == "text/html" and markup is None:
            content, charset = _content(part)
            markup = "\n\n".join(words for words, _ in all_blocks(decode_page(content, charset).text))
    return (plain if plain and plain.strip() else markup or ""), attached


def _inner_message(part: EmailMessage) -> EmailMessage | None:
    inner = part.get_payload() if part.get_content_type() == _MESSAGE else None
    first = inner[0] if isinstance(inner, list) and inner else None
    return first if isinstance(first, EmailMessage) else None


def _as_sent(message: EmailMessage) -> bytes:
    """The bytes of an attached message, its lines as they came; none where it is too broken to be written."""
    try:
        return message.as_bytes(policy=policy.default.clone(refold_source="none"))
    except Exception as error:  # the writer of messages raises many kinds of errors on hostile ones
        if ours(error):
            went_on(error)
        return b""


def _decoded(part: EmailMessage, sent: bytes) -> bytes:
    """An attached message that was encoded as files are, which the standard forbids and programs do."""
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if encoding == "base64" and b":" not in sent:
        try:
            return b64decode(sent)
        except ValueError:
            return b""
    own = b"quoted-printable" in sent.lower()  # then its own parts are encoded, and not it as a whole
    return quopri.decodestring(sent) if encoding == "quoted-printable" and not own else sent


def _attachments(parts: list[EmailMessage], item: Item) -> Iterator[Item]:
    """What is attached as items to read, each under a name of its own."""
    used: dict[str, int] = {}
    for part in parts:
        kind = part.get_content_type()
        inner = _inner_message(part)
        name = shown(part.get_filename() or (_header(inner, "Subject") if inner is not None else None) or kind)
        used[name] = used.get(name, 0) + 1
        content, charset = (_decoded(part, _as_sent(inner)), None) if inner is not None else _content(part)
        # "application/octet-stream" is what programs call whatever they do not know, and text all that has lines
        unknown = kind == "application/octet-stream" or name.lower().endswith(".eml")
        served = None if unknown and inner is None else kind
        entry = item.inner(name, content)
        if used[name] > 1:
            entry = replace(entry, origin=f"{entry.origin} ({used[name]})")
        yield replace(entry, charset=charset, content_type=served)


def _kind_attached(attached: Item) -> str:
    """The kind of an attachment, "" of one that is not read; what it is called does not count against what it is."""
    if attached.content_type == _MESSAGE:
        return "eml" if attached.size else ""
    if (attached.content_type or "").split("/", 1)[0] in _PICTURES:
        return ""
    try:
        kind = kind_of(attached)
    except UnreadableError:
        return ""
    return kind if kind in _READ_ATTACHED or (kind == "eml" and by_look(attached.head()) == "eml") else ""


def _read_attached(parts: list[EmailMessage], item: Item, fields: Fields, depth: int) -> Found:
    """The documents attached to a message; what is not one, or cannot be read, is told as a note."""
    passed_over: list[str] = []
    taken = 0
    for attached in _attachments(parts, item):
        beat()
        kind = _kind_attached(attached)
        is_message = kind == "eml"
        if taken >= ATTACHMENTS or not kind or (is_message and depth >= DEPTH):
            passed_over.append(shown(attached.name))
            continue
        taken += 1
        try:
            for entry in _attached_message(attached, depth + 1) if is_message else guarded(attached):
                yield _sent_with(entry, fields) if isinstance(entry, Document) else entry
        except UnreadableError as error:
            yield Skipped(attached.origin, str(error), partial=True)
    if passed_over:
        listed = ", ".join(passed_over[:5]) + (" and more" if len(passed_over) > 5 else "")
        yield Skipped(item.origin, f"what is attached to it was not all read ({listed})", partial=True)


def _attached_message(attached: Item, depth: int) -> Found:
    try:
        yield from message_document(attached.content(attached.size), attached, fields_of(attached), depth)
    except (UnreadableError, GeneratorExit):
        raise
    except Exception as error:  # one hostile message never stops the rest
        if ours(error):
            went_on(error)
        raise unreadable(error) from error


def _sent_with(document: Document, fields: Fields) -> Document:
    """An attachment with what its message says of it; a document without a date is at least as old as the message."""
    found = {**document.found, "attached_to": fields.found.get("message_id", fields.values.get("title", ""))}
    sent = fields.values.get("published")
    if document.published is not None or sent is None:
        return replace(document, found=found)
    found["published"] = "the day its message was sent"
    return replace(document, found=found, published=sent, guessed=document.guessed | {"published"})


def message_document(data: bytes, item: Item, fields: Fields, depth: int = 0) -> Found:
    """Turn one message into a document, and each document attached to it: subject, sender and date are its fields.

    `depth` tells how many messages this one is attached within.

    Raises:
        UnreadableError: Neither it nor what is attached has text.
    """
    message = message_from_bytes(data, policy=policy.default)
    text, attached = _body(message)
    text, quoted = without_quotes(text)
    fields.offer("title", _header(message, "Subject"), "Subject header")
    if senders := getaddresses([_header(message, "From") or ""]):
        fields.offer("author", senders[0][0] or senders[0][1], "From header")
    fields.offer_date(_header(message, "Date"), "Date header")
    if identifier := _header(message, "Message-ID"):
        fields.note("message_id", identifier)
    empty: UnreadableError | None = None
    try:
        yield fields.document(
            text,
            origin=item.origin,
            sha256=digest(data),
            limit=item.limit,
            identifier=identifier.strip("<>") if identifier and not item.whole else None,
            retrieved=item.retrieved,
        )
    except UnreadableError as error:
        empty = error
    for entry in _read_attached(attached, item, fields, depth):
        if isinstance(entry, Document):
            empty = None
        yield entry
    if empty is not None:
        raise empty
    if quoted:
        what = (
            "a line quoted in it from another message (“> …”) was"
            if quoted == 1
            else (f"{quoted} lines quoted in it from another message (“> …”) were")
        )
        yield Skipped(item.origin, f"{what} not read", partial=True)
    yield from notices(item, fields)


def read_eml(item: Item) -> Found:
    """One message."""
    yield from message_document(item.content(item.options.limits.message), item, fields_of(item))


def _messages(file: Stream, limit: int) -> Iterator[bytes | None]:
    """The messages of a mailbox one by one; None for one larger than `limit`, whose rest is passed over."""
    current = BytesIO()
    too_large = False
    started = False
    blank = True
    strict: bool | None = None  # as the first line has it
    while line := file.readline(_LONGEST_LINE):
        begins = line.startswith(_FROM) and blank
        if begins and strict is None:
            strict = _BEGINS.match(line) is not None
        if begins and (not strict or _BEGINS.match(line)):
            if started:
                yield None if too_large else current.getvalue()
            current, too_large, started = BytesIO(), False, True
        elif started and not too_large:
            current.write(line)
            too_large = current.tell() > limit
            if too_large:
                current = BytesIO()
        blank = line in (b"\n", b"\r\n")
    if started:
        yield None if too_large else current.getvalue()


def read_mbox(item: Item) -> Found:
    """The messages of a mailbox, one document each.

    Raises:
        UnreadableError: It does not begin as a mailbox does.
    """
    if not item.head().startswith(_FROM):
        raise UnreadableError("it is no mailbox: it does not begin with a “From ” line")
    limits = item.options.limits
    allowance = Allowance(item.size, limits, item.resumed)
    with item.open() as file:
        for number, data in enumerate(_messages(file, limits.message), start=1):
            where = f"{item.origin}, message {number}"
            if item.is_past(number):
                continue
            if data is None:
                yield Skipped(where, f"it is larger than {megabytes(limits.message)}")
                continue
            if number > limits.rows:
                yield Skipped(where, f"only the first {limits.rows} messages were read")
                return
            if allowance.left <= 0:
                yield Skipped(item.origin, allowance.reason)
                return
            allowance.begin(number, where)
            inner = item.inner(f"message {number}", data)
            try:
                message = message_document(_QUOTED_FROM.sub(rb"\1", data), inner, fields_of(inner))
                yield from allowance.member(message, len(data))
            except Exception as error:  # one hostile message never stops the rest
                if ours(error):
                    went_on(error)
                yield Skipped(where, str(unreadable(error)))
