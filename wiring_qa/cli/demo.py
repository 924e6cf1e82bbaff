"""`demo`: a plant to try, with weeks of history."""

import sys
from time import monotonic

import click

from wiring_qa.core.clock import now
from wiring_qa.demo import crew, plant

EVERY_SECONDS = 0.2
NOT_EMPTY = "The demo is loaded into an empty plant only; this one has people, wiring tables or cabinets."


@click.command("demo")
@click.option("--cabinets", type=click.IntRange(1, 5000), default=24, show_default=True)
@click.option("--weeks", type=click.IntRange(1, 260), default=12, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed tells the same story.")
@click.option("--if-empty", is_flag=True, help="Do nothing in a plant that is not empty.")
def group(cabinets: int, weeks: int, seed: int, *, if_empty: bool) -> None:
    """Fill an empty plant with people, wiring tables and cabinets in every stage."""
    if plant.is_empty():
        shown = _Progress()
        acts = plant.load(cabinets=cabinets, weeks=weeks, seed=seed, until=now(), progress=shown)
        shown.end()
        click.echo(f"The demo plant has {cabinets} cabinets and {weeks} weeks of history: {acts} operations.")
    elif not if_empty:
        raise click.ClickException(NOT_EMPTY)
    _tell_sign_ins()


class _Progress:
    """Says on a terminal how far the history is told."""

    def __init__(self) -> None:
        self._shown_at = 0.0

    def __call__(self, acts: int, share: float) -> None:
        if sys.stderr.isatty() and monotonic() - self._shown_at > EVERY_SECONDS:
            self._shown_at = monotonic()
            told = f"\rLoading the demo plant: {share:4.0%} of its history, {acts} operations …"
            click.echo(told, err=True, nl=False)

    def end(self) -> None:
        """Leave the line."""
        if self._shown_at:
            click.echo(err=True)


def _tell_sign_ins() -> None:
    """Print whom to sign in as, where the demo's people are there."""
    found = crew.sign_ins()
    if found:
        click.echo("Sign in as one of these:")
    for role, name, secret in found:
        click.echo(f"  {role:10} {name:12} {secret}")
