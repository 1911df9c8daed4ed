using System.Numerics;
using System.Runtime.CompilerServices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// An image and its area-filtered halves, so that reading it at a small scale costs what the small image costs. The
/// images' memory is given back when nobody refers to the pyramid any more; whoever works on them through pointers
/// keeps the pyramid alive until done.
/// </summary>
internal sealed class ImagePyramid
{
    private const int SmallestSide = 64;

    private readonly List<ImageBuffer> _levels;

    public ImagePyramid(ImageBuffer image)
    {
        _levels = [image];
        while (Math.Min(_levels[^1].Width, _levels[^1].Height) >= 2 * SmallestSide)
        {
            ImageBuffer half = ImageBuffer.Uninitialized((_levels[^1].Width + 1) / 2, (_levels[^1].Height + 1) / 2);
            Resize.Area(_levels[^1], half);
            _levels.Add(half);
        }

        Bytes = _levels.Sum(level => (long)level.Length * Unsafe.SizeOf<Vector4>());
        GC.AddMemoryPressure(Bytes);
    }

    /// <summary>Gives the levels' memory back: portraits are shared, and no single user could dispose of them.</summary>
    ~ImagePyramid()
    {
        foreach (ImageBuffer level in _levels)
            level.Dispose();
        if (Bytes > 0)
            GC.RemoveMemoryPressure(Bytes);
    }

    /// <summary>Memory of all levels; 0 before they are made.</summary>
    public long Bytes { get; }

    public ImageBuffer Base => _levels[0];

    /// <summary>The image at a scale of at most 1, area-filtered; the caller disposes of it.</summary>
    /// <param name="scale">Its size divided by the base's, above 0.</param>
    /// <param name="toScaled">From pixels of the base to pixels of the scaled image.</param>
    public ImageBuffer Scaled(double scale, out Affine2D toScaled)
    {
        scale = Math.Min(scale, 1);
        int level = 0;
        while (level + 1 < _levels.Count && _levels[level + 1].Width >= scale * Base.Width)
            level++;

        ImageBuffer source = _levels[level];
        ImageBuffer scaled = ImageBuffer.Uninitialized(Math.Max(1, (int)Math.Ceiling(scale * Base.Width)), Math.Max(1, (int)Math.Ceiling(scale * Base.Height)));
        toScaled = Affine2D.Scaling(scale, scale);
        Affine2D scaledToLevel = Affine2D.Scaling((double)source.Width / Base.Width / scale, (double)source.Height / Base.Height / scale);
        AreaSampler.Sample(source.AsView(), scaledToLevel, NetworkSpace.Working, premultiplied: false, scaled);
        GC.KeepAlive(this);
        return scaled;
    }
}
