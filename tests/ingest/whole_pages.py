"""Pages put together at random out of what pages are made of, each paragraph known by the number in it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import assume
from hypothesis import strategies as st

_WHO = ("The council of Varen", "Its harbour office", "A report for the county", "The union of drivers", "The museum")
_DID = ("counted", "paid for", "lost", "put off", "repaired", "sold", "planned", "asked for")
_WHAT = ("boats", "tons of gravel", "signatures", "visitors", "metres of pipe", "euros", "old trees", "new places")
_WHEN = (
    "in the spring, more than anybody had expected",
    "over the summer and far into the autumn of that year",
    "while the road to the north was closed for repairs",
    "although two of its offices had been shut in the meantime",
)


@dataclass(frozen=True, slots=True)
class Part:
    """A block of a page: its markup, and the sentences a reader sees in it."""

    kind: str
    markup: str
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WholePage:
    """A page, the parts of its article, and what stands around it."""

    markup: str
    parts: tuple[Part, ...]
    around: tuple[str, ...]


@st.composite
def sentences(draw: st.DrawFn) -> str:
    number = draw(st.integers(10, 99_999))
    shown = draw(st.sampled_from((f"{number}", f"{number:,}", f"{number / 10:.1f}", f"{number} 000", f"{number}%")))
    words = (draw(st.sampled_from(part)) for part in (_WHO, _DID, _WHAT, _WHEN))
    who, did, what, when = words
    return f"{who} {did} {shown} {what} {when}."


def _inline(sentence: str, how: str) -> str:
    """The sentence with markup in it that changes nothing of what is read."""
    first, _, rest = sentence.partition(" ")
    middle = rest.split(" ")
    if how == "bold":
        return f"{first} <b>{middle[0]}</b> {' '.join(middle[1:])}"
    if how == "link":
        return f'{first} <a href="/x">{middle[0]} {middle[1]}</a> {" ".join(middle[2:])}'
    if how == "note":
        return f'{sentence}<sup><a href="#fn1">1</a></sup>'
    if how == "span":
        return f"<span>{first} </span><span style='font-weight:400'>{rest}</span>"
    if how == "entities":
        return sentence.replace(" ", "&nbsp;", 1)
    return sentence


_INLINE = st.sampled_from(("plain", "plain", "bold", "link", "note", "span", "entities"))


@st.composite
def parts(draw: st.DrawFn) -> Part:
    kind = draw(
        st.sampled_from(
            (
                *("p", "p", "p", "div", "heading", "loose", "breaks", "list", "quote", "table", "caption", "section"),
                *("dl", "deep", "font", "details", "numbered", "nested", "figures", "short", "box", "pre", "spans"),
            )
        )
    )
    count = 2 if kind in ("breaks", "list", "heading", "dl", "section", "numbered", "nested", "deep") else 1
    seen = tuple(draw(sentences()) for _ in range(count))
    figure = f"{draw(st.integers(1_000, 99_999)):,}"
    if kind in ("figures", "short"):
        seen = (f"2019 | {figure}",) if kind == "figures" else (f"It was {figure} in all.",)
    inner = [_inline(one, draw(_INLINE)) for one in seen]
    markup = {
        "p": f"<p>{inner[0]}</p>",
        "div": f"<div>{inner[0]}</div>",
        "heading": f"<h2>What is known</h2><p>{inner[0]}</p><p>{inner[-1]}</p>",
        "loose": f"<h3>And then</h3>{inner[0]}",
        "breaks": f"<p>{inner[0]}<br><br>{inner[-1]}</p>",
        "list": f"<ul><li>{inner[0]}</li><li>{inner[-1]}</li></ul>",
        "quote": f"<blockquote><p>{inner[0]}</p></blockquote>",
        "table": f"<table><tr><th>Place</th><th>What</th></tr><tr><td>Varen</td><td>{inner[0]}</td></tr></table>",
        "caption": f'<figure><img src="a.jpg" alt=""><figcaption>{inner[0]}</figcaption></figure>',
        "section": f"<section><p>{inner[0]}</p><p>{inner[-1]}</p></section>",
        "deep": f"<div><div><div><p>{inner[0]}</p></div></div><div><p>{inner[-1]}</p></div></div>",
        "font": f'<font size="2">{inner[0]}</font><br><br>',
        "details": f"<details><summary>More on it</summary><p>{inner[0]}</p></details>",
        "numbered": f"<ol><li><p>{inner[0]}</p></li><li><p>{inner[-1]}</p></li></ol>",
        "nested": f"<ul><li>{inner[0]}<ul><li>{inner[-1]}</li></ul></li></ul>",
        "figures": f"<table><tr><th>Year</th><th>Boats</th></tr><tr><td>2019</td><td>{figure}</td></tr></table>",
        "short": f"<p>It was {figure} in all.</p>",
        "box": f'<div class="factbox"><h3>In short</h3><p>{inner[0]}</p></div>',
        "pre": f"<pre>{seen[0]}</pre>",
        "spans": f'<div class="text"><span>{inner[0]}</span></div>',
        "dl": f"<dl><dt>First</dt><dd>{inner[0]}</dd><dt>Second</dt><dd>{inner[-1]}</dd></dl>",
    }[kind]
    return Part(kind, markup, seen)


_SHELLS = (
    "<article><h1>{title}</h1>{body}</article>",
    "<main><h1>{title}</h1><div class='content'>{body}</div></main>",
    "<div id='content'><h1>{title}</h1><div class='entry-content'>{body}</div></div>",
    "<div class='page'><div class='story-body'><h1>{title}</h1>{body}</div></div>",
    "<table><tr><td><h1>{title}</h1>{body}</td></tr></table>",
    "<h1>{title}</h1>{body}",
)
_AROUND = {
    "menu": ('<nav><ul><li><a href="/a">Council</a></li><li><a href="/b">Boats of the week</a></li></ul></nav>', ""),
    "related": (
        "",
        '<aside class="related"><h2>More</h2><ul><li><a href="/c">Choir of Varen wins in the capital</a></li></ul>'
        "</aside>",
    ),
    "comments": (
        "",
        '<div id="comments"><ol class="commentlist"><li><p>What a waste of good money, if you ask me.</p></li></ol>'
        "</div>",
    ),
    "foot": ("", "<footer><p>© 2024 The Letter of Varen. All rights reserved.</p></footer>"),
}
_FURNITURE = ("Boats of the week", "Choir of Varen wins", "What a waste of good money")


@st.composite
def whole_pages(draw: st.DrawFn) -> WholePage:
    inside = draw(st.lists(parts(), min_size=4, max_size=16))
    seen = [sentence for part in inside for sentence in part.seen]
    assume(len(set(seen)) == len(seen))  # the same sentence again may be read once
    shell = draw(st.sampled_from(_SHELLS))
    around = draw(st.sets(st.sampled_from(sorted(_AROUND))))
    before = "".join(_AROUND[one][0] for one in sorted(around))
    behind = "".join(_AROUND[one][1] for one in sorted(around))
    title = "Varen counts what it has"
    body = shell.format(title=title, body="".join(part.markup for part in inside))
    markup = (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head><body>{before}{body}{behind}</body></html>'
    )
    return WholePage(markup, tuple(inside), _FURNITURE)
