"""Abbreviations and sentence openers that tell a full stop from the end of a sentence."""

from __future__ import annotations

from workbench.language.text.tokenizer import word_set

NEVER_LAST = word_set(
    """
    mr mrs ms mx dr prof rev hon sen rep gov gen lt col sgt capt cpt cmdr maj brig adm pvt cpl pres supt insp
    det messrs mmes amb atty treas sec st ft mt vs viz cf eg ie i.e e.g approx fig figs ed eds trans vol pp ca
    jan feb apr aug sept oct nov ald cllr cde pte sir. hr fr frau herr hrn dipl ing bzw ca z.b d.h u.a z.t bspw
    evtl ggf inkl exkl sog vgl s.o nr str mag priv doz mme mlle mgr me av boul bd env p.ex c.-à-d sr sra srta
    dña excmo ilmo ud uds ee v incl excl resp esp ibid op loc approx. dott on.le sig sigg avv p.es
    """
)
"""Words whose full stop never ends a sentence before a capital (titles, "vs.", "Feb.")."""

NEVER_LAST_IN = {
    "de": word_set("bgm obgm stv abg hptm"),
    "pl": word_set(
        "mec adw asp ul al im św gen płk ppłk kpt np tzw hab inż ks red ok godz poz art ust pkt o.o s.c wg dr ur"
    ),
    "nl": word_set("bv nl ca o.a d.w.z m.n jhr ir drs mgr sint"),
    "pt": word_set("pág págs art av exmo exma"),
    "es": word_set("pág págs art av avda núm"),
    "it": word_set("pag pagg art on"),
    "sv": word_set("ca kl bl.a t.ex d.v.s s.k m.fl"),
    "uk": word_set("ім вул м св ст п проф акад просп буд кв о обл"),
    "ru": word_set("им ул г св ст п проф акад пр д кв о обл т.е т.н"),
}
"""The same in one language alone: its short words may be whole ones elsewhere."""

WHOLE_WORDS_IN = {"sv": word_set("hon")}
"""Abbreviations elsewhere that are words of their own in one language: Swedish "hon" is "she"."""

YEAR_SIGNS = {"pl": "r", "uk": "р", "ru": "г", "cs": "r"}
"""The letter for "year" behind its number, with a stop that ends a sentence or does not."""

BEFORE_NUMBER = word_set(
    """
    no nos nr n° nº núm num pág págs pag pagg str
    art sec section ch chap p pp par para fig figs vol v s bd tel ext op ver c ca rd jan
    feb mar apr jun jul aug sep sept oct nov dec mt st rt rte hwy
    """
)
"""Words whose full stop never ends a sentence before a number."""

ENDS_OR_NOT = word_set(
    """
    inc ltd co corp bros llc plc jr sr esq ph.d m.d b.a m.a u.s u.k u.n e.u u.s.a d.c l.a n.y a.m p.m am pm etc
    al dept univ assn ave blvd rd sq dist gmbh ag bn hrs min sec ed est mass conn calif fla ill ind kan ky la md
    mich minn miss mo mont neb nev okla ore pa tenn tex va vt wash wis wyo ariz ark colo del ga aug mar jun
    jul sep dec fri mon tue tues wed thu thur thurs sat sun no usw mio mrd tsd etc.. u.ä o.ä m a.c d.c a.d b.c uu
    ee.uu cía assoc asst bldg cmte div govt gov't hosp intl jct mfg mgr natl nat'l int'l twp stn hq min. inst ag agr
    fish agric educ econ med eng sci tech bur comm admin
    """
)
"""Words whose full stop ends a sentence only before a word that opens sentences."""

PLAIN_WORDS = word_set("ill mass miss sat sun wed wash ark ore fish bank me")
"""Abbreviations that, written small, are words of their own: "two players were ill. Varen …"."""

STARTERS = word_set(
    """
    the a an this that these those he she it they we i you his her its their our my your there here in on at by
    for from to with after before during since until while when where what who why how which if although though
    because as but and or so yet however meanwhile also then thus therefore moreover nevertheless according some
    many most several all both each every other another one two no not only just now today yesterday tomorrow
    earlier later last next despite unlike under over between among within without did do does is are was were
    has have had can could will would should may might let please mr mrs ms dr der die das ein eine er sie es
    wir ich ihr dies diese dieser nach vor im am bei mit seit für auf aber und doch auch le la les un une il
    elle ils elles on ce cette ces dans en sur pour avec mais et selon après avant el los las una unos ella
    ellos este esta estos en con por para pero según tras desde
    """
)
"""Words that, written with a capital, most often open a sentence."""

GERMAN_MONTHS = word_set(
    """
    januar jänner februar märz april mai juni juli august september oktober november dezember
    """
)
