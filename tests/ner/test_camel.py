"""Names by CAMeL Tools, with a tiny random model made here and, for exact labels, a tagger that is told them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arcorpus import pipeline
from arcorpus.errors import MissingExtra, UsageError
from arcorpus.ner import camel, camel_models
from arcorpus.ner.windows import windows
from arcorpus.types import Article

ROOT = Path(__file__).parents[2]
LABELS = ["B-LOC", "B-ORG", "B-PERS", "B-MISC", "I-LOC", "I-ORG", "I-PERS", "I-MISC", "O"]
PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *"ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءئؤ"]
VOCABULARY = [*PIECES, *(f"##{letter}" for letter in PIECES[5:]), "في", "إن"]


@pytest.fixture(autouse=True)
def _no_camel_data(tmp_path, monkeypatch):
    """A home without CAMeL data."""
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("CAMELTOOLS_DATA", raising=False)


@pytest.fixture(scope="session")
def model(tmp_path_factory):
    """A function that saves a model of two layers, random but for its leaning to one label, and gives its folder."""
    torch = pytest.importorskip("torch")
    transformers = pytest.importorskip("transformers")
    made = {}

    def save(leaning=None):
        if leaning in made:
            return made[leaning]
        torch.manual_seed(3)
        config = transformers.BertConfig(
            vocab_size=len(VOCABULARY), hidden_size=32, num_hidden_layers=2, num_attention_heads=2,
            intermediate_size=64, max_position_embeddings=256, initializer_range=1.0,
            id2label=dict(enumerate(LABELS)), label2id={label: number for number, label in enumerate(LABELS)},
        )  # fmt: skip
        network = transformers.BertForTokenClassification(config)
        if leaning:
            with torch.no_grad():
                network.classifier.weight.zero_()
                network.classifier.bias[LABELS.index(leaning)] = 9.0
        folder = tmp_path_factory.mktemp(f"model-{leaning}")
        network.save_pretrained(folder)
        (folder / "vocab.txt").write_text("\n".join(VOCABULARY) + "\n", encoding="utf-8")
        made[leaning] = str(folder)
        return made[leaning]

    return save


class Told:
    """A tagger that gives each word the label it is told, and checks that what it gets fits the real one.

    `blind` words at each end of what it gets have no label, as a model sees too little there.
    """

    unk_token = "[UNK]"  # noqa: S105 - a piece of a vocabulary

    def __init__(self, blind, labels):
        self.blind = blind
        self.labels = labels
        self.tokenizer = self

    def tokenize(self, word):
        """A piece a letter; none for a word of marks that the real tokenizer drops."""
        return [word] if word == self.unk_token else [c for c in word if c.isprintable() and c != "�"]

    def predict_sentence(self, words):
        """The labels of the words."""
        assert 0 < sum(len(self.tokenize(word)) for word in words) <= 254
        assert all(self.tokenize(word) for word in words)
        seen = range(self.blind, len(words) - self.blind)
        return [self.labels.get(word, "O") if at in seen else "O" for at, word in enumerate(words)]


@pytest.fixture
def told(monkeypatch, document):
    """A function that puts a told tagger in the place of the model and gives the names in a text."""
    monkeypatch.setattr(camel_models, "find", lambda model: model)

    def names(text, title=None, blind=0, **labels):
        monkeypatch.setattr(camel_models, "load", lambda _: Told(blind, labels))
        [(mentions, glosses)] = camel.recognize([document(text, title)])
        assert glosses == ()
        assert all(m.text == {"title": title, "text": text}[m.field][m.start : m.end] for m in mentions)
        return [(m.field, m.start, m.text, m.type) for m in mentions]

    pytest.importorskip("torch")
    return names


def test_types_are_the_programs_and_misc_is_dropped(told):
    """PERS becomes PER, LOC and ORG stay, MISC is no name of the program's."""
    text = "قال ليو جنتاو في برلين إن ناسا ووهج"
    labels = {"ليو": "B-PERS", "جنتاو": "I-PERS", "برلين": "B-LOC", "ناسا": "B-ORG", "ووهج": "B-MISC"}
    assert told(text, **labels) == [
        ("text", 4, "ليو جنتاو", "PER"), ("text", 17, "برلين", "LOC"), ("text", 26, "ناسا", "ORG")]  # fmt: skip


