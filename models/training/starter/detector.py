"""Trains the face detector: detector.py FOLDER [minutes]. Goes on from FOLDER/detector.pt."""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

import split
from canvases import COLUMNS, Canvases, clip_frames, maybe_mirrored
from detector_net import STRIDES, Detector
from faces import Faces, backgrounds
from replay import Replay
from training import Training

BATCH = 16
LARGEST = (56, 120, 1e9)
LEAST = (0, 40, 88)
PEAK_RATE = 3e-3
STEPS_A_CYCLE = 3000


def targets(faces, side, stride, level):
    """For a canvas and a level: index of the face a cell answers for (−1 none, −2 ignored), by the nearest centre."""
    cells = side // stride
    owner = np.full((cells, cells), -1, np.int64)
    distance = np.full((cells, cells), 1e9)
    y, x = np.mgrid[:cells, :cells] * stride
    for i, face in enumerate(faces):
        size = max(face[2:4])
        dx, dy = (x + stride / 2 - face[0]), (y + stride / 2 - face[1])
        within = (abs(dx) < face[2] / 2) & (abs(dy) < face[3] / 2)
        near = np.hypot(dx, dy)
        if face[14] or not LEAST[level] <= size <= LARGEST[level]:
            if face[14] or LEAST[level] / 1.3 <= size <= LARGEST[level] * 1.3:
                owner[within & (owner == -1) & (near < 0.35 * size + stride)] = -2
            continue
        core = near <= max(0.9 * stride, min(1.5 * stride, 0.2 * size))
        owner[(near <= 0.3 * size) & (owner == -1)] = -2
        take = core & (near < distance)
        owner[take], distance[take] = i, near[take]
    return owner


def loss_of(levels, found, side, device):
    """Score, overlap and points, over the positive cells."""
    total_score, total_box, total_points, positives = 0, 0, 0, 0
    for level, (output, stride) in enumerate(zip(levels, STRIDES)):
        owners = np.stack([targets(faces, side, stride, level) for faces in found])
        owner = torch.from_numpy(owners).to(device)
        positive, counted = owner >= 0, owner != -2
        logits = output[:, 0]
        probability = torch.sigmoid(logits.detach())
        weight = torch.where(positive, torch.ones_like(logits), 0.75 * probability ** 2) * counted
        total_score = total_score + (F.binary_cross_entropy_with_logits(logits, positive.float(), reduction="none") * weight).sum()
        n, y, x = torch.nonzero(positive, as_tuple=True)
        if len(n) == 0:
            continue
        positives += len(n)
        wanted = torch.stack([torch.from_numpy(found[int(i)][int(owners[int(i), int(r), int(c)])]) for i, r, c in zip(n, y, x)]).to(device)
        values = output[n, :, y, x]
        anchor = torch.stack([x, y], 1).float()
        centre = (anchor + values[:, 1:3]) * stride
        size = torch.exp(values[:, 3:5].clamp(-4, 5)) * stride
        total_box = total_box + (1 - overlap(centre, size, wanted[:, :2], wanted[:, 2:4])).sum()
        points = (anchor.repeat(1, 5) + values[:, 5:]) * stride
        unit = wanted[:, 2:4].amax(1, keepdim=True)
        error = (points - wanted[:, 4:14]) / unit
        total_points = total_points + torch.sqrt(error.view(-1, 5, 2).pow(2).sum(2) + 1e-6).mean(1).sum()
    return total_score / max(positives, 8), total_box / max(positives, 1), total_points / max(positives, 1)


def overlap(centre, size, other_centre, other_size):
    """Generalised intersection over union."""
    low, high = centre - size / 2, centre + size / 2
    other_low, other_high = other_centre - other_size / 2, other_centre + other_size / 2
    shared = (torch.minimum(high, other_high) - torch.maximum(low, other_low)).clamp(min=0).prod(1)
    union = size.prod(1) + other_size.prod(1) - shared
    hull = (torch.maximum(high, other_high) - torch.minimum(low, other_low)).prod(1)
    return shared / union - (hull - union) / hull


