using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>
/// A swapping network that does next to nothing: with its time left out, a node call with it costs what one with any public
/// network costs. It has BlendSwap's contract, and gives the target's colours, a tenth of the identity's mean added.
/// </summary>
internal sealed class NetworkSwapper : IDisposable
{
    private const int Side = 256, SourceSide = 112;

    private readonly TemporaryFolder _folder = new();

    public NetworkSwapper()
    {
        OnnxGraph graph = new OnnxGraph()
            .Input("source", 1, 3, SourceSide, SourceSide).Input("target", 1, 3, Side, Side).Output("output", 1, 3, Side, Side)
            .Constant("tenth", [1], 0.1f)
            .Node("ReduceMean", ["source"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1))
            .Node("Mul", ["mean", "tenth"], "offset")
            .Node("Add", ["target", "offset"], "output");
        File = _folder.Write("swapper.onnx", graph.ToArray());
    }

    /// <summary>The network's file.</summary>
    public string File { get; }

    public void Dispose() => _folder.Dispose();
}
