import json
import os
import subprocess
import sys
from pathlib import Path

import graph_material as material
import pytest
from hypothesis import given
from hypothesis import strategies as st

from innograph.errors import InputError, WorkspaceError
from innograph.graph.ledger import Ledger, file_name
from innograph.graph.model import Bulletin, BulletinFacts, Entity


def facts(id_: str = "2024-1", name: str = "化纤联盟") -> BulletinFacts:
    return material.bulletin(id_, material.item(id_, 1, f"{name}召开会议", [Entity("e1", "Alliance", name)]))


def test_what_is_written_is_read(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path / "facts")
    ledger.write(facts("b"))
    ledger.write(facts("a"))
    assert ledger.ids() == ["a", "b"]
    assert ledger.read("a") == facts("a")
    assert [f.bulletin.id for f in ledger.all()] == ["a", "b"]


def test_writing_again_changes_nothing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(facts())
    before, stat = ledger.hash(), (tmp_path / file_name("2024-1")).stat()
    ledger.write(facts())
    assert ledger.hash() == before
    assert (tmp_path / file_name("2024-1")).stat().st_mtime_ns == stat.st_mtime_ns


def test_other_facts_need_replace(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(facts())
    with pytest.raises(WorkspaceError, match="says something else"):
        ledger.write(facts(name="木竹联盟"))
    before = ledger.hash()
    ledger.write(facts(name="木竹联盟"), replace=True)
    assert ledger.hash() != before
    assert ledger.read("2024-1").items[0].entities[0].name == "木竹联盟"


def test_removing(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    empty = ledger.hash()
    ledger.write(facts())
    assert ledger.remove("2024-1")
    assert not ledger.remove("2024-1")
    assert ledger.ids() == []
    assert ledger.hash() == empty


def test_the_hash_sees_a_file_changed_behind_its_back(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(facts())
    before, path = ledger.hash(), tmp_path / file_name("2024-1")
    stat = path.stat()
    path.write_bytes(path.read_bytes().replace("化".encode(), "木".encode()))
    os.utime(path, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert ledger.hash() != before


def test_a_bulletin_is_found_by_id_or_source(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(BulletinFacts(Bulletin("一", source_sha256="ab" * 32), ()))
    assert ledger.find("一") == ledger.find("ab" * 32)
    assert ledger.find("二") is None


def test_unknown_and_damaged_files_are_told(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    with pytest.raises(WorkspaceError, match="no bulletin “x”"):
        ledger.read("x")
    (tmp_path / "x.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(InputError, match=r"x\.jsonl"):
        ledger.read("x")
    (tmp_path / "x.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(InputError, match="not UTF-8"):
        ledger.read("x")


@pytest.mark.parametrize(
    "id_", ["CON", "nul.txt", ".hidden", "a/../../b", "a\\b", "a:b", "尾.", " x ", "名" * 200, "~", "a%2Fb"]
)
def test_any_id_makes_a_safe_file_name_and_comes_back(tmp_path: Path, id_: str) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(facts(id_))
    (path,) = tmp_path.iterdir()
    assert path.parent == tmp_path
    assert len(path.name.encode()) < 230
    assert ledger.ids() == [id_]
    assert ledger.read(id_) == facts(id_)


@given(st.lists(st.text(min_size=1, max_size=90).filter(str.strip), unique=True, max_size=12))
def test_no_two_ids_share_a_file(ids: list[str]) -> None:
    assert len({file_name(id_) for id_ in ids}) == len(ids)
    assert not any(set(file_name(id_)) & set('/\\:*?"<>|\0\n') for id_ in ids)


def test_an_empty_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="empty id"):
        Ledger(tmp_path).write(facts(" "))


def test_what_a_killed_writer_left_is_swept_and_never_read(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    left = tmp_path / f".0123456789abcdef.{gone.pid}.aside"
    left.write_text("half", encoding="utf-8")
    ledger = Ledger(tmp_path)
    assert ledger.ids() == []
    ledger.write(facts())
    assert not left.exists()
    assert ledger.ids() == ["2024-1"]


def test_a_file_of_an_older_format_is_read(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(facts())
    path = tmp_path / file_name("2024-1")
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    old = json.loads(head)
    del old["bulletin"]["format"]
    path.write_text("\n".join([json.dumps(old, ensure_ascii=False), *rows]), encoding="utf-8")
    assert ledger.read("2024-1") == facts()


FULL = """
import resource, signal, sys
from pathlib import Path
sys.path.append(sys.argv[2])
from test_ledger import facts
from innograph.errors import WorkspaceError
from innograph.graph.ledger import Ledger
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
try:
    Ledger(Path(sys.argv[1])).write(facts(name="木竹联盟"), replace=True)
except WorkspaceError as error:
    sys.exit(str(error))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on file sizes")
def test_a_full_disk_leaves_the_old_bulletin_and_nothing_else(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path)
    ledger.write(facts())
    here = str(Path(__file__).parent)
    done = subprocess.run([sys.executable, "-c", FULL, tmp_path, here], capture_output=True, text=True)
    assert "the ledger cannot be written: File too large" in done.stderr
    assert ledger.read("2024-1") == facts()
    assert [path.name for path in tmp_path.iterdir()] == [file_name("2024-1")]
