"""From the renderer's passes to what is committed: plate, stills, truths and landmarks.

    python3 finish.py WORK OUT [plate|stills|truth|landmarks...]
"""
import json
import os
import subprocess
import sys

import cv2
import numpy as np

import develop
import head as heads
import motion
import people
import subject
from render_jobs import PLATE, TRUTH_FRAMES, TRUTHS
from view import HEAD_BOX, HEIGHT, WIDTH, project

MARGIN = 48
# Stills are taken as through a polarising filter: what shines would be swapped into another light.
STILL_SHINE = 0.35


def room_behind():
    """The room behind, far out of focus, in linear light, with a margin for the camera's drift."""
    random = np.random.default_rng(4)
    rows, columns = HEIGHT + 2 * MARGIN, WIDTH + 2 * MARGIN
    y, x = np.mgrid[0:rows, 0:columns].astype(np.float32)
    picture = np.float32([0.115, 0.100, 0.082]) * (1.25 - 0.55 * x / columns - 0.15 * y / rows)[..., None]

    def box(left, top, right, bottom, colour):
        picture[top:bottom, left:right] = colour

    # A window with a bar, a curtain, a shelf of books with a plant, and a lamp.
    box(70, 40, 330, 520, (0.95, 1.05, 1.15))
    box(192, 40, 208, 520, (0.10, 0.085, 0.07))
    box(70, 262, 330, 276, (0.10, 0.085, 0.07))
    box(330, 20, 404, 620, (0.20, 0.16, 0.12))
    for shelf, bottom in enumerate((250, 430, 610)):
        left = 905
        while left < 1290:
            width, tall = int(random.integers(12, 30)), int(random.integers(85, 140))
            if random.uniform() > 0.12:
                box(left, bottom - tall, left + width, bottom, random.uniform(0.3, 1.1) * np.array(
                    [(0.16, 0.05, 0.035), (0.05, 0.075, 0.10), (0.13, 0.11, 0.07), (0.045, 0.07, 0.05), (0.18, 0.15, 0.12)][int(random.integers(5))]))
            left += width + 2
        box(890, bottom, 1310, bottom + 14, (0.055, 0.036, 0.022))
    for _ in range(90):
        at = (int(random.normal(500, 34)), int(random.normal(520, 62)))
        cv2.ellipse(picture, at, (int(random.integers(10, 26)), 6), float(random.uniform(0, 180)), 0, 360,
                    tuple(float(v) for v in random.uniform(0.3, 1.2) * np.array([0.035, 0.085, 0.03])), -1)
    box(465, 590, 540, 720, (0.17, 0.09, 0.055))
    cv2.circle(picture, (1180, 90), 46, (2.4, 1.55, 0.80), -1)
    radius = 21
    disc = (np.hypot(*np.mgrid[-radius:radius + 1, -radius:radius + 1]) <= radius).astype(np.float32)
    return cv2.GaussianBlur(cv2.filter2D(picture, -1, disc / disc.sum()), (0, 0), 3)


def drift(frame):
    """The camera's slight move as a 2x3 matrix on pixel places: a hand-held pan and a slow push in."""
    t = frame / motion.RATE
    zoom = 1.0 + 0.006 * t
    dx = 5.0 * np.sin(0.9 * t) + 1.2 * np.sin(2.7 * t + 1)
    dy = 2.5 * np.sin(1.3 * t + 0.5) + 0.8 * np.sin(3.9 * t)
    return np.array([[zoom, 0, (1 - zoom) * WIDTH / 2 + dx], [0, zoom, (1 - zoom) * HEIGHT / 2 + dy]])


def warp(picture, matrix, size):
    """Moves a picture; the matrix speaks of pixel centres at .5, OpenCV of centres at whole numbers."""
    half = matrix.copy()
    half[:, 2] += matrix[:, :2] @ [0.5, 0.5] - 0.5
    return cv2.warpAffine(picture, half, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def grade(light, exposure=0.62):
    """Scene light to sRGB: an exposure and a curve with a soft shoulder (K. Narkowicz's fit of the ACES curve)."""
    x = np.maximum(light, 0) * exposure
    x = np.clip(x * (2.51 * x + 0.03) / (x * (2.43 * x + 0.59) + 0.14), 0, 1)
    return np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.maximum(x, 1e-9) ** (1 / 2.4) - 0.055)


def grain(picture, frame, strength):
    """A camera's noise, stronger in the darks, the same for the same frame."""
    random = np.random.default_rng(1000 + frame)
    noise = random.normal(0, 1, picture.shape).astype(np.float32)
    noise = cv2.GaussianBlur(noise, (0, 0), 0.55) * 1.6
    noise = 0.75 * noise.mean(-1, keepdims=True) * 1.7 + 0.35 * noise
    return picture + noise * strength * (1.25 - 0.6 * picture)


def enlarge(picture, size):
    """To full size, with a little of the sharpness that a lens of that size would have."""
    large = cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC)
    return np.maximum(large + 0.35 * (large - cv2.GaussianBlur(large, (0, 0), 1.0)), 0)


