"""`labels`: QR labels of cabinets, in the format that the file's ending names."""

import sys
from pathlib import Path

import click

from wiring_qa.cabinets.queries import cabinet_by_serial
from wiring_qa.labels.formats import format_of, write_labels
from wiring_qa.labels.label import Label
from wiring_qa.labels.of_cabinets import label_of

MANY = 200
"""From so many on, drawing takes long enough for its progress to be wanted."""


@click.command("labels")
@click.argument("serials", nargs=-1, required=True, metavar="SERIAL …")
@click.option("--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
def group(serials: tuple[str, ...], output: Path) -> None:
    """Write the QR labels of cabinets to a .pdf, .png, .svg or .zpl file."""
    format_ = format_of(output.name)
    labels = [_label(serial) for serial in serials]
    shown = len(labels) >= MANY and sys.stderr.isatty()
    with click.progressbar(labels, label="Labels", file=sys.stderr, hidden=not shown) as drawn:
        content = write_labels(drawn, format_)
    output.write_bytes(content)
    click.echo(f"{len(serials)} → {output}")


def _label(serial: str) -> Label:
    cabinet = cabinet_by_serial(serial)
    if cabinet is None:
        raise click.ClickException(f"There is no cabinet with the serial number “{serial}”.")
    return label_of(cabinet)
