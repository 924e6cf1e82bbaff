"""The pages of docs/ that are drawn from the code are as `make docs` writes them."""

from docs.make_pages import pages
from wiring_qa.journal.registry import all_operations
from wiring_qa.people.roles import ACTS


def test_the_pages_are_in_step_with_the_code() -> None:
    behind = [path.name for path, text in pages().items() if not path.exists() or path.read_text() != text]
    assert behind == [], "run `make docs`"


def test_every_operation_has_its_roles() -> None:
    pages()
    assert {each.type for each in all_operations()} - set(ACTS) == set()
