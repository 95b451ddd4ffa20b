# SPDX-License-Identifier: GPL-3.0-or-later
"""The main jobs, each done by a person (person.py) and read back by the command line."""
import contextlib
import subprocess

from screen import Trouble

ARABIC = "نموذج اللغة العربية"
HEBREW = "מודל שפה"

KEY = "keyboardonly"
TREES = ("tree table", "table cell", "tree item", "tree", "table")

# What is typed into the form, and what the registry then holds.
FIELDS = (
    ("Name", "text", "keyboard-fields", "ModelName", "keyboard-fields"),
    ("Description", "text", ARABIC, "ModelDescription", ARABIC),
    ("Domain", "text", "nlp-by-keys", "Domain", "nlp-by-keys"),
    ("Task", "text", "task-by-keys", "Task", "task-by-keys"),
    ("Type", "text", "type-by-keys", "ModelType", "type-by-keys"),
    ("Origin", "text", "origin-by-keys", "Origin", "origin-by-keys"),
    ("Parameter size", "text", "7B", "ParameterSize", 7000),
    ("Order number", "text", "42", "OrderNumber", 42),
    ("Document", "text", "https://example.com/keys", "ModelDoc", "https://example.com/keys"),
)


def same(held, wanted, what):
    if held != wanted:
        raise Trouble(f"{what}: the registry holds {held!r}, not {wanted!r}")


def labels_of(model):
    return {each["Key"]: each["Value"] for each in model["Labels"]}


def new_model_with_three_labels(person):
    person.press("ctrl+n")
    person.wait_for(lambda: person.is_on("Name"), "focus on the name of a new model")
    person.write("harbour")
    person.choose_tab("Labels")
    person.go_to("Add label")
    person.press("space")
    for key, value, onwards in (("lang", "zh", "Tab"), ("owner", "me", "Return"), ("stage", "prod", "Tab")):
        person.write(key)
        person.press(onwards)
        person.write(value)
        person.press(onwards)
    named = lambda: [each for each in person.screen.call("list")["Models"] if each["ModelName"] == "harbour"]
    person.save(lambda: len(named()) == 1)
    same(labels_of(person.screen.call("get", named()[0]["ModelId"])),
         {"lang": "zh", "owner": "me", "stage": "prod"}, "labels")


def find_by_what_is_offered(person):
    person.find("tas")
    person.press("Down")
    person.wait_for(lambda: person.focus.role() == "list item", "offer below the search")
    if not person.focus.name().startswith("task:"):
        raise Trouble(f"the first offer is {person.focus}")
    person.press("Tab")
    person.wait_for(lambda: person.is_on("Search") and person.focus.text() == "task:", "taken offer")
    person.write("task-to-f")
    person.press("Down")
    person.wait_for(lambda: person.focus.name().startswith("task-to-find")
                    or person.focus.name().startswith("task:task-to-find"), "offered value at the focus")
    person.press("Tab")
    person.wait_for(lambda: person.focus.text().strip() == "task:task-to-find", "taken value")
    person.hear("1 of ")
    person.press("Return")
    person.check("after the search")


def all_fields(person, model):
    person.open("keyboard-form")
    person.go_to("Name", "shift+Tab", 8)
    order = []
    for name, role, value, _, _ in FIELDS:
        person.go_to(name)
        order.append((name, person.focus.place()))
        person.press("ctrl+a")
        person.write(value) if value.isascii() else person.put(value)
        if name == "Parameter size":  # first as nobody should write it
            person.press("ctrl+a")
            person.write("seven")
            person.press("Tab", "shift+Tab")
            if "Not a size" not in person.focus.description():
                raise Trouble(f"the error is not heard: “{person.focus.description()}”")
            person.press("Tab", "ctrl+s")
            person.wait_for(lambda: person.is_on(name), "focus on what has to be corrected")
            person.press("ctrl+a")
            person.write(value)
            person.press("Tab", "shift+Tab")
            if "Not a size" in person.focus.description():
                raise Trouble("the error is heard although it was corrected")
        person.expect(name, role, value)
        if "Changed. Original:" not in person.focus.description():
            raise Trouble(f"{name} does not say that it was changed")
    in_reading_order(order)
    person.go_to("Private")
    if "checked" not in person.focus.states():
        raise Trouble("Private is not heard as chosen")
    person.press("Right")
    person.go("Right", lambda: person.is_on("Public"), "Public", 2)
    if "checked" not in person.focus.states():
        raise Trouble("Public is not heard as chosen")
    a_label(person)
    form_of_extra_info(person)
    text_of_extra_info(person)
    value_in_the_tree(person)
    held = lambda: person.screen.call("get", model)
    person.save(lambda: held()["ModelName"] == "keyboard-fields",
                ("keyboard-fields", ARABIC, "origin-by-keys", HEBREW))
    person.hear("saved")
    for _, _, _, key, value in FIELDS:
        same(held()[key], value, key)
    same(held()["Accessibility"], "PUBLIC", "Accessibility")
    same(labels_of(held()), {"lang": HEBREW}, "labels")
    same(held()["ExtraInfo"], {"name": "keel", "rate": 0.25, "rest": [1, 2], "Rating": 4}, "ExtraInfo")


