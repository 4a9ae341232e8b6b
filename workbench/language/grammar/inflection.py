"""The past tense of an English verb from its form in -ing ("leaving" is "left", "causing" is "caused")."""

from __future__ import annotations

_IRREGULAR = {
    "beating": "beat", "becoming": "became", "beginning": "began", "binding": "bound", "blowing": "blew",
    "breaking": "broke", "bringing": "brought", "broadcasting": "broadcast", "building": "built", "buying": "bought",
    "casting": "cast", "catching": "caught", "choosing": "chose", "coming": "came", "costing": "cost", "cutting": "cut",
    "dealing": "dealt", "doing": "did", "drawing": "drew", "drinking": "drank", "driving": "drove", "dying": "died",
    "eating": "ate", "falling": "fell", "feeding": "fed", "feeling": "felt", "fighting": "fought", "finding": "found",
    "fleeing": "fled", "flying": "flew", "forgetting": "forgot", "freezing": "froze", "getting": "got",
    "giving": "gave", "going": "went", "growing": "grew", "hanging": "hung", "having": "had", "hearing": "heard",
    "hiding": "hid", "hitting": "hit", "holding": "held", "hurting": "hurt", "keeping": "kept", "knowing": "knew",
    "laying": "laid", "leading": "led", "leaving": "left", "lending": "lent", "letting": "let", "lighting": "lit",
    "losing": "lost", "making": "made", "meaning": "meant", "meeting": "met", "overtaking": "overtook",
    "paying": "paid", "putting": "put", "quitting": "quit", "reading": "read", "riding": "rode", "rising": "rose",
    "running": "ran", "saying": "said", "seeing": "saw", "seeking": "sought", "selling": "sold", "sending": "sent",
    "setting": "set", "shaking": "shook", "shedding": "shed", "shooting": "shot", "shutting": "shut", "singing": "sang",
    "sinking": "sank", "sitting": "sat", "sleeping": "slept", "speaking": "spoke", "spending": "spent",
    "splitting": "split", "spreading": "spread", "standing": "stood", "stealing": "stole", "striking": "struck",
    "swearing": "swore", "sweeping": "swept", "swimming": "swam", "taking": "took", "teaching": "taught",
    "tearing": "tore", "telling": "told", "thinking": "thought", "throwing": "threw", "tying": "tied",
    "undergoing": "underwent", "understanding": "understood", "waking": "woke", "wearing": "wore", "winning": "won",
    "withdrawing": "withdrew", "writing": "wrote",
}  # fmt: skip


def past_of_participle(word: str) -> str | None:
    """The past tense of the verb whose form in -ing is given; None where spelling does not tell ("lying")."""
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if not lower.endswith("ing") or len(lower) < 6 or lower == "lying":
        return None
    stem = lower[:-3]
    if stem.endswith("y") and stem[-2:-1] not in set("aeiou"):
        return stem[:-1] + "ied"
    return stem + ("d" if stem.endswith("ee") else "ed")
