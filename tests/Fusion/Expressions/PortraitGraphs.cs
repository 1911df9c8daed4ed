using System.Numerics;
using FaceFusion.Fusion.Tests.Families;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Expressions;

/// <summary>
/// LivePortrait's six networks, small and with known arithmetic. The two that look at a crop look at one pixel of it: the
/// expression follows its colour, and the generator gives that colour, a ramp over the crop, what the points move by and
/// where they were.
/// </summary>
/// <param name="Column">The pixel's column in the crop of 256.</param>
/// <param name="Row">Its row.</param>
/// <param name="Turn">Pitch, yaw and roll of the head, in degrees.</param>
internal sealed record PortraitGraphs(int Column, int Row, Vector3 Turn)
{
    public const int Count = 21, Numbers = 3 * Count;
    public const float Scale = 1.1f;

    private const int Side = 256, Picture = 512;
    private const float Slope = 0.1f, FromShare = 0.2f, MovePhase = 0.5f, FromPhase = 1.7f, Stitched = 0.9f, Lifted = 0.01f;

    private static readonly float[] All = [.. Enumerable.Range(0, Numbers).Select(i => (float)i)];

    /// <summary>Where the head is.</summary>
    public static Vector3 Translation { get; } = new(0.1f, -0.2f, 0.3f);

    /// <summary>The pixel that is looked at, as a fraction of the crop's side.</summary>
    public Vector2 Place => new Vector2(Column + 0.5f, Row + 0.5f) / Side;

    /// <summary>A point at rest.</summary>
    public static Vector3 Point(int index) => new(Wave(index, 0.3f), Wave(index, 1.1f), 0.5f * Wave(index, 2.3f));

    /// <summary>The expression that goes with a colour; some of it lies beyond what LivePortrait's networks know.</summary>
    public static Vector3 Expression(int index, Vector3 colour) =>
        (0.02f * new Vector3(Wave(index, 0.7f), Wave(index, 1.9f), Wave(index, 2.9f)))
        + (0.3f * (colour - new Vector3(0.45f)) * new Vector3(Wave(index, 0.2f), Wave(index, 1.3f), Wave(index, 2.1f)));

    /// <summary>The picture's colour at a place of the crop, as a fraction of its side.</summary>
    public static Vector3 Generated(Vector3 colour, Vector2 place, IReadOnlyList<Vector3> to, IReadOnlyList<Vector3> from) =>
        colour + new Vector3(Slope * place.X, Slope * place.Y, 0) + Projected([.. to.Zip(from, (a, b) => a - b)], MovePhase) + (FromShare * Projected(from, FromPhase));

    /// <summary>What a retargeter moves the points by: the eyes' of 66 numbers, the lips' of 65.</summary>
    public static Vector3[] Moves(IReadOnlyList<Vector3> points, params float[] further)
    {
        float[] numbers = [.. points.SelectMany(point => new[] { point.X, point.Y, point.Z }), .. further];
        float[] moves = [.. All.Select((_, column) => numbers.Select((number, row) => number * Moving(row, column, numbers.Length)).Sum())];
        return [.. Enumerable.Range(0, Count).Select(i => new Vector3(moves[3 * i], moves[3 * i + 1], moves[3 * i + 2]))];
    }

    /// <summary>Where the stitcher has the points go.</summary>
    public static Vector3[] Stitch(IReadOnlyList<Vector3> to, IReadOnlyList<Vector3> from) =>
        [.. to.Zip(from, (a, b) => (Stitched * a) + ((1 - Stitched) * b) + new Vector3(Lifted))];

    public OnnxGraph Features() => Seen()
        .Constant("rest", [29], new float[29]).Constant("upright", [5], 1L, 32L, 1L, 1L, 1L).Constant("whole", [5], 1L, 32L, 16L, 64L, 64L)
        .Node("Concat", ["seen", "rest"], "channels", ("axis", 0)).Node("Reshape", ["channels", "upright"], "column").Node("Expand", ["column", "whole"], "output")
        .Output("output", 1, 32, 16, 64, 64);

