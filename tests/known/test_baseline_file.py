"""What is written to a baseline is read back."""

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from empathy_lint.known.baseline_file import Known, read_baseline, write_baseline

NAME = st.sampled_from(["fear-words", "you-must", "threat-language", "x"])
KNOWN = st.builds(
    Known,
    NAME,
    NAME,
    st.integers(0, 16**16 - 1).map("{:016x}".format),
    st.integers(0, 16**8 - 1).map("{:08x}".format),
)
COUNTS = st.dictionaries(KNOWN, st.integers(1, 9), min_size=1, max_size=5)
PATHS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1)


@given(st.dictionaries(PATHS, COUNTS, max_size=5))
def test_every_finding_comes_back_whatever_its_path_is_called(accepted):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "baseline.json")
        write_baseline(path, accepted)
        assert read_baseline(path, "baseline.json") == {name: Counter(rows) for name, rows in accepted.items()}
