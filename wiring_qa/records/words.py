"""The facts of a record in words, a line each, as its documents print them."""

from collections.abc import Iterable
from typing import Any

from flask_babel import gettext as _

from wiring_qa.checks.kinds import CheckResult, ExtraCheck
from wiring_qa.core.db import AnyRow
from wiring_qa.core.i18n import number, when
from wiring_qa.core.words import listed
from wiring_qa.findings.lists import Listed
from wiring_qa.history.record import Event, EventKind
from wiring_qa.history.rounds import RecordedRound
from wiring_qa.release.models import ReleaseAct
from wiring_qa.tables.comparing.compared_fields import Field
from wiring_qa.tightening.kinds import SampleReason


def event_lines(event: Event) -> list[str]:
    """Return what was recorded on a row by one fact; a finding's life takes several lines."""
    if event.kind is EventKind.FINDING:
        return life_lines(event.fact)
    return [_LINES[event.kind](event.fact)]


def _check(fact: AnyRow) -> str:
    said = {"name": fact.name, "when": when(fact.at)}
    in_order = fact.result == CheckResult.OK
    text = str(
        _("Checked, in order: %(name)s, %(when)s", **said)
        if in_order
        else _("Checked, faulty: %(name)s, %(when)s", **said)
    )
    text += _in_brackets(ExtraCheck(each).label_text for each in fact.confirmed or ())
    return text + (f" · {_('taken back %(when)s', when=when(fact.taken_back))}" if fact.taken_back else "")


def _second_person(fact: AnyRow) -> str:
    return str(_("Second person: %(name)s, %(when)s", name=fact.name, when=when(fact.at)))


def _revision(fact: AnyRow) -> str:
    text = str(_("Revision %(revision)s, %(when)s", revision=fact.revision, when=when(fact.at)))
    text += f": {fact.kind.label}" + _in_brackets(Field(each).label for each in fact.fields or ())
    return text + (f" · {_('new check needed')}" if fact.asks_for_check else "")


def _removal(fact: AnyRow) -> str:
    return str(_("Confirmed removed: %(name)s, %(when)s", name=fact.name, when=when(fact.at)))


def _spot_check(fact: AnyRow) -> str:
    torque = f" · {number(fact.torque_nm)} N·m" if fact.torque_nm else ""
    reasons = _in_brackets(SampleReason(each).label for each in fact.reasons)
    text = _("Spot check, round %(number)s", number=fact.number)
    return f"{text}: {fact.result.label}{torque}{reasons} · {fact.name}, {when(fact.at)}"


_LINES = {
    EventKind.CHECK: _check,
    EventKind.SECOND_PERSON: _second_person,
    EventKind.REVISION: _revision,
    EventKind.REMOVAL: _removal,
    EventKind.SPOT_CHECK: _spot_check,
}


def life_lines(listed: Listed) -> list[str]:
    """Return a finding's life: found, fixed, rechecked, removed, conceded."""
    lines = [_found(listed)]
    for fix in listed.fixes:
        lines.append(_by("– " + _("Fixed by %(name)s, %(when)s", name=fix.name, when=when(fix.at)), fix.note))
        lines += [_recheck(each) for each in listed.rechecks if each.fix_id == fix.id]
    if listed.removal:
        said = {"name": listed.removal.name, "when": when(listed.removal.at)}
        lines.append("– " + _("Its wire is confirmed removed: %(name)s, %(when)s", **said))
    if listed.concession:
        said = {"name": listed.concession.name, "when": when(listed.concession.at)}
        lines.append(_by("– " + _("Conceded by %(name)s, %(when)s", **said), listed.concession.reason))
    return lines


def _found(listed: Listed) -> str:
    finding = listed.finding
    text = _("Finding %(number)s", number=finding.number) + f": {finding.kind.label}, {listed.end.label}"
    if finding.found_device:
        place = ":".join(filter(None, (finding.found_device, finding.found_terminal)))
        text += ", " + _("found at %(place)s", place=place)
    said = f"{listed.raised_by}, {when(finding.at)}"
    return f"{_by(text, finding.note)} · {finding.origin.label} · {said} · {finding.cached_state.label}"


def _recheck(recheck: AnyRow) -> str:
    said = {"name": recheck.name, "when": when(recheck.at)}
    if not recheck.passed:
        return _by("– " + _("Not fixed: %(name)s, %(when)s", **said), recheck.note)
    text = "– " + _("Recheck passed: %(name)s, %(when)s", **said)
    if recheck.confirmed:
        text += f" ({_('against the wiring table: both ends and the pull')})"
    return _by(text, recheck.note)


def release_line(fact: AnyRow) -> str:
    """Return a release or a reopening."""
    said = {"name": fact.name, "when": when(fact.at)}
    if fact.act == ReleaseAct.RELEASED:
        return _by(_("Released by %(name)s, %(when)s", **said), fact.note)
    return _by(_("Reopened by %(name)s, %(when)s", **said), fact.note)


def move_line(fact: AnyRow) -> str:
    """Return a move to another revision."""
    said = {"name": fact.name, "when": when(fact.at), "earlier": fact.from_revision}
    words = _(
        "Moved from revision %(earlier)s to %(revision)s by %(name)s, %(when)s",
        revision=fact.revision,
        **said,
    )
    return str(words)


def round_line(each: RecordedRound) -> str:
    """Return why a round started, and its sampling plan."""
    plan = _(
        "Level %(level)s, AQL %(aql)s: %(size)s rows of %(lot)s, %(accepted)s may move",
        level=each.round.level,
        aql=number(each.round.aql),
        size=each.round.sample_size,
        lot=each.round.lot_size,
        accepted=each.round.acceptance_number,
    )
    drawn = f" · {_('Drawn with %(seed)s', seed=each.round.seed)}" if each.round.seed else ""
    return f"{each.round.reason.label} · {each.started_by}, {when(each.round.at)} · {plan}{drawn}"


def _by(text: str, note: str | None) -> str:
    return f"{text}: {note}" if note else text


def _in_brackets(words: Iterable[Any]) -> str:
    inside = str(listed(words))
    return f" ({inside})" if inside else ""
