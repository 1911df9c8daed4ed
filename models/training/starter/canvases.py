"""Pictures for the detector: heads on face-free backgrounds, parts of clips, and backgrounds alone, with their faces."""
import numpy as np
import torch
from PIL import Image

import degrade
from faces import apply, invert, similarity, warp

# Columns of a face: box (cx, cy, w, h), five points (x, y), 1 where neither finding nor missing it is wrong.
COLUMNS = 15

# Faces with a smaller longer side are neither asked for nor punished.
SMALLEST = 14

_MIRROR = [1, 0, 2, 4, 3]


class Canvases:
    """Makes a canvas from a random generator; the same generator state makes the same canvas."""

    def __init__(self, faces, frames, backgrounds, side=320):
        self.faces, self.frames, self.backgrounds, self.side = faces, frames, backgrounds, side
        weights = faces.weights()
        self.face_odds = weights / weights.sum()
        self.background_odds = np.full(len(backgrounds), 1 / len(backgrounds))

    def draw(self, rng):
        """A 3×side×side picture of bytes and its faces."""
        kind = rng.random()
        if kind < 0.45 or (kind < 0.65 and not self.frames):
            picture, found = self._composite(rng)
        elif kind < 0.65:
            picture, found = self._frame(rng)
        else:
            picture, found = self._background(rng), []
        if rng.random() < 0.75:
            picture = degrade.camera(degrade.light(picture, rng, 0.8), rng, 0.7)
        return (picture.clamp(0, 1) * 255 + 0.5).byte(), np.array(found, np.float32).reshape(-1, COLUMNS)

    def _background(self, rng):
        photo = self.backgrounds[rng.choice(len(self.backgrounds), p=self.background_odds)].float() / 255
        length = photo.shape[1]
        photo = photo.flip(2) if rng.random() < 0.5 else photo
        if rng.random() < 0.35:
            # What the detector sees of a picture that doesn't fill its input, its edges among it.
            to_canvas = similarity(self.side / length * np.exp(rng.uniform(-1.1, 0.5)), 0, rng.uniform(0.2, 0.8, 2) * self.side, (length / 2, length / 2))
            return warp(photo, invert(to_canvas), self.side, self.side, "zeros")
        to_canvas = similarity(self.side / length * np.exp(rng.uniform(-0.3, 0.9)), rng.normal(0, 0.15), (self.side / 2, self.side / 2), rng.uniform(0.3, 0.7, 2) * length)
        return warp(photo, invert(to_canvas), self.side, self.side, "reflection")

    def _composite(self, rng):
        picture, found = self._background(rng), []
        for _ in range(rng.choice([1, 2, 3, 5], p=[0.45, 0.25, 0.2, 0.1])):
            height = np.exp(rng.uniform(np.log(15), np.log(280 if not found else 90)))
            face = self._paste(picture, rng, height)
            for other in found:
                if _covered(other, face) > 0.3:
                    other[14] = 1
            found.append(face)
        if rng.random() < 0.25:
            self._occlude(picture, found, rng)
        return picture, [face for face in found if _inside(face, self.side)]

    def _paste(self, picture, rng, height):
        i = rng.choice(len(self.faces), p=self.face_odds)
        box, points = self.faces.boxes[i].numpy(), self.faces.points[i].numpy()
        level = int(np.clip(np.floor(np.log2(box[3] / height) + 0.3), 0, len(self.faces.colours) - 1))
        colours, maps = (kind[level][i].float() / 255 for kind in (self.faces.colours, self.faces.maps))
        box, points = box / 2 ** level, points / 2 ** level
        length = colours.shape[1]
        if rng.random() < 0.5:
            colours, maps = colours.flip(2), maps.flip(2)
            points = (points * [-1, 1] + [length, 0])[_MIRROR]
            box = box * [-1, 1, 1, 1] + [length, 0, 0, 0]
        colours = degrade.light(colours, rng, 0.5) if rng.random() < 0.4 else colours
        if rng.random() < 0.8:
            matte = ((maps.amax(0, keepdim=True) - 0.2) / 0.4).clamp(0, 1)
        else:
            y = torch.linspace(-1, 1, length).abs()
            matte = ((1.02 - torch.maximum(y[:, None], y[None])) * 20).clamp(0, 1)[None]
        scale, angle = height / box[3], rng.normal(0, 0.3)
        to_canvas = similarity(scale, angle, rng.uniform(0.05, 0.95, 2) * self.side, box[:2])
        corners = apply(to_canvas, np.array([[0, 0], [length, 0], [0, length], [length, length]]))
        low = np.clip(np.floor(corners.min(0)), 0, self.side).astype(int)
        high = np.clip(np.ceil(corners.max(0)), 0, self.side).astype(int)
        if (high > low).all():
            shifted = to_canvas - np.array([[0, 0, low[0]], [0, 0, low[1]]])
            layer = torch.cat([colours * matte, matte])
            size = high - low
            layer = warp(layer, invert(shifted), size[1], size[0], "zeros")
            part = picture[:, low[1]:high[1], low[0]:high[0]]
            part.copy_(part * (1 - layer[3:]) + layer[:3])
        return _face(box, points, to_canvas, scale, angle, 0)

    def _occlude(self, picture, found, rng):
        """Pieces of other backgrounds in front of faces; a face that is hidden by more than a third becomes optional."""
        for face in found:
            if rng.random() < 0.4:
                continue
            w, h = face[2:4]
            cx, cy = face[:2] + rng.uniform(-0.6, 0.6, 2) * (w, h)
            half_w, half_h = rng.uniform(0.1, 0.45) * w, rng.uniform(0.1, 0.45) * h
            x1, y1 = np.clip([cx - half_w, cy - half_h], 0, self.side).astype(int)
            x2, y2 = np.clip([cx + half_w, cy + half_h], 0, self.side).astype(int)
            if x2 - x1 < 2 or y2 - y1 < 2:
                continue
            piece = warp(self.backgrounds[rng.integers(len(self.backgrounds))].float() / 255, similarity(rng.uniform(0.5, 2), 0, rng.uniform(50, 300, 2), (0, 0)), y2 - y1, x2 - x1, "reflection")
            picture[:, y1:y2, x1:x2] = piece
            overlap = max(0, min(x2, face[0] + w / 2) - max(x1, face[0] - w / 2)) * max(0, min(y2, face[1] + h / 2) - max(y1, face[1] - h / 2))
            if overlap > 0.33 * w * h:
                face[14] = 1

    def _frame(self, rng):
        frame, faces = self.frames[rng.integers(len(self.frames))]
        frame = frame.float() / 255
        angle = rng.normal(0, 0.2)
        if faces and rng.random() < 0.8:
            face = faces[rng.integers(len(faces))]
            scale = np.exp(rng.uniform(np.log(15), np.log(280))) / max(face[1][2:4])
            scale = np.clip(scale, 0.25, 4)
            centre, place = face[1][:2], rng.uniform(0.1, 0.9, 2) * self.side
        else:
            scale, place = np.exp(rng.uniform(-0.9, 0.9)), (self.side / 2, self.side / 2)
            centre = rng.uniform(0.2, 0.8, 2) * (frame.shape[2], frame.shape[1])
        to_canvas = similarity(scale, angle, place, centre)
        picture = warp(frame, invert(to_canvas), self.side, self.side, "zeros" if rng.random() < 0.5 else "border")
        found = [_face(np.array(box), np.array(points), to_canvas, scale, angle, score < 0.6) for score, box, points in faces]
        return maybe_mirrored(picture, [face for face in found if _inside(face, self.side)], rng, self.side)


