"""`python -m empathy_lint` is the same as `empathy-lint`."""

from empathy_lint.cli import main

if __name__ == "__main__":
    main()
