"""The floors of the house, as pyproject.toml draws them, and the few places that may commit."""

import ast
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "wiring_qa"

WRITERS = {
    r"\.commit$": {"journal/record.py": "the one write path of everything that is on record"},
    r"(engine|connection|session|lent)\.begin$": {
        "core/aside.py": "lends the connection for what is no part of any record",
        "core/db.py": "lends the transaction of the one write path",
    },
    r"^lend_transaction$": {"journal/record.py": "the one write path of everything that is on record"},
    r"^aside$": {
        "*/seeds.py": "the defaults of an empty plant, before anyone has acted",
        "people/console.py": "the command line's own person, without whom it could record nothing",
        "people/own_choices.py": "a person's language and theme",
        "people/tablets.py": "what a tablet says of itself",
        "api/tokens.py": "when a token was last used",
        "webhooks/delivering.py": "what became of a delivery",
        "people/tries.py": "wrong passwords and PINs, counted for the limit",
        "trends/recount.py": "tallies that are derived, counted again from the facts",
        "tables/drafts/drafts.py": "a file that someone is looking at before it becomes a wiring table",
    },
}
"""What ends in a commit, and the files that may do it, each with its reason."""


def _lint(folder: Path) -> subprocess.CompletedProcess[str]:
    linter = Path(sys.executable).with_name("lint-imports")
    return subprocess.run([linter, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, to build something forbidden into."""
    shutil.copytree(PACKAGE, tmp_path / "wiring_qa", ignore=shutil.ignore_patterns("*.pyc", "translations"))
    shutil.copy(TOP / "pyproject.toml", tmp_path)
    return tmp_path


def test_imports_keep_to_the_floors() -> None:
    result = _lint(TOP)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"),
    [
        ("findings/raising.py", "import wiring_qa.release.models", "Rooms stand on floors"),
        ("attic/__init__.py", "", "Rooms stand on floors"),
        ("walk/queries.py", "import wiring_qa.walk.operations.mark_ok", "Within a room"),
        ("findings/rules.py", "import wiring_qa.findings.models", "Rules know neither web nor database"),
        ("walk/views.py", "import wiring_qa.checks.models", "A view reads through queries"),
        ("release/stage.py", "import wiring_qa.walk.operations.mark_ok", "No room imports another room's"),
    ],
)
def test_what_is_forbidden_is_found(house: Path, file: str, line: str, contract: str) -> None:
    path = house / "wiring_qa" / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a") as source:
        source.write(f"\n{line}\n")
    result = _lint(house)
    assert result.returncode != 0
    broken = [each for each in result.stdout.splitlines() if each.startswith(contract)]
    assert any("BROKEN" in each for each in broken) or "is not listed" in result.stdout + result.stderr


def _called(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize("way", WRITERS)
def test_only_few_places_commit(way: str) -> None:
    callers = [
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*.py")
        if any(re.search(way, called) for called in _called(path))
    ]
    assert callers
    assert [each for each in callers if not any(each.match(allowed) for allowed in WRITERS[way])] == []
