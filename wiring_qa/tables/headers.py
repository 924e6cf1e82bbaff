"""What a column's header says: which part of a wire, at which end, in which unit."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from wiring_qa.tables import synonyms
from wiring_qa.tables.traditional import SIMPLIFIED

FROM, TO = "from", "to"
_EPLAN_NUMBER = re.compile(r"<\d+>")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNIT = re.compile(
    r"[\s(\[/,_]*(mm\^?2|qmm|mmq|sqmm|平方毫米|awg|mm|cm|m|毫米|厘米|米|inch|in|ft)[\s)\]]*$|"
    r"[(\[]\s*(mm\^?2|qmm|mmq|sqmm|awg|mm|cm|m|毫米|厘米|米|inch|in|ft)\s*[)\]]"
)
_SIGNS = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[一-鿿])|(?<=[一-鿿])(?=[a-z])")
_CHINESE = re.compile(r"[一-鿿]")
_APART = re.compile(r"(?<=[一-鿿]) (?=[一-鿿])")
_SAYS_TWICE = re.compile(r"\s*[/|\n]\s*|\s+-\s+")
_CLEAR = 0.8
_LONGEST = 90
_AREAS = frozenset({"awg", "mm2", "qmm", "mmq", "sqmm", "平方毫米"})
"""Units of nothing else than cross-sections."""
_CABLE = re.compile("cable|kabel|leitung|cavo|电缆|线缆")
_VAGUE = frozenset({"end", "place"})


@dataclass(frozen=True, slots=True)
class Guess:
    """What a header may mean: a part of the wire (a key of `synonyms`), its end, and how sure that is."""

    part: str
    side: str | None
    confidence: float


@lru_cache(maxsize=16_384)
def normal(header: str) -> tuple[str, str | None]:
    """Return a header as the synonyms are written, and the unit that it names."""
    plain = unicodedata.normalize("NFKC", _HUMP.sub(" ", _EPLAN_NUMBER.sub(" ", header))).casefold()
    plain = "".join(
        sign for sign in unicodedata.normalize("NFD", plain) if unicodedata.category(sign) != "Mn"
    )
    unit = None
    if match := _UNIT.search(plain):
        rest = plain[: match.start()] + " " + plain[match.end() :]
        if _SIGNS.sub("", rest) and (match[0][0] in " ([/,_" or _CHINESE.search(rest)):
            plain, unit = rest, (match[1] or match[2]).replace("^", "")
    words = _BETWEEN.sub(" ", _SIGNS.sub(" ", plain)).translate(SIMPLIFIED).split()
    if unit is None and "awg" in words:
        unit = "awg"
    return _APART.sub("", " ".join(words)), unit


@lru_cache(maxsize=16_384)
def guess(header: str) -> Guess | None:
    """Tell what a header most likely means; None where it means nothing known."""
    name, unit = normal(header)
    if not name or len(header) > _LONGEST or names_something_else(header):
        return None
    found = _best(name)
    if found is None or found.confidence < _CLEAR:
        found = _in_two_languages(header) or found
    if unit in _AREAS and (found is None or found.part in {"number", "no"}):
        return Guess("cross_section_mm2", None, 0.9 if found or unit == "awg" else 0.6)
    return found


def names_something_else(header: str) -> bool:
    """Tell whether a header is known to mean nothing of a wire."""
    return _bare_of_side(normal(header)[0]) in synonyms.UNKNOWN


def names_part_of_end(header: str) -> bool:
    """Tell whether a header says something of an end where it stands under the end's name."""
    name = normal(header)[0]
    return name in _ENDS or _WIRES.get(name) == "no"


def _best(name: str) -> Guess | None:
    return max(_guesses(name), key=lambda each: each.confidence, default=None)


def _in_two_languages(header: str) -> Guess | None:
    """Tell what a header means that says it twice: ``起点 From``, ``Von / From``; None where it does not."""
    chinese = "".join(_CHINESE.findall(header))
    names = [chinese, _CHINESE.sub(" ", header)] if chinese else _SAYS_TWICE.split(header)
    told = [_best(name) if (name := normal(each)[0]) else None for each in names]
    meant = {(each.part, each.side) for each in told if each is not None}
    if len(names) < 2 or len(meant) != 1 or None in told:  # noqa: PLR2004  twice
        return None
    return max((each for each in told if each is not None), key=lambda each: each.confidence)


