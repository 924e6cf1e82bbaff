"""What other systems write: cabinets, who wires them, complaints."""

from flask import current_app

from wiring_qa.api.answers import Added, AddedComplaint, Wirers
from wiring_qa.api.endpoints import endpoint
from wiring_qa.api.questions import NewCabinet, NewComplaint, NewWirers
from wiring_qa.api.recording import Rejected, number, recorded
from wiring_qa.api.scopes import Scope
from wiring_qa.api.tokens import Caller
from wiring_qa.cabinets import codes
from wiring_qa.cabinets.queries import cabinet_by_code
from wiring_qa.labels.of_cabinets import address_of


@endpoint("/cabinets", Scope.CABINETS_WRITE, Added, body=NewCabinet)
def add_a_cabinet(caller: Caller, new: NewCabinet) -> Added:
    """Add a cabinet, as the form of the app does, in the name of the lead who made the token."""
    operation_id = number()
    fields = {
        "serial": new.serial,
        "model": new.model,
        "revision": new.revision,
        "order_no": new.order,
        "line": new.line,
        "wirers": new.wirers,
    }
    code = codes.code_for(operation_id, current_app.config["WIRING_QA"].secret_key)
    try:
        answer = recorded("add_cabinet", fields, caller, code, operation_id)
    except Rejected as rejected:
        names = {"order_no": "order"}
        errors = {names.get(field, field): words for field, words in rejected.errors.items()}
        raise Rejected(rejected.refusal, errors) from None
    return Added(code=answer["code"], serial=answer["serial"], url=address_of(answer["code"]))


@endpoint("/cabinets/<code>/wirers", Scope.CABINETS_WRITE, Wirers, body=NewWirers)
def say_who_wires(caller: Caller, new: NewWirers, code: str) -> Wirers:
    """Say who wires a cabinet: all of them, in place of who did before."""
    chain = cabinet_by_code(code).code
    answer = recorded("assign_wirers", {"wirers": new.wirers}, caller, chain, number())
    return Wirers(answer["wirers"])


@endpoint("/cabinets/<code>/complaints", Scope.COMPLAINTS_WRITE, AddedComplaint, body=NewComplaint)
def record_a_complaint(caller: Caller, new: NewComplaint, code: str) -> AddedComplaint:
    """Record a complaint about a cabinet, released or not."""
    chain = cabinet_by_code(code).code
    fields = {name: getattr(new, name) for name in NewComplaint.__struct_fields__}
    answer = recorded("record_complaint", {**fields, "kind": new.kind.value}, caller, chain, number())
    url = f"{address_of(chain)}/complaints/{answer['complaint']}"
    return AddedComplaint(chain, answer["complaint"], answer["wires"], url)
