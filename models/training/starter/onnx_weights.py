"""How weights are put into ONNX files."""
import torch


class Halved(torch.nn.Module):
    """A module whose parameters are kept in half precision and used in single."""

    def __init__(self, module):
        super().__init__()
        self.module, self.names = module, []
        for name, value in list(module.named_parameters()) + [item for item in module.named_buffers() if item[1].is_floating_point()]:
            owner = module.get_submodule(name.rpartition(".")[0])
            self.names.append(name)
            self.register_buffer("half_" + name.replace(".", "_"), value.detach().half())
            leaf = name.rpartition(".")[2]
            owner._parameters.pop(leaf, None)
            owner._buffers.pop(leaf, None)

    def forward(self, x):
        for name in self.names:
            path, _, leaf = name.rpartition(".")
            self.module.get_submodule(path).__dict__[leaf] = getattr(self, "half_" + name.replace(".", "_")).float()
        return self.module(x)


def fuse(module):
    """Takes batch normalisations into the convolutions before them."""
    for child in module.children():
        fuse(child)
    if isinstance(module, torch.nn.Sequential) and len(module) > 1 and isinstance(module[0], torch.nn.Conv2d) and isinstance(module[1], torch.nn.BatchNorm2d):
        module[0] = torch.nn.utils.fusion.fuse_conv_bn_eval(module[0].eval(), module[1].eval())
        module[1] = torch.nn.Identity()
