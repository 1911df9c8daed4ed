"""The ICT FaceKit head: its parts, its identities and its expressions (centimetres, y up, the face looks along +z)."""
import json
import os

import numpy as np

SKIN, BACK, GUMS, TEETH, SCLERA_L, IRIS_L, SCLERA_R, IRIS_R, LACRIMAL, BLEND, OCCLUSION, LASHES = range(12)

# The point about which the head turns on the neck, between skull and first vertebra.
PIVOT = np.array([0.0, -2.0, -1.0])
# Below the first height the neck stands still, above the second it turns with the head.
NECK_STILL, NECK_TURNS = -15.0, -6.5


def shared_folder():
    """The folder of the shared material: $FACEFUSION_SHARED, else ../shared beside the checkout."""
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return os.environ.get("FACEFUSION_SHARED", os.path.join(root, "..", "shared"))


class Head:
    """The model's arrays and what can be made of them."""

    def __init__(self):
        folder = os.path.join(shared_folder(), "heads", "ict")
        data = np.load(os.path.join(folder, "ict_facekit.npz"))
        self.neutral = data["neutral"].astype(np.float64)
        self.faces = data["faces"]
        self.face_uv = data["face_uv"]
        self.uv = data["uv"].astype(np.float64)
        self.material = data["face_material"]
        self.identity = data["identity"]
        self.expression = data["expression"]
        self.names = [str(name) for name in data["expression_names"]]
        with open(os.path.join(folder, "vertex_indices.json")) as file:
            self.landmarks = np.array(json.load(file)["idx_to_landmark_verts"])

    def vertices_of(self, *materials):
        """The vertices that faces of the materials use, ascending."""
        used = np.unique(self.faces[np.isin(self.material, materials)])
        return used[used >= 0]

    def person(self, weights):
        """The neutral head of somebody: the mean head and identities by {number: weight}."""
        shape = self.neutral.copy()
        for number, weight in weights.items():
            shape += weight * self.identity[number].astype(np.float64)
        return shape

    def offsets(self, weights):
        """The displacement of every vertex by expressions, {name: weight}."""
        moved = np.zeros_like(self.neutral)
        for name, weight in weights.items():
            if weight != 0:
                moved += weight * self.expression[self.names.index(name)].astype(np.float64)
        return moved


def smoothstep(low, high, value):
    """0 up to low, 1 from high on, smooth between."""
    t = np.clip((value - low) / (high - low), 0.0, 1.0)
    return t * t * (3 - 2 * t)


def rotation(yaw, pitch, roll):
    """The matrix that turns the head by degrees: yaw to its own left, pitch downwards, roll to its own left shoulder."""
    y, p, r = np.radians([yaw, pitch, -roll])
    about_y = np.array([[np.cos(y), 0, np.sin(y)], [0, 1, 0], [-np.sin(y), 0, np.cos(y)]])
    about_x = np.array([[1, 0, 0], [0, np.cos(p), -np.sin(p)], [0, np.sin(p), np.cos(p)]])
    about_z = np.array([[np.cos(r), -np.sin(r), 0], [np.sin(r), np.cos(r), 0], [0, 0, 1]])
    return about_y @ about_x @ about_z


def turn(points, rest_heights, yaw, pitch, roll):
    """Turns the head about its pivot; the neck follows the more the higher it is, and twists rather than shears."""
    share = smoothstep(NECK_STILL, NECK_TURNS, rest_heights)
    turned = np.empty_like(points)
    # A handful of steps is smooth enough, and one matrix a step is fast.
    steps = np.round(share * 64).astype(int)
    for step in np.unique(steps):
        chosen = steps == step
        part = step / 64.0
        turned[chosen] = (points[chosen] - PIVOT) @ rotation(yaw * part, pitch * part, roll * part).T + PIVOT
    return turned
