"""Trains the landmark network, goes on from its checkpoint, exports it.

    python3 mesh.py train FOLDER MINUTES [STEPS-A-CYCLE]
    python3 mesh.py export FOLDER FILE.onnx
"""
import os
import sys

import numpy as np
import torch
import torch.nn.functional as F

from mesh_net import Exported, Mesh, SIDE
from mesh_shards import Shard, Shards, centred, move, place
from training import Training

BATCH = 48
PEAK_RATE = 2.5e-3
LOOK_AGAIN = 200

LEFT_EYE = [33, 7, 163, 144, 145, 153, 154, 155, 133, 173, 157, 158, 159, 160, 161, 246]
RIGHT_EYE = [263, 249, 390, 373, 374, 380, 381, 382, 362, 398, 384, 385, 386, 387, 388, 466]
LIPS = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
        78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 191, 80, 81, 82, 13, 312, 311, 310, 415]
LIP_GAPS = [(13, 14), (82, 87), (312, 317), (81, 178), (311, 402), (80, 88), (310, 318), (0, 17), (61, 291)]
LID_GAPS = [(159, 145), (158, 153), (160, 144), (386, 374), (385, 380), (387, 373)]
GAZE = [(468, 33), (468, 133), (473, 362), (473, 263), (468, 159), (473, 386)]
OUTER_CORNERS = (33, 263)
# The public network's logit of a face that is certainly upright, and how far turned faces are said to be that.
UNMISTAKABLE, UPRIGHT = 16.5, 30
WEIGHTS = {"points": 1.0, "depth": 0.3, "local": 3.0, "gaps": 4.0, "presence": 0.02}


def point_weights():
    weights = torch.ones(478)
    weights[LEFT_EYE + RIGHT_EYE] = 2.5
    weights[LIPS] = 2.0
    weights[468:] = 2.5
    return weights / weights.mean()


def eye_distance(meshes):
    """Between the outer corners, as it would be seen from the front."""
    return (meshes[:, OUTER_CORNERS[0]] - meshes[:, OUTER_CORNERS[1]]).norm(dim=1)


def losses(output, meshes, faces, weights):
    """In eye distances, but for the presence."""
    points, presence = output
    result = {"presence": F.binary_cross_entropy_with_logits(presence[:, 0], faces.float())}
    points, meshes = points[faces], meshes[faces]
    scale = 1 / eye_distance(meshes)[:, None]
    error = points[:, :, :2] - meshes[:, :, :2]
    result["points"] = (((error ** 2).sum(2) + 1e-10).sqrt() * weights * scale).mean()
    result["depth"] = ((points[:, :, 2] - meshes[:, :, 2]).abs() * scale).mean()
    local = 0
    for region in (LIPS, LEFT_EYE + list(range(468, 473)), RIGHT_EYE + list(range(473, 478))):
        part = error[:, region]
        local = local + (((part - part.mean(1, keepdim=True)) ** 2).sum(2) + 1e-10).sqrt().mul(scale).mean() / 3
    result["local"] = local
    pairs = torch.tensor(LIP_GAPS * 2 + LID_GAPS * 2 + GAZE, device=points.device)
    gap = error[:, pairs[:, 0]] - error[:, pairs[:, 1]]
    result["gaps"] = ((gap ** 2).sum(2) + 1e-10).sqrt().mul(scale).mean()
    return result


def held_out_report(shard, model, device):
    """Errors on people whom no training saw, in percent of the eye distance, and how apertures follow the teacher's."""
    rows = [i for i, name in enumerate(shard.names) if "london" in name or i % 3 == 0]
    groups = np.array([os.path.basename(os.path.dirname(shard.names[i])) for i in rows])
    pictures = torch.from_numpy(np.stack([shard.pictures[i] for i in rows])).permute(0, 3, 1, 2).float() / 255
    crops, meshes = place(pictures, torch.from_numpy(shard.meshes[rows]), centred(len(rows)))
    with torch.no_grad():
        found = torch.cat([model(part.to(device))[0].cpu() for part in crops.split(64)])
    scale = 1 / eye_distance(meshes)
    error = ((found - meshes)[:, :468, :2].norm(dim=2).mean(1) * scale * 100).numpy()
    text = [f"{name} {error[groups == name].mean():.2f}" for name in sorted(set(groups))]
    for kind, pairs in (("mouth", LIP_GAPS[:1]), ("lids", [LID_GAPS[0], LID_GAPS[3]])):
        a, b = [(sum((m[:, p] - m[:, q])[:, :2].norm(dim=1) for p, q in pairs) / len(pairs) * scale).numpy() for m in (meshes, found)]
        text.append(f"{kind} r {np.corrcoef(a, b)[0, 1]:.3f} slope {np.polyfit(a, b, 1)[0]:.3f}")
    return ", ".join(text)


