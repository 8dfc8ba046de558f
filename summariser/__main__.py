"""`python -m summariser` is the command."""

from summariser.cli.main import main

if __name__ == "__main__":
    main()
