"""The loop that all networks share: AdamW, cosine cycles, an average of the weights, checkpoints that are gone on from."""
import copy
import os
import time

import numpy as np
import torch

CHECK = 250
WARM_UP = 200


class Training:
    """A network with its optimiser, its running average (the one that is exported) and its checkpoint."""

    def __init__(self, checkpoint, model, peak_rate, steps_a_cycle):
        torch.set_num_threads(int(os.environ.get("THREADS", "1")))
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.checkpoint, self.peak_rate, self.steps_a_cycle = checkpoint, peak_rate, steps_a_cycle
        self.model = model.to(self.device).to(memory_format=torch.channels_last)
        self.average, self.steps = copy.deepcopy(self.model).eval(), 0
        self.optimiser = torch.optim.AdamW(self.model.parameters(), peak_rate, weight_decay=1e-3)
        if os.path.exists(checkpoint):
            state = torch.load(checkpoint, map_location=self.device)
            self.model.load_state_dict(state["model"])
            self.average.load_state_dict(state["average"])
            self.optimiser.load_state_dict(state["optimiser"])
            self.steps = state["step"]

    def run(self, minutes, step, report, weights):
        """Steps until the time is up; `step(rng)` gives named losses, `weights` says how much each counts."""
        begun, started, end = self.steps, time.time(), time.time() + 60 * minutes
        sums, summed = dict.fromkeys(weights, 0.0), 0
        while time.time() < end:
            rate = self._rate()
            for group in self.optimiser.param_groups:
                group["lr"] = rate
            losses = step(np.random.default_rng([1, self.steps]))
            self.optimiser.zero_grad(set_to_none=True)
            sum(weights[name] * value for name, value in losses.items()).backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 5.0)
            self.optimiser.step()
            self.steps += 1
            self._follow()
            for name, value in losses.items():
                sums[name] += float(value)
            summed += 1
            if self.steps % CHECK == 0 or time.time() >= end:
                seconds = (time.time() - started) / (self.steps - begun)
                shown = ", ".join(f"{name} {value / summed:.4f}" for name, value in sums.items())
                print(f"{self.steps}: {seconds * 1000:.0f} ms a step, {shown}; {report()}", flush=True)
                sums, summed = dict.fromkeys(weights, 0.0), 0
                self._save()

    def answer(self, pictures):
        """What the network says of a batch; computed with short numbers, given with whole ones."""
        with torch.autocast(self.device.type, torch.bfloat16):
            given = self.model(pictures.to(self.device).contiguous(memory_format=torch.channels_last))
        return [part.float() for part in given] if isinstance(given, list) else given.float()

    def _rate(self):
        phase = self.steps % self.steps_a_cycle / self.steps_a_cycle
        return self.peak_rate * (0.02 + 0.49 * (1 + np.cos(np.pi * phase))) * min(1, (self.steps + 1) / WARM_UP)

    def _follow(self):
        keep = min(0.998, (1 + self.steps) / (20 + self.steps))
        with torch.no_grad():
            for ours, theirs in zip(self.average.state_dict().values(), self.model.state_dict().values()):
                if ours.is_floating_point():
                    ours.mul_(keep).add_(theirs, alpha=1 - keep)
                else:
                    ours.copy_(theirs)

    def _save(self):
        torch.save({"model": self.model.state_dict(), "average": self.average.state_dict(), "optimiser": self.optimiser.state_dict(), "step": self.steps}, self.checkpoint + ".part")
        os.replace(self.checkpoint + ".part", self.checkpoint)
