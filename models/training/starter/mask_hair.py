"""Long hair, which few photographed heads have: strands of a head's own colour that fall beside its face over neck and clothes."""
import numpy as np
import torch
import torch.nn.functional as F


def fall(colours, maps, doubts, rng):
    """
    Lays one or two falls of hair over a head, in place: colours 3×S×S in 0–1, maps (skin, clothes, hair) and doubts 3×S×S.
    A head without hair or face stays as it is.
    """
    skin, hair = maps[0], maps[2]
    side = skin.shape[0]
    face = (skin[int(0.35 * side):int(0.55 * side)].mean(0) > 0.3).nonzero()
    if len(face) < side // 8 or hair.sum() < 0.004 * side * side:
        return
    left, right = float(face.min()), float(face.max())
    width = right - left
    colour = (colours * hair).sum((1, 2)) / hair.sum()
    both = rng.random() < 0.7
    for direction in ((-1, 1) if both else (rng.choice([-1, 1]),)):
        edge = left if direction < 0 else right
        cover = _shape(side, edge, direction, width, rng)
        strands = colour[:, None, None] * _strands(side, rng)
        colours.lerp_(strands.clamp(0, 1), cover)
        maps[:2] *= 1 - cover
        hair.copy_(torch.maximum(hair, cover))
        doubts *= 1 - cover


def _shape(side, edge, direction, width, rng):
    """How much of each pixel a fall covers: from the face's edge outward, from the temple down."""
    y = ((torch.arange(side) + 0.5) / side)[:, None]
    x = (torch.arange(side) + 0.5)[None]
    wave = lambda size, knots: _line(side, knots, rng) * float(size * width)
    inner = edge + direction * (wave(0.06, 5) - width * float(rng.uniform(-0.02, 0.22)) * (1 - y)) + wave(0.015, 40)
    outer = edge + direction * width * (float(rng.uniform(0.12, 0.45)) + float(rng.uniform(0, 0.6)) * (y - 0.3)) + wave(0.05, 6) + wave(0.02, 50)
    soft = float(rng.uniform(0.5, 3))
    across = torch.sigmoid(direction * (x - inner) / soft) * torch.sigmoid(direction * (outer - x) / soft)
    top, end, fray = float(rng.uniform(0.2, 0.4)), float(rng.uniform(0.6, 1.2)), _line(side, 60, rng)[:, 0][None] * 0.03
    return across * torch.sigmoid((y - top) * 30) * torch.sigmoid((end + fray - y) * 60)


def _strands(side, rng):
    """Light along strands, about 1: fine from side to side, slow from top to bottom."""
    fine = rng.normal(0, 1, (1, 1, 4, int(rng.integers(side // 4, side))))
    broad = rng.normal(0, 1, (1, 1, 3, 8))
    grow = lambda knots: F.interpolate(torch.from_numpy(knots.astype(np.float32)), (side, side), mode="bicubic", align_corners=True)[0]
    return torch.exp(grow(fine) * float(rng.uniform(0.03, 0.3)) + grow(broad) * float(rng.uniform(0.05, 0.35)))


def _line(side, knots, rng):
    """A smooth random line through so many knots of unit deviation, S×1."""
    values = torch.from_numpy(rng.normal(0, 1, (1, 1, knots)).astype(np.float32))
    return F.interpolate(values, side, mode="linear", align_corners=True)[0, 0][:, None]
