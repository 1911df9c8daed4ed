"""What happens to a shard's faces on their way into a batch."""
import numpy as np
import torch
import torch.nn.functional as F

import mesh_mouths
from degrade import jpeg
from mesh_net import SIDE, mirror_indices
from mesh_shards import MARGIN, SHARD_MARGIN

NEGATIVE_SHARE = 0.06
# Kinds of blur in a batch; each takes an equal part of the pictures.
BLUR_GROUPS = 8


class Batches:
    """Batches of a network's inputs and labels; each is repeatable by its generator."""

    def __init__(self, shards, count, device, negatives=NEGATIVE_SHARE):
        self.shards, self.count, self.device, self.negatives = shards, count, device, negatives
        self.mirror = mirror_indices()
        self.grain = torch.from_numpy(np.random.default_rng(7).standard_normal(1 << 22, dtype=np.float32))

    def draw(self, rng):
        """Pictures N×3×112×112 in 0–1, meshes N×478×3 in crop sides from the crop's middle, and which are faces."""
        pictures, meshes = self.shards.draw(rng, self.count)
        matrices, faces = placements(rng, self.count, self.negatives)
        flipped = rng.random(self.count) < 0.5
        looking = matrices.copy()
        looking[flipped, :, 0] *= -1
        pictures = torch.from_numpy(pictures).to(self.device).float().permute(0, 3, 1, 2) / 255
        pictures = cut(pictures, torch.from_numpy(looking).to(self.device))
        meshes = move(torch.from_numpy(meshes), torch.from_numpy(matrices), self.shards.real.side)
        mirrored = meshes[:, self.mirror] * torch.tensor([-1.0, 1.0, 1.0])
        meshes = torch.where(torch.from_numpy(flipped)[:, None, None], mirrored, meshes)
        mesh_mouths.fade(pictures, meshes, rng)
        return self._spoil(pictures, rng), meshes.to(self.device), torch.from_numpy(faces).to(self.device)

    def _spoil(self, pictures, rng):
        """What light, hands, cameras and codecs do to pictures, N×3×H×W in 0–1."""
        count, device = len(pictures), pictures.device
        draw = lambda values: torch.from_numpy(np.asarray(values, np.float32)).to(device).view(count, -1, 1, 1)
        occlude(pictures, rng)
        # A gamma's curve by a parabola that costs three products: x + k x (1 − x).
        bend = draw(np.clip(rng.normal(0, 0.35, count), -0.8, 0.8))
        pictures = pictures * ((1 + bend) - bend * pictures)
        light = np.exp(rng.normal(0, 0.3, (count, 1, 3, 3)) * (rng.random((count, 1, 1, 1)) < 0.4) + rng.normal(-0.05, 0.18, (count, 1, 1, 1)))
        pictures *= F.interpolate(torch.from_numpy(light.astype(np.float32)).to(device), pictures.shape[2:], mode="bilinear", align_corners=True)
        # Tint, saturation and contrast are one matrix a picture.
        saturation = np.where(rng.random(count) < 0.06, 0, np.clip(rng.normal(1, 0.25, count), 0.2, 2))[:, None, None]
        contrast = np.clip(rng.normal(1, 0.2, count), 0.4, 1.6)[:, None, None]
        mixed = (saturation * np.eye(3) + (1 - saturation) / 3) * contrast * np.exp(rng.normal(0, 0.06, (count, 1, 3)))
        middle = pictures.flatten(1).mean(1).clamp(max=1)[:, None, None] * draw(1 - contrast)[:, :, :, 0]
        pictures = torch.baddbmm(middle, torch.from_numpy(mixed.astype(np.float32)).to(device), pictures.flatten(2)).view_as(pictures).clamp_(0, 1)
        defocus(pictures, rng)
        for i in np.flatnonzero(rng.random(count) < 0.4):
            start = int(rng.integers(len(self.grain) - pictures[i].numel()))
            pictures[i].add_(self.grain[start:start + pictures[i].numel()].view_as(pictures[i]).to(device), alpha=float(rng.uniform(0, 0.05)))
        for i in np.flatnonzero(rng.random(count) < 0.06):
            pictures[i] = jpeg(pictures[i].cpu().clamp(0, 1), int(rng.uniform(15, 80))).to(device)
        return pictures.clamp_(0, 1)


def placements(rng, count, negatives):
    """From the network's crop to the shard's, both −1 to 1: N×2×3; and which of them show an upright face."""
    spread = np.where(rng.random(count) < 0.3, 2.2, 1.0)
    angle = rng.normal(0, np.radians(5), count) * spread
    scale = MARGIN / SHARD_MARGIN * np.exp(rng.normal(0, 0.05, count) * spread)
    shift = rng.normal(0, 0.03, (count, 2)) * spread[:, None]
    faces = rng.random(count) >= negatives
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


def cut(pictures, matrices):
    """Cuts the network's crops out of the shard's."""
    grid = F.affine_grid(matrices, [len(pictures), 3, SIDE, SIDE], align_corners=False)
    return F.grid_sample(pictures, grid, mode="bilinear", padding_mode="border", align_corners=False)


def move(meshes, matrices, side):
    """Labels in pixels of the shard's crop to crop sides from the middle of the network's crop."""
    linear = matrices[:, :, :2]
    scale = torch.linalg.det(linear).sqrt()[:, None]
    flat = meshes[:, :, :2] * (2 / side) - 1 - matrices[:, None, :, 2]
    flat = flat @ torch.linalg.inv(linear).transpose(1, 2) / 2
    depth = meshes[:, :, 2] / side / scale
    return torch.cat([flat, depth[:, :, None]], 2)


def occlude(pictures, rng):
    """Some pictures get an ellipse of another one, or of one colour, laid over them; in place."""
    count, device = len(pictures), pictures.device
    steps = torch.linspace(-1, 1, SIDE, device=device)
    y, x = torch.meshgrid(steps, steps, indexing="ij")
    for i in np.flatnonzero(rng.random(count) < 0.2):
        angle, (cx, cy), (rx, ry) = rng.uniform(0, np.pi), rng.uniform(-0.8, 0.8, 2), rng.uniform(0.08, 0.4, 2)
        u, v = np.cos(angle) * (x - cx) + np.sin(angle) * (y - cy), np.cos(angle) * (y - cy) - np.sin(angle) * (x - cx)
        inside = ((u / rx) ** 2 + (v / ry) ** 2 < 1) if rng.random() < 0.6 else (u.abs() < rx) & (v.abs() < ry)
        over = pictures[i - 1] if rng.random() < 0.6 else torch.from_numpy(rng.random((3, 1, 1), dtype=np.float32)).to(device)
        pictures[i] = torch.where(inside, over, pictures[i])


def defocus(pictures, rng):
    """Groups of pictures lose their fine detail, or all detail along one direction; in place."""
    groups = np.array_split(rng.permutation(len(pictures)), BLUR_GROUPS)
    for group, (least, most) in zip(groups, ((0.22, 0.4), (0.35, 0.6), (0.5, 0.9))):
        small = F.interpolate(pictures[group], scale_factor=float(rng.uniform(least, most)), mode="bilinear", antialias=True)
        pictures[group] = F.interpolate(small, pictures.shape[2:], mode="bilinear")
    length = int(rng.integers(1, 4))
    angle = rng.uniform(0, np.pi)
    moved = 0
    for step in range(-length, length + 1):
        moved = moved + pictures[groups[3]].roll((int(round(step * np.sin(angle))), int(round(step * np.cos(angle)))), (2, 3))
    pictures[groups[3]] = moved / (2 * length + 1)