def test_attached_letters_and_marks_stay_outside_in_every_field(told):
    """Offsets are those of the field, after what the guidelines leave outside a name."""
    names = told("زار «برلين» وبرلين وللصين.", "في برلين!", **{
        "برلين": "B-LOC", "«": "B-LOC", "»": "I-LOC", "وبرلين": "B-LOC", "وللصين": "B-LOC"})  # fmt: skip
    assert names == [
        ("title", 3, "برلين", "LOC"), ("text", 5, "برلين", "LOC"), ("text", 13, "برلين", "LOC"),
        ("text", 20, "للصين", "LOC")]  # fmt: skip


def test_signs_that_the_models_never_saw_are_taken_off_the_words_alone(told):
    """Vowel signs and tatweel do not reach the model, but stay in the surface."""
    assert told("زار بَرلـــين", برلين="B-LOC") == [("text", 4, "بَرلـــين", "LOC")]


def test_a_name_never_crosses_a_sentence(told):
    """Each sentence is tagged by itself."""
    assert told("زار برلين. برلين بعيدة.", برلين="I-LOC") == [("text", 4, "برلين", "LOC"), ("text", 11, "برلين", "LOC")]


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\u200f", "؟!", "قال \ufffd \ue000 \u064b في " + "x/-" * 300 + " بلد"]
)
def test_odd_texts_have_no_names_and_do_no_harm(told, text):
    """Nothing, marks, characters that the tokenizer drops and addresses of a thousand pieces go through."""
    assert told(text, برلين="B-LOC") == []


def test_a_sentence_longer_than_the_model_keeps_all_its_names(told):
    """Windows overlap, so a name of several words at any place is found once and whole, though edges are blind."""
    text = "كلمة " + " ".join(f"كلمة {'كلام ' * (number % 7)}نهر بردى الكبير قال" for number in range(300)) + " كلمة"
    names = told(text, blind=2, نهر="B-LOC", بردى="I-LOC", الكبير="I-LOC")
    assert [name[2] for name in names] == ["نهر بردى الكبير"] * 300


@given(st.lists(st.integers(1, 64), max_size=400))
def test_windows_cover_every_word_fit_the_model_and_move_on(lengths):
    """Each word lies in a window, windows are in order and hold at most 254 pieces, none lies inside the one before."""
    found = windows(lengths, 254, 64)
    assert sorted({at for start, end in found for at in range(start, end)}) == list(range(len(lengths)))
    assert all(sum(lengths[start:end]) <= 254 for start, end in found)
    for (start, end), (other, stop) in pairwise(found):
        assert start < other <= end < stop


def test_every_word_a_place(model, document):
    """A model that takes every word for a place gives each word as a LOC, without marks and attached letters."""
    [(mentions, glosses)] = camel.recognize([document("زار برلين وتونس، ثم باريس.")], model("B-LOC"))
    assert [(m.text, m.type, m.score, m.start) for m in mentions] == [
        ("زار", "LOC", 1.0, 0), ("برلين", "LOC", 1.0, 4), ("تونس", "LOC", 1.0, 11), ("ثم", "LOC", 1.0, 17),
        ("باريس", "LOC", 1.0, 20)]  # fmt: skip
    assert glosses == ()


def test_a_sentence_that_is_one_name(model, document):
    """A model that goes on with a person at every word gives one name, and one of MISC none."""
    text = "ماري تيريز دوبون " * 40
    [(mentions, _)] = camel.recognize([document(text)], model("I-PERS"))
    assert [(m.start, m.end, m.type) for m in mentions] == [(0, len(text) - 1, "PER")]
    assert camel.recognize([document(text)], model("B-MISC")) == [((), ())]


def test_batch_mates_and_order_do_not_matter(model, document):
    """A random model gives each document the same names alone, in a batch and in any order; threads are as before."""
    import torch

    texts = ["قال مدير ميتا في برلين إن الأمر بسيط. وأضاف.", "", "زار الوزير تونس " * 90, "OpenAI وGPT-4 في 2025."]
    documents = [document(text, key=str(number)) for number, text in enumerate(texts)]
    before = torch.get_num_threads()
    folder = model()
    alone = [camel.recognize([one], folder)[0] for one in documents]
    assert camel.recognize(documents, folder) == alone
    assert camel.recognize(documents[::-1], folder) == alone[::-1]
    assert any(names for names, _ in alone)
    assert torch.get_num_threads() == before


