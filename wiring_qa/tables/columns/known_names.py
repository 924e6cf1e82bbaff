"""The names of `synonyms`, as they are found whole or within the name of a column."""

import re
from collections.abc import Mapping, Sequence

from wiring_qa.tables.columns import synonyms

CHINESE = re.compile(r"[一-鿿]")
_NOT_WITHIN = frozenset({"no", "end", "tie"})
_BESIDE = frozenset({"cable", "core", "conducteur", "filo", "cavo", "hilo", "位置", *synonyms.FILLERS})
"""Words that say of what a name's other words tell a property: a cable's type, a position's device."""


class Names(dict[str, str]):
    """What each known name means."""

    def __init__(self, meanings: Mapping[str, Sequence[str]]) -> None:
        super().__init__((name, meaning) for meaning, names in meanings.items() for name in names)
        self._order = {name: place for place, name in enumerate(self)}
        self._chinese = [name for name in self if CHINESE.search(name)]
        self._longest = max(name.count(" ") + 1 for name in self)

    def within(self, name: str) -> list[str]:
        """Return the known names that stand within another, in the order of the synonyms.

        Others stand there as whole words, Chinese ones anywhere.
        """
        words = name.split()
        runs = {
            " ".join(words[at:end])
            for at in range(len(words))
            for end in range(at + 1, min(len(words), at + self._longest) + 1)
        }
        found = self.keys() & runs
        if not name.isascii() and CHINESE.search(name):
            found.update(phrase for phrase in self._chinese if phrase in name)
        return sorted(found, key=self._order.__getitem__)

    def longest_within(self, name: str) -> str | None:
        """Return what the longest of them means; one letter or Chinese character alone says too little."""
        fitting = [each for each in self.within(name) if len(each) > 1 and self[each] not in _NOT_WITHIN]
        return self[max(fitting, key=lambda each: (each not in _BESIDE, len(each)))] if fitting else None


ENDS, WIRES, SIDES = Names(synonyms.ENDS), Names(synonyms.WIRES), Names(synonyms.SIDES)


def part_of_end(name: str) -> tuple[str, float] | None:
    """Tell which part of an end a name without its side means, and how sure that is."""
    if part := ENDS.get(name) or ENDS.get(without_fillers(name)):
        return part, 1.0
    if names_both(name):
        return "end", 0.95
    part = ENDS.longest_within(name)
    return (part, 0.75) if part else None


def names_both(name: str) -> bool:
    """Tell whether a name is that of a device with that of a terminal after it."""
    is_ascii = name.isascii()
    return any(
        ENDS.get(name[at:].strip()) == "terminal" and ENDS.get(name[:at].strip()) == "device"
        for at in range(1, len(name))
        if not is_ascii or name[at] == " "
    )


def without_fillers(name: str) -> str:
    """Return a name without the words that change nothing."""
    kept = " ".join(word for word in name.split() if word not in synonyms.FILLERS)
    return kept.removeprefix("位置") or kept
