"""The administrator's pages of people; what they change goes through the room's operations."""

from typing import Any
from uuid import uuid4

from flask import render_template, request

from wiring_qa.people import queries
from wiring_qa.people.kinds import Role
from wiring_qa.people.operations.add_person import AddPerson
from wiring_qa.people.operations.change_person import ChangePerson
from wiring_qa.people.operations.set_password import SetPassword
from wiring_qa.people.operations.set_pin import SetPin
from wiring_qa.people.views.blueprint import blueprint


@blueprint.get("/people")
def people() -> Any:
    """List everyone."""
    page = queries.people_page(request.args.get("page", 1, type=int))
    return render_template("people/people.html", page=page)


@blueprint.get("/people/new")
def new_person() -> Any:
    """Ask who is new."""
    form = AddPerson(data={"role": Role.INSPECTOR})
    return render_template("people/new_person.html", form=form, operation_id=uuid4())


@blueprint.get("/people/<int:person_id>")
def person(person_id: int) -> Any:
    """Show one person, to be changed or given a new secret."""
    card = queries.person_card(person_id)
    form = ChangePerson(obj=card, data={"person": card.id})
    return render_template(
        "people/person.html",
        card=card,
        form=form,
        pin_form=SetPin(data={"person": card.id}),
        password_form=SetPassword(data={"person": card.id}),
        ids=[uuid4() for _each in range(3)],
    )
