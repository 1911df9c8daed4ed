"""Finds the further looks' maps: each is a ridge regression from what is seen to what is missing, on faces the looks before it placed."""
import os

import numpy as np
import torch

from mesh_batches import Batches
from mesh_net import FirstLook, FurtherLooks, Mesh
from mesh_shards import Shards

BATCH = 64
# By the features' variance, chosen on drawn faces that the regression didn't see; ten times less or five times more is worse.
RIDGE = 0.1
SOLVED_FILE = "solved.pt"
# Every face begins a look misplaced by this much of another face's error, look after look: those before it know the people
# they were trained on better than others, and a map solved on their small errors leaves strangers' as they are.
MISPLACED = (0.5, 0.4, 0.3, 0.2, 0.1)


def solve(folder, first, count):
    """Draws so many faces, solves look after look behind a trained first one, and keeps all in `folder`; the first look may be trained on."""
    batches = Batches(Shards(os.path.join(folder, "shards")), BATCH, "cpu", negatives=0)
    pictures, meshes, points = [], [], []
    for number in range(count // BATCH):
        x, labels, _ = batches.draw(np.random.default_rng([2, number]))
        with torch.no_grad():
            known, _ = first(x)
        pictures.append((x * 255 + 0.5).byte())
        meshes.append(labels)
        points.append(known)
    further = FurtherLooks().eval()
    generator = torch.Generator().manual_seed(3)
    for number, look in enumerate(further.looks):
        with torch.no_grad():
            points = [known + MISPLACED[number] * (labels - known)[torch.randperm(len(known), generator=generator)] for known, labels in zip(points, meshes)]
            seen = [further.see(look, x.float() / 255, known) for x, known in zip(pictures, points)]
            _solve_look(further.patches(look), seen, meshes)
            points = [further.move(look, known, shown) for known, shown in zip(points, seen)]
        print(f"look {number + 2}: {_error(points, meshes):.2f} % of the eye distance", flush=True)
    mesh, path = Mesh(first, further), os.path.join(folder, SOLVED_FILE)
    torch.save(mesh.state_dict(), path + ".part")
    os.replace(path + ".part", path)
    return mesh


def solved(folder):
    """What `solve` kept."""
    state = torch.load(os.path.join(folder, SOLVED_FILE), map_location="cpu")
    mesh = Mesh(FirstLook(), FurtherLooks()).eval()
    for number, look in enumerate(mesh.further.looks):
        for name, part in look.items():
            part.size(state[f"further.looks.{number}.{name}.narrow.weight"].shape[1])
    mesh.load_state_dict(state)
    return mesh


def _solve_look(patches, seen, meshes):
    rows = {}
    for shown, labels in zip(seen, meshes):
        for (part, mirrored), (features, places, frames) in zip(patches, shown):
            moves = frames.enter(labels[:, part.seen(mirrored)]) - places
            rows.setdefault(part, []).append((features, moves.flatten(1)))
    for part, pairs in rows.items():
        _regress(part, torch.cat([pair[0] for pair in pairs]), torch.cat([pair[1] for pair in pairs]))


def _regress(part, features, moves):
    mean, deviation = features.mean(0), features.std(0) + 1e-3
    features, offset = (features - mean) / deviation, moves.mean(0)
    squares, products = (features.T @ features).double(), (features.T @ (moves - offset)).double()
    ridge = RIDGE * len(features) * torch.eye(len(squares), dtype=torch.float64)
    weights = torch.linalg.solve(squares + ridge, products)
    # Of as low a rank as the part says, with the least loss on these faces.
    _, directions = torch.linalg.eigh(weights.T @ squares @ weights)
    directions = directions[:, -part.rank:]
    narrow = (weights @ directions).float() / deviation[:, None]
    part.size(len(mean))
    with torch.no_grad():
        part.narrow.weight.copy_(narrow.T)
        part.narrow.bias.copy_(-mean @ narrow)
        part.wide.weight.copy_(directions.float())
        part.wide.bias.copy_(offset)


def _error(points, meshes):
    error = [((a - b)[:, :468, :2].norm(dim=2).mean(1) / (b[:, 33] - b[:, 263]).norm(dim=1)).mean() for a, b in zip(points, meshes)]
    return 100 * float(sum(error) / len(error))
