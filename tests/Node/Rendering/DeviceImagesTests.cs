using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Kernels.Device.OpenCl;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Tests.Support;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Node.Tests.Rendering;

/// <summary>Frames that lie on a graphics card: OpenCL's first device, which may be the processor.</summary>
public sealed class DeviceImagesTests
{
    private const string Person = "pictures/london_neutral/022.jpg";

    // Large enough for the detector's look to average pixels on the card.
    private const int Width = 1900, Height = 900, Left = 700, Top = 130;

    private static readonly HostProfile Host = HostProfile.Modern with { Gpu = GpuSupport.Of(DeviceApi.OpenCl) };

    [SkippableTheory]
    [InlineData(BitDepth.Float, PixelComponents.Rgba, RowOrder.BottomUp)]
    [InlineData(BitDepth.Float, PixelComponents.Rgb, RowOrder.TopDown)]
    [InlineData(BitDepth.Byte, PixelComponents.Rgba, RowOrder.BottomUp)]
    public void Every_output_has_the_bits_that_it_has_in_the_processors_memory(BitDepth depth, PixelComponents components, RowOrder order)
    {
        using TestCard card = Card();
        using HostImage plate = Plate(depth, components, order);
        using NodeShot shot = new(plate, host: Host);
        string[] outputs = depth == BitDepth.Float && components == PixelComponents.Rgba
            ? ["Composite", "Face layer", "Matte", "Debug", "Face matte", "Patch", "ST map", "Inverse ST map"]
            : ["Composite", "Face layer"];
        foreach (string output in outputs)
        {
            using HostImage wanted = shot.Render(output, null, plate.Bounds, RowOrder.BottomUp);
            using HostImage given = shot.Render(output, card, plate.Bounds, RowOrder.BottomUp);
            AssertSame(wanted, given, output);
            NodeEngine.Purge();
        }

        Assert.Equal(0, card.Lent);
        Assert.Equal(0, DevicePool.Count);
    }

    [SkippableFact]
    public void A_frame_that_is_looked_at_from_far_away_has_the_same_bits_too()
    {
        using TestCard card = Card();
        using HostImage plate = Plate(BitDepth.Float, PixelComponents.Rgba, RowOrder.BottomUp, width: 3840);
        using NodeShot shot = new(plate, host: Host);
        using HostImage wanted = shot.Render("Composite"), given = shot.Render("Composite", card, plate.Bounds, RowOrder.BottomUp);
        AssertSame(wanted, given, "composite");
        Assert.False(plate.Row(450).SequenceEqual(given.Row(450)));
    }

    [SkippableFact]
    public void A_window_of_the_frame_is_filled_and_nothing_else()
    {
        using TestCard card = Card();
        using HostImage plate = Plate(BitDepth.Float, PixelComponents.Rgba, RowOrder.TopDown);
        using NodeShot shot = new(plate, host: Host);
        OfxRectI window = new() { x1 = 900, y1 = 100, x2 = 1800, y2 = 555 };
        using HostImage wanted = shot.Render("Composite", null, window, RowOrder.TopDown), given = shot.Render("Composite", card, window, RowOrder.TopDown);
        AssertSame(wanted, given, "window");
        Assert.False(given.Row(0).ContainsAnyExcept((byte)0));
    }

    [SkippableFact]
    public void A_frame_whose_face_changes_little_stays_on_the_card()
    {
        using TestCard card = Card();
        using HostImage plate = Plate(BitDepth.Float, PixelComponents.Rgba, RowOrder.BottomUp);
        using NodeShot shot = new(plate, host: Host);
        shot.Instance.Params["mix"].Parse("0");
        using HostImage given = shot.Render("Composite", card, plate.Bounds, RowOrder.BottomUp);
        for (int y = 0; y < Height; y++)
            Assert.True(plate.Row(y).SequenceEqual(given.Row(y)), $"row {y}");
    }

