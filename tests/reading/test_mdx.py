"""MDX: Markdown with code of JavaScript in it, which nobody reads."""

from __future__ import annotations

import pytest
from reading_helpers import assert_positions_hold, message_of, prose_of, source_of

PAGE = """---
title: Your bill
---
import { Callout } from '../utilise'
import Failed from "you-have-failed"

export const meta = {
  title: 'You have failed to pay',

  note: `utilise {this}`,
}

# Hello {props.name ?? 'you'},

{/* You have failed to pay. */}

<Callout kind="late" style={{ color: 'red', box: { top: 1 } }}>
  Please call us{" "}
  today, it's free.
</Callout>

{late && (
  <p>You have failed to pay, don't you know?</p>
)}

Use `a {` or \\{ as you like.

```js
const a = "{";
```

You owe {formatMoney(amount, { digits: 2 })} since May.

Import taxes are paid. And so on.
"""


def test_code_of_mdx_is_no_prose() -> None:
    message = message_of(PAGE, "late.mdx")
    assert_positions_hold(message)
    assert [block.prose for block in message.blocks if block.kind.value != "subject"] == [
        "Hello Alex,",
        "Please call us today, it's free.",
        "Use a { or { as you like.",
        "You owe 12345 since May.",
        "Import taxes are paid. And so on.",
    ]
    assert source_of(message, "12345") == "{formatMoney(amount, { digits: 2 })}"


def test_a_brace_left_open_hides_nothing() -> None:
    text = "We don't charge { for this.\n\nPlease call us, it's free.\n"
    assert prose_of(text, "late.mdx") == ["We don't charge { for this.", "Please call us, it's free."]


@pytest.mark.parametrize("path", ["late.md", "late.txt"])
def test_other_texts_may_begin_with_import(path: str) -> None:
    assert prose_of("import duties are paid {see below} by us.", path) == ["import duties are paid {see below} by us."]


def test_a_comment_of_mdx_may_silence_a_rule() -> None:
    text = "{/* empathy-lint: ignore-next jargon -- as agreed */}\n\nPlease utilise it.\n"
    (row,) = message_of(text, "late.mdx").suppressions
    assert row.reason == "as agreed"
