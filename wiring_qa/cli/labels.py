"""`labels`: QR labels of cabinets, in the format that the file's ending names."""

import sys
from dataclasses import replace
from pathlib import Path

import click

from wiring_qa.cabinets.queries import cabinet_by_serial
from wiring_qa.core.refusals import Refused
from wiring_qa.labels.formats import Format, format_of, write_labels
from wiring_qa.labels.label import Label
from wiring_qa.labels.media import USUAL
from wiring_qa.labels.of_cabinets import label_of
from wiring_qa.labels.queries import setup_named
from wiring_qa.labels.setup import DPIS

MANY = 200
"""From so many on, drawing takes long enough for its progress to be wanted."""


@click.command("labels")
@click.argument("serials", nargs=-1, required=True, metavar="SERIAL …")
@click.option("--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--layout", default=USUAL.key, show_default=True, help="A layout's name, as a4-21 or tape-24.")
@click.option("--used", default=0, type=click.IntRange(0, 64), help="Labels gone from the first sheet.")
@click.option("--dpi", default="203", type=click.Choice([str(dpi) for dpi in DPIS]), help="Of a ZPL printer.")
def group(serials: tuple[str, ...], output: Path, layout: str, used: int, dpi: str) -> None:
    """Write the QR labels of cabinets to a .pdf, .png, .svg or .zpl file."""
    format_ = _format(output)
    setup = replace(setup_named(layout), used=used, dpi=int(dpi))
    labels = [_label(serial) for serial in serials]
    shown = len(labels) >= MANY and sys.stderr.isatty()
    with click.progressbar(labels, label="Labels", file=sys.stderr, hidden=not shown) as drawn:
        content = write_labels(drawn, format_, setup)
    output.write_bytes(content)
    click.echo(f"{len(serials)} → {output}")


def _format(output: Path) -> Format:
    """Return the format that a file's ending names; any other ending is wrong usage."""
    try:
        return format_of(output.name)
    except Refused as refused:
        raise click.BadParameter(str(refused.refusal), param_hint="--output") from None


def _label(serial: str) -> Label:
    cabinet = cabinet_by_serial(serial)
    if cabinet is None:
        raise click.ClickException(f"There is no cabinet with the serial number “{serial}”.")
    return label_of(cabinet)
