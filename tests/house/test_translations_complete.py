"""Every text of the code and the templates is there in both scripts of Chinese, and compiled."""

import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

TOP = Path(__file__).resolve().parents[2]
FOLDER = TOP / "wiring_qa" / "translations"
LANGUAGES = ("zh_Hans", "zh_Hant")
KEYWORDS = {"_": None, "_l": None, "gettext": None, "ngettext": (1, 2), "lazy_gettext": None}
SAME_EVERYWHERE = {
    "Wiring QA",
    "OK",
    "PIN",
    "QR",
    "CSV",
    "XLSX",
    "PDF",
    "SVG",
    "PNG",
    "ZPL",
    "dpi",
    "mm",
    "mm²",
    "N·m",
}
"""Names and signs that are not translated."""
SPOKEN = {"alt", "aria-label", "placeholder", "title"}
"""Attributes whose value people read or hear."""

pytestmark = pytest.mark.skipif(not FOLDER.exists(), reason="the first translation is not there yet")


def _asked() -> set[str]:
    with (FOLDER / "babel.cfg").open() as file:
        method_map, options_map = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    found = extract_from_dir(TOP, method_map, options_map, keywords=KEYWORDS)
    return {text[0] if isinstance(text, tuple) else text for _file, _line, text, _notes, _context in found}


def _catalog(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def _translated(text: Any) -> bool:
    return bool(text) if isinstance(text, str) else all(text or [""])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str) -> None:
    done = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in _catalog(language)
        if message.id and _translated(message.string) and not message.fuzzy
    }
    assert sorted(_asked() - done) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_placeholders_are_kept(language: str) -> None:
    wrong = [
        (message.id, [str(each) for each in problems]) for message, problems in _catalog(language).check()
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = io.BytesIO()
    write_mo(compiled, _catalog(language))
    stored = (FOLDER / language / "LC_MESSAGES" / "messages.mo").read_bytes()
    assert stored == compiled.getvalue(), "run `make translations`"


class _Words(HTMLParser):
    """Gathers what of a template's plain text a person would read."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in {"script", "style"}
        self.found += [value for name, value in attrs if name in SPOKEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.found.append(data)


def _plain_words(source: str) -> Iterator[str]:
    parser = _Words()
    named = re.sub(r"(</?)\{\{.*?\}\}", r"\1x", source)  # a tag whose name is computed is a tag all the same
    parser.feed(re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", named, flags=re.DOTALL))
    for text in parser.found:
        words = " ".join(text.split()).strip(" ·:/–…")
        if re.search(r"[A-Za-z]{2}", words) and words not in SAME_EVERYWHERE:
            yield words


def _spoken_constants(source: str) -> Iterator[str]:
    """Yield sentences that stand as strings in the template's code outside of gettext."""
    tree = Environment(extensions=["jinja2.ext.do"], autoescape=True).parse(source)
    translated = {
        id(constant)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name in KEYWORDS
        for constant in call.find_all(nodes.Const)
    }
    for constant in tree.find_all(nodes.Const):
        spoken = isinstance(constant.value, str) and re.match(r"[A-Z][a-z]+( |$)", constant.value)
        if spoken and id(constant) not in translated and constant.value not in SAME_EVERYWHERE:
            yield str(constant.value)


def test_no_template_speaks_english_past_gettext() -> None:
    found = {
        path.relative_to(TOP).as_posix(): words
        for path in sorted((TOP / "templates").rglob("*.html"))
        if (words := [*_plain_words(path.read_text()), *_spoken_constants(path.read_text())])
    }
    assert found == {}
