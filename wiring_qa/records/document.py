"""The record as a document in the reader's language: headings and tables of text."""

from collections.abc import Sequence

from flask_babel import gettext as _

from wiring_qa.checks.rows import size_text
from wiring_qa.core.i18n import number, when
from wiring_qa.core.words import listed
from wiring_qa.documents.document import Column, Document, Section
from wiring_qa.history.record import Record, RecordedRow
from wiring_qa.history.rounds import RecordedRound
from wiring_qa.records.photos import photos_of
from wiring_qa.records.seal import seal_address
from wiring_qa.records.words import event_lines, life_lines, move_line, release_line, round_line
from wiring_qa.tables.drafts.originals import end_of


def document_of(record: Record) -> Document:
    """Put a record into words, in the language of the request."""
    seal = _(
        "Journal: %(count)s entries, last hash %(hash)s", count=record.last_position, hash=record.last_hash
    )
    sections = [
        _listed(_("Release"), [release_line(each) for each in record.releases]),
        _listed(_("Revisions"), [move_line(each) for each in record.moves]),
        _wiring(record),
        _listed(_("Extra wires"), [line for each in record.extra for line in life_lines(each)]),
        *map(_round, record.rounds),
    ]
    return Document(
        _("Inspection record"),
        record.cabinet.serial,
        _heading(record),
        [each for each in sections if each.rows or each.note],
        seal,
        seal_address(record),
        photos_of(record),
    )


def _heading(record: Record) -> list[str]:
    cabinet = record.cabinet
    built = [f"{cabinet.table.model} {cabinet.table.revision}"]
    if cabinet.order_no:
        built.append(_("Order %(order)s", order=cabinet.order_no))
    if cabinet.line:
        built.append(_("Line %(line)s", line=cabinet.line))
    built.append(_("Code %(code)s", code=cabinet.code))
    stands = [
        str(cabinet.cached_stage.label),
        _("Rows in order: %(count)s of %(rows)s", count=record.rows_in_order, rows=record.rows_there),
        _("Findings: %(count)s", count=len(record.findings)),
    ]
    names = listed(wirer.name for wirer in cabinet.wirers)
    return [" · ".join(built), " · ".join(stands), *([_("Wirers: %(names)s", names=names)] if names else [])]


def _listed(title: str, lines: Sequence[str]) -> Section:
    return Section(title, [Column("", 182)], [((), [line]) for line in lines])


def _wiring(record: Record) -> Section:
    columns = [
        Column(_("Row"), 14),
        Column(_("From"), 25),
        Column(_("To"), 25),
        Column(_("Colour"), 15),
        Column(_("Size"), 17),
        Column(_("State"), 20),
        Column(_("What was recorded"), 66),
    ]
    return Section(_("Wiring"), columns, [_row(each) for each in record.rows])


def _row(row: RecordedRow) -> tuple[list[str], list[str]]:
    wire = row.wire
    cells = [
        wire.number or str(wire.sequence),
        end_of(wire, "from"),
        end_of(wire, "to"),
        wire.colour or wire.colour_text or "",
        str(size_text(wire)),
        str(row.state.label),
    ]
    return cells, [line for event in row.history for line in event_lines(event)]


def _round(each: RecordedRound) -> Section:
    columns = [
        Column(_("Group"), 34),
        Column(_("Terminations"), 26),
        Column(_("Tool"), 36),
        Column(_("Clutch setting"), 24),
        Column(_("Torque"), 20),
        Column(_("Confirmed by"), 42),
    ]
    rows = [
        (
            [
                one.device,
                str(one.terminations),
                one.tool or "",
                str(one.clutch_setting or ""),
                f"{number(one.torque_nm)} N·m" if one.torque_nm else "",
            ],
            [f"{one.name}, {when(one.at)}"],
        )
        for one in each.confirmations
    ]
    title = _("Tightening round %(number)s", number=each.round.number)
    return Section(f"{title} · {each.round.cached_state.label}", columns, rows, round_line(each))
