"""Layers that the networks share."""
from torch import nn


def conv(inputs, outputs, size, stride=1, groups=1, active=True):
    """Convolution, batch normalisation, rectifier."""
    layers = [nn.Conv2d(inputs, outputs, size, stride, size // 2, groups=groups, bias=False), nn.BatchNorm2d(outputs)]
    return nn.Sequential(*layers, *([nn.ReLU(inplace=True)] if active else []))


class Separable(nn.Module):
    """Depthwise 3×3 and pointwise, with a shortcut where the shape stays."""

    def __init__(self, inputs, outputs, stride=1):
        super().__init__()
        self.depthwise, self.pointwise = conv(inputs, inputs, 3, stride, inputs), conv(inputs, outputs, 1)
        self.keeps = inputs == outputs and stride == 1

    def forward(self, x):
        y = self.pointwise(self.depthwise(x))
        return x + y if self.keeps else y
