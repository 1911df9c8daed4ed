using System.IO.Compression;
using FaceFusion.Host.Clips;
using FaceFusion.Node.Tests.Support;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>A file that an artist takes for a swapping network: one sentence that names it, what is expected and the remedy.</summary>
public sealed class BadNetworkFileTests : IDisposable
{
    private const int Side = 128;

    private readonly TemporaryFolder _folder = new();
    private readonly HostImage _plate;
    private readonly NodeShot _shot;

    public BadNetworkFileTests()
    {
        _plate = NodeShot.Load("pictures/london_neutral/022.jpg", isLinear: false, Premultiplication.Opaque);
        _shot = new NodeShot(_plate);
        _folder.Write("arcface_w600k_r50.onnx", ArcFace(1).ToArray());
    }

    [SkippableTheory]
    [InlineData("truncated", "give a whole ONNX model")]
    [InlineData("random", "give a whole ONNX model")]
    [InlineData("zip", "give a whole ONNX model")]
    [InlineData("empty", "give a whole ONNX model")]
    [InlineData("opset", "give a whole ONNX model")]
    [InlineData("shapes", "is no swapping network that is known here; 'facefusion models inspect FILE'")]
    [InlineData("nan", "gave values as 'output' that are no finite numbers; use another file of that network")]
    public void What_is_no_swapper_is_told_in_one_sentence(string kind, string remedy)
    {
        string failure = Failure(_folder.Write($"{kind}.onnx", Bad(kind)));
        Assert.Contains($"{kind}.onnx", failure, StringComparison.Ordinal);
        Assert.Contains(remedy, failure, StringComparison.Ordinal);
    }

    [SkippableTheory]
    [InlineData(float.NaN, "are no finite numbers")]
    [InlineData(0, "gave nothing but zeros as 'embedding'")]
    public void A_recogniser_that_gives_nothing_of_use_is_named(float gain, string reason)
    {
        // Swappers of their own: one that has seen this identity before knows it.
        _folder.Write("whole.onnx", Swapper(float.IsNaN(gain) ? 0.97f : 0.98f).ToArray());
        _folder.Write("arcface_w600k_r50.onnx", ArcFace(gain).ToArray());
        string failure = Failure(_folder.File("whole.onnx"));
        Assert.StartsWith("The model 'arcface_w600k_r50.onnx'", failure, StringComparison.Ordinal);
        Assert.Contains(reason, failure, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_path_with_dots_and_a_link_lead_to_the_file_and_one_that_leads_nowhere_is_named()
    {
        string file = _folder.Write("whole.onnx", Swapper(1).ToArray());
        Directory.CreateDirectory(_folder.File("sub"));
        File.CreateSymbolicLink(_folder.File("link.onnx"), file);
        Set(Path.Combine(_folder.Path, "sub", "..", "link.onnx"));
        _shot.Render("Composite").Dispose();

        File.CreateSymbolicLink(_folder.File("nowhere.onnx"), _folder.File("gone.onnx"));
        Assert.Equal($"The model file '{_folder.File("nowhere.onnx")}' does not exist; give the path of a file.", Failure(_folder.File("nowhere.onnx")));
    }

    public void Dispose()
    {
        _shot.Dispose();
        _plate.Dispose();
        _folder.Dispose();
    }

    private void Set(string file)
    {
        _shot.Instance.Params["swapper"].Parse("File");
        _shot.Instance.Params["swapperFile"].Set(file);
    }

    private string Failure(string file)
    {
        Set(file);
        using HostImage image = new(_plate.Bounds, BitDepth.Float, PixelComponents.Rgba);
        string failure = _shot.Instance.Render(new(1, image.Bounds, image)).Failure!;
        Assert.EndsWith(".", failure, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure);
        return failure;
    }

    private static byte[] Bad(string kind)
    {
        byte[] whole = Swapper(1).ToArray();
        switch (kind)
        {
            case "truncated":
                return whole[..(whole.Length / 2)];
            case "random":
                byte[] random = new byte[5000];
                new Random(5).NextBytes(random);
                return random;
            case "zip":
                using (MemoryStream stream = new())
                {
                    using (ZipArchive archive = new(stream, ZipArchiveMode.Create, leaveOpen: true))
                    using (Stream entry = archive.CreateEntry("model.onnx").Open())
                        entry.Write(whole);
                    return stream.ToArray();
                }

            case "empty":
                return [];
            case "opset":
                return Swapper(1).ToArray(opset: 999);
            case "shapes":
                return new OnnxGraph().Input("target", 1, 3, 100, 77).Input("source", 1, 512).Output("output", 1, 3, 100, 77).Node("Identity", ["target"], "output").ToArray();
            default:
                return Swapper(float.NaN).ToArray();
        }
    }

    // What an inswapper takes and gives; its last constant is the matrix that one has.
    private static OnnxGraph Swapper(float gain)
    {
        float[] emap = new float[512 * 512];
        for (int i = 0; i < 512; i++)
            emap[513 * i] = 1;
        return new OnnxGraph()
            .Input("target", 1, 3, Side, Side).Input("source", 1, 512).Output("output", 1, 3, Side, Side)
            .Constant("gain", [1], gain).Constant("emap", [512, 512], emap)
            .Node("Mul", ["target", "gain"], "output");
    }

    // The gain of a picture's mean colour, whatever it shows.
    private static OnnxGraph ArcFace(float gain)
    {
        float[] weights = new float[3 * 512];
        Array.Fill(weights, gain);
        return new OnnxGraph()
            .Input("input", 1, 3, 112, 112).Output("embedding", 1, 512)
            .Constant("shape", [2], 1L, 3L).Constant("weights", [3, 512], weights)
            .Node("ReduceMean", ["input"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1))
            .Node("Reshape", ["mean", "shape"], "colour").Node("MatMul", ["colour", "weights"], "embedding");
    }
}
