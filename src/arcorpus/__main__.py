"""Run `python -m arcorpus` as `corpus`."""

from arcorpus.cli import main

if __name__ == "__main__":
    main()
