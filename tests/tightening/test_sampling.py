from hypothesis import given, strategies as st

from wiring_qa.tightening.kinds import SampleReason
from wiring_qa.tightening.sampling import Candidate, draw, mandatory_reasons

LOOSE = (SampleReason.WAS_LOOSE,)
ROWS = st.lists(st.booleans(), max_size=60).map(
    lambda flags: [Candidate(number, LOOSE if flag else ()) for number, flag in enumerate(flags, 1)]
)


@given(ROWS, st.integers(0, 80), st.text(max_size=8))
def test_the_draw_is_reproducible(rows: list[Candidate], size: int, seed: str) -> None:
    assert draw(rows, size, seed) == draw(list(reversed(rows)), size, seed)


@given(ROWS, st.integers(0, 80), st.text(max_size=8))
def test_every_row_that_was_loose_is_drawn_and_random_rows_up_to_the_size(
    rows: list[Candidate], size: int, seed: str
) -> None:
    drawn = {row.sequence: row for row in draw(rows, size, seed)}
    named = {row.sequence for row in rows if row.reasons}
    assert named <= drawn.keys()
    assert sum(row.is_random for row in drawn.values()) == min(size, len(rows) - len(named))


def test_each_drawn_row_says_why() -> None:
    reasons = mandatory_reasons(was_loose=True, was_dropped=False, large=True, always=False)
    drawn = draw([Candidate(1, reasons), Candidate(2)], 1, "seed")
    assert [row.reasons for row in drawn] == [
        (SampleReason.WAS_LOOSE, SampleReason.LARGE),
        (SampleReason.RANDOM,),
    ]


def test_another_seed_draws_other_rows() -> None:
    rows = [Candidate(number) for number in range(1, 501)]
    one, other = ({row.sequence for row in draw(rows, 50, seed)} for seed in ("a", "b"))
    assert len(one) == len(other) == 50
    assert one != other
