using System.Globalization;
using System.Security.Cryptography;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Hosts.Tests.Offline;

/// <summary>A plate and an identity for the built plug-in, and what it makes of them.</summary>
internal sealed class Scene : IDisposable
{
    private const string Identifier = "net.facefusion-ofx.FaceFusion";

    private readonly string identityFile;
    private readonly HostImage plate;

    /// <param name="plateFile">Raw RGBA bytes, first row on top, square.</param>
    /// <param name="identityFile">A picture of the face to put in.</param>
    public Scene(string plateFile, string identityFile)
    {
        this.identityFile = identityFile;
        byte[] pixels = File.ReadAllBytes(plateFile);
        int side = (int)Math.Sqrt(pixels.Length / 4.0);
        plate = new HostImage(new OfxRectI { x2 = side, y2 = side }, BitDepth.Byte, PixelComponents.Rgba);
        for (int y = 0; y < side; y++)
            pixels.AsSpan((side - 1 - y) * side * 4, side * 4).CopyTo(plate.Row(y));
    }

    /// <summary>An instance that puts the identity into the plate.</summary>
    public HostedInstance Create(OfxBundle bundle, string context, double mix)
    {
        HostedInstance instance = bundle[Identifier].CreateInstance(
            context,
            new ProjectSettings { Width = plate.Width, Height = plate.Height },
            prepared => prepared.Clips["Source"].Bind(new StillClipSource(plate)));
        instance.Params["identityFile"].Set(identityFile);
        instance.Params["mix"].Set(mix);
        return instance;
    }

    /// <summary>Renders the frame; a hash of its pixels.</summary>
    /// <exception cref="HostException">The render failed; the sentence is the plug-in's.</exception>
    public string Render(HostedInstance instance)
    {
        ClipPreference preferred = instance.ClipPreferences.Clips["Output"];
        using var output = new HostImage(plate.Bounds, preferred.Depth, preferred.Components);
        RenderOutcome outcome = instance.Render(new RenderRequest(1, plate.Bounds, output));
        return outcome.Succeeded ? Hash(output) : throw new HostException(outcome.Failure!);
    }

    /// <summary>The hash of the plate itself, which is what a mix of 0 gives.</summary>
    public string PlateHash() => Hash(plate);

    public void Dispose() => plate.Dispose();

    private static string Hash(HostImage image)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int y = image.Bounds.y1; y < image.Bounds.y2; y++)
            hash.AppendData(image.Row(y));
        return string.Create(CultureInfo.InvariantCulture, $"{image.Depth} {Convert.ToHexString(hash.GetHashAndReset())}");
    }
}
