"""Paints a person's skin: colour, height and roughness of the face's and the back head's texture."""
import cv2
import numpy as np

import hair
import noise
from head import BACK, SKIN, smoothstep

SIDES = {SKIN: 2048, BACK: 1024}
# The front canvas, on which lips and brows are drawn: the face seen from the front, x to the right, y downwards.
CANVAS_SCALE, CANVAS_LEFT, CANVAS_TOP, CANVAS_SIZE = 90.0, -10.0, 13.0, (1800, 2200)


def linear(srgb):
    """sRGB to linear light."""
    srgb = np.asarray(srgb, dtype=np.float32)
    return np.where(srgb <= 0.04045, srgb / 12.92, ((srgb + 0.055) / 1.055) ** 2.4)


def atlas(head, material):
    """For every texel of a material's texture its place on the mean head; row 0 is v = 1."""
    side = SIDES[material]
    places = np.zeros((side, side, 3), np.float32)
    known = np.zeros((side, side), np.uint8)
    chosen = head.material == material
    tile = np.floor(head.uv[head.face_uv[chosen][0, 0]][0])
    for corners, texture in zip(head.faces[chosen], head.face_uv[chosen]):
        for a, b, c in ((0, 1, 2), (0, 2, 3)):
            if corners[c] < 0:
                continue
            uv = head.uv[texture[[a, b, c]]] - [tile, 0]
            pixel = uv * [side, -side] + [-0.5, side - 0.5]
            low = np.floor(pixel.min(0)).astype(int)
            high = np.ceil(pixel.max(0)).astype(int) + 1
            low, high = np.maximum(low, 0), np.minimum(high, side)
            if (high <= low).any():
                continue
            xs, ys = np.meshgrid(np.arange(low[0], high[0]), np.arange(low[1], high[1]))
            (x0, y0), (x1, y1), (x2, y2) = pixel
            area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
            if abs(area) < 1e-9:
                continue
            w1 = ((xs - x0) * (y2 - y0) - (x2 - x0) * (ys - y0)) / area
            w2 = ((x1 - x0) * (ys - y0) - (xs - x0) * (y1 - y0)) / area
            w0 = 1 - w1 - w2
            inside = (w0 > -0.02) & (w1 > -0.02) & (w2 > -0.02)
            corner = head.neutral[corners[[a, b, c]]]
            place = w0[..., None] * corner[0] + w1[..., None] * corner[1] + w2[..., None] * corner[2]
            places[low[1]:high[1], low[0]:high[0]][inside] = place[inside]
            known[low[1]:high[1], low[0]:high[0]][inside] = 1
    # Texels of no face take their nearest one's place, so that filtering sees no seam.
    _, labels = cv2.distanceTransformWithLabels(1 - known, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL)
    lookup = np.zeros((labels.max() + 1, 3), np.float32)
    lookup[labels[known > 0]] = places[known > 0]
    return lookup[labels]


def spline(points, count, closed=False):
    """A smooth line through points (Catmull-Rom)."""
    points = np.asarray(points, dtype=np.float64)
    n = len(points)
    at = np.linspace(0, n if closed else n - 1, count, endpoint=not closed)
    result = []
    for t in at:
        i = min(int(t), n - 1 if closed else n - 2)
        f = t - i
        pick = (lambda k: points[k % n]) if closed else (lambda k: points[min(max(k, 0), n - 1)])
        p0, p1, p2, p3 = pick(i - 1), pick(i), pick(i + 1), pick(i + 2)
        result.append(0.5 * (2 * p1 + (p2 - p0) * f + (2 * p0 - 5 * p1 + 4 * p2 - p3) * f**2
                             + (3 * p1 - p0 - 3 * p2 + p3) * f**3))
    return np.array(result)


def canvas_of(points):
    """Places on the mean head to canvas pixels."""
    return np.stack([(points[..., 0] - CANVAS_LEFT) * CANVAS_SCALE, (CANVAS_TOP - points[..., 1]) * CANVAS_SCALE], -1)


def sample(canvas, places):
    """The canvas at every texel."""
    at = canvas_of(places).astype(np.float32)
    return cv2.remap(canvas, at[..., 0], at[..., 1], cv2.INTER_LINEAR)


def lips(landmarks):
    """How far a place is lip, 0 to 1, on the front canvas."""
    canvas = np.zeros(CANVAS_SIZE[::-1], np.uint8)
    outline = canvas_of(spline(landmarks[48:60], 200, closed=True))
    centre = outline.mean(0)
    outline = centre + (outline - centre) * [0.97, 0.92]
    cv2.fillPoly(canvas, [np.round(outline * 16).astype(np.int32)], 255, cv2.LINE_AA, 4)
    return cv2.GaussianBlur(canvas.astype(np.float32) / 255, (0, 0), 5)


