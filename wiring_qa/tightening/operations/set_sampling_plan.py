"""A lead sets the sampling plan: inspection level and AQL."""

from decimal import Decimal
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import SelectField

from wiring_qa.core.forms import ActForm, required
from wiring_qa.journal.registry import Answer, Entry, operation
from wiring_qa.tightening import plans
from wiring_qa.tightening.queries import sampling_choice

# Any: the stubs do not know yet that plain words are choices
LEVELS: Any = list(plans.LEVELS)
AQLS: Any = [str(each) for each in plans.AQLS]


class SetSamplingPlan(ActForm):
    """The inspection level and the acceptable quality limit in per cent."""

    level = SelectField(_l("Inspection level"), [required()], choices=LEVELS)
    aql = SelectField(_l("AQL in per cent"), [required()], choices=AQLS)


@operation(SetSamplingPlan, on_cabinet=False)
def set_sampling_plan(entry: Entry, form: SetSamplingPlan) -> Answer:  # noqa: ARG001  the journal says who
    """Set the plan for rounds that start from now on; a round in progress keeps its own."""
    choice = sampling_choice()
    choice.level, choice.aql = form.level.data, Decimal(form.aql.data)
    return {"level": choice.level, "aql": str(choice.aql)}
