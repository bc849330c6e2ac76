"""Files made wrong in many ways: bits turned, pieces cut, doubled, moved, or swapped for what readers stumble over."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

TOKENS = (
    b"\n", b"\n\n", b"\f", b" ", b"\xc2\xa0", b"?", b"1", b"12", b"(a)", b"(i)", b"a.", b"1.", b"\xe2\x80\xa2",
    b"_____", b"*", b"_", b"[^1]", b"[^1]: ", b"#", b"> ", b"|", b"<!-- Page 2 -->", b"A/RES/75/1", b"2/3",
    b"II", b"The General Assembly,", b"75/1. ", b"\xe2\x80\x9c", b'"', b"\xef\xbb\xbf", b"\xff", b"\x00",
    b"\xcc\x81", b"1949,1", b"Recalling", b"[", b"](", b"`", b"\\", b"obj", b"endobj", b"stream", b"<<", b">>",
    b"/Kids[2 0 R]", b"/Count 99999", b"/Length 0", b"0 R", b"Tj", b"Tf", b"-1", b"99999999999", b"BT",
    b"ET", b"()", b"nan",
    b"1e99",
)  # fmt: skip


def mutants(seeds: Sequence[bytes], count: int, seed: int = 1) -> Iterator[bytes]:
    """`count` inputs, each a seed with one to eight changes; the same for the same `seed`."""
    chance = random.Random(seed)
    for _ in range(count):
        data = bytearray(chance.choice(seeds))
        for _ in range(chance.randint(1, 8)):
            _change(data, chance)
        yield bytes(data)


def _change(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 2, 9, 80, 400)))
    match chance.randrange(6):
        case 0 if at < len(data):
            data[at] ^= 1 << chance.randrange(8)
        case 1:
            del data[at:end]
        case 2:
            data[at:at] = data[at:end] * chance.choice((1, 2, 20))
        case 3:
            to = chance.randrange(len(data) + 1)
            data[to:to] = data[at:end]
        case 4:
            data[at:end] = chance.choice(TOKENS)
        case _:
            data[at:at] = chance.choice(TOKENS) * chance.choice((1, 1, 1, 3, 50))
