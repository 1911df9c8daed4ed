"""A face out of a frame and back with OpenCV, as Python tools do it: 8-bit, bilinear.

Reads one JSON request a line from standard input and answers each with one line. "version" tells OpenCV's, "setup" loads a scene, "run" goes the
way once ("way": "frame" blends the whole frame, "box" only the rectangle around the crop) and tells the milliseconds,
"save" writes the last frame as raw 8-bit RGB.
"""

import json
import sys
import time

import cv2
import numpy


def box_mask(size, blur):
    """FaceFusion's box mask: a border of zeros, blurred so that half of the blur lies on either side of its edge."""
    amount = int(size * 0.5 * blur)
    border = max(amount // 2, 1)
    mask = numpy.ones((size, size), numpy.float32)
    mask[:border] = 0
    mask[-border:] = 0
    mask[:, :border] = 0
    mask[:, -border:] = 0
    return cv2.GaussianBlur(mask, (0, 0), amount * 0.25) if amount > 0 else mask


def paste(frame, crop, mask, to_frame):
    """Warps mask and crop into the frame and blends channel by channel, in place."""
    size = frame.shape[1::-1]
    mask = cv2.warpAffine(mask, to_frame, size).clip(0, 1)
    crop = cv2.warpAffine(crop, to_frame, size, borderMode=cv2.BORDER_REPLICATE)
    for channel in range(3):
        frame[:, :, channel] = mask * crop[:, :, channel] + (1 - mask) * frame[:, :, channel]


def paste_in_box(frame, crop, mask, to_frame):
    """As paste, in the rectangle of the frame around the crop."""
    side = crop.shape[0]
    corners = numpy.array([[0, 0], [side, 0], [side, side], [0, side]], numpy.float64)
    corners = corners @ to_frame[:, :2].T + to_frame[:, 2]
    x1, y1 = numpy.clip(numpy.floor(corners.min(0)), 0, frame.shape[1::-1]).astype(int)
    x2, y2 = numpy.clip(numpy.ceil(corners.max(0)), 0, frame.shape[1::-1]).astype(int)
    moved = to_frame.copy()
    moved[:, 2] -= (x1, y1)
    paste(frame[y1:y2, x1:x2], crop, mask, moved)


def main():
    scene = None
    frame = None
    for line in sys.stdin:
        request = json.loads(line)
        if request["do"] == "version":
            answer = {"version": cv2.__version__}
        elif request["do"] == "setup":
            scene = request
            cv2.setNumThreads(request["threads"])
            shape = (request["height"], request["width"], 3)
            plate = numpy.fromfile(request["plate"], numpy.uint8).reshape(shape)
            side = request["side"]
            result = numpy.fromfile(request["result"], numpy.uint8).reshape((side, side, 3))
            to_crop = numpy.array(request["to_crop"], numpy.float64).reshape(2, 3)
            answer = {}
        elif request["do"] == "run":
            frame = plate.copy()
            start = time.perf_counter()
            cv2.warpAffine(frame, to_crop, (side, side), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
            cropped = time.perf_counter()
            mask = box_mask(side, scene["blur"])
            masked = time.perf_counter()
            way = paste if request["way"] == "frame" else paste_in_box
            way(frame, result, mask, cv2.invertAffineTransform(to_crop))
            pasted = time.perf_counter()
            answer = {"crop": (cropped - start) * 1e3, "matte": (masked - cropped) * 1e3, "paste": (pasted - masked) * 1e3}
        else:
            frame.tofile(request["to"])
            answer = {}
        print(json.dumps(answer), flush=True)


main()
