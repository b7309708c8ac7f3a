"""What a run costs, beside other linters, on messages in which no sentence comes twice."""
