"""Reads of the layouts that leads keep, and the setup that an address or a command names."""

from collections.abc import Mapping, Sequence

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from wiring_qa.core.db import db
from wiring_qa.core.refusals import Refusal, Refused
from wiring_qa.core.words import listed
from wiring_qa.labels.media import MEDIA, USUAL
from wiring_qa.labels.models import LabelLayout
from wiring_qa.labels.setup import DPIS, Field, Setup, usual_setup

OWN = "own-"
"""Begins the key of a lead's own layout; the rest is its number."""


def own_layouts() -> Sequence[LabelLayout]:
    """Return the layouts that leads keep, by name."""
    return db.session.scalars(select(LabelLayout).order_by(LabelLayout.name_key)).all()


def layout_named(name: str) -> LabelLayout | None:
    """Return a lead's own layout by its name."""
    return db.session.scalar(select(LabelLayout).where(LabelLayout.name_key == name.strip().casefold()))


def layout_choices() -> list[tuple[str, str]]:
    """Return the key and name of every layout, the leads' own first."""
    own = [(f"{OWN}{each.id}", each.name) for each in own_layouts()]
    return own + [(media.key, str(media.name)) for media in MEDIA.values()]


def setup_of(said: Mapping[str, str]) -> Setup:
    """Return the setup that an address names; what is not understood is the usual."""
    setup = _chosen(said.get("layout", ""))
    used, dpi = said.get("used", ""), said.get("dpi", "")
    most = setup.media.a_page - 1
    return Setup(
        setup.media,
        setup.fields,
        min(int(used[:4]), most) if used.isascii() and used.isdigit() else 0,
        int(dpi) if dpi in {str(each) for each in DPIS} else DPIS[0],
    )


def setup_named(name: str) -> Setup:
    """Return the setup of a layout's key or name; refuse one that is not there."""
    own = layout_named(name)
    if own is not None:
        return _own(own)
    if name in MEDIA:
        return usual_setup(MEDIA[name])
    known = listed([*(each.name for each in own_layouts()), *MEDIA])
    words = _l("There is no label layout “%(name)s”. There are: %(known)s", name=name, known=known)
    raise Refused(Refusal("no_layout", words))


def _chosen(key: str) -> Setup:
    number = key.removeprefix(OWN)
    if key.startswith(OWN) and number.isascii() and number.isdigit():
        own = db.session.get(LabelLayout, int(number[:9]))
        return _own(own) if own else usual_setup(USUAL)
    return usual_setup(MEDIA.get(key, USUAL))


def _own(layout: LabelLayout) -> Setup:
    return Setup(MEDIA[layout.media], tuple(Field(each) for each in layout.fields))
