"""Looks at a face whose points are roughly known: patches laid by the points, described by their gradients, correct them."""
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

LEFT_EYE_OUTER, RIGHT_EYE_OUTER = 33, 263
DIRECTIONS = 8


class Frames:
    """Where patches lie: a middle, a unit vector along the patch's x axis and half a side, in crop sides; N×1×2, N×1×2, N×1×1."""

    def __init__(self, middle, along, half, mirrored):
        self.middle, self.half = middle, half
        x, y = along[:, :, 0:1], along[:, :, 1:2]
        self.axes = torch.cat([-along if mirrored else along, torch.cat([-y, x], 2)], 1)

    @staticmethod
    def around(points, anchors, reach, mirrored):
        """Around the mean of some points, along the line of the eyes, half a side being `reach` eye distances."""
        across = points[:, RIGHT_EYE_OUTER] - points[:, LEFT_EYE_OUTER]
        half = reach * (across * across).sum(1, keepdim=True).sqrt()
        flat = across[:, :2]
        along = flat / ((flat * flat).sum(1, keepdim=True) + 1e-8).sqrt()
        return Frames(points[:, anchors, :2].mean(1, keepdim=True), along[:, None], half[:, None], mirrored)

    def enter(self, points):
        """N×P×3 in crop sides to half patch sides from the patch's middle; depth keeps its origin."""
        flat = torch.matmul(points[:, :, :2] - self.middle, self.axes.transpose(1, 2))
        return torch.cat([flat, points[:, :, 2:]], 2) / self.half

    def leave(self, points):
        """Back to crop sides."""
        return torch.cat([torch.matmul(points[:, :, :2] * self.half, self.axes) + self.middle, points[:, :, 2:] * self.half], 2)

    def cut(self, pictures, side):
        """The patches' pixels, N×3×S×S."""
        steps = (torch.arange(side) + 0.5) * (2 / side) - 1
        y, x = torch.meshgrid(steps, steps, indexing="ij")
        raster = torch.stack([x, y], 2).view(side * side, 2)
        grid = 2 * (torch.matmul(raster, self.axes) * self.half + self.middle)
        return F.grid_sample(pictures, grid.view(-1, side, side, 2), mode="bilinear", padding_mode="border", align_corners=False)


def _slopes():
    """Derivatives in `DIRECTIONS` directions (Sobel's)."""
    across = torch.tensor([[1.0, 0, -1], [2, 0, -2], [1, 0, -1]]) / 8
    angles = (torch.arange(DIRECTIONS) * (2 * np.pi / DIRECTIONS)).tolist()
    return torch.stack([np.cos(angle) * across + np.sin(angle) * across.T for angle in angles])[:, None]


SLOPES = _slopes()


def describe(patches, cell):
    """
    Histograms of oriented gradients over cells of so many pixels, each relative to how strong gradients are around it (after
    Dalal and Triggs, "Histograms of oriented gradients for human detection", 2005), and the cells' brightness and colour by
    the patch's contrast.
    """
    grey = patches.mean(1, keepdim=True)
    grey = grey - grey.mean((2, 3), keepdim=True)
    contrast = (grey * grey).mean((2, 3), keepdim=True).sqrt() + 0.02
    grey = grey / contrast
    colour = patches[:, :2] - patches[:, 1:]
    colour = (colour - colour.mean((2, 3), keepdim=True)) / contrast
    edges = F.relu(F.conv2d(F.pad(grey, (1, 1, 1, 1), mode="replicate"), SLOPES))
    window = 2 * cell + 1
    around = F.avg_pool2d(edges.sum(1, keepdim=True), (window, 1), 1, (cell, 0), count_include_pad=False)
    around = F.avg_pool2d(around, (1, window), 1, (0, cell), count_include_pad=False)
    return F.avg_pool2d(torch.cat([edges / (around + 0.05), grey, colour], 1), cell).flatten(1)


class Look(nn.Module):
    """One kind of patch: which points it corrects, and the linear map from what is seen to how they move."""

    def __init__(self, anchors, points, reach, side, cell, rank):
        super().__init__()
        self.anchors, self.points, self.reach, self.side, self.cell, self.rank = anchors, points, reach, side, cell, rank

    def see(self, pictures, points, mirrored=None):
        """
        N×D features, the points to correct in the patches' frames and these; pictures N×3×H×W, points N×478×3 in crop sides from
        the crop's middle. `mirrored` is the mirror's order of points where the patch is looked at from behind the mirror.
        """
        anchors = self.anchors if mirrored is None else mirrored[self.anchors]
        frames = Frames.around(points, anchors, self.reach, mirrored is not None)
        places = frames.enter(points[:, self.seen(mirrored)])
        return torch.cat([describe(frames.cut(pictures, self.side), self.cell), places[:, :, :2].flatten(1)], 1), places, frames

    def seen(self, mirrored=None):
        """The points that it corrects, behind the mirror where there is one."""
        return self.points if mirrored is None else mirrored[self.points]

    def size(self, width):
        """Makes room for a map from so many features."""
        self.narrow, self.wide = nn.Linear(width, self.rank), nn.Linear(self.rank, 3 * len(self.points))

    def forward(self, features, places):
        """The points' new places in the patches' frames."""
        return places + self.wide(self.narrow(features)).view(places.shape)
