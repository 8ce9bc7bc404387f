#!/bin/sh
# The tests of the embedded store on the engine's Java build, in an environment of its own.
#
#     scripts/jvm_store.sh [pytest options]
#
# The Java build brings its runtime; where both builds are installed the adapter takes the Java one.
set -eu
cd "$(dirname "$0")/.."
python="${PYTHON:-python3}"
venv=.cache/jvm-venv
[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
"$venv/bin/python" -m pip --disable-pip-version-check -q install --config-settings editable_mode=strict -e '.[dev,jvm]'
exec "$venv/bin/python" -m pytest -q -k embedded -m "not soak" tests/stores "$@"
