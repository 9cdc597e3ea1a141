"""Latent semantic analysis: articles in the space of the first singular vectors, the same to the last byte."""

from __future__ import annotations

from typing import TYPE_CHECKING

from arcorpus.topics.vectors import DIGITS, unit

if TYPE_CHECKING:
    from scipy.sparse import csr_matrix

    from arcorpus.topics.vectors import Matrix

_OVER = 10  # columns of the subspace beyond those wanted
_POWERS = 3  # rounds of the subspace iteration
_LEAST = 1e-9  # of the greatest singular value, below which a column is noise


def embed(matrix: csr_matrix, columns: int) -> Matrix:
    """The rows in the space of the matrix's first singular vectors, scaled to length 1 (latent semantic analysis).

    Subspace iteration from a fixed start; the columns are made orthogonal through their Gram matrix, which is small.

    Source: Deerwester and others 1990, Indexing by latent semantic analysis; Halko, Martinsson and Tropp 2011, Finding
        structure with randomness, algorithm 4.4.
    """
    import numpy as np

    width = min(columns + _OVER, *matrix.shape)
    turned = matrix.T.tocsr()
    basis = matrix @ np.random.default_rng(0).random((matrix.shape[1], width))
    for _ in range(_POWERS):
        basis = matrix @ (turned @ _orthogonal(basis))
    basis = _orthogonal(basis)
    back = turned @ basis
    values, vectors = np.linalg.eigh(back.T @ back)
    first = np.argsort(-values, kind="stable")[:columns]
    return np.round(unit(basis @ vectors[:, first] * np.sqrt(np.maximum(values[first], 0))), DIGITS)


def _orthogonal(basis: Matrix) -> Matrix:
    """Orthogonal columns that span the same space."""
    import numpy as np

    values, vectors = np.linalg.eigh(basis.T @ basis)
    kept = values > values.max(initial=0) * _LEAST**1.5
    return np.asarray(basis @ (vectors[:, kept] / np.sqrt(values[kept])))
