#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the main jobs in the real window with keys alone, as who uses no mouse and hears the screen.

Usage: run.py MODELSCRIBE MODELSCRIBE-CLI [--scale FACTOR] [--contrast] [JOB...]

Keys come from the X server (xdotool) and where the focus is, what it is called and what it holds from
the accessibility bus, never from within the program. At each step something has the focus and is on the
screen; where the focus moves on, what had it must look otherwise than before. What came of it all is read
back by the command line. Prints one line a job; ends with 0 if all held, 77 where a program it needs is
missing. --scale enlarges all as on a screen with more pixels, --contrast has the system ask for black and
white.
"""
import argparse
import os
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # nothing is left beside the sources

import jobs
from hearing import Hearing
from person import Person
from screen import Screen, Trouble, missing


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=os.path.abspath)
    parser.add_argument("cli", type=os.path.abspath)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--contrast", action="store_true")
    parser.add_argument("jobs", nargs="*")
    return parser.parse_intermixed_args()


def on_a_bus_of_its_own():
    """Begins anew on it. What belongs to a session is in a folder of its own as well."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        env = dict(os.environ, KEYBOARDONLY_FOLDER=folder, XDG_RUNTIME_DIR=folder, HOME=folder)
        env.pop("DISPLAY", None)
        return subprocess.run(["dbus-run-session", "--", sys.executable, *sys.argv], env=env).returncode


def picture(screen, name):
    if folder := os.environ.get("MODELSCRIBE_REPORT_DIR"):
        subprocess.run(["import", "-window", "root", f"{folder}/{name.replace(' ', '-')}.png"],
                       env=screen.env)


def play(person, model, wanted):
    failed = 0
    for name, job in jobs.all_of(person, model):
        if wanted and name not in wanted:
            continue
        keys, began, faults = person.keys, time.monotonic(), len(person.faults)
        try:
            job()
            came_of_it = "done"
        except Trouble as trouble:
            failed += 1
            came_of_it = f"{trouble}\n    the way: " + " → ".join(person.way[-14:]) + "\n   "
            picture(person.screen, name)
        print(f"{name}: {came_of_it}, {person.keys - keys} keys, {time.monotonic() - began:.1f} s", flush=True)
        for fault in person.faults[faults:]:
            print("   ", fault)
    return failed


def main():
    given = arguments()
    absent = missing()
    if absent:
        print("Not here:", ", ".join(absent))
        return 77
    if "KEYBOARDONLY_FOLDER" not in os.environ:
        return on_a_bus_of_its_own()
    screen = Screen(given.program, given.cli, os.environ["KEYBOARDONLY_FOLDER"], given.scale, given.contrast)
    try:
        model = jobs.prepare(screen)
        hearing = Hearing()
        screen.open_window()
        person = Person(screen, hearing)
        person.wait_for(lambda: any(hearing.windows()), "window of the program")
        hearing.pump(1.0)
        failed = play(person, model, given.jobs)
        print(f"{hearing.seen} places had the focus, {len(hearing.unnamed)} of them without a name",
              "; ".join(sorted(set(hearing.unnamed))))
        print("the focus could be seen on:",
              ", ".join(f"{count} × {role}" for role, count in sorted(person.looked_at.items())))
        return 1 if failed or hearing.unnamed or person.faults else 0
    finally:
        screen.end()


if __name__ == "__main__":
    sys.exit(main())
