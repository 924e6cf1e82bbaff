"""The acts as a reader of the history sees them; a test holds the table complete."""

from typing import Any

from flask_babel import lazy_gettext as _l

WORDS: dict[str, Any] = {
    # people
    "add_person": _l("Person added"),
    "change_person": _l("Person changed"),
    "set_password": _l("Password set"),
    "set_pin": _l("PIN set"),
    "renew_badge": _l("Badge made anew"),
    "invite_tablet": _l("Tablet invited"),
    "invite_tablet_again": _l("Tablet invited again"),
    "enrol_tablet": _l("Tablet enrolled"),
    "revoke_tablet": _l("Tablet revoked"),
    # wiring tables
    "import_table": _l("Wiring table imported"),
    "override_category": _l("Category of a row changed"),
    "edit_category": _l("Category changed"),
    "edit_category_rules": _l("Category rules changed"),
    "set_large_threshold": _l("Threshold for large wires set"),
    "forget_mapping": _l("Meaning of columns forgotten"),
    # cabinets
    "add_cabinet": _l("Cabinet added"),
    "assign_wirers": _l("Wirers assigned"),
    # labels
    "save_label_layout": _l("Label layout kept"),
    "delete_label_layout": _l("Label layout deleted"),
    # mounting drawings
    "upload_drawing": _l("Mounting drawing uploaded"),
    "place_device": _l("Device placed on the mounting drawing"),
    # what tablets send
    "keep_rejected": _l("Rejected when it arrived"),
    "dismiss_rejected": _l("Rejected entry dismissed"),
    # the walk
    "mark_ok": _l("Row marked in order"),
    "mark_faulty": _l("Row marked faulty"),
    "record_extra_wire": _l("Extra wire recorded"),
    "take_back_mark": _l("Mark taken back"),
    "confirm_as_second_person": _l("Row confirmed as second person"),
    # new revisions
    "move_to_revision": _l("Cabinet moved to another revision"),
    "confirm_removed_wire": _l("Wire confirmed removed"),
    # findings
    "confirm_fix": _l("Finding fixed"),
    "pass_recheck": _l("Recheck passed"),
    "fail_recheck": _l("Recheck failed"),
    "ask_for_table": _l("Recheck against the wiring table asked for"),
    "grant_concession": _l("Concession granted"),
    "attach_photo": _l("Photo added to a finding"),
    # tightening and spot check
    "start_round": _l("Tightening round started"),
    "confirm_group": _l("Group tightened"),
    "spot_check_held": _l("Spot check: held"),
    "spot_check_moved": _l("Spot check: moved"),
    "set_sampling_plan": _l("Sampling plan set"),
    "set_torques": _l("Torques set"),
    # other systems
    "add_webhook": _l("Webhook added"),
    "remove_webhook": _l("Webhook removed"),
    "send_delivery_again": _l("Webhook sent again"),
    "give_up_delivery": _l("Webhook given up"),
    "make_api_token": _l("API token made"),
    "revoke_api_token": _l("API token revoked"),
    # release
    "release_cabinet": _l("Cabinet released"),
    "reopen_cabinet": _l("Cabinet reopened"),
    # complaints
    "record_complaint": _l("Complaint recorded"),
    "note_correction": _l("Correction in the field noted"),
    "close_complaint": _l("Complaint closed"),
}
