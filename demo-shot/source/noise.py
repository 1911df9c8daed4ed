"""Seeded noise over points in space, the same on every machine."""
import numpy as np


def _hash(x, y, z, seed):
    """A fraction in 0...1 for every lattice point."""
    h = (x * np.uint32(0x8DA6B343)) ^ (y * np.uint32(0xD8163841)) ^ (z * np.uint32(0xCB1AB31F))
    h ^= np.uint32((seed * 0x9E3779B9 + 0x7F4A7C15) & 0xFFFFFFFF)
    h ^= h >> np.uint32(15)
    h *= np.uint32(0x2C1B3C6D)
    h ^= h >> np.uint32(12)
    h *= np.uint32(0x297A2D39)
    h ^= h >> np.uint32(15)
    return h.astype(np.float32) * np.float32(1 / 4294967296.0)


def value(points, size, seed):
    """Value noise, -1...1, with cells of a size in the points' unit."""
    scaled = points / size
    floor = np.floor(scaled)
    cell = floor.astype(np.int64).astype(np.uint32)
    f = (scaled - floor).astype(np.float32)
    f = f * f * (3 - 2 * f)
    x, y, z = (cell[..., i] for i in range(3))
    one = np.uint32(1)
    fx, fy, fz = (f[..., i] for i in range(3))

    def along_x(yy, zz):
        a = _hash(x, yy, zz, seed)
        return a + (_hash(x + one, yy, zz, seed) - a) * fx

    def along_y(zz):
        a = along_x(y, zz)
        return a + (along_x(y + one, zz) - a) * fy

    a = along_y(z)
    return (a + (along_y(z + one) - a) * fz) * 2 - 1


def fractal(points, size, seed, octaves=4, gain=0.5):
    """Octaves of value noise, each of half the size and the gain of the one before; about -1...1."""
    total, weight, amplitude = 0, 0, 1.0
    for octave in range(octaves):
        total = total + amplitude * value(points + 17.3 * octave, size / 2**octave, seed + octave)
        weight += amplitude
        amplitude *= gain
    return total / weight * 1.6
