"""What holds for every test: it runs as on a writer's machine, also where a workflow of GitHub runs the tests."""

import pytest


@pytest.fixture(autouse=True)
def away_from_github(monkeypatch):
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)
