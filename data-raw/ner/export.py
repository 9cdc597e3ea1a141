"""The trained tagger as an 8-bit ONNX file, its graph built by hand: torch's exporter gives one that does not quantise.

The graph takes the pieces of one sentence and no mask, so nothing in it depends on other sentences.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

HEADS_OF_ATTENTION = 12
EPSILON = 1e-12
FUSED = "com.microsoft"


class Graph:
    """Nodes and constants of a graph as they are added."""

    def __init__(self, weights: Mapping[str, torch.Tensor]) -> None:
        self.weights = weights
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def weight(self, name: str, *, turned: bool = False) -> np.ndarray:
        """A weight by its name in torch; `turned` gives [in, out]."""
        found = self.weights[name].float().cpu().numpy()
        return np.asarray(found.T if turned else found)

    def constant(self, name: str, value: np.ndarray) -> str:
        """Add a constant and give its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def node(self, kind: str, inputs: list[str], name: str, domain: str = "", **options: object) -> str:
        """Add a node and give the name of its output."""
        self.nodes.append(helper.make_node(kind, inputs, [name], name=f"{name}_node", domain=domain, **options))
        return name


def _embeddings(graph: Graph) -> str:
    """Words by rows of 8-bit numbers with a scale each, positions and type, normalised."""
    words = graph.weight("bert.embeddings.word_embeddings.weight")
    scale = np.maximum(np.abs(words).max(1, keepdims=True) / 127, 1e-12)
    graph.constant("words", np.round(words / scale).astype(np.int8))
    graph.constant("scales", scale.astype(np.float32))
    places = graph.weight("bert.embeddings.position_embeddings.weight")
    graph.constant("places", places + graph.weight("bert.embeddings.token_type_embeddings.weight")[0])
    graph.constant("nought", np.array([0], np.int64))
    graph.node("Gather", ["words", "ids"], "word_bytes")
    graph.node("Cast", ["word_bytes"], "word_floats", to=TensorProto.FLOAT)
    graph.node("Gather", ["scales", "ids"], "word_scales")
    graph.node("Mul", ["word_floats", "word_scales"], "word_rows")
    graph.node("Shape", ["ids"], "length", start=1, end=2)
    graph.node("Slice", ["places", "nought", "length", "nought"], "place_rows")
    graph.node("Add", ["word_rows", "place_rows"], "rows")
    norm = [graph.constant(f"norm_{n}", graph.weight(f"bert.embeddings.LayerNorm.{n}")) for n in ("weight", "bias")]
    return graph.node("LayerNormalization", ["rows", *norm], "hidden", axis=-1, epsilon=EPSILON)


def _by_row(graph: Graph, rows: str, weight: str, name: str) -> str:
    """The product of rows and a weight, each row first brought to a greatest value of one.

    An 8-bit product takes one scale for all rows, and a few of them hold values far above the others': without this
    three times as many words of news get another label than in floats, with it the program is a tenth slower.
    """
    sizes = graph.node("Abs", [rows], f"{name}_sizes")
    most = graph.node("ReduceMax", [sizes], f"{name}_most", axes=[-1], keepdims=1)
    even = graph.node("Div", [rows, most], f"{name}_even")
    product = graph.node("MatMul", [even, weight], f"{name}_product")
    return graph.node("Mul", [product, most], name)


def _layer(graph: Graph, number: int, hidden: str) -> str:
    """One layer of the encoder."""
    path, short = f"bert.encoder.layer.{number}.", f"l{number}_"

    def put(name: str, value: np.ndarray) -> str:
        return graph.constant(short + name, value)

    def weight(name: str, *, turned: bool = False) -> np.ndarray:
        return graph.weight(path + name, turned=turned)

    parts = ("query", "key", "value")
    turned = np.concatenate([weight(f"attention.self.{p}.weight", turned=True) for p in parts], 1)
    biases = np.concatenate([weight(f"attention.self.{p}.bias") for p in parts])
    seen = graph.node(
        "Attention",
        [hidden, put("qkv", turned), put("qkv_bias", biases)],
        short + "seen",
        FUSED,
        num_heads=HEADS_OF_ATTENTION,
    )
    mix = put("out", weight("attention.output.dense.weight", turned=True))
    out = graph.node("MatMul", [seen, mix], short + "mixed")
    norm = [put(f"norm1_{n}", weight(f"attention.output.LayerNorm.{n}")) for n in ("weight", "bias")]
    bias = put("out_bias", weight("attention.output.dense.bias"))
    middle = graph.node("SkipLayerNormalization", [out, hidden, *norm, bias], short + "middle", FUSED, epsilon=EPSILON)
    widen = put("wide", weight("intermediate.dense.weight", turned=True))
    wide = _by_row(graph, middle, widen, short + "widened")
    bent = graph.node("BiasGelu", [wide, put("wide_bias", weight("intermediate.dense.bias"))], short + "bent", FUSED)
    narrow = _by_row(graph, bent, put("narrow", weight("output.dense.weight", turned=True)), short + "narrowed")
    norm = [put(f"norm2_{n}", weight(f"output.LayerNorm.{n}")) for n in ("weight", "bias")]
    bias = put("narrow_bias", weight("output.dense.bias"))
    return graph.node("SkipLayerNormalization", [narrow, middle, *norm, bias], short + "done", FUSED, epsilon=EPSILON)


def export(weights: Mapping[str, torch.Tensor], out: Path) -> None:
    """Write the tagger: 8-bit products with a scale for each column, but floats for the heads."""
    graph = Graph(weights)
    hidden = _embeddings(graph)
    layers = 1 + max(int(name.split("layer.")[1].split(".")[0]) for name in weights if "encoder.layer." in name)
    for number in range(layers):
        hidden = _layer(graph, number, hidden)
    graph.node("MatMul", [hidden, graph.constant("heads", graph.weight("out.weight", turned=True))], "scores")
    graph.node("Add", ["scores", graph.constant("heads_bias", graph.weight("out.bias"))], "logits")
    shape = ["batch", "pieces"]
    made = helper.make_graph(
        graph.nodes,
        "names",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, shape)],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, [*shape, len(weights["out.bias"])])],
        graph.constants,
    )
    model = helper.make_model(made, opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(FUSED, 1)])
    model.ir_version = 8
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        onnx.save(model, whole)
        quantize_dynamic(
            whole,
            out,
            per_channel=True,
            weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Attention"],
            nodes_to_exclude=["scores_node"],
            extra_options={"DefaultTensorType": TensorProto.FLOAT, "MatMulConstBOnly": True},
        )
