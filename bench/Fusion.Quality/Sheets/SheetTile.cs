using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Quality.Sheets;

/// <summary>A face with its surroundings and a caption, for looking at.</summary>
internal sealed class SheetTile : IDisposable
{
    /// <summary>Width and height in pixels.</summary>
    public const int Side = 320;

    // How much is seen around the face, and how far its middle lies above the tile's.
    private const float Surroundings = 1.5f;
    private const float Headroom = 0.05f;

    // A difference of a quarter of the range is drawn white.
    private const float DifferenceGain = 4;

    private SheetTile(string caption) => Caption = caption;

    /// <summary>A part of a frame.</summary>
    /// <param name="caption">What to write above it.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="face">Where the face is.</param>
    public SheetTile(string caption, in FrameView frame, RectF face)
        : this(caption)
    {
        float side = Surroundings * Math.Max(face.Width, face.Height), scale = side / Side;
        Affine2D map = new(scale, 0, face.Centre.X - side / 2, 0, scale, face.Centre.Y - side * (0.5f + Headroom));
        AreaSampler.Sample(frame.Pixels, map, frame.Space, frame.Premultiplied, Image);
    }

    /// <summary>What to write above it.</summary>
    public string Caption { get; }

    /// <summary>The pixels.</summary>
    public ImageBuffer Image { get; } = new(Side, Side);

    /// <summary>A portrait's face.</summary>
    public static SheetTile Portrait(string caption, IdentityPortrait identity) =>
        new(caption, new FrameView(identity.Image.AsView(), NetworkSpace.Working, false), identity.Mesh.Bounds);

    /// <summary>A swap's matte, framed as the target's face; black when nothing was swapped.</summary>
    public static SheetTile Matte(string caption, SwappedFace? swapped, in FrameView frame, RectF face)
    {
        using ImageBuffer matte = new(frame.Width, frame.Height);
        for (int y = 0; y < swapped?.Region.Height; y++)
        {
            Span<Vector4> row = matte.Row(swapped.Region.Y1 + y);
            ReadOnlySpan<float> values = swapped.Matte.Row(y);
            for (int x = 0; x < values.Length; x++)
                row[swapped.Region.X1 + x] = new Vector4(new Vector3(values[x]), 1);
        }

        return new SheetTile(caption, new FrameView(matte.AsView(), NetworkSpace.Working, false), face);
    }

    /// <summary>By how much two tiles differ, four times as bright.</summary>
    public static SheetTile Difference(string caption, SheetTile a, SheetTile b)
    {
        SheetTile difference = new(caption);
        for (int i = 0; i < difference.Image.Length; i++)
            difference.Image.Pixels[i] = (DifferenceGain * Vector4.Abs(a.Image.Pixels[i] - b.Image.Pixels[i])) with { W = 1 };
        return difference;
    }

    public void Dispose() => Image.Dispose();
}
