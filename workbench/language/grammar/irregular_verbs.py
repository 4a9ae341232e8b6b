"""English verbs whose past does not end in -ed: the one list of them that all rules read."""

from __future__ import annotations

import re

_TABLE = """
arise arose arisen, awake awoke awoken, bear bore borne, beat beat beaten, become became become, begin began begun,
bet bet bet, bid bid bid, bind bound bound, bite bit bitten, bleed bled bled, blow blew blown, break broke broken,
breed bred bred, bring brought brought, broadcast broadcast broadcast, build built built, burst burst burst,
buy bought bought, cast cast cast, catch caught caught, choose chose chosen, come came come, cost cost cost,
creep crept crept, cut cut cut, deal dealt dealt, dig dug dug, do did done, draw drew drawn, drink drank drunk,
drive drove driven, eat ate eaten, fall fell fallen, feed fed fed, feel felt felt, fight fought fought,
find found found, flee fled fled, fling flung flung, fly flew flown, forbid forbade forbidden, forget forgot forgotten,
forgive forgave forgiven, freeze froze frozen, get got got, give gave given, go went gone, grow grew grown,
hang hung hung, have had had, hear heard heard, hide hid hidden, hit hit hit, hold held held, hurt hurt hurt,
keep kept kept, know knew known, lay laid laid, lead led led, leave left left, lend lent lent, let let let,
light lit lit, lose lost lost, make made made, mean meant meant, meet met met, overcome overcame overcome,
oversee oversaw overseen, overtake overtook overtaken, overthrow overthrew overthrown, pay paid paid, put put put,
quit quit quit, read read read, ride rode ridden, ring rang rung, rise rose risen, run ran run, say said said,
see saw seen, seek sought sought, sell sold sold, send sent sent, set set set, shake shook shaken, shed shed shed,
shoot shot shot, show showed shown, shrink shrank shrunk, shut shut shut, sing sang sung, sink sank sunk, sit sat sat,
sleep slept slept, slide slid slid, speak spoke spoken, spend spent spent, spin spun spun, split split split,
spread spread spread, spring sprang sprung, stand stood stood, steal stole stolen, stick stuck stuck,
strike struck struck, swear swore sworn, sweep swept swept, swim swam swum, swing swung swung, take took taken,
teach taught taught, tear tore torn, tell told told, think thought thought, throw threw thrown,
undergo underwent undergone, understand understood understood, undertake undertook undertaken, wake woke woken,
wear wore worn, weep wept wept, win won won, withdraw withdrew withdrawn, withhold withheld withheld,
withstand withstood withstood, write wrote written
"""
"""As in "to go", the past tense, the participle."""

_VERBS = [tuple(verb.split()) for verb in _TABLE.split(",")]
_DOUBLING = re.compile(r"(?:[^aeiou]*|qu)[aeiou][^aeiouwxy]|begin|forget|forbid")
"""Verbs whose last letter is written twice before -ing."""

PASTS = frozenset(past for _, past, _ in _VERBS) - {"cost"}
"""Past tenses; "cost" tells a price, in the present as well, and nothing that happened."""
PARTICIPLES = frozenset(participle for _, _, participle in _VERBS) | {"born"}
ONLY_PASTS = frozenset(past for base, past, participle in _VERBS if past not in (base, participle))
"""Past tenses that are no participles: a verb so written is finite, whatever it is joined to."""
ONLY_PARTICIPLES = frozenset(participle for base, past, participle in _VERBS if participle not in (base, past))
"""Participles that are no past tense: without "has" or "had" they make no sentence."""
SAME = frozenset(base for base, *others in _VERBS if base in others)
"""Verbs whose past tense or participle is written as in "to put"."""


def _in_ing(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return base[:-1] + "ing"
    return base + (base[-1] if _DOUBLING.fullmatch(base) else "") + "ing"


PAST_OF_ING = {_in_ing(base): past for base, past, _ in _VERBS} | {"dying": "died", "tying": "tied"}
"""The past tense by the form in -ing."""
