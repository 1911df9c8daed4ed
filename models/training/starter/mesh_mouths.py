"""
Mouths as soft clips show them. Photos and renders know open mouths as black or as white teeth; small codecs and low light
bring an opening close to the skin around it, and lips too, and the label must still be found.
"""
import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image, ImageDraw

from mesh_net import LIPS

# The lips' outer and inner contours, each once around.
OUTER, INNER = LIPS[:20], LIPS[20:31] + LIPS[:30:-1]
# Under the nose, on the chin, beside the corners.
SKIN_AROUND = [164, 18, 200, 206, 426]
OPENING_SHARE, LIPS_SHARE = 0.45, 0.35
FINER = 2


def fade(pictures, meshes, rng):
    """Brings openings and lips closer to the skin's colour; pictures N×3×S×S in place, meshes N×478×3 in crop sides from the crop's middle."""
    side = pictures.shape[2]
    corners = (meshes[:, :, :2] + 0.5).numpy()
    skin = F.grid_sample(pictures, 2 * meshes[:, None, SKIN_AROUND, :2], padding_mode="border", align_corners=False).mean((2, 3))
    openings, lips = rng.random(len(pictures)) < OPENING_SHARE, rng.random(len(pictures)) < LIPS_SHARE
    for i in np.flatnonzero(openings | lips):
        inside = _cover(corners[i, INNER], side)
        if lips[i]:
            ring = (_cover(corners[i, OUTER], side) - inside).clamp(min=0)
            pictures[i].lerp_(skin[i, :, None, None].expand_as(pictures[i]), ring * float(rng.uniform(0, 0.8)))
        if openings[i]:
            shade = np.exp(rng.normal(-0.35, 0.35)) * np.array([1.0, rng.uniform(0.8, 1), rng.uniform(0.8, 1)])
            colour = skin[i] * torch.from_numpy(shade.astype(np.float32))
            pictures[i].lerp_(colour[:, None, None].expand_as(pictures[i]), inside * float(rng.uniform(0.3, 0.95)))


def _cover(corners, side):
    """How much of each pixel a polygon covers, 1×S×S; corners in crop sides."""
    image = Image.new("L", (side * FINER, side * FINER))
    ImageDraw.Draw(image).polygon([tuple(corner) for corner in (corners * side * FINER - 0.5).tolist()], fill=255)
    cover = torch.from_numpy(np.asarray(image, np.float32)) / 255
    return F.avg_pool2d(cover[None], FINER)
