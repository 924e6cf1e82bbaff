"""The plant's working time: minutes of work from the first day to the last, as moments of the clock."""

from bisect import bisect_right
from datetime import UTC, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

SHIFTS = ((time(7, 30), time(12, 0)), (time(13, 0), time(17, 30)))
SUNDAY = 6


class WorkingHours:
    """Working minutes between two moments, Monday to Saturday; minute 0 is the first."""

    def __init__(self, weeks: int, until: datetime, zone: ZoneInfo) -> None:
        """Take how many weeks to look back from ``until``, an aware moment."""
        self._spans = _spans(until - timedelta(weeks=weeks), until, zone)
        self._ends = list(accumulate((end - begin).total_seconds() / 60 for begin, end in self._spans))

    @property
    def minutes(self) -> float:
        """How many minutes are worked in all."""
        return self._ends[-1]

    def at(self, minute: float) -> datetime:
        """Return the moment of a working minute, in UTC; those beyond either end count as that end."""
        inside = min(max(minute, 0.0), self.minutes)
        place = min(bisect_right(self._ends, inside), len(self._ends) - 1)
        begin = self._ends[place - 1] if place else 0.0
        moment = self._spans[place][0] + timedelta(minutes=inside - begin)
        return moment.astimezone(UTC).replace(microsecond=0)


def _spans(since: datetime, until: datetime, zone: ZoneInfo) -> list[tuple[datetime, datetime]]:
    day, last = since.astimezone(zone).date(), until.astimezone(zone).date()
    found = []
    while day <= last:
        for start, stop in SHIFTS if day.weekday() != SUNDAY else ():
            # in UTC, or a span across a change of the clocks would have an hour too many
            begin = max(datetime.combine(day, start, zone).astimezone(UTC), since.astimezone(UTC))
            end = min(datetime.combine(day, stop, zone).astimezone(UTC), until.astimezone(UTC))
            if begin < end:
                found.append((begin, end))
        day += timedelta(days=1)
    return found
