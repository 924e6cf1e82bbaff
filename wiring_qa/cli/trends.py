"""`trends`: count the figures' tallies again."""

import click

from wiring_qa.trends.recount import recount


@click.group("trends")
def group() -> None:
    """Figures that leads read."""


@group.command("recount")
def recount_all() -> None:
    """Count checked rows and spot checks again from the record, as after a change of the time zone."""
    rows, terminations = recount()
    click.echo(f"{rows} rows first checked, {terminations} terminations spot-checked")
