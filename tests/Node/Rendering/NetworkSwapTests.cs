using System.Numerics;
using FaceFusion.Host.Clips;
using FaceFusion.Node.Tests.Support;
using FaceFusion.TestSupport;
using FaceFusion.TestSupport.Onnx;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>A swapping network of known arithmetic behind the node: an inswapper that makes everything it sees redder by what the identity is.</summary>
public sealed class NetworkSwapTests : IDisposable
{
    private const int Side = 128;

    private readonly TemporaryFolder _models = new();
    private readonly NodeShot _shot;
    private readonly HostImage _plate;

    public NetworkSwapTests()
    {
        _plate = NodeShot.Load("pictures/london_neutral/022.jpg", isLinear: false, Premultiplication.Opaque);
        _shot = new NodeShot(_plate);
        File.WriteAllBytes(_models.File("red.onnx"), InSwapper(0.12f).ToArray());
        File.WriteAllBytes(_models.File("arcface_w600k_r50.onnx"), ArcFace().ToArray());
    }

    [SkippableFact]
    public void The_plate_gets_what_the_network_changed_and_keeps_the_rest()
    {
        Choose("red.onnx");
        Vector4[] plate = NodeShot.Pixels(_plate), result = _shot.RenderPixels("Composite"), matte = _shot.RenderPixels("Matte");
        int changed = 0, kept = 0;
        for (int i = 0; i < plate.Length; i++)
        {
            if (matte[i].X == 0)
            {
                Assert.Equal(plate[i], result[i]);
                kept++;
            }
            else if (matte[i].X > 0.999f && plate[i].X < 0.85f)
            {
                Vector3 change = (result[i] - plate[i]).AsVector3();
                Assert.True(Vector3.Distance(change, new Vector3(0.12f, 0, 0)) < 3e-3f, $"changed by {change}");
                changed++;
            }
        }

        Assert.InRange(changed, 20_000, plate.Length / 2);
        Assert.True(kept > plate.Length / 3, "most of the plate is left alone");
    }

    [SkippableFact]
    public void A_network_that_changes_nothing_leaves_every_pixel_as_good_as_it_was()
    {
        File.WriteAllBytes(_models.File("nothing.onnx"), InSwapper(0).ToArray());
        Choose("nothing.onnx");
        foreach (string boost in (string[])["Network's own", "512"])
        {
            _shot.Instance.Params["cropSide"].Parse(boost);
            Vector4[] plate = NodeShot.Pixels(_plate), result = _shot.RenderPixels("Composite");
            for (int i = 0; i < plate.Length; i++)
                Assert.True((plate[i] - result[i]).Length() < 1e-3f, $"{result[i] - plate[i]}");
        }
    }

    [SkippableFact]
    public void Layer_and_matte_recompose_the_picture()
    {
        Choose("red.onnx");
        Vector4[] plate = NodeShot.Pixels(_plate), result = _shot.RenderPixels("Composite"), layer = _shot.RenderPixels("Face layer"), matte = _shot.RenderPixels("Matte");
        for (int i = 0; i < plate.Length; i++)
            Assert.True((layer[i] + (plate[i] * (1 - matte[i].X)) - result[i]).AsVector3().Length() < 2e-6f);
    }

    [SkippableFact]
    public void Each_mask_can_be_looked_at()
    {
        Choose("red.onnx");
        Dictionary<string, double> sums = [];
        foreach (string mask in (string[])["All chosen", "Box", "Outline", "Regions", "Occlusion", "Network's own"])
        {
            _shot.Instance.Params["maskView"].Parse(mask);
            sums[mask] = _shot.RenderPixels("Face matte").Sum(pixel => (double)pixel.X);
        }

        Assert.True(sums["All chosen"] <= Math.Min(sums["Outline"], sums["Box"]) + 1, string.Join(", ", sums));
        Assert.True(sums["Outline"] < sums["Box"], string.Join(", ", sums));
        Assert.True(sums["Box"] < sums["Network's own"], string.Join(", ", sums));

        // The composite has all of them whatever is looked at.
        Vector4[] all = _shot.RenderPixels("Composite");
        _shot.Instance.Params["maskView"].Parse("All chosen");
        Assert.Equal(all, _shot.RenderPixels("Composite"));
    }

    [SkippableFact]
    public void The_regions_choose_parts_of_the_face()
    {
        Choose("red.onnx");
        _shot.Instance.Params["maskRegion"].Parse("true");
        foreach (string region in (string[])["regionSkin", "regionBrows", "regionLips", "regionMouth"])
            _shot.Instance.Params[region].Parse("false");
        double eyes = _shot.RenderPixels("Face matte").Sum(pixel => (double)pixel.X);
        _shot.Instance.Params["regionLips"].Parse("true");
        double withLips = _shot.RenderPixels("Face matte").Sum(pixel => (double)pixel.X);
        Assert.InRange(eyes, 100, 5000);
        Assert.InRange(withLips, 1.5 * eyes, 10 * eyes);
    }

    [SkippableFact]
    public void A_missing_file_is_told()
    {
        _shot.Instance.Params["swapper"].Parse("UniFace 256");
        using HostImage image = new(_plate.Bounds, BitDepth.Float, PixelComponents.Rgba);
        string failure = _shot.Instance.Render(new(1, image.Bounds, image)).Failure!;
        Assert.Contains("uniface_256.onnx", failure, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _shot.Dispose();
        _plate.Dispose();
        _models.Dispose();
    }

    private void Choose(string file)
    {
        _shot.Instance.Params["swapper"].Parse("File");
        _shot.Instance.Params["swapperFile"].Set(_models.File(file));
        foreach (string name in (string[])["grain", "sharpness"])
            _shot.Instance.Params[name].Parse("0");
        _shot.Instance.Params["colourMethod"].Parse("Off");
    }

    // The identity's vector is (1, 0, 0, …), whoever it is; the matrix makes it (0, 1, 0, …), and that much red is added.
    private static OnnxGraph InSwapper(float red)
    {
        float[] emap = new float[512 * 512], change = new float[512 * 3];
        emap[1] = 1;
        change[3] = red;
        return new OnnxGraph()
            .Input("target", 1, 3, Side, Side).Input("source", 1, 512).Output("output", 1, 3, Side, Side)
            .Constant("shape", [4], 1L, 3L, 1L, 1L).Constant("change", [512, 3], change).Constant("emap", [512, 512], emap)
            .Node("MatMul", ["source", "change"], "flat").Node("Reshape", ["flat", "shape"], "offset").Node("Add", ["target", "offset"], "output");
    }

    private static OnnxGraph ArcFace()
    {
        float[] weights = new float[3 * 512];
        weights[0] = weights[512] = weights[1024] = 1;
        return new OnnxGraph()
            .Input("input", 1, 3, 112, 112).Output("embedding", 1, 512)
            .Constant("shape", [2], 1L, 3L).Constant("weights", [3, 512], weights).Constant("more", [1], 2f)
            .Node("ReduceMean", ["input"], "mean", ("axes", new long[] { 2, 3 }), ("keepdims", 1))
            .Node("Reshape", ["mean", "shape"], "colour").Node("Add", ["colour", "more"], "positive")
            .Node("MatMul", ["positive", "weights"], "embedding");
    }
}
