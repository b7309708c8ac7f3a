"""What growth is measured on is what it says: messages are found in each file, at any size."""

from __future__ import annotations

import pytest

from benchmarks.growth.kinds import KINDS, entries_of, text_of_examples
from benchmarks.growth.ratios import compared
from benchmarks.growth.samples import Sample, dialects, formats
from empathy_lint.checking.schema import KINDS as RULE_KINDS
from empathy_lint.reading.formats import FORMATS
from empathy_lint.reading.reader import read


@pytest.mark.parametrize("sample", [*dialects(), *formats()], ids=lambda sample: sample.name)
def test_a_sample_holds_words_about_as_many_as_were_asked_for(sample: Sample) -> None:
    reading = read(sample.path, sample.data(4_000))
    words = " ".join(block.prose for message in reading.messages for block in message.blocks)
    assert words.count("bill") > 10
    assert not reading.problems
    assert "{" not in words.replace("{{", "")


def test_every_format_and_every_kind_of_rule_has_a_sample() -> None:
    read_as = {message.format for sample in formats() for message in read(sample.path, sample.data(500)).messages}
    assert read_as >= set(FORMATS)
    assert set(RULE_KINDS) - {"python"} == set(KINDS)
    assert all(entries_of(kind) for kind in KINDS)
    assert len(text_of_examples(20_000)) in range(10_000, 30_000)


def test_a_file_is_doubled_until_it_takes_too_long() -> None:
    sizes: list[int] = []
    sample = Sample("a", "a.txt", lambda size: b"a" * size)
    row = compared("format", sample, lambda _, data: sizes.append(len(data)), 3200, 1)
    assert sizes == [100, 200, 400, 800, 1600, 3200]
    assert row.size == 3200
    assert compared("format", sample, lambda *_: None, 3200, -1).size == 200
