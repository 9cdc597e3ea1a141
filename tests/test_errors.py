"""The tree of errors."""

from __future__ import annotations

import inspect

import pytest

from arcorpus import errors

CLASSES = [c for _, c in inspect.getmembers(errors, inspect.isclass)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda c: c.__name__)
def test_every_error_has_an_exit_status(kind):
    """Every error is a CorpusError whose status is 1, or 2 for wrong usage."""
    assert issubclass(kind, errors.CorpusError)
    assert kind.exit_code == (2 if kind is errors.UsageError else 1)


def test_path_stands_before_the_message():
    """An error about a file begins with its path; one about nothing in particular does not."""
    assert str(errors.UnreadableFile("no such file", path="أ.txt")) == "أ.txt: no such file"
    assert str(errors.UsageError("no")) == "no"
