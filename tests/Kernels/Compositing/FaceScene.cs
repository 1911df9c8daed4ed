using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Tests.Support;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Kernels.Tests.Compositing;

/// <summary>A host's image with a changed face in it, made from a seed.</summary>
internal sealed class FaceScene : IDisposable
{
    public FaceScene(int seed, SampleFormat format, PixelLayout layout, NetworkSpace space, bool premultiplied)
    {
        var random = new Random(seed);
        int width = random.Next(1, 30);
        int height = random.Next(1, 24);
        Source = new HostImage(width, height, format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed, most: 1.2);
        Destination = new HostImage(width, height, format, layout, (RowOrder)random.Next(4), atEnd: random.Next(2) == 0).Randomise(seed + 1);
        Window = RandomRect(random, width, height);
        Face = RandomRect(random, width, height);
        Space = space;
        Premultiplied = premultiplied;
        Mix = random.NextSingle();

        Original = new ImageBuffer(Face.Width, Face.Height);
        PixelReader.Read(Source.View, Face, space, premultiplied, Original);
        Result = Original.Clone();
        Matte = new Plane(Face.Width, Face.Height);
        for (int i = 0; i < Matte.Length; i++)
        {
            if (random.Next(3) > 0)
                Result.Pixels[i] += new Vector4(random.NextSingle() - 0.5f, random.Next(2) * 0.1f, random.NextSingle() * 0.3f, 0);
            if (Source.View.HasAlpha && random.Next(3) == 0)
                Result.Pixels[i].W = random.NextSingle();
            Matte.Values[i] = random.Next(3) == 0 ? 0 : random.NextSingle();
        }
    }

    public HostImage Source { get; }

    public HostImage Destination { get; }

    public RectI Window { get; }

    public RectI Face { get; }

    public NetworkSpace Space { get; }

    public bool Premultiplied { get; }

    public float Mix { get; }

    public ImageBuffer Original { get; }

    public ImageBuffer Result { get; }

    public Plane Matte { get; }

    /// <summary>What the compositing takes.</summary>
    public FaceResidual Change => new(Face, Original, Result, Matte, Mix, Space);

    /// <summary>matte·mix at a pixel of the frame, 0 outside the face.</summary>
    public double Weight(int x, int y) => Face.Contains(x, y) ? Matte.Row(y - Face.Y1)[x - Face.X1] * Mix : 0;

    /// <summary>What a whole weight adds to the host's pixel inside the face.</summary>
    public Vector4 Added(int x, int y)
    {
        Vector4 from = Original.Row(y - Face.Y1)[x - Face.X1];
        Vector4 to = Result.Row(y - Face.Y1)[x - Face.X1];
        float gained = to.W - from.W, alpha = Premultiplied && Source.View.HasAlpha ? (float)Source.Rgba(x, y).A : 1;
        Vector4 change = (Space.Decode(to) - Space.Decode(from)) * alpha;
        return (Premultiplied ? change + (Space.Decode(to) * gained) : change) with { W = gained };
    }

    /// <summary>The magnitudes of what <see cref="Added"/> is the difference of: its roundings are theirs.</summary>
    public Vector4 AddedTerms(int x, int y)
    {
        Vector4 from = Original.Row(y - Face.Y1)[x - Face.X1];
        Vector4 to = Result.Row(y - Face.Y1)[x - Face.X1];
        return (Vector4.Abs(Space.Decode(to)) * (1 + Math.Abs(to.W - from.W)) + Vector4.Abs(Space.Decode(from))) with { W = Math.Abs(to.W) + Math.Abs(from.W) };
    }

    public void Dispose()
    {
        Source.Dispose();
        Destination.Dispose();
        Original.Dispose();
        Result.Dispose();
        Matte.Dispose();
    }

    private static RectI RandomRect(Random random, int width, int height)
    {
        int x = random.Next(-6, width + 3);
        int y = random.Next(-6, height + 3);
        return new RectI(x, y, x + random.Next(0, width + 8), y + random.Next(0, height + 8));
    }
}
