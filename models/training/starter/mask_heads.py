"""Pictures for the mask: the teacher's heads with other hair, skin, clothes, backgrounds and light, bent, hidden, blurred."""
import numpy as np
import torch
import torch.nn.functional as F

import degrade
import mask_hair
from faces import SIDE, invert, pixel_to_unit, similarity, warp
from mask_net import GRID, INNER

# The rows of a sample: red, green, blue, then skin, clothes and hair, then the teacher's doubt of each.
SKIN, CLOTHES, HAIR = 3, 4, 5
LABELS, DOUBTS = slice(3, 6), slice(6, 9)

# Heads are drawn from the cut-outs as they are, somewhat finer than the network's picture.
LEVEL = 0


class Heads:
    """Makes a sample from a random generator; the same generator state makes the same sample."""

    def __init__(self, faces, photos):
        self.faces, self.photos = faces, photos
        weights = faces.weights()
        self.odds = weights / weights.sum()

    def draw(self, rng):
        """A 3×INNER×INNER picture and 6×GRID×GRID maps (skin, clothes, hair; how far each counts), all bytes."""
        i = rng.choice(len(self.faces), p=self.odds)
        layers = self._warped(i, rng, lengthened=0.15)
        if rng.random() < 0.5:
            _transplant(layers, self._warped(rng.choice(len(self.faces), p=self.odds), rng, lengthened=0.7))
        if rng.random() < 0.3:
            mask_hair.fall(layers[:3], layers[LABELS], layers[DOUBTS], rng)
        self._recolour(layers, rng)
        if rng.random() < 0.75:
            matte = ((layers[LABELS].amax(0) - 0.25) / 0.5).clamp(0, 1)
            layers[:3] = layers[:3] * matte + self._background(rng) * (1 - matte)
            layers[DOUBTS] *= matte
        if rng.random() < 0.35:
            hidden = _occluder(rng)
            layers[:3] = layers[:3] * (1 - hidden) + self._photo(rng) * hidden
            layers[3:] *= 1 - hidden
        picture = degrade.light(layers[:3], rng, 0.8)
        if rng.random() < 0.4:
            small = int(INNER * rng.uniform(0.25, 0.8))
            picture = F.interpolate(F.interpolate(picture[None], (small, small), mode="area"), (INNER, INNER), mode="bilinear", align_corners=False)[0]
        picture = degrade.camera(picture, rng, 0.8)
        maps = layers[3:] if GRID == INNER else F.avg_pool2d(layers[3:], INNER // GRID)
        return _mirrored(_bytes(picture), _bytes(torch.cat([maps[:3], 1 - 0.9 * maps[3:].clamp(0, 1)])), rng)

    def again(self, sample, rng):
        """The same at another exposure, mirrored perhaps."""
        picture, maps = sample
        return _mirrored((picture.float() * float(np.exp(rng.normal(0, 0.2)))).clamp(max=255).byte(), maps, rng)

    def _warped(self, i, rng, lengthened):
        """A head, shifted, turned, stretched and bent: its nine rows; with some probability its lower part is drawn out."""
        layers = torch.cat([self.faces.colours[LEVEL][i], self.faces.maps[LEVEL][i], self.faces.doubts[LEVEL][i]]).float() / 255
        side = layers.shape[1]
        stretch = np.exp(rng.normal(0, 0.08))
        to_crop = similarity(INNER / side * np.exp(rng.normal(0, 0.13)), rng.normal(0, 0.17), INNER / 2 + rng.normal(0, 0.05 * INNER, 2), (side / 2, side / 2))
        to_crop[:, :2] = to_crop[:, :2] * [[stretch], [1 / stretch]]
        to_crop[:, 2] = INNER / 2 + (to_crop[:, 2] - INNER / 2) * [stretch, 1 / stretch]
        grid = F.affine_grid(pixel_to_unit(invert(to_crop), INNER, INNER, side, side)[None], [1, 1, INNER, INNER], align_corners=False)
        waves = torch.from_numpy(rng.normal(0, 0.035, (1, 2, 5, 5)).astype(np.float32))
        grid = grid + F.interpolate(waves, (INNER, INNER), mode="bicubic", align_corners=True).permute(0, 2, 3, 1)
        if rng.random() < lengthened:
            _lengthen(grid, rng)
        layers = layers.flip(2) if rng.random() < 0.5 else layers
        return F.grid_sample(layers[None], grid, mode="bilinear", padding_mode="border", align_corners=False)[0]

    def _recolour(self, layers, rng):
        """Hair, skin and clothes of other colours; clothes of another stuff."""
        if rng.random() < 0.6:
            _dye(layers, layers[HAIR], rng, 0.7, 0.25)
        if rng.random() < 0.4:
            _dye(layers, layers[SKIN], rng, 0.3, 0.1)
        if rng.random() < 0.6:
            clothes = layers[CLOTHES]
            if rng.random() < 0.5:
                grey = layers[:3].mean(0)
                share = float(rng.uniform(0.5, 1))
                layers[:3] += clothes * share * (self._photo(rng) * (0.4 + grey) - layers[:3])
            else:
                _dye(layers, clothes, rng, 0.7, 0.4)

    def _background(self, rng):
        """A part of a photo, or a wall: one colour that changes slowly."""
        if rng.random() < 0.6:
            return self._photo(rng)
        wall = torch.from_numpy((rng.uniform(0.02, 1) * np.exp(rng.normal(0, 0.12, (1, 3, 1, 1))) * np.exp(rng.normal(0, 0.15, (1, 1, 3, 3)))).astype(np.float32))
        return F.interpolate(wall, (INNER, INNER), mode="bicubic", align_corners=True)[0].clamp(0, 1)

    def _photo(self, rng):
        photo = self.photos[rng.integers(len(self.photos))].float() / 255
        scale = INNER / SIDE * np.exp(rng.uniform(0.1, 1.6))
        to_crop = similarity(scale, rng.uniform(-3, 3), (INNER / 2, INNER / 2), rng.uniform(0.3, 0.7, 2) * photo.shape[1])
        return degrade.light(warp(photo, invert(to_crop), INNER, INNER, "reflection"), rng, 0.6)


def _lengthen(grid, rng):
    """Draws out what lies below the mouth or so, hair most of all; in place on a grid that looks into the cut-out."""
    begin, reach = rng.uniform(0.05, 0.5), rng.uniform(1.3, 3.5)
    y = grid[..., 1]
    grid[..., 1] = torch.where(y > begin, begin + (y - begin) / reach, y)


def _transplant(layers, other):
    """Puts the hair of another head, whose face lies at the same place, over a head."""
    hair = other[HAIR].clone()
    layers[:3] = layers[:3] * (1 - hair) + other[:3] * hair
    layers[LABELS] *= 1 - hair
    layers[HAIR] = torch.maximum(layers[HAIR], hair)
    layers[DOUBTS] = torch.maximum(layers[DOUBTS] * (1 - hair), other[DOUBTS] * (other[HAIR] > 0.1))


def _dye(layers, where, rng, brightness, tint):
    """Another colour where a map is set: brightness and tint change by factors of these deviations (of the logarithm)."""
    factor = torch.from_numpy((np.exp(rng.normal(0, brightness)) * np.exp(rng.normal(0, tint, (3, 1, 1)))).astype(np.float32))
    lift = float(rng.uniform(0, 0.25)) if rng.random() < 0.4 else 0.0
    layers[:3] += where * ((layers[:3] * factor + lift).clamp(0, 1) - layers[:3])


def _occluder(rng):
    """A bar, an ellipse or a corner that hides a part, with a slightly soft edge: 1×INNER×INNER."""
    y, x = torch.meshgrid(torch.arange(INNER) + 0.5, torch.arange(INNER) + 0.5, indexing="ij")
    angle, (cx, cy) = rng.uniform(0, np.pi), INNER * (0.5 + rng.normal(0, 0.17, 2))
    u = (x - cx) * float(np.cos(angle)) + (y - cy) * float(np.sin(angle))
    v = (y - cy) * float(np.cos(angle)) - (x - cx) * float(np.sin(angle))
    kind, a, b = rng.random(), INNER * rng.uniform(0.03, 0.14), INNER * rng.uniform(0.05, 0.3)
    if kind < 0.4:
        distance = torch.maximum(u.abs() - a, v.abs() - b)
    elif kind < 0.8:
        distance = (torch.sqrt((u / a) ** 2 + (v / b) ** 2) - 1) * min(a, b)
    else:
        distance = u + INNER * 0.15
    return torch.sigmoid(-distance / rng.uniform(0.4, 2))[None]


def _bytes(values):
    return (values.clamp(0, 1) * 255 + 0.5).byte()


def _mirrored(picture, maps, rng):
    return (picture.flip(2), maps.flip(2)) if rng.random() < 0.5 else (picture, maps)
