"""Colours of wires as people write them, told as IEC 60757 codes."""

import re
import unicodedata
from functools import lru_cache

NAMES: dict[str, str] = {
    "BK": "bk blk black sw schwarz noir nr 黑 nero negro preto zwart zw 黒",
    "BN": "bn brn brown br braun brun marron ma 棕 褐 咖啡 啡 marrone bruin castano castanho 茶 dbn lbn hbr",
    "RD": "rd red r rt rot rouge 红 紅 赤 rosso rojo rood roja vermelho",
    "OG": "og org orn orange or orng 橙 橘 桔 arancione arancio naranja anaranjado laranja oranje",
    "YE": "ye yel yellow y ge gelb jaune ja 黄 黃 giallo amarillo geel amarilla amarelo am",
    "GN": "gn grn green g grün grun gruen vert ve 绿 綠 verde groen 緑 dgn lgn hgn",
    "BU": "bu blu blue bl lb blau bleu be 蓝 藍 兰 蘭 azul blauw azzurro dbu lbu hbl dbl dkbl hebl",
    "VT": "vt vio violet vi violett lila purple pur ppl pu 紫 viola violeta morado paars porpora",
    "GY": "gy gry grey gray gr grau gris 灰 grigio grijs gs slate sl cinza dgy lgy hgr dgr",
    "WH": "wh wht white w ws weiß weiss blanc bc 白 bianco blanco branco wit bianca blanca",
    "PK": "pk pnk pink rs rosa rose 粉 粉红 粉紅 roze",
    "GD": "gd gold gold doré dore 金 oro goud",
    "TQ": "tq turquoise tk türkis turkis tuerkis cyan 青 青绿 青綠 天青 turchese turquesa turkoois",
    "SR": "sr silver si silber argent 银 銀 argento plata zilver",
    "GNYE": "gnye yegn gegn gnge y/g g/y yg pe 黄绿 绿黄 黃綠 綠黃 黄绿双色 黃綠雙色 花 双 雙 vj v/j gv",
}
"""Each code with what it is called in English, German, French, Italian, Spanish, Dutch and Chinese, and by
older short forms."""

_RAL_NUMBERS = {
    "YE": "1003 1018 1021 1023",
    "OG": "2003 2004",
    "RD": "3000 3001 3020",
    "PK": "3015 4003",
    "VT": "4005",
    "BU": "5002 5010 5012 5015",
    "TQ": "5018",
    "GN": "6018 6024",
    "GY": "7000 7001 7035",
    "BN": "8003 8011",
    "WH": "9003 9010 9016",
    "BK": "9005 9017",
}
RAL = {number: code for code, numbers in _RAL_NUMBERS.items() for number in numbers.split()}
"""Numbers of the RAL register that insulations are made in."""

_CODES = {name: code for code, names in NAMES.items() for name in names.split()}
_SHADES = re.compile(
    r"^(?:light|dark|pale|hell|dunkel|clair|fonce|donker|licht|lt|dk|浅|深|淡|天|湖|大|淺|墨|草|翠|宝|寶|亮|暗)\s*(?=\S)"
)
_SHADED = re.compile(r"\s+(?:clair|fonce|foncé|claro|oscuro|chiaro|scuro|stripes?|striped|tracer)$")
_BETWEEN = re.compile(
    r"\s*(?:[/\\+_,;、&|·.\-]|\band\b|\bwith\b|\by\b|\be\b|\ben\b|\bund\b|\bet\b|\bmit\b|和|配|间|間|\s)\s*"
)
_COUNTED = re.compile(r"^\d+\s*[x×*]\s*")
_STRIPED = re.compile("底|相间|相間|条纹|條紋|条|條|纹|紋|边|邊")
_PIECE = re.compile("|".join(sorted(map(re.escape, _CODES), key=len, reverse=True)))
_RAL_TEXT = re.compile(r"(?:ral\s*)?(\d{4})(?:\s.*)?")
_NUMBERED = re.compile(r"(?:(?<=[^\x00-\x7f])|(?<=..))[\s\-#]*\d+$")  # Y1 is rather a terminal
_MOST_COLOURS = 3
_LONGEST = 100


@lru_cache(maxsize=4_096)
def parse_colour(text: str) -> str | None:
    """Tell the IEC 60757 code of a colour, two colours one after the other; None if it cannot be told.

    ``BU``, ``blue``, ``bl``, ``蓝色`` are all ``BU``; ``RD/WH``, ``rt ws``, ``红白`` are ``RDWH``; green and
    yellow in either order are ``GNYE``.
    """
    if len(text) > _LONGEST:
        return None
    plain = _COUNTED.sub("", unicodedata.normalize("NFKC", text).casefold().strip())
    if match := _RAL_TEXT.fullmatch(plain):
        return RAL.get(match[1])
    for form in (
        plain,
        *_bracketed(plain),
        _NUMBERED.sub("", plain),
        _SHADED.sub("", plain),
        _STRIPED.sub("", plain),
    ):
        code = _one(form) or _several(form)
        if code is not None:
            return code
    return None


def colour_codes(code: str | None) -> list[str]:
    """Return the IEC 60757 codes of a wire's colours, one or two of two letters each."""
    return re.findall("[A-Z]{2}", code or "")


def _bracketed(text: str) -> tuple[str, ...]:
    """``蓝色(BU)`` says it twice; either may be the one that is known."""
    before, bracket, inside = text.partition("(")
    return (before.strip(), inside.rstrip(")").strip()) if bracket else ()


def _one(text: str) -> str | None:
    word = text.removesuffix("线").removesuffix("線").replace("颜色", "色").replace("色", "").strip()
    word = word.removesuffix("双").removesuffix("雙") or word
    return _CODES.get(word) or _CODES.get(_SHADES.sub("", word))


def _several(text: str) -> str | None:
    parts = [part for part in _BETWEEN.split(text) if part]
    codes = [_one(part) for part in parts] if len(parts) > 1 else _run_together(text)
    known = [code for code in codes if code is not None]
    if not known or len(known) != len(codes) or len(known) > _MOST_COLOURS:
        return None
    return "GNYE" if set(known) == {"GN", "YE"} else "".join(known)


def _run_together(text: str) -> list[str | None]:
    """``rdwh``, ``红白``, ``swrt``: short forms without anything between them."""
    word = text.replace("双色", "").replace("雙色", "").replace("色", "").replace(" ", "")
    word = word.removesuffix("双").removesuffix("雙")
    if word.isascii():
        size = 3 if len(word) == 6 and word[:3] in _CODES else 2  # noqa: PLR2004  blkwht, yelgrn
        return (
            [_CODES.get(word[at : at + size]) for at in range(0, len(word), size)] if word.isalpha() else []
        )
    found = _PIECE.findall(word)
    return [_CODES[piece] for piece in found] if "".join(found) == word else []
