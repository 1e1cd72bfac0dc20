"""Fits the n-gram model: a linear one, over hashed pieces of words."""

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from safeguarding.model.ngrams import BUCKETS, Ngrams, buckets, weighed

STRENGTH = 4.0
RARELY = 2


def fit(reads: Sequence[str], levels: Sequence[int]) -> Ngrams:
    """`reads` as the model reads them, `levels` 0 none, 1 concern, 2 urgent."""
    counted = [buckets(read) for read in reads]
    seen = np.zeros(BUCKETS, dtype=np.int64)
    for one in counted:
        seen[list(one)] += 1
    rarity = np.where(seen >= RARELY, np.log((1 + len(reads)) / (1 + seen)) + 1, 0.0).astype(np.float16)
    rows, columns, values = [], [], []
    for number, one in enumerate(counted):
        places = np.fromiter(one.keys(), dtype=np.int64, count=len(one))
        rows.append(np.full(len(places), number))
        columns.append(places)
        values.append(weighed(np.fromiter(one.values(), dtype=np.float32, count=len(one)), rarity[places]))
    matrix = csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape=(len(reads), BUCKETS)
    )
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=300)
    model.fit(matrix, np.asarray(levels))
    return Ngrams(model.coef_.T.astype(np.float16), rarity, model.intercept_.astype(np.float32))
