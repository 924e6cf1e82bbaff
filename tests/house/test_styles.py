"""What a style sheet must not do to a page of two thousand rows."""

import re
from pathlib import Path

import pytest

SHEETS = sorted(Path("static/css").glob("*.css"))
WHOLE_PAGE = re.compile(r"(?:^|[\s,}])(?:html|:root|body|\.main)(?:\[[^\]]*\])?:has\(")


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.stem)
def test_no_rule_asks_the_whole_page_what_it_has(sheet: Path) -> None:
    """Such a rule has the style of every row reckoned anew at each change of the page."""
    assert not WHOLE_PAGE.findall(sheet.read_text(encoding="utf-8"))


def test_a_rule_that_asks_the_whole_page_would_be_found() -> None:
    assert WHOLE_PAGE.search("html:has(.walk-bar) { --tools-block: 4rem; }")
    assert WHOLE_PAGE.search(".main:has(> .ends-inset) { padding: 0; }")
    assert not WHOLE_PAGE.search(".check:has(:checked) { color: green; }")
