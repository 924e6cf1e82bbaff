"""Reads of mounting drawings."""

from dataclasses import dataclass

from sqlalchemy import select, union

from wiring_qa.core.db import db
from wiring_qa.drawings.models import Drawing, Placement
from wiring_qa.tables.models import Wire, WiringTable


@dataclass(frozen=True)
class Place:
    """Where a device sits, in percent of the drawing's sides."""

    x_percent: float
    y_percent: float


@dataclass(frozen=True)
class ShownDrawing:
    """A drawing with the places of its devices; sides in pixels."""

    id: int
    filename: str
    picture: str
    width: int
    height: int
    places: dict[str, Place]

    def at(self, device: str) -> tuple[float, float] | None:
        """Return where a device sits, in pixels from the left and from the top; None if nobody said."""
        place = self.places.get(device)
        if place is None:
            return None
        return round(place.x_percent * self.width / 100, 1), round(place.y_percent * self.height / 100, 1)

    @property
    def points(self) -> dict[str, tuple[float, float]]:
        """Every device that is placed with where it sits, in pixels."""
        return {device: point for device in self.places if (point := self.at(device))}


def last_drawing(model: str) -> Drawing | None:
    """Return the drawing of a model that counts."""
    query = select(Drawing).where(Drawing.model == model).order_by(Drawing.position.desc()).limit(1)
    return db.session.scalar(query)


def drawing_of(model: str) -> ShownDrawing | None:
    """Return the drawing of a model with its places; None if there is none."""
    drawing = last_drawing(model)
    if drawing is None:
        return None
    return ShownDrawing(
        drawing.id, drawing.filename, drawing.picture, drawing.width, drawing.height, places_on(drawing.id)
    )


def places_on(drawing_id: int) -> dict[str, Place]:
    """Return where each device of a drawing sits, by device; those that were taken off are not there."""
    query = select(Placement).where(Placement.drawing_id == drawing_id).order_by(Placement.position)
    last = {each.device: each for each in db.session.scalars(query)}
    return {
        device: Place(each.x_percent, each.y_percent)
        for device, each in sorted(last.items())
        if each.x_percent is not None and each.y_percent is not None
    }


def drawing_by_id(drawing_id: int) -> Drawing | None:
    """Return a drawing."""
    return db.session.get(Drawing, drawing_id)


def devices_of(model: str) -> list[str]:
    """Return the devices of a model in any revision of its wiring table, sorted."""
    of_model = select(WiringTable.id).where(WiringTable.model == model)
    query = union(
        select(Wire.from_device).where(Wire.table_id.in_(of_model)),
        select(Wire.to_device).where(Wire.table_id.in_(of_model)),
    )
    return sorted(device for device in db.session.scalars(query) if device)


def is_device(model: str, device: str) -> bool:
    """Tell whether a device is in any revision of a model's wiring table."""
    query = (
        select(Wire.id)
        .join(WiringTable, WiringTable.id == Wire.table_id)
        .where(WiringTable.model == model, (Wire.from_device == device) | (Wire.to_device == device))
    )
    return db.session.scalars(query.limit(1)).first() is not None
