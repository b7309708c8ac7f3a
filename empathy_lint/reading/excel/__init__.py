"""Excel workbooks (`.xlsx`): tables of messages, one a row."""
