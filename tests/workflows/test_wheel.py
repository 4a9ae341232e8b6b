"""What people install is what was tested: the wheel, in a clean environment, without the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def test_the_wheel_makes_the_sample_without_the_checkout(tmp_path: Path) -> None:
    """The wheel brings samples, weights and templates; its dependencies come from the environment of the tests."""
    subprocess.run(
        [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "dist"), str(TOP)],
        check=True,
        capture_output=True,
    )
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    venv.create(tmp_path / "env", with_pip=False, symlinks=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", f"--python={python}", "install", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    (site,) = (tmp_path / "env" / "lib").glob("python*/site-packages")
    # A path line gives the dependencies; the editable install of the checkout is a .pth of that folder, not followed.
    (site / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    env = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data")}
    env.pop("PYTHONPATH", None)  # it may name a checkout, and this is about the wheel
    where = subprocess.run(
        [python, "-c", "import workbench; print(workbench.__file__)"],
        capture_output=True, text=True, check=True, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert str(tmp_path / "env") in where.stdout
    made = subprocess.run(
        [tmp_path / "env" / "bin" / "workbench", "demo", "--no-open"],
        capture_output=True, text=True, check=False, cwd=tmp_path, env=env,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    folder = tmp_path / "data" / "workbench" / "sample"
    assert str(folder) in made.stderr
    assert (folder / "claims.db").is_file()
    assert (folder / "index" / "manifest.json").is_file()
