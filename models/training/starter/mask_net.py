"""The network that tells skin, clothes and hair apart, with the contract of its teacher."""
import torch
from torch import nn
from torch.nn import functional as F

from layers import Separable, conv

# The teacher's input, and what this network really looks at and answers on.
OUTER, INNER, GRID = 512, 256, 128


class Mask(nn.Module):
    """N×3×256×256, red green blue less ImageNet's mean over its deviation, to logits N×3×128×128 (skin, clothes, hair)."""

    def __init__(self, a=16, b=32, c=56, d=96):
        super().__init__()
        self.at_half = nn.Sequential(conv(3, a, 3, 2), Separable(a, a))
        self.at_quarter = nn.Sequential(conv(a, b, 3, 2), Separable(b, b))
        self.at_eighth = nn.Sequential(conv(b, c, 3, 2), Separable(c, c), Separable(c, c))
        self.at_sixteenth = nn.Sequential(Separable(c, d, 2), Separable(d, d), Separable(d, d), Separable(d, d))
        self.context = nn.Conv2d(d, d, 1)
        self.narrow = nn.ModuleList([conv(d, c, 1, active=False), conv(c, b, 1, active=False), conv(b, a, 1, active=False)])
        self.join = nn.ModuleList([Separable(c, c), Separable(b, b), Separable(a, a)])
        self.head = nn.Conv2d(a, 3, 1)

    def forward(self, x):
        half = self.at_half(x)
        quarter = self.at_quarter(half)
        eighth = self.at_eighth(quarter)
        y = self.at_sixteenth(eighth)
        y = y + self.context(y.mean((2, 3), keepdim=True))
        for narrow, join, finer in zip(self.narrow, self.join, (eighth, quarter, half)):
            y = join(F.interpolate(narrow(y), scale_factor=2.0, mode="bilinear", align_corners=False) + finer)
        return self.head(y)


class Exported(nn.Module):
    """1×3×512×512 in, three probabilities of that size out."""

    def __init__(self, mask):
        super().__init__()
        self.mask = mask

    def forward(self, x):
        grid = torch.sigmoid(self.mask(F.avg_pool2d(x, OUTER // INNER)))
        return F.interpolate(grid, scale_factor=float(OUTER // GRID), mode="bilinear", align_corners=False)
