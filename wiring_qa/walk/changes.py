"""What changed on a cabinet's rows since a page was drawn, as everyone's acts left them."""

from typing import Any

from sqlalchemy import bindparam, select

from wiring_qa.core.prepared import Prepared
from wiring_qa.journal.models import ChainHead, JournalEntry

MOST = 500
"""Acts that are told one by one; a page that missed more draws itself anew."""

_HEAD = Prepared(select(ChainHead.position).where(ChainHead.chain == bindparam("chain")))
_SINCE = Prepared(
    select(JournalEntry.position, JournalEntry.answer)
    .where(JournalEntry.chain == bindparam("chain"), JournalEntry.position > bindparam("since"))
    .order_by(JournalEntry.position)
    .limit(MOST + 1)
)


def position_of(chain: str) -> int:
    """Return the place of a chain's last entry; 0 for a chain that has none."""
    head = _HEAD.first(chain=chain)
    return head.position if head else 0


def changes_since(chain: str, since: int) -> dict[str, Any]:
    """Return the rows that acts after a place in the chain touched, each as the last of them left it.

    ``position`` is where to ask from the next time; ``reload`` says that too much was missed to tell.
    """
    entries = _SINCE.rows(chain=chain, since=since)
    if len(entries) > MOST:
        return {"position": position_of(chain), "rows": [], "reload": True}
    if any(answer.get("reload") for _position, answer in entries):
        # the cabinet moved to another revision: the page's rows are those of the one before
        return {"position": entries[-1].position, "rows": [], "reload": True}
    rows = {row["wire"]: row for _position, answer in entries for row in answer.get("rows", [])}
    return {"position": entries[-1].position if entries else since, "rows": list(rows.values())}
