using FaceFusion.Fusion.Networks;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>Maps as a network gave them, plane by plane: pixels are made of them where they are asked for. Owns what it is given.</summary>
internal sealed class PlanarMaps : IDisposable
{
    private readonly NetworkOutputs _outputs;

    /// <summary>Maps that take over what they are made of.</summary>
    /// <param name="outputs">The network's first output is skin, clothes and hair, 3 × 512 × 512.</param>
    /// <param name="picture">What it looked at.</param>
    /// <exception cref="Inference.ModelException">There are fewer values, or some are no finite numbers.</exception>
    public PlanarMaps(NetworkOutputs outputs, SkinHairPicture picture)
    {
        _outputs = outputs;
        Picture = picture;
        outputs.Floats(0, Values);
    }

    /// <summary>What the network looked at.</summary>
    public SkinHairPicture Picture { get; }

    /// <summary>All pixels of the maps.</summary>
    public RectI Bounds => Picture.Lightness.Bounds;

    private static int Values => 3 * SkinHairCrop.Side * SkinHairCrop.Side;

    /// <summary>A part of the maps; the caller disposes of it.</summary>
    /// <param name="part">Which pixels, inside.</param>
    public ImageBuffer Take(RectI part)
    {
        ImageBuffer maps = ImageBuffer.Uninitialized(part.Width, part.Height);
        PlanarPixels.Load(_outputs.KnownFloats(0, Values), Picture.Lightness, part, maps);
        return maps;
    }

    /// <summary>A part of one map, or of the lightness; the caller disposes of it.</summary>
    /// <param name="map">0 skin, 1 clothes, 2 hair, 3 lightness.</param>
    /// <param name="part">Which pixels, inside.</param>
    public Plane Take(int map, RectI part)
    {
        if (map == 3)
            return Picture.Lightness.Crop(part);
        ReadOnlySpan<float> values = _outputs.KnownFloats(0, Values).Slice(map * Values / 3, Values / 3);
        Plane plane = Plane.Uninitialized(part.Width, part.Height);
        for (int y = 0; y < part.Height; y++)
            values.Slice(((part.Y1 + y) * SkinHairCrop.Side) + part.X1, part.Width).CopyTo(plane.Row(y));
        return plane;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _outputs.Dispose();
        Picture.Dispose();
    }
}
