#!/bin/sh
# Writes the locks in requirements/. Needs uv.
#
# uv's own lock file would record the host that each file came from, and with it
# whatever mirror this machine happens to use; docs/decisions/0005 says more.
set -eu
cd "$(dirname "$0")/.."

command -v uv >/dev/null 2>&1 || {
    echo "Locking needs uv: install it with your package manager or 'pip install uv'." >&2
    exit 1
}

lock() {
    set_name=$1
    shift
    uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
        --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-annotate --no-header "$@" --output-file "requirements/$set_name.txt"
}

# The widest set first: the narrower ones then agree with it.
lock dev --extra dev --extra sign "$@"
lock test --extra test --constraint requirements/dev.txt
lock run --constraint requirements/dev.txt
lock benchmarks --extra benchmarks --constraint requirements/dev.txt
lock fuzz --extra fuzz --constraint requirements/dev.txt

if grep -n -E '://|^ *(-e|file:|/)' requirements/*.txt; then
    echo "The lines above name a host or a path; the locks must not." >&2
    exit 1
fi
