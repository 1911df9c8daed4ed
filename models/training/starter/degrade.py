"""What cameras and codecs do to pictures. Pictures are float C×H×W in 0–1."""
import io

import numpy as np
import torch
import torch.nn.functional as F
from PIL import Image


def light(picture, rng, strength=1.0):
    """Gain, gamma, tint, saturation and a soft light from one side."""
    _, height, width = picture.shape
    gain = np.exp(rng.normal(0, 0.3 * strength))
    if rng.random() < 0.12 * strength:
        gain *= rng.uniform(0.08, 0.5)
    tint = torch.from_numpy(np.exp(rng.normal(0, 0.1 * strength, (3, 1, 1))).astype(np.float32))
    result = picture.clamp(0, 1) ** float(np.exp(rng.normal(0, 0.25 * strength))) * float(gain) * tint
    if rng.random() < 0.5:
        angle, slope = rng.uniform(0, 2 * np.pi), rng.uniform(0, 0.8 * strength)
        y, x = torch.meshgrid(torch.linspace(-1, 1, height), torch.linspace(-1, 1, width), indexing="ij")
        result = result * (1 + float(slope) * (np.cos(angle) * x + np.sin(angle) * y)).clamp(min=0.1)
    grey = result.mean(0, keepdim=True)
    saturation = 0 if rng.random() < 0.06 * strength else np.clip(rng.normal(1, 0.3 * strength), 0, 2)
    return (grey + (result - grey) * float(saturation)).clamp(0, 1)


def blur(picture, sigma_x, sigma_y):
    """A Gaussian blur with a deviation a direction, in pixels."""
    for sigma, axis in ((sigma_x, 2), (sigma_y, 1)):
        if sigma < 0.15:
            continue
        radius = int(np.ceil(2.5 * sigma))
        taps = torch.exp(-0.5 * (torch.arange(-radius, radius + 1) / float(sigma)) ** 2)
        taps = (taps / taps.sum()).view(1, 1, *((1, -1) if axis == 2 else (-1, 1)))
        padding = (radius, radius, 0, 0) if axis == 2 else (0, 0, radius, radius)
        picture = F.conv2d(F.pad(picture[:, None], padding, mode="replicate"), taps)[:, 0]
    return picture


def camera(picture, rng, strength=1.0):
    """Blur, motion blur, noise, sometimes JPEG."""
    kind = rng.random()
    if kind < 0.3:
        sigma = rng.uniform(0, 1.6 * strength)
        picture = blur(picture, sigma, sigma)
    elif kind < 0.45:
        along = rng.uniform(0.5, 3 * strength)
        picture = blur(picture, *((along, 0) if rng.random() < 0.6 else (0, along)))
    if rng.random() < 0.5:
        noise = rng.standard_normal(picture.shape, dtype=np.float32) * np.float32(rng.uniform(0, 0.05 * strength))
        picture = (picture + torch.from_numpy(noise)).clamp(0, 1)
    return jpeg(picture, int(rng.uniform(20, 90))) if rng.random() < 0.25 else picture


def jpeg(picture, quality):
    """Through a JPEG file and back."""
    file = io.BytesIO()
    Image.fromarray((picture.permute(1, 2, 0).numpy() * 255 + 0.5).astype(np.uint8)).save(file, "JPEG", quality=quality)
    return torch.from_numpy(np.asarray(Image.open(file), np.float32) / 255).permute(2, 0, 1)
