"""`cabinets`: add one, show how one stands."""

import json
from typing import Any

import click
from flask import current_app

from wiring_qa.cabinets import codes
from wiring_qa.cabinets.models import Cabinet
from wiring_qa.cabinets.queries import cabinet_by_serial
from wiring_qa.journal.submit import perform
from wiring_qa.labels.of_cabinets import address_of
from wiring_qa.people.console import console
from wiring_qa.release.standing import standing_of


@click.group("cabinets")
def group() -> None:
    """Cabinets under inspection."""


@group.command("add")
@click.argument("serial")
@click.option("--model", required=True)
@click.option("--revision", required=True)
@click.option("--order")
@click.option("--line", help="The production line that it is built on.")
@click.option("--wirer", "wirers", multiple=True, help="A wirer's name; may be given several times.")
def add(
    serial: str, model: str, revision: str, order: str | None, line: str | None, wirers: tuple[str, ...]
) -> None:
    """Add a cabinet; print its code and its address."""
    fields = {
        "serial": serial,
        "model": model,
        "revision": revision,
        "order_no": order,
        "line": line,
        "wirers": list(wirers),
    }
    answer = perform("add_cabinet", fields, console(), chain=codes.new_code())
    click.echo(f"{codes.spaced(answer['code'])}\t{address_of(answer['code'])}")


@group.command("move")
@click.argument("serial")
@click.option("--revision", required=True)
def move(serial: str, revision: str) -> None:
    """Move a cabinet under way to another revision of its wiring table."""
    cabinet = _cabinet(serial)
    answer = perform("move_to_revision", {"revision": revision}, console(), chain=cabinet.code)
    click.echo(f"{answer['from']} → {answer['revision']}")
    click.echo(f"{answer['kept']} rows keep their checks, {answer['to_check']} are to be checked")
    click.echo(f"{answer['to_remove']} wires are to be confirmed removed")


@group.command("show")
@click.argument("serial")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def show(serial: str, *, as_json: bool) -> None:
    """Show a cabinet's stage, progress and blockers."""
    standing = _standing(_cabinet(serial))
    if as_json:
        click.echo(json.dumps(standing, ensure_ascii=False))
        return
    click.echo(f"{standing['serial']}  {standing['model']} {standing['revision']}  {standing['stage']}")
    click.echo(f"{standing['checked']} of {standing['rows']} rows checked")
    for blocker in standing["blockers"]:
        click.echo(f"- {blocker['text']}")


def _cabinet(serial: str) -> Cabinet:
    cabinet = cabinet_by_serial(serial)
    if cabinet is None:
        raise click.ClickException(f"There is no cabinet with the serial number “{serial}”.")
    return cabinet


def _standing(cabinet: Cabinet) -> dict[str, Any]:
    # addresses are made as a request to the plant's public address would make them
    with current_app.test_request_context(base_url=current_app.config["WIRING_QA"].public_url):
        return standing_of(cabinet)
