"""Renders passes of the shot, the stills and the truths inside Blender; what is there already is left alone.

    blender -b --python render.py -- WORK plate|body|still:NAME|truth:NAME[:FRAME,FRAME...] [THREADS [SAMPLES]]
"""
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import bpy
import mathutils
import numpy as np

import hair
import head as heads
import motion
import people
import scene
import skin
from render_jobs import PLATE, TRUTH_FRAMES
from subject import face_share, posed, shape_of
from view import CAMERA, FOCAL, HEIGHT, HEAD_BOX, PERCENTAGE, STILL, STILL_FOCAL, TARGET, WIDTH

PASSES = ("Image", "Depth", "Normal", "DiffDir", "DiffInd", "DiffCol", "GlossDir", "GlossInd", "GlossCol")


def atlases(head, work):
    """The texels' places, kept between runs."""
    skin.SIDES.update({heads.SCLERA_L: 512, heads.SCLERA_R: 512})
    made = {}
    for material in (heads.SKIN, heads.BACK, heads.SCLERA_L, heads.SCLERA_R):
        path = os.path.join(work, f"atlas{material}.npy")
        if not os.path.exists(path):
            np.save(path, skin.atlas(head, material))
        made[material] = np.load(path)
    return made


def textures(head, work, person, other=None):
    """The textures of a person; with another person's skin, in the first one's tone, in the face."""
    places = atlases(head, work)
    painted = {}
    for name, material in (("face", heads.SKIN), ("back", heads.BACK)):
        own = skin.paint(head, places[material], person)
        if other is not None:
            theirs = skin.paint(head, places[material], other, person["tone"])
            share = face_share(places[material])
            own = tuple(a + (b - a) * (share[..., None] if a.ndim == 3 else share) for a, b in zip(own, theirs))
        painted[name] = tuple(np.float32(part) for part in own)
    painted["eye"] = {"left": scene.eye_texture(person, places[heads.SCLERA_L], 1),
                      "right": scene.eye_texture(person, places[heads.SCLERA_R], -1)}
    return painted


def hair_matrix(pose):
    """The head's turn as Blender's matrix."""
    swap = np.array([[1.0, 0, 0], [0, 0, -1], [0, 1, 0]])
    turn = swap @ heads.rotation(*pose) @ swap.T
    pivot = scene.to_blender(heads.PIVOT)
    matrix = np.eye(4)
    matrix[:3, :3], matrix[:3, 3] = turn, pivot - turn @ pivot
    return mathutils.Matrix(matrix.tolist())


def write_passes(made, folder):
    """Lets the renderer write its passes as single files."""
    made.use_nodes = True
    nodes = made.node_tree.nodes
    nodes.clear()
    layers, files = nodes.new("CompositorNodeRLayers"), nodes.new("CompositorNodeOutputFile")
    files.base_path = folder
    files.format.file_format, files.format.color_mode = "OPEN_EXR", "RGBA"
    files.format.color_depth, files.format.exr_codec = "32", "ZIP"
    files.file_slots.clear()
    for name in PASSES:
        files.file_slots.new(name)
        made.node_tree.links.new(layers.outputs[name], files.inputs[name])


def main():
    work, job, *rest = sys.argv[sys.argv.index("--") + 1:]
    threads = int(rest[0]) if rest else 1
    kind, *names = job.split(":")
    samples = int(rest[1]) if len(rest) > 1 else {"plate": 7, "truth": 7}.get(kind, 10)
    folder = os.path.join(work, job.split(",")[0].replace(":", "-") if kind != "truth" else f"truth-{names[0]}")
    os.makedirs(folder, exist_ok=True)
    head = heads.Head()
    person = people.PEOPLE[names[0] if kind == "still" else PLATE]
    other = people.PEOPLE[names[0]] if kind == "truth" else None
    frames = {"plate": [*range(0, motion.FRAMES, 2), *range(1, motion.FRAMES, 2)], "body": [0], "still": [None]}.get(kind, TRUTH_FRAMES)
    if len(names) > 1:
        frames = [int(frame) for frame in names[1].split(",")]

    still = kind == "still"
    made = scene.room(samples, threads, *(STILL if still else (WIDTH, HEIGHT)), 100 if still else PERCENTAGE)
    shape = shape_of(head, person, other)
    skull = scene.head_object(head, person, textures(head, work, person, other))
    curls = scene.hair_object(hair.grow(head, head.person(person["identity"]), person), person["hair"])
    scene.garment_object(person["garment"])
    scene.camera(made, STILL_FOCAL if still else FOCAL, CAMERA, TARGET)
    if kind in ("plate", "truth"):
        made.render.use_border = made.render.use_crop_to_border = True
        left, top, right, bottom = HEAD_BOX
        made.render.border_min_x, made.render.border_max_x = left / WIDTH, right / WIDTH
        made.render.border_min_y, made.render.border_max_y = 1 - bottom / HEIGHT, 1 - top / HEIGHT
    write_passes(made, folder)
    for frame in frames:
        number = 0 if frame is None else frame
        done = os.path.join(folder, f"done{number:04d}")
        if os.path.exists(done):
            continue
        made.frame_set(number)
        made.cycles.seed = 1 + number
        points, pose = posed(head, shape, frame)
        skull.data.vertices.foreach_set("co", scene.to_blender(points).astype(np.float32).ravel())
        skull.data.update()
        curls.matrix_world = hair_matrix(pose)
        bpy.ops.render.render()
        open(done, "w").close()
        print(f"rendered {job} {number}", flush=True)


main()
