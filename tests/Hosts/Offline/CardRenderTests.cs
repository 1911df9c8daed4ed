using System.Text.Json;
using FaceFusion.Host.Clips;
using FaceFusion.Hosts.Tests.Foreign;
using FaceFusion.Hosts.Tests.Rendering;
using FaceFusion.Kernels.Device.Cuda;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Offline;

/// <summary><c>facefusion render --gpu</c> with the built bundle: its images lie in OpenCL's first device, which may be the processor, or on a CUDA card.</summary>
public sealed class CardRenderTests(BundleOnDisk bundle) : IClassFixture<BundleOnDisk>
{
    /// <summary>OpenCL, and CUDA where there is a card.</summary>
    public static TheoryData<string> Apis
    {
        get
        {
            using CudaDevice? card = CudaDevice.First();
            return card is null ? ["opencl"] : ["opencl", "cuda"];
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Apis))]
    public void A_picture_that_lies_on_a_card_is_rendered_to_the_same_bits(string api)
    {
        // Large enough for the detector's look to average pixels on the card.
        using HostImage plate = Plates.SideBySide(Plates.Person, Plates.OtherPerson, BitDepth.Byte);
        using TemporaryFolder folder = new();
        string input = folder.Write("plate.png", Png(plate));
        string notes = Render(input, folder.File("processor.png")), cardNotes = Render(input, folder.File("card.png"), "--gpu", api);

        // A frame that fails on the card is rendered on the processor, and a note says so.
        Assert.Equal(notes, cardNotes);
        Assert.Equal(File.ReadAllBytes(folder.File("processor.png")), File.ReadAllBytes(folder.File("card.png")));
        using HostImage swapped = Plates.Load(folder.File("card.png"), BitDepth.Byte);
        Assert.Contains(Enumerable.Range(0, plate.Height), y => !swapped.Row(y).SequenceEqual(plate.Row(y)));
    }

    /// <summary>
    /// CUDA's driver and its provider without a card: copies are carried out, networks are run by the processor, and both keep
    /// book. The frame is small enough for the detector to look at its own pixels, so that no kernel is needed.
    /// </summary>
    [SkippableTheory]
    [InlineData("cpu")]
    [InlineData("cuda")]
    public void Whatever_runs_networks_the_bundle_works_in_the_hosts_CUDA_context_and_gives_everything_back(string provider)
    {
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Byte);
        using TemporaryFolder folder = new();
        string input = folder.Write("plate.png", Png(plate)), log = folder.File("cuda.txt"), runs = folder.File("runtime.txt");
        string notes = Render(input, folder.File("processor.png"));
        Dictionary<string, string> withoutCard = new()
        {
            ["LD_LIBRARY_PATH"] = Path.Combine(AppContext.BaseDirectory, "fake-cuda"),
            ["FAKE_CUDA_LOG"] = log,
            ["FACEFUSION_ONNXRUNTIME"] = Path.Combine(AppContext.BaseDirectory, "card", "libcard_runtime.so"),
            ["CARD_RUNTIME_REAL"] = Path.Combine(Path.GetDirectoryName(bundle.Binary)!, "libfacefusion_onnxruntime.so"),
            ["CARD_RUNTIME_LOG"] = runs,
        };
        Assert.Equal(notes, Render(withoutCard, input, folder.File("card.png"), "--gpu", "cuda", "--provider", provider));
        Assert.Equal(File.ReadAllBytes(folder.File("processor.png")), File.ReadAllBytes(folder.File("card.png")));

        string[][] calls = [.. File.ReadLines(log).Select(line => line.Split(' ', 5))];
        Assert.Contains(calls, call => call[0] == "cuMemcpy2DAsync_v2");
        Assert.All(calls.Where(call => call[0].StartsWith("cuMem", StringComparison.Ordinal)), call => Assert.Equal("1000", call[1]));
        Assert.Equal(calls.Count(call => call[0] == "cuMemAlloc_v2"), calls.Count(call => call[0] == "cuMemFree_v2"));
        Assert.Equal(calls.Count(call => call[0] == "cuCtxPushCurrent_v2"), calls.Count(call => call[0] == "cuCtxPopCurrent_v2"));
        string[] networks = File.ReadAllLines(runs);
        Assert.DoesNotContain(networks, call => call.StartsWith("BROKEN", StringComparison.Ordinal));
        Assert.Contains(networks, call => call.StartsWith(provider == "cuda" ? "run card" : "run processor", StringComparison.Ordinal));
        Assert.DoesNotContain(networks, call => call.StartsWith(provider == "cuda" ? "run processor" : "run card", StringComparison.Ordinal));
        Assert.Equal(networks.Count(call => call.StartsWith("lock ", StringComparison.Ordinal)), networks.Count(call => call == "unlock"));
        Assert.Equal(networks.Count(call => call == "session card"), networks.Count(call => call == "release card"));
    }

    private string Render(string input, string output, params string[] options) => Render([], input, output, options);

    // Renders a picture; its notes.
    private string Render(Dictionary<string, string> environment, string input, string output, params string[] options)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FaceFusion.Cli.dll");
        ProcessResult result = ProcessResult.Of(
            "dotnet",
            ["exec", program, "render", input, "--identity", Plates.Identity, "-o", output, "--plugin", bundle.Folder, "--quiet", "--json", .. options],
            environment: new Dictionary<string, string>(environment) { ["FACEFUSION_MODELS"] = SharedMaterial.Require("models") });
        Assert.True(result.ExitCode == 0, result.Error);
        using JsonDocument report = JsonDocument.Parse(result.Output);
        return report.RootElement.GetProperty("notes").GetRawText();
    }

    private static byte[] Png(HostImage image)
    {
        PixelView view = Plates.View(image);
        ushort[] samples = new ushort[4 * view.Width * view.Height];
        for (int y = 0, at = 0; y < view.Height; y++)
        {
            foreach (byte sample in view.RowSpan(y))
                samples[at++] = sample;
        }

        return PngWriter.Encode(view.Width, view.Height, PngColour.Rgba, 8, samples);
    }
}
