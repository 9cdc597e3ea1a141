"""Training on cores that others use too: dropout that costs little there, and workers that meet only now and then."""

from __future__ import annotations

import os

import torch
from torch import distributed, nn
from torch.nn.utils import parameters_to_vector, vector_to_parameters

POOL = 1 << 23


class PooledDropout(nn.Module):
    """Dropout with masks out of a pool of random ones: on a CPU drawing anew costs as much as a layer's product."""

    pool: torch.Tensor

    def __init__(self, share: float) -> None:
        super().__init__()
        kept = (torch.rand(POOL) >= share).float() / (1 - share)
        self.register_buffer("pool", kept.bfloat16(), persistent=False)

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        """The hidden states with a share of them at nought."""
        if not self.training or hidden.numel() >= POOL:
            return hidden
        start = int(torch.randint(POOL - hidden.numel(), ()))
        return hidden * self.pool[start : start + hidden.numel()].view_as(hidden)


def pooled(model: nn.Module) -> None:
    """Put pooled dropout in the place of each dropout module, and leave out that of attention weights."""
    for module in list(model.modules()):
        for name, child in module.named_children():
            if isinstance(child, nn.Dropout):
                if hasattr(module, "query"):
                    child.p = 0.0
                else:
                    setattr(module, name, PooledDropout(child.p))


class Workers:
    """The processes that train together, by the variables RANK, WORLD_SIZE and MEET (a file); one, without them.

    Each takes its own steps; now and then they put the mean of their weights in the place of their own (local SGD,
    Stich 2019). On a shared machine this loses far less than threads that wait for each other at every product.
    """

    def __init__(self) -> None:
        self.rank, self.count = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
        if self.count > 1:
            distributed.init_process_group(
                "gloo", init_method=f"file://{os.environ['MEET']}", rank=self.rank, world_size=self.count
            )

    def meet(self, model: nn.Module, done: float) -> float:
        """Put the mean of all workers' weights into the model; give the furthest progress among them."""
        if self.count == 1:
            return done
        with torch.no_grad():
            weights = parameters_to_vector(model.parameters())
            distributed.all_reduce(weights)
            vector_to_parameters(weights / self.count, model.parameters())
        furthest = torch.tensor([done])
        distributed.all_reduce(furthest, distributed.ReduceOp.MAX)
        return float(furthest)
