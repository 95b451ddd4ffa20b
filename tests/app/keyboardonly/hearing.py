# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader would say: where the focus is, and what is there, from the accessibility bus."""
import time

NAMELESS = ("frame", "dialog", "application", "window")


class Hearing:
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
            if not self.name() and self.role() not in NAMELESS:
                self.unnamed.append(f"{self.role()} in {around.get_role_name()} '{around.get_name()}'")
        except Exception:  # it is gone
            return

    def pump(self, seconds=0.12):
        ending = time.monotonic() + seconds
        while time.monotonic() < ending:
            if not self.main.iteration(False):
                time.sleep(0.005)

    def asked(self, question, node=None):
        node = node or self.at
        try:
            return question(node) if node else None
        except Exception:  # it is gone
            return None

    def name(self, node=None):
        return self.asked(lambda at: at.get_name(), node) or ""

    def called(self, node=None):
        """Its name; a box that is named by its value is called what its label says."""
        for relation in self.asked(lambda at: at.get_relation_set(), node) or ():
            if relation.get_relation_type() == self.atspi.RelationType.LABELLED_BY:
                return self.name(relation.get_target(0)) or self.name(node)
        return self.name(node)

    def role(self, node=None):
        return self.asked(lambda at: at.get_role_name(), node) or ""

    def description(self, node=None):
        return self.asked(lambda at: at.get_description(), node) or ""

    def text(self, node=None):
        return self.asked(lambda at: self.atspi.Text.get_text(
            at, 0, self.atspi.Text.get_character_count(at)), node) or ""

    def states(self, node=None):
        return self.asked(lambda at: {state.value_nick for state in at.get_state_set().get_states()},
                          node) or set()

    def place(self, node=None):
        """Left, top, width and height on the screen, or nothing."""
        found = self.asked(lambda at: at.get_extents(self.atspi.CoordType.SCREEN), node)
        return (found.x, found.y, found.width, found.height) if found else None

    def __str__(self):
        return f"{self.role()} '{self.name()}'"

    def applications(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            application = desktop.get_child_at_index(index)
            if application and (application.get_name() or "").lower() == "modelscribe":
                yield application

    def windows(self):
        for application in self.applications():
            for child in self.children(application):
                yield self.name(child)

    def children(self, node, most=400):
        count = self.asked(lambda at: at.get_child_count(), node) or 0
        for index in range(min(count, most)):
            child = self.asked(lambda at: at.get_child_at_index(index), node)
            if child:
                yield child

    def everything(self, node=None, depth=0):
        """What is showing, outside of tables, from the outside in."""
        for top in [node] if node else list(self.applications()):
            yield depth, top
            if self.role(top) not in ("table", "tree", "tree table", "list", "menu bar"):
                for child in self.children(top):
                    if "showing" in self.states(child):
                        yield from self.everything(child, depth + 1)

    def is_heard(self, words):
        """Whether anything that is showing says the words."""
        return any(words in part for _, node in self.everything()
                   for part in (self.name(node), self.description(node), self.text(node)))
