"""The landmark network: a face's crop to 478 points with depth and a face's presence."""
import torch
from torch import nn

from layers import conv

SIDE, POINTS, COMPONENTS = 112, 478, 96


class Residual(nn.Module):
    """Layers beside a shortcut."""

    def __init__(self, *layers):
        super().__init__()
        self.layers = nn.Sequential(*layers)

    def forward(self, x):
        return x + self.layers(x)


def separable(width):
    """Depthwise 3×3 and pointwise beside a shortcut."""
    return Residual(conv(width, width, 3, groups=width), conv(width, width, 1))


class Mesh(nn.Module):
    """N×3×112×112, red green blue, 0–1, to N×478×3 in crop sides from the crop's middle and the presence's logit."""

    def __init__(self, a=24, b=56, c=96, narrow=32):
        super().__init__()
        self.body = nn.Sequential(
            conv(3, a, 7, 4), separable(a),
            conv(a, b, 3, 2), Residual(conv(b, b, 3)), separable(b),
            conv(b, c, 3, 2), separable(c), separable(c),
            conv(c, narrow, 1), nn.Flatten())
        self.code = nn.Linear(narrow * (SIDE // 16) ** 2, COMPONENTS)
        self.shape = nn.Linear(COMPONENTS, 3 * POINTS)
        self.presence = nn.Linear(COMPONENTS, 1)

    def begin(self, meshes):
        """Starts the last layer from principal components: N×478×3 in crop sides from the crop's middle."""
        flat = meshes.flatten(1)
        mean = flat.mean(0)
        variances, components = torch.linalg.eigh((flat - mean).T @ (flat - mean) / len(flat))
        with torch.no_grad():
            self.shape.bias.copy_(mean)
            self.shape.weight.copy_((components * variances.clamp(min=0).sqrt())[:, -COMPONENTS:])

    def forward(self, x):
        code = self.code(self.body((x - 0.5) * 4))
        return self.shape(code).view(-1, POINTS, 3), self.presence(code)


class Exported(nn.Module):
    """The contract of the public network: points in pixels of the crop, the presence on its scale."""

    def __init__(self, mesh, presence_scale):
        super().__init__()
        self.mesh, self.presence_scale = mesh, presence_scale

    def forward(self, x):
        points, presence = self.mesh(x)
        return ((points + torch.tensor([0.5, 0.5, 0.0])) * float(SIDE)).flatten(1), presence * self.presence_scale
