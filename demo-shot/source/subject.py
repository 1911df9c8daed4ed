"""Whose face, in which pose: the vertices of the head at a frame, and the face another person lends it."""
import head as heads
import motion
import numpy as np

EYE_CENTRE = np.array([3.094, 3.614, 7.995])
EYE_AXIS = np.array([0.085, 0.0, 1.0])


def face_share(places):
    """1 in the face proper, 0 at hairline, ears and neck: where the truth of a swap is the other person."""
    return (heads.smoothstep(2.8, 5.4, places[..., 2]) * heads.smoothstep(-9.6, -7.4, places[..., 1])
            * heads.smoothstep(11.0, 9.2, places[..., 1]))


def shape_of(head, person, other=None):
    """The neutral head; with another person's, in the face."""
    shape = head.person(person["identity"])
    if other is not None:
        shape += (head.person(other["identity"]) - shape) * face_share(head.neutral)[:, None]
    return shape


def posed(head, shape, frame):
    """Every vertex of the head at a frame, and yaw, pitch and roll; None is the neutral head of a still."""
    weights = motion.REST if frame is None else motion.expression(frame)
    points = shape + head.offsets(weights)
    yaw, pitch = (0, 0) if frame is None else motion.gaze(frame)
    for side, parts in ((1, (heads.SCLERA_L, heads.IRIS_L)), (-1, (heads.SCLERA_R, heads.IRIS_R))):
        ball = head.vertices_of(*parts)
        centre = EYE_CENTRE * [side, 1, 1] + (shape[ball] - head.neutral[ball]).mean(0)
        points[ball] = (shape[ball] - centre) @ heads.rotation(yaw, pitch, 0).T + centre
    pose = (0, 0, 0) if frame is None else motion.pose(frame)
    return heads.turn(points, head.neutral[:, 1], *pose), pose
