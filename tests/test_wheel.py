"""The built wheel."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, cwd=folder)
    return next(folder.glob("*.whl"))


def test_wheel_holds_the_data_and_nothing_of_the_workshop(wheel):
    """All of data/ is in the wheel, with the typing marker and the licence; tests, data-raw and seeds are not."""
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        f"arcorpus/data/{p.relative_to(ROOT / 'data').as_posix()}" for p in (ROOT / "data").rglob("*") if p.is_file()
    }
    assert data <= names
    assert "arcorpus/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.split("/")[0].split("-")[0] for name in names} == {"arcorpus"}


def test_installed_wheel_works_from_another_folder(wheel, tmp_path):
    """Installed without the checkout, from another folder, the command reads a page with the wheel's own data."""
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(site)]
    subprocess.run([*install, str(wheel)], check=True)
    (tmp_path / "page.txt").write_text(
        "افتتاح مصنع جديد في عمان\n\nقال وزير الصناعة إن المصنع كلف 5 ملايين دولار وسيفتح أبوابه قريبا.\n",
        encoding="utf-8",
    )
    env = {**os.environ, "PYTHONPATH": str(site)}
    code = "import arcorpus, sys; print(arcorpus.__file__, file=sys.stderr); from arcorpus.cli import main; main()"
    command = [sys.executable, "-c", code, "analyze", "page.txt"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, check=True)
    assert str(site) in done.stderr.decode()
    report = json.loads(done.stdout.decode("utf-8"))
    assert report["articles"][0]["title"] == "افتتاح مصنع جديد في عمان"
    assert [m["value"] for m in report["mentions"] if m["type"] == "MONEY"] == ["5000000 USD"]
