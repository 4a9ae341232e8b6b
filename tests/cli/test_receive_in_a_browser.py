"""`workbench receive` and a real browser: the bookmark pressed on pages behind a login, and an extension that sends.

Run where Chromium is installed. The site is this test's own, on http and https; what SingleFile sends was recorded from
its own code in this browser, and the extension here sends the same.
"""

from __future__ import annotations

import html
import json
import re
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.chromium import OLDEST, Browser, found, until
from tests.cli.test_receive import TOKEN, Running
from workbench.services.articles.stored_articles import list_articles
from workbench.services.evidence.sources import list_sources
from workbench.services.workspace import Workspace

NAME = "post.example"
STRICT = "default-src 'self'; script-src 'self' 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
HEADERS = {
    "/plain": {},
    "/strict": {"Content-Security-Policy": STRICT, "Referrer-Policy": "no-referrer"},
    "/apart": {"Cross-Origin-Opener-Policy": "same-origin"},
}
PAGE = """<!DOCTYPE html><html lang="en"><head><meta charset="windows-1252"><title>Ferry {0} returns</title></head>
<body><article><h1>Ferry {0} returns</h1>
<p>The ferry {0} carried 1,200 passengers on Saturday, the harbour trust of Oskdal said. <span id="by"></span></p>
<p>The repair cost the council 3.2 million pounds.</p></article><script>document.getElementById('by').textContent =
'It had been out of service since March 2021 — “for good”, many thought.'</script></body></html>"""


