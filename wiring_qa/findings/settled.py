"""What every act on findings ends with: the derived states, and what the page needs to know."""

from collections.abc import Sequence

from wiring_qa.cabinets.models import Cabinet
from wiring_qa.core.db import db
from wiring_qa.findings.answers import row_answer
from wiring_qa.findings.models import Finding
from wiring_qa.findings.queries import rows_touched
from wiring_qa.findings.rows import refresh_findings, refresh_rows
from wiring_qa.journal.registry import Answer


def settle(cabinet: Cabinet, findings: Sequence[Finding]) -> Answer:
    """Derive how findings and their rows stand after new facts; return their states."""
    db.session.flush()
    refresh_findings([finding.id for finding in findings])
    touched = rows_touched(cabinet, findings)
    rows = refresh_rows(cabinet.id, touched) if touched else []
    states = []
    for finding in findings:
        db.session.refresh(finding, ["cached_state"])
        states.append({"finding": finding.number, "state": finding.cached_state.value})
    return row_answer(rows, findings=states)
