"""`webhooks`: deliver what other systems are to be told."""

import time

import click

from wiring_qa.webhooks.delivering import EVERY_S, deliver_due


@click.group("webhooks")
def group() -> None:
    """What other systems are told of."""


@group.command("deliver")
@click.option("--watch", is_flag=True, help="Go on until it is stopped.")
def deliver(*, watch: bool) -> None:
    """Deliver what is due; the server does so by itself."""
    while True:
        delivered, failed = deliver_due()
        if delivered or failed or not watch:
            click.echo(f"{delivered} delivered, {failed} to be tried again")
        if not watch:
            return
        time.sleep(EVERY_S)
