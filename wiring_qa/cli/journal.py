"""`journal verify`: walks every chain."""

import json
import sys
from time import monotonic

import click
from flask import current_app

from wiring_qa.journal.chain_rows import BrokenPlace
from wiring_qa.journal.verify import Report, verify

QUIET_SECONDS = 2.0
WORDS = {
    "edited": "was edited, or stands where another stood",
    "missing": "is missing",
    "inserted": "was inserted",
    "head": "does not fit the chain's head",
    "seal": "carries a seal that was not made with this plant's key",
    "no_entry": "was never recorded",
    "not_as_recorded": "is not as it was recorded",
}


@click.group("journal")
def group() -> None:
    """The journal of all that was ever done."""


class _Progress:
    """Says how far the walk is, on a terminal, once it takes longer than two seconds."""

    def __init__(self) -> None:
        self._started = monotonic()
        self._shown = False

    def __call__(self, entries: int) -> None:
        if sys.stderr.isatty() and monotonic() - self._started > QUIET_SECONDS:
            click.echo(f"\r{entries} entries …", err=True, nl=False)
            self._shown = True

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            click.echo(err=True)


@group.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def verify_command(*, as_json: bool) -> None:
    """Walk every chain; exit 1 and name the place of the first break of each chain that is broken."""
    progress = _Progress()
    report = verify(current_app.config["WIRING_QA"].keys, progress)
    progress.end()
    click.echo(json.dumps(report.as_json()) if as_json else _written(report))
    if not report.holds:
        raise click.exceptions.Exit(1)


def _written(report: Report) -> str:
    walked = f"{report.entries} entries in {report.chains} chains"
    if report.holds:
        return f"The journal holds: {walked}."
    lines = [_place(each) for each in report.breaks]
    return "\n".join([f"The journal is broken ({walked} walked):", *lines])


def _place(place: BrokenPlace) -> str:
    if place.fact is not None:
        return f"  fact {place.fact} {WORDS[place.reason]}"
    return f"  chain {place.chain}, entry {place.position}, {WORDS[place.reason]}"
