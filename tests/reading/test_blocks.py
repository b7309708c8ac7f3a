"""What stands within a stretch of a block's prose."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.reading.message import Block, BlockKind, Link, Placeholder, PlaceholderKind

SPANS = st.tuples(st.integers(0, 30), st.integers(1, 6)).map(lambda row: (row[0], row[0] + row[1]))


def touching(rows, start: int, end: int) -> tuple:
    return tuple(row for row in rows if row.prose_start < end and row.prose_end > start)


@given(st.lists(st.integers(1, 4), max_size=16), SPANS)
def test_placeholders_are_found_where_a_stretch_touches_them(edges: list[int], span: tuple[int, int]) -> None:
    places = [sum(edges[: number + 1]) for number in range(len(edges))]
    rows = tuple(
        Placeholder(PlaceholderKind.TEXT, "x", *pair, 0, 1) for pair in zip(places[::2], places[1::2], strict=False)
    )
    assert Block(BlockKind.PARAGRAPH, "", (), rows).placeholders_in(*span) == touching(rows, *span)


@given(st.lists(SPANS, max_size=8), SPANS)
def test_so_are_links_even_within_each_other(links: list[tuple[int, int]], span: tuple[int, int]) -> None:
    rows = tuple(Link(*pair, "#") for pair in links)
    found = Block(BlockKind.PARAGRAPH, "", (), links=rows).links_in(*span)
    assert sorted(found, key=repr) == sorted(touching(rows, *span), key=repr)
