"""`tables`: read a wiring table and change nothing, or save it."""

import json
import sys
from pathlib import Path

import click

from wiring_qa.journal.submit import perform
from wiring_qa.people.console import console
from wiring_qa.tables.drafts import drafts
from wiring_qa.tables.drafts.row_counts import row_total
from wiring_qa.tables.kinds import PAIRS, Level, Target
from wiring_qa.tables.preview_json import preview_json
from wiring_qa.tables.previews import Preview
from wiring_qa.tables.reading import read
from wiring_qa.tables.settled import Settled
from wiring_qa.tables.words import UnreadableTable

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
LONG_TO_READ, LONG_TO_SAVE = 500_000, 5_000
"""Bytes and wires from which on it may take more than two seconds."""


@click.group("tables")
def group() -> None:
    """Wiring tables."""


def _mapping(pairs: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        target, sign, column = pair.partition("=")
        if not sign:
            raise click.BadParameter(f"“{pair}” is not TARGET=COLUMN.", param_hint="--map")
        if target.strip() not in {*Target, *PAIRS}:
            targets = ", ".join([*Target, *PAIRS])
            raise click.BadParameter(f"“{target}” is not one of {targets}.", param_hint="--map")
        found[target.strip()] = column.strip()
    return found


def _wait(words: str) -> None:
    """Say on a terminal what takes long; whoever pipes the answer is not disturbed."""
    if sys.stderr.isatty():
        click.echo(words, err=True)


def _read(file: Path, settled: Settled) -> Preview:
    if file.stat().st_size > LONG_TO_READ:
        _wait(f"Reading {file.name} …")
    try:
        return read(file.read_bytes(), file.name, settled)
    except UnreadableTable as unreadable:
        raise click.ClickException(f"{file.name}: {unreadable}") from None


def _say(preview: Preview) -> None:
    names = ", ".join(
        f"{target.value} = {column.header}" for column in preview.columns for target in column.targets
    )
    counts = f"{row_total(preview)} rows", f"{len(preview.wires)} wires"
    click.echo("  ".join(filter(None, (preview.format, preview.sheet, *counts))))
    if preview.columns:
        click.echo(f"columns: {names}")
    if preview.recalled is not None:
        click.echo("read as the last file of this shape")
    for problem in preview.problems:
        if not problem.is_structure:
            column = f", {problem.column}" if problem.column else ""
            click.echo(f"{problem.level.value}: row {problem.row}{column}: {problem.message}")


@group.command("preview")
@click.argument("file", type=FILE)
@click.option("--sheet")
@click.option("--map", "pairs", multiple=True, metavar="TARGET=COLUMN")
@click.option(
    "--leave-out", "left_out", multiple=True, type=int, metavar="ROW", help="A row that is no wire."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def preview(
    file: Path, sheet: str | None, pairs: tuple[str, ...], left_out: tuple[int, ...], *, as_json: bool
) -> None:
    """Read a wiring table and change nothing."""
    found = _read(file, Settled(sheet=sheet, mapping=_mapping(pairs), left_out=left_out))
    if as_json:
        click.echo(json.dumps(preview_json(found), ensure_ascii=False))
    else:
        _say(found)


@group.command("import")
@click.argument("file", type=FILE)
@click.option("--model", required=True)
@click.option("--revision", required=True)
@click.option("--sheet")
@click.option("--map", "pairs", multiple=True, metavar="TARGET=COLUMN")
@click.option(
    "--leave-out", "left_out", multiple=True, type=int, metavar="ROW", help="A row that is no wire."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def import_(
    file: Path,
    model: str,
    revision: str,
    sheet: str | None,
    pairs: tuple[str, ...],
    left_out: tuple[int, ...],
    *,
    as_json: bool,
) -> None:
    """Read a wiring table and save it."""
    settled = Settled(sheet=sheet, mapping=_mapping(pairs), left_out=left_out)
    found = _read(file, settled)
    unread = [problem for problem in found.problems if problem.level is Level.ERROR]
    if unread:
        rows = f"{len(unread)} rows cannot be read as wires; the first: " if len(unread) > 1 else ""
        raise click.ClickException(f"{file.name}: {rows}row {unread[0].row}: {unread[0].message}")
    if len(found.wires) > LONG_TO_SAVE:
        _wait(f"Saving {len(found.wires)} wires …")
    actor = console()
    number = drafts.keep(file.name, file.read_bytes(), actor.id, found.recalled or settled)
    try:
        answer = perform("import_table", {"draft": str(number), "model": model, "revision": revision}, actor)
    finally:
        drafts.discard(number, actor.id)
    if as_json:
        click.echo(json.dumps({**preview_json(found), "table": answer["table"]}, ensure_ascii=False))
    else:
        click.echo(f"{model} {revision}: {answer['wires']} wires")
