"""`users`: people, for whoever has a shell on the server, such as the first administrator."""

import sys

import click

from wiring_qa.journal.submit import perform
from wiring_qa.people import queries
from wiring_qa.people.console import console
from wiring_qa.people.kinds import Role
from wiring_qa.people.new_secrets import kind_of_secret, new_secret

WORDS = {"password": "password", "pin": "PIN"}


@click.group("users")
def group() -> None:
    """People who sign in."""


@group.command("add")
@click.argument("name")
@click.option("--role", type=click.Choice([role.value for role in Role]), required=True)
@click.option("--generate", is_flag=True, help="Make the secret instead of asking for it.")
def add(name: str, role: str, *, generate: bool) -> None:
    """Add a person; asks for their password or PIN, or makes one and prints it once."""
    kind = kind_of_secret(Role(role))
    secret, made = _secret(kind, generate=generate)
    perform("add_person", {"name": name, "role": role, kind: secret}, console())
    click.echo(f"Added {name} ({role}).")
    _tell(kind, secret, made=made)


@group.command("reset")
@click.argument("name")
@click.option("--generate", is_flag=True, help="Make the secret instead of asking for it.")
def reset(name: str, *, generate: bool) -> None:
    """Give a person a new password (leads, administrators) or PIN; their sign-ins end at once."""
    card = queries.card_of(name)
    kind = kind_of_secret(card.role)
    secret, made = _secret(kind, generate=generate)
    perform(f"set_{kind}", {"person": card.id, kind: secret}, console())
    click.echo(f"{card.name} has a new {WORDS[kind]}.")
    _tell(kind, secret, made=made)


@group.command("list")
def list_() -> None:
    """List everyone: name, role and whether they may sign in."""
    number = 1
    while True:
        page = queries.people_page(number)
        for card in page.items:
            click.echo(f"{card.name}\t{card.role.value}\t{'active' if card.active else 'inactive'}")
        if number >= page.pages:
            return
        number += 1


def _secret(kind: str, *, generate: bool) -> tuple[str, bool]:
    """Ask for a secret on a terminal, unless one is to be made; tell whether it was made."""
    if not generate and sys.stdin.isatty():
        words = f"New {WORDS[kind]} (leave it empty to have one made)"
        asked = click.prompt(words, hide_input=True, default="", show_default=False, confirmation_prompt=True)
        if asked:
            return asked, False
    return new_secret(kind), True


def _tell(kind: str, secret: str, *, made: bool) -> None:
    if made:
        click.echo(f"{WORDS[kind][0].upper()}{WORDS[kind][1:]}: {secret}")
        click.echo("It is shown this once only.", err=True)
