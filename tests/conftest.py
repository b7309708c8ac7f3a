"""What holds for every test: it runs as on a writer's machine, also where a CI service runs the tests."""

import signal

import pytest
from hypothesis import Phase, settings

# Tests that run in the background of a shell inherit that Ctrl-C is ignored, and so would every program they start.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

# A test fails for what the program does, never for how busy the machine is, nor by chance for a change that has nothing
# to do with it; “thorough” runs look for what nobody has thought of.
settings.register_profile("untimed", deadline=None, derandomize=True)
settings.register_profile("thorough", deadline=None, max_examples=5000)
# The same few examples each time, and no search for the smallest: for tests that are run over and over, on code that is
# changed on purpose.
QUICK = (Phase.explicit, Phase.generate)
settings.register_profile("quick", deadline=None, max_examples=20, derandomize=True, phases=QUICK)
settings.load_profile("untimed")


@pytest.fixture(autouse=True)
def away_from_services(monkeypatch):
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(autouse=True)
def cache_folder(tmp_path_factory, monkeypatch):
    """A cache of its own for each test, so that none is given what another has found."""
    folder = tmp_path_factory.mktemp("cache") / "empathy-lint"
    monkeypatch.setenv("EMPATHY_LINT_CACHE_DIR", str(folder))
    return folder
