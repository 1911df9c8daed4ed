"""Grows hair on a head: single strands in the head's own space, which follow the skull in the way of a cut."""
import numpy as np

import noise
from head import BACK, SKIN, smoothstep

# From here the skull is a height over directions.
CENTRE = np.array([0.0, 5.0, 0.5])
# Height of the hairline (cm, mean head) by direction from the front, degrees.
LINE_AT = np.array([0, 18, 34, 48, 62, 76, 88, 104, 120, 140, 180])
LINE_HEIGHT = np.array([10.6, 10.5, 10.1, 8.2, 6.0, 3.6, 4.6, 5.6, 1.5, -2.2, -3.6])


class Skull:
    """The head without its ears as a radius over directions."""

    ROWS, COLUMNS = 64, 128

    def __init__(self, head, shape):
        used = head.vertices_of(SKIN, BACK)
        p = shape[used]
        ear = (np.abs(p[:, 0]) > 7.55) & (p[:, 1] > -4) & (p[:, 1] < 6.8) & (p[:, 2] < 2.6)
        hidden = (np.abs(p[:, 0]) < 5.5) & (p[:, 2] > -4) & (p[:, 2] < 8) & (p[:, 1] < 9)
        offset = p[~ear & ~hidden & (p[:, 1] > -9)] - CENTRE
        radius = np.linalg.norm(offset, axis=1)
        directions = offset / radius[:, None]
        latitude = (np.arange(self.ROWS) + 0.5) / self.ROWS * np.pi - np.pi / 2
        longitude = (np.arange(self.COLUMNS) + 0.5) / self.COLUMNS * 2 * np.pi - np.pi
        la, lo = np.meshgrid(latitude, longitude, indexing="ij")
        grid = np.stack([np.cos(la) * np.sin(lo), np.sin(la), np.cos(la) * np.cos(lo)], -1).reshape(-1, 3)
        weight = np.exp((grid @ directions.T - 1) * 900) + 1e-12
        self.radius = ((weight @ radius) / weight.sum(1)).reshape(self.ROWS, self.COLUMNS)

    def surface(self, directions, above):
        """The places over the skull in directions, a height above its skin."""
        directions = directions / np.linalg.norm(directions, axis=-1, keepdims=True)
        row = (np.arcsin(np.clip(directions[..., 1], -1, 1)) + np.pi / 2) / np.pi * self.ROWS - 0.5
        column = (np.arctan2(directions[..., 0], directions[..., 2]) + np.pi) / (2 * np.pi) * self.COLUMNS - 0.5
        r0 = np.clip(np.floor(row).astype(int), 0, self.ROWS - 2)
        c0 = np.floor(column).astype(int)
        fr, fc = np.clip(row - r0, 0, 1), column - c0
        c0, c1 = c0 % self.COLUMNS, (c0 + 1) % self.COLUMNS
        radius = ((self.radius[r0, c0] * (1 - fc) + self.radius[r0, c1] * fc) * (1 - fr)
                  + (self.radius[r0 + 1, c0] * (1 - fc) + self.radius[r0 + 1, c1] * fc) * fr)
        return CENTRE + directions * (radius + above)[..., None]


def unit(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=-1, keepdims=True), 1e-9)


def roots(skull, random, count):
    """Directions to places within the hairline; it frays."""
    found = np.empty((0, 3))
    while len(found) < count:
        directions = unit(random.normal(size=(count * 2, 3)))
        places = skull.surface(directions, np.zeros(len(directions)))
        azimuth = np.degrees(np.arctan2(np.abs(directions[:, 0]), directions[:, 2]))
        line = np.interp(azimuth, LINE_AT, LINE_HEIGHT) + 0.35 * noise.value(places, 1.1, 3)
        inside = places[:, 1] > line + random.exponential(0.22, len(line)) - 0.1
        found = np.concatenate([found, directions[inside]])
    return found[:count]


def arcs(start, via, end, steps):
    """Paths over the sphere of directions: start to end, bent towards via."""
    t = np.linspace(0, 1, steps)[None, :, None]
    return unit((1 - t) ** 2 * start[:, None] + 2 * t * (1 - t) * via[:, None] + t**2 * end[:, None])


def clump(strands, random, guides, strength, power):
    """Pulls the strands' ends to those of the nearest of a few of them."""
    chosen = random.choice(len(strands), guides, replace=False)
    nearest = np.empty(len(strands), int)
    for low in range(0, len(strands), 4096):
        distance = ((strands[low:low + 4096, None, 0] - strands[None, chosen, 0]) ** 2).sum(-1)
        nearest[low:low + 4096] = chosen[distance.argmin(1)]
    t = np.linspace(0, 1, strands.shape[1])[None, :, None] ** power
    pull = strength * random.uniform(0.5, 1.0, (len(strands), 1, 1)) * t
    return strands + (strands[nearest] - strands) * pull


def frizz(strands, amount, size, seed):
    """Waves that grow towards the tips."""
    t = np.linspace(0, 1, strands.shape[1])[None, :, None]
    wave = np.stack([noise.fractal(strands, size, seed + axis, 2) for axis in range(3)], -1)
    return strands + wave * amount * np.minimum(t * 2.5, 1)


