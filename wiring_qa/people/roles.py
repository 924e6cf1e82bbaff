"""Who may do what: every act and every page in one table each.

What is not listed is allowed to nobody; tests hold both tables complete.
"""

from wiring_qa.people.kinds import Role

INSPECTORS = frozenset({Role.INSPECTOR, Role.LEAD, Role.ADMIN})
WIRERS = frozenset({Role.WIRER, Role.LEAD, Role.ADMIN})
LEADS = frozenset({Role.LEAD, Role.ADMIN})
ADMINS = frozenset({Role.ADMIN})
EVERYONE = frozenset(Role)
ANYONE = frozenset({*Role, None})
"""Also those who are not signed in."""

ACTS: dict[str, frozenset[Role]] = {
    # people
    "add_person": ADMINS,
    "change_person": ADMINS,
    "set_password": ADMINS,
    "set_pin": ADMINS,
    "renew_badge": ADMINS,
    "invite_tablet": LEADS,
    "enrol_tablet": LEADS,
    "revoke_tablet": LEADS,
    # wiring tables
    "import_table": LEADS,
    "override_category": LEADS,
    "edit_category": LEADS,
    "edit_category_rules": LEADS,
    "set_large_threshold": LEADS,
    "forget_mapping": LEADS,
    # cabinets
    "add_cabinet": LEADS,
    "assign_wirers": LEADS,
    # labels
    "save_label_layout": LEADS,
    "delete_label_layout": LEADS,
    # mounting drawings
    "upload_drawing": LEADS,
    "place_device": LEADS,
    # what tablets send
    "keep_rejected": EVERYONE,
    "dismiss_rejected": EVERYONE,
    # the walk
    "mark_ok": INSPECTORS,
    "mark_faulty": INSPECTORS,
    "record_extra_wire": INSPECTORS,
    "take_back_mark": INSPECTORS,
    "confirm_as_second_person": EVERYONE,
    # new revisions
    "move_to_revision": LEADS,
    "confirm_removed_wire": INSPECTORS,
    # findings
    "confirm_fix": WIRERS,
    "pass_recheck": INSPECTORS,
    "fail_recheck": INSPECTORS,
    "ask_for_table": INSPECTORS,
    "grant_concession": LEADS,
    "attach_photo": EVERYONE,
    # tightening and spot check
    "start_round": INSPECTORS,
    "confirm_group": WIRERS,
    "spot_check_held": INSPECTORS,
    "spot_check_moved": INSPECTORS,
    "set_sampling_plan": LEADS,
    "set_torques": LEADS,
    # release
    "release_cabinet": LEADS,
    "reopen_cabinet": LEADS,
    # complaints
    "record_complaint": LEADS,
    "note_correction": LEADS,
    "close_complaint": LEADS,
}

PAGES: dict[str, frozenset[Role] | frozenset[Role | None]] = {
    "static": ANYONE,
    "health": ANYONE,
    # people
    "people.sign_in": ANYONE,
    "people.sign_in_now": ANYONE,
    "people.sign_out": ANYONE,
    "people.here": ANYONE,
    "people.sign_in_here": ANYONE,
    "people.badge": ANYONE,
    "people.enrol": ANYONE,
    "people.enrol_now": ANYONE,
    "people.contact": ANYONE,
    "people.tablets": LEADS,
    "people.invite": LEADS,
    "people.invitation": LEADS,
    "people.invitation_code": LEADS,
    "people.badges": ADMINS,
    "people.badge_code": ADMINS,
    "people.choose_language": ANYONE,
    "people.choose_theme": EVERYONE,
    "people.preferences": EVERYONE,
    "people.set_preferences": EVERYONE,
    "people.change_own_secret": EVERYONE,
    "people.people": ADMINS,
    "people.new_person": ADMINS,
    "people.person": ADMINS,
    # the journal
    "journal.of_cabinet": EVERYONE,
    "journal.of_plant": LEADS,
    # what tablets send: each operation of a batch says by itself who entered it
    "offline.sync": ANYONE,
    "offline.worker": ANYONE,
    "offline.manifest": ANYONE,
    "offline.offline": ANYONE,
    "offline.outbox": EVERYONE,
    "offline.rejected": EVERYONE,
    "offline.accept_rejected": LEADS,
    # wiring tables
    "tables.tables": LEADS,
    "tables.table": LEADS,
    "tables.upload": LEADS,
    "tables.draft": LEADS,
    "tables.settle_draft": LEADS,
    "tables.discard_draft": LEADS,
    "tables.save_draft": LEADS,
    "tables.categories": LEADS,
    # cabinets and labels
    "cabinets.cabinets": EVERYONE,
    "cabinets.new_cabinets": LEADS,
    "cabinets.add_cabinets": LEADS,
    "cabinets.wirers": LEADS,
    "labels.label": EVERYONE,
    "labels.label_page": EVERYONE,
    "labels.labels": LEADS,
    "labels.preview": LEADS,
    "labels.preview_picture": LEADS,
    "labels.sheet": LEADS,
    "labels.layouts": LEADS,
    # new revisions
    "revisions.comparison": LEADS,
    "revisions.cabinets": LEADS,
    "revisions.move_cabinets": LEADS,
    "revisions.of_cabinet": LEADS,
    # mounting drawings
    "drawings.drawing": LEADS,
    "drawings.of_cabinet": EVERYONE,
    # pictures
    "attachments.picture": EVERYONE,
    "attachments.small_picture": EVERYONE,
    # findings
    "findings.take_photo": EVERYONE,
    "findings.findings": EVERYONE,
    "findings.fixes": EVERYONE,
    "findings.my_fixes": WIRERS,
    "findings.rechecks": EVERYONE,
    # the walk
    "walk.walk": EVERYONE,
    "walk.changes": EVERYONE,
    "walk.fault": INSPECTORS,
    "walk.extra_wire": INSPECTORS,
    "walk.second_person_for": INSPECTORS,
    # tightening and spot check
    "tightening.groups": EVERYONE,
    "tightening.group": EVERYONE,
    "tightening.spot_check": EVERYONE,
    "tightening.settings": LEADS,
    # release, the record, the work
    "release.release": LEADS,
    "records.pdf": EVERYONE,
    "records.record": EVERYONE,
    "records.seal": EVERYONE,
    "records.xlsx": EVERYONE,
    "complaints.complaints": LEADS,
    "complaints.of_cabinet": LEADS,
    "complaints.complaint": LEADS,
    "complaints.trace": LEADS,
    "complaints.find_trace": LEADS,
    "trends.trends": LEADS,
    "trends.findings": LEADS,
    "trends.open_ones": LEADS,
    "trends.report": LEADS,
    "trends.report_file": LEADS,
    "trends.cabinets": LEADS,
    "trends.rows": LEADS,
    "trends.pace": INSPECTORS,
    "trends.spot_checks": LEADS,
    "trends.export": LEADS,
    "worklist.home": EVERYONE,
    "worklist.position": EVERYONE,
    "worklist.cabinet": EVERYONE,
    "worklist.find": EVERYONE,
}


def may(role: Role, act: str) -> bool:
    """Tell whether a role allows an act."""
    return role in ACTS.get(act, frozenset())


def may_open(role: Role | None, endpoint: str) -> bool:
    """Tell whether a role, or someone not signed in, may open a page; an act's address follows the act."""
    if endpoint in PAGES:
        return role in PAGES[endpoint]
    return role in ACTS.get(endpoint.rsplit(".", 1)[-1], frozenset())
