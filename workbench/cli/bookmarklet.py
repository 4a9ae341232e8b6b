"""The bookmark of `workbench receive`, and the window in which it delivers the page it is pressed on.

Sites forbid forms and requests to other places (Content-Security-Policy), and a browser does not tell a page on https
who sends it something over http (`Origin: null`). So the bookmark opens a window of ours and hands the page over by a
message: of a message the browser itself says which site it comes from.
"""

from __future__ import annotations

import base64
import hashlib
import json

_BOOKMARKLET = (
    "javascript:(()=>{const b=%s,w=window.open(b+'/from-page/%s');"
    "if(!w){alert('workbench: the browser did not let this site open a window.');return}"
    "addEventListener('message',function g(e){if(e.source!==w||e.origin!==b)return;removeEventListener('message',g);"
    "w.postMessage({token:%s,url:location.href,file:'<!DOCTYPE html>'+document.documentElement.outerHTML},b)})})()"
)

# The mark at the page's beginning says UTF-8, whatever the page's own markup says of the bytes it once was.
_SCRIPT = """
const say = words => { document.body.textContent = words };
if (!window.opener) {
  say('This site does not let another window have its page. Save the page (Ctrl+S, or with SingleFile) and run: '
    + 'workbench KIND add FILE');
} else {
  let got = false;
  addEventListener('message', async event => {
    if (got || event.source !== window.opener) return;
    got = true;
    say('Sending \\u2026');
    try {
      const {token, url, file} = event.data, form = new FormData();
      form.append('token', token);
      form.append('url', url);
      form.append('site', event.origin);
      form.append('file', new Blob(['\\ufeff', file], {type: 'text/html'}));
      say(await (await fetch('/save/KIND', {method: 'POST', body: form})).text());
    } catch (error) {
      say('The page could not be sent (' + error + '). Does workbench receive still run?');
    }
  });
  window.opener.postMessage('ready', '*');
}
"""
_WINDOW = """<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>workbench receive</title></head>
<body>Waiting for the page …<script>{script}</script></body></html>
"""


def bookmarklet(base: str, kind: str, token: str) -> str:
    """The bookmark that sends the page it is pressed on.

    Args:
        base: The receiver's own address.
        kind: What becomes of the page, "article" or "evidence".
        token: The token of web pages; the page that it runs in can read it.
    """
    return _BOOKMARKLET % (json.dumps(base), kind, json.dumps(token))


def window(kind: str) -> tuple[bytes, str]:
    """The window that the bookmark opens, and the policy by which no script but its own runs in it."""
    script = _SCRIPT.replace("KIND", kind)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = f"default-src 'none'; script-src 'sha256-{digest}'; connect-src 'self'; frame-ancestors 'none'"
    return _WINDOW.format(script=script).encode(), policy
