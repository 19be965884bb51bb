"""Ed25519: whether a signature is right, in plain arithmetic (*Signaturprüfung*).

Source: RFC 8032, section 5.1, without the cofactor. Slow (some milliseconds) and of
no use for signing, where times could tell the key; but it needs nothing else, and
anybody can read it. A point of the curve is (X, Y, Z, T) with x = X/Z, y = Y/Z and
x·y = T/Z.
"""

from __future__ import annotations

from hashlib import sha512
from typing import Final, TypeAlias

Point: TypeAlias = tuple[int, int, int, int]

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_ROOT: Final = pow(2, (_P - 1) // 4, _P)  # its square is -1
_NEUTRAL: Final[Point] = (0, 1, 1, 0)
_HALF: Final = 32  # bytes of a point, and of a number


def verify(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the key with this public half signed ``message``; never raises."""
    point = _read(public)
    if point is None or len(signature) != 2 * _HALF:
        return False
    shown = signature[:_HALF]
    factor = int.from_bytes(signature[_HALF:], "little")
    if factor >= _ORDER:
        return False
    digest = sha512(shown + public + message).digest()
    challenge = int.from_bytes(digest, "little") % _ORDER
    return _written(_sum(factor, _BASE, challenge, _negative(point))) == shown


def _add(one: Point, other: Point) -> Point:
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _double(one: Point) -> Point:
    a, b = one[0] * one[0], one[1] * one[1]
    h = a + b
    e = h - (one[0] + one[1]) ** 2
    g = a - b
    f = 2 * one[2] * one[2] + g
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _sum(m: int, one: Point, n: int, other: Point) -> Point:
    """Return m times one point plus n times another, bit by bit together."""
    points = {(1, 1): _add(one, other), (1, 0): one, (0, 1): other}
    found = _NEUTRAL
    for bit in reversed(range(max(m.bit_length(), n.bit_length()))):
        found = _double(found)
        point = points.get((m >> bit & 1, n >> bit & 1))
        if point is not None:
            found = _add(found, point)
    return found


def _negative(one: Point) -> Point:
    return -one[0] % _P, one[1], one[2], -one[3] % _P


def _written(one: Point) -> bytes:
    inverse = pow(one[2], -1, _P)
    x, y = one[0] * inverse % _P, one[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(_HALF, "little")


def _read(encoded: bytes) -> Point | None:
    """Return the point that 32 bytes name, ``None`` if they name none."""
    if len(encoded) != _HALF:
        return None
    number = int.from_bytes(encoded, "little")
    y, odd = number & (1 << 255) - 1, number >> 255
    if y >= _P:
        return None
    square = (y * y - 1) * pow(_D * y * y + 1, -1, _P) % _P
    x = pow(square, (_P + 3) // 8, _P)
    if (x * x - square) % _P:
        x = x * _ROOT % _P
    if (x * x - square) % _P or (not x and odd):
        return None
    if x & 1 != odd:
        x = _P - x
    return x, y, 1, x * y % _P


def _base() -> Point:
    point = _read((4 * pow(5, -1, _P) % _P).to_bytes(_HALF, "little"))
    assert point is not None  # noqa: S101  (a constant)
    return point


_BASE: Final = _base()
