"""What a column's header says: which part of a wire, at which end, in which unit."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from wiring_qa.tables.columns import synonyms
from wiring_qa.tables.columns.known_names import (
    CHINESE,
    ENDS,
    SIDES,
    WIRES,
    names_both,
    part_of_end,
    without_fillers,
)
from wiring_qa.tables.columns.traditional import SIMPLIFIED

FROM, TO = "from", "to"
_EPLAN_NUMBER = re.compile(r"<\d+>")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UNIT = re.compile(
    r"[\s(\[/,_]*(mm\^?2|qmm|mmq|sqmm|平方毫米|awg|mm|cm|m|毫米|厘米|米|inch|in|ft)[\s)\]]*$|"
    r"[(\[]\s*(mm\^?2|qmm|mmq|sqmm|awg|mm|cm|m|毫米|厘米|米|inch|in|ft)\s*[)\]]"
)
_SIGNS = re.compile(r"[\W_]+")
_BETWEEN = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])|(?<=[a-z])(?=[一-鿿])|(?<=[一-鿿])(?=[a-z])")
_APART = re.compile(r"(?<=[一-鿿]) (?=[一-鿿])")
_SAYS_TWICE = re.compile(r"\s*[/|\n]\s*|\s+-\s+")
_CLEAR = 0.8
_LONGEST, _LOOKED_AT = 90, 200
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
    plain = _HUMP.sub(" ", _EPLAN_NUMBER.sub(" ", header[:_LOOKED_AT])).casefold()
    if not plain.isascii():
        parts = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", plain).casefold())
        plain = "".join(sign for sign in parts if unicodedata.category(sign) != "Mn")
    unit = None
    if match := _UNIT.search(plain):
        rest = plain[: match.start()] + " " + plain[match.end() :]
        if _SIGNS.sub("", rest) and (match[0][0] in " ([/,_" or CHINESE.search(rest)):
            plain, unit = rest, (match[1] or match[2]).replace("^", "")
    words = _BETWEEN.sub(" ", _SIGNS.sub(" ", plain)).translate(SIMPLIFIED).split()
    if unit is None and "awg" in words:
        unit = "awg"
    return _APART.sub("", " ".join(words)), unit


@lru_cache(maxsize=16_384)
def guess(header: str) -> Guess | None:
    """Tell what a header most likely means; None where it means nothing known."""
    if len(header) > _LONGEST or not (name := normal(header)[0]) or names_something_else(header):
        return None
    unit = normal(header)[1]
    found = _best(name)
    if found is None or found.confidence < _CLEAR:
        found = _in_two_languages(header) or found
    if unit in _AREAS and (found is None or found.part in {"number", "no"}):
        return Guess("cross_section_mm2", None, 0.9 if found or unit == "awg" else 0.6)
    return found


def names_something_else(header: str) -> bool:
    """Tell whether a header is known to mean nothing of a wire."""
    name, unit = normal(header)
    return unit not in _AREAS and _bare_of_side(name) in synonyms.UNKNOWN


def names_part_of_end(header: str) -> bool:
    """Tell whether a header says something of an end where it stands under the end's name."""
    name = normal(header)[0]
    return name in ENDS or WIRES.get(name) == "no"


def _best(name: str) -> Guess | None:
    return max(_guesses(name), key=lambda each: each.confidence, default=None)


def _in_two_languages(header: str) -> Guess | None:
    """Tell what a header means that says it twice: ``起点 From``, ``Von / From``; None where it does not."""
    chinese = "".join(CHINESE.findall(header))
    names = [chinese, CHINESE.sub(" ", header)] if chinese else _SAYS_TWICE.split(header)
    told = [_best(name) if (name := normal(each)[0]) else None for each in names]
    meant = {(each.part, each.side) for each in told if each is not None}
    if len(names) < 2 or len(meant) != 1 or None in told:  # noqa: PLR2004  twice
        return None
    return max((each for each in told if each is not None), key=lambda each: each.confidence)


def _guesses(name: str) -> Iterator[Guess]:
    if name in synonyms.EXACT:
        yield Guess(*synonyms.EXACT[name], 1.0)
    if part := WIRES.get(name):
        yield Guess(part, None, 0.95 if part == "number" and _CABLE.match(name) else 1.0)
    if part := ENDS.get(name) or ("end" if names_both(name) else None):
        yield Guess(part, None, 0.9 if part not in _VAGUE else 0.5)
    for side, rest, sureness in _sides(name):
        if not without_fillers(rest):
            yield Guess("end", side, 0.95 * sureness)
        elif told := part_of_end(rest):
            yield Guess(told[0], side, told[1] * sureness)
    if part := WIRES.get(without_fillers(name)):
        yield Guess(part, None, 0.9)
    if part := WIRES.longest_within(name):
        yield Guess(part, None, 0.6)


def _sides(name: str) -> Iterator[tuple[str, str, float]]:
    """Find what may name the end, with the rest of the name and how sure that is."""
    words = name.split()
    for at in (-1, 0):
        rest = " ".join(words[:-1] if at else words[1:])
        if words[at] in synonyms.SUFFIXES and rest in ENDS:
            yield synonyms.SUFFIXES[words[at]], rest, 1.0
    for at, word in enumerate(words[1:-1], 1):
        # a group of columns that ends with its number: connection point 1 terminal
        if word in synonyms.SUFFIXES and " ".join(words[:at]) in ENDS:
            yield synonyms.SUFFIXES[word], " ".join(words[at + 1 :]), 1.0
    padded = f" {name} "
    for phrase in SIDES.within(name):
        side = SIDES[phrase]
        if phrase == name:
            yield side, "", 1.0
        elif CHINESE.search(phrase):
            yield side, name.replace(phrase, " ", 1).strip(), 0.98 if name.startswith(phrase) else 0.9
        else:
            place = padded.find(f" {phrase} ")
            # of two ends in one name the first is meant, the other belongs to the property's own name
            yield side, f"{name[:place]}{name[place + len(phrase) :]}".strip(), 0.98 - 0.001 * place
    yield from _compounds(words)


def _compounds(words: list[str]) -> Iterator[tuple[str, str, float]]:
    """German writes end and part in one word: Zielanschluss, Quellklemme."""
    for at, word in enumerate(words):
        for start, side in (("quell", FROM), ("start", FROM), ("ziel", TO), ("end", TO)):
            tail = word.removeprefix(start)
            if (
                tail != word
                and tail
                and (part := tail if tail in ENDS else tail.rstrip("s").removesuffix("e")) in ENDS
                and not (start == "end" and ENDS[part] == "lug")  # a ferrule is at either end
            ):
                yield side, " ".join([*words[:at], part, *words[at + 1 :]]), 0.9 - 0.01 * at


def _bare_of_side(name: str) -> str:
    return " ".join(word for word in name.split() if word not in synonyms.SUFFIXES)
