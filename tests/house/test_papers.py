"""What the papers point to is there, and each guide is there in both languages."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAPERS = sorted([*ROOT.glob("*.md"), *(ROOT / "deploy").glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)#]+)[^)]*\)")


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: str(paper.relative_to(ROOT)))
def test_what_a_paper_points_to_is_there(paper: Path) -> None:
    targets = [target for target in LINK.findall(paper.read_text("utf-8")) if "://" not in target]
    assert [target for target in targets if not (paper.parent / target).exists()] == []


def test_each_guide_is_there_in_both_languages() -> None:
    english, chinese = (
        {guide.name for guide in (ROOT / "docs/guides" / language).iterdir()}
        for language in ("en", "zh_Hans")
    )
    assert english == chinese == {"inspector.md", "wirer.md", "lead.md"}