def brows(landmarks, person, random):
    """How much brow hair covers a place, 0 to 1, on the front canvas: single hairs that lean outwards."""
    canvas = np.zeros(CANVAS_SIZE[::-1], np.float32)
    for side, numbers in ((-1, range(21, 16, -1)), (1, range(22, 27))):
        middle = spline(landmarks[list(numbers)][:, :2], 200)
        middle[:, 1] -= 0.30 - 0.10 * np.linspace(0, 1, 200)
        for _ in range(int(950 * person["brow_density"])):
            t = random.beta(1.05, 1.15)
            width = person["brow_width"] * 0.58 * (1 - 0.72 * t**2.2) * smoothstep(-0.12, 0.12, t)
            base = middle[int(t * 199)]
            across = np.clip(random.normal(0, 0.42), -1, 1) * width
            # Inner hairs stand up, outer ones lie along the brow; the upper ones bend down, the lower ones up.
            angle = np.radians(78 * (1 - t) ** 1.6 - 16 * t - across / width * 28 + random.normal(0, 7))
            length = random.uniform(0.36, 0.62) * (1 - 0.35 * t) * person["brow_width"] ** 0.3
            step = np.array([np.cos(angle) * side, np.sin(angle)]) * length / 6
            line = [base + [0, across] - step * 1.5]
            for k in range(6):
                line.append(line[-1] + step * [1, 1 - 0.09 * k])
            stroke = np.round(canvas_of(np.array(line)) * 16).astype(np.int32)
            layer_weight = random.uniform(0.2, 0.6)
            low = np.clip(stroke.min(0) // 16 - 4, 0, None)
            high = stroke.max(0) // 16 + 5
            patch = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
            cv2.polylines(patch, [stroke - low * 16], False, 255, 2, cv2.LINE_AA, 4)
            view = canvas[low[1]:high[1], low[0]:high[0]]
            view += (1 - view) * patch.astype(np.float32) / 255 * layer_weight
    soft = cv2.GaussianBlur(canvas, (0, 0), 9)
    return np.clip(cv2.GaussianBlur(canvas, (0, 0), 0.9) * 0.85 + soft * 0.35, 0, 1)


def spots(places, centre, sizes, random, count, radius):
    """Freckles: soft spots of random place, size and strength around a centre (both cheeks and the nose)."""
    canvas = np.zeros(CANVAS_SIZE[::-1], np.float32)
    for _ in range(count):
        at = canvas_of(centre + random.normal(size=2) * sizes)
        r = random.gamma(3, radius / 3) * CANVAS_SCALE
        cv2.circle(canvas, tuple(np.round(at * 16).astype(int)), max(int(r * 16), 16), random.uniform(0.1, 0.6), -1,
                   cv2.LINE_8, 4)
    return sample(cv2.GaussianBlur(canvas, (0, 0), 2.2), places)


def near(places, centre, radii):
    """1 at a centre, falling to 0 like a bell; a radius for each axis."""
    return np.exp(-0.5 * (((places - centre) / radii) ** 2).sum(-1))


def paint(head, places, person, tone=None):
    """Colour (linear), height (cm) and roughness of the skin at places of the mean head."""
    random = np.random.default_rng(person["seed"])
    seed = person["seed"] * 100
    marks = head.neutral[head.landmarks]
    front = smoothstep(2.0, 4.5, places[..., 2])
    mirrored = places.copy()
    mirrored[..., 0] = np.abs(mirrored[..., 0])

    base = linear(tone if tone is not None else person["tone"])
    melanin = (0.16 * noise.fractal(places, 6.0, seed + 1, 3) + 0.13 * noise.fractal(places, 1.4, seed + 5, 4)
               + 0.08 * noise.fractal(places, 0.35, seed + 9, 3)) * person["blotches"]
    blood = (0.35 * noise.fractal(places, 2.5, seed + 13, 4)
             + 0.35 * noise.fractal(places, 0.55, seed + 17, 3)) * person["blotches"]

    cheeks = near(mirrored, [4.6, 0.6, 7.5], [2.0, 1.5, 3.0])
    nose = near(mirrored, [0.0, 0.6, 12.0], [1.3, 1.2, 1.6])
    chin = near(mirrored, [0.0, -6.4, 10.0], [1.5, 0.9, 1.8])
    ears = smoothstep(7.3, 8.6, mirrored[..., 0]) * smoothstep(-4, -1, places[..., 1]) * smoothstep(7.5, 5.0, places[..., 1])
    flush = person["flush"] * (0.75 * cheeks + 0.85 * nose + 0.35 * chin + 0.9 * ears)
    under_eyes = near(mirrored, [3.0, 1.9, 9.0], [1.4, 0.5, 1.6])
    lids = near(mirrored, [3.2, 4.1, 9.2], [1.6, 0.55, 1.5])
    folds = near(mirrored, [2.4, 0.1, 10.2], [0.5, 0.45, 0.8])

    absorb = np.zeros(places.shape, np.float32)
    # Optical depths of melanin and blood for red, green and blue: more of either darkens blue and green most.
    absorb += (melanin + 0.22 * under_eyes + 0.25 * lids + 0.1 * folds)[..., None] * np.float32([0.55, 0.9, 1.2])
    absorb += (0.55 * flush + 0.26 * blood + 0.22 * under_eyes + 0.18 * lids)[..., None] * np.float32([0.10, 0.62, 0.52])

    freckles = (spots(places, [0, 1.0], [3.6, 1.7], random, person["freckles"], 0.032)
                + spots(places, [0, 3.0], [5.5, 5.5], random, person["freckles"] // 3, 0.03)) * front
    absorb += freckles[..., None] * np.float32([0.45, 0.8, 1.0]) * 0.85
    moles = spots(places, [2.0, 0.0], [3.0, 3.0], random, 3, 0.05) * front * smoothstep(-7, -5, places[..., 1])
    absorb += moles[..., None] * np.float32([1.2, 1.6, 1.9])
    colour = base * np.exp(-absorb)

    # Short hair and the hair's own shadow colour the scalp.
    azimuth = np.degrees(np.arctan2(mirrored[..., 0], places[..., 2] - 0.5))
    above = places[..., 1] - np.interp(azimuth, hair.LINE_AT, hair.LINE_HEIGHT) + 0.4 * noise.fractal(places, 0.8, seed + 81, 3)
    scalp = smoothstep(-0.5, 1.0, above) * smoothstep(7.9, 7.4, mirrored[..., 0] - 0.6 * (places[..., 1] > 7)) * 0.75
    colour = colour * (1 - scalp[..., None]) + np.float32(person["hair"]) * 1.3 * scalp[..., None]

    stubble = person["stubble"]
    height = 0.004 * noise.fractal(places, 0.16, seed + 31, 3) + 0.006 * noise.fractal(places, 0.5, seed + 35, 2)
    pores = noise.value(places, 0.07, seed + 41)
    height = height - 0.003 * smoothstep(0.35, 0.9, pores) * (0.4 + cheeks + nose)
    if stubble > 0:
        beard = front * np.clip(near(mirrored, [0, -7.5, 8.5], [5.0, 2.4, 4.5]) * 1.7
                                + near(mirrored, [0, -1.9, 11], [2.6, 0.5, 1.8]) * 1.2
                                + near(mirrored, [6.4, -4.0, 4.5], [1.4, 3.4, 3.0]) * 1.2, 0, 1)
        beard *= smoothstep(-0.25, 0.15, noise.fractal(places, 2.2, seed + 51, 3) + beard - 0.45)
        hairs = smoothstep(0.25, 0.75, noise.value(places, 0.055, seed + 55))
        covered = stubble * beard * (0.30 + 0.55 * hairs)
        colour = colour * (1 - covered[..., None]) + linear(person["brow"]) * 1.1 * covered[..., None]
        height = height + 0.006 * beard * hairs * stubble

    lip = sample(lips(marks), places) * front
    lip_lines = noise.value(places * np.float32([1, 0.12, 0.5]), 0.09, seed + 61)
    lip_colour = linear(person["lips"]) * (1 + 0.12 * lip_lines + 0.1 * noise.fractal(places, 0.6, seed + 65, 3))[..., None]
    share = (lip * person["lip_strength"])[..., None]
    colour = colour * (1 - share) + lip_colour * share
    height = height * (1 - lip) + lip * 0.010 * lip_lines
    # The rim of the lower lids and the inside of the mouth are wet and red.
    inside = near(mirrored, [0.0, -3.2, 9.2], [2.2, 0.8, 0.9])
    colour = colour * (1 - 0.8 * inside[..., None]) + linear([0.27, 0.09, 0.085]) * 0.8 * inside[..., None]

    brow = sample(brows(marks, person, random), places) * front
    colour = colour * (1 - brow[..., None]) + linear(person["brow"]) * brow[..., None]
    height = height + 0.02 * brow

    shine = person["shine"] * (0.5 * nose + 0.45 * near(mirrored, [0, 8.0, 10], [3.2, 1.6, 3]) + 0.25 * cheeks + 0.4 * lip)
    roughness = np.clip(0.46 - 0.22 * shine + 0.06 * noise.fractal(places, 0.8, seed + 71, 3) + 0.15 * brow, 0.22, 0.8)
    return colour.astype(np.float32), height.astype(np.float32), roughness.astype(np.float32)
