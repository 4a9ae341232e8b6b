"""Time stamps and OpenSSL, an authority and a judge that know nothing of this program.

What its authority stamped once lies in `stamps/`, with the commands that made it; where openssl is installed it is
asked for a stamp of a bundle, and judges one of the tests' own authority.
"""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.services.desk import Clock, Desk
from tests.services.record.authority import running
from workbench.cli.main import main
from workbench.ingest.timestamps import check
from workbench.reports import bundle
from workbench.services.record.bundling import export_bundle, verify

MADE = Path(__file__).with_name("stamps")
TOKEN, WORDS = (MADE / "words.tsr").read_bytes(), (MADE / "words.txt").read_bytes()
ROOT = (MADE / "root.pem").read_bytes()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    clock = Clock()
    clock.stop(monkeypatch)
    made = Desk(tmp_path, clock)
    made.review_all()
    yield made
    made.close()


@pytest.fixture
def openssl() -> str:
    program = shutil.which("openssl")
    if program is None:
        pytest.skip("openssl is not installed")
    return program


class _Authority(BaseHTTPRequestHandler):
    """Hands each question to `openssl ts -reply`."""

    place: Path

    def do_POST(self) -> None:
        (self.place / "asked.tsq").write_bytes(self.rfile.read(int(self.headers["Content-Length"])))
        command = ["openssl", "ts", "-reply", "-queryfile", "asked.tsq", "-out", "answer.tsr"]
        subprocess.run(
            [*command, "-config", "openssl.cnf", "-section", "authority"],
            cwd=self.place, check=True, capture_output=True,
        )  # fmt: skip
        body = (self.place / "answer.tsr").read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", "application/timestamp-reply")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is logged."""


def test_a_stamp_by_openssl_with_its_whole_chain_is_read_and_trusted_by_its_root_alone() -> None:
    """Its certificates do not lie in the order of DER."""
    assert check(TOKEN, WORDS, None)[0]
    sound, told = check(TOKEN, WORDS, ROOT)
    assert (sound, told) == (
        True,
        "the content was there at 2026-11-30T04:10:43Z, signed by an authority that you trust",
    )
    assert check(TOKEN, WORDS, (MADE / "between.pem").read_bytes() + ROOT)[0]
    assert not check(TOKEN, WORDS, (MADE / "between.pem").read_bytes())[0]
    assert check(TOKEN, WORDS + b" ", ROOT) == (False, "it is of other content, or was changed")


@pytest.mark.parametrize("cut", [*range(0, len(TOKEN), 97), 1, len(TOKEN) - 1])
def test_a_stamp_that_broke_off_is_told(cut: int) -> None:
    assert check(TOKEN[:cut], WORDS, ROOT) == (False, "it is damaged: it is no answer of a time stamp authority")


def test_no_changed_byte_changes_what_a_stamp_says() -> None:
    """Nor does one of what no signature holds, as the copy of the root in it; and none ends in a traceback."""
    good = check(TOKEN, WORDS, ROOT)
    for at in range(len(TOKEN)):
        found = check(TOKEN[:at] + bytes([TOKEN[at] ^ 1]) + TOKEN[at + 1 :], WORDS, ROOT)
        assert found == good or not found[0], at


def test_openssl_stamps_a_bundle_and_agrees_that_it_holds(openssl: str, desk: Desk, tmp_path: Path) -> None:
    place = tmp_path / "authority"
    subprocess.run(["bash", str(MADE / "make.sh"), str(place), "2"], check=True, capture_output=True)
    handler = type("Handler", (_Authority,), {"place": place})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        url = f"http://127.0.0.1:{server.server_address[1]}/"
        path = export_bundle(desk.ada, tmp_path / "stamped.zip", timestamp_url=url).path
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    assert main(["verify", str(path), "--trust", str(place / "root.pem")]) == 0
    assert main(["verify", str(path), "--trust", str(MADE / "root.pem")]) == 1
    shutil.unpack_archive(path, place / "unpacked")
    judged = subprocess.run(
        [openssl, "ts", "-verify", "-in", f"unpacked/{bundle.STAMP}", "-data", f"unpacked/{bundle.INDEX}",
         "-CAfile", "root.pem", "-untrusted", "chain.pem"],
        cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (judged.returncode, "Verification: OK" in judged.stdout + judged.stderr) == (0, True), judged


def test_openssl_accepts_a_stamp_that_we_accept(openssl: str, desk: Desk, tmp_path: Path) -> None:
    with running() as authority:
        path = export_bundle(desk.ada, tmp_path / "stamped.zip", timestamp_url=authority.url).path
        (tmp_path / "root.pem").write_bytes(authority.pem)
    [stamp] = [one for one in verify(path, trust=tmp_path / "root.pem") if one.file == bundle.STAMP]
    assert stamp.state == "ok"
    shutil.unpack_archive(path, tmp_path / "unpacked")

    def judged(data: Path) -> int:
        return subprocess.run(
            [openssl, "ts", "-verify", "-in", str(tmp_path / "unpacked" / bundle.STAMP), "-data", str(data),
             "-CAfile", str(tmp_path / "root.pem"), "-attime", "1767614400"],
            capture_output=True, check=False,
        ).returncode  # fmt: skip

    assert judged(tmp_path / "unpacked" / bundle.INDEX) == 0
    assert judged(tmp_path / "unpacked" / "report.json") == 1
