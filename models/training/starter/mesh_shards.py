"""Shards of labelled faces, and which of them come how often."""
import os

import numpy as np

# The shards' crops are this much wider than the face, the network's that much.
SHARD_MARGIN, MARGIN = 1.9, 1.5
REAL_SHARE = 0.15
# No face comes more often than this, by the commonest kind.
MOST_OFTEN = 6.0


class Shard:
    """The arrays of a folder that `synthesis` writes; pictures stay on the disk."""

    def __init__(self, folder):
        self.pictures = np.load(os.path.join(folder, "pictures.npy"), mmap_mode="r")
        self.meshes = np.load(os.path.join(folder, "meshes.npy"))
        self.names = open(os.path.join(folder, "names.txt")).read().splitlines()
        self.side = self.pictures.shape[1]

    def __len__(self):
        return len(self.names)


class Shards:
    """All drawn shards that are there and the real faces, the clips' people and the photos' alike in weight."""

    def __init__(self, folder):
        self.folder, self.drawn = folder, []
        self.real = Shard(os.path.join(folder, "real"))
        people = [_person(name) for name in self.real.names]
        odds = np.array([1 / people.count(person) for person in people])
        odds *= np.where([person.startswith("photo") for person in people], 1, 12)
        self.real_odds = _cumulated(odds * _rarity(self.real.meshes))
        self.look_again()

    def look_again(self):
        """Takes up the drawn shards that have come since."""
        names = sorted(name for name in os.listdir(self.folder) if name.startswith("drawn-") and os.path.exists(os.path.join(self.folder, name, "names.txt")))
        if len(names) > len(self.drawn):
            self.drawn += [Shard(os.path.join(self.folder, name)) for name in names[len(self.drawn):]]
            self.drawn_odds = _cumulated(np.concatenate([_rarity(shard.meshes) for shard in self.drawn]))

    def draw(self, rng, count):
        """Pictures N×S×S×3, 0–255, and meshes N×478×3 in pixels of the shards' crops."""
        real = rng.random(count) < REAL_SHARE
        numbers = np.where(real, np.searchsorted(self.real_odds, rng.random(count)), np.searchsorted(self.drawn_odds, rng.random(count)))
        rows = []
        for is_real, number in zip(real, numbers):
            shard, rest = (self.real, number) if is_real else (self.drawn[0], number)
            position = 0
            while not is_real and rest >= len(shard):
                rest -= len(shard)
                position += 1
                shard = self.drawn[position]
            rows.append((shard, rest))
        return np.stack([shard.pictures[row] for shard, row in rows]), np.stack([shard.meshes[row] for shard, row in rows])


def _cumulated(odds):
    return np.cumsum(odds / odds.sum()).clip(max=1 - 1e-12)


def _rarity(meshes):
    """How much oftener a face should come for what it does: mouth and lids opened or shut as few are, a head that is turned."""
    across = meshes[:, 263] - meshes[:, 33]
    unit = np.linalg.norm(across, axis=1)
    gap = lambda a, b: np.linalg.norm((meshes[:, a] - meshes[:, b])[:, :2], axis=1) / unit
    kinds = (gap(13, 14), np.linspace(0, 0.4, 13)), (gap(159, 145) + gap(386, 374), np.linspace(0, 0.3, 13)), (np.abs(across[:, 2]) / unit, np.linspace(0, 1, 9))
    often = 1.0
    for values, edges in kinds:
        bins = np.clip(np.digitize(values, edges), 0, len(edges))
        counts = np.bincount(bins, minlength=len(edges) + 1)
        often = often * (counts.max() / counts[bins]) ** 0.4
    return np.minimum(often, MOST_OFTEN)


def _person(name):
    folder, file = os.path.split(name)
    folder = os.path.basename(folder)
    return "photo " + file if folder.startswith("london") or folder in ("composite", "lisa", "zoom") else folder