def _guesses(name: str) -> Iterator[Guess]:
    if name in synonyms.EXACT:
        yield Guess(*synonyms.EXACT[name], 1.0)
    if part := _WIRES.get(name):
        yield Guess(part, None, 0.95 if part == "number" and _CABLE.match(name) else 1.0)
    if part := _ENDS.get(name) or ("end" if _names_both(name) else None):
        yield Guess(part, None, 0.9 if part not in _VAGUE else 0.5)
    for side, rest, sureness in _sides(name):
        if not rest:
            yield Guess("end", side, 0.95 * sureness)
        elif told := _part_of_end(rest):
            yield Guess(told[0], side, told[1] * sureness)
    if part := _WIRES.get(_without_fillers(name)):
        yield Guess(part, None, 0.9)
    if part := _contained(name, _WIRES):
        yield Guess(part, None, 0.6)


def _sides(name: str) -> Iterator[tuple[str, str, float]]:
    """Find what may name the end, with the rest of the name and how sure that is."""
    words = name.split()
    for at in (-1, 0):
        rest = " ".join(words[:-1] if at else words[1:])
        if words[at] in synonyms.SUFFIXES and rest in _ENDS:
            yield synonyms.SUFFIXES[words[at]], rest, 1.0
    for at, word in enumerate(words[1:-1], 1):
        # a group of columns that ends with its number: connection point 1 terminal
        if word in synonyms.SUFFIXES and " ".join(words[:at]) in _ENDS:
            yield synonyms.SUFFIXES[word], " ".join(words[at + 1 :]), 1.0
    for phrase, side in _SIDES.items():
        if phrase == name:
            yield side, "", 1.0
        elif _CHINESE.search(phrase):
            if phrase in name:
                yield side, name.replace(phrase, " ", 1).strip(), 0.98 if name.startswith(phrase) else 0.9
        elif (place := f" {name} ".find(f" {phrase} ")) >= 0:
            # of two ends in one name the first is meant, the other belongs to the property's own name
            yield side, f"{name[:place]}{name[place + len(phrase) :]}".strip(), 0.98 - 0.001 * place
    yield from _compounds(words)


def _compounds(words: list[str]) -> Iterator[tuple[str, str, float]]:
    """German writes end and part in one word: Zielanschluss, Quellklemme."""
    for at, word in enumerate(words):
        for start, side in (("quell", FROM), ("start", FROM), ("ziel", TO)):
            tail = word.removeprefix(start)
            if (
                tail != word
                and tail
                and (part := tail if tail in _ENDS else tail.rstrip("s").removesuffix("e")) in _ENDS
            ):
                yield side, " ".join([*words[:at], part, *words[at + 1 :]]), 0.9 - 0.01 * at


def _part_of_end(name: str) -> tuple[str, float] | None:
    """Tell which part of an end a name without its side means, and how sure that is."""
    if part := _ENDS.get(name) or _ENDS.get(_without_fillers(name)):
        return part, 1.0
    if _names_both(name):
        return "end", 0.95
    part = _contained(name, _ENDS)
    return (part, 0.75) if part else None


def _names_both(name: str) -> bool:
    """Tell whether a name is that of a device with that of a terminal after it."""
    return any(
        _ENDS.get(name[:at].strip()) == "device" and _ENDS.get(name[at:].strip()) == "terminal"
        for at in range(1, len(name))
    )


def _bare_of_side(name: str) -> str:
    return " ".join(word for word in name.split() if word not in synonyms.SUFFIXES)


def _without_fillers(name: str) -> str:
    kept = " ".join(word for word in name.split() if word not in synonyms.FILLERS)
    return kept.removeprefix("位置") or kept


def _contained(name: str, phrases: Mapping[str, str]) -> str | None:
    """Find the longest phrase within a name; one letter or Chinese character alone says too little."""
    padded = f" {name} "
    fitting = [
        phrase
        for phrase in phrases
        if (phrase in name if _CHINESE.search(phrase) else f" {phrase} " in padded)
        and len(phrase) > 1
        and phrases[phrase] not in _NOT_WITHIN
    ]
    return phrases[max(fitting, key=lambda phrase: (phrase not in _BESIDE, len(phrase)))] if fitting else None


_NOT_WITHIN = frozenset({"no", "end", "tie"})
_BESIDE = frozenset({"cable", "core", "conducteur", "filo", "cavo", "hilo", "位置", *synonyms.FILLERS})
"""Words that say of what a name's other words tell a property: a cable's type, a position's device."""
_ENDS = {phrase: part for part, phrases in synonyms.ENDS.items() for phrase in phrases}
_WIRES = {phrase: part for part, phrases in synonyms.WIRES.items() for phrase in phrases}
_SIDES = {phrase: side for side, phrases in synonyms.SIDES.items() for phrase in phrases}
