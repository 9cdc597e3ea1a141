"""Every failure that a user may meet, each with its exit status and the words that help."""

from __future__ import annotations


class CorpusError(Exception):
    """The root: one line that says what is wrong, the likely cause and the cure.

    Args:
        message: what is wrong, then the likely cause and the cure, in one line.
        path: the file or folder it is about, as the user wrote it; shown before the message.
    """

    exit_code = 1

    def __init__(self, message: str, *, path: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.path = path

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class UsageError(CorpusError):
    """The command line asks for something that does not exist or does not go together."""

    exit_code = 2


class ReadError(CorpusError):
    """An input, or a part of one, could not be read; the rest goes on and this becomes a row of `errors`."""


class UnreadableFile(ReadError):
    """The file cannot be opened, unpacked or decoded."""


class UnknownFormat(ReadError):
    """No reader takes this kind of file."""


class BrokenRow(ReadError):
    """One record of a file of records cannot be used; the message names its line."""


class LeftOut(ReadError):
    """A part of an input that is no article and is left out on purpose: told in a warning, for it is no failure."""


class NotAnalysed(ReadError):
    """A fault of the program kept one article from being analysed; it is there without names, terms and claims."""


class NoArticle(ReadError):
    """The file was read and holds no article."""


class WriteError(CorpusError):
    """The report could not be written: no such folder, disk full, not allowed."""


class ResourceError(CorpusError):
    """A lexicon or model of the program itself is missing or damaged."""


class MissingExtra(CorpusError):
    """An optional package or its data is not installed; the message holds the command that installs it."""