    [SkippableTheory]
    [InlineData(null, "true")]
    [InlineData("off", "false")]
    public void Hosts_are_told_of_CUDA_with_streams_and_of_OpenCL_unless_that_is_switched_off(string? switched, string wanted)
    {
        using HostImage plate = NodeShot.Load(Person, isLinear: false, Premultiplication.Opaque);
        Environment.SetEnvironmentVariable(DeviceSupport.Variable, switched);
        try
        {
            using NodeShot shot = new(plate, host: Host);
            foreach (string property in (string[])[OfxGpuProps.kOfxImageEffectPropCudaRenderSupported, OfxGpuProps.kOfxImageEffectPropCudaStreamSupported, OfxGpuProps.kOfxImageEffectPropOpenCLRenderSupported])
                Assert.Equal(wanted, shot.Instance.Properties.GetText(property));
            foreach (string property in (string[])[OfxGpuProps.kOfxImageEffectPropMetalRenderSupported, OfxGpuProps.kOfxImageEffectPropOpenGLRenderSupported, OfxGpuProps.kOfxImageEffectPropOpenCLSupported])
                Assert.Equal("false", shot.Instance.Properties.GetText(property));
        }
        finally
        {
            Environment.SetEnvironmentVariable(DeviceSupport.Variable, null);
        }
    }

    [SkippableFact]
    public void Where_the_card_fails_the_host_is_told_so_and_renders_on_the_processor()
    {
        using TestCard card = Card();
        using HostImage plate = Plate(BitDepth.Float, PixelComponents.Rgba, RowOrder.BottomUp);
        using NodeShot shot = new(plate, host: Host);
        using HostImage wanted = shot.Render("Composite");
        using HostImage image = new(plate.Bounds, BitDepth.Float, PixelComponents.Rgba, RowOrder.BottomUp, rowPadding: 16);
        RenderOutcome outcome = shot.Instance.Render(new RenderRequest(1, plate.Bounds, image) { Device = new WithoutQueue(card) });
        Assert.True(outcome.Succeeded, outcome.Failure);
        Assert.False(outcome.IsOnDevice);
        Assert.Equal(OfxStatus.kOfxStatGPURenderFailed, outcome.DeviceFailure);
        Assert.Contains(outcome.Messages, message => message.Text == "The host hands over OpenCL pixels but no command queue; render on the processor.");
        AssertSame(wanted, image, "processor");
    }

    private static TestCard Card()
    {
        OpenClDevice? device = OpenClDevice.First();
        Assert.True(device is not null, "This machine has no OpenCL device; ./setup installs pocl-opencl-icd, which is one.");
        return new TestCard(device);
    }

    // A person in a large grey room with a slope of light, in the depth that is asked for.
    private static HostImage Plate(BitDepth depth, PixelComponents components, RowOrder order, int width = Width)
    {
        using HostImage person = NodeShot.Load(Person, isLinear: false, Premultiplication.Opaque);
        HostImage plate = new(new OfxRectI { x2 = width, y2 = Height }, depth, components, order, rowPadding: 16);
        int channels = components.Count();
        for (int y = 0; y < Height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                bool inside = x >= Left && x < Left + person.Width && y >= Top && y < Top + person.Height;
                for (int c = 0; c < channels; c++)
                {
                    float value = inside ? person.Row<float>(y - Top)[(4 * (x - Left)) + c] : c == 3 ? 1 : 0.2f + (0.3f * x / width);
                    if (depth == BitDepth.Byte)
                        plate.Row(y)[(x * channels) + c] = (byte)MathF.Round(value * 255);
                    else
                        plate.Row<float>(y)[(x * channels) + c] = value;
                }
            }
        }

        return plate;
    }

    private static void AssertSame(HostImage wanted, HostImage given, string what)
    {
        for (int y = wanted.Bounds.y1; y < wanted.Bounds.y2; y++)
            Assert.True(wanted.Row(y).SequenceEqual(given.Row(y)), $"{what}: row {y}");
    }

    private sealed class WithoutQueue(TestCard card) : IImageDevice
    {
        public DeviceApi Api => card.Api;

        public nint Order => 0;

        public nint Allocate(long bytes) => card.Allocate(bytes);

        public void Release(nint memory) => card.Release(memory);

        public void Upload(ReadOnlySpan<byte> source, nint memory) => card.Upload(source, memory);

        public void Download(nint memory, Span<byte> target) => card.Download(memory, target);

        public void Run(Action work) => card.Run(work);
    }
}
