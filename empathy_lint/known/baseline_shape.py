"""The shape of a baseline's file, as a pydantic model: it tells where a file is not as it should be."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from empathy_lint.known.baseline_file import NAME, VERSION


class BaselineFile(BaseModel):
    """All that stands in the file."""

    model_config = ConfigDict(extra="forbid", strict=True)

    version: Annotated[int, Field(ge=VERSION, le=VERSION)]
    files: dict[str, dict[Annotated[str, StringConstraints(pattern=NAME)], Annotated[int, Field(ge=1)]]]
