"""What was there before: findings that a baseline accepts, lines that git has seen. Neither fails a run again."""
