#!/bin/sh
# Makes the environment in .venv, or brings it up to date: environment.sh run|dev
#
# Does nothing while the lock and pyproject.toml are what they were. Uses uv where
# there is one, else Python's own venv and pip.
set -eu
cd "$(dirname "$0")/.."

set_name=${1:-dev}
venv=.venv
if [ "$set_name" = benchmarks ]; then
    venv=.venv-benchmarks
fi
python=$venv/bin/python

fail() {
    echo "$1" >&2
    exit 1
}

state() {
    echo "$set_name $(cat "requirements/$set_name.txt" pyproject.toml | cksum)"
}

# What is wanted is already there, or more: the development set contains the other.
if "$python" -c "" 2>/dev/null && [ -f "$venv/installed" ]; then
    if grep -q -x -F "$(state)" "$venv/installed"; then
        exit 0
    fi
    if [ "$set_name" = run ]; then
        set_name=dev
        if grep -q -x -F "$(state)" "$venv/installed"; then
            exit 0
        fi
        set_name=run
    fi
fi

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
        then
            echo "$name"
            return
        fi
    done
}

echo "Preparing the environment in $venv (once; again when the lock changes)..." >&2
if command -v uv >/dev/null 2>&1; then
    "$python" -c "" 2>/dev/null || uv venv --quiet --clear --python '>=3.11' "$venv"
    uv pip install --quiet --python "$python" --require-hashes \
        -r "requirements/$set_name.txt"
    uv pip install --quiet --python "$python" --no-deps -e .
else
    found=$(find_python)
    [ -n "$found" ] || fail "Quorate needs Python 3.11 or newer: install it (Debian: \
'apt install python3 python3-venv', macOS: 'brew install python'), or install uv."
    # A venv made by uv has no pip.
    if ! "$python" -m pip --version >/dev/null 2>&1 &&
        ! "$python" -m ensurepip >/dev/null 2>&1; then
        "$found" -m venv --clear "$venv" >/dev/null 2>&1 || fail "Python's 'venv' is \
missing: install it (Debian: 'apt install python3-venv'), or install uv."
    fi
    pip="$python -m pip --disable-pip-version-check --quiet"
    $pip install --require-hashes -r "requirements/$set_name.txt"
    $pip install --no-deps -e .
fi
state > "$venv/installed"
