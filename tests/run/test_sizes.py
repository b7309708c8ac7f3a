"""As much of a file is read as it takes to tell that it is too much."""

from empathy_lint import run
from empathy_lint.reading.office.package import MAX_PACKED_BYTES
from empathy_lint.reading.reader import MAX_BYTES


def test_a_run_reads_as_much_as_any_format_may_have():
    assert max(MAX_BYTES, MAX_PACKED_BYTES) == run._MOST_BYTES
