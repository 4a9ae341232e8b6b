"""A server of OpenAI's chat completions that answers what a script says.

`python -m tests.assistants.scripted_server FILE`: FILE is a JSON list of {status, content, schemas, limits, wait,
drip, raw, ended}; each request takes the next, the last one is given to all that follow; "limits": "new" refuses the
old name of the limit, "schemas": "old" knows a schema only as part of a "json_object". What was asked is written beside
it, a line each.
"""

from __future__ import annotations

import json
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

SCRIPT = Path(sys.argv[1]) if len(sys.argv) > 1 else Path()
GIVEN: list[dict[str, Any]] = []


class Handler(BaseHTTPRequestHandler):
    """Answers POST /v1/chat/completions."""

    def do_POST(self) -> None:
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        with SCRIPT.with_suffix(".asked").open("a") as file:
            file.write(json.dumps({"path": self.path, "key": self.headers["Authorization"], **asked}) + "\n")
        step = GIVEN[0]
        if step.get("wait"):
            threading.Event().wait()  # never answers: whoever asks must have a limit
        if step.get("drip"):
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            while True:  # something comes all the time, and never an answer
                self.wfile.write(b" ")
                self.wfile.flush()
                threading.Event().wait(0.2)
        if "response_format" in asked and step.get("schemas") is False:
            self.give(400, {"error": {"message": "response_format is not supported"}})
            return
        if asked.get("response_format", {}).get("type") == "json_schema" and step.get("schemas") == "old":
            self.give(500, {"error": {"message": "Input should be 'text' or 'json_object'"}})  # llama-cpp-python's
            return
        if "max_tokens" in asked and step.get("limits") == "new":
            self.give(400, {"error": {"message": "use 'max_completion_tokens' instead of 'max_tokens'"}})
            return
        if len(GIVEN) > 1:
            GIVEN.pop(0)
        if step.get("raw"):
            self.give(200, step["raw"])
            return
        message = {"role": "assistant", "content": step.get("content", "")}
        choice = {"index": 0, "finish_reason": step.get("ended", "stop"), "message": message}
        whole = {"id": "1", "object": "chat.completion", "created": 1, "model": asked["model"], "choices": [choice]}
        self.give(step.get("status", 200), whole)

    def give(self, status: int, data: Any) -> None:
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: Any) -> None:
        pass


def main() -> None:
    """Serve on a free port of the loopback address, which is printed first."""
    GIVEN.extend(json.loads(SCRIPT.read_text()))
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    print(server.server_address[1], flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
