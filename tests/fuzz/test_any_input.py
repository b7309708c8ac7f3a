"""Whatever the bytes: read or refused in plain words, every place exact, every report valid for its format.

A few examples each time; `pytest tests/fuzz --hypothesis-profile thorough` tries thousands.
"""

from __future__ import annotations

import pytest
from fuzz.seeds import seeds
from fuzz.strategies import files_of, jumbles
from fuzz.survival import survives_check, survives_reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from empathy_lint.reading.formats import FORMATS

# Checking takes a hundred times as long as reading, so it gets fewer of the profile's examples.
USUAL = settings.default.max_examples
SOME = settings(max_examples=max(1, USUAL // 4), suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=max(1, USUAL // 20), suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("format_name", FORMATS)
def test_there_is_a_file_of_ours_to_start_from(format_name: str) -> None:
    name, _ = seeds()[format_name][0]
    assert name != "message", f"Put a file that is read as {format_name} into fixtures/."


@pytest.mark.parametrize("format_name", FORMATS)
@given(data=st.data())
@SOME
def test_any_file_is_read_or_refused(format_name: str, data: st.DataObject) -> None:
    path, content = data.draw(files_of(format_name))
    survives_reading(path, content)
    survives_reading(path, content, format_name)


@pytest.mark.parametrize("format_name", FORMATS)
@given(data=st.data())
@FEW
def test_any_file_is_checked_and_reported(format_name: str, data: st.DataObject) -> None:
    path, content = data.draw(files_of(format_name))
    survives_check(path, content, format_name)


@given(jumbles(), st.sampled_from([None, *FORMATS]))
@settings(SOME, max_examples=USUAL)
def test_any_jumble_is_read_in_any_dialect(file: tuple[str, bytes], format_name: str | None) -> None:
    survives_reading(*file, format_name)


@given(jumbles())
@SOME
def test_any_jumble_is_checked_and_reported(file: tuple[str, bytes]) -> None:
    survives_check(*file)


@given(st.binary(max_size=200), st.sampled_from([None, *FORMATS]))
@settings(SOME, max_examples=USUAL)
def test_any_bytes_are_read_or_refused(content: bytes, format_name: str | None) -> None:
    survives_reading("file", content, format_name)
