"""The camera of the plate, and how places in the scene become pixels."""
import numpy as np

WIDTH, HEIGHT = 1280, 720
FOCAL, SENSOR = 48.0, 36.0  # mm
CAMERA, TARGET = np.array([4.0, 4.0, 86.0]), np.array([0.0, 2.0, 4.0])
# What moves, in pixels: left, top, right, bottom. Outside it a frame shows what frame 0 shows.
HEAD_BOX = (376, 16, 896, 652)
STILL, STILL_FOCAL = (880, 880), 96.0
# The plate is rendered at this part of its size: the rest is left to a lens of modest sharpness.
PERCENTAGE = 80


def project(points):
    """Pixels from the upper left corner, pixel centres at .5, before the camera's drift."""
    forward = (TARGET - CAMERA) / np.linalg.norm(TARGET - CAMERA)
    right = np.cross(forward, [0, 1, 0])
    right /= np.linalg.norm(right)
    up = np.cross(right, forward)
    offset = points - CAMERA
    depth = offset @ forward
    scale = FOCAL / SENSOR * WIDTH
    return np.stack([WIDTH / 2 + scale * (offset @ right) / depth, HEIGHT / 2 - scale * (offset @ up) / depth], -1)
