"""The landmark network: a face's crop to 478 points with depth and a face's presence."""
import json
import os

import numpy as np
import torch
from torch import nn

from layers import conv
from mesh_looks import Look

SIDE, POINTS, COMPONENTS = 112, 478, 96
# Half a patch's side, in distances of the eyes' outer corners.
EYE_REACH, MOUTH_REACH, FACE_REACH = 0.34, 0.46, 1.05
# Of the lips' shape, how much is the first look's in the end: it knows openings better, patches know edges better, and the
# errors of both cancel in part.
LIPS_OF_FIRST = 0.85
# The looks after the first, in turn: at eyes and mouth, or at the whole face.
LOOKS = ("parts", "face", "parts", "face", "parts")
CANONICAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../src/Fusion/Resources/canonical-face.json")

LEFT_EYE = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246]
RIGHT_EYE = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466]
LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415]
LIP_GAPS = [(13, 14), (82, 87), (312, 317), (81, 178), (311, 402), (80, 88), (310, 318), (0, 17), (61, 291)]
LEFT_LID_GAPS, RIGHT_LID_GAPS = [(159, 145), (158, 153), (160, 144)], [(386, 374), (385, 380), (387, 373)]
# Outer corners of eyes and mouth, nose, chin.
FACE_ANCHORS = [33, 263, 61, 291, 1, 152]


def canonical():
    """The canonical face's points; x and y in some unit, the face's middle at x = 0."""
    return np.array(json.load(open(CANONICAL))["points"])


def mirror_indices():
    """Which point each becomes in a mirror, from the canonical face's symmetry."""
    points = canonical()
    order = np.abs(points[:, None] * [-1, 1, 1] - points[None]).sum(2).argmin(1)
    assert (order[order] == np.arange(POINTS)).all()
    return torch.from_numpy(order)


def points_of_parts():
    """The points that lie well within the patches of the viewer's left eye and of the mouth."""
    points = canonical()[:, :2]
    unit = np.linalg.norm(points[RIGHT_EYE[0]] - points[LEFT_EYE[0]])
    within = lambda anchors, reach: np.abs(points - points[anchors].mean(0)).max(1) < 0.85 * reach * unit
    eyes = within(LEFT_EYE, EYE_REACH), within(RIGHT_EYE, EYE_REACH)
    return (torch.from_numpy(np.flatnonzero(eyes[0] & (points[:, 0] < -1e-6 * unit))),
            torch.from_numpy(np.flatnonzero(within(LIPS, MOUTH_REACH) & ~eyes[0] & ~eyes[1])))


class Residual(nn.Module):
    """Layers beside a shortcut."""

    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.layers(x)


def separable(width):
    """Depthwise 3×3 and pointwise beside a shortcut."""
    return Residual(conv(width, width, 3, groups=width), conv(width, width, 1))


class FirstLook(nn.Module):
    """N×3×112×112, red green blue, 0–1, to N×478×3 in crop sides from the crop's middle and the presence's logit."""

    def __init__(self, a=24, b=56, c=96, narrow=32):
        super().__init__()
        self.body = nn.Sequential(
            conv(3, a, 7, 4), separable(a),
            conv(a, b, 3, 2), Residual(conv(b, b, 3)), separable(b),
            conv(b, c, 3, 2), separable(c), separable(c),
            conv(c, narrow, 1), nn.Flatten())
        self.code = nn.Linear(narrow * (SIDE // 16) ** 2, COMPONENTS)
        self.shape = nn.Linear(COMPONENTS, 3 * POINTS)
        self.presence = nn.Linear(COMPONENTS, 1)

    def begin(self, meshes):
        """Starts the last layer from principal components: N×478×3 in crop sides from the crop's middle."""
        flat = meshes.flatten(1)
        mean = flat.mean(0)
        variances, components = torch.linalg.eigh((flat - mean).T @ (flat - mean) / len(flat))
        with torch.no_grad():
            self.shape.bias.copy_(mean)
            self.shape.weight.copy_((components * variances.clamp(min=0).sqrt())[:, -COMPONENTS:])

    def forward(self, x):
        code = self.code(self.body((x - 0.5) * 4))
        return self.shape(code).view(-1, POINTS, 3), self.presence(code)


class FurtherLooks(nn.Module):
    """Corrects points, N×478×3 in crop sides from the crop's middle, by patches of the crop, N×3×112×112."""

    def __init__(self):
        super().__init__()
        self.mirror = mirror_indices()
        self.looks = nn.ModuleList([nn.ModuleDict(self._look(kind)) for kind in LOOKS])

    @staticmethod
    def _look(kind):
        if kind == "face":
            return {"face": Look(FACE_ANCHORS, torch.arange(POINTS), FACE_REACH, 64, 8, 48)}
        eye, mouth = points_of_parts()
        return {"eye": Look(LEFT_EYE, eye, EYE_REACH, 32, 4, 32), "mouth": Look(LIPS, mouth, MOUTH_REACH, 40, 4, 48)}

    def patches(self, look):
        """A look's patches: the map, and the mirror's order where it is mirrored."""
        if "face" in look:
            return [(look["face"], None)]
        return [(look["eye"], None), (look["eye"], self.mirror), (look["mouth"], None)]

    def forward(self, x, points):
        for look in self.looks:
            points = self.move(look, points, self.see(look, x, points))
        return points

    def see(self, look, x, points):
        """What a look's patches show: features, points in the patch's frame, frame of each."""
        return [part.see(x, points, mirrored) for part, mirrored in self.patches(look)]

    def move(self, look, points, seen):
        """The points after a look that saw this."""
        moved, row_of, count = [points], torch.arange(POINTS), POINTS
        for (part, mirrored), (features, places, frames) in zip(self.patches(look), seen):
            moved.append(frames.leave(part(features, places)))
            row_of[part.seen(mirrored)] = torch.arange(count, count + len(part.points))
            count += len(part.points)
        return torch.cat(moved, 1)[:, row_of]


class Mesh(nn.Module):
    """All looks: N×3×112×112 in 0–1 to N×478×3 in crop sides from the crop's middle and the presence's logit."""

    def __init__(self, first, further):
        super().__init__()
        self.first, self.further = first, further
        # Lips stand behind the rest in the end, and come back to their places.
        self.rows = torch.arange(POINTS)
        self.rows[LIPS] = torch.arange(POINTS, POINTS + len(LIPS))

    def forward(self, x):
        first, presence = self.first(x)
        points = self.further(x, first)
        lips = torch.lerp(_centred(points[:, LIPS]), _centred(first[:, LIPS]), LIPS_OF_FIRST) + points[:, LIPS].mean(1, keepdim=True)
        return torch.cat([points, lips], 1)[:, self.rows], presence


def _centred(points):
    return points - points.mean(1, keepdim=True)


class Exported(nn.Module):
    """The contract of the public network: points in pixels of the crop, the presence on its scale."""

    def __init__(self, mesh, presence_scale):
        super().__init__()
        self.mesh, self.presence_scale = mesh, presence_scale

    def forward(self, x):
        points, presence = self.mesh(x)
        return ((points + torch.tensor([0.5, 0.5, 0.0])) * float(SIDE)).flatten(1), presence * self.presence_scale
