"""A cabinet's life by chance: any act, by anyone, at any time; what must hold after each of them."""

from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select

from tests.plant import REVISION, WIRES
from tests.release.gate import broken_rules
from tests.release.worlds import NAMES, REVISIONS, Worlds
from wiring_qa.cabinets.kinds import Stage
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.checks.kinds import RowState
from wiring_qa.checks.models import CachedRowState
from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refused
from wiring_qa.findings.models import Finding
from wiring_qa.journal.models import ChainHead
from wiring_qa.release.facts import facts_of
from wiring_qa.release.rules import blockers
from wiring_qa.tables.models import Wire, WiringTable
from wiring_qa.tightening.models import Group, SampleRow
from wiring_qa.tightening.queries import last_round

ROWS = st.integers(1, len(WIRES))
WIDE = [sequence for sequence, wire in enumerate(WIRES, 1) if wire.wide]
FINDINGS = st.integers(0, 3)
"""Which of the cabinet's findings, counted round."""
KINDS = st.sampled_from(["missing", "loose", "dropped", "wrong_colour", "missing_part", "damaged"])
ENDS = st.sampled_from(["from", "to"])
INSPECTORS = st.sampled_from(["li", "wang", "lin"])
WIRERS = st.sampled_from(["chen", "zhao", "lin"])
ANYONE = st.sampled_from(["li", "wang", "chen", "zhao", "lin"])


class Life(RuleBasedStateMachine):
    """Acts on one cabinet; what a rule does not allow must be refused in words and leave nothing."""

    worlds: ClassVar[Worlds]
    """Where the cabinet lives; set by the test that has it."""

    def __init__(self) -> None:
        super().__init__()
        self.plant = self.worlds.plant

    def act(self, type_: str, by: str, **fields: Any) -> bool:
        """Try an act; tell whether it was allowed."""
        before = self._position()
        try:
            self.plant.do(type_, by, **fields)
        except Refused as refused:
            assert refused.refusal.code
            assert str(refused.refusal)
            assert self._position() == before
            return False
        return True

    def _position(self) -> int:
        db.session.rollback()
        query = select(ChainHead.position).where(ChainHead.chain == self.plant.code)
        return db.session.execute(query).scalar_one()

    def on_finding(self, type_: str, by: str, which: int, **fields: Any) -> None:
        """Try an act on one of the findings, if there are any."""
        query = select(Finding.number).where(Finding.cabinet_id == cabinet_by_code(self.plant.code).id)
        numbers = sorted(db.session.scalars(query))
        if numbers:
            self.act(type_, by, finding=numbers[which % len(numbers)], **fields)

    @initialize(world=st.sampled_from(NAMES))
    def begin(self, world: str) -> None:
        self.worlds.go_back_to(world)

    @rule(wire=ROWS | st.sampled_from(WIDE), by=INSPECTORS)
    def mark_ok(self, wire: int, by: str) -> None:
        self.act("mark_ok", by, wire=wire, confirmed=["label", "colour", "lug", "size"])

    @rule(wire=ROWS, by=INSPECTORS, kind=KINDS, end=ENDS)
    def mark_faulty(self, wire: int, by: str, kind: str, end: str) -> None:
        self.act("mark_faulty", by, wire=wire, kind=kind, end=end)

    @rule(wire=st.sampled_from(WIDE), by=ANYONE)
    def second_person(self, wire: int, by: str) -> None:
        self.act("confirm_as_second_person", by, wire=wire)

    @rule(wire=ROWS, by=INSPECTORS)
    def take_back(self, wire: int, by: str) -> None:
        self.act("take_back_mark", by, wire=wire)

    @rule(by=INSPECTORS)
    def record_extra_wire(self, by: str) -> None:
        self.act("record_extra_wire", by, found_device="-X1")

    @rule(finding=FINDINGS, by=WIRERS)
    def fix(self, finding: int, by: str) -> None:
        self.on_finding("confirm_fix", by, finding)

    @rule(finding=FINDINGS, by=INSPECTORS)
    def pass_recheck(self, finding: int, by: str) -> None:
        self.on_finding("pass_recheck", by, finding, confirmed=["from", "to", "pull"])

    @rule(finding=FINDINGS, by=INSPECTORS)
    def fail_recheck(self, finding: int, by: str) -> None:
        self.on_finding("fail_recheck", by, finding, note="still moves")

    @rule(finding=FINDINGS)
    def concede(self, finding: int) -> None:
        self.on_finding("grant_concession", "lin", finding, reason="agreed")

    @rule(by=INSPECTORS)
    def start_round(self, by: str) -> None:
        self.act("start_round", by)

    @rule(by=WIRERS)
    def tighten_what_is_left(self, by: str) -> None:
        last = last_round(cabinet_by_code(self.plant.code).id)
        if last:
            query = select(Group.number).where(Group.round_id == last.id, Group.cached_confirmed.is_(False))
            for group in db.session.scalars(query).all():
                self.act("confirm_group", by, group=group, tool="driver 1", clutch_setting="4")

    @rule(by=INSPECTORS, moved=st.none() | ROWS)
    def spot_check_what_is_drawn(self, by: str, moved: int | None) -> None:
        last = last_round(cabinet_by_code(self.plant.code).id)
        if last:
            query = select(Wire.sequence).join(SampleRow, SampleRow.wire_id == Wire.id)
            for wire in sorted(set(db.session.scalars(query.where(SampleRow.round_id == last.id)))):
                if wire == moved:
                    self.act("spot_check_moved", by, wire=wire, end="from")
                else:
                    self.act("spot_check_held", by, wire=wire)

    @rule(wirer=st.sampled_from(["chen", "zhao"]), inspector=st.sampled_from(["li", "wang"]))
    def tighten_and_spot_check(self, wirer: str, inspector: str) -> None:
        self.tighten_what_is_left(wirer)
        self.spot_check_what_is_drawn(inspector, None)

    @rule(by=st.sampled_from(["lin", "li"]), revision=st.sampled_from([REVISION, *REVISIONS]))
    def move_to_revision(self, by: str, revision: str) -> None:
        self.act("move_to_revision", by, revision=revision)

    @rule(by=INSPECTORS)
    def confirm_removed_wires(self, by: str) -> None:
        query = (
            select(WiringTable.revision, Wire.sequence)
            .join(Wire, Wire.table_id == WiringTable.id)
            .join(CachedRowState, CachedRowState.wire_id == Wire.id)
            .where(CachedRowState.state == RowState.TO_REMOVE)
        )
        for revision, wire in db.session.execute(query).all():
            self.act("confirm_removed_wire", by, revision=revision, wire=wire)

    @rule(by=ANYONE)
    def release_and_reopen(self, by: str) -> None:
        blocked = broken_rules(cabinet_by_code(self.plant.code))
        if self.act("release_cabinet", by):
            assert blocked == []
            assert not self.act("mark_ok", "li", wire=9)
            assert self.act("reopen_cabinet", "lin", reason="a late change")

    @invariant()
    def no_stage_says_more_than_the_facts(self) -> None:
        db.session.rollback()
        cabinet = cabinet_by_code(self.plant.code)
        facts = facts_of(cabinet.id)
        told = [str(blocker.text) for blocker in blockers(facts)]
        assert cabinet.cached_blockers == len(told)
        assert (cabinet.cached_stage is Stage.READY) == (told == [])
        assert [words for words in told if words.endswith(" 0")] == []
        if cabinet.cached_stage is Stage.READY:
            assert broken_rules(cabinet) == []