class Composer:
    """Puts developed heads into the shot."""

    def __init__(self, work):
        self.work = work
        self.room = room_behind()
        picture, alpha = develop.develop(os.path.join(work, "body"), 0, 16)
        self.body = enlarge(np.dstack([picture, alpha]), (WIDTH, HEIGHT))

    def frame(self, job, number):
        """A frame of a job in linear light, before grade and grain."""
        left, top, right, bottom = HEAD_BOX
        picture, alpha = develop.develop(os.path.join(self.work, job), number, 16)
        part = enlarge(np.dstack([picture, alpha]), (right - left, bottom - top))
        soft = np.zeros(part.shape[:2], np.float32)
        soft[12:-12, 12:-12] = 1
        soft = cv2.GaussianBlur(soft, (0, 0), 5)[..., None]
        whole = self.body.copy()
        whole[top:bottom, left:right] += (part - whole[top:bottom, left:right]) * soft
        matrix = drift(number)
        whole = warp(whole, matrix, (WIDTH, HEIGHT))
        behind = matrix.copy()
        behind[:, 2] = 0.55 * matrix[:, 2] - MARGIN * matrix[0, 0]
        behind = warp(self.room, behind, (WIDTH, HEIGHT))
        alpha = np.clip(whole[..., 3:], 0, 1)
        light = whole[..., :3] + behind * (1 - alpha)
        # The lens scatters a little of the brightest light.
        return light + 0.04 * (cv2.GaussianBlur(light, (0, 0), 18) - light)


def bytes_of(picture):
    """8 bits a channel, blue first."""
    return (np.clip(picture, 0, 1) * 255 + 0.5).astype(np.uint8)[..., ::-1]


def finish_plate(work, out):
    composer = Composer(work)
    command = ["ffmpeg", "-v", "error", "-y", "-f", "rawvideo", "-pix_fmt", "bgr24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(motion.RATE),
               "-i", "-", "-vf", "scale=out_color_matrix=bt709:out_range=tv", "-c:v", "libx264", "-preset", "slow", "-crf", "17", "-pix_fmt", "yuv420p",
               "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-movflags", "+faststart", "-threads", "1",
               os.path.join(out, "plate.mp4")]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        for number in range(motion.FRAMES):
            kept = os.path.join(work, "frames", f"{number:04d}.png")
            os.makedirs(os.path.dirname(kept), exist_ok=True)
            if not os.path.exists(kept):
                cv2.imwrite(kept, bytes_of(grain(grade(composer.frame("plate", number)), number, 0.010)))
            encoder.stdin.write(cv2.imread(kept).tobytes())


def finish_truth(work, out):
    composer = Composer(work)
    for name in TRUTHS:
        os.makedirs(os.path.join(out, "truth", name), exist_ok=True)
        for number in TRUTH_FRAMES:
            picture = grade(composer.frame(f"truth-{name}", number))
            cv2.imwrite(os.path.join(out, "truth", name, f"{number:04d}.jpg"), bytes_of(picture), [cv2.IMWRITE_JPEG_QUALITY, 94])


def finish_stills(work, out):
    os.makedirs(os.path.join(out, "people"), exist_ok=True)
    wall = np.float32([0.19, 0.185, 0.175])
    for name in people.PEOPLE:
        if not os.path.exists(os.path.join(work, f"still-{name}", "done0000")):
            continue
        picture, alpha = develop.develop(os.path.join(work, f"still-{name}"), 0, 29, STILL_SHINE)
        y = np.linspace(1.15, 0.8, picture.shape[0], dtype=np.float32)[:, None, None]
        light = 1.15 * picture + wall * y * (1 - alpha[..., None])
        finished = grain(grade(light), hash_of(name), 0.006)
        cv2.imwrite(os.path.join(out, "people", f"{name}.jpg"), bytes_of(finished), [cv2.IMWRITE_JPEG_QUALITY, 93])


def hash_of(name):
    """A number for a name, the same in every run."""
    return sum(ord(letter) * 31**place for place, letter in enumerate(name)) % 100000


def finish_landmarks(work, out):
    """The 68 landmarks and both pupils of every frame, in pixels from the upper left corner, centres at .5."""
    head = heads.Head()
    shape = subject.shape_of(head, people.PEOPLE[PLATE])
    frames = []
    for number in range(motion.FRAMES):
        points, pose = subject.posed(head, shape, number)
        pupils = [points[head.vertices_of(part)][np.argmax(head.neutral[head.vertices_of(part)][:, 2])]
                  for part in (heads.SCLERA_R, heads.SCLERA_L)]
        matrix = drift(number)
        places = project(np.concatenate([points[head.landmarks], pupils])) @ matrix[:, :2].T + matrix[:, 2]
        weights = motion.expression(number)
        frames.append({"frame": number, "pose": [round(float(value), 2) for value in pose],
                       "blink": round(float(weights["eyeBlink_L"]), 3), "jawOpen": round(float(weights.get("jawOpen", 0)), 3),
                       "points": [[round(float(value), 2) for value in place] for place in places]})
    with open(os.path.join(out, "landmarks.json"), "w") as file:
        json.dump({"width": WIDTH, "height": HEIGHT, "rate": motion.RATE,
                   "order": "68 points in iBUG's order, then the pupils of the right and of the left eye; "
                            "pixels from the upper left corner, pixel centres at .5; pose is yaw to the subject's left, pitch downwards, roll to the left shoulder, degrees",
                   "frames": frames}, file, separators=(",", ":"))
        file.write("\n")


PARTS = {"plate": finish_plate, "stills": finish_stills, "truth": finish_truth, "landmarks": finish_landmarks}

if __name__ == "__main__":
    work_folder, out_folder, *chosen = sys.argv[1:]
    for part in chosen or PARTS:
        PARTS[part](work_folder, out_folder)
