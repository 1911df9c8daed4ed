"""
Writes a trained network as ONNX: export.py detector|identity|mask FOLDER OUTPUT.onnx. Reads FOLDER/NAME.pt, takes the
average of the weights, folds the normalisations into the convolutions and stores the weights in half precision.
"""
import os
import sys

import torch

import detector_net
import identity_net
import mask_net
from onnx_weights import Halved, fuse


def network(name):
    """The module that has the contract, an input of the size that it is asked with, and names of inputs, outputs, open axes."""
    if name == "detector":
        inner = detector_net.Detector()
        return inner, detector_net.Exported(inner), (1, 3, 640, 640), "input", detector_net.NAMES
    if name == "identity":
        inner = identity_net.Identity()
        return inner, inner, (1, 3, 112, 112), "input0", ["output0"]
    inner = mask_net.Mask()
    return inner, mask_net.Exported(inner), (1, 3, mask_net.OUTER, mask_net.OUTER), "picture", ["maps"]


def main(name, folder, output):
    inner, outer, shape, taken, given = network(name)
    inner.load_state_dict(torch.load(os.path.join(folder, name + ".pt"), map_location="cpu")["average"])
    inner.eval()
    fuse(inner)
    torch.onnx.export(Halved(outer).eval(), torch.rand(shape), output + ".part", opset_version=13, do_constant_folding=False,
                      input_names=[taken], output_names=given)
    os.replace(output + ".part", output)


if __name__ == "__main__":
    main(*sys.argv[1:])
