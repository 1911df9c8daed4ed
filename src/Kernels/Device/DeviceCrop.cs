using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Kernels.Device;

/// <summary>What a network made of a crop, in a card's memory, and how much of it counts: as <see cref="Compositing.ChangedCrop"/>.</summary>
/// <param name="ToFrame">From the crop's continuous coordinates to the frame's.</param>
/// <param name="Width">The crop's columns.</param>
/// <param name="Height">The crop's rows.</param>
/// <param name="Original">The crop as it was sampled: working-space pixels of four floats, straight.</param>
/// <param name="Result">What it should become.</param>
/// <param name="Matte">How much of it: a float a pixel; not a number counts as 0.</param>
/// <param name="Mix">Factor on the matte.</param>
/// <param name="Space">What the host's values mean.</param>
public readonly record struct DeviceCrop(
    Affine2D ToFrame, int Width, int Height, DeviceMemory Original, DeviceMemory Result, DeviceMemory Matte, float Mix, NetworkSpace Space);
