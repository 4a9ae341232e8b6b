"""English word lists that the claim rules share: closed classes and verbs of saying."""

from __future__ import annotations

from workbench.language.text.tokenizer import word_set

AUXILIARIES = word_set(
    """
    is are was were am 's 're has have had 've do does did will would can could may might shall should must
    cannot isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't couldn't
    shouldn't mustn't it's he's she's that's there's they're we're you're i'm they've we've i've you've who's
    it'll he'll she'll they'll we'll i'll he'd she'd they'd we'd i'd what's
    """
)

PHRASE_ENDS = word_set(
    """
    of in on at to for from with by into onto out off up over under above below across along around through throughout
    against between among within without about near behind before after since during until till than per as and or but
    nor if because while when where who whom whose which that is are was were has have had will would can could may
    might must shall should
    """
)
"""Words at which the phrase of a noun is over."""

SAY_VERBS: dict[str, frozenset[str]] = {
    "say": word_set("say says said saying"),
    "tell": word_set("tell tells told telling"),
    "write": word_set("write writes wrote written writing"),
    "find": word_set("find finds found finding"),
    "show": word_set("show shows showed shown showing"),
    "submit": word_set("submits submitted submitting"),
    "hold": word_set("hold holds held"),
    "read": word_set("reads read"),
}
_REGULAR = [
    "add",
    "announce",
    "report",
    "claim",
    "warn",
    "state",
    "note",
    "argue",
    "explain",
    "believe",
    "estimate",
    "insist",
    "confirm",
    "deny",
    "suggest",
    "acknowledge",
    "admit",
    "allege",
    "assert",
    "accuse",
    "advise",
    "declare",
    "describe",
    "disclose",
    "conclude",
    "concede",
    "caution",
    "contend",
    "comment",
    "confess",
    "continue",
    "cite",
    "clarify",
    "demand",
    "dispute",
    "emphasise",
    "emphasize",
    "hint",
    "imply",
    "indicate",
    "maintain",
    "mention",
    "observe",
    "predict",
    "pledge",
    "promise",
    "propose",
    "quote",
    "reason",
    "recall",
    "recommend",
    "remark",
    "repeat",
    "reply",
    "respond",
    "reveal",
    "reiterate",
    "stress",
    "theorise",
    "theorize",
    "testify",
    "tweet",
    "urge",
    "vow",
    "underline",
    "request",
    "ask",
    "inform",
    "remind",
    "complain",
    "speculate",
    "reject",
    "criticise",
    "criticize",
    "condemn",
    "defend",
    "praise",
    "boast",
    "joke",
    "affirm",
    "reckon",
    "project",
    "forecast",
    "calculate",
    "determine",
    "document",
    "learn",
    "characterise",
    "characterize",
    "dub",
    "label",
    "encourage",
    "hope",
    "fear",
    "worry",
    "expect",
    "call",
    "reassure",
    "assure",
    "decry",
    "denounce",
    "signal",
    "outline",
    "voice",
    "threaten",
    "lament",
    "post",
    "agree",
    "order",
    "counter",
    "retort",
    "plead",
]


def _forms(verb: str) -> frozenset[str]:
    if verb == "forecast":
        return frozenset({"forecast", "forecasts", "forecasting"})
    if verb.endswith("e"):
        return frozenset({verb, verb + "s", verb + "d", verb[:-1] + "ing"})
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return frozenset({verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"})
    if verb in {"admit", "dub", "label", "quote"} and verb != "quote":
        return frozenset({verb, verb + "s", verb + verb[-1] + "ed", verb + "ed", verb + verb[-1] + "ing"})
    if verb.endswith(("s", "sh", "ch", "x")):
        return frozenset({verb, verb + "es", verb + "ed", verb + "ing"})
    return frozenset({verb, verb + "s", verb + "ed", verb + "ing"})


SAY_VERBS.update({verb: _forms(verb) for verb in _REGULAR})
# "three members objecting, the motion was carried" tells nothing that they said
SAY_VERBS.update({verb: frozenset({verb, f"{verb}s", f"{verb}ed"}) for verb in ("object", "protest")})

SAYING: dict[str, str] = {form: lemma for lemma, forms in SAY_VERBS.items() for form in forms}
"""Every form of a verb of saying, finding or judging, to its base form."""

STRONG_SAYING = word_set(
    """
    say tell write add announce report claim warn state note argue explain believe estimate insist confirm deny
    suggest acknowledge admit allege assert declare disclose conclude concede caution contend comment continue
    maintain observe predict pledge promise reason recall remark repeat reply respond reveal reiterate stress
    theorise theorize testify tweet vow find complain clarify speculate forecast calculate find show read affirm reckon
    inform remind submit threaten counter retort object protest
    plead
    """
)
"""Verbs of saying that take what was said as a clause."""

MINDS = word_set(
    """
    think thinks thought feel feels felt accept accepts accepted doubt doubts doubted suspect suspects suspected assume
    assumes assumed
    """
)
"""Verbs that say with a clause what somebody takes for true."""

ATTITUDE_WORDS = word_set(
    """
    unacceptable shameful disgraceful wonderful terrible horrible great awful damning outrageous brilliant
    appalling disappointing disappointed proud sad happy delighted pleased welcome unfair fair reasonable
    ridiculous absurd dangerous vital crucial essential necessary wrong
    worse best worst tragic beautiful amazing fantastic excellent poor clumsy unthinking thoughtless hopeful
    optimistic pessimistic confident committed determined sorry grateful concerned worried ideological deserve
    deserves should ought clearly obviously frankly honestly perhaps maybe unfortunately
    sadly hopefully arguably
    """
)
"""Words of judgement and attitude."""

CONNECTIVES = word_set(
    """
    and but or so yet however meanwhile also then thus therefore moreover nevertheless nonetheless furthermore
    additionally indeed besides still instead otherwise consequently accordingly similarly likewise
    """
)
"""Words that tie a clause to the one before it and are left out of a claim's span."""

SUBORDINATORS = word_set(
    """
    because although though while whereas when after before since as until unless if once whereas whilst
    """
)

TITLE_WORDS = word_set(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baroness president vice prime minister chancellor
    secretary foreign home defence defense interior finance health education transport environment culture
    justice trade shadow deputy under-secretary undersecretary first state attorney general ambassador senator
    congressman congresswoman representative rep sen gov governor mayor king queen prince princess pope cardinal
    bishop archbishop judge chief executive officer ceo cfo chairman chairwoman chair director head leader
    spokesman spokeswoman spokesperson captain colonel general lieutenant sergeant major admiral commander
    inspector superintendent detective constable analyst economist coach manager author coauthor co-author
    founder co-founder campaigner barrister lawyer solicitor activist researcher scientist historian journalist
    reporter editor critic former acting interim senior us uk eu un russian ukrainian french german british
    american chinese italian spanish overseas counterpart member mp mep councillor cllr speaker majority
    minority whip treasurer commissioner magistrate ministerial the a an our his her their labour conservative
    tory republican democrat democratic liberal green party cllrs messrs drs profs councillors
    """
)
"""Words that stand before a name without being part of it."""
