using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Fusion.Tests.Families;

/// <summary>Parts of graphs that depend on the picture, so that its colours, range and crop show in the answer.</summary>
internal static class GraphParts
{
    /// <summary>Gives "mean", 1×3: the mean of each plane of an input of 1×3×H×W.</summary>
    public static OnnxGraph MeanOfPlanes(this OnnxGraph graph, string input) =>
        graph.Node("ReduceMean", [input], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 0));

    /// <summary>
    /// Gives an output that is constant but for one row, to which the planes' means are added: to its first, second and
    /// third value those of the first, second and third plane.
    /// </summary>
    public static OnnxGraph RowsWithMean(this OnnxGraph graph, string output, long[] shape, float[] values, int row)
    {
        int width = (int)shape[^1], count = (int)shape[^2];
        float[] spread = new float[3 * width];
        for (int i = 0; i < 3; i++)
            spread[i * width + i] = 1;
        float[] where = new float[count];
        where[row] = 1;
        return graph
            .Constant($"{output}_values", shape, values).Constant($"{output}_spread", [3, width], spread).Constant($"{output}_where", [count, 1], where)
            .Node("MatMul", ["mean", $"{output}_spread"], $"{output}_row")
            .Node("MatMul", [$"{output}_where", $"{output}_row"], $"{output}_added")
            .Node("Add", [$"{output}_values", $"{output}_added"], output);
    }

    /// <summary>An output that is constant.</summary>
    public static OnnxGraph Rows(this OnnxGraph graph, string output, long[] shape, float[] values) =>
        graph.Constant($"{output}_values", shape, values).Node("Identity", [$"{output}_values"], output);

    /// <summary>Gives some values of a tensor as a list, such as a picture's at certain pixels.</summary>
    public static OnnxGraph Picked(this OnnxGraph graph, string input, string output, params long[] indices) => graph
        .Constant($"{output}_all", [1], [-1L]).Constant($"{output}_indices", [indices.Length], indices)
        .Node("Reshape", [input, $"{output}_all"], $"{output}_flat")
        .Node("Gather", [$"{output}_flat", $"{output}_indices"], output, ("axis", 0));

    /// <summary>Rows that are constant but for the first, whose first values are those of a tensor at certain places.</summary>
    public static OnnxGraph FirstRowSeen(this OnnxGraph graph, string input, string output, long[] shape, float[] values, params long[] indices) => graph
        .Picked(input, $"{output}_seen", indices).Constant($"{output}_rest", [values.Length - indices.Length], values[indices.Length..]).Constant($"{output}_shape", [shape.Length], shape)
        .Node("Concat", [$"{output}_seen", $"{output}_rest"], $"{output}_all_rows", ("axis", 0))
        .Node("Reshape", [$"{output}_all_rows", $"{output}_shape"], output);

    /// <summary>Gives one value of the input times a deviation plus a mean, times a factor.</summary>
    public static OnnxGraph Class(this OnnxGraph graph, string output, long index, float deviation, float mean, float factor) => graph
        .Picked("input", $"{output}_seen", index).Constant($"{output}_deviation", [1], deviation * factor).Constant($"{output}_mean", [1], mean * factor)
        .Node("Mul", [$"{output}_seen", $"{output}_deviation"], $"{output}_scaled").Node("Add", [$"{output}_scaled", $"{output}_mean"], output);
}
