"""Shards of labelled faces, and what happens to them on their way into a batch."""
import json
import os

import numpy as np
import torch
import torch.nn.functional as F

from degrade import jpeg
from mesh_net import POINTS, SIDE

# The shards' crops are this much wider than the network's.
SHARD_MARGIN, MARGIN = 1.9, 1.5
REAL_SHARE = 0.3
NEGATIVE_SHARE = 0.1
CANONICAL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../src/Fusion/Resources/canonical-face.json")


def mirror_indices():
    """Which point each becomes in a mirror, from the canonical face's symmetry."""
    points = np.array(json.load(open(CANONICAL))["points"])
    distances = np.abs(points[:, None] * [-1, 1, 1] - points[None]).sum(2)
    order = distances.argmin(1)
    assert (order[order] == np.arange(POINTS)).all()
    return torch.from_numpy(order)


class Shard:
    """The arrays of a folder that `synthesis` writes; pictures stay on the disk."""

    def __init__(self, folder):
        self.pictures = np.load(os.path.join(folder, "pictures.npy"), mmap_mode="r")
        self.meshes = np.load(os.path.join(folder, "meshes.npy"))
        self.names = open(os.path.join(folder, "names.txt")).read().splitlines()
        self.side = self.pictures.shape[1]

    def __len__(self):
        return len(self.names)


class Shards:
    """All drawn shards that are there and the real faces, the clips' people and the photos' alike in weight."""

    def __init__(self, folder):
        self.folder, self.drawn = folder, []
        self.real = Shard(os.path.join(folder, "real"))
        people = [_person(name) for name in self.real.names]
        odds = np.array([1 / people.count(person) for person in people])
        odds *= np.where([person.startswith("photo") for person in people], 1, 12)
        self.real_odds = odds / odds.sum()
        self.mirror = mirror_indices()
        self.look_again()

    def look_again(self):
        names = sorted(name for name in os.listdir(self.folder) if name.startswith("drawn-") and os.path.exists(os.path.join(self.folder, name, "names.txt")))
        self.drawn += [Shard(os.path.join(self.folder, name)) for name in names[len(self.drawn):]]

    def batch(self, rng, count, device):
        """Pictures N×3×112×112 in 0–1, meshes N×478×3 in crop sides from the crop's middle, and which are faces."""
        rows = []
        for _ in range(count):
            if rng.random() < REAL_SHARE or not self.drawn:
                rows.append((self.real, rng.choice(len(self.real), p=self.real_odds)))
            else:
                shard = self.drawn[rng.integers(len(self.drawn))]
                rows.append((shard, rng.integers(len(shard))))
        pictures = torch.from_numpy(np.stack([shard.pictures[row] for shard, row in rows])).to(device).permute(0, 3, 1, 2).float() / 255
        meshes = torch.from_numpy(np.stack([shard.meshes[row] for shard, row in rows])).to(device)
        matrices, faces = placements(rng, count)
        pictures, meshes = place(pictures, meshes, torch.from_numpy(matrices).to(device))
        flipped = torch.from_numpy(rng.random(count) < 0.5).to(device)
        pictures = torch.where(flipped[:, None, None, None], pictures.flip(3), pictures)
        mirrored = meshes[:, self.mirror.to(device)] * torch.tensor([-1.0, 1.0, 1.0], device=device)
        meshes = torch.where(flipped[:, None, None], mirrored, meshes)
        return spoil(pictures, rng), meshes, torch.from_numpy(faces).to(device)


def placements(rng, count):
    """From the network's crop to the shard's, both −1 to 1: N×2×3; and which of them show an upright face."""
    spread = np.where(rng.random(count) < 0.3, 2.2, 1.0)
    angle = rng.normal(0, np.radians(6), count) * spread
    scale = MARGIN / SHARD_MARGIN * np.exp(rng.normal(0, 0.06, count) * spread)
    shift = rng.normal(0, 0.035, (count, 2)) * spread[:, None]
    faces = rng.random(count) >= NEGATIVE_SHARE
    for i in np.flatnonzero(~faces):
        if rng.random() < 0.5:
            angle[i] += np.radians(rng.uniform(75, 285))
        else:
            direction, scale[i] = rng.uniform(0, 2 * np.pi), rng.uniform(0.15, 0.45)
            shift[i] = 0.75 * np.array([np.cos(direction), np.sin(direction)])
    cos, sin = scale * np.cos(angle), scale * np.sin(angle)
    matrices = np.stack([np.stack([cos, -sin, shift[:, 0]], 1), np.stack([sin, cos, shift[:, 1]], 1)], 1)
    return matrices.astype(np.float32), faces


def centred(count, device="cpu"):
    """The crops of the network where the face's box is known exactly."""
    matrix = torch.tensor([[1.0, 0, 0], [0, 1, 0]], device=device) * (MARGIN / SHARD_MARGIN)
    return matrix.expand(count, 2, 3)


