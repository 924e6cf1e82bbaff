"""Which encoding a text file is in, by its bytes: exports name it seldom and truly more seldom."""

import codecs
import re
from dataclasses import dataclass

from wiring_qa.tables.readers.older_encodings import older_encoding
from wiring_qa.tables.words import Code, unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 200_000
_WEIGHED = ("gb18030", "big5", "cp932", "cp1252", "utf-8")
"""In the order in which they are taken where two are as likely."""
_SURE_UTF8 = 0.8
"""The share of signs from which on a text is UTF-8 with damage: no other encoding gives as many by chance."""
_SURE_EASTERN = 0.8
_PAIR = re.compile(rb"[\x80-\xff]{2}|[\x81-\xfe][0-9][\x81-\xfe][0-9]")
_MOST_CONTROLS = 0.002
_MOST_LOST = 0.02
_FEWEST_NULS_OF_UTF16 = 0.05
_WESTERN = frozenset("äöüÄÖÜßéèêëàâçîïôûùœæøåñÉÈÀÇØÅ²³°µ±×½¼¾·–—’‘“”„…•«»§©®€ ")
_LOST = "�"
_LAST_OF_LETTERS = "\u2e7f"
"""What comes after it is Chinese or Japanese."""
_WITHIN_WORD = re.compile(r"(?<=[a-z])[\u2e80-\uffef]|[\u2e80-\uffef](?=[a-z])")
"""An Eastern sign that stands beside a small letter, which it seldom does unless it is no such sign."""
_MOST_WITHIN_WORDS = 0.5


@dataclass(frozen=True, slots=True)
class Text:
    """A file's text, what it was read as, and how many signs that could not give."""

    text: str
    encoding: str
    lost_signs: int = 0


def read_text(data: bytes, encoding: str | None = None) -> Text:
    """Decode a file; ``encoding`` is what a person chose.

    A mark at the start decides, then NULs (UTF-16), then whether it is UTF-8; else Chinese (GB 18030, Big5),
    Japanese (Shift JIS) and Western (cp1252) are weighed by how common the signs are that each would give.
    Western texts of DOS and the older Macintosh are told from it where their letters make it sure.

    Raises:
        UnreadableTable: it is no text, or not in the encoding chosen.
    """
    read = _chosen(data, encoding) if encoding else _guessed(data)
    if _is_junk(read):
        raise unreadable(Code.NOT_A_TABLE)
    return read


def _chosen(data: bytes, encoding: str) -> Text:
    try:
        name = codecs.lookup(encoding).name
        return _decoded(data, name)
    except (LookupError, ValueError, AttributeError) as error:
        raise unreadable(Code.UNKNOWN_ENCODING, encoding=encoding) from error


def _guessed(data: bytes) -> Text:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], name)
    sample = data[:_SAMPLE]
    if sample.count(0) > len(sample) * _FEWEST_NULS_OF_UTF16:
        return _decoded(data, _utf16_side(sample))
    if _decodes(data, "utf-8") or _likeness(sample, "utf-8") >= _SURE_UTF8:
        return _decoded(data, "utf-8")
    # Eastern signs take two bytes, of which both are high at least here and there
    names = _WEIGHED if _PAIR.search(sample) else ("cp1252",)
    name = max(names, key=lambda name: _likeness(sample, name))
    is_sure = name != "cp1252" and _likeness(sample, name) >= _SURE_EASTERN
    older = None if is_sure else older_encoding(sample)
    return _decoded(data, older or name)


def _decoded(data: bytes, name: str) -> Text:
    text = data.decode(name, "replace").lstrip("\ufeff")
    return Text(text, name, text.count(_LOST))


def _decodes(data: bytes, name: str) -> bool:
    try:
        # a file cut within its last sign is still of that encoding
        codecs.getincrementaldecoder(name)().decode(data)
    except UnicodeDecodeError:
        return False
    return True


def _utf16_side(sample: bytes) -> str:
    """Signs below 256 are common everywhere, so the NULs stand on the high side."""
    return "utf-16-be" if sample[0::2].count(0) > sample[1::2].count(0) else "utf-16-le"


def _likeness(sample: bytes, name: str) -> float:
    """Say from 0 to 1 how much of what is not ASCII would be common signs of that encoding."""
    text = sample.decode(name, "replace")
    high = [sign for sign in text if not sign.isascii()]
    if not high:
        return 0.0
    if name == "cp1252":
        return _western(text, len(high))
    if name == "utf-8":
        return sum(sign != _LOST for sign in high) / len(high)
    within = len(_WITHIN_WORD.findall(text))
    if within > sum(sign > _LAST_OF_LETTERS for sign in high) * _MOST_WITHIN_WORDS:
        return 0.0
    return sum(_is_common(sign, name) for sign in high) / len(high)


def _western(text: str, count: int) -> float:
    """A Western letter beyond ASCII stands among ASCII; two in a row are rare."""
    padded = f" {text} "
    alone = sum(
        not here.isascii() and here in _WESTERN and before.isascii() and after.isascii()
        for before, here, after in zip(padded, padded[1:], padded[2:], strict=False)
    )
    return alone / count


def _is_common(sign: str, name: str) -> bool:
    """The first level of each set holds the common characters; the set's signs stand before it."""
    if sign == _LOST or (name == "gb18030" and sign in _WESTERN):
        # Western letters and ² take four bytes there, which nothing else is likely to give
        return sign != _LOST
    code = sign.encode("gb2312" if name == "gb18030" else name, "ignore")
    if len(code) < 2:  # noqa: PLR2004  every set writes a character in two bytes
        return False
    lead = code[0]
    if name == "gb18030":
        return 0xA1 <= lead <= 0xA3 or 0xB0 <= lead <= 0xD7  # noqa: PLR2004  rows of GB 2312
    if name == "cp932":
        return 0x81 <= lead <= 0x83 or 0x88 <= lead <= 0x97  # noqa: PLR2004  signs, kana, the first level
    return 0xA1 <= lead <= 0xC6  # noqa: PLR2004  rows of Big5


def _is_junk(read: Text) -> bool:
    sample = read.text[:_SAMPLE]
    if not sample.strip():
        raise unreadable(Code.EMPTY)
    controls = sum(sign < " " and sign not in "\t\r\n\f\v\x1a" for sign in sample)
    return controls > _MOST_CONTROLS * len(sample) + 1 or sample.count(_LOST) > _MOST_LOST * len(sample) + 2
