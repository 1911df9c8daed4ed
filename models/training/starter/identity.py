"""
Trains the identity embedding: identity.py FOLDER [minutes]. Goes on from FOLDER/identity.pt. Learns from every pair of
FOLDER/identity/N.crops.npy and N.embeddings.npy.
"""
import glob
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

from faces import Faces
from identity_net import Identity
from identity_samples import aligned
from training import Training

BATCH = 32
PEAK_RATE = 4e-3
STEPS_A_CYCLE = 4000


def area_under_curve(same, different):
    """The odds that a pair of one person is closer than a pair of two."""
    return (np.asarray(same)[:, None] > np.asarray(different)[None]).mean()


def held_out_pairs(model, faces):
    """Area under the curve, neutral against smiling, over all pairs of the held-out people of the London set."""
    rows = {kind: {faces.people[i]: i for i, name in enumerate(faces.names) if kind in name} for kind in ("london_neutral", "london_smiling")}
    people = sorted(set(rows["london_neutral"]) & set(rows["london_smiling"]))
    with torch.no_grad():
        neutral, smiling = (F.normalize(model(torch.stack([(aligned(faces, rows[kind][person])[0][:3] * 255 - 127.5) / 128 for person in people]))) for kind in rows)
    cosines = (neutral @ smiling.T).numpy()
    same, different = np.diag(cosines), cosines[~np.eye(len(people), dtype=bool)]
    return area_under_curve(same, different), same.min(), different.max()


def main(folder, minutes):
    training = Training(os.path.join(folder, "identity.pt"), Identity(), PEAK_RATE, STEPS_A_CYCLE)
    files = sorted(glob.glob(os.path.join(folder, "identity", "*.embeddings.npy")))
    embeddings = torch.from_numpy(np.concatenate([np.load(file) for file in files]))
    crops = [np.load(file.replace("embeddings", "crops"), mmap_mode="r") for file in files]
    starts = np.cumsum([0] + [len(shard) for shard in crops])
    held_out = Faces(os.path.join(folder, "faces"), True)

    def step(rng):
        rows = rng.integers(starts[-1], size=BATCH)
        shards = np.searchsorted(starts, rows, side="right") - 1
        pictures = torch.from_numpy(np.stack([crops[s][r - starts[s]] for s, r in zip(shards, rows)])).permute(0, 3, 1, 2)
        values = ((pictures.float() - 127.5) / 128).to(training.device).contiguous(memory_format=torch.channels_last)
        wanted = embeddings[rows].to(training.device)
        ours = F.normalize(training.model(values))
        return {"angle": (1 - (ours * wanted).sum(1)).mean(), "relations": F.mse_loss(ours @ ours.T, wanted @ wanted.T)}

    def report():
        area, same, different = held_out_pairs(training.average, held_out)
        return f"held out: area {area:.4f}, one person at least {same:.2f}, two at most {different:.2f}"

    training.run(minutes, step, report, {"angle": 1.0, "relations": 2.0})


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]) if len(sys.argv) > 2 else 20)
