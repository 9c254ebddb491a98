"""`pip install .` gives the command with everything it needs."""

from __future__ import annotations

import subprocess
import sys
import zipfile

from support.paths import RESOURCES, ROOT

SMALL = ("--size", "320x192", "--frames", "5")
WHEEL = "from hatchling.build import build_wheel; import sys; build_wheel(sys.argv[1])"


def test_the_wheel_carries_every_resource_and_runs_from_anywhere(tmp_path):
    subprocess.run([sys.executable, "-c", WHEEL, str(tmp_path)], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        inside = {name.removeprefix("desktop_app/") for name in archive.namelist()}
        archive.extractall(tmp_path / "installed")
        entry_points = next(n for n in archive.namelist() if n.endswith("entry_points.txt"))
        assert "heatsketch = desktop_app.composition:main" in archive.read(entry_points).decode()
    wanted = {
        f"resources/{path.relative_to(RESOURCES).as_posix()}"
        for path in RESOURCES.rglob("*")
        if path.is_file()
    }
    assert wanted
    assert wanted <= inside
    program = "import sys; from desktop_app.composition import main; sys.exit(main(sys.argv[1:]))"
    result = subprocess.run(
        [sys.executable, "-P", "-c", program, "generate", "一根铜棒左端加热", "-o", "out.mp4", *SMALL],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed"), "HEATSKETCH_DATA": str(tmp_path / "data")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "out.mp4").stat().st_size > 1000
    where = subprocess.run(
        [sys.executable, "-P", "-c", "from desktop_app.composition import resources; print(resources())"],
        env={"PYTHONPATH": str(tmp_path / "installed")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert where.stdout.strip() == str(tmp_path / "installed" / "desktop_app" / "resources")
