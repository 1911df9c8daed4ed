using System.Numerics;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Stills;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Devices;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Ofx.Abi;
using FaceFusion.TestSupport;

namespace FaceFusion.Node.Tests.Support;

/// <summary>The node of this process with a picture on it and an identity.</summary>
internal sealed class NodeShot : IDisposable
{
    private readonly OfxBundle _bundle;
    private readonly HostedInstance _instance;

    /// <summary>A shot of one frame.</summary>
    /// <param name="plate">The plate; belongs to the caller.</param>
    /// <param name="colourspace">What its numbers mean, as hosts of OpenFX 1.5 say it.</param>
    /// <param name="host">What the host can do; all when absent.</param>
    public NodeShot(HostImage plate, string colourspace = "ofx_display_sdr", HostProfile? host = null)
    {
        Environment.SetEnvironmentVariable("FACEFUSION_MODELS", SharedMaterial.Require("models"));
        Plate = plate;
        _bundle = NodeBinary.Open(host);
        ProjectSettings project = new() { Width = plate.Width, Height = plate.Height };
        ClipFormat format = new()
        {
            Depth = plate.Depth,
            Components = plate.Components,
            Premultiplication = plate.Premultiplication,
            Colourspace = colourspace,
        };
        _instance = _bundle[NodeNames.Plugin].CreateInstance(
            OfxContexts.kOfxImageEffectContextGeneral, project, instance => instance.Clips["Source"].Bind(new StillClipSource(plate, format)));
        _instance.Params[NodeNames.IdentityFile].Set(SharedMaterial.Require("pictures/composite/m_easian.jpg"));
    }

    /// <summary>The plate.</summary>
    public HostImage Plate { get; }

    /// <summary>The host's side of the node.</summary>
    public HostedInstance Instance => _instance;

    /// <summary>A photo as a plate of floats.</summary>
    /// <param name="picture">Path below the shared material.</param>
    /// <param name="isLinear">Whether its values are made scene-linear, twice as bright as they were.</param>
    /// <param name="premultiplication">What its alpha means.</param>
    /// <param name="alpha">Its alpha by column and row as fractions of the picture; opaque when absent.</param>
    public static HostImage Load(string picture, bool isLinear, Premultiplication premultiplication, Func<float, float, float>? alpha = null)
    {
        using Still still = StillDecoder.Load(SharedMaterial.Require(picture));
        HostImage image = new(new OfxRectI { x2 = still.Width, y2 = still.Height }, BitDepth.Float, PixelComponents.Rgba) { Premultiplication = premultiplication };
        using ImageBuffer pixels = new(still.Width, still.Height);
        PixelReader.Read(still.View, still.View.Bounds, NetworkSpace.Working, premultiplied: false, pixels);
        for (int i = 0; i < pixels.Length; i++)
        {
            float opacity = alpha?.Invoke((float)(i % still.Width) / still.Width, (float)(i / still.Width) / still.Height) ?? 1;
            Vector4 pixel = pixels.Pixels[i];
            if (isLinear)
                pixel = new NetworkSpace(TransferCurve.SceneLinear, false).Decode(pixel) * 2;
            if (premultiplication == Premultiplication.Premultiplied)
                pixel *= opacity;
            pixels.Pixels[i] = pixel with { W = opacity };
        }

        for (int y = 0; y < still.Height; y++)
            MemoryMarshal.Cast<Vector4, float>(pixels.Row(y)).CopyTo(image.Row<float>(still.Height - 1 - y));
        return image;
    }

    /// <summary>Renders one of the outputs whole, in the form that the node prefers.</summary>
    /// <param name="output">The option's label.</param>
    public HostImage Render(string output) => Render(output, null, Plate.Bounds, Plate.Order);

    /// <summary>Renders one of the outputs in the form that the node prefers, on a card if there is one.</summary>
    /// <param name="output">The option's label.</param>
    /// <param name="card">The card that the images lie on; null for the processor's memory.</param>
    /// <param name="window">What is rendered; the image has the plate's bounds.</param>
    /// <param name="order">Which of its rows lies first in memory.</param>
    public HostImage Render(string output, IImageDevice? card, OfxRectI window, RowOrder order)
    {
        _instance.Params["output"].Parse(output);
        ClipPreference wanted = _instance.ClipPreferences.Clips["Output"];
        HostImage image = new(Plate.Bounds, wanted.Depth, wanted.Components, order, rowPadding: 16) { Premultiplication = wanted.Premultiplication };
        RenderOutcome outcome = _instance.Render(new RenderRequest(1, window, image) { Device = card });
        Assert.True(outcome.Succeeded, outcome.Failure);
        Assert.True(card is null || outcome.IsOnDevice, string.Join(" ", outcome.Messages.Select(message => message.Text)));
        return image;
    }

    /// <summary>An image of floats as pixels, the first row on top.</summary>
    public static Vector4[] Pixels(HostImage image)
    {
        Vector4[] pixels = new Vector4[image.Width * image.Height];
        for (int y = 0; y < image.Height; y++)
            MemoryMarshal.Cast<float, Vector4>(image.Row<float>(image.Height - 1 - y)).CopyTo(pixels.AsSpan(y * image.Width));
        return pixels;
    }

    /// <summary>Renders one of the outputs and takes its pixels, the first row on top.</summary>
    /// <inheritdoc cref="Render(string)"/>
    public Vector4[] RenderPixels(string output)
    {
        using HostImage image = Render(output);
        return Pixels(image);
    }

    public void Dispose()
    {
        _instance.Dispose();
        _bundle.Dispose();
    }
}
