"""A floor under the share of right answers; `python -m tests.search.quality` prints the table."""

import pytest

from tests.search.quality import SEED, measure, quality_model

FLOOR = 0.99
FLOOR_OF_A_KIND = 0.95


@pytest.mark.parametrize("seed", [SEED, SEED + 1])
def test_the_right_row_stands_first(seed: int) -> None:
    shares = measure(quality_model(), seed)
    right, asked = (sum(counts) for counts in zip(*shares.values(), strict=True))
    assert right / asked >= FLOOR
    assert {kind: share for kind, share in shares.items() if share[0] / share[1] < FLOOR_OF_A_KIND} == {}
    assert shares["nothing"][0] == shares["nothing"][1]
