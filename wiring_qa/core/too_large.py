"""What is sent beyond the limit."""

from typing import BinaryIO

AT_ONCE = 1024 * 1024
MOST = 1024 * AT_ONCE
"""Who sends more than a gigabyte is not waited for."""


def take_to_the_end(body: BinaryIO) -> None:
    """Read what is still being sent, and forget it.

    A browser whose sending is cut short shows a broken connection, and never the answer that says why.
    """
    taken = 0
    while taken < MOST and (part := body.read(AT_ONCE)):
        taken += len(part)
