# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen of its own with a window manager, the program on it, and what is seen there."""
import json
import os
import shutil
import signal
import struct
import subprocess
import time

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-run-session", "xdpyinfo")
PATIENCE = 10  # seconds

# What a person with KDE chooses there; Qt reads it without a plugin.
HIGH_CONTRAST = """[Colors:Window]
BackgroundNormal=0,0,0
ForegroundNormal=255,255,255
[Colors:View]
BackgroundNormal=0,0,0
ForegroundNormal=255,255,255
[Colors:Button]
BackgroundNormal=0,0,0
ForegroundNormal=255,255,255
[Colors:Selection]
BackgroundNormal=26,235,255
ForegroundNormal=0,0,0
[Colors:Tooltip]
BackgroundNormal=0,0,0
ForegroundNormal=255,255,255
"""


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
    """The program has a local registry of its own here, and a home with nothing in it."""

    def __init__(self, program, cli, folder, scale=1.0, contrast=False):
        self.program, self.cli, self.folder, self.scale = program, cli, folder, scale
        self.contrast = contrast
        self.registry = os.path.join(folder, "local.db")
        self.children = []
        self.env = dict(os.environ, HOME=folder, XDG_CONFIG_HOME=folder + "/config",
                        XDG_DATA_HOME=folder + "/data", XDG_STATE_HOME=folder + "/state",
                        XDG_CACHE_HOME=folder + "/cache", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
                        QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8", QT_SCALE_FACTOR=str(scale))
        if contrast:
            self.env.update(XDG_CURRENT_DESKTOP="KDE", KDE_FULL_SESSION="true", KDE_SESSION_VERSION="5")
            os.makedirs(folder + "/config")
            with open(folder + "/config/kdeglobals", "w", encoding="ascii") as file:
                file.write(HIGH_CONTRAST)
        read, write = os.pipe()
        size = f"{int(1280 * scale)}x{int(800 * scale)}x24"
        self.start("Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp",
                   "-fbdir", folder, pass_fds=(write,))
        os.close(write)
        self.env["DISPLAY"] = ":" + os.read(read, 16).decode().strip()
        os.environ["DISPLAY"] = self.env["DISPLAY"]
        self.until(lambda: subprocess.run(["xdpyinfo"], env=self.env, capture_output=True).returncode == 0,
                   "a screen")
        self.start("openbox")

    def start(self, *command, **options):
        options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "env": self.env, **options}
        child = subprocess.Popen(command, **options)
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

    def pixels(self, x, y, width, height):
        """The part of the screen, as rows of 4 bytes a pixel (the last one means nothing).

        The places are those that the program tells of, which knows nothing of the scale."""
        with open(self.folder + "/Xvfb_screen0", "rb") as file:  # an X window dump
            head = struct.unpack(">25I", file.read(100))
            start, columns, rows, stride, colours = head[0], head[4], head[5], head[12], head[19]
            left, top = max(0, round(x * self.scale)), max(0, round(y * self.scale))
            right = min(columns, round((x + width) * self.scale))
            bottom = min(rows, round((y + height) * self.scale))
            found = []
            for row in range(top, bottom):
                file.seek(start + colours * 12 + row * stride + left * 4)
                found.append(file.read(max(0, right - left) * 4))
            return found

    @staticmethod
    def until(holds, what):
        ending = time.monotonic() + PATIENCE
        while time.monotonic() < ending:
            if holds():
                return
            time.sleep(0.05)
        raise Trouble(f"no {what} within {PATIENCE} s")


def differing(some, others):
    """How many pixels of the one are not those of the other."""
    return sum(1 for a, b in zip(some, others) if a != b
               for i in range(0, min(len(a), len(b)), 4) if a[i:i + 3] != b[i:i + 3])
