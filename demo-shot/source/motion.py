"""What the person in the plate does: four seconds of turning, speaking, blinking and smiling."""
import numpy as np

RATE, FRAMES = 24, 96
REST = {"eyeBlink_L": 0.10, "eyeBlink_R": 0.12, "eyeSquint_L": 0.1, "eyeSquint_R": 0.1, "mouthSmile_L": 0.06, "mouthSmile_R": 0.08}

TURN = [(0, -4, 0, 0), (0.35, -2, 1, 1), (1.05, 35, 3, 2), (1.35, 34, 2, 2), (2.25, -35, -2, -3), (2.5, -34, -1, -3),
        (3.2, 4, 2, -4), (3.6, 7, 0, -5), (4.0, 5, 1, -4)]  # seconds; yaw, pitch, roll in degrees
BLINKS = [0.42, 1.62, 2.78]
# Sounds: second, length, and what lips and jaw do at its height.
SOUNDS = [
    (0.14, 0.22, {"jawOpen": 0.34, "mouthLowerDown_L": 0.3, "mouthLowerDown_R": 0.3}),
    (0.33, 0.20, {"mouthFunnel": 0.55, "jawOpen": 0.18}),
    (0.52, 0.22, {"jawOpen": 0.44, "mouthUpperUp_L": 0.2, "mouthUpperUp_R": 0.2}),
    (0.70, 0.16, {"mouthPress_L": 0.5, "mouthPress_R": 0.5}),
    (0.88, 0.24, {"mouthStretch_L": 0.45, "mouthStretch_R": 0.45, "jawOpen": 0.20}),
    (1.10, 0.26, {"jawOpen": 0.50, "mouthLowerDown_L": 0.25, "mouthLowerDown_R": 0.25}),
    (1.32, 0.20, {"mouthPucker": 0.60, "jawOpen": 0.10}),
    (1.52, 0.22, {"jawOpen": 0.32, "mouthUpperUp_L": 0.25, "mouthUpperUp_R": 0.25}),
    (1.72, 0.18, {"mouthRollLower": 0.45, "mouthUpperUp_L": 0.2, "mouthUpperUp_R": 0.2}),
    (1.92, 0.26, {"jawOpen": 0.46, "mouthStretch_L": 0.2, "mouthStretch_R": 0.2}),
    (2.14, 0.22, {"mouthFunnel": 0.45, "jawOpen": 0.22}),
    (2.34, 0.22, {"jawOpen": 0.26, "mouthStretch_L": 0.3, "mouthStretch_R": 0.3}),
]


def _ease(keys, t):
    """Keys joined by cubic curves that rest at the keys' own slopes (monotone Hermite)."""
    times = np.array([key[0] for key in keys])
    values = np.array([key[1:] for key in keys], float)
    slope = np.diff(values, axis=0) / np.diff(times)[:, None]
    tangent = np.zeros_like(values)
    inner = slope[:-1] * slope[1:] > 0
    tangent[1:-1] = np.where(inner, 2 * slope[:-1] * slope[1:] / np.where(inner, slope[:-1] + slope[1:], 1), 0)
    i = int(np.clip(np.searchsorted(times, t, "right") - 1, 0, len(times) - 2))
    h = times[i + 1] - times[i]
    f = (t - times[i]) / h
    return ((1 + 2 * f) * (1 - f) ** 2 * values[i] + f * (1 - f) ** 2 * h * tangent[i]
            + f * f * (3 - 2 * f) * values[i + 1] + f * f * (f - 1) * h * tangent[i + 1])


def _bump(t, centre, length):
    """A smooth rise and fall."""
    x = (t - centre) / length
    return np.cos(np.pi * np.clip(x, -0.5, 0.5)) ** 2


def pose(frame):
    """Yaw, pitch and roll of the head in degrees."""
    t = frame / RATE
    return _ease(TURN, t) + np.array([0.5 * np.sin(3.1 * t), 0.8 * np.sin(6.3 * t + 1), 0.4 * np.sin(2.2 * t)])


def gaze(frame):
    """Yaw and pitch of both eyes against the head in degrees: they look for the camera, with small darts."""
    yaw, pitch, _ = pose(frame)
    dart = [0, 1.5, -1.0, 0.8, -2.0, 0.5, 1.0, 0.0][int(frame / RATE * 2)]
    return np.clip(-0.75 * yaw, -20, 20) + dart, np.clip(-0.6 * pitch, -6, 6)


def expression(frame):
    """The expression's weights by name."""
    t = frame / RATE
    weights = dict(REST)

    def add(name, weight):
        weights[name] = weights.get(name, 0.0) + float(weight)

    for centre, length, shape in SOUNDS:
        strength = _bump(t, centre, length * 1.5)
        for name, weight in shape.items():
            add(name, weight * strength)
    smile = np.clip((t - 2.45) / 0.55, 0, 1)
    smile = smile * smile * (3 - 2 * smile)
    for side in "LR":
        add("mouthSmile_" + side, 0.85 * smile)
        add("cheekSquint_" + side, 0.5 * smile)
        add("mouthUpperUp_" + side, 0.18 * smile)
        add("mouthLowerDown_" + side, 0.15 * smile)
        add("eyeSquint_" + side, 0.3 * smile)
        blink = sum(max(0.0, 1 - abs(t - centre) / 0.125) for centre in BLINKS)
        add("eyeBlink_" + side, (1 - weights["eyeBlink_" + side]) * min(blink * 1.25, 1))
        add("browOuterUp_" + side, 0.35 * _bump(t, 1.05, 0.9))
    add("browInnerUp_L", 0.4 * _bump(t, 0.55, 0.8))
    add("browInnerUp_R", 0.4 * _bump(t, 0.55, 0.8))
    add("jawOpen", 0.10 * smile)
    yaw, pitch = gaze(frame)
    look = abs(yaw) / 30
    add("eyeLookOut_L" if yaw > 0 else "eyeLookIn_L", look)
    add("eyeLookIn_R" if yaw > 0 else "eyeLookOut_R", look)
    for side in "LR":
        add(("eyeLookDown_" if pitch > 0 else "eyeLookUp_") + side, abs(pitch) / 30)
    return weights
