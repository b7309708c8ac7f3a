"""The same for what users configure: configs, rule files, offers.

    python -m fuzz.settings_harness [-max_total_time=SECONDS] [-artifact_prefix=FOLDER/] [FOLDER]

The first byte of an input chooses what it is read as.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import atheris

with atheris.instrument_imports(
    include=[
        "empathy_lint.settings",
        "empathy_lint.located_yaml",
        "empathy_lint.validation",
        "empathy_lint.checking",
        "empathy_lint.rewriting.offers_file",
    ],
    enable_loader_override=False,
):
    from empathy_lint.checking import compiling, packs, schema  # noqa: F401 - to be watched, though imported late
    from empathy_lint.checking.kinds import token_expressions  # noqa: F401
    from empathy_lint.rewriting import offers_file  # noqa: F401
    from empathy_lint.settings import located_toml, parsing  # noqa: F401
    from empathy_lint.settings import schema as settings_schema  # noqa: F401
    from fuzz.running import fuzz
    from fuzz.survival import survives_config, survives_offers, survives_rules

_ROOT: Final = Path(__file__).parents[1]
_RULES: Final = sorted((_ROOT / "rules").rglob("*.yaml"))
_CONFIG: Final = (_ROOT / "README.md").read_text(encoding="utf-8").split("## Settings")[1].split("```")[1][5:]
_TOML: Final = (
    '[tool.empathy-lint]\nchannel = "sms"\nlimits = {variants = 9}\n[[tool.empathy-lint.overrides]]\npaths = "a"\n'
)
_KINDS: Final[tuple[Callable[[str], None], ...]] = (
    survives_config,
    lambda text: survives_config(text, "pyproject.toml"),
    survives_rules,
    survives_offers,
)


def survive(data: bytes) -> None:
    """Read an input as what its first byte chooses."""
    if len(data) > 1:
        _KINDS[data[0] % len(_KINDS)](data[1:].decode("utf-8", "surrogateescape"))


def _seeds() -> Iterator[tuple[str, bytes]]:
    offers = (_ROOT / "benchmarks" / "rewrites" / "offers.yaml").read_text(encoding="utf-8")
    texts = [(0, _CONFIG), (1, _TOML), *((2, path.read_text(encoding="utf-8")) for path in _RULES), (3, offers)]
    for number, (kind, text) in enumerate(texts):
        yield str(number), bytes([kind]) + text.encode()


if __name__ == "__main__":
    fuzz(survive, _seeds)
