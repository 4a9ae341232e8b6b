"""Which words tell one deed: "passed" and "adopted", "stepped down" and "resigned", "went down" and "sank".

Wider than `senses`, for what is done on a day: a town that was taken in 1944 fell in 1944.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from workbench.comparison.context_window import WORD, is_past
from workbench.comparison.senses import same_sense
from workbench.comparison.stemming import stem

_LINES = """
    found founded founding foundation established establishment set-up created creation formed started launched
    found began inaugurated incorporated instituted
    open opened opening opens inaugurated inauguration unveiled unveiling started started-up launched
    begin began begun begins beginning started starts start launched broke-out broken-out commenced kicked-off
    begin walked-out opened opens erupted
    end ended ends ending dried-up finished concluded stopped ceased expired expires abolished terminated over
    end called-off
    close closed closes closure shut shuttered shut-down closed-down ceased halted mothballed
    build built constructed construction erected completed completion finished put-up went-up raised dug bored laid
    demolish demolished demolition razed torn-down tore-down pulled-down knocked-down taken-down took-down destroyed
    demolish dismantled removed bulldozed toppled
    destroy destroyed destruction burned burnt burned-down burnt-down burned-out gutted fire flattened wrecked
    destroy levelled ruined fell came-down
    pass passed passage adopted adoption approved approval enacted enactment voted-through voted-for voted-in
    pass endorsed backed accepted cleared ratified ratification agreed
    reject rejected rejection threw-out thrown-out voted-down voted-against turned-down dismissed defeated vetoed
    reject blocked struck-down
    repeal repealed abolished abolition scrapped revoked ended cancelled annulled axed rescinded struck-down
    repeal overturned done-away did-away lifted dropped withdrawn
    remove removed removal lifted eased dropped taken-away scrapped
    ban banned outlawed prohibited prohibition forbidden forbade abolished
    impose imposed introduced introduction brought-in came-in slapped levied launched
    force force effect effective applied applies
    sign signed signing signature concluded agreed inked sealed
    resign resigned resignation quit stepped-down stood-down stepped-aside left retired retirement gave-up given-up
    resign bowed-out abdicated abdication
    leave left quit departed departure moved-away moved-out withdrew withdrawn withdrawal exited exit pulled-out
    leave walked-out emigrated fled
    dismiss dismissed dismissal sacked fired ousted removed voted-out thrown-out toppled deposed overthrown relieved
    arrive arrived arrival moved-to landed reached entered joined came-to moved-in settled
    join joined entered entry acceded accession membership member admitted signed-for
    appoint appointed appointment named elected election became took-over taken-over sworn-in took-up succeeded
    appoint chosen installed promoted crowned coronation enthroned picked
    win won wins winning winner victory beat beaten triumphed triumph champion champions clinched claimed awarded
    win received
    award awarded received won given gave honoured conferred
    die died dies death dead killed passed-away drowned perished
    kill killed murdered murder shot assassinated assassination executed execution slain stabbed death
    born birth
    marry married wed marriage wedding
    divorce divorced separated split split-up broke-up
    sink sank sunk sinking went-down gone-down foundered
    crash crashed crash came-down plunged
    arrest arrested arrest detained detention picked-up seized caught captured custody
    release released freed release let-go set-free let-out paroled
    convict convicted conviction guilty jailed sentenced imprisoned
    acquit acquitted acquittal cleared exonerated
    charge charged indicted indictment accused
    hire hired took-on taken-on recruited employed engaged appointed
    buy bought acquired acquisition purchased purchase took-over taken-over takeover snapped-up
    sell sold sale sold-off disposed
    merge merged merger fused combined
    move moved moved-to relocated transferred shifted transfer
    rename renamed rechristened name
    repair repaired restored restoration renovated renovation refurbished modernised fixed done-up overhauled
    rebuild rebuilt reconstructed reconstruction restored
    discover discovered discovery found identified detected spotted isolated unearthed
    invent invented invention developed devised created
    publish published publication released came-out printed issued appeared out
    show premiered premiere opened shown screened aired broadcast released
    write wrote written penned composed authored
    record recorded recording
    test tested trialled trial
    approve approved authorised licensed cleared permitted allowed approval
    nationalise nationalised nationalisation state taken-into
    independence independence independent
    bankrupt bankrupt bankruptcy insolvent insolvency collapsed went-bust gone-bust went-under folded
    dissolve dissolved dissolution disbanded broken-up wound-up
    attack attacked attack raided bombed shelled struck stormed hit
    hit hit struck happened occurred shook
    invade invaded invasion occupied marched-into attacked
    capture captured seized occupied conquered stormed overran took-over fell
    visit visited visit toured travelled trip
    meet met meeting talks
    hold hosted held staged played happened occurred
    launch launched launch lifted-off took-off blasted-off sent-up
    land landed landing touched-down
    scrap scrapped broken-up decommissioned withdrawn retired
    widen widened expanded enlarged extended extension expansion
    suspend suspended suspension halted paused froze frozen
    resume resumed restarted reopened reopens
    fine fined penalised fine
    fell felled cut-down chopped-down
    declare declared proclaimed proclamation announced
    announce announced presented revealed published unveiled
    deport deported deportation expelled
    expel expelled excluded thrown-out kicked-out
    abduct kidnapped abducted kidnapping seized
    rescue rescued saved rescue
    rob robbed robbery stole stolen broke-into raided theft
    flee fled escaped escape
    split split divided partitioned broke-away seceded
    unite unified reunified merged reunification
    legal legalised legal legalisation decriminalised allowed
    flood flooded inundated flood
    switch switched changed replaced replacement adopted
    relegate relegated relegation went-down gone-down
    promote promoted promotion went-up
    graduate graduated degree
    sue sued lawsuit filed
    draw drawn drew draw tied
    draft drafted drawn-up drew-up
    connect connected linked
    privatise privatised sold-off
    nominate nominated nomination shortlisted put-forward
    strike struck walked-out strike
    stand stood ran-for contested
    erase deleted erased
    protest protested demonstrated marched rallied
    hang hanged executed
    ally allied pact
    dig dug bored
    plant planted
    catch caught hooked landed
    bury buried burial funeral
    baptise baptised christened
    adopt adopted
    break broke broken breached burst
