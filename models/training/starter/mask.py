"""Trains the mask of skin, clothes and hair: mask.py FOLDER [minutes]. Goes on from FOLDER/mask.pt."""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

import degrade
from faces import SIDE, Faces, backgrounds, invert, similarity, warp
from mask_net import GRID, INNER, Mask
from replay import Replay
from training import Training

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
PEAK_RATE = 3e-3
STEPS_A_CYCLE = 2500


class Heads:
    """Heads in other places, on other backgrounds, behind things, in other light."""

    def __init__(self, faces, photos):
        self.faces, self.photos = faces, photos
        weights = faces.weights()
        self.odds = weights / weights.sum()

    def draw(self, rng):
        """A 3×256×256 picture in 0–255 and its 3×128×128 maps in 0–255, both bytes."""
        i = rng.choice(len(self.faces), p=self.odds)
        scale = INNER / SIDE * np.exp(rng.normal(0, 0.12))
        place = INNER / 2 + rng.normal(0, 0.05 * INNER, 2)
        to_crop = invert(similarity(scale, rng.normal(0, 0.15), place, (SIDE / 2, SIDE / 2)))
        both = warp(torch.cat([self.faces.colours[0][i], self.faces.maps[0][i]]).float() / 255, to_crop, INNER, INNER)
        picture, maps = both[:3], both[3:]
        kind = rng.random()
        if kind < 0.55:
            matte = ((maps.amax(0, keepdim=True) - 0.25) / 0.5).clamp(0, 1)
            picture = picture * matte + self._photo(rng) * (1 - matte)
        if rng.random() < 0.4:
            hidden = self._occluder(rng, maps)
            picture, maps = picture * (1 - hidden) + self._photo(rng) * hidden, maps * (1 - hidden)
        picture = degrade.light(picture, rng, 0.8)
        if rng.random() < 0.3:
            small = int(rng.uniform(48, 200))
            picture = F.interpolate(F.interpolate(picture[None], (small, small), mode="area"), (INNER, INNER), mode="bilinear", align_corners=False)[0]
        picture = degrade.camera(picture, rng, 0.8)
        return _mirrored((picture * 255 + 0.5).byte(), (F.avg_pool2d(maps, INNER // GRID) * 255 + 0.5).byte(), rng)

    def again(self, sample, rng):
        """The same, mirrored perhaps."""
        return _mirrored(*sample, rng)

    def _photo(self, rng):
        photo = self.photos[rng.integers(len(self.photos))].float() / 255
        scale = np.exp(rng.uniform(-0.2, 1))
        photo = warp(photo, invert(similarity(scale, rng.uniform(-3, 3), (INNER / 2, INNER / 2), rng.uniform(0.3, 0.7, 2) * photo.shape[1])), INNER, INNER, "reflection")
        return degrade.light(photo, rng, 0.6)

    @staticmethod
    def _occluder(rng, maps):
        """A bar, an ellipse or a corner that hides a part, with a slightly soft edge: 1×256×256."""
        y, x = torch.meshgrid(torch.arange(INNER) + 0.5, torch.arange(INNER) + 0.5, indexing="ij")
        angle, (cx, cy) = rng.uniform(0, np.pi), INNER * (0.5 + rng.normal(0, 0.17, 2))
        u = (x - cx) * float(np.cos(angle)) + (y - cy) * float(np.sin(angle))
        v = (y - cy) * float(np.cos(angle)) - (x - cx) * float(np.sin(angle))
        kind, a, b = rng.random(), INNER * rng.uniform(0.03, 0.14), INNER * rng.uniform(0.05, 0.3)
        if kind < 0.4:
            distance = torch.maximum(u.abs() - a, v.abs() - b)
        elif kind < 0.8:
            distance = (torch.sqrt((u / a) ** 2 + (v / b) ** 2) - 1) * min(a, b)
        else:
            distance = u + INNER * 0.15
        return torch.sigmoid(-distance / rng.uniform(0.4, 2))[None]


def _mirrored(picture, maps, rng):
    return (picture.flip(2), maps.flip(2)) if rng.random() < 0.5 else (picture, maps)


def normalised(pictures):
    """Bytes as the network wants them."""
    return (pictures.float() / 255 - MEAN) / DEVIATION


def overlap(model, faces):
    """Intersection over union with the teacher at one half, of skin, clothes and hair, over all of some faces."""
    shared, union = np.zeros(3), np.zeros(3)
    with torch.no_grad():
        for i in range(len(faces)):
            picture = F.interpolate(faces.colours[0][i][None].float(), (INNER, INNER), mode="area")
            answer = F.interpolate(torch.sigmoid(model(normalised(picture))), (SIDE, SIDE), mode="bilinear", align_corners=False)[0] > 0.5
            truth = faces.maps[0][i] > 127
            shared += (answer & truth).sum((1, 2)).numpy()
            union += (answer | truth).sum((1, 2)).numpy()
    return shared / np.maximum(union, 1)


def main(folder, minutes):
    training = Training(os.path.join(folder, "mask.pt"), Mask(), PEAK_RATE, STEPS_A_CYCLE)
    faces, held_out = (Faces(os.path.join(folder, "faces"), kind) for kind in (False, True))
    heads = Heads(faces, backgrounds(os.path.join(folder, "backgrounds.tsv"), False))
    replay = Replay(heads.draw, heads.again)

    def step(rng):
        samples = replay.batch(rng)
        pictures = normalised(torch.stack([picture for picture, _ in samples])).to(training.device)
        truth = torch.stack([maps for _, maps in samples]).to(training.device).float() / 255
        logits = training.model(pictures.contiguous(memory_format=torch.channels_last))
        probability = torch.sigmoid(logits)
        each = F.binary_cross_entropy_with_logits(logits, truth)
        soft = 1 - (2 * (probability * truth).sum((0, 2, 3)) + 1) / ((probability ** 2 + truth ** 2).sum((0, 2, 3)) + 1)
        return {"entropy": each, "dice": soft.mean()}

    def report():
        skin, clothes, hair = overlap(training.average, held_out)
        return f"held out: skin {skin:.3f}, clothes {clothes:.3f}, hair {hair:.3f}"

    training.run(minutes, step, report, {"entropy": 2.0, "dice": 1.0})


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 30)
