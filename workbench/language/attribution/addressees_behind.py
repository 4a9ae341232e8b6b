"""To whom it was said, behind a name: "Anne Exemple à l'AFP", "Anna Esempio all'ANSA", "Ana Exemplo à agência Lusa"."""

from __future__ import annotations

import re

_BEHIND = {
    "fr": re.compile(r"\s(?:à|au|aux|dans|sur|chez|devant)\s.*$"),
    "es": re.compile(r"\s(?:a|al|ante|en)\s.*$"),
    "it": re.compile(r"\s(?:a|ad|al|alla|ai|agli|alle|allo|su|sul|sulla)\s.*$|\s(?:all|sull|dall)['’].*$"),
    "pt": re.compile(r"\s(?:a|à|ao|aos|às|em|no|na|nos|nas)\s.*$"),
}
_LEAST = 2
"""Words of a name, which no office is: "la ministre à la Santé" keeps its office."""


def without_addressee_behind(who: str, language: str) -> str:
    """A name without whom it speaks to.

    Args:
        who: What stands beside a verb of saying.
        language: One of those that put whom it is said to behind the name; others are left as they are.
    """
    form = _BEHIND.get(language)
    found = form.search(who) if form is not None else None
    if found is None:
        return who
    name = who[: found.start()].split()
    return " ".join(name) if len(name) >= _LEAST and all(word[0].isupper() for word in name) else who
