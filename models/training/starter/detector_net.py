"""The face detector: anchor-free, strides 8, 16 and 32, YuNet's outputs (class, objectness, box, five points)."""
import torch
from torch import nn

from layers import Separable, conv

STRIDES = (8, 16, 32)
POINTS = 10

# What learning adds to the logits of the scores: the surer a cell is seen to show no face, the less it counts, which lifts
# every score. Without it one half lies in the middle of where the held-out faces and the false ones part (0.7 to 0.9).
LIFT = 1.5


class Detector(nn.Module):
    """N×3×H×W, blue green red, 0–255, sides multiples of 32, to (score logits, boxes, points) a level, as maps."""

    def __init__(self, a=24, b=40, c=64, d=96, neck=48):
        super().__init__()
        self.stem = nn.Sequential(conv(3, a, 5, 4), Separable(a, a))
        self.eighth = nn.Sequential(conv(a, b, 3, 2), Separable(b, b), Separable(b, b))
        self.sixteenth = nn.Sequential(conv(b, c, 3, 2), Separable(c, c), Separable(c, c), Separable(c, c))
        self.thirtysecond = nn.Sequential(Separable(c, d, 2), Separable(d, d), Separable(d, d), Separable(d, d))
        self.lateral = nn.ModuleList(conv(width, neck, 1) for width in (b, c, d))
        self.smooth = nn.ModuleList(Separable(neck, neck) for _ in STRIDES)
        self.heads = nn.ModuleList(nn.Sequential(Separable(neck, neck), nn.Conv2d(neck, 1 + 4 + POINTS, 1)) for _ in STRIDES)
        for head in self.heads:
            nn.init.normal_(head[1].weight, 0, 0.01)
            nn.init.zeros_(head[1].bias)
            head[1].bias.data[0] = -4.0
            head[1].bias.data[3:5] = 1.0

    def forward(self, x):
        x = (x - 127.5) / 64
        eighth = self.eighth(self.stem(x))
        sixteenth = self.sixteenth(eighth)
        thirtysecond = self.thirtysecond(sixteenth)
        top = self.lateral[2](thirtysecond)
        middle = self.lateral[1](sixteenth) + nn.functional.interpolate(top, scale_factor=2.0, mode="nearest")
        bottom = self.lateral[0](eighth) + nn.functional.interpolate(middle, scale_factor=2.0, mode="nearest")
        return [head(smooth(level)) for head, smooth, level in zip(self.heads, self.smooth, (bottom, middle, top))]


class Exported(nn.Module):
    """YuNet's twelve outputs: cls, obj, bbox, kps, each at strides 8, 16, 32; class and objectness are the score, less the lift."""

    def __init__(self, detector):
        super().__init__()
        self.detector = detector

    def forward(self, x):
        levels = [level.flatten(2).transpose(1, 2) for level in self.detector(x)]
        scores = [torch.sigmoid(level[..., :1] - LIFT) for level in levels]
        return (*scores, *[score * 1.0 for score in scores], *[level[..., 1:5] for level in levels], *[level[..., 5:] for level in levels])


NAMES = [f"{kind}_{stride}" for kind in ("cls", "obj", "bbox", "kps") for stride in STRIDES]
