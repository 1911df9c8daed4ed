"""Trains the landmark network's first look, goes on from its checkpoint, solves the further looks, exports all.

    python3 mesh.py train FOLDER MINUTES [STEPS-A-CYCLE]
    python3 mesh.py solve FOLDER FACES
    python3 mesh.py export FOLDER FILE.onnx
"""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

from mesh_batches import Batches, centred, cut, move
from mesh_net import LEFT_EYE, LEFT_LID_GAPS, LIP_GAPS, LIPS, RIGHT_EYE, RIGHT_LID_GAPS, SIDE, Exported, FirstLook
from mesh_shards import Shard, Shards
from mesh_solve import solve, solved
from onnx_weights import Halved, fuse
from training import Training

FIRST_LOOK_FILE = "mesh.pt"
BATCH = 32
PEAK_RATE = 1.5e-3
LOOK_AGAIN = 200

GAZE = [(468, 33), (468, 133), (473, 362), (473, 263), (468, 159), (473, 386)]
OUTER_CORNERS = (33, 263)
# The public network's logit of a face that is certainly upright, and how far turned faces are said to be that.
UNMISTAKABLE, UPRIGHT = 16.5, 30
WEIGHTS = {"points": 1.0, "depth": 0.3, "local": 3.0, "gaps": 4.0, "opening": 30.0, "presence": 0.02}
# A gap's error counts by how much that gap varies; this much, in eye distances, counts as it is.
COMMON_VARIATION = 0.05


def point_weights():
    weights = torch.ones(478)
    weights[LEFT_EYE + RIGHT_EYE] = 2.5
    weights[LIPS] = 2.0
    weights[468:] = 2.5
    return weights / weights.mean()


def eye_distance(meshes):
    """Between the outer corners, as it would be seen from the front."""
    return (meshes[:, OUTER_CORNERS[0]] - meshes[:, OUTER_CORNERS[1]]).norm(dim=1)


def pairs():
    return torch.tensor(LIP_GAPS * 2 + (LEFT_LID_GAPS + RIGHT_LID_GAPS) * 2 + GAZE)


def gap_weights(meshes):
    """How much the error of each of `pairs` counts, by how much the teacher sees it vary; N×478×3."""
    a, b = pairs().T
    gaps = (meshes[:, a] - meshes[:, b])[:, :, :2].norm(dim=2) / eye_distance(meshes)[:, None]
    return (COMMON_VARIATION / gaps.std(0)).clamp(0.5, 3)


def losses(points, meshes, weights, by_gap):
    """In eye distances; `opening`, in their squares, asks for the mean of what a soft mouth may be, where distances ask for the median: shut."""
    scale = 1 / eye_distance(meshes)[:, None]
    error = (points[:, :, :2] - meshes[:, :, :2]) * scale[:, :, None]
    length = lambda vectors: ((vectors * vectors).sum(2) + 1e-10).sqrt()
    regions = (LIPS, LEFT_EYE + list(range(468, 473)), RIGHT_EYE + list(range(473, 478)))
    parts = [error[:, region] for region in regions]
    a, b = pairs().to(points.device).T
    apart = error[:, a] - error[:, b]
    return {
        "points": (length(error) * weights).mean(),
        "depth": ((points[:, :, 2] - meshes[:, :, 2]).abs() * scale).mean(),
        "local": sum(length(part - part.mean(1, keepdim=True)).mean() for part in parts) / len(parts),
        "gaps": (length(apart) * by_gap).mean(),
        "opening": apart[:, :len(LIP_GAPS)].square().sum(2).mean(),
    }


