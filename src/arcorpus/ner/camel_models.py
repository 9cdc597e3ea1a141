"""CAMeL Tools' models of names: where one lies, what it must hold, and how it is loaded without a network.

`camel_tools` fetches its catalogue when it is imported and makes a folder in the user's home. Where the user has none,
the import happens before a private, empty catalogue, so nothing is fetched and nothing is written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple, Protocol

from arcorpus.camel_data import camel_data, camel_home, expanded
from arcorpus.errors import MissingExtra, ResourceError, UsageError

TYPES: Mapping[str, str] = {"PERS": "PER", "PER": "PER", "ORG": "ORG", "LOC": "LOC"}
"""The types of these models that are kept, with the program's own name of each; MISC is none of the program's."""

LENGTH = 256
"""Pieces of the sequences that CAMeL Tools hands its model, the two that frame a sentence among them."""

_WEIGHTS = ("model.safetensors", "pytorch_model.bin", "model.safetensors.index.json", "pytorch_model.bin.index.json")
_SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_EMPTY = '{"version": "", "packages": {}, "components": {}}'
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "HF_HUB_DISABLE_TELEMETRY": "1"}


class Tokenizer(Protocol):
    """Cuts words into the pieces that a model knows."""

    unk_token: str

    def tokenize(self, text: str, /) -> list[str]:
        """The pieces of a word."""


class Tagger(Protocol):
    """What is used of `camel_tools.ner.NERecognizer`."""

    tokenizer: Tokenizer

    def predict_sentence(self, sentence: list[str], /) -> list[str]:
        """A BIO label for each word."""


class Catalogue(NamedTuple):
    """CAMeL Tools' models of names by name: the folder of each below its data folder, and the packages by folder."""

    default: str
    folders: Mapping[str, str]
    packages: Mapping[str, str]


_KNOWN = Catalogue("arabert", {"arabert": "ner/arabert"}, {"ner/arabert": "ner-arabert"})


def _is_folder(path: Path) -> bool:
    """Whether there is such a folder; a path that cannot be looked at is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises for a name too long or a folder closed to the user


def catalogue() -> Catalogue:
    """The models that the user's catalogue lists, or those of CAMeL Tools 1.6 when the user has no catalogue.

    Raises:
        ResourceError: when the catalogue is damaged.
    """
    file = camel_data() / "catalogue.json"
    try:
        content = json.loads(file.read_bytes())
        component = content["components"].get("NamedEntityRecognition")
        packages = {p["destination"]: name for name, p in content["packages"].items() if p.get("destination")}
        if component is None:
            return _KNOWN
        folders = {name: str(dataset["path"]) for name, dataset in component["datasets"].items()}
        return Catalogue(str(component["default"]), folders, packages)
    except FileNotFoundError:
        return _KNOWN
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ResourceError(
            f"CAMeL Tools' catalogue is damaged ({error!r}); delete it and get it anew with `camel_data -u`, "
            "which needs a network", path=str(file)) from error  # fmt: skip


def find(model: str | None = None) -> Path:
    """The folder of a model, looked through for what is needed to load it.

    Args:
        model: a folder in the Hugging Face format, else a name of CAMeL Tools' catalogue; None is the catalogue's own
            choice.

    Raises:
        MissingExtra: when CAMeL Tools, or its model, is not installed; the message holds the command.
        UsageError: when there is neither such a folder nor such a name, or the folder holds no usable model.
        ResourceError: when the catalogue is damaged.
    """
    missing = [name for name in ("camel_tools", "torch", "transformers") if find_spec(name) is None]
    if missing:
        raise MissingExtra(f"--ner camel needs {', '.join(missing)}; install it with `pip install camel-tools`")
    folder = expanded(model) if model else None
    if folder and _is_folder(folder):
        problem = next(problems(folder), None)
        if problem:
            raise UsageError(f"this folder is no model of names for CAMeL Tools: {problem}", path=model)
        return folder.absolute()
    listed = catalogue()
    name = model or listed.default
    if name in listed.folders:
        return _installed(name, listed)
    known = ", ".join(sorted(listed.folders))
    raise UsageError(
        f"there is no model {name!r}: it is neither a folder nor in CAMeL Tools' catalogue ({known}); nothing is "
        "downloaded, so save a model of a hub in a folder first (`hf download NAME --local-dir FOLDER`)"
    )


def _installed(name: str, listed: Catalogue) -> Path:
    """The folder of a model of the catalogue.

    Raises:
        MissingExtra: when it is not there or not whole.
    """
    path = listed.folders[name]
    folder = camel_data() / "data" / path
    command = listed.packages.get(path, f"ner-{name}")
    if not _is_folder(folder):
        raise MissingExtra(
            f"CAMeL Tools' model {name!r} is not installed in {folder}; get it with `camel_data -i {command}`, which "
            "needs a network once, or name a folder: --ner camel:FOLDER"
        )
    problem = next(problems(folder), None)
    if problem:
        raise MissingExtra(
            f"CAMeL Tools' model {name!r} is damaged: {problem}; get it anew with `camel_data -i -f {command}`",
            path=str(folder))  # fmt: skip
    return folder


def problems(folder: Path) -> Iterator[str]:
    """What keeps a folder from being a model of names that CAMeL Tools can load; nothing when it is one."""
    config = _object(folder / "config.json")
    if config is None:
        yield "it has no readable config.json"
        return
    kind = config.get("model_type")
    if kind != "bert" or "BertForTokenClassification" not in (config.get("architectures") or [""]):
        yield f"config.json tells of {kind} {config.get('architectures')}, not of a BertForTokenClassification"
        return
    yield from _problems_of_config(config)
    if not any((folder / name).is_file() for name in _WEIGHTS):
        yield f"it has no weights ({' or '.join(_WEIGHTS[:2])})"
    yield from _problems_of_vocabulary(_vocabulary(folder), config.get("vocab_size"))


def _problems_of_config(config: Mapping[str, Any]) -> Iterator[str]:
    """What is wrong with the labels and the length that a model's configuration tells."""
    labels = config.get("id2label")
    names = sorted(map(str, labels.values())) if isinstance(labels, dict) else []
    if "O" not in names or not any(f"B-{name}" in names for name in TYPES):
        yield f"its labels are {', '.join(names) or 'not named'}; they must be O, B-LOC, B-ORG, B-PERS and their like"
    positions = config.get("max_position_embeddings")
    if not isinstance(positions, int) or positions < LENGTH:
        yield f"config.json has max_position_embeddings {positions}; CAMeL Tools needs {LENGTH}"