def decode(levels, threshold):
    """Faces of each picture: rows of score, box (cx, cy, w, h), points; overlapping ones suppressed."""
    pictures = []
    for n in range(len(levels[0])):
        rows = []
        for output, stride in zip(levels, STRIDES):
            score = torch.sigmoid(output[n, 0])
            y, x = torch.nonzero(score >= threshold, as_tuple=True)
            values, anchor = output[n, :, y, x].T, torch.stack([x, y], 1).float()
            rows.append(torch.cat([score[y, x, None], (anchor + values[:, 1:3]) * stride, torch.exp(values[:, 3:5]) * stride, (anchor.repeat(1, 5) + values[:, 5:]) * stride], 1))
        rows = torch.cat(rows).numpy()
        kept = []
        for row in rows[np.argsort(-rows[:, 0], kind="stable")]:
            if all(_same(row, other) < 0.3 for other in kept):
                kept.append(row)
        pictures.append(kept)
    return pictures


def _same(a, b):
    shared = np.prod([max(0, min(a[1 + i] + a[3 + i] / 2, b[1 + i] + b[3 + i] / 2) - max(a[1 + i] - a[3 + i] / 2, b[1 + i] - b[3 + i] / 2)) for i in (0, 1)])
    return shared / (a[3] * a[4] + b[3] * b[4] - shared)


def evaluate(model, canvases, count=240, smallest=32, threshold=0.5):
    """Recall, precision and the mean error of the points in shares of the box's longer side, on canvases nobody trained on."""
    rng = np.random.default_rng(5)
    hits = missed = false = 0
    errors = []
    for _ in range(count):
        picture, faces = canvases.draw(rng)
        with torch.no_grad():
            kept = decode(model(picture.flip(0)[None].float()), threshold)[0]
        used = set()
        for face in faces:
            row = np.concatenate([[1], face])
            best = max(range(len(kept)), key=lambda k: _same(kept[k], row), default=None)
            if best is not None and _same(kept[best], row) >= 0.4:
                used.add(best)
                if not face[14] and max(face[2:4]) >= smallest:
                    hits += 1
                    errors.append(np.hypot(*(kept[best][5:15] - face[4:14]).reshape(5, 2).T).mean() / max(face[2:4]))
            elif not face[14] and max(face[2:4]) >= smallest:
                missed += 1
        false += sum(k not in used and max(row[3:5]) >= smallest for k, row in enumerate(kept))
    return hits / max(1, hits + missed), hits / max(1, hits + false), float(np.mean(errors)) if errors else 1.0


def mine(model, photos):
    """How likely each background is to be looked at again: the more, the more it looks like a face."""
    odds = []
    with torch.no_grad():
        for photo in photos:
            framed = F.pad(photo.flip(0)[None].float(), (32, 32, 32, 32))
            best = max(torch.sigmoid(level[:, 0]).max().item() for level in model(framed))
            odds.append(0.05 + best ** 2)
    return np.array(odds) / sum(odds)


def main(folder, minutes):
    training = Training(os.path.join(folder, "detector.pt"), Detector(), PEAK_RATE, STEPS_A_CYCLE)
    data = [os.path.join(folder, name) for name in ("faces", "frames.tsv", "backgrounds.tsv")]
    seen, held_out = (Canvases(Faces(data[0], kind), clip_frames(data[1], kind, split), backgrounds(data[2], kind)) for kind in (False, True))
    if training.steps > 0:
        seen.background_odds = mine(training.average, seen.backgrounds)
    replay = Replay(seen.draw, lambda sample, rng: again(sample, rng, seen.side), BATCH)

    def step(rng):
        pictures, found = zip(*replay.batch(rng))
        batch = torch.stack(pictures).flip(1).float()
        score, box, points = loss_of(training.answer(batch), found, seen.side, training.device)
        return {"score": score, "box": box, "points": points}

    def report():
        seen.background_odds = mine(training.average, seen.backgrounds)
        return "held out: recall {:.3f}, precision {:.3f}, points {:.4f}".format(*evaluate(training.average, held_out))

    training.run(minutes, step, report, {"score": 1.0, "box": 2.0, "points": 6.0})


def again(sample, rng, side):
    """A canvas once more, mirrored perhaps and at another exposure."""
    picture, faces = sample
    picture = (picture.float() * float(np.exp(rng.normal(0, 0.15)))).clamp(max=255).byte()
    picture, faces = maybe_mirrored(picture, list(faces.copy()), rng, side)
    return picture, np.array(faces, np.float32).reshape(-1, COLUMNS)


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 60)
