"""Who and what no training ever sees; every figure is measured on these."""
import os
import zlib

_LISTS = {line.split()[0]: frozenset(line.split()[1:])
          for line in open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "held-out.txt")) if line.strip() and line[0] != "#"}

# One background in this many.
BACKGROUNDS = 5


def person(path):
    """The name of who a picture shows: a London number, else its folder; clips of one person share a name."""
    folder, name = os.path.basename(os.path.dirname(path)), os.path.splitext(os.path.basename(path))[0]
    if folder.startswith("london"):
        return name
    if folder == "composite":
        return "composite-" + name
    return CLIP_PEOPLE.get(folder, folder)


def is_held_out(path):
    """Whether a picture shows somebody whom no training may see."""
    folder, name = os.path.basename(os.path.dirname(path)), os.path.splitext(os.path.basename(path))[0]
    return name in _LISTS["london"] if folder.startswith("london") else folder in _LISTS["clips"]


def is_held_out_background(path):
    """Whether a background serves for evaluation alone: chosen by a checksum of its name."""
    return zlib.crc32("/".join(path.split("/")[-2:]).encode()) % BACKGROUNDS == 0


CLIP_PEOPLE = {clip: people[0] for people in (
    ("book", "learn", "school"), ("sister", "night", "eat"), ("bird", "milk", "please", "sorry", "thanks"),
    ("again", "brother", "help", "no", "student"), ("hungry", "want")) for clip in people}