def _problems_of_vocabulary(vocabulary: frozenset[str] | None, size: object) -> Iterator[str]:
    """What is wrong with a model's vocabulary, whose size its configuration tells."""
    if vocabulary is None:
        yield "it has no readable vocabulary (vocab.txt or tokenizer.json)"
        return
    lacking = [piece for piece in _SPECIAL if piece not in vocabulary]
    if lacking:
        yield f"its vocabulary lacks {', '.join(lacking)}"
    if not isinstance(size, int) or len(vocabulary) > size:
        yield f"its vocabulary has {len(vocabulary)} pieces, config.json says {size}"


def _object(file: Path) -> dict[str, Any] | None:
    """The JSON object in a file, or None when there is none."""
    try:
        content = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return content if isinstance(content, dict) else None


def _vocabulary(folder: Path) -> frozenset[str] | None:
    """The pieces that a model knows, or None when no file tells them."""
    try:
        return frozenset((folder / "vocab.txt").read_text(encoding="utf-8").splitlines())
    except FileNotFoundError:
        model = (_object(folder / "tokenizer.json") or {}).get("model")
        pieces = model.get("vocab") if isinstance(model, dict) else None
        return frozenset(pieces) if isinstance(pieces, dict) else None
    except (OSError, ValueError):
        return None


@contextmanager
def _environment(values: Mapping[str, str]) -> Iterator[None]:
    """Environment variables for a while."""
    before = {name: os.environ.get(name) for name in values}
    os.environ.update(values)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _private(folder: str) -> dict[str, str]:
    """The variables that keep the import of CAMeL Tools from fetching a catalogue and from making a folder at home.

    `camel_tools.data.catalogue` makes `.camel_tools` in the home whatever `CAMELTOOLS_DATA` says: where that folder is
    not there yet the home is another one for the length of the import.
    """
    values = {}
    if not os.path.isfile(camel_data() / "catalogue.json"):  # noqa: PTH113 - as in _is_folder
        (Path(folder) / "catalogue.json").write_text(_EMPTY, encoding="utf-8")
        values["CAMELTOOLS_DATA"] = folder
    if not _is_folder(camel_home()):
        values |= {"HOME": folder, "USERPROFILE": folder}
    return values


@contextmanager
def _quiet() -> Iterator[None]:
    """No bar of progress on standard error while weights are read."""
    logging = import_module("transformers.utils.logging")
    shown = logging.is_progress_bar_enabled()
    logging.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            logging.enable_progress_bar()


@lru_cache(maxsize=1)
def load(folder: Path) -> Tagger:
    """The tagger of a model's folder, on the processor, without touching the network or the user's data.

    Args:
        folder: as `find` gives it.

    Raises:
        MissingExtra: when a package of CAMeL Tools cannot be imported.
        UsageError: when the model cannot be loaded.

    Source: Obeid et al. 2020, CAMeL Tools (LREC); Inoue et al. 2021, The interplay of variant, size and task type in
    Arabic pre-trained language models (WANLP).
    """
    try:
        with ExitStack() as stack:
            stack.enter_context(_environment(_OFFLINE))
            # Before the home is another for a moment: these remember where their own caches lie.
            for name in ("BertForTokenClassification", "BertTokenizer"):
                getattr(import_module("transformers"), name)
            with TemporaryDirectory() as private, _environment(_private(private)):
                recognizer = import_module("camel_tools.ner").NERecognizer
            stack.enter_context(_quiet())
            tagger: Tagger = recognizer(str(folder), use_gpu=False)
    except ImportError as error:
        raise MissingExtra(
            f"CAMeL Tools cannot be imported here ({error}); install it anew with `pip install camel-tools`"
        ) from error
    except Exception as error:  # the readers of weights and vocabularies raise bare Exception
        raise UsageError(f"this model cannot be loaded ({_first_line(error)}); a file of it is likely damaged, so get "
                         "it anew", path=str(folder)) from error  # fmt: skip
    return tagger


def _first_line(error: Exception) -> str:
    """What an error says, in a line."""
    said = str(error).strip().splitlines()
    return f"{type(error).__name__}: {said[0]}" if said else type(error).__name__


@contextmanager
def one_thread() -> Iterator[None]:
    """One thread for torch: processes share the machine, and sums come out the same on any number of cores."""
    torch = import_module("torch")
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)
