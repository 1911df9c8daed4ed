using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Enlarging;

/// <summary>
/// A network that enlarges pictures (Real-ESRGAN, SPAN and their like): 1×3×T×T RGB 0–1 in, the same s times as large out. Frames
/// go through tile by tile; where tiles meet they fade into each other. What is held beside the frames is a row of tiles.
/// Thread-safe.
/// </summary>
public sealed class FrameEnlarger
{
    // The side of a tile, and of a trial, where the network takes any.
    private const int OpenTile = 256, Trial = 64;

    private const int MostScale = 16;

    private readonly InferenceSession _session;
    private readonly TileLayout _layout;

    /// <summary>An enlarger on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="ModelException">It is of another family, or doesn't enlarge by a whole number.</exception>
    public FrameEnlarger(InferenceSession session)
    {
        KnownContracts.Require(ContractNames.FrameEnlarger, session);
        _session = session;
        long? declared = session.Inputs[0].Shape[^1];
        _layout = new TileLayout((int)(declared ?? OpenTile));
        Scale = ScaleOf(session, (int)(declared ?? Trial));
    }

    /// <summary>By how much it enlarges: pixels for one, along a side.</summary>
    public int Scale { get; }

    /// <summary>Enlarges a frame.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="share">How much of the network's picture is taken, 0 to 1; the rest is the frame enlarged by a bicubic filter. Alpha always is.</param>
    /// <param name="enlarged">Gets the host's values, in the frame's terms; <see cref="Scale"/> times as wide and high.</param>
    /// <exception cref="ArgumentException">The size is another one, or the share lies outside 0 to 1.</exception>
    /// <exception cref="ModelException">The network failed or gave no numbers.</exception>
    public void Enlarge(in FrameView frame, float share, PixelView enlarged)
    {
        if (enlarged.Width != Scale * frame.Width || enlarged.Height != Scale * frame.Height)
            throw new ArgumentException($"A frame of {frame.Width}×{frame.Height} becomes one of {Scale * frame.Width}×{Scale * frame.Height}, not {enlarged.Width}×{enlarged.Height}.", nameof(enlarged));
        if (share is not (>= 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(share), share, "The share lies between 0 and 1.");

        // A band holds what a row of tiles adds to: rows that no later tile reaches, and those that fade into the next row.
        float[] weights = _layout.Weights(Scale);
        int done = _layout.Stride * Scale;
        using ImageBuffer band = new(enlarged.Width, done + (_layout.Feather * Scale));
        for (int row = 0; row < _layout.Count(frame.Height); row++)
        {
            for (int column = 0; column < _layout.Count(frame.Width); column++)
                AddTile(frame, column, row, weights, band);
            Put(frame, share, band, _layout.Start(row) * Scale, done, enlarged);
            Advance(band, done);
        }
    }

    private void AddTile(in FrameView frame, int column, int row, float[] weights, ImageBuffer band)
    {
        int x = _layout.Start(column) - _layout.Margin, y = _layout.Start(row) - _layout.Margin;
        using Tensor tile = NetworkPicture.Planes(_session, frame, Affine2D.Translation(x, y), TensorFormat.UnitRgb, _layout.Tile, EdgeMode.Replicate);
        using NetworkOutputs outputs = NetworkOutputs.Run(_session, tile);
        int length = 3 * weights.Length * weights.Length;
        TileSum.Add(outputs.Floats(0, length), weights, x * Scale, -_layout.Margin * Scale, band);
    }

    // The band's first rows, which begin at a row of the enlarged frame; what lies above it is no part of it.
    private void Put(in FrameView frame, float share, ImageBuffer band, int top, int rows, PixelView enlarged)
    {
        RectI region = new RectI(0, top, enlarged.Width, top + rows).Intersect(enlarged.Bounds);
        if (region.IsEmpty)
            return;

        using ImageBuffer whole = ImageBuffer.Uninitialized(region.Width, region.Height);
        Affine2D toFrame = Affine2D.Translation(region.X1, region.Y1).Then(Affine2D.Scaling(1.0 / Scale, 1.0 / Scale));
        AreaSampler.Sample(frame.Pixels, toFrame, frame.Space, frame.Premultiplied, whole);
        ReadOnlySpan<Vector4> made = band.Pixels[((region.Y1 - top) * band.Width)..];
        for (int i = 0; i < whole.Length; i++)
            whole.Pixels[i] = Vector4.Lerp(whole.Pixels[i], made[i], share) with { W = whole.Pixels[i].W };
        PixelWriter.Write(whole, region, frame.Space, frame.Premultiplied, enlarged);
    }

    private static void Advance(ImageBuffer band, int rows)
    {
        Span<Vector4> kept = band.Pixels[(rows * band.Width)..];
        kept.CopyTo(band.Pixels);
        band.Pixels[kept.Length..].Clear();
    }

    private static int ScaleOf(InferenceSession session, int side)
    {
        using Tensor black = NetworkTensors.Picture(session.Inputs[0].Element, side, side, static floats => floats.Clear());
        using NetworkOutputs outputs = NetworkOutputs.Run(session, black);
        ReadOnlySpan<long> shape = outputs.Shape(0);
        long scale = shape[^1] / side;
        return shape[^1] == shape[^2] && shape[^1] % side == 0 && scale is >= 1 and <= MostScale
            ? (int)scale
            : throw new ModelException($"The model '{session.Name}' makes {shape[^1]}×{shape[^2]} pixels of {side}×{side}, which is no enlargement by a whole number up to {MostScale}; use another network.");
    }
}