def in_reading_order(places):
    """Rows from above, and in a row from the left."""
    for (name, one), (following, other) in zip(places, places[1:]):
        is_same_row = abs(one[1] - other[1]) < 12
        if not (other[0] > one[0] if is_same_row else other[1] > one[1]):
            raise Trouble(f"{following} at {other} comes behind {name} at {one}")


def a_label(person):
    person.choose_tab("Labels")
    person.go_to("Add label")
    person.press("space")
    person.write("lang")
    person.press("Tab")
    person.put(HEBREW)
    if person.focus.text() != HEBREW:
        raise Trouble(f"a label is heard as {person.focus.text()!r}")
    person.press("Return", "Escape")


def face_of_extra_info(person, face):
    person.choose_tab("ExtraInfo")
    person.go("Tab", lambda: person.focus.name() in ("Form", "Text", "Tree"), "the faces", 6)
    for key in ("Right", "Right", "Left", "Left", ""):
        if person.is_on(face) and "checked" in person.focus.states():
            return
        if key:
            person.press(key)
    raise Trouble(f"no way to the face {face}; the focus is on {person.focus}")


def form_of_extra_info(person):
    face_of_extra_info(person, "Form")
    person.go("Tab", lambda: person.is_on("Rating", "text"), "Rating")
    person.press("ctrl+a")
    person.write("4")
    person.press("Tab", "shift+Tab")
    person.expect("Rating", "text", "4")


def text_of_extra_info(person):
    face_of_extra_info(person, "Text")
    person.go_to("JSON text")
    if '"Rating": 4' not in person.focus.text():
        raise Trouble(f"the text is heard as {person.focus.text()!r}")
    person.press("ctrl+Home", *["Right"] * 10)  # before the b of {"name": "bert"
    person.press(*["Delete"] * 4)
    person.write("keel")
    person.wait_for(lambda: '"name": "keel"' in person.focus.text(), "changed text")
    if "Ctrl+Tab" not in person.focus.description():
        raise Trouble("the text takes Tab and does not say how to leave it")
    person.press("ctrl+shift+Tab")
    if person.is_on("JSON text"):
        raise Trouble("Ctrl+Shift+Tab does not lead out of the text")


def value_in_the_tree(person):
    face_of_extra_info(person, "Tree")
    person.go("Tab", lambda: person.focus.role() in TREES, "the tree")
    person.press("Home", "Down", "Return")
    person.wait_for(lambda: person.focus.role() == "text", "editor of the value")
    person.press("ctrl+a")
    person.write("0.25")
    person.press("Return")
    person.wait_for(lambda: person.focus.role() in TREES, "focus back in the tree")


def take_back_from_activity(person, model):
    person.press("ctrl+shift+h")
    person.wait_for(lambda: person.is_on("Filter the history"), "the filter of the history")
    person.write("keyboard-fields")
    person.focus.pump(0.5)
    person.go("Tab", lambda: person.focus.role() in TREES, "the table of the history")
    person.press("Home")
    person.go_to("Revert this change…")
    person.press("space")
    person.wait_for(lambda: person.is_on("Name", "text"), "focus in the form")
    person.expect("Name", "text", "keyboard-form")
    person.hear("is reverted in a draft")
    held = lambda: person.screen.call("get", model)
    person.save(lambda: held()["ModelName"] == "keyboard-form", ("keyboard-form",))
    person.hear("saved")
    same(held()["ExtraInfo"], {"name": "bert", "rate": 0.5, "rest": [1, 2]}, "ExtraInfo")
    same(held()["Accessibility"], "PRIVATE", "Accessibility")
    same(labels_of(held()), {}, "labels")


def many_at_a_time(person):
    person.find("keyboard-many")
    person.press("Down", "ctrl+a")
    person.hear("3 of 3 selected")
    person.press("F6")
    person.wait_for(lambda: person.is_on("Name", "text"), "the form of many")
    person.hear("3 models")
    person.go("Tab", lambda: person.is_on("Parameter size", "text"), "Parameter size")
    person.write("heavy")
    if "Not a size" not in person.focus.description():
        raise Trouble(f"the error is not heard: “{person.focus.description()}”")
    person.press("ctrl+a", "BackSpace")
    person.go("shift+Tab", lambda: person.is_on("Origin", "text"), "Origin")
    person.write("many-by-keys")
    person.expect("Origin", "text", "many-by-keys")
    person.press("ctrl+s")
    person.wait_for(lambda: person.is_on("Models of the change"), "table of what will be sent")
    person.hear("Save 3 models")
    person.focus.pump(0.5)
    person.press("ctrl+Return")
    person.hear("3 models saved")
    if person.focus.role() not in TREES:
        raise Trouble(f"after the review of many the focus is on {person.focus}")
    for model in person.screen.call("list")["Models"]:
        if model["ModelName"].startswith("keyboard-many"):
            same(model["Origin"], "many-by-keys", model["ModelName"])


