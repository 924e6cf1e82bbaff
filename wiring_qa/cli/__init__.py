"""The command line: one file a command or group of commands, each under the name `group`.

Whatever goes wrong ends in one line on standard error and the exit code 1; wrong usage in 2.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NoReturn

import click
from flask import Flask, current_app
from sqlalchemy.exc import DBAPIError

from wiring_qa.core.refusals import Refused
from wiring_qa.journal.submit import INVALID


def add_commands(app: Flask) -> None:
    """Give the app every command of this room."""
    for part in iter_modules(__path__):
        command: click.Command = import_module(f"{__name__}.{part.name}").group
        if not hasattr(command, "plain"):
            command.make_context = _short(command.make_context)  # type: ignore[method-assign]
            command.invoke = _plain(_short(command.invoke))  # type: ignore[method-assign, assignment]
            command.plain = True  # type: ignore[attr-defined]  # apps made later share the commands
        app.cli.add_command(command)


def stop(error: click.ClickException) -> NoReturn:
    """Raise an error that keeps the app from being built; on a command line end in its line at once.

    Flask lists the commands of a broken app below the error's traceback, but does not hold up an exit.
    """
    if click.get_current_context(silent=True) is None:
        raise error
    error.show()
    sys.exit(error.exit_code)


def _short(call: Callable[..., Any]) -> Callable[..., Any]:
    """Let wrong usage end in one line, too: without the context click prints no usage above it."""

    def called(*args: Any, **named: Any) -> Any:
        try:
            return call(*args, **named)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except click.UsageError as wrong:
            wrong.ctx = None
            raise

    return called


def _plain(invoke: Callable[[click.Context], Any]) -> Callable[[click.Context], Any]:
    """Let a command end in one line instead of a traceback; `flask --debug` shows the traceback."""

    def invoked(context: click.Context) -> Any:
        try:
            return invoke(context)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Refused as refused:
            # what no form takes was entered wrong; everything else is not so as things stand
            wrong = click.UsageError if refused.refusal.code == INVALID.code else click.ClickException
            raise wrong(str(refused.refusal)) from None
        except Exception as error:
            if current_app.debug:
                raise
            raise click.ClickException(_words(error)) from None

    return invoked


def _words(error: Exception) -> str:
    if isinstance(error, DBAPIError):
        reason = str(error.orig).strip().partition("\n")[0]
        return f"The database cannot be used ({reason}). Has “flask --app wiring_qa prepare” been run?"
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
    return f"{type(error).__name__}: {error}".partition("\n")[0]
