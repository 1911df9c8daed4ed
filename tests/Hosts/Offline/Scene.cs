using System.Security.Cryptography;
using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Hosts.Tests.Rendering;

namespace FaceFusion.Hosts.Tests.Offline;

/// <summary>A plate and an identity for the built plug-in, and what it makes of them.</summary>
internal sealed class Scene : IDisposable
{
    private readonly string _identityFile;
    private readonly HostImage _plate;

    /// <param name="plateFile">A picture with a face.</param>
    /// <param name="identityFile">A picture of the face to put in.</param>
    public Scene(string plateFile, string identityFile)
    {
        _identityFile = identityFile;
        _plate = Plates.Load(plateFile, BitDepth.Byte);
    }

    /// <summary>An instance that puts the identity into the plate.</summary>
    public HostedInstance Create(OfxBundle bundle, string context, double mix)
    {
        HostedInstance instance = bundle[BuiltBundle.Identifier].CreateInstance(
            context,
            new ProjectSettings { Width = _plate.Width, Height = _plate.Height },
            prepared => prepared.Clips["Source"].Bind(new StillClipSource(_plate)));
        instance.Params["identityFile"].Set(_identityFile);
        instance.Params["mix"].Set(mix);
        return instance;
    }

    /// <summary>Renders the frame; a hash of its pixels.</summary>
    /// <exception cref="HostException">The render failed; the sentence is the plug-in's.</exception>
    public string Render(HostedInstance instance)
    {
        using HostImage output = Plates.Like(_plate);
        RenderOutcome outcome = instance.Render(new RenderRequest(1, _plate.Bounds, output));
        return outcome.Succeeded ? Hash(output) : throw new HostException(outcome.Failure!);
    }

    /// <summary>The hash of the plate itself, which is what a mix of 0 gives.</summary>
    public string PlateHash() => Hash(_plate);

    public void Dispose() => _plate.Dispose();

    private static string Hash(HostImage image)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int y = image.Bounds.y1; y < image.Bounds.y2; y++)
            hash.AppendData(image.Row(y));
        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
