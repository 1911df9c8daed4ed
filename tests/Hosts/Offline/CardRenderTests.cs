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
    [SkippableTheory]
    [InlineData("opencl")]
    [InlineData("cuda")]
    public void A_picture_that_lies_on_a_card_is_rendered_to_the_same_bits(string api)
    {
        using CudaDevice? card = api == "cuda" ? CudaDevice.First() : null;
        Skip.If(api == "cuda" && card is null, "This machine has no CUDA card.");

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

    // Renders a picture; its notes.
    private string Render(string input, string output, params string[] options)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "FaceFusion.Cli.dll");
        ProcessResult result = ProcessResult.Of(
            "dotnet",
            ["exec", program, "render", input, "--identity", Plates.Identity, "-o", output, "--plugin", bundle.Folder, "--quiet", "--json", .. options],
            environment: new Dictionary<string, string> { ["FACEFUSION_MODELS"] = SharedMaterial.Require("models") });
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
