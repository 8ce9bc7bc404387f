"""Settings: the file, the environment over it, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from innograph.errors import SettingsError
from innograph.settings import Settings, load


def write(folder: Path, text: str) -> Path:
    (folder / "innograph.toml").write_text(text, encoding="utf-8")
    return folder


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load(tmp_path, {}) == Settings()


def test_the_environment_comes_first(tmp_path: Path) -> None:
    write(tmp_path, "jobs = 2\nquery_limit = 5\n")
    assert load(tmp_path, {"INNOGRAPH_JOBS": "3"}).jobs == 3
    assert load(tmp_path, {"INNOGRAPH_JOBS": "3"}).query_limit == 5


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("jobs = 0", "greater than 0"),
        ("jobs = true", "jobs"),
        ('base = "not an iri"', "IRI"),
        ('base = "http://example.org/kg"', "must end in"),
        ("tagger = 3", "true or false"),
        ("colour = 1", "unknown key"),
        ("jobs = ", "cannot be read"),
        ('[targets.a]\naddress = "ftp://x"', "address"),
        ('[targets.a]\naddress = "bolt://x"\nport = "1"', "unknown key"),
        ('[targets.a]\naddress = "bolt://x"\npassword = "p"', "password_env"),
        ("targets = 1", "table"),
    ],
)
def test_what_is_refused_says_why(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        load(write(tmp_path, text), {})


def test_a_target_by_name_or_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = load(write(tmp_path, '[targets.office]\naddress = "neo4j://db:7687"\npassword_env = "P"\n'), {})
    assert settings.target("office").language == "cypher"
    assert settings.target("https://db/sparql").language == "sparql"
    monkeypatch.delenv("P", raising=False)
    with pytest.raises(SettingsError, match="not set"):
        settings.target("office").password()
    monkeypatch.setenv("P", "secret")
    assert settings.target("office").password() == "secret"


@pytest.mark.parametrize("address", ["nowhere", "bolt://user:pw@host", "file:///x"])
def test_no_such_target(address: str) -> None:
    with pytest.raises(SettingsError) as error:
        Settings().target(address)
    assert "pw" not in str(error.value)
