# SPDX-License-Identifier: GPL-3.0-or-later
"""Who has a keyboard and a screen reader only, and notes every step at which one of them fails."""
import subprocess
import time

from hearing import NAMELESS
from screen import PATIENCE, Trouble, differing

MOVES = ("Tab", "shift+Tab", "F6", "shift+F6")


class Person:
    def __init__(self, screen, hearing):
        self.screen, self.focus = screen, hearing
        self.keys = 0
        self.faults = []  # steps without a focus, or with one that cannot be seen
        self.way = []  # key and place, for who has to find out what went wrong
        self.looked_at = {}  # by role: how many had a focus that could be seen

    def press(self, *keys):
        for key in keys:
            before = self.look() if key in MOVES else None
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], env=self.screen.env, check=True)
            self.keys += 1
            self.focus.pump()
            self.check(f"after {key}")
            if before:
                self.compare(before)

    def write(self, text):
        subprocess.run(["xdotool", "type", "--delay", "12", text], env=self.screen.env, check=True)
        self.keys += len(text)
        self.focus.pump()
        self.check(f"after {text!r}")

    def put(self, text):
        """Text of any script into what has the focus, as input methods and braille displays do it."""
        editable = self.focus.atspi.EditableText
        if not editable.set_text_contents(self.focus.at, text):
            raise Trouble(f"{self.focus} takes no text")
        self.focus.pump()

    def check(self, when):
        """Something has the focus, and it is to be seen in a window."""
        self.check_focus(when)
        self.way.append(f"{when.removeprefix('after ')}: {self.focus}")

    def check_focus(self, when):
        ending = time.monotonic() + 2  # windows come and go
        while time.monotonic() < ending:
            states = self.focus.states()
            if {"focused", "showing"} <= states:
                break
            self.focus.pump(0.05)
        else:
            self.faults.append(f"{when}: nothing has the focus, the last was {self.focus}")
            return
        place = self.focus.place()
        if place and self.focus.role() not in NAMELESS and not self.is_on_screen(place):
            self.faults.append(f"{when}: {self.focus} has the focus outside of the screen: {place}")

    @staticmethod
    def is_on_screen(place):
        x, y, width, height = place
        return width > 0 and height > 0 and x + width > 0 and y + height > 0 and x < 1280 and y < 800

    def look(self):
        """How what has the focus looks, with the ring around it."""
        at, place = self.focus.at, self.focus.place()
        if not place or place[2] <= 0 or self.focus.role() in NAMELESS:
            return None
        x, y, width, height = place
        return at, str(self.focus), self.focus.role(), place, \
            self.screen.pixels(x - 2, y - 2, width + 4, height + 4)

    def compare(self, before):
        """It must look otherwise now that the focus is elsewhere; a cursor alone is not enough."""
        at, name, role, place, seen = before
        if at == self.focus.at or self.focus.place(at) != place:
            return
        if not {"showing"} <= self.focus.states(at) or "focused" in self.focus.states(at):
            return
        x, y, width, height = place
        changed = differing(seen, self.screen.pixels(x - 2, y - 2, width + 4, height + 4))
        least = (min(width, 120) + min(height, 60)) / 2 * self.screen.scale
        if changed >= least:
            self.looked_at[role] = self.looked_at.get(role, 0) + 1
        else:
            self.faults.append(f"the focus on {name} at {place} is {changed} pixels, not {least:.0f}")

    def wait_for(self, holds, what):
        ending = time.monotonic() + PATIENCE
        while time.monotonic() < ending:
            self.focus.pump(0.05)
            if holds():
                return
        raise Trouble(f"no {what}; the focus is on {self.focus}")

    def hear(self, words):
        self.wait_for(lambda: self.focus.is_heard(words), f"word of “{words}”")

    def go(self, key, is_there, what, most=24):
        """Presses one key until the focus is there."""
        way = []
        for _ in range(most):
            if is_there():
                return
            self.press(key)
            way.append(str(self.focus))
        if not is_there():
            raise Trouble(f"{key} does not lead to {what}: " + " → ".join(way))

    def go_to(self, name, key="Tab", most=30):
        self.go(key, lambda: self.is_on(name), name, most)

    def is_on(self, name, role=None):
        return self.focus.called().removesuffix(", changed") == name and role in (None, self.focus.role())

    def choose_tab(self, beginning):
        self.go("shift+Tab", lambda: "page tab" in self.focus.role(), "the tabs")
        for key in ("Right",) * 3 + ("Left",) * 3 + ("",):
            if self.focus.name().startswith(beginning):
                return
            if key:
                self.press(key)
        raise Trouble(f"no tab {beginning}; the focus is on {self.focus}")

    def expect(self, name, role, text, what="value"):
        """What is read of what has the focus."""
        heard = (self.focus.called().removesuffix(", changed"), self.focus.role(), self.focus.text())
        if heard != (name, role, text):
            raise Trouble(f"{what}: heard {heard}, not {(name, role, text)}")

    def find(self, words):
        self.press("ctrl+f")
        self.wait_for(lambda: self.is_on("Search"), "focus on the search")
        self.press("ctrl+a")
        self.write(words)
        self.focus.pump(0.4)  # the list follows

    def open(self, model):
        """Finds it by its name and leads to its form."""
        self.find(model)
        self.press("Escape") if self.focus.role() == "list item" else None
        self.press("Down")
        self.wait_for(lambda: self.focus.role() in ("table", "table cell"), "focus on the list")
        self.press("Return", "F6")
        self.wait_for(lambda: self.focus.role() not in ("table", "table cell"), "focus in the editor")

    def save(self, is_saved, changes=None):
        """Reviews and agrees; *changes* are what is heard in between."""
        before = str(self.focus)
        self.press("ctrl+s")
        self.wait_for(lambda: str(self.focus) != before, "review")
        self.wait_for(lambda: self.focus.name().startswith("Save") or "Create" in self.focus.name(),
                      "button to save")
        for each in changes or ():
            self.hear(each)
        self.focus.pump(0.3)
        self.press("ctrl+Return")
        self.wait_for(is_saved, "saved model")
