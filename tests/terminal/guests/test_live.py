"""For guests the files are followed only where the host says `--live`, and no fault is told."""

from pathlib import Path

from ...test_load import WHOLE
from ..conftest import Start
from ..program import PROGRAM


def test_guests_see_changes_only_live(start: Start, tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(WHOLE)
    still = start([*PROGRAM, "--restricted", str(tmp_path)])
    live = start([*PROGRAM, "--restricted", "--live", str(tmp_path)])
    (tmp_path / "a.yaml").write_text(WHOLE.replace("together", "apart"))
    live.wait_for("Lifts apart")
    live.wait_for("1 item is different")
    (tmp_path / "a.yaml").write_text("article: secret")
    live.wait_for("1 file not read")
    assert "secret" not in live.text()
    assert "a.yaml" not in live.text()
    still.press(b"R")
    assert "For guests the articles are not read again." in still.text()
    assert "Lifts together" in still.text()