    public OnnxGraph Motion() => Seen()
        .Rows("pitch", [1, 1], [Turn.X]).Output("pitch", 1, 1).Rows("yaw", [1, 1], [Turn.Y]).Output("yaw", 1, 1).Rows("roll", [1, 1], [Turn.Z]).Output("roll", 1, 1)
        .Rows("scale", [1, 1], [Scale]).Output("scale", 1, 1).Rows("translation", [1, 3], [Translation.X, Translation.Y, Translation.Z]).Output("translation", 1, 3)
        .Constant("row", [2], 1L, 3L).Constant("points_shape", [3], 1L, Count, 3L)
        .Constant("still", [1, Numbers], [.. All.Select(i => Expression((int)i / 3, default)[(int)i % 3])])
        .Constant("by_colour", [3, Numbers], [.. Enumerable.Range(0, 3 * Numbers).Select(i => i % 3 == i / Numbers ? (Expression(i % Numbers / 3, Vector3.One) - Expression(i % Numbers / 3, default))[i % 3] : 0)])
        .Node("Reshape", ["seen", "row"], "colour").Node("MatMul", ["colour", "by_colour"], "moved").Node("Add", ["still", "moved"], "flat").Node("Reshape", ["flat", "points_shape"], "expression")
        .Output("expression", 1, Count, 3)
        .Rows("points", [1, Count, 3], [.. All.Select(i => Point((int)i / 3)[(int)i % 3])]).Output("points", 1, Count, 3);

    public static OnnxGraph Generator(float spoilt = 0)
    {
        float[] ramp = new float[3 * Picture * Picture];
        for (int i = 0; i < Picture * Picture; i++)
        {
            ramp[i] = Slope * (i % Picture + 0.5f) / Picture;
            ramp[Picture * Picture + i] = Slope * (i / Picture + 0.5f) / Picture;
        }

        return new OnnxGraph()
            .Input("feature_volume", 1, 32, 16, 64, 64).Input("source", 1, Count, 3).Input("target", 1, Count, 3)
            .Constant("colours", [3], 0L, 1L, 2L).Constant("flat", [2], 1L, Numbers).Constant("upright", [4], 1L, 3L, 1L, 1L).Constant("ramp", [1, 3, Picture, Picture], ramp)
            .Constant("moving", [Numbers, 3], Projection(MovePhase, 1)).Constant("being", [Numbers, 3], Projection(FromPhase, FromShare)).Constant("spoilt", [1], spoilt)
            .Node("Gather", ["feature_volume", "colours"], "volume", ("axis", 1)).Node("ReduceMean", ["volume"], "mean", ("axes", new long[] { 2, 3, 4 }), ("keepdims", 0))
            .Node("Sub", ["source", "target"], "move").Node("Reshape", ["move", "flat"], "move_row").Node("MatMul", ["move_row", "moving"], "by_move")
            .Node("Reshape", ["target", "flat"], "from_row").Node("MatMul", ["from_row", "being"], "by_place")
            .Node("Add", ["mean", "by_move"], "moved").Node("Add", ["moved", "by_place"], "placed").Node("Add", ["placed", "spoilt"], "all")
            .Node("Reshape", ["all", "upright"], "colour").Node("Add", ["colour", "ramp"], "output").Output("output", 1, 3, Picture, Picture);
    }

    /// <summary>A retargeter.</summary>
    /// <param name="taken">How many numbers it takes.</param>
    public static OnnxGraph Retargeter(int taken) => new OnnxGraph()
        .Input("input", 1, taken).Constant("moving", [taken, Numbers], [.. Enumerable.Range(0, taken * Numbers).Select(i => Moving(i / Numbers, i % Numbers, taken))])
        .Node("MatMul", ["input", "moving"], "output").Output("output", 1, Numbers);

    public static OnnxGraph Stitcher() => new OnnxGraph()
        .Input("source", 1, Count, 3).Input("target", 1, Count, 3).Constant("most", [1], Stitched).Constant("less", [1], 1 - Stitched).Constant("up", [1], Lifted)
        .Node("Mul", ["source", "most"], "a").Node("Mul", ["target", "less"], "b").Node("Add", ["a", "b"], "sum").Node("Add", ["sum", "up"], "output").Output("output", 1, Count, 3);

    private OnnxGraph Seen()
    {
        long pixel = Row * Side + Column;
        return new OnnxGraph().Input("input", 1, 3, Side, Side).Picked("input", "seen", pixel, Side * Side + pixel, 2 * Side * Side + pixel);
    }

    private static Vector3 Projected(IReadOnlyList<Vector3> points, float phase)
    {
        float[] projection = Projection(phase, 1);
        Vector3 sum = default;
        for (int i = 0; i < Numbers; i++)
            sum += points[i / 3][i % 3] * new Vector3(projection[3 * i], projection[3 * i + 1], projection[3 * i + 2]);
        return sum;
    }

    private static float[] Projection(float phase, float factor) =>
        [.. Enumerable.Range(0, 3 * Numbers).Select(i => factor * 0.05f * MathF.Sin(phase + (0.9f * (i / 3)) + (31 * (i % 3))))];

    private static float Wave(int index, float phase) => MathF.Sin(phase + (1.7f * index));

    private static float Moving(int row, int column, int taken) => 0.02f * MathF.Sin((0.37f * row) + (0.11f * column) + taken);
}
