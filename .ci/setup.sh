#!/bin/sh
# Makes .venv ready, and says what to do where it cannot.
#
#   .ci/setup.sh           what every target needs: Python, the packages, Qt without a screen
#   .ci/setup.sh --window  also what a window needs, where a screen is announced
#
# Quick when nothing changed: a stamp inside .venv holds what it was made for. PYTHON=… chooses the interpreter.
set -u
cd "$(dirname "$0")/.." || exit 1

VENV=.venv
RUN="$VENV/bin/python"
STAMP="$VENV/penholder-setup"

# Found by asking a minimal Debian 12 what was missing; Ubuntu and Debian 13 take the same names.
QT_PACKAGES="libgl1 libegl1 libglib2.0-0 libfontconfig1 libdbus-1-3 libxkbcommon0"
WINDOW_PACKAGES="libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxcb-render-util0 \
libxcb-image0 libxkbcommon-x11-0 libwayland-client0 libwayland-cursor0 libwayland-egl1"
FONT_PACKAGES="fonts-liberation"

say() { printf 'penholder: %s\n' "$*" >&2; }

die() {
    say "$@"
    exit 1
}

# Python 3.11 or newer, older than 3.15 (the last for which the Qt we use is built).
fits() {
    "$1" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:+"$PYTHON"} python3 python3.14 python3.13 python3.12 python3.11; do
        if fits "$name"; then
            printf '%s\n' "$name"
            return
        fi
        if [ "$name" = "${PYTHON:-}" ]; then
            die "PYTHON=$PYTHON is not a Python from 3.11 to 3.14 that runs here."
        fi
    done
    say "Python 3.11 to 3.14 is needed and none was found (tried python3, python3.14 … python3.11)."
    say "On Debian 12 or Ubuntu 24.04 and newer:  sudo apt-get install python3 python3-venv python3-pip"
    say "Elsewhere: install one, then  make PYTHON=/path/to/python3 …"
    exit 1
}

make_venv() {
    python=$(find_python) || exit 1
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        say "Python $version is here, but without its venv module, which keeps Penholder's packages apart."
        die "On Debian or Ubuntu:  sudo apt-get install python$version-venv"
    fi
    say "making $VENV with $("$python" -V 2>&1)"
    # --clear: what stands there does not run (its Python was removed, or it was never finished).
    "$python" -m venv --clear "$VENV" </dev/null || die "the virtual environment could not be made; see above."
}

# Warnings of the build are for whoever packages, not for whoever wants to run.
pip_install() {
    PYTHONWARNINGS=ignore "$RUN" -m pip install --quiet --disable-pip-version-check --no-input "$@" </dev/null
}

install_project() {
    say "installing the project and its tools into $VENV"
    # Dependency groups came with pip 25.1; Debian's pip is older.
    pip_install "pip>=25.1" && pip_install --group test --group check --editable . ||
        die "the packages could not be installed; see above (is there a network?). Run the command again to continue."
}

# What .venv was made for: this pyproject.toml, in this folder, by this script.
wanted() {
    pwd -P
    cat pyproject.toml .ci/setup.sh | cksum
}

qt_starts() {
    QT_QPA_PLATFORM=offscreen "$RUN" -c 'import sys
from PySide6 import QtGui, QtWidgets
application = QtGui.QGuiApplication([])
sys.exit(None if QtGui.QFontDatabase.families() else "there is no font to write with")'
}

# The plugins for X and Wayland bring libraries of their own; loading one tells whether all are here, without
# starting Qt, which would abort. One of those whose screen is announced is enough.
window_starts() {
    "$RUN" -c 'import ctypes, os, pathlib, sys, PySide6
plugins = pathlib.Path(PySide6.__file__).parent / "Qt/plugins/platforms"
announced = {"DISPLAY": "libqxcb.so", "WAYLAND_DISPLAY": "libqwayland.so"}
wanted = [plugins / name for variable, name in announced.items() if os.environ.get(variable)]
problems = []
for plugin in wanted:
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        problems.append(str(error))
sys.exit("; ".join(problems) if wanted and len(problems) == len(wanted) else None)'
}

# need CHECK PACKAGES…: run CHECK; when it fails, bring the packages or say how.
need() {
    check=$1
    shift
    problem=$("$check" 2>&1 </dev/null) && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "Qt's system libraries are not all here; installing them with apt-get (up to 300 MB, a minute or two)"
        export DEBIAN_FRONTEND=noninteractive
        # The package lists may be missing or old: a failed update is only a problem when the install fails.
        apt-get update -qq </dev/null >/dev/null || say "apt-get update failed; trying with the lists that are here"
        # shellcheck disable=SC2086  # a list of words
        apt-get install -y -qq --no-install-recommends $* </dev/null >/dev/null || die "apt-get could not install: $*"
        problem=$("$check" 2>&1 </dev/null) && return
    fi
    printf '%s\n' "$problem" | tail -n 1 >&2
    if command -v apt-get >/dev/null 2>&1; then
        say "Qt's system libraries are not all here. Install them, then run this again:"
        printf '  %s\n' "sudo apt-get update && sudo apt-get install -y --no-install-recommends $*" >&2
    else
        say "Qt's system libraries are not all here. On Debian and Ubuntu they are:  $*"
    fi
    exit 1
}

if ! fits "$RUN" || ! "$RUN" -m pip --version >/dev/null 2>&1; then
    make_venv
fi
if [ "$(cat "$STAMP" 2>/dev/null)" != "$(wanted)" ]; then
    install_project
    rm -f "$STAMP" "$STAMP-qt" "$STAMP-window"
    wanted >"$STAMP"
fi
if [ "$(uname -s)" = Linux ]; then
    if [ ! -e "$STAMP-qt" ]; then
        need qt_starts $QT_PACKAGES $FONT_PACKAGES
        : >"$STAMP-qt"
    fi
    if [ "${1:-}" = --window ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && [ ! -e "$STAMP-window" ]; then
        need window_starts $QT_PACKAGES $WINDOW_PACKAGES $FONT_PACKAGES
        : >"$STAMP-window"
    fi
fi
