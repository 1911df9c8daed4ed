"""Trains the mask of skin, clothes and hair: mask.py FOLDER [minutes]. Goes on from FOLDER/mask.pt."""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

from faces import SIDE, Faces, backgrounds
from mask_heads import Heads
from mask_net import INNER, Mask
from replay import Replay
from training import Training

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(3, 1, 1)
DEVIATION = torch.tensor([0.229, 0.224, 0.225]).view(3, 1, 1)
PEAK_RATE = 3e-3
STEPS_A_CYCLE = 5250

# Of a map's range: where the teacher's looks lie further apart, the figure doesn't ask.
DOUBTFUL = 0.5


def normalised(pictures):
    """Bytes as the network wants them."""
    return (pictures.float() / 255 - MEAN) / DEVIATION


def overlap(model, faces, step=3):
    """Intersection over union with the teacher at one half, of skin, clothes and hair, where it is sure, over every so many faces."""
    shared, union = np.zeros(3), np.zeros(3)
    with torch.no_grad():
        for i in range(0, len(faces), step):
            picture = F.interpolate(faces.colours[0][i][None].float(), (INNER, INNER), mode="area")
            answer = F.interpolate(torch.sigmoid(model(normalised(picture))), (SIDE, SIDE), mode="bilinear", align_corners=False)[0] > 0.5
            truth, sure = faces.maps[0][i] > 127, faces.doubts[0][i] < 255 * DOUBTFUL
            shared += (answer & truth & sure).sum((1, 2)).numpy()
            union += ((answer | truth) & sure).sum((1, 2)).numpy()
    return shared / np.maximum(union, 1)


def main(folder, minutes):
    training = Training(os.path.join(folder, "mask.pt"), Mask(), PEAK_RATE, STEPS_A_CYCLE)
    faces, held_out = (Faces(os.path.join(folder, "faces"), kind) for kind in (False, True))
    heads = Heads(faces, backgrounds(os.path.join(folder, "backgrounds.tsv"), False))
    replay = Replay(heads.draw, heads.again, fresh=5)

    def step(rng):
        samples = replay.batch(rng)
        pictures = normalised(torch.stack([picture for picture, _ in samples]))
        maps = torch.stack([maps for _, maps in samples]).to(training.device).float() / 255
        truth, weight = maps[:, :3], maps[:, 3:]
        logits = training.answer(pictures)
        probability = torch.sigmoid(logits)
        each = (F.binary_cross_entropy_with_logits(logits, truth, reduction="none") * weight).mean()
        soft = 1 - (2 * (weight * probability * truth).sum((0, 2, 3)) + 1) / ((weight * (probability ** 2 + truth ** 2)).sum((0, 2, 3)) + 1)
        return {"entropy": each, "dice": soft.mean()}

    def report():
        skin, clothes, hair = overlap(training.average, held_out)
        return f"held out: skin {skin:.3f}, clothes {clothes:.3f}, hair {hair:.3f}"

    training.run(minutes, step, report, {"entropy": 2.0, "dice": 1.0})


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 30)
