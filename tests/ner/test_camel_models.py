"""Where CAMeL Tools' models lie and what they must hold; no model is needed here, nothing is fetched."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from arcorpus.errors import MissingExtra, ResourceError, UsageError
from arcorpus.ner import camel_models

LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
CONFIG = {
    "model_type": "bert",
    "architectures": ["BertForTokenClassification"],
    "id2label": dict(enumerate(LABELS)),
    "max_position_embeddings": 256,
    "vocab_size": 6,
}


def folder_at(path, *, weights=b"", vocabulary=("[PAD]", "[UNK]", "[CLS]", "[SEP]", "في", "##ا"), **changed):
    """A folder with the files of a model, the weights apart."""
    path.mkdir(parents=True)
    (path / "config.json").write_text(json.dumps(CONFIG | changed), encoding="utf-8")
    (path / "vocab.txt").write_text("\n".join(vocabulary) + "\n", encoding="utf-8")
    (path / "model.safetensors").write_bytes(weights)
    return path


@pytest.fixture(autouse=True)
def data(tmp_path, monkeypatch):
    """An empty home without CAMeL data, and where CAMeL data would lie in it."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)
    return tmp_path / "home" / ".camel_tools"


def test_a_missing_model_gives_the_command_that_installs_it():
    """Without a model the error holds CAMeL Tools' command; nothing is made on the way."""
    with pytest.raises(MissingExtra, match="`camel_data -i ner-arabert`"):
        camel_models.find()
    with pytest.raises(MissingExtra, match="--ner camel:FOLDER"):
        camel_models.find("arabert")


def test_missing_packages_give_the_command_that_installs_them(monkeypatch):
    """Where CAMeL Tools or torch is not installed, the error says how to get it."""
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtra, match="needs torch; install it with `pip install camel-tools`"):
        camel_models.find()


def test_a_name_nobody_knows_lists_those_there_are():
    """What is neither a folder nor in the catalogue is wrong usage; a hub's name is told how to become a folder."""
    with pytest.raises(UsageError, match=r"\(arabert\).*hf download"):
        camel_models.find("CAMeL-Lab/bert-base-arabic-camelbert-msa-ner")


def test_an_installed_model_is_found(data):
    """The model of the catalogue lies under the data folder, with or without a catalogue file."""
    folder = folder_at(data / "data" / "ner" / "arabert")
    assert camel_models.find() == camel_models.find("arabert") == folder


def test_the_users_catalogue_names_models_and_packages(data, monkeypatch):
    """A catalogue in CAMELTOOLS_DATA says which models there are, which is usual, and which package brings one."""
    monkeypatch.setenv("CAMELTOOLS_DATA", str(data))
    data.mkdir(parents=True)
    content = {
        "components": {"NamedEntityRecognition": {"default": "big", "datasets": {"big": {"path": "ner/b"}}}},
        "packages": {"all": {}, "ner-big-model": {"destination": "ner/b"}},
    }
    (data / "catalogue.json").write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(MissingExtra, match=r"'big'.*`camel_data -i ner-big-model`"):
        camel_models.find()
    with pytest.raises(UsageError, match=r"\(big\)"):
        camel_models.find("arabert")
    (data / "catalogue.json").write_text('{"components": {}, "packages": {}}', encoding="utf-8")
    assert camel_models.catalogue().default == "arabert"


@pytest.mark.parametrize("content", ["", "{", "[]", '{"components": 1, "packages": {}}', '{"components": {}}'])
def test_a_damaged_catalogue_says_so(data, content):
    """A catalogue that cannot be read names its file and the cure."""
    data.mkdir(parents=True)
    (data / "catalogue.json").write_text(content, encoding="utf-8")
    with pytest.raises(ResourceError, match="camel_data -u") as caught:
        camel_models.find()
    assert caught.value.path == str(data / "catalogue.json")