class _Site(BaseHTTPRequestHandler):
    """Shows its pages to who has logged in alone."""

    def do_GET(self) -> None:
        path = self.path.rsplit("/", 1)[0]
        known = "session=ada" in self.headers.get("Cookie", "")
        shown = PAGE.format(self.path.rsplit("/", 1)[1]) if known else "<title>Log in</title><p>Log in first."
        self.send_response(200)
        if self.path == "/login":
            self.send_header("Set-Cookie", "session=ada; Path=/; HttpOnly")
        self.send_header("Content-Type", "text/html")
        for name, value in HEADERS.get(path, {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(shown.encode("cp1252"))

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


def certificate(place: Path) -> Path:
    """A certificate for the site, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key()).serial_number(1)
    made = made.not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=2))
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    place.write_bytes(pem + made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    return place


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """The site over http and over https."""
    started = {}
    for scheme in ("http", "https"):
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
        if scheme == "https":
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate(tmp_path_factory.mktemp("site") / "site.pem"))
            server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        started[scheme] = server
    yield {scheme: f"{scheme}://{NAME}:{server.server_address[1]}" for scheme, server in started.items()}
    for server in started.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def browser(sites: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that has logged in; to it the site is one of the public network, as real ones are."""
    program = found()
    if program is None:
        pytest.skip("no Chromium on this machine (WORKBENCH_TEST_BROWSER names one)")
    public = ",".join(f"127.0.0.1:{address.rsplit(':', 1)[1]}=public" for address in sites.values())
    options = [f"--host-resolver-rules=MAP {NAME} 127.0.0.1", f"--ip-address-space-overrides={public}"]
    started = Browser(
        program, tmp_path_factory.mktemp("profile"), "--ignore-certificate-errors",
        "--enable-unsafe-extension-debugging", *options,
    )  # fmt: skip
    try:
        if started.version() < OLDEST:
            pytest.skip(f"Chromium is older than {OLDEST}")
        started.open(f"{sites['https']}/login")
        yield started
    finally:
        started.close()


@pytest.fixture(scope="module")
def receiving(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Running, Path]]:
    desk = tmp_path_factory.mktemp("receiving") / "desk"
    Workspace.create(desk, reviewer="ada").close()
    started = Running(desk)
    yield started, desk
    assert started.stop() == 130


Press = Callable[[str, str], str]


@pytest.fixture
def press(browser: Browser, receiving: tuple[Running, Path]) -> Press:
    """Opens a page, presses a bookmark there, and gives what the window then tells."""
    status, setup = receiving[0].ask("GET", f"/?token={TOKEN}")
    assert status == 200
    marks = {
        kind: html.unescape(mark)
        for mark in re.findall(r'href="(javascript:[^"]*)"', setup)
        for kind in re.findall(r"/from-page/(\w+)", mark)
    }
    assert set(marks) == {"article", "evidence"}

    def pressed(address: str, kind: str) -> str:
        session = browser.open(address)
        before = browser.targets()
        browser.go(session, marks[kind])
        window = browser.attach(until(lambda: next(iter(browser.targets().keys() - before.keys()), None)))

        def told() -> str | None:
            words = (browser.run(window, "document.body ? document.body.innerText : ''") or "").strip()
            return None if not words or words.endswith("…") else words

        return until(told)

    return pressed


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("path", ["plain", "strict"])
def test_the_bookmark_sends_the_page_behind_the_login(
    press: Press, sites: dict[str, str], receiving: tuple[Running, Path], scheme: str, path: str
) -> None:
    """What its scripts made of it included, in letters that survive; also where the site forbids forms."""
    address = f"{sites[scheme]}/{path}/{scheme.upper()}{path.title()}"
    title = f"Ferry {scheme.upper()}{path.title()} returns"
    told = press(address, "article")
    assert re.fullmatch(rf"Article \d+: {title} \(\d claims\)\.", told), told
    with Workspace.open(receiving[1], reviewer="ada") as workspace:
        [article] = [one for one in list_articles(workspace) if one.title == title]
        row = workspace.database.row("SELECT url, text FROM articles WHERE id = ?", (article.id,)) or {}
    assert row["url"] == address
    assert "since March 2021 — “for good”, many thought." in row["text"]
    assert "Log in" not in row["text"]


def test_the_other_bookmark_makes_evidence(
    press: Press, sites: dict[str, str], receiving: tuple[Running, Path]
) -> None:
    address = f"{sites['https']}/plain/Evidence"
    assert press(address, "evidence").startswith(f"Added to the evidence: {address}.")
    with Workspace.open(receiving[1], reviewer="ada") as workspace:
        assert address in [source.url for source, _ in list_sources(workspace)]


def test_a_site_that_keeps_windows_apart_is_told_with_the_way_round(press: Press, sites: dict[str, str]) -> None:
    told = press(f"{sites['https']}/apart/Apart", "article")
    assert told.startswith("This site does not let another window have its page. Save the page"), told
    assert told.endswith("workbench article add FILE")


SENDER = """
globalThis.send = async (address, token, url, content) => {
  const headers = new Map([["Authorization", "Bearer " + token], ["Accept", "application/json"]]);
  const form = new FormData();
  form.append("file", new Blob([content], {type: "text/html"}), "Ferry returns (30 11 2026).html");
  form.append("url", url);
  const answer = await fetch(address, {method: "POST", body: form, headers});
  return [answer.status, answer.status === 200 ? (await answer.json()).told : await answer.text()];
};
"""


@pytest.mark.parametrize("hosts", [["<all_urls>"], []], ids=["every site", "on click"])
def test_an_extension_sends_as_singlefile_does(
    browser: Browser, receiving: tuple[Running, Path], tmp_path: Path, hosts: list[str]
) -> None:
    """The answer is JSON, or SingleFile tells a failure; an extension that is let onto single pages asks first."""
    running, desk = receiving
    manifest = {"name": "sender", "version": "1", "manifest_version": 3, "host_permissions": hosts,
                "background": {"service_worker": "sender.js"}}  # fmt: skip
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    (tmp_path / "sender.js").write_text(SENDER, encoding="utf-8")
    extension = browser.ask("Extensions.loadUnpacked", path=str(tmp_path))["id"]
    worker = until(lambda: next((one for one, at in browser.targets().items() if extension in at), None))
    session = browser.attach(worker)
    until(lambda: browser.run(session, "Boolean(globalThis.send)"))
    title = f"Ferry {len(hosts)} returns"
    content = f"<!DOCTYPE html><title>{title}</title><h1>{title}</h1><p>The ferry carried {len(hosts)}1,200 passengers."

    def send(token: str) -> tuple[int, str]:
        given = ", ".join(
            map(json.dumps, (f"http://127.0.0.1:{running.port}/save", token, "https://post.example/f", content))
        )
        status, told = browser.run(session, f"send({given})")
        return status, told

    assert send("wrong" * 4) == (403, "The token is missing or wrong.\n")
    status, told = send(TOKEN)
    assert (status, f": {title} (" in told) == (200, True), told
    with Workspace.open(desk, reviewer="ada") as workspace:
        assert title in [one.title for one in list_articles(workspace)]
