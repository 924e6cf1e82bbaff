"""Writes QElectroTech projects, as the program does before version 0.8 and after."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import quoteattr

KINDS = ("simple", "master", "slave", "terminal", "next_report", "previous_report")


@dataclass
class Drawn:
    """A symbol on a folio; its terminals are named, or not where the name is empty."""

    uuid: str
    label: str = ""
    terminals: Sequence[str] = ("1", "2")
    kind: str = "simple"
    links: Sequence[str] = ()
    said: dict[str, str] = field(default_factory=dict)
    text: str = ""
    at: tuple[int, int] = (100, 100)


@dataclass
class Line:
    """A conductor between the terminals of two symbols, by the symbol's name and the terminal's place."""

    one: tuple[str, int]
    other: tuple[str, int]
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass
class Page:
    """A folio."""

    drawn: Sequence[Drawn] = ()
    lines: Sequence[Line] = ()
    folio: str = "%id/%total"


def project(*pages: Page, by_uuid: bool = False, strips: str = "", before: str = "") -> bytes:
    """Write a project; ``by_uuid`` as versions from 0.8 on name the ends of conductors."""
    diagrams = "".join(_diagram(order, page, by_uuid=by_uuid) for order, page in enumerate(pages, 1))
    symbols = "".join(
        f'<element name="{kind}.elmt"><definition type="element" link_type="{kind}">'
        f'<names><name lang="fr">Symbole</name><name lang="en">Symbol {kind}</name></names>'
        '<description><line x1="0"/></description></definition></element>'
        for kind in KINDS
    )
    return (
        f'{before}<project title="Made by a test" version="0.90"><properties/><newdiagrams/>{diagrams}'
        f'<collection><category name="import">{symbols}</category></collection>{strips}</project>'
    ).encode()


def _diagram(order: int, page: Page, *, by_uuid: bool) -> str:
    numbers = {
        (each.uuid, place): str(number)
        for number, (each, place) in enumerate(
            (each, place) for each in page.drawn for place in range(len(each.terminals))
        )
    }
    elements = "".join(_element(each, numbers, by_uuid=by_uuid) for each in page.drawn)
    conductors = "".join(_conductor(line, numbers, by_uuid=by_uuid) for line in page.lines)
    return (
        f'<diagram order="{order}" folio="{page.folio}" colsize="60" rowsize="80">'
        f"<elements>{elements}</elements><conductors>{conductors}</conductors></diagram>"
    )


def _element(each: Drawn, numbers: dict[tuple[str, int], str], *, by_uuid: bool) -> str:
    terminals = "".join(
        f'<terminal x="{10 * place}" y="0" name={quoteattr(name or "_")} number="_" '
        + (f'uuid="{_terminal(each.uuid, place)}"/>' if by_uuid else f'id="{numbers[each.uuid, place]}"/>')
        for place, name in enumerate(each.terminals)
    )
    said = {**({"label": each.label} if each.label else {}), **each.said}
    infos = "".join(
        f'<elementInformation show="1" name="{name}">{text}</elementInformation>'
        for name, text in said.items()
    )
    links = "".join(f'<link_uuid uuid="{uuid}"/>' for uuid in each.links)
    text = f"<dynamic_elmt_text><text>{each.text}</text></dynamic_elmt_text>" if each.text else ""
    return (
        f'<element uuid="{each.uuid}" type="embed://import/{each.kind}.elmt" '
        f'x="{each.at[0]}" y="{each.at[1]}">'
        f"<terminals>{terminals}</terminals><inputs/><links_uuids>{links}</links_uuids>"
        f"<elementInformations>{infos}</elementInformations><dynamic_texts>{text}</dynamic_texts></element>"
    )


def _conductor(line: Line, numbers: dict[tuple[str, int], str], *, by_uuid: bool) -> str:
    ends = ""
    for side, (uuid, place) in (("1", line.one), ("2", line.other)):
        if by_uuid:
            ends += f'element{side}="{uuid}" terminal{side}="{_terminal(uuid, place)}" '
        else:
            ends += f'terminal{side}="{numbers.get((uuid, place), "999")}" '
    said = " ".join(f"{name}={quoteattr(text)}" for name, text in line.attributes.items())
    return f'<conductor {ends} type="multi" condsize="1" x="0" y="0" {said}/>'


def _terminal(uuid: str, place: int) -> str:
    return f"{uuid}-{place}"
