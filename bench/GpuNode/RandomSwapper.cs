using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.GpuNode;

/// <summary>
/// A swapping network with inswapper's names, shapes and amount of work, and random weights: convolutions down to 1024 channels
/// of 32×32, six blocks of two with the identity's style, and up again; 138 million weights, 554 MB in the runtime's memory.
/// </summary>
internal sealed class RandomSwapper
{
    private const int Side = 128, Wide = 1024, Blocks = 6, IdentityLength = 512;

    // Weights are repeated in blocks of so many channels: the file stays small, and the runtime unfolds them when it loads it.
    private const int Repeated = 64;

    private readonly OnnxGraph _graph = new OnnxGraph()
        .Input("target", 1, 3, Side, Side).Input("source", 1, IdentityLength).Output("output", 1, 3, Side, Side)
        .Constant("half", [1], 0.5f).Constant("ones", [Wide], [.. Enumerable.Repeat(1f, Wide)]).Constant("zeros", [Wide], new float[Wide])
        .Constant("column", [4], 1L, Wide, 1L, 1L).Constant("twice", [4], 1f, 1f, 2f, 2f);

    private readonly Random _random = new(8);
    private int _count;

    private RandomSwapper()
    {
    }

    /// <summary>The network's file.</summary>
    public static byte[] Make() => new RandomSwapper().Build();

    /// <summary>A recogniser for it: 112×112 pixels in, a random projection of their means out.</summary>
    public static byte[] MakeRecogniser() => new OnnxGraph()
        .Input("input", 1, 3, 112, 112).Output("embedding", 1, IdentityLength)
        .Constant("shape", [2], 1L, 3L).Constant("weights", [3, IdentityLength], Values(new Random(9), 3 * IdentityLength, 1)).Constant("more", [1], 2f)
        .Node("ReduceMean", ["input"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1))
        .Node("Reshape", ["mean", "shape"], "colour").Node("Add", ["colour", "more"], "positive").Node("MatMul", ["positive", "weights"], "embedding")
        .ToArray();

    private byte[] Build()
    {
        string last = "target";
        foreach ((int from, int to, int size, int stride) in new[] { (3, 128, 7, 1), (128, 256, 3, 1), (256, 512, 3, 2), (512, Wide, 3, 2) })
            last = Node("Relu", Convolve(last, from, to, size, stride));
        for (int block = 0; block < Blocks; block++)
            last = Node("Add", last, Style(Convolve(Node("Relu", Style(Convolve(last, Wide, Wide, 3))), Wide, Wide, 3)));
        foreach ((int from, int to) in new[] { (Wide, 512), (512, 256) })
            last = Node("Relu", Convolve(Node("Resize", last, "", "twice"), from, to, 3));
        last = Node("Relu", Convolve(last, 256, 128, 3));
        string picture = Node("Mul", Node("Tanh", Convolve(last, 128, 3, 7)), "half");

        // The matrix that identities are multiplied by is the last constant.
        return _graph.Node("Add", [picture, "half"], "output")
            .Constant("emap", [IdentityLength, IdentityLength], Values(_random, IdentityLength * IdentityLength, 0.04f)).ToArray();
    }

    private string Convolve(string input, int from, int to, int size, int stride = 1)
    {
        string output = Next();
        long pad = size / 2;
        _graph.Node(
            "Conv", [input, Weights(to, from, size, size)], output,
            ("kernel_shape", new long[] { size, size }), ("pads", new[] { pad, pad, pad, pad }), ("strides", new long[] { stride, stride }));
        return output;
    }

    private string Style(string input)
    {
        string scaled = Node("Mul", Node("InstanceNormalization", input, "ones", "zeros"), OfIdentity());
        return Node("Add", scaled, OfIdentity());
    }

    private string OfIdentity() => Node("Reshape", Node("MatMul", "source", Weights(IdentityLength, Wide)), "column");

    private string Weights(params int[] shape)
    {
        string small = Next(), repeats = Next();
        int[] part = [.. shape.Select(size => Math.Min(size, Repeated))];
        int inputs = shape.Length == 4 ? shape[1] * shape[2] * shape[3] : shape[0];
        _graph.Constant(small, [.. part.Select(size => (long)size)], Values(_random, part.Aggregate(1, (product, size) => product * size), MathF.Sqrt(3f / inputs)))
            .Constant(repeats, [shape.Length], [.. shape.Select((size, i) => (long)(size / part[i]))]);
        return Node("Tile", small, repeats);
    }

    private string Node(string kind, params string[] inputs)
    {
        string output = Next();
        _graph.Node(kind, inputs, output);
        return output;
    }

    private string Next() => $"t{_count++}";

    private static float[] Values(Random random, int count, float largest)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
            values[i] = ((random.NextSingle() * 2) - 1) * largest;
        return values;
    }
}
