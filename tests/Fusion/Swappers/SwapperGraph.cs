using System.Numerics;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Swappers;

/// <summary>
/// A small swapper: out = gain · target + ramp + offset, in the network's own values; the ramp grows to the right in red and
/// downwards in green, and the offset is the identity's.
/// </summary>
internal static class SwapperGraph
{
    /// <summary>By how much a ramp changes over the crop.</summary>
    public const float Slope = 0.1f;

    /// <summary>Of each colour, so that their order counts.</summary>
    public static Vector3 Gain { get; } = new(0.9f, 0.7f, 0.5f);

    /// <summary>A swapper whose identity is a vector.</summary>
    /// <param name="side">The crop's side.</param>
    /// <param name="isHalf">Whether all of it is of half precision.</param>
    public static OnnxGraph OfVector(int side, bool isHalf = false) => Body(new OnnxGraph(isHalf).Input("target", 1, 3, side, side).Input("source", 1, 512), side)
        .Constant("projection", [512, 3], [.. Enumerable.Range(0, 512 * 3).Select(i => Projection(i / 3, i % 3))])
        .Node("MatMul", ["source", "projection"], "flat")
        .Node("Reshape", ["flat", "one"], "offset");

    /// <summary>A swapper whose identity is a picture: the offset is a tenth of its mean.</summary>
    /// <param name="side">The crop's side.</param>
    /// <param name="sourceSide">The picture's side.</param>
    public static OnnxGraph OfPicture(int side, int sourceSide) => Body(new OnnxGraph().Input("source", 1, 3, sourceSide, sourceSide).Input("target", 1, 3, side, side), side)
        .Constant("tenth", [1], 0.1f)
        .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1))
        .Node("Mul", ["mean", "tenth"], "offset");

    /// <summary>What an identity's vector adds.</summary>
    public static Vector3 Offset(ReadOnlySpan<float> vector)
    {
        double[] sums = new double[3];
        for (int i = 0; i < vector.Length; i++)
        {
            for (int channel = 0; channel < 3; channel++)
                sums[channel] += vector[i] * Projection(i, channel);
        }

        return new Vector3((float)sums[0], (float)sums[1], (float)sums[2]);
    }

    /// <summary>What the network gives.</summary>
    /// <param name="target">The crop's value, normalised.</param>
    /// <param name="place">The place in the crop, as a fraction of its side.</param>
    /// <param name="offset">What the identity adds.</param>
    public static Vector3 Answer(Vector3 target, Vector2 place, Vector3 offset) => (Gain * target) + new Vector3(Slope * place.X, Slope * place.Y, 0) + offset;

    private static float Projection(int row, int channel) => 0.008f * MathF.Sin(0.4f + (37 * channel) + (0.7f * row * (channel + 1)));

    private static OnnxGraph Body(OnnxGraph graph, int side)
    {
        float[] ramp = new float[3 * side * side];
        for (int y = 0; y < side; y++)
        {
            for (int x = 0; x < side; x++)
            {
                ramp[(y * side) + x] = Slope * (x + 0.5f) / side;
                ramp[(side * side) + (y * side) + x] = Slope * (y + 0.5f) / side;
            }
        }

        return graph.Output("output", 1, 3, side, side)
            .Constant("one", [4], 1L, 3L, 1L, 1L)
            .Constant("gain", [1, 3, 1, 1], Gain.X, Gain.Y, Gain.Z)
            .Constant("ramp", [1, 3, side, side], ramp)
            .Node("Mul", ["target", "gain"], "scaled")
            .Node("Add", ["scaled", "ramp"], "sloped");
    }

    /// <summary>Ends the graph: the offset is known.</summary>
    public static OnnxGraph End(this OnnxGraph graph) => graph.Node("Add", ["sloped", "offset"], "output");

    /// <summary>A matrix that moves a row vector's values one place on and multiplies them by 1.5; by columns they would move back.</summary>
    public static float[] Moving()
    {
        float[] matrix = new float[512 * 512];
        for (int i = 0; i < 512; i++)
            matrix[(i * 512) + ((i + 1) % 512)] = 1.5f;
        return matrix;
    }

    /// <summary>A row vector times that matrix.</summary>
    public static float[] Moved(ReadOnlySpan<float> row)
    {
        float[] moved = new float[row.Length];
        for (int i = 0; i < row.Length; i++)
            moved[(i + 1) % row.Length] = 1.5f * row[i];
        return moved;
    }

    /// <summary>A converter of embeddings that does the same.</summary>
    public static OnnxGraph Converter() => new OnnxGraph().Input("input", 1, 512).Output("output", 1, 512)
        .Constant("moving", [512, 512], Moving())
        .Node("MatMul", ["input", "moving"], "output");
}