def connect(person):
    with serving(person.screen) as address:
        person.press("ctrl+k")
        person.wait_for(lambda: person.focus.role() == "list item", "the command palette")
        person.write("profiles")
        person.press("Return")
        person.wait_for(lambda: person.is_on("Stored profiles"), "the profiles")
        person.go_to("Name")
        person.write("pier")
        person.go_to("Region or endpoint")
        person.press("ctrl+a")
        person.write(address)
        person.go_to("Keys from")
        person.go("Down", lambda: person.focus.name() == "This session only", "keys of this session", 8)
        for name in ("AccessKey ID", "AccessKey secret"):
            person.go_to(name)
            person.write(KEY)
        if KEY in person.focus.text():
            raise Trouble("the secret is read out")
        person.go_to("Test")
        person.press("space")
        person.hear("models: 3")
        person.go_to("Save")
        person.press("space")
        person.hear("The key is kept until ModelScribe is closed.")
        person.wait_for(lambda: person.focus.role() in ("list item", "list"), "focus on the saved profile")
        person.go_to("Use pier")
        person.press("space")
        person.hear("3 models")
        person.wait_for(lambda: any("pier" in title for title in person.focus.windows()), "window of the registry")
        person.check("after the profile is used")


@contextlib.contextmanager
def serving(screen):
    env = dict(screen.env, ALIBABA_CLOUD_ACCESS_KEY_ID=KEY, ALIBABA_CLOUD_ACCESS_KEY_SECRET=KEY)
    server = screen.start(screen.cli, "serve", "--database", screen.folder + "/served.db", "--sample", "3",
                          env=env, stdout=subprocess.PIPE, text=True)
    try:
        yield server.stdout.readline().split()[-1]
    finally:
        server.terminate()


def around_the_window(person):
    """Tab comes back to where it began, from each place of the window with a model in its form."""
    person.open("keyboard-form")
    for key in ("Tab", "shift+Tab"):
        way = came_around(person, key, 60)
        for must in ("Search", "Models", "Name", "Document", "New model"):
            if not any(f"'{must}'" in each for each in way):
                raise Trouble(f"{key} does not lead to {must}: " + " → ".join(way))


def around_each_dialog(person):
    """Each opens with a focus, Tab goes around in it, and Escape leads back to where it was."""
    person.open("keyboard-form")
    for keys, title in (("ctrl+shift+h", "Activity"), ("ctrl+comma", "Settings"), ("ctrl+shift+l", "Labels"),
                        ("F1", "Help")):
        home = str(person.focus)
        person.press(keys)
        person.wait_for(lambda: any(title in each for each in person.focus.windows()), f"window {title}")
        person.wait_for(lambda: str(person.focus) != home, f"focus in {title}")
        person.focus.pump(0.5)
        came_around(person, "Tab", 40)
        for _ in range(3):  # the first one may clear a field
            if str(person.focus) == home:
                break
            person.press("Escape")
            person.focus.pump(0.3)
        if str(person.focus) != home:
            raise Trouble(f"after {title} the focus is on {person.focus}, not on {home}")


def came_around(person, key, most):
    """The places on the way."""
    began, way = (str(person.focus), person.focus.place()), []
    for _ in range(most):
        person.press(key)
        way.append(str(person.focus))
        if (str(person.focus), person.focus.place()) == began:
            return way
    raise Trouble(f"{key} does not come around: " + " → ".join(way))


def black_and_white(person):
    """The ground of the system's palette is the window's, and what stands on it is white."""
    pixels = b"".join(person.screen.pixels(0, 50, 1270, 700))
    colours = [pixels[at:at + 3] for at in range(0, len(pixels), 4)]
    black, white = (colours.count(each) / len(colours) for each in (b"\0\0\0", b"\xff\xff\xff"))
    if black < 0.7 or white < 0.005:
        raise Trouble(f"{black:.1%} of the window are black and {white:.1%} white")


def prepare(screen):
    """Makes the models of the jobs; gives the id of the one whose form is filled in."""
    screen.call("create", "--set", "ModelName=keyboard-find", "--set", "Task=task-to-find")
    for number in range(3):
        screen.call("create", "--set", f"ModelName=keyboard-many-{number}")
    # What has a size and a number cannot lose them again.
    return screen.call("create", "--set", "ModelName=keyboard-form", "--set", "ParameterSize=350",
                       "--set", "OrderNumber=1", "--extra-info", "-",
                       text='{"name": "bert", "rate": 0.5, "rest": [1, 2]}')["ModelId"]


def all_of(person, model):
    contrast = (("contrast", lambda: black_and_white(person)),) if person.screen.contrast else ()
    return contrast + (
        ("find", lambda: find_by_what_is_offered(person)),
        ("around", lambda: around_the_window(person)),
        ("dialogs", lambda: around_each_dialog(person)),
        ("new", lambda: new_model_with_three_labels(person)),
        ("fields", lambda: all_fields(person, model)),
        ("revert", lambda: take_back_from_activity(person, model)),
        ("many", lambda: many_at_a_time(person)),
        ("connect", lambda: connect(person)),
    )