def place(pictures, meshes, matrices):
    """Cuts the network's crops out of the shard's and takes the labels along."""
    grid = F.affine_grid(matrices, [len(pictures), 3, SIDE, SIDE], align_corners=False)
    crops = F.grid_sample(pictures, grid, mode="bilinear", padding_mode="border", align_corners=False)
    return crops, move(meshes, matrices, pictures.shape[2])


def move(meshes, matrices, side):
    """Labels in pixels of the shard's crop to crop sides from the middle of the network's crop."""
    linear = matrices[:, :, :2]
    scale = torch.linalg.det(linear).sqrt()[:, None]
    flat = meshes[:, :, :2] * (2 / side) - 1 - matrices[:, None, :, 2]
    flat = flat @ torch.linalg.inv(linear).transpose(1, 2) / 2
    depth = meshes[:, :, 2] / side / scale
    return torch.cat([flat, depth[:, :, None]], 2)


def spoil(pictures, rng):
    """What light, hands, cameras and codecs do to pictures, N×3×H×W in 0–1."""
    count, device = len(pictures), pictures.device
    draw = lambda values: torch.from_numpy(np.asarray(values, np.float32)).to(device).view(count, -1, 1, 1)
    pictures = occlude(pictures, rng)
    pictures = pictures.clamp(1e-4, 1) ** draw(np.exp(rng.normal(0, 0.25, count)))
    pictures = pictures * draw(np.exp(rng.normal(0, 0.25, count))) * draw(np.exp(rng.normal(0, 0.08, (count, 3))))
    light = torch.from_numpy(np.exp(rng.normal(0, 0.35, (count, 1, 3, 3)) * (rng.random((count, 1, 1, 1)) < 0.6)).astype(np.float32)).to(device)
    pictures = pictures * F.interpolate(light, pictures.shape[2:], mode="bicubic", align_corners=True)
    grey = pictures.mean(1, keepdim=True)
    pictures = grey + (pictures - grey) * draw(np.where(rng.random(count) < 0.06, 0, np.clip(rng.normal(1, 0.25, count), 0.2, 2)))
    middle = pictures.mean((1, 2, 3), keepdim=True)
    pictures = (middle + (pictures - middle) * draw(np.clip(rng.normal(1, 0.2, count), 0.4, 1.6))).clamp(0, 1)
    pictures = defocus(pictures, rng)
    noise = torch.from_numpy(rng.standard_normal(pictures.shape, dtype=np.float32)).to(device)
    pictures = (pictures + noise * draw(rng.uniform(0, 0.04, count) * (rng.random(count) < 0.5))).clamp(0, 1)
    for i in np.flatnonzero(rng.random(count) < 0.12):
        pictures[i] = jpeg(pictures[i].cpu(), int(rng.uniform(15, 80))).to(device)
    return pictures


def occlude(pictures, rng):
    """Some pictures get an ellipse of another one, or of one colour, laid over them."""
    count, device = len(pictures), pictures.device
    y, x = torch.meshgrid(torch.linspace(-1, 1, SIDE, device=device), torch.linspace(-1, 1, SIDE, device=device), indexing="ij")
    covering = pictures.roll(1, 0)
    for i in np.flatnonzero(rng.random(count) < 0.22):
        angle, (cx, cy), (rx, ry) = rng.uniform(0, np.pi), rng.uniform(-0.8, 0.8, 2), rng.uniform(0.08, 0.4, 2)
        u, v = np.cos(angle) * (x - cx) + np.sin(angle) * (y - cy), np.cos(angle) * (y - cy) - np.sin(angle) * (x - cx)
        inside = ((u / rx) ** 2 + (v / ry) ** 2 < 1) if rng.random() < 0.6 else (u.abs() < rx) & (v.abs() < ry)
        over = covering[i] if rng.random() < 0.6 else torch.from_numpy(rng.random((3, 1, 1), dtype=np.float32)).to(device)
        pictures[i] = torch.where(inside, over, pictures[i])
    return pictures


def defocus(pictures, rng):
    """Groups of pictures lose their fine detail, or all detail along one direction."""
    order = rng.permutation(len(pictures))
    groups = np.array_split(order, 6)
    for group in groups[:2]:
        small = F.interpolate(pictures[group], scale_factor=float(rng.uniform(0.2, 0.8)), mode="bilinear", antialias=True)
        pictures[group] = F.interpolate(small, pictures.shape[2:], mode="bilinear")
    length = int(rng.integers(1, 5))
    taps = torch.zeros(2 * length + 1, 2 * length + 1, device=pictures.device)
    angle = rng.uniform(0, np.pi)
    for step in np.linspace(-length, length, 4 * length + 1):
        taps[int(round(length + step * np.sin(angle))), int(round(length + step * np.cos(angle)))] += 1
    group = groups[2]
    chosen = pictures[group].flatten(0, 1)[:, None]
    chosen = F.conv2d(F.pad(chosen, [length] * 4, mode="replicate"), (taps / taps.sum())[None, None])
    pictures[group] = chosen.view(len(group), 3, SIDE, SIDE)
    return pictures


def _person(name):
    folder, file = os.path.split(name)
    folder = os.path.basename(folder)
    return "photo " + file if folder.startswith("london") or folder in ("composite", "lisa", "zoom") else folder