def _face(box, points, to_canvas, scale, angle, ignored):
    """A face carried over: the box around an ellipse as large as the old box, turned."""
    half = np.array(box[2:4]) / 2 * scale
    c, s = np.cos(angle), np.sin(angle)
    size = 2 * np.hypot(half * [c, c], half[::-1] * [s, s])
    face = np.concatenate([apply(to_canvas, np.array(box[:2])[None])[0], size, apply(to_canvas, np.asarray(points).reshape(5, 2)).ravel(), [float(ignored)]])
    if size.max() < SMALLEST:
        face[14] = 1
    return face


def maybe_mirrored(picture, found, rng, side):
    """Left and right exchanged, half of the time."""
    if rng.random() < 0.5:
        return picture, found
    for face in found:
        face[0] = side - face[0]
        points = face[4:14].reshape(5, 2)
        face[4:14] = (points * [-1, 1] + [side, 0])[_MIRROR].ravel()
    return picture.flip(2), found


def _covered(face, by):
    """The share of one box that another covers."""
    overlap = [max(0, min(face[i] + face[i + 2] / 2, by[i] + by[i + 2] / 2) - max(face[i] - face[i + 2] / 2, by[i] - by[i + 2] / 2)) for i in (0, 1)]
    return overlap[0] * overlap[1] / max(face[2] * face[3], 1e-6)


def _inside(face, side):
    """Keeps what touches the canvas; what is half outside becomes optional."""
    seen = [max(0, min(side, face[i] + face[i + 2] / 2) - max(0, face[i] - face[i + 2] / 2)) / face[i + 2] for i in (0, 1)]
    share = seen[0] * seen[1]
    if share < 0.6:
        face[14] = 1
    return share > 0.02


def clip_frames(detections, held_out, split, certain=0.5):
    """Frames of clips with the teacher's faces: (3×H×W bytes, [(score, box, points)])."""
    seen = {}
    for line in open(detections):
        fields = line.rstrip("\n").split("\t")
        faces = seen.setdefault(fields[0], [])
        if len(fields) > 1:
            values = [float(field) for field in fields[1:]]
            x1, y1, x2, y2 = values[1:5]
            faces.append((values[0], [(x1 + x2) / 2, (y1 + y2) / 2, x2 - x1, y2 - y1], values[5:15]))
    result = []
    for name, faces in sorted(seen.items()):
        if split.is_held_out(name) != held_out or not faces:
            continue
        result.append((torch.from_numpy(np.array(Image.open(name).convert("RGB"))).permute(2, 0, 1).contiguous(), faces))
    return result
