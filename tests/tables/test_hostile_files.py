"""Files made to hold up the server: each ends in words, and soon."""

import contextlib
from collections.abc import Callable

import pytest

from tests.pace import Pace
from tests.tables.qet_projects import Drawn, Line, Page, project
from tests.tables.test_preview import words
from wiring_qa.tables.preview import preview
from wiring_qa.tables.words import UnreadableTable

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(10))
QUADRATIC = f'<!ENTITY a "{"a" * 100_000}">'
OUTSIDE = '<!ENTITY x SYSTEM "file:///etc/passwd">'
SOON = 40
XML_HARNESSES = {
    "qet": "<project><newdiagrams/>{0}</project>",
    "kbl": '<k:KBL_container xmlns:k="http://www.prostep.org/KBL">{0}</k:KBL_container>',
    "vec": '<v:VecContent xmlns:v="http://www.prostep.org/ecad-if/2011/vec">{0}</v:VecContent>',
}
YAML = "connectors: {X: {pincount: 1}}\ncables: {W: {wirecount: 1}}\n"


def with_entities(entities: str, text: str) -> Callable[[str], bytes]:
    return lambda body: f"<?xml version='1.0'?><!DOCTYPE p [{entities}]>{body.format(text)}".encode()


def aliased(depth: int, item: str) -> bytes:
    lists = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10)}]\n" for n in range(1, depth))
    return f"l0: &l0 [{item}]\n{lists}{YAML}connections: *l{depth - 1}\n".encode()


@pytest.mark.parametrize("kind", list(XML_HARNESSES))
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (with_entities(LAUGHS, "&l9;"), "defines entities of its own"),
        (with_entities(QUADRATIC, "&a;" * 50_000), "defines entities of its own"),
        (with_entities(OUTSIDE, "&x;"), "defines entities of its own"),
        (lambda body: body.format("<a>" * 200_000).encode(), "far more parts than a wiring table needs"),
        (lambda body: body.format("<a/>" * 900_000).encode(), "far more parts than a wiring table needs"),
        (lambda body: body.format("<a b='").encode(), "line 1 cannot be read"),
        (lambda body: b'<?xml version="1.0" encoding="klingon"?>' + body.encode(), "line 1 cannot be read"),
    ],
    ids=["laughs", "quadratic", "outside", "deep", "many", "broken", "encoding"],
)
def test_hostile_xml_ends_in_words_soon(kind: str, make: Callable[[str], bytes], said: str) -> None:
    content = make(XML_HARNESSES[kind])
    pace = Pace()
    assert said in words(content)
    assert pace.pieces < SOON


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (aliased(12, "{X: 1}"), "repeats its own parts"),
        (f"{YAML}connections: &c [[*c, *c]]\n".encode(), "repeats its own parts"),
        (f"{YAML}m: &m {{<<: [*m, *m]}}\nconnections: []\n".encode(), "repeats its own parts"),
        (f"{YAML}connections: {'[' * 50_000}\n".encode(), "far more parts than a wiring table needs"),
        (f"{YAML}connections: [{'a, ' * 400_000}]\n".encode(), "far more parts than a wiring table needs"),
        (f"{YAML}connections: [[X: [1-999999999], W: 1]]\n".encode(), "more than 100000 rows"),
        (f"{YAML}connections: [{'[X: [1-9000], X, X, X],' * 60}]\n".encode(), "more than 100000 rows"),
        (f"{YAML}connections: [[X: 1, W: 1\n  , '\n".encode(), "cannot be read. Export it once more."),
        (f"{YAML}connections: !!python/object/apply:os.system []\n".encode(), "it has no connections"),
    ],
    ids=["aliases", "itself", "merges", "deep", "many", "range", "strands", "broken", "tag"],
)
def test_hostile_yaml_ends_in_words_soon(content: bytes, said: str) -> None:
    pace = Pace()
    assert said in words(content)
    assert pace.pieces < SOON


def test_a_large_drawing_is_read_in_time_that_grows_with_it() -> None:
    drawn = [Drawn(f"k{n}", f"-K{n}") for n in range(5_000)]
    lines = [Line((f"k{n}", 0), (f"k{n + 1}", 1)) for n in range(4_999)]
    arrows = [Drawn(f"a{n}", kind="next_report", terminals=("",), links=[f"a{n + 1}"]) for n in range(5_000)]
    chain = [Line((f"a{n}", 0), (f"a{n + 1}", 0)) for n in range(4_999)]
    content = project(Page(drawn, lines), Page(arrows, chain))
    pace = Pace()
    assert len(preview(content, "large.qet").wires) == 4_999
    assert pace.pieces < 5 * SOON


@pytest.mark.parametrize(
    "cell",
    [
        "1" * 40, "1" * 200_000, "1." * 90_000, "1" + " " * 200_000 + "!", "a:" + "/" * 200_000,
        "K1:1 -> " * 30_000,
        "from " * 40_000, "起点" * 60_000, "2x" * 90_000, "=+" * 90_000,
    ],
    ids=["number", "digits", "points", "blanks", "slashes", "arrows", "words", "chinese", "counts", "signs"],
)  # fmt: skip
@pytest.mark.parametrize(
    "rows",
    [
        "No\tFrom\tTo\tSize\tColour\tLength\tType\n" + "1\tK1:1\tX1:1\t{0}\t{0}\t{0}\t{0}\n" * 3,
        "No\tFrom\tTo\n1\t{0}\t{0}\n2\t{0}1\t{0}2\n3\t{0}\t{0}\n",
        "No\tConnection\n1\t{0}\n2\t{0}\n3\t{0}\n",
        "No\tFrom\t{0}\n1\tK1:1\tX1:1\n",
    ],
    ids=["properties", "ends", "both", "names"],
)
def test_a_cell_that_never_ends_does_not_hold_up_the_server(cell: str, rows: str) -> None:
    pace = Pace()
    with contextlib.suppress(UnreadableTable):
        preview(rows.format(cell).encode(), "long.tsv")
    assert pace.pieces < SOON
