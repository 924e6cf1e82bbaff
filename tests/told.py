"""What many tests begin with is acted once; after that the database goes back to how it ended."""

from collections.abc import Callable, Hashable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar, cast

from tests.moments import Lent
from tests.plant import Plant
from wiring_qa.core.db import db

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def told_once(
    story: Callable[Concatenate[Plant, Given], Answer],
) -> Callable[Concatenate[Plant, Given], Answer]:
    """Act a story only the first time that it begins at the same moment with the same things given.

    A database that has changed since its moment is not gone back with: there the story is acted as it is.
    """

    @wraps(story)
    def told(plant: Plant, /, *given: Given.args, **named: Given.kwargs) -> Answer:
        lent = plant.lent
        if lent is None or lent.has_changed():
            return story(plant, *given, **named)
        key: Hashable = (lent.moment, story.__module__, story.__name__, given, tuple(sorted(named.items())))
        if key in lent.endings:
            moment, answer = lent.endings[key]
            _let_go(lent)
            lent.go_back_to(moment)
            return cast("Answer", answer)
        answer = story(plant, *given, **named)
        _let_go(lent)
        moment = f"ending_{len(lent.endings)}"
        lent.keep(moment)
        lent.endings[key] = (moment, answer)
        return answer

    return told


def _let_go(lent: Lent) -> None:
    db.session.rollback()
    if not lent.stays_open:
        db.engine.dispose()
