#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Does the main jobs in the real window with keys alone, as who uses no mouse and hears the screen.

Usage: keyboardonly.py MODELSCRIBE MODELSCRIBE-CLI

Keys come from the X server (xdotool) and where the focus is, what it is called and what it holds from
the accessibility bus, never from within the program. What came of it is read back by the command
line. Prints one line a job; ends with 0 if all held, 77 where a program it needs is missing.
"""
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-run-session", "xdpyinfo")
PATIENCE = 8  # seconds


def missing():
    absent = [name for name in NEEDED if not shutil.which(name)]
    try:
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # noqa: F401
    except (ImportError, ValueError):
        absent.append("gi.repository.Atspi")
    return absent


class Trouble(Exception):
    pass


class Screen:
    """A screen with a window manager, and the program on it with a registry of its own."""

    def __init__(self, program, cli, folder):
        self.program, self.cli, self.folder = program, cli, folder
        self.registry = os.path.join(folder, "local.db")
        self.children = []
        self.env = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder + "/config",
                        XDG_DATA_HOME=folder + "/data", XDG_STATE_HOME=folder + "/state",
                        XDG_CACHE_HOME=folder + "/cache", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                        QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        read, write = os.pipe()
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp",
                   pass_fds=(write,))
        os.close(write)
        self.env["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        os.environ["DISPLAY"] = self.env["DISPLAY"]
        self.until(lambda: subprocess.run(["xdpyinfo"], env=self.env, capture_output=True).returncode == 0,
                   "a screen")
        self.start("openbox")

    def start(self, *command, **options):
        child = subprocess.Popen(command, env=self.env, stdout=subprocess.DEVNULL,
                                 stderr=subprocess.DEVNULL, **options)
        self.children.append(child)
        return child

    def open_window(self):
        return self.start(self.program, "--local", self.registry)

    def call(self, *arguments, text=None):
        done = subprocess.run([self.cli, "--local", self.registry, "--output", "json", *arguments],
                              env=self.env, input=text, capture_output=True, text=True)
        if done.returncode:
            raise Trouble(f"{arguments}: {done.stderr}")
        return json.loads(done.stdout) if done.stdout.strip() else None

    def end(self):
        for child in reversed(self.children):
            child.send_signal(signal.SIGTERM)
        for child in reversed(self.children):
            try:
                child.wait(10)
            except subprocess.TimeoutExpired:
                child.kill()

    @staticmethod
    def until(holds, what):
        ending = time.monotonic() + PATIENCE
        while time.monotonic() < ending:
            if holds():
                return
            time.sleep(0.05)
        raise Trouble(f"no {what} within {PATIENCE} s")


class Focus:
    """What has the focus, as the accessibility bus tells it."""

    def __init__(self):
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self.atspi, self.main = Atspi, GLib.MainContext.default()
        Atspi.init()
        self.at = None
        self.unnamed = []
        self.seen = 0
        self.listener = Atspi.EventListener.new(self.take)
        self.listener.register("object:state-changed:focused")

    def take(self, event):
        try:
            around = event.source.get_parent()
            # Tables tell of their current cell also while the focus is elsewhere.
            at = around if event.source.get_role_name() == "table cell" else event.source
            if not event.detail1 or not at.get_state_set().contains(self.atspi.StateType.FOCUSED):
                return
            self.at = event.source
            self.seen += 1
            if not self.name() and self.role() not in ("frame", "dialog", "application"):
                self.unnamed.append(f"{self.role()} in {around.get_role_name()} '{around.get_name()}'")
        except Exception:  # it is gone
            return

    def pump(self, seconds=0.12):
        ending = time.monotonic() + seconds
        while time.monotonic() < ending:
            if not self.main.iteration(False):
                time.sleep(0.005)

    def asked(self, question):
        try:
            return question(self.at) if self.at else None
        except Exception:  # it is gone
            return None

    def name(self):
        return self.asked(lambda at: at.get_name()) or ""

    def role(self):
        return self.asked(lambda at: at.get_role_name()) or ""

    def text(self):
        return self.asked(lambda at: self.atspi.Text.get_text(
            at, 0, self.atspi.Text.get_character_count(at))) or ""

    def __str__(self):
        return f"{self.role()} '{self.name()}'"

    def windows(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application and (application.get_name() or "").lower() == "modelscribe":
                for child in range(application.get_child_count()):
                    window = application.get_child_at_index(child)
                    if window:
                        yield window.get_name()


class Person:
    def __init__(self, screen, focus):
        self.screen, self.focus = screen, focus
        self.keys = 0

    def press(self, *keys):
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], env=self.screen.env, check=True)
            self.keys += 1
            self.focus.pump()

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "15", text], env=self.screen.env, check=True)
        self.keys += len(text)
        self.focus.pump()

    def wait_for(self, holds, what):
        ending = time.monotonic() + PATIENCE
        while time.monotonic() < ending:
            self.focus.pump(0.05)
            if holds():
                return
        raise Trouble(f"no {what}; the focus is on {self.focus}")

    def go(self, key, isThere, what, most=24):
        """Presses one key until the focus is there."""
        way = []
        for _ in range(most):
            if isThere():
                return
            self.press(key)
            way.append(str(self.focus))
        if not isThere():
            raise Trouble(f"{key} does not lead to {what}: " + " → ".join(way))

    def is_on(self, name, role=None):
        return self.focus.name() == name and role in (None, self.focus.role())

    def choose_tab(self, beginning):
        self.go("shift+Tab", lambda: "page tab" in self.focus.role(), "the tabs")
        self.go("Right", lambda: self.focus.name().startswith(beginning), f"the tab {beginning}", 6)

    def save(self, isSaved):
        """Reviews and agrees; the review's buttons are named by their keys."""
        before = str(self.focus)
        self.press("ctrl+s")
        self.wait_for(lambda: str(self.focus) != before, "review")
        self.focus.pump(0.5)
        self.press("ctrl+Return")
        self.wait_for(isSaved, "saved model")