def tied(skull, random, parting):
    """Combed back from a parting into a knot at the back."""
    start = roots(skull, random, 15000)
    knot = unit(np.array([0.0, 1.2, -9.0]))
    side = np.tanh(start[:, 0] * 3 - 0.3 * parting)
    top = smoothstep(0.25, 0.8, start[:, 1])
    via = unit(start + np.stack([side * 0.3, 0.35 * (1 - top), -0.55 + 0 * side], -1))
    end = unit(knot + random.normal(0, 0.07, start.shape))
    path = arcs(start, via, end, 14)
    t = np.linspace(0, 1, 14)[None]
    lift = random.uniform(0.25, 1.5, len(start))[:, None] * smoothstep(0, 0.35, t) * (0.45 + 0.55 * top[:, None]) + 0.02
    strands = skull.surface(path, lift - 0.12 * (t == 0))
    strands = frizz(clump(strands, random, 420, 0.55, 0.6), 0.16, 2.0, 5)
    # Short loose hairs along the hairline.
    loose = random.choice(len(strands), 500, replace=False)
    wisps = strands[loose].copy()
    away = unit(wisps - CENTRE)
    wisps += away * (t[..., None] * random.uniform(0.1, 0.55, (500, 1, 1)))
    wisps = frizz(wisps, 0.35, 1.6, 9)
    knots = []
    for _ in range(1700):
        axis = unit(random.normal(size=3) + [0, 0, 1.5])
        u = unit(np.cross(axis, [0.3, 1, 0.2]))
        v = np.cross(axis, u)
        angle = random.uniform(0, 6.28) + np.linspace(0, 3.6, 14)
        knots.append(np.outer(np.cos(angle), u) + np.outer(np.sin(angle), v) * 0.9)
    knots = np.array(knots) * random.uniform(2.2, 2.9, (1700, 1, 1)) + skull.surface(knot[None], np.array([1.6]))[0]
    return np.concatenate([strands, wisps, frizz(knots, 0.2, 1.2, 15)])


def bob(skull, random, parting):
    """Parted in the middle, falling to below the jaw."""
    start = roots(skull, random, 17000)
    side = np.sign(start[:, 0] * 8 - parting + random.normal(0, 0.25, len(start)))
    top = smoothstep(0.2, 0.85, start[:, 1])
    back = smoothstep(0.35, -0.5, start[:, 2])
    turn = np.radians(90 + 85 * back * random.uniform(0.35, 1, len(start)) + random.normal(0, 7, len(start)))
    end = unit(np.stack([side * np.sin(turn), 0 * turn - 0.12, np.cos(turn) - 0.02], -1))
    via = unit(start + np.stack([side * (0.15 + 0.3 * top), 0.25 + 0 * side, 0 * side], -1))
    path = arcs(start, via, end, 12)
    t = np.linspace(0, 1, 12)[None]
    depth = random.uniform(0.25, 1.5, len(start))[:, None]
    upper = skull.surface(path, depth * smoothstep(0, 0.5, t) + 0.9 * t**2 - 0.1 * (t == 0))
    fall = np.linspace(0, 1, 9)[None, 1:, None]
    length = random.normal(10.5, 0.7, (len(start), 1, 1))
    outward = unit((upper[:, -1:] - CENTRE) * [1, 0, 1])
    lower = upper[:, -1:] + fall * length * [0, -1, 0] + outward * (0.9 * np.sin(fall * 2.6)) - outward * 0.8 * fall**3
    strands = np.concatenate([upper, lower], 1)
    return frizz(clump(strands, random, 320, 0.6, 0.8), 0.5, 3.0, 5)


def short(skull, random, parting):
    """A short cut: longer and combed aside on top, short at the sides."""
    start = roots(skull, random, 17000)
    top = smoothstep(0.35, 0.75, start[:, 1])
    side = np.sign(start[:, 0] * 8 - parting)
    comb = np.stack([-0.75 - 0.1 * side, 0.1 + 0 * side, 0.55 + 0 * side], -1) * top[:, None]
    comb += np.stack([0 * side, -0.9 + 0 * side, -0.25 + 0 * side], -1) * (1 - top[:, None])
    base = skull.surface(start, np.full(len(start), -0.1))
    swirl = np.stack([noise.fractal(base, 2.2, 40 + axis, 2) for axis in range(3)], -1)
    direction = unit(comb + 0.55 * swirl + random.normal(0, 0.12, start.shape))
    length = (0.9 + 2.9 * top) * random.uniform(0.75, 1.1, len(start))
    rise = (0.35 + 0.5 * top) * length
    t = np.linspace(0, 1, 9)[None]
    path = unit(start[:, None] + direction[:, None] * (t * (length / 9.5)[:, None])[..., None])
    strands = skull.surface(path, rise[:, None] * np.sin(t * 2.0) * 0.75 - 0.1 * (1 - t))
    return frizz(clump(strands, random, 700, 0.6, 1.0), 0.22, 1.2, 5)


STYLES = {"tied": tied, "bob": bob, "short": short}


def grow(head, shape, person):
    """The strands of a person's hair on a neutral head, [strand, point, 3]."""
    return STYLES[person["style"]](Skull(head, shape), np.random.default_rng(person["seed"]), person["parting"])
