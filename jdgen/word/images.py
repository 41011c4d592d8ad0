"""What kind of picture a logo is and how large, read from its first bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass

_JPEG_SIZES = frozenset({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC})


@dataclass(frozen=True, slots=True)
class ImageInfo:
    """A picture's format by its usual ending (png, jpeg, gif), its width and height in pixels."""

    format: str
    width: int
    height: int

    @property
    def content_type(self) -> str:
        return f"image/{self.format}"


def image_info(data: bytes) -> ImageInfo | None:
    """Format and size of a picture that Word shows everywhere.

    None for anything else, and for a PNG or JPEG that was cut off before its end mark.
    """
    info: ImageInfo | None = None
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n") and b"IEND" in data:
            info = ImageInfo("png", *struct.unpack(">2I", data[16:24]))
        elif data.startswith((b"GIF87a", b"GIF89a")):
            info = ImageInfo("gif", *struct.unpack("<2H", data[6:10]))
        elif data.startswith(b"\xff\xd8"):
            info = _jpeg(data)
    except struct.error:
        return None
    return info if info and info.width and info.height else None


def _jpeg(data: bytes) -> ImageInfo | None:
    """Walks the segments of a JPEG file to the one that holds its size."""
    position = 2
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _JPEG_SIZES and b"\xff\xd9" in data[position:]:
            height, width = struct.unpack(">2H", data[position + 5 : position + 9])
            return ImageInfo("jpeg", width, height)
        position += 2 + int(struct.unpack(">H", data[position + 2 : position + 4])[0])
    return None
