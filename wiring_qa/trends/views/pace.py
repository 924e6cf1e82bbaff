"""The page of marks that follow each other fast: of all to leads, of their own to inspectors."""

from flask import render_template, request
from flask_login import current_user

from wiring_qa.trends.figures.pace import pace_of
from wiring_qa.trends.filters import today
from wiring_qa.trends.pace import FEWEST
from wiring_qa.trends.periods import Span, day_of, period_of
from wiring_qa.trends.views.blueprint import blueprint


@blueprint.get("/trends/pace")
def pace() -> str:
    """Show the runs of fast marks of a week."""
    period = period_of(Span.WEEK, day_of(request.args.get("until", "")) or today())
    sees_all = current_user.may("release_cabinet")
    found = pace_of(period, None if sees_all else current_user.id)
    return render_template("trends/pace.html", period=period, pace=found, sees_all=sees_all, fewest=FEWEST)
