"""Bad input: one clear line, an exit code, no stack trace, nothing half-written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from innograph import samples

from .conftest import Run

PNG = b"\x89PNG\r\n\x1a\n" + bytes(200)


def assert_one_line(err: str) -> None:
    lines = [line for line in err.splitlines() if line]
    assert len(lines) == 1, err
    assert lines[0].startswith("innograph: ")
    assert "Traceback" not in err


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.txt", None), ("empty.txt", b""), ("picture.png", PNG), ("picture.txt", PNG)],
)
def test_an_unreadable_file_is_named(run: Run, tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    done = run("build", name)
    assert done.code == 3
    assert_one_line(done.err)
    assert name in done.err
    assert not (tmp_path / "kg").exists()


def test_a_folder_without_bulletins(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "a.png").write_bytes(PNG)
    done = run("build", "photos")
    assert done.code == 3
    assert_one_line(done.err)
    assert "photos" in done.err
    assert not (tmp_path / "kg").exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_workspace_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    done = run("-w", closed / "kg", "build", samples.bulletin())
    assert done.code == 4
    assert_one_line(done.err)


def test_a_workspace_below_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("-w", tmp_path / "file", "build", samples.bulletin())
    assert done.code == 4
    assert_one_line(done.err)
    done = run("-w", tmp_path / "file" / "kg", "build", samples.bulletin())
    assert done.code == 4
    assert_one_line(done.err)


def test_a_good_file_beside_a_bad_one_is_loaded(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bad.png").write_bytes(PNG)
    done = run("--quiet", "build", "bad.png", samples.bulletin())
    assert done.code == 3
    assert_one_line(done.err)
    assert "bad.png" in done.err
    assert len(list((tmp_path / "kg" / "facts").glob("*.jsonl"))) == 1


def test_no_workspace(run: Run) -> None:
    done = run("info")
    assert done.code == 4
    assert_one_line(done.err)
    assert "build" in done.err


def test_an_unknown_setting(run: Run, small: Path) -> None:
    (small / "kg" / "innograph.toml").write_text("colour = 1\n")
    done = run("info")
    assert done.code == 4
    assert_one_line(done.err)
    assert "colour" in done.err


def test_a_password_in_the_settings_is_refused_and_not_repeated(run: Run, small: Path) -> None:
    (small / "kg" / "innograph.toml").write_text(
        '[targets.t]\naddress = "bolt://localhost:1"\npassword = "hunter2"\n'
    )
    done = run("load", "--to", "t")
    assert done.code == 4
    assert_one_line(done.err)
    assert "hunter2" not in done.err


def test_no_server(run: Run, small: Path) -> None:
    done = run("load", "--to", "bolt://127.0.0.1:9", NEO4J_USER="u", NEO4J_PASSWORD="hunter2")
    assert done.code == 5
    assert_one_line(done.err)
    assert "hunter2" not in done.err


def test_wrong_usage(run: Run) -> None:
    assert run("nonsense").code == 2
    assert run("export").code == 2
