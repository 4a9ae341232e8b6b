"""Common first names by the pronoun that usually follows them: a hint, never more."""

from __future__ import annotations

_MEN = """
    aaron abdul adam adrian ahmed alan albert alejandro alex alexander alexei ali andreas andrew andrey angus
    anthony antonio antony arthur barack barry ben benjamin bernard bill bob boris brad brandon brian bruce carl
    carlos charles chris christian christopher claudio colin craig daniel darren dave david dean dennis derek
    dmitry dominic donald douglas edward emmanuel enrique eric ethan francis francisco frank fred frederick
    gareth gary gavin geoff george gerald gerhard giovanni giuseppe gordon graham greg gregory hans harold harry
    hassan henry hugh hussein ian igor ivan jack jacob jacques james jason javier jean jeff jeffrey jeremy jerry
    jim joe john jonathan jorge jose joseph joshua juan justin karl keith ken kenneth kevin khalid kim kumar
    larry lars lawrence lee leo leon lewis liam lloyd louis luca luis luke marc marco mario mark martin matt
    matthew matteo max michael miguel mike mohamed mohammed muhammad narendra nathan neil nicholas nick nigel
    noah oliver olaf oscar owen patrick paul pedro peter phil philip pierre rafael ralph raymond ricardo richard
    rishi rob robert roberto roger ronald rory roy russell ryan sadiq sajid samuel scott sean sebastian sergei
    sergey shane simon stefan stephen steve steven stuart terry thomas tim timothy toby tom tony trevor victor
    viktor vincent vladimir volodymyr walter wayne wilhelm will william wolfgang yusuf zachary
"""
_WOMEN = """
    abigail agnes aisha alexandra alice alicia alison amanda amber amy ana andrea angela anita ann anna anne
    annette annie barbara beatrice bella bernadette beth betty bridget camilla carla carol caroline catherine
    charlotte cheryl chloe christina christine claire clara claudia colette constance cristina cynthia daisy
    dawn deborah denise diana diane donna dorothy eleanor elena elizabeth ella ellen emily emma erin esther eva
    eve fatima fiona florence frances francesca gemma georgia gillian giorgia gloria grace greta hannah harriet
    heather heidi helen hilary hillary ingrid irene iris isabel isabella isabelle jacinda jackie jacqueline jane
    janet jasmine jean jennifer jenny jess jessica jill jo joan joanna joanne josephine joyce judith judy julia
    julie justine kamala karen karin kate katherine kathleen kathryn katie kay kelly kim kirsty laura lauren
    leah lena lesley lily linda lisa liz louise lucy lydia lynn madeleine maggie maria marie marina marion
    marloes martha mary maya megan melanie melissa mia michelle miriam monica nadia nancy naomi natalie natasha
    nicola nicole nina nora olga olivia pamela patricia paula penelope penny philippa priti rachel rebecca rita
    rosa rose rosie ruth sabrina sally samantha sandra sara sarah sharon sheila shirley silvia simone sofia
    sonia sophia sophie stefania stella stephanie suella susan susanna suzanne sylvia tanya teresa theresa tina
    tracy ursula valerie vanessa vera veronica victoria virginia vivian wendy yasmin yvette yvonne zara zoe
"""
MEN, WOMEN = frozenset(_MEN.split()), frozenset(_WOMEN.split())
