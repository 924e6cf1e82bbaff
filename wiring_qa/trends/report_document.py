"""The period report as a document: headings and tables of text, drawn as PDF and XLSX."""

from collections.abc import Sequence
from typing import Any

from flask import current_app
from flask_babel import gettext as _

from wiring_qa.core.i18n import number, when
from wiring_qa.documents.document import Column, Document, Section
from wiring_qa.trends.changes import Change
from wiring_qa.trends.report import Report
from wiring_qa.trends.shown import Shown, days, decimal

_WIDTH = 182


def document_of(report: Report) -> Document:
    """Put a report into words, in the language of the request."""
    period = report.filters.period
    counted = _("Counted %(when)s", when=when(report.at))
    compared = _("Compared with %(days)s", days=days(period.before))
    address = current_app.config["WIRING_QA"].public_url + report.filters.url("trends.report")
    sections = [
        _section(
            _("Figures"),
            (_("Figure"), _("This period"), _("The period before")),
            [(each.name, each.now, each.before) for each in report.figures],
        ),
        _section(
            _("Biggest changes"), (_("Kind or model"), _("Per 1,000 rows"), _("Before"), _("Findings"), ""),
            [change_words(each) for each in report.changes],
        ),
        *_open_matters(report),
        *map(_of_figure, [report.course, *report.shown]),
    ]  # fmt: skip
    return Document(
        _("Quality report"), f"{period.span.label}: {days(period)}", [compared], sections, counted, address
    )


def change_words(change: Change) -> tuple[str, str, str, str, str]:
    """Return a change as the report tells it: what, the rates, the findings, whether chance would do it."""
    clear = _("more than chance would bring") if change.is_clear else _("chance could bring it")
    return (
        change.name,
        decimal(change.per_thousand),
        decimal(change.per_thousand_before),
        f"{number(change.findings)} / {number(change.findings_before)}",
        str(clear if change.deviate else _("too few to say")),
    )


def _open_matters(report: Report) -> list[Section]:
    found = report.matters
    listed = _("%(shown)s of %(count)s, the oldest first", shown=len(found.oldest), count=found.open_count)
    head = (_("Cabinet"), _("Finding"), _("Device"), _("State"), _("Raised"))
    return [
        _section(
            _("Findings open now"),
            head,
            [
                (each.serial, str(each.kind.label), each.device, str(each.cached_state.label), when(each.at))
                for each in found.oldest
            ],
            str(listed) if found.open_count else str(_("Nothing is open.")),
        ),
        _section(
            _("Complaints open now"),
            (_("Cabinet"), _("Complaint"), _("Recorded"), _("What the customer says")),
            [(each.serial, str(each.kind.label), when(each.at), each.words) for each in found.complaints],
            "" if found.complaints else str(_("None")),
        ),
        _section(
            _("Tightening rounds that failed"),
            (_("Cabinet"), _("Round"), _("Started")),
            [(each.serial, str(each.number), when(each.at)) for each in found.failed_rounds],
            "" if found.failed_rounds else str(_("None")),
        ),
        _section(
            _("Concessions"),
            (_("Cabinet"), _("Finding"), _("Granted by"), _("Reason")),
            [(each.serial, str(each.kind.label), each.name, each.reason) for each in found.concessions],
            "" if found.concessions else str(_("None")),
        ),
    ]


def _of_figure(shown: Shown) -> Section:
    rows = [[_text(cell) for cell in row.cells] for row in shown.rows]
    return _section(shown.title, shown.head, rows, shown.note or shown.about)


def _section(title: str, head: Sequence[str], rows: Sequence[Sequence[str]], note: str = "") -> Section:
    # the first column has the names, which are long; the last one takes any number of lines
    first = _WIDTH / (len(head) + 1) * 2
    rest = (_WIDTH - first) / max(1, len(head) - 1)
    columns = [Column(name, rest if place else first) for place, name in enumerate(head)]
    return Section(title, columns, [(row[:-1], [row[-1]]) for row in rows], note)


def _text(cell: Any) -> str:
    return "" if cell is None else cell if isinstance(cell, str) else number(cell)