def train(folder, minutes, steps_a_cycle):
    shards, held_out = Shards(os.path.join(folder, "shards")), Shard(os.path.join(folder, "shards", "held-out"))
    torch.manual_seed(1)
    model = Mesh()
    checkpoint = os.path.join(folder, "mesh.pt")
    if not os.path.exists(checkpoint):
        sample = np.concatenate([shard.meshes for shard in shards.drawn + [shards.real]])
        model.begin(move(torch.from_numpy(sample), centred(len(sample)), shards.real.side))
    training = Training(checkpoint, model, PEAK_RATE, steps_a_cycle)
    weights = point_weights().to(training.device)

    def step(rng):
        if training.steps % LOOK_AGAIN == 0:
            shards.look_again()
        pictures, meshes, faces = shards.batch(rng, BATCH, training.device)
        return losses(training.model(pictures.contiguous(memory_format=torch.channels_last)), meshes, faces, weights)

    training.model.train()
    training.run(minutes, step, lambda: f"{len(shards.drawn)} shards; held out: " + held_out_report(held_out, training.average, training.device), WEIGHTS)


class Halved(torch.nn.Module):
    """A module whose parameters are kept in half precision and used in single."""

    def __init__(self, module):
        super().__init__()
        self.module, self.names = module, []
        for name, value in list(module.named_parameters()) + [item for item in module.named_buffers() if item[1].is_floating_point()]:
            owner = module.get_submodule(name.rpartition(".")[0])
            self.names.append(name)
            self.register_buffer("half_" + name.replace(".", "_"), value.detach().half())
            leaf = name.rpartition(".")[2]
            owner._parameters.pop(leaf, None)
            owner._buffers.pop(leaf, None)

    def forward(self, x):
        for name in self.names:
            path, _, leaf = name.rpartition(".")
            self.module.get_submodule(path).__dict__[leaf] = getattr(self, "half_" + name.replace(".", "_")).float()
        return self.module(x)


def upright_logit(model, shard):
    """What the presence is for nearly all faces that are turned by no more than `UPRIGHT` degrees."""
    rows = np.arange(0, len(shard), max(1, len(shard) // 150))
    pictures = torch.from_numpy(np.stack([shard.pictures[i] for i in rows])).permute(0, 3, 1, 2).float() / 255
    turned = []
    for angle in np.radians([-UPRIGHT, UPRIGHT]):
        turn = torch.tensor([[np.cos(angle), -np.sin(angle), 0], [np.sin(angle), np.cos(angle), 0], [0, 0, 1]], dtype=torch.float32)
        crops, _ = place(pictures, torch.from_numpy(shard.meshes[rows]), centred(len(rows)) @ turn)
        with torch.no_grad():
            turned.append(model(crops)[1][:, 0].numpy())
    return float(np.percentile(turned, 5))


def export(folder, path):
    model = Mesh()
    model.load_state_dict(torch.load(os.path.join(folder, "mesh.pt"), map_location="cpu")["average"])
    model.eval()
    scale = UNMISTAKABLE / max(0.5, upright_logit(model, Shard(os.path.join(folder, "shards", "real"))))
    fuse(model)
    torch.onnx.export(Halved(Exported(model, scale)).eval(), torch.rand(1, 3, SIDE, SIDE), path + ".part", opset_version=13, do_constant_folding=False,
                      input_names=["crop"], output_names=["points", "presence"])
    os.replace(path + ".part", path)


def fuse(module):
    """Takes batch normalisations into the convolutions before them."""
    for child in module.children():
        fuse(child)
    if isinstance(module, torch.nn.Sequential) and len(module) > 1 and isinstance(module[0], torch.nn.Conv2d) and isinstance(module[1], torch.nn.BatchNorm2d):
        module[0] = torch.nn.utils.fusion.fuse_conv_bn_eval(module[0].eval(), module[1].eval())
        module[1] = torch.nn.Identity()


if __name__ == "__main__":
    if sys.argv[1] == "train":
        train(sys.argv[2], float(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 4000)
    else:
        export(sys.argv[2], sys.argv[3])
