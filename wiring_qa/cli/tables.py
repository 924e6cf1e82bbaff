"""`tables`: read a wiring table and change nothing, or save it."""

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import click

from wiring_qa.journal.submit import perform
from wiring_qa.people.console import console
from wiring_qa.tables import drafts, queries
from wiring_qa.tables.kinds import Level
from wiring_qa.tables.reading import read
from wiring_qa.tables.wires import Preview
from wiring_qa.tables.words import UnreadableTable

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group("tables")
def group() -> None:
    """Wiring tables."""


def _mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        target, sign, column = pair.partition("=")
        if not sign:
            raise click.BadParameter(f"“{pair}” is not TARGET=COLUMN.", param_hint="--map")
        found[target.strip()] = column.strip()
    return found


def _read(file: Path, sheet: str | None, mapping: dict[str, str]) -> Preview:
    try:
        return read(file.read_bytes(), file.name, sheet=sheet, mapping=mapping)
    except UnreadableTable as unreadable:
        raise click.ClickException(f"{file.name}: {unreadable}") from None


def _say(preview: Preview) -> None:
    names = ", ".join(
        f"{target.value} = {column.header}" for column in preview.columns for target in column.targets
    )
    click.echo(f"{preview.format}  {preview.sheet}  {preview.row_count} rows  {len(preview.wires)} wires")
    click.echo(f"columns: {names}")
    for problem in preview.problems:
        if not problem.is_structure:
            column = f", {problem.column}" if problem.column else ""
            click.echo(f"{problem.level.value}: row {problem.row}{column}: {problem.message}")


@group.command("preview")
@click.argument("file", type=FILE)
@click.option("--sheet")
@click.option("--map", "pairs", multiple=True, metavar="TARGET=COLUMN")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def preview(file: Path, sheet: str | None, pairs: tuple[str, ...], *, as_json: bool) -> None:
    """Read a wiring table and change nothing."""
    found = _read(file, sheet, _mapping(pairs))
    if as_json:
        click.echo(json.dumps(found.to_json(), ensure_ascii=False))
    else:
        _say(found)


@group.command("import")
@click.argument("file", type=FILE)
@click.option("--model", required=True)
@click.option("--revision", required=True)
@click.option("--sheet")
@click.option("--map", "pairs", multiple=True, metavar="TARGET=COLUMN")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(
    file: Path, model: str, revision: str, sheet: str | None, pairs: tuple[str, ...], *, as_json: bool
) -> None:
    """Read a wiring table and save it."""
    mapping = _mapping(pairs)
    found = _read(file, sheet, mapping)
    unread = [problem for problem in found.problems if problem.level is Level.ERROR]
    if unread:
        raise click.ClickException(f"{file.name}: row {unread[0].row}: {unread[0].message}")
    actor = console()
    number = drafts.keep(file.name, file.read_bytes(), actor.id)
    try:
        answer = _import(number, actor, sheet, mapping, {"model": model, "revision": revision})
    finally:
        drafts.discard(number, actor.id)
    if as_json:
        click.echo(json.dumps({**found.to_json(), **answer}, ensure_ascii=False))
    else:
        click.echo(f"{model} {revision}: {answer['wires']} wires")


def _import(
    number: UUID, actor: Any, sheet: str | None, mapping: dict[str, str], named: dict[str, str]
) -> Any:
    draft = queries.draft_by_id(number, actor.id)
    assert draft is not None  # noqa: S101  it was kept a moment ago
    drafts.change(draft, sheet=sheet, mapping=mapping)
    return perform("import_table", {"draft": str(number), **named}, actor)
