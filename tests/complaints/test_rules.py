"""Which step should have caught a fault."""

from datetime import date

import pytest

from wiring_qa.complaints.kinds import Step
from wiring_qa.complaints.rules import RowStory, may_add, may_close, may_record, proposed_step
from wiring_qa.findings.kinds import Kind

TIGHT = RowStory(was_tightened=True)
TRIED = RowStory(was_tightened=True, has_held=True)
MENDED = RowStory(frozenset({Kind.WRONG}), was_tightened=True, has_held=True)


@pytest.mark.parametrize(
    ("kind", "rows", "step"),
    [
        (Kind.MISSING, [], Step.INSPECTION),
        (Kind.MISSING, [TRIED], Step.INSPECTION),
        (Kind.LOOSE, [RowStory()], Step.INSPECTION),
        (Kind.LOOSE, [TIGHT], Step.TIGHTENING),
        (Kind.DROPPED, [TIGHT, TRIED], Step.SPOT_CHECK),
        (Kind.WRONG, [MENDED], Step.RECHECK),
        (Kind.LOOSE, [MENDED], Step.SPOT_CHECK),
    ],
)
def test_the_last_step_that_should_have_seen_it_is_proposed(
    kind: Kind, rows: list[RowStory], step: Step
) -> None:
    assert proposed_step(kind, rows) is step


def test_nothing_is_noticed_on_a_day_that_is_still_to_come() -> None:
    today = date(2026, 11, 24)
    assert may_record(None, today) is None
    assert may_record(today, today) is None
    refusal = may_record(date(2026, 11, 25), today)
    assert refusal is not None
    assert refusal.field == "noticed_on"


def test_a_closed_complaint_takes_nothing_more() -> None:
    assert may_add(is_closed=False) is None
    assert may_add(is_closed=True) is not None
    assert may_close(Step.INSPECTION, Step.INSPECTION, "", is_closed=True) is not None


def test_who_judges_otherwise_says_why() -> None:
    assert may_close(Step.INSPECTION, Step.INSPECTION, "", is_closed=False) is None
    assert may_close(Step.LATER, Step.INSPECTION, "", is_closed=False) is not None
    assert may_close(Step.LATER, Step.INSPECTION, "forklift", is_closed=False) is None
