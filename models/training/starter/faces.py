"""The cut-out heads with what the teachers know of them, and the backgrounds to put them on."""
import os

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image

import split

SIDE = 384


class Faces:
    """
    Rows of the arrays that `teachers faces` writes: colours, maps (skin, clothes, hair), doubts of the maps, five points, box
    (cx, cy, w, h), mesh. Colours, maps and doubts are lists: N×3×384×384 bytes and their halvings.
    """

    def __init__(self, folder, held_out):
        names = open(os.path.join(folder, "names.txt")).read().split("\n")[:-1]
        rows = [i for i, name in enumerate(names) if split.is_held_out(name) == held_out]
        self.names = [names[i] for i in rows]
        self.people = [split.person(name) for name in self.names]
        load = lambda kind: np.load(os.path.join(folder, kind + ".npy"), mmap_mode="r")[rows]
        self.colours, self.maps, self.doubts = (halvings(torch.from_numpy(load(kind)).permute(0, 3, 1, 2)) for kind in ("colours", "maps", "doubts"))
        self.points, self.boxes, self.meshes = (torch.from_numpy(load(kind)) for kind in ("points", "boxes", "meshes"))

    def __len__(self):
        return len(self.names)

    def weights(self):
        """Every person counts alike, however many pictures there are, but one of a clip four times."""
        counts = {name: self.people.count(name) for name in set(self.people)}
        clip = [0 if "london" in name or "composite" in name else 1 for name in self.names]
        return np.array([(1 + 3 * c) / counts[p] for p, c in zip(self.people, clip)])


def halvings(pictures, levels=3):
    """N×C×H×W bytes and as many halvings."""
    result = [pictures.contiguous()]
    for _ in range(levels):
        result.append(torch.cat([(F.avg_pool2d(part.float(), 2) + 0.5).byte() for part in result[-1].split(32)]))
    return result


def backgrounds(detections, held_out, side=SIDE, doubtful=0.9):
    """Squares of photos in which the detector sees no face: N×3×side×side bytes. Photos with a doubtful one are left out."""
    seen = {}
    for line in open(detections):
        fields = line.rstrip("\n").split("\t")
        seen[fields[0]] = max(seen.get(fields[0], 0), float(fields[1]) if len(fields) > 1 else 0)
    squares = []
    for name, score in sorted(seen.items()):
        if score >= doubtful or split.is_held_out_background(name) != held_out:
            continue
        picture = Image.open(name).convert("RGB")
        scale = side / min(picture.size)
        picture = picture.resize([max(side, round(length * scale)) for length in picture.size], Image.BICUBIC)
        spare = max(picture.size) - side
        for start in {0, spare} if spare > side // 4 else {spare // 2}:
            left, top = (start, 0) if picture.size[0] > picture.size[1] else (0, start)
            squares.append(np.asarray(picture.crop((left, top, left + side, top + side))))
    return torch.from_numpy(np.stack(squares)).permute(0, 3, 1, 2).contiguous()


def pyramid(picture, levels):
    """A float C×H×W picture and its halvings."""
    result = [picture]
    for _ in range(levels):
        if min(result[-1].shape[1:]) < 8:
            break
        result.append(F.avg_pool2d(result[-1][None], 2)[0])
    return result


def warp(picture, matrix, height, width, padding="border"):
    """
    Samples a C×H×W picture: `matrix` (2×3) takes continuous pixels of the result to continuous pixels of the picture.
    Pictures that are made much smaller are averaged first.
    """
    scale = float(abs(matrix[0, 0] * matrix[1, 1] - matrix[0, 1] * matrix[1, 0])) ** 0.5
    level = max(0, int(np.floor(np.log2(max(scale, 1e-6)) + 0.3)))
    chosen = pyramid(picture, level)[-1]
    theta = pixel_to_unit(matrix, height, width, picture.shape[1], picture.shape[2])
    grid = F.affine_grid(theta[None], [1, 1, height, width], align_corners=False)
    return F.grid_sample(chosen[None], grid, mode="bilinear", padding_mode=padding, align_corners=False)[0]


def pixel_to_unit(matrix, height, width, source_height, source_width):
    """The map of `warp` in the units of affine_grid, −1 to 1 from side to side."""
    m = np.asarray(matrix, np.float64)
    outer = np.array([[2 / source_width, 0, -1], [0, 2 / source_height, -1], [0, 0, 1]])
    inner = np.array([[width / 2, 0, width / 2], [0, height / 2, height / 2], [0, 0, 1]])
    return torch.from_numpy((outer @ np.vstack([m, [0, 0, 1]]) @ inner)[:2].astype(np.float32))


def similarity(scale, angle, centre_to, centre_from):
    """2×3 matrix: turns by `angle`, multiplies by `scale`, takes `centre_from` to `centre_to`."""
    c, s = scale * np.cos(angle), scale * np.sin(angle)
    linear = np.array([[c, -s], [s, c]])
    return np.hstack([linear, (np.asarray(centre_to) - linear @ np.asarray(centre_from))[:, None]])


def invert(matrix):
    """The inverse of a 2×3 matrix."""
    return np.linalg.inv(np.vstack([matrix, [0, 0, 1]]))[:2]


def apply(matrix, points):
    """A 2×3 matrix applied to N×2 points."""
    return points @ matrix[:, :2].T + matrix[:, 2]