def held_out_report(shard, model, device):
    """Errors on people whom no training saw, in percent of the eye distance, and how apertures follow the teacher's."""
    groups = np.array([os.path.basename(os.path.dirname(name)) for name in shard.names])
    places = centred(len(shard))
    meshes = move(torch.from_numpy(shard.meshes), places, shard.side)
    with torch.no_grad():
        found = torch.cat([model(cut(_pictures(shard, rows), places[rows]).to(device))[0].cpu() for rows in np.array_split(np.arange(len(shard)), 4)])
    scale = 1 / eye_distance(meshes)
    error = ((found - meshes)[:, :468, :2].norm(dim=2).mean(1) * scale * 100).numpy()
    text = [f"{name} {error[groups == name].mean():.2f}" for name in sorted(set(groups))]
    for kind, gaps in (("mouth", LIP_GAPS[:1]), ("lids", [LEFT_LID_GAPS[0], RIGHT_LID_GAPS[0]])):
        a, b = [(sum((m[:, p] - m[:, q])[:, :2].norm(dim=1) for p, q in gaps) / len(gaps) * scale).numpy() for m in (meshes, found)]
        text.append(f"{kind} r {np.corrcoef(a, b)[0, 1]:.3f} slope {np.polyfit(a, b, 1)[0]:.3f}")
    return ", ".join(text)


def _pictures(shard, rows):
    return torch.from_numpy(np.stack([shard.pictures[i] for i in rows])).permute(0, 3, 1, 2).float() / 255


def train(folder, minutes, steps_a_cycle):
    shards, held_out = Shards(os.path.join(folder, "shards")), Shard(os.path.join(folder, "shards", "held-out"))
    torch.manual_seed(1)
    model = FirstLook()
    checkpoint = os.path.join(folder, FIRST_LOOK_FILE)
    sample = np.concatenate([shard.meshes for shard in shards.drawn + [shards.real]])
    sample = move(torch.from_numpy(sample), centred(len(sample)), shards.real.side)
    if not os.path.exists(checkpoint):
        model.begin(sample)
    training = Training(checkpoint, model, PEAK_RATE, steps_a_cycle)
    batches = Batches(shards, BATCH, training.device)
    weights, by_gap = point_weights().to(training.device), gap_weights(sample).to(training.device)

    def step(rng):
        if training.steps % LOOK_AGAIN == 0:
            shards.look_again()
        pictures, meshes, faces = batches.draw(rng)
        points, presence = training.model(pictures.contiguous(memory_format=torch.channels_last))
        return {**losses(points[faces], meshes[faces], weights, by_gap), "presence": F.binary_cross_entropy_with_logits(presence[:, 0], faces.float())}

    training.model.train()
    training.run(minutes, step, lambda: f"{len(shards.drawn)} shards; held out: " + held_out_report(held_out, training.average, training.device), WEIGHTS)


def first_look(folder):
    """The trained first look, its weights averaged over the last steps."""
    first = FirstLook()
    first.load_state_dict(torch.load(os.path.join(folder, FIRST_LOOK_FILE), map_location="cpu")["average"])
    return first.eval()


def solve_further(folder, count):
    mesh = solve(folder, first_look(folder), count)
    print(held_out_report(Shard(os.path.join(folder, "shards", "held-out")), mesh, "cpu"))


def upright_logit(model, shard):
    """What the presence is for nearly all faces that are turned by no more than `UPRIGHT` degrees."""
    rows = np.arange(0, len(shard), max(1, len(shard) // 150))
    pictures, turned = _pictures(shard, rows), []
    for angle in np.radians([-UPRIGHT, UPRIGHT]):
        turn = torch.tensor([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]], dtype=torch.float32)
        crops = cut(pictures, centred(len(rows)) @ turn)
        with torch.no_grad():
            turned.append(model(crops)[1][:, 0].numpy())
    return float(np.percentile(turned, 5))


def export(folder, path):
    model = solved(folder)
    scale = UNMISTAKABLE / max(0.5, upright_logit(model.first, Shard(os.path.join(folder, "shards", "real"))))
    fuse(model.first)
    torch.onnx.export(Halved(Exported(model, scale)).eval(), torch.rand(1, 3, SIDE, SIDE), path + ".part", opset_version=16, do_constant_folding=False,
                      input_names=["crop"], output_names=["points", "presence"])
    os.replace(path + ".part", path)


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["train", folder, minutes, *cycle]:
            train(folder, float(minutes), int(cycle[0]) if cycle else 4000)
        case ["solve", folder, count]:
            solve_further(folder, int(count))
        case ["export", folder, path]:
            export(folder, path)
        case _:
            sys.exit(__doc__)
