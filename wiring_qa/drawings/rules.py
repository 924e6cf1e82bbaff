"""When a device may be placed on a mounting drawing."""

from flask_babel import lazy_gettext as _l

from wiring_qa.core.refusals import Refusal


def may_place(
    x_percent: float | None, y_percent: float | None, *, is_last: bool, is_device: bool
) -> Refusal | None:
    """A device of the model is placed on its last drawing, or taken off: at both distances or at none."""
    if not is_last:
        return Refusal(
            "old_drawing", _l("This drawing is no longer the one of its model. Reload the page."), "drawing"
        )
    if not is_device:
        return Refusal("no_device", _l("The wiring tables of this model have no such device."), "device")
    if (x_percent is None) != (y_percent is None):
        return Refusal(
            "half_a_place",
            _l("Say both how far from the left and how far from the top, or neither."),
            "x_percent",
        )
    return None
