using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using FaceFusion.TestSupport;

namespace FaceFusion.Quality;

/// <summary>Identity, target, result and matte side by side, for looking at.</summary>
internal sealed class ContactSheet
{
    private const int Tile = 256;
    private const int TilesAcross = 8;

    private readonly List<ImageBuffer> _tiles = [];

    /// <summary>Adds four tiles, all framed like the target's face.</summary>
    public void Add(IdentityPortrait identity, in FrameView target, Face face, in FrameView result, SwappedFace? swapped)
    {
        FrameView portrait = new(identity.Image.AsView(), new NetworkSpace(TransferCurve.Display, false), false);
        _tiles.Add(Cut(portrait, identity.Mesh.Bounds));
        _tiles.Add(Cut(target, face.Mesh.Bounds));
        _tiles.Add(Cut(result, face.Mesh.Bounds));
        ImageBuffer matte = new(target.Width, target.Height);
        if (swapped is not null)
        {
            for (int y = 0; y < swapped.Region.Height; y++)
            {
                Span<Vector4> row = matte.Row(swapped.Region.Y1 + y);
                ReadOnlySpan<float> values = swapped.Matte.Row(y);
                for (int x = 0; x < values.Length; x++)
                    row[swapped.Region.X1 + x] = new Vector4(new Vector3(values[x]), 1);
            }
        }

        _tiles.Add(Cut(new FrameView(matte.AsView(), portrait.Space, false), face.Mesh.Bounds));
        matte.Dispose();
    }

    public void Save(string path)
    {
        int rows = (_tiles.Count + TilesAcross - 1) / TilesAcross, width = TilesAcross * Tile, height = rows * Tile;
        ushort[] samples = new ushort[3 * width * height];
        for (int i = 0; i < _tiles.Count; i++)
        {
            for (int y = 0; y < Tile; y++)
            {
                int at = 3 * (((i / TilesAcross * Tile) + y) * width + (i % TilesAcross * Tile));
                foreach (Vector4 pixel in _tiles[i].Row(y))
                {
                    samples[at++] = To8Bit(pixel.X);
                    samples[at++] = To8Bit(pixel.Y);
                    samples[at++] = To8Bit(pixel.Z);
                }
            }
        }

        string aside = path + ".new";
        File.WriteAllBytes(aside, PngWriter.Encode(width, height, PngColour.Rgb, 8, samples));
        File.Move(aside, path, overwrite: true);
    }

    private static ushort To8Bit(float value) => (ushort)Math.Clamp(MathF.Round(255 * value), 0, 255);

    private static ImageBuffer Cut(in FrameView frame, RectF face)
    {
        double side = 1.5 * Math.Max(face.Width, face.Height), scale = side / Tile;
        ImageBuffer tile = new(Tile, Tile);
        Affine2D map = new(scale, 0, face.Centre.X - side / 2, 0, scale, face.Centre.Y - side * 0.55);
        AreaSampler.Sample(frame.Pixels, map, frame.Space, frame.Premultiplied, tile);
        return tile;
    }
}
