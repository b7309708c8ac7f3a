"""Sentences in another language, which stand beside English ones in many messages."""

from __future__ import annotations

import empathy_lint

_BILINGUAL = """Dear Resident,

Your parking permit has ended. You can renew it at the office.

Estimado residente,

Su permiso de estacionamiento está expirado. Por favor
contacte a la oficina para verificar si es necesario renovar su contrato de arrendamiento.
"""


def test_the_tone_of_another_language_is_not_read() -> None:
    found = empathy_lint.lint(_BILINGUAL).findings
    assert not [row for row in found if row.finding.place and row.finding.place.start.line > 5]
