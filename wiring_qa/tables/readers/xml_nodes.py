"""XML as plain nodes, read so that no file can do harm: no entities, not too deep, not too many.

defusedxml refuses document types and entities before expat acts on them; depth and number of elements, which
it does not bound, are counted while they are read.
"""

import gc
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from typing import cast
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from wiring_qa.tables.readers.limits import ReadLimits
from wiring_qa.tables.words import Code, unreadable

_LOOKED_AT = 1_000_000
_MARKS = (b"<", b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_BEFORE_ROOT = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*", re.DOTALL)
_ROOT = re.compile(r"<(?:[\w.\-]+:)?([\w.\-]+)[\s/>]")
_ENCODING = re.compile(rb"""<\?xml[^>]{0,60}encoding\s*=\s*["']([\w.\-]{2,40})["']""")
_NOTHING = "/NULL"
"""What KBL and VEC files write where there is nothing to say."""


_NONE: Mapping[str, str] = {}


class Node:
    """An element: its name and attributes without namespaces, its children, its text."""

    __slots__ = ("attributes", "children", "name", "pieces")

    def __init__(self, name: str, attributes: Mapping[str, str]) -> None:
        self.name = name
        self.attributes = attributes
        # most elements have neither, and there are many of them
        self.children: Sequence[Node] = ()
        self.pieces: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The element's own text, without blanks around it."""
        return "".join(self.pieces).strip()

    def get(self, name: str) -> str:
        """Return an attribute; nothing where there is none."""
        return self.attributes.get(name, "").strip()

    def child(self, name: str) -> "Node | None":
        """Return the first child of that name."""
        return next((each for each in self.children if each.name == name), None)

    def all(self, *path: str) -> "list[Node]":
        """Return the elements at the end of a path of names."""
        found = [self]
        for name in path:
            found = [child for each in found for child in each.children if child.name == name]
        return found

    def said(self, *path: str) -> str:
        """Return the text of the first element at the end of a path; nothing where there is none."""
        text = next((each.text for each in self.all(*path)), "")
        return "" if text == _NOTHING else text

    def every(self) -> "Iterator[Node]":
        """Yield the element and all that lies in it, in the order of the file."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


class _Builder:
    """Takes what the parser reports and makes nodes of it, within limits."""

    def __init__(self, limits: ReadLimits) -> None:
        self._limits = limits
        self._open: list[Node] = [Node("", {})]
        self._count = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > self._limits.max_nodes or len(self._open) > self._limits.max_depth:
            raise unreadable(Code.TOO_INTRICATE)
        said = {_plain(key): attributes[key] for key in attributes} if attributes else _NONE
        node = Node(_plain(name), said)
        above = self._open[-1]
        if isinstance(above.children, list):
            above.children.append(node)
        else:
            above.children = [node]
        self._open.append(node)

    def end(self, _name: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        node = self._open[-1]
        if isinstance(node.pieces, list):
            node.pieces.append(text)
        else:
            node.pieces = [text]

    def close(self) -> Node:
        return self._open[0].children[0]


def read_xml(data: bytes, limits: ReadLimits) -> Node:
    """Return the root of an XML file.

    Raises:
        UnreadableTable: it is damaged, defines entities, or is too deep or too large.
    """
    return cast("Node", fed(data, _Builder(limits)))


def fed(data: bytes, target: object) -> object:
    """Report an XML file to a target as the parsers of the standard library do; return what it closes with.

    Raises:
        UnreadableTable: the file is damaged or defines entities.
    """
    parser = DefusedXMLParser(target=target, forbid_dtd=True)
    try:
        with _no_collecting():
            parser.feed(data)
            return cast("object", parser.close())
    except DefusedXmlException as error:
        raise unreadable(Code.ENTITIES) from error
    except ParseError as error:
        raise unreadable(Code.BROKEN_FILE, line=error.position[0]) from error
    except (ValueError, LookupError) as error:
        # an encoding that is not known
        raise unreadable(Code.BROKEN_FILE, line=1) from error


@contextmanager
def _no_collecting() -> Iterator[None]:
    """Keep the garbage collector from going over all nodes again and again while they are made."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def root_name(data: bytes) -> str | None:
    """Return the name of a file's outermost element without reading the file; None if it is no XML."""
    head = data.lstrip()[:_LOOKED_AT] if data[:1].isspace() else data[:_LOOKED_AT]
    if not head.startswith(_MARKS):
        return None
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    text = head.decode("utf-16" if is_wide else "utf-8", "replace").lstrip("\ufeff")
    before = _BEFORE_ROOT.match(text)
    found = _ROOT.match(text, before.end() if before else 0)
    return found[1] if found else None


def encoding_of(data: bytes) -> str:
    """Return the encoding that an XML file states; UTF-8 where it states none."""
    found = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    if found:
        return found[1].decode("ascii").casefold()
    return "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"


@lru_cache(maxsize=1_024)
def _plain(name: str) -> str:
    """Return a name without its namespace; a file uses few names often."""
    return name.rpartition("}")[2]