def test_a_damaged_installed_model_gives_the_command_that_gets_it_anew(data):
    """An installed model with a file missing is fetched again by force."""
    folder = folder_at(data / "data" / "ner" / "arabert")
    (folder / "vocab.txt").unlink()
    with pytest.raises(MissingExtra, match=r"vocabulary.*`camel_data -i -f ner-arabert`"):
        camel_models.find()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"model_type": "xlm-roberta"}, "xlm-roberta"),
        ({"architectures": ["BertForMaskedLM"]}, "BertForMaskedLM"),
        ({"architectures": None}, "None"),
        ({"id2label": {"0": "LABEL_0", "1": "LABEL_1"}}, "LABEL_0, LABEL_1"),
        ({"id2label": None}, "not named"),
        ({"max_position_embeddings": 128}, "128"),
        ({"vocabulary": ("[PAD]", "[CLS]", "[SEP]")}, r"lacks \[UNK\]"),
        ({"vocab_size": 3}, "6 pieces, config.json says 3"),
    ],
)
def test_a_folder_that_is_no_model_of_names_says_what_is_wrong(tmp_path, changed, said):
    """Another kind of model, other labels, a short one, or a vocabulary that does not fit: told before it is loaded."""
    folder = folder_at(tmp_path / "m", **changed)
    with pytest.raises(UsageError, match=said) as caught:
        camel_models.find(str(folder))
    assert caught.value.path == str(folder)


@pytest.mark.parametrize(
    ("name", "said"), [("config.json", "config.json"), ("model.safetensors", "weights"), ("vocab.txt", "vocabulary")]
)
def test_a_folder_without_a_file_says_which(tmp_path, name, said):
    """Each file that a model needs is missed by name."""
    folder = folder_at(tmp_path / "m")
    (folder / name).unlink()
    with pytest.raises(UsageError, match=said):
        camel_models.find(str(folder))


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b'"bert"', b"[" * 100_000])
def test_a_configuration_that_is_no_object_is_no_model(tmp_path, content):
    """Whatever stands in config.json, the message is a line."""
    folder = folder_at(tmp_path / "m")
    (folder / "config.json").write_bytes(content)
    assert list(camel_models.problems(folder)) == ["it has no readable config.json"]


def test_the_vocabulary_may_be_in_the_tokenizer_file(tmp_path):
    """A folder saved by transformers 5 has tokenizer.json in place of vocab.txt."""
    folder = folder_at(tmp_path / "m")
    (folder / "vocab.txt").unlink()
    pieces = {piece: number for number, piece in enumerate(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])}
    (folder / "tokenizer.json").write_text(json.dumps({"model": {"vocab": pieces}}), encoding="utf-8")
    assert list(camel_models.problems(folder)) == []
    (folder / "tokenizer.json").write_text("{}", encoding="utf-8")
    assert "tokenizer.json" in next(camel_models.problems(folder))


@pytest.mark.parametrize("name", ["~nobody-of-this-name/m", "\0", "a" * 5000, "..\\m"])
def test_odd_names_are_wrong_usage(name):
    """A path that cannot be is told like any other that is not there."""
    with pytest.raises(UsageError, match="neither a folder"):
        camel_models.find(name)


def test_damaged_weights_are_told_in_a_line(tmp_path, data):
    """A file that the readers of weights choke on is wrong usage with their reason, not a traceback."""
    pytest.importorskip("camel_tools")
    folder = folder_at(tmp_path / "m", weights=b"junk")
    with pytest.raises(UsageError, match="cannot be loaded") as caught:
        camel_models.load(camel_models.find(str(folder)))
    assert "\n" not in str(caught.value)
    assert not data.exists()


@pytest.mark.slow
def test_finding_imports_neither_torch_nor_camel_tools(tmp_path):
    """Everything before the load is quick: no heavy import, also by the back end's module."""
    code = (
        "import sys, arcorpus.ner.camel, arcorpus.ner.camel_models as m\n"
        "try: m.find()\n"
        "except m.MissingExtra as e: print(e)\n"
        "print(sorted({'torch', 'camel_tools', 'transformers', 'numpy'} & set(sys.modules)))"
    )
    env = {k: v for k, v in os.environ.items() if k != "CAMELTOOLS_DATA"} | {"HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=True)
    assert "camel_data -i ner-arabert" in done.stdout
    assert done.stdout.splitlines()[-1] == "[]"
