"""Writes the pages of docs/ that are drawn from the code: `make docs`; a test holds them in step."""

from collections.abc import Iterator
from dataclasses import fields
from inspect import getdoc
from itertools import groupby
from pathlib import Path
from typing import Any

from wiring_qa import create_app
from wiring_qa.core.settings import PREFIX, Settings
from wiring_qa.journal.registry import Operation, all_operations
from wiring_qa.people.kinds import Role
from wiring_qa.people.roles import ACTS

HERE = Path(__file__).resolve().parent

SETTINGS_HEAD = """# Settings

Every setting is an environment variable; a file `.env` in the working folder is read first, and the
environment goes before it. A missing or wrong one stops the start with one line that names it.

| variable | default | what it does |
|---|---|---|
"""

OPERATIONS_HEAD = """# Operations

Whatever changes a record is an operation, applied exactly once under the UUID (`id`) that its sender gave
it. One on a cabinet is sent by `POST /c/CODE/<type>`, one of the plant by `POST /plant/<type>`; where a page
of its own is said, that page sends it. Fields are form-encoded. With `Accept: application/json` the answer is
`{"result": "applied" | "duplicate" | "rejected", …}`, a rejected one with `code`, `message` and `errors`.
"""

KINDS = {
    "BooleanField": "yes or no",
    "DateField": "date, YYYY-MM-DD",
    "DateTimeField": "moment, ISO 8601",
    "Decimals": "number",
    "FloatField": "number",
    "OneOf": "one of",
    "SelectField": "one of",
    "SelectMultipleField": "any of",
    "SomeOf": "any of",
    "Whole": "whole number",
}


def settings_page() -> str:
    """Return docs/settings.md."""
    rows = (
        f"| `{PREFIX}{each.name.upper()}` | {_default(each.default)} | {each.metadata['about']} |"
        for each in fields(Settings)
    )
    return SETTINGS_HEAD + "\n".join(rows) + "\n"


def _default(value: Any) -> str:
    return f"`{value}`" if value != "" else "–"


def operations_page() -> str:
    """Return docs/operations.md."""
    settings = Settings(secret_key="x" * 16, database_url="sqlite:///never-opened.sqlite3")
    with create_app(settings, testing=True).app_context():
        parts = [OPERATIONS_HEAD]
        for room, operations in groupby(all_operations(), key=lambda each: each.room):
            parts.append(f"## {room.capitalize()}\n")
            parts += ["\n".join(_operation(each)) for each in operations]
    return "\n".join(parts)


def _operation(operation: Operation) -> Iterator[str]:
    yield f"### `{operation.type}`\n"
    yield f"{(getdoc(operation.handler) or '').partition(chr(10) * 2)[0]}\n"
    who = ", ".join(str(role.label) for role in Role if role in ACTS[operation.type])
    where = "a cabinet" if operation.on_cabinet else "the plant"
    how = "" if operation.has_route else " Sent from a page of its own."
    yield f"On {where}. Allowed to: {who}.{how}\n"
    form = operation.form()
    if list(form):
        yield "| field | holds | |\n|---|---|---|"
        for field in form:
            needed = "required" if field.flags.required else ""
            secret = "never written to the journal" if field.name in form.secrets else ""
            yield f"| `{field.name}` | {_kind(field)} | {', '.join(filter(None, (needed, secret)))} |"
        yield ""


def _kind(field: Any) -> str:
    kind = KINDS.get(type(field).__name__, "text")
    values = [str(choice[0]) for choice in field.iter_choices()] if hasattr(field, "iter_choices") else []
    values = values or list(getattr(field, "allowed", None) or [])
    return f"{kind} {', '.join(f'`{value}`' for value in values)}" if values else kind


def pages() -> dict[Path, str]:
    """Return every page that is drawn from the code."""
    return {HERE / "settings.md": settings_page(), HERE / "operations.md": operations_page()}


if __name__ == "__main__":
    for path, text in pages().items():
        path.write_text(text)
        print(f"Wrote {path.relative_to(HERE.parent)}.")
