"""Samples are made once and learnt from several times: making one costs more than a step of learning."""


class Replay:
    """The last samples that a function of a random generator made."""

    def __init__(self, draw, again, batch=16, fresh=6, remembered=2000):
        self.draw, self.again, self.size, self.fresh, self.remembered = draw, again, batch, fresh, remembered
        self.samples = []

    def batch(self, rng):
        """As many samples as a batch holds; those that were used before go through `again`."""
        chosen = []
        for _ in range(self.fresh if len(self.samples) >= self.size else self.size):
            sample = self.draw(rng)
            if len(self.samples) < self.remembered:
                self.samples.append(sample)
            else:
                self.samples[rng.integers(self.remembered)] = sample
            chosen.append(sample)
        while len(chosen) < self.size:
            chosen.append(self.again(self.samples[rng.integers(len(self.samples))], rng))
        return chosen