"""
"""The first word names a deed, the others may tell it; "step-down" is the verb with that small word behind it."""

_LIGHT_WORDS = """
    was were had got came come took taken went gone put made gave given saw seen brought kept led dated dates
    meant ran turned known called based located situated used said told wrote written stood lay lied happened
    occurred became remained totalled amounted counted held valued estimated reported announced stated added
    noted claimed confirmed recorded according united hundred followed following will cost set hundreds kindred
    sacred naked stayed planned scheduled expected hoped promised lived needed wanted tried decided agreed
    allowed helped included dubbed titled entitled aged
"""
_LIGHT = frozenset(_LIGHT_WORDS.split())
"""Verbs that by themselves tell no deed, or any: "took", "became", "stood"."""

_PARTICLE_WORDS = "up down out in off on over away back against for through into under aside forward to go free bust"
PARTICLES = frozenset(_PARTICLE_WORDS.split())
_TO_PARTICLE = 2
"""Words behind a verb among which its small word stands: "voted the plan down"."""


def _read() -> dict[str, frozenset[str]]:
    table: dict[str, frozenset[str]] = {}
    for line in _LINES.strip().splitlines():
        name, *words = line.split()
        for word in words:
            key = word if "-" in word else stem(word)
            table[key] = table.get(key, frozenset()) | {name}
    return table


_DEEDS = _read()


class Deed(NamedTuple):
    """A word that tells what was done, with its small word, where it stands, and whether it is a verb by its form."""

    key: str
    start: int
    verb: bool = True

    @property
    def kinds(self) -> frozenset[str]:
        """The lines it stands on."""
        return _DEEDS.get(self.key, frozenset())

    def like(self, other: Deed) -> bool:
        """Whether both may tell one deed."""
        if self.key == other.key or self.kinds & other.kinds:
            return True
        return "-" not in self.key + other.key and same_sense(self.key, other.key)


_BEFORE_VERB = re.compile(r"^(?:re|over|under|out|fore)(?=[a-z]{3})")


def _is_verb(text: str, word: re.Match[str]) -> bool:
    """Whether a word is a verb by its form, and no half of "highest-paid"."""
    said = word.group().casefold()
    if said in _LIGHT or text[max(0, word.start() - 1) : word.start()] == "-":
        return False
    return is_past(said) or is_past(_BEFORE_VERB.sub("", said))


def deeds(text: str) -> list[Deed]:
    """What is done in a text, each in order; a noun of a deed counts too."""
    found: list[Deed] = []
    words = list(WORD.finditer(text))
    for at, word in enumerate(words):
        said = word.group().casefold()
        if said == "re":
            continue
        again = "re-" if word.start() > 2 and text[word.start() - 3 : word.start()].casefold() == "re-" else ""
        if again and said == "elected":
            again = ""
        behind = (one.group().casefold() for one in words[at + 1 : at + 1 + _TO_PARTICLE])
        phrase = next((key for one in behind if one in PARTICLES and (key := f"{said}-{one}") in _DEEDS), None)
        if phrase:
            found.append(Deed(phrase, word.start()))
        elif stem(said) in _DEEDS or _is_verb(text, word) or again:
            found.append(Deed(again + stem(said), word.start(), bool(again) or _is_verb(text, word)))
    return found
