"""
Makes aligned crops of people who do not exist: identity_samples.py FOLDER COUNT SEED OUTPUT.npy. Between two and three
faces are brought to a common shape, which may lie beyond theirs, and their colours are mixed; `teachers embed` says who
the result is.
"""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

import degrade
from faces import Faces, apply, backgrounds, invert, similarity, warp

CROP = 112

# arcface_112_v2, in pixels of the crop.
TEMPLATE = np.array([[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]])

# The field that moves a face is computed on cells of this many pixels, from every third point of the mesh; points reach so far.
CELL, THIRD, REACH = 8, 3, 5.0


def fit(points, template=TEMPLATE):
    """The similarity (2×3) that takes five points nearest to the template (Umeyama 1991, in the plane)."""
    p, q = points - points.mean(0), template - template.mean(0)
    norm = (p ** 2).sum()
    a, b = (p * q).sum() / norm, (p[:, 0] * q[:, 1] - p[:, 1] * q[:, 0]).sum() / norm
    linear = np.array([[a, -b], [b, a]])
    return np.hstack([linear, (template.mean(0) - linear @ points.mean(0))[:, None]])


def aligned(faces, i, jitter=None):
    """A face's crop (6×112×112: colours, maps) and its mesh in the crop."""
    matrix = fit(faces.points[i].numpy().astype(np.float64))
    if jitter is not None:
        matrix = np.vstack([jitter, [0, 0, 1]])[:2] @ np.vstack([matrix, [0, 0, 1]])
    both = warp(torch.cat([faces.colours[0][i], faces.maps[0][i]]).float() / 255, invert(matrix), CROP, CROP)
    mesh = apply(matrix, faces.meshes[i][::THIRD, :2].numpy())
    return both, mesh


def moved(both, mesh, shape):
    """A crop whose mesh is brought to another shape: every place goes with the points near it."""
    cells = CROP // CELL
    y, x = np.mgrid[:cells, :cells] * CELL + CELL / 2
    places = np.stack([x, y], 2).reshape(-1, 1, 2)
    weights = np.exp(-((places - shape[None]) ** 2).sum(2) / (2 * REACH ** 2))
    offset = (weights @ (mesh - shape)) / (weights.sum(1, keepdims=True) + 0.5)
    field = torch.from_numpy(offset.reshape(cells, cells, 2).astype(np.float32)).permute(2, 0, 1)[None]
    field = F.interpolate(field, (CROP, CROP), mode="bilinear", align_corners=False)[0].permute(1, 2, 0)
    rows, columns = torch.meshgrid(torch.arange(CROP) + 0.5, torch.arange(CROP) + 0.5, indexing="ij")
    grid = (torch.stack([columns, rows], 2) + field) * (2 / CROP) - 1
    return F.grid_sample(both[None], grid[None], mode="bilinear", padding_mode="border", align_corners=False)[0]


class People:
    """Draws crops of people between and beyond the training faces."""

    def __init__(self, faces, photos):
        self.faces, self.photos = faces, photos
        weights = faces.weights()
        self.odds = weights / weights.sum()

    def draw(self, rng):
        """112×112×3 bytes."""
        count = rng.choice([1, 2, 3], p=[0.25, 0.5, 0.25])
        chosen = rng.choice(len(self.faces), count, p=self.odds)
        jitter = similarity(np.exp(rng.normal(0, 0.03)), rng.normal(0, 0.04), CROP / 2 + rng.normal(0, 1.2, 2), (CROP / 2, CROP / 2))
        crops, meshes = zip(*(aligned(self.faces, i, jitter=jitter) for i in chosen))
        shape_weights = _weights(rng, count, beyond=0.35)
        shape = sum(w * mesh for w, mesh in zip(shape_weights, meshes))
        if rng.random() < 0.5:
            shape = shape.mean(0) + (shape - shape.mean(0)) * np.exp(rng.normal(0, 0.04, 2))
        both = self._mixed([moved(crop, mesh, shape) for crop, mesh in zip(crops, meshes)], rng)
        picture, maps = both[:3], both[3:]
        if rng.random() < 0.4:
            matte = ((maps.amax(0, keepdim=True) - 0.25) / 0.5).clamp(0, 1)
            photo = self.photos[rng.integers(len(self.photos))].float() / 255
            at = rng.uniform(60, photo.shape[1] - 60, 2)
            photo = warp(photo, similarity(rng.uniform(0.8, 3), 0, at, (CROP / 2, CROP / 2)), CROP, CROP, "reflection")
            picture = picture * matte + photo * (1 - matte)
        if rng.random() < 0.75:
            picture = degrade.light(picture, rng, 0.7)
        if rng.random() < 0.3:
            small = int(rng.uniform(28, 90))
            picture = F.interpolate(F.interpolate(picture[None], (small, small), mode="area"), (CROP, CROP), mode="bilinear", align_corners=False)[0]
        if rng.random() < 0.6:
            picture = degrade.camera(picture, rng, 0.6)
        if rng.random() < 0.5:
            picture = picture.flip(2)
        return (picture.clamp(0, 1).permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8)

    @staticmethod
    def _mixed(crops, rng):
        """Colours of several crops: evenly, or one's here and another's there."""
        if len(crops) == 1:
            return crops[0]
        if rng.random() < 0.5:
            return sum(float(w) * crop for w, crop in zip(_weights(rng, len(crops), beyond=0), crops))
        noise = torch.from_numpy(rng.normal(0, 2.5, (1, len(crops), 4, 4)).astype(np.float32))
        shares = torch.softmax(F.interpolate(noise, (CROP, CROP), mode="bicubic", align_corners=False), 1)[0]
        return sum(share[None] * crop for share, crop in zip(shares, crops))


def _weights(rng, count, beyond):
    """Weights that sum to one; with `beyond` some may be negative."""
    weights = rng.dirichlet(np.full(count, 0.8))
    return weights + beyond * (weights - 1 / count) * rng.uniform(0, 2)


def main(folder, count, seed, output):
    torch.set_num_threads(1)
    people = People(Faces(os.path.join(folder, "faces"), False), backgrounds(os.path.join(folder, "backgrounds.tsv"), False))
    rng = np.random.default_rng(seed)
    np.save(output + ".part.npy", np.stack([people.draw(rng) for _ in range(count)]))
    os.replace(output + ".part.npy", output)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
