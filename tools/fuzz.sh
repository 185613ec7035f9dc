#!/bin/sh
# Feeds the charter reader what nobody would write: fuzz.sh [SECONDS]
#
# Anything but a charter or a `CharterError` with its reasons is a bug; so is an input
# that takes longer than ten seconds or more than a gigabyte.
set -eu
cd "$(dirname "$0")/.."

seconds=${1:-120}
venv=build/fuzz-environment
python=$venv/bin/python

if ! "$python" -c "import atheris" 2>/dev/null; then
    mkdir -p build
    .venv/bin/python -m venv --clear "$venv"
    if ! "$python" -m pip --disable-pip-version-check --quiet install \
        --require-hashes -r requirements/fuzz.txt
    then
        echo "Fuzzing is left out: atheris cannot be installed on this machine." >&2
        exit 0
    fi
fi

# New inputs go into the first folder, which is kept from run to run.
mkdir -p build/fuzz-corpus
PYTHONPATH=src "$python" tools/fuzz_charter.py \
    -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 -max_len=20000 \
    -verbosity=0 -print_final_stats=1 -artifact_prefix=build/ \
    build/fuzz-corpus src/quorate/library/charters
