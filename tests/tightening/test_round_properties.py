"""Any sequence of allowed acts leads to a state that names its next act, and no round passes too early."""

from dataclasses import dataclass, field, replace

from hypothesis import given, strategies as st

from wiring_qa.tightening.kinds import SampleReason
from wiring_qa.tightening.redraw import later_rows
from wiring_qa.tightening.rules import (
    DrawnRow,
    GroupFacts,
    RoundFacts,
    current_rows,
    is_confirmed,
    is_settled,
    may_confirm_group,
    may_spot_check,
    round_state,
)
from wiring_qa.tightening.states import RoundState, SpotResult

WIRES = {1: (0, 1), 2: (1, 2), 3: (0, 2), 4: (2, 2)}
"""Four wires between three groups; wire 1 is mandatory."""


@dataclass
class Story:
    """A round as its facts come in; ``loose`` are wires with an open finding from the spot check."""

    accepted: int
    at: int = 0
    confirmed: dict[int, list[int]] = field(default_factory=lambda: {0: [], 1: [], 2: []})
    fixes: list[tuple[int, int]] = field(default_factory=list)
    drawn: list[DrawnRow] = field(default_factory=list)
    mandatory: dict[int, tuple[SampleReason, ...]] = field(default_factory=lambda: {1: (SampleReason.LARGE,)})
    loose: set[int] = field(default_factory=set)

    def facts(self) -> RoundFacts:
        return RoundFacts([self.group(each) for each in self.confirmed], self.rows(), self.accepted)

    def group(self, number: int) -> GroupFacts:
        fixed = [position for position, wire in self.fixes if number in WIRES[wire]]
        return GroupFacts(self.confirmed[number], fixed)

    def rows(self) -> list[DrawnRow]:
        return [replace(row, last_fix=self.last_fix(row.wire_id)) for row in self.drawn]

    def last_fix(self, wire: int) -> int:
        return max((position for position, fixed in self.fixes if fixed == wire), default=0)

    def state(self) -> RoundState:
        return round_state(self.facts())

    def act(self, what: str, number: int) -> None:
        """Do what is allowed; what is not changes nothing."""
        self.at += 1
        if what == "confirm":
            self.confirm(number % 3)
        elif what == "fix":
            self.fixes.append((self.at, number))
            self.loose.discard(number)
        else:
            self.spot_check(number, SpotResult(what))
        self.draw()

    def confirm(self, number: int) -> None:
        confirmed = is_confirmed(self.group(number))
        if not may_confirm_group(self.state(), confirmed=confirmed, has_setting=True, has_torque=False):
            self.confirmed[number].append(self.at)

    def spot_check(self, wire: int, result: SpotResult) -> None:
        row = {row.wire_id: row for row in self.rows()}.get(wire)
        tight = all(is_confirmed(self.group(each)) for each in WIRES[wire])
        if row is None or may_spot_check(self.state(), row, groups_confirmed=tight):
            return
        place = max(place for place, each in enumerate(self.drawn) if each.wire_id == wire)
        self.drawn[place] = replace(self.drawn[place], result=result, checked_at=self.at)
        if result is SpotResult.MOVED:
            self.loose.add(wire)
            self.mandatory[wire] = (SampleReason.WAS_LOOSE,)

    def draw(self) -> None:
        if self.drawn:
            new = later_rows(self.rows(), self.mandatory)
            self.drawn += [DrawnRow(row.wire_id, row.is_random) for row in new]
        elif all(is_confirmed(self.group(each)) for each in self.confirmed):
            self.drawn = [DrawnRow(wire, wire not in self.mandatory) for wire in WIRES]


# most acts are the ordinary ones, so that many stories come to their end
WHAT = [*["confirm"] * 8, *["held"] * 8, "moved", "fix"]
acts = st.tuples(st.sampled_from(WHAT), st.sampled_from([*WIRES]))
stories = st.lists(acts, min_size=20, max_size=60)


@given(st.integers(0, 2), stories)
def test_any_sequence_of_allowed_acts_leads_to_a_state_that_names_its_next_act(
    accepted: int, sequence: list[tuple[str, int]]
) -> None:
    story = Story(accepted)
    for what, number in sequence:
        story.act(what, number)

    open_groups = [each for each in story.confirmed if not is_confirmed(story.group(each))]
    left = [row for row in current_rows(story.rows()) if not is_settled(row)]
    state = story.state()
    if state is RoundState.TIGHTENING:
        assert open_groups
    elif state is RoundState.SPOT_CHECK:
        assert not open_groups
        assert left
        assert all(row.result is None or row.wire_id in story.loose for row in left)
    elif state is RoundState.PASSED:
        assert not open_groups
        assert not left


@given(st.integers(0, 2), stories)
def test_no_round_passes_before_every_wire_was_tightened_and_held_after_its_last_fix(
    accepted: int, sequence: list[tuple[str, int]]
) -> None:
    story = Story(accepted)
    for what, number in sequence:
        story.act(what, number)

        if story.state() is RoundState.PASSED:
            for wire, groups in WIRES.items():
                last = [row for row in story.drawn if row.wire_id == wire][-1]
                assert last.result is SpotResult.HELD
                tightened = min(max(story.confirmed[group]) for group in groups)
                assert story.last_fix(wire) < tightened
                assert story.last_fix(wire) < last.checked_at


@given(st.integers(0, 2), stories)
def test_a_round_that_has_failed_stays_failed(accepted: int, sequence: list[tuple[str, int]]) -> None:
    story = Story(accepted)
    failed = False
    for what, number in sequence:
        story.act(what, number)
        state = story.state()

        assert not failed or state is RoundState.FAILED
        failed = state is RoundState.FAILED
        moved = {row.wire_id for row in story.drawn if row.result is SpotResult.MOVED}
        assert failed or len(moved) <= accepted