def new_model_with_three_labels(person):
    person.press("ctrl+n")
    person.wait_for(lambda: person.is_on("Name"), "focus on the name of a new model")
    person.write("harbour")
    person.choose_tab("Labels")
    person.go("Tab", lambda: person.is_on("Add label"), "Add label")
    person.press("space")
    for key, value, onwards in (("lang", "zh", "Tab"), ("owner", "me", "Return"), ("stage", "prod", "Tab")):
        person.write(key)
        person.press(onwards)
        person.write(value)
        person.press(onwards)
    named = lambda: [each for each in person.screen.call("list")["Models"] if each["ModelName"] == "harbour"]
    person.save(lambda: len(named()) == 1)
    labels = {each["Key"]: each["Value"] for each in person.screen.call("get", named()[0]["ModelId"])["Labels"]}
    if labels != {"lang": "zh", "owner": "me", "stage": "prod"}:
        raise Trouble(f"the registry holds {labels}")


def tree_value(person, model):
    person.press("ctrl+f")
    person.wait_for(lambda: "earch" in person.focus.name(), "focus on the search")
    person.write("keyboard-tree")
    person.press("Down")
    person.wait_for(lambda: person.focus.role() in ("table", "table cell"), "focus on the list")
    person.press("Return", "F6")
    person.wait_for(lambda: person.focus.role() not in ("table", "table cell"), "focus in the editor")
    person.choose_tab("ExtraInfo")
    person.go("Tab", lambda: person.focus.name() in ("Form", "Text", "Tree"), "the faces")
    person.go("Right", lambda: person.is_on("Tree"), "the button Tree", 3)
    person.go("Tab", lambda: person.focus.role() in ("tree table", "table cell", "tree item", "tree", "table"),
              "the tree")
    person.press("Home", "Down", "Return")
    person.wait_for(lambda: person.focus.role() == "text", "editor of the value")
    person.press("ctrl+a")
    person.write("0.25")
    person.press("Return")
    held = lambda: person.screen.call("get", model)["ExtraInfo"]
    person.save(lambda: held() != {"name": "bert", "rate": 0.5, "rest": [1, 2]})
    if held() != {"name": "bert", "rate": 0.25, "rest": [1, 2]}:
        raise Trouble(f"the registry holds {held()}")


def main():
    program, cli = (os.path.abspath(argument) for argument in sys.argv[1:3])
    absent = missing()
    if absent:
        print("Not here:", ", ".join(absent))
        return 77
    if "KEYBOARDONLY_BUS" not in os.environ:
        os.environ["KEYBOARDONLY_BUS"] = "1"
        os.environ.pop("DISPLAY", None)
        os.execvp("dbus-run-session", ["dbus-run-session", "--", sys.executable, *sys.argv])
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o700)
        os.environ["XDG_RUNTIME_DIR"] = folder
        screen = Screen(program, cli, folder)
        try:
            model = screen.call("create", "--set", "ModelName=keyboard-tree", "--extra-info", "-",
                                text='{"name": "bert", "rate": 0.5, "rest": [1, 2]}')["ModelId"]
            focus = Focus()
            screen.open_window()
            person = Person(screen, focus)
            person.wait_for(lambda: any(focus.windows()), "window of the program")
            focus.pump(1.0)
            for job, name in ((lambda: new_model_with_three_labels(person), "a new model with three labels"),
                              (lambda: tree_value(person, model), "a value in the tree")):
                before = person.keys
                try:
                    job()
                    print(f"{name}: done with {person.keys - before} keys")
                except Trouble as trouble:
                    failed += 1
                    print(f"{name}: {trouble}")
                    if folder_of_pictures := os.environ.get("MODELSCRIBE_REPORT_DIR"):
                        subprocess.run(["import", "-window", "root",
                                        f"{folder_of_pictures}/{failed}.png"], env=screen.env)
            print(f"{focus.seen} places had the focus, {len(focus.unnamed)} of them without a name",
                  "; ".join(sorted(set(focus.unnamed))))
            failed += bool(focus.unnamed)
        finally:
            screen.end()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