def test_the_pipeline_hands_the_model_to_the_back_end(model):
    """`camel:FOLDER` reaches the recogniser through the stages, and values are found beside the names."""
    articles = [Article("a", "a.txt", 0, text="زار برلين في عام 2025.")]
    (found,) = pipeline.run(articles, {"mentions"}, pipeline.Settings(f"camel:{model('B-LOC')}"))
    assert ("برلين", "LOC") in [(m.text, m.type) for m in found.mentions]
    assert "DATE" in {m.type for m in found.mentions}


@pytest.mark.parametrize(
    ("chosen", "error", "said"),
    [
        ("camel", MissingExtra, "camel_data -i ner-arabert"),
        ("camel:arabert", MissingExtra, "camel_data -i ner-arabert"),
        ("camel:nobody", UsageError, "no model 'nobody'"),
        ("camel:", UsageError, "names no model"),
        ("rules:arabert", UsageError, "--ner rules takes no model"),
        ("none:", UsageError, "--ner none takes no model"),
        ("oracle:x", UsageError, "there is no 'oracle'"),
    ],
)
def test_what_cannot_be_met_is_told_before_anything_is_tagged(chosen, error, said):
    """A model that is missing or unknown, or given to a back end that takes none, is an error with the cure."""
    with pytest.raises(error, match=said):
        list(pipeline.run([Article("a", "a.txt", 0, text="نص")], {"mentions"}, pipeline.Settings(chosen)))


LOAD = """
import socket, sys
def refuse(*_, **__): raise AssertionError("the network is asked")
socket.socket.connect = socket.getaddrinfo = refuse
from arcorpus.ner import camel_models
tagger = camel_models.load(camel_models.find(sys.argv[1]))
print(tagger.predict_sentence(["في", "برلين"]))
import os
print({k: os.environ.get(k) for k in ("HOME", "CAMELTOOLS_DATA", "HF_HUB_OFFLINE")})
from camel_tools.data import CATALOGUE
print(sorted(CATALOGUE.packages))
"""


def load_anew(folder, home, **env):
    """Load a model in a fresh interpreter that no network answers; the lines it prints."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("HF_", "TRANSFORMERS_", "CAMELTOOLS_"))}
    done = subprocess.run([sys.executable, "-c", LOAD, folder], capture_output=True, text=True, cwd=ROOT, check=False,
                          encoding="utf-8", env=kept | {"HOME": str(home)} | env)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not done.stderr
    return done.stdout.splitlines()


@pytest.mark.slow
def test_loading_asks_no_network_and_leaves_the_home_and_the_environment_alone(model, tmp_path):
    """Where the user has no CAMeL data, none are made or fetched, nothing is said on standard error."""
    labels, environment, packages = load_anew(model("B-ORG"), tmp_path / "home")
    assert labels == "['B-ORG', 'B-ORG']"
    assert environment == str({"HOME": str(tmp_path / "home"), "CAMELTOOLS_DATA": None, "HF_HUB_OFFLINE": None})
    assert packages == "[]"
    assert list((tmp_path / "home").iterdir()) == []


@pytest.mark.slow
def test_the_users_own_catalogue_is_left_in_its_place(model, tmp_path):
    """Where the user has CAMeL data, CAMeL Tools reads that catalogue, and the folder is not changed."""
    data = tmp_path / "data"
    data.mkdir()
    package = {"package_type": "meta", "private": False, "dependencies": []}
    content = json.dumps({"version": "1.6.0", "components": {}, "packages": {"mine": package}})
    (data / "catalogue.json").write_text(content, encoding="utf-8")
    assert load_anew(model("B-ORG"), tmp_path / "home", CAMELTOOLS_DATA=str(data))[2] == "['mine']"
    assert [file.name for file in data.iterdir()] == ["catalogue.json"]
    assert (data / "catalogue.json").read_text(encoding="utf-8") == content
    assert list((tmp_path / "home").iterdir()) == []
