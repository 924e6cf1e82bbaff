"""Any table in any layout that is promised to be read: what hypothesis draws."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from tests.tables.old_workbooks import as_xls
from tests.tables.open_documents import as_ods
from tests.tables.test_preview import as_csv, as_xlsx
from wiring_qa.tables.columns import synonyms

COLOURS = {
    "BU": ["BU", "blue", "蓝", "bl", "bleu"], "GNYE": ["GNYE", "黄绿", "grün-gelb", "GN/YE"],
    "RDBK": ["RD/BK", "红黑", "rt sw"], "BK": ["BK", "黑", "schwarz", "noir"], None: [""],
}  # fmt: skip
SIZES = {
    "0.75": ["0.75", "0,75", "0.75mm²"], "1.5": ["1.5", "BVR 1.5", "1,5 mm²", "3G1.5"],
    "4": ["4", "4平方", "4.0"], "2.081": ["AWG14", "14 AWG"], None: [""],
}  # fmt: skip
MISLEADING = frozenset({"end", "de", "a"}) | (
    {name for names in synonyms.ENDS.values() for name in names}
    & {name for names in synonyms.WIRES.values() for name in names}
)
"""Names that mean an end as well as something else, which only their place would tell."""
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030")
Wire = dict[str, Any]


@dataclass(frozen=True)
class Layout:
    """A file, and the wires that it was made of."""

    content: bytes
    wires: list[Wire]


def _spelled(spellings: dict[str | None, list[str]]) -> st.SearchStrategy[tuple[str | None, str]]:
    return st.sampled_from([(meant, text) for meant, texts in spellings.items() for text in texts])


_DEVICE = st.from_regex(r"-[A-Z]{1,2}[1-9][0-9]{0,2}", fullmatch=True)
_TERMINAL = st.sampled_from(["1", "2", "13", "A1", "PE", "L1", "1.1", "14"])
_WIRE = st.fixed_dictionaries(
    {
        "number": st.one_of(st.none(), st.from_regex(r"[A-Z]?[1-9][0-9]{1,3}", fullmatch=True)),
        "from_device": _DEVICE,
        "from_terminal": _TERMINAL,
        "to_device": _DEVICE,
        "to_terminal": _TERMINAL,
        "colour": _spelled(COLOURS),
        "cross_section_mm2": _spelled(SIZES),
        "remark": st.sampled_from([None, "door", "柜门", "see page 4"]),
    }
)


def _is_kana(sign: str) -> bool:
    return "ぁ" <= sign <= "ヿ"


def _is_chinese(name: str) -> bool:
    return any("一" <= sign <= "鿿" for sign in name)


@st.composite
def _names(draw: st.DrawFn) -> dict[str, tuple[str, str]]:
    """Draw what each column is called: a name above, where ends are grouped, and the name itself."""
    chinese = draw(st.booleans())

    def fits(name: str) -> bool:
        # no file of the field holds kana in a Chinese encoding
        return _is_chinese(name) is chinese and name not in MISLEADING and not any(map(_is_kana, name))

    names = {
        part: ("", draw(st.sampled_from([name for name in synonyms.WIRES[part] if fits(name)])))
        for part in ("number", "colour", "cross_section_mm2", "remark")
    }
    for side in ("from", "to"):
        end = draw(st.sampled_from([name for name in synonyms.SIDES[side] if fits(name)]))
        for part in ("device", "terminal"):
            name = draw(st.sampled_from([name for name in synonyms.ENDS[part] if fits(name)]))
            names[f"{side}_{part}"] = (end, name)
    return names


@st.composite
def layouts(draw: st.DrawFn, kinds: tuple[str, ...] = ("csv",)) -> Layout:
    """Draw a table and write it out in some layout."""
    wires = draw(st.lists(_WIRE, min_size=3, max_size=8))
    names = draw(_names())
    groups = [["number"], ["colour"], ["cross_section_mm2"], ["remark"]]
    groups += [[f"{side}_device", f"{side}_terminal"] for side in ("from", "to")]
    order = [column for group in draw(st.permutations(groups)) for column in group]
    rows = [
        *draw(st.lists(st.sampled_from([["Wire list 12"], [], ["Panel: MCC-1", "", "Rev. C"]]), max_size=3)),
        *draw(_header(names, order)),
    ]
    for wire in wires:
        rows += draw(st.lists(st.sampled_from([[], ["+S1"], ["柜门"]]), max_size=1))
        rows.append([_text(wire[column]) for column in order])
    return Layout(draw(_written(rows, kinds)), wires)


@st.composite
def _header(draw: st.DrawFn, names: dict[str, tuple[str, str]], order: list[str]) -> list[list[str]]:
    if draw(st.booleans()):
        return [[f"{above} {name}".strip() for above, name in (names[column] for column in order)]]
    low = draw(st.booleans())
    above = ["" if column.endswith("_terminal") else names[column][0] for column in order]
    below = [names[column][1] if names[column][0] or low else "" for column in order]
    return [
        [
            above[place] or ("" if low or names[column][0] else names[column][1])
            for place, column in enumerate(order)
        ],
        below,
    ]


def _text(value: Any) -> str:
    return value[1] if isinstance(value, tuple) else value or ""


@st.composite
def _written(draw: st.DrawFn, rows: list[list[str]], kinds: tuple[str, ...]) -> bytes:
    kind = draw(st.sampled_from(kinds))
    if kind == "csv":
        return as_csv(rows, draw(st.sampled_from(ENCODINGS)), draw(st.sampled_from([",", ";", "\t"])))
    if kind == "ods":
        return as_ods(rows)
    return {"xls": as_xls, "xlsx": as_xlsx}[kind]({"Cover": [["Customer"]], "Wires": rows})


def as_written(wire: Wire) -> Wire:
    """Return a wire as it must be read."""
    return {name: value[0] if isinstance(value, tuple) else value for name, value in wire.items()}
