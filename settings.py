"""Settings of a workspace: `innograph.toml`, overruled by environment variables.

```toml
base = "https://example.org/kg/"     # where the IRIs of the graph live
jobs = 2                             # processes that read bulletins
tagger = true                        # the tagger's second opinion
query_timeout = 30                   # seconds
query_limit = 10000                  # rows

[targets.office]
address = "neo4j://localhost:7687"   # or an http(s) SPARQL address
user = "neo4j"
password_env = "OFFICE_PASSWORD"     # the NAME of the variable that holds the password
database = "neo4j"
```

A key `x` is overruled by `INNOGRAPH_X`. A password never stands in the file.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from .errors import SettingsError

FILE = "innograph.toml"
CYPHER_SCHEMES = frozenset({"neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc"})
SPARQL_SCHEMES = frozenset({"http", "https"})


@dataclass(frozen=True, slots=True)
class Target:
    """A server that the graph can be loaded to and asked at."""

    name: str
    address: str
    user: str | None = None
    password_env: str | None = None
    database: str | None = None
    update_address: str | None = None
    graph_store_address: str | None = None

    @property
    def language(self) -> str:
        """`cypher` or `sparql`, from the address's scheme."""
        return "cypher" if urlsplit(self.address).scheme in CYPHER_SCHEMES else "sparql"

    def password(self) -> str | None:
        """The password out of its environment variable, or None where none is named.

        Raises `SettingsError` where the variable is named but not set.
        """
        if self.password_env is None:
            return None
        value = os.environ.get(self.password_env)
        if value is None:
            raise SettingsError(
                f"the environment variable {self.password_env} is not set",
                where=f"target {self.name}",
                hint=f"export {self.password_env} before you run this",
            )
        return value


@dataclass(frozen=True, slots=True)
class Settings:
    """What a workspace may be told. Defaults stand here."""

    base: str = "https://w3id.org/innograph/id/"
    jobs: int = 1
    tagger: bool = True
    query_timeout: float = 30.0
    query_limit: int = 10_000
    targets: Mapping[str, Target] = field(default_factory=dict)

    def target(self, name_or_address: str) -> Target:
        """The target of that name, or one made from an address.

        A bare address takes user and password from `NEO4J_USER`/`NEO4J_PASSWORD` or
        `SPARQL_USER`/`SPARQL_PASSWORD`. Raises `SettingsError` for neither.
        """
        if name_or_address in self.targets:
            return self.targets[name_or_address]
        scheme = urlsplit(name_or_address).scheme
        if scheme in CYPHER_SCHEMES | SPARQL_SCHEMES and "://" in name_or_address:
            if "@" in urlsplit(name_or_address).netloc:
                raise SettingsError(
                    "an address must not hold a user or password",
                    where="target",
                    hint="set them in the environment, or name a target in innograph.toml",
                )
            prefix = "NEO4J" if scheme in CYPHER_SCHEMES else "SPARQL"
            password_env = f"{prefix}_PASSWORD"
            return Target(
                name_or_address,
                name_or_address,
                os.environ.get(f"{prefix}_USER") or None,
                password_env if password_env in os.environ else None,
                os.environ.get("NEO4J_DATABASE") or None if prefix == "NEO4J" else None,
            )
        known = "、".join(sorted(self.targets)) or "none"
        raise SettingsError(
            f"no target “{name_or_address}” (known: {known})",
            where=FILE,
            hint="add [targets.NAME] with an address, or give a neo4j:// or http:// address",
        )


def load(folder: Path, environment: Mapping[str, str] | None = None) -> Settings:
    """Read a workspace's settings. A missing file gives the defaults.

    Raises `SettingsError` for text that is no TOML, an unknown key, or a value of the wrong kind.
    """
    environment = os.environ if environment is None else environment
    path = folder / FILE
    raw: dict[str, Any] = {}
    if path.is_file():
        try:
            raw = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
            raise SettingsError(f"cannot be read: {error}", where=str(path)) from error
    targets = {
        name: _target(name, table, path) for name, table in _table(raw.pop("targets", {}), path).items()
    }
    values: dict[str, Any] = {"targets": targets}
    known = {f.name: f for f in fields(Settings) if f.name != "targets"}
    for key, value in raw.items():
        if key not in known:
            raise SettingsError(
                f"unknown key “{key}”", where=str(path), hint="known keys: " + ", ".join(known)
            )
        values[key] = _value(key, value, str(path))
    for key in known:
        variable = f"INNOGRAPH_{key.upper()}"
        if variable in environment:
            values[key] = _value(key, environment[variable], variable)
    return Settings(**values)


TEMPLATE = """\
# Settings of this innograph workspace. All are optional; see docs/settings.md.
# base = "https://example.org/kg/"
# jobs = 2
# tagger = true
# query_timeout = 30
# query_limit = 10000

# [targets.office]
# address = "neo4j://localhost:7687"
# user = "neo4j"
# password_env = "OFFICE_PASSWORD"
"""


def _table(raw: object, path: Path) -> dict[str, Any]:
    if not isinstance(raw, dict):
        raise SettingsError("[targets] must be a table of tables", where=str(path))
    return raw


def _target(name: str, raw: object, path: Path) -> Target:
    table = _table(raw, path)
    if "password" in table:
        raise SettingsError(
            "a password must not stand in the file",
            where=f"{path}, [targets.{name}]",
            hint='write password_env = "NAME_OF_A_VARIABLE" and export that variable',
        )
    known = {f.name for f in fields(Target)} - {"name"}
    unknown = set(table) - known
    address = table.get("address")
    scheme = urlsplit(address).scheme if isinstance(address, str) else ""
    if unknown or scheme not in CYPHER_SCHEMES | SPARQL_SCHEMES:
        wrong = "address must be a neo4j://, bolt:// or http(s):// address"
        what = f"unknown key “{min(unknown)}”" if unknown else wrong
        raise SettingsError(what, where=f"{path}, [targets.{name}]")
    bad = [key for key, value in table.items() if not isinstance(value, str)]
    if bad:
        raise SettingsError(f"“{bad[0]}” must be text", where=f"{path}, [targets.{name}]")
    return Target(name=name, **table)


def _value(key: str, raw: object, where: str) -> Any:
    try:
        match key:
            case "base":
                if not isinstance(raw, str) or urlsplit(raw).scheme not in {"http", "https", "urn"}:
                    raise ValueError("must be an http(s) or urn IRI")
                if not raw.endswith(("/", "#", ":")):
                    raise ValueError("must end in / or # or :")
                return raw
            case "tagger":
                if isinstance(raw, bool):
                    return raw
                return {"1": True, "true": True, "0": False, "false": False}[str(raw).lower()]
            case "jobs" | "query_limit":
                number = int(str(raw))
            case _:
                number = float(str(raw))  # type: ignore[assignment]
        if isinstance(raw, bool) or number <= 0:
            raise ValueError("must be greater than 0")
        return number
    except (ValueError, KeyError) as error:
        why = "must be true or false" if isinstance(error, KeyError) else str(error)
        raise SettingsError(f"{key} = {raw!r}: {why}", where=where) from error
