"""From the renderer's passes to a picture: noise is taken out of the light, not out of the skin's colours."""
import os

os.environ["OPENCV_IO_ENABLE_OPENEXR"] = "1"
import cv2
import numpy as np

# How far light travels below the skin, cm, red green blue, and the share of it that does.
SCATTER, SCATTERED = (0.16, 0.065, 0.035), 0.8


def load(folder, name, frame):
    """A pass of a frame, red first."""
    picture = cv2.imread(os.path.join(folder, f"{name}{frame:04d}.exr"), cv2.IMREAD_UNCHANGED)
    if picture is None:
        raise SystemExit(f"develop: the pass '{name}' of frame {frame} is not in {folder}; render it first.")
    return picture[..., 2::-1] if picture.ndim == 3 else picture


def smooth(values, guides, levels, sharpness):
    """Edge-avoiding a-trous wavelet smoothing; guides are pictures in which one unit is an edge."""
    result = values
    for level in range(levels):
        step = 1 << level
        total = np.zeros_like(result)
        weights = np.zeros(result.shape[:2], np.float32)
        pad = 2 * step
        padded = cv2.copyMakeBorder(result, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
        guide = cv2.copyMakeBorder(guides, pad, pad, pad, pad, cv2.BORDER_REPLICATE)
        rows, columns = weights.shape
        for dy, wy in zip((-2, -1, 0, 1, 2), (1, 4, 6, 4, 1)):
            for dx, wx in zip((-2, -1, 0, 1, 2), (1, 4, 6, 4, 1)):
                y, x = pad + dy * step, pad + dx * step
                apart = guide[y:y + rows, x:x + columns] - guides
                weight = (wy * wx) * np.exp(-sharpness * np.einsum("ijk,ijk->ij", apart, apart))
                total += padded[y:y + rows, x:x + columns] * weight[..., None]
                weights += weight
        result = total / weights[..., None]
    return result


def scatter(light, depth, pixels_per_cm):
    """Spreads light as skin does: a narrow and a wide bell for each colour."""
    result = light.copy()
    for channel, reach in enumerate(SCATTER):
        spread = sum(share * cv2.GaussianBlur(light[..., channel], (0, 0), max(reach * width * pixels_per_cm, 0.3))
                     for share, width in ((0.6, 1.0), (0.4, 2.4)))
        result[..., channel] += SCATTERED * (spread - result[..., channel])
    # Beyond everything there is no light to spread.
    return np.where(depth[..., None] < 1e5, result, light)


def develop(folder, frame, pixels_per_cm, shine=1.0):
    """The picture in linear light, premultiplied, and its alpha; shine is the part of the reflections that is taken."""
    picture = cv2.imread(os.path.join(folder, f"Image{frame:04d}.exr"), cv2.IMREAD_UNCHANGED)
    alpha = picture[..., 3]
    normal, depth = load(folder, "Normal", frame), load(folder, "Depth", frame)
    depth = depth[..., 0] if depth.ndim == 3 else depth
    colour = load(folder, "DiffCol", frame)
    light = load(folder, "DiffDir", frame) + load(folder, "DiffInd", frame)
    gloss = load(folder, "GlossDir", frame) + load(folder, "GlossInd", frame)
    gloss_colour = load(folder, "GlossCol", frame)
    flat = np.minimum(depth, 200)[..., None]
    # The hair's body is dark: there the light stays as it is, hair lives from its contrasts.
    guides = np.concatenate([normal * 2.2, flat * 0.9, np.sqrt(colour) * 2.0, alpha[..., None] * 3], -1)
    light = np.minimum(light, 12)
    skin = cv2.erode(np.clip((colour.max(-1) - 0.06) / 0.08, 0, 1), np.ones((3, 3)))[..., None]
    quiet = smooth(light, guides, 4, 2.5)
    quiet = scatter(quiet, depth, pixels_per_cm)
    light = light + (quiet - light) * (0.45 + 0.55 * skin)
    fine = np.concatenate([normal * 4.0, flat * 0.9, np.sqrt(colour) * 4.0, alpha[..., None] * 3], -1)
    gloss_quiet = smooth(np.minimum(gloss, 20), fine, 3, 2.5)
    # Catch lights are small, sharp and free of noise.
    gloss_quiet = np.where(gloss_quiet.max(-1, keepdims=True) > 0.5, gloss, gloss_quiet)
    gloss = gloss + (gloss_quiet - gloss) * (0.45 + 0.55 * skin)
    return colour * light + shine * gloss_colour * gloss, alpha
