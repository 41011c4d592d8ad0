"""Zip members kept compressed: copied raw where nothing changed, written with fixed dates."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED

FIRST_MEMBERS = ("[Content_Types].xml", "_rels/.rels")
LEVEL = 6
_DATE = 1 << 5 | 1  # 1980-01-01, the first day a zip can hold
_UTF8, _VERSION = 0x800, 20
_LOCAL, _CENTRAL, _END = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"


@dataclass(frozen=True, slots=True)
class Member:
    """One member of a zip, kept compressed: `method` is 0 or 8, `size` its size once expanded."""

    name: str
    method: int
    crc: int
    size: int
    raw: bytes

    def expand(self) -> bytes:
        """The bytes of the member; raises ValueError if they are not what the directory says."""
        try:
            data = self.raw if self.method == ZIP_STORED else self._inflate()
        except zlib.error as error:
            raise ValueError(self.name) from error
        if len(data) != self.size or zlib.crc32(data) != self.crc:
            raise ValueError(self.name)
        return data

    def _inflate(self) -> bytes:
        """At most one byte more than the directory promises, so that a false size costs nothing."""
        return zlib.decompressobj(-15).decompress(self.raw, self.size + 1)


def pack(name: str, data: bytes, level: int = LEVEL) -> Member:
    """A member made of fresh bytes."""
    squeeze = zlib.compressobj(level, ZIP_DEFLATED, -15)
    raw = squeeze.compress(data) + squeeze.flush()
    return Member(name, ZIP_DEFLATED, zlib.crc32(data), len(data), raw)


def _rank(member: Member) -> tuple[int, str]:
    """Word wants the content types first; after that any order will do, so it is the alphabet's."""
    first = member.name in FIRST_MEMBERS
    return (FIRST_MEMBERS.index(member.name) if first else len(FIRST_MEMBERS), member.name)


def write(members: Iterable[Member]) -> bytes:
    """A zip of the members in a fixed order with fixed dates: same members, same bytes."""
    local: list[bytes] = []
    central: list[bytes] = []
    offset = count = 0
    for member in sorted(members, key=_rank):
        name = member.name.encode("utf-8")
        shared = (
            _VERSION, _UTF8, member.method, 0, _DATE,
            member.crc, len(member.raw), member.size, len(name), 0,
        )  # fmt: skip
        local += [struct.pack(_LOCAL, b"PK\3\4", *shared), name, member.raw]
        central += [
            struct.pack(_CENTRAL, b"PK\1\2", _VERSION, *shared, 0, 0, 0, 0, offset),
            name,
        ]
        offset += struct.calcsize(_LOCAL) + len(name) + len(member.raw)
        count += 1
    directory = b"".join(central)
    end = struct.pack(_END, b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
    return b"".join([*local, directory, end])
