"""Time stamps after RFC 3161: asked of an authority that the user names, and checked without a network."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from workbench.domain.errors import BadInputError, MissingExtraError
from workbench.ingest.fields import web_address

if TYPE_CHECKING:
    from rfc3161_client import TimeStampResponse

LARGEST_ANSWER = 1_000_000
SECONDS = 30.0
_QUERY = "application/timestamp-query"
_LACKS = "time stamps need the package rfc3161-client: install it with `pip install 'claim-workbench[timestamp]'`."


def ask(url: str, content: bytes) -> bytes:
    """Have an authority stamp the digest (SHA-256) of some bytes; only the digest leaves this machine.

    Args:
        url: Address of the authority.
        content: What is to be stamped.
    Returns:
        The answer (DER), which is checked to be of this digest and this question.
    Raises:
        MissingExtraError: The optional package is not installed.
        BadInputError: The address is not one, the authority cannot be reached, or it does not stamp.
    """
    try:
        from rfc3161_client import HashAlgorithm, TimestampRequestBuilder
    except ImportError as error:
        raise MissingExtraError(_LACKS) from error
    import httpx

    if web_address(url) is None:
        raise BadInputError(f"{url!r} is no web address of a time stamp authority.")
    request = TimestampRequestBuilder().data(content).hash_algorithm(HashAlgorithm.SHA256).nonce(nonce=True).build()
    who = f"the time stamp authority {urlsplit(url).hostname}"
    answered = b""
    try:
        # trust_env: no proxy of the environment is used; redirects are not followed: one authority was named
        with (
            httpx.Client(trust_env=False, timeout=SECONDS) as client,
            client.stream("POST", url, content=request.as_bytes(), headers={"Content-Type": _QUERY}) as answer,
        ):
            if answer.status_code != httpx.codes.OK:
                raise BadInputError(f"{who} answers {answer.status_code}; nothing was written.")
            for part in answer.iter_bytes():
                answered += part
                if len(answered) > LARGEST_ANSWER:
                    raise BadInputError(f"{who} answers too much; nothing was written.")
    except httpx.HTTPError as error:
        why = str(error) or type(error).__name__
        raise BadInputError(f"{who} cannot be reached ({why}); nothing was written.") from error
    response = _decoded(answered)
    if response is None or not _is_of(response, content) or response.tst_info.nonce != request.nonce:
        raise BadInputError(f"{who} does not stamp what it was asked to; nothing was written.")
    return answered


def check(token: bytes, content: bytes, roots: bytes | None) -> tuple[bool, str]:
    """Whether a time stamp is of these bytes, and is signed by an authority that one of `roots` stands for.

    Args:
        token: The answer of the authority (DER).
        content: What was stamped.
        roots: Certificates (PEM) of authorities that are trusted; None leaves the signature unjudged.
    Returns:
        Whether nothing speaks against it, and what was found, as a clause.
    Raises:
        MissingExtraError: The optional package is not installed.
        BadInputError: There is no certificate in `roots`.
    """
    try:
        from cryptography import x509
        from rfc3161_client import VerificationError, VerifierBuilder
    except ImportError as error:
        raise MissingExtraError(_LACKS) from error
    response = _decoded(token)
    if response is None:
        return False, "it is damaged: it is no answer of a time stamp authority"
    if not _is_of(response, content):
        return False, "it is of other content, or was changed"
    at = _time(response.tst_info.gen_time)
    if roots is None:
        return True, f"it says that the content was there at {at}; --trust FILE checks who signed that"
    try:
        trusted = x509.load_pem_x509_certificates(roots)
    except ValueError as error:
        raise BadInputError("there is no certificate (PEM) in the file of --trust.") from error
    builder = VerifierBuilder()
    for root in trusted:
        builder = builder.add_root_certificate(root)
    try:
        builder.build().verify(response, hashlib.sha256(content).digest())
    except VerificationError as error:
        return False, f"its signature does not hold ({str(error)[:200]})"
    except Exception as error:  # a damaged certificate in it makes the library raise many things
        return False, f"its signature cannot be checked ({str(error)[:200]})"
    return True, f"the content was there at {at}, signed by an authority that you trust"


def _decoded(token: bytes) -> TimeStampResponse | None:
    from rfc3161_client import PKIStatus, decode_timestamp_response

    try:
        response = decode_timestamp_response(_certificates_sorted(token))
        return response if PKIStatus(response.status) in (PKIStatus.GRANTED, PKIStatus.GRANTED_WITH_MODS) else None
    except Exception:  # what is no ASN.1, or no such structure, makes the library raise many things
        return None


def _certificates_sorted(token: bytes) -> bytes:
    """The answer with its certificates in the order of DER: authorities of OpenSSL write them as they have them.

    What is signed is elsewhere in it, so the signature stays what it was.
    """
    try:
        # response: status, token; token: type, [0] signed data: version, algorithms, content, [0] certificates
        start, end = _parts(token, 0, len(token))[0]
        start, end = _parts(token, start, end)[1]
        start, end = _parts(token, start, end)[1]
        start, end = _parts(token, start, end)[0]
        start, end = _parts(token, start, end)[3]
    except IndexError:
        return token  # no such structure: told by who reads it
    sorted_ones, at = [], start
    for _, after in _parts(token, start, end):
        sorted_ones.append(token[at:after])
        at = after
    return token[:start] + b"".join(sorted(sorted_ones)) + token[at:]


def _parts(der: bytes, start: int, end: int) -> list[tuple[int, int]]:
    """Where the contents of the elements between two places of DER begin and end."""
    found = []
    while start < end:
        first = der[start + 1]
        long = first & 0x7F if first & 0x80 else 0
        inside = start + 2 + long
        start = inside + (int.from_bytes(der[start + 2 : inside], "big") if long else first)
        if start > end:
            raise IndexError
        found.append((inside, start))
    return found


def _is_of(response: TimeStampResponse, content: bytes) -> bool:
    try:
        imprint = response.tst_info.message_imprint
        sha256 = imprint.hash_algorithm.dotted_string == "2.16.840.1.101.3.4.2.1"
        return sha256 and imprint.message == hashlib.sha256(content).digest()
    except ValueError:
        return False


def _time(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")
