using FaceFusion.Host;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Pictures;
using FaceFusion.Hosts.Tests.Rendering;

namespace FaceFusion.HostsBench;

/// <summary>What is rendered: the bundle, a small plate with a face, an identity of no real person.</summary>
/// <param name="Bundle">The bundle.</param>
/// <param name="Plate">The plate.</param>
internal sealed record Shot(string Bundle, Picture Plate)
{
    /// <summary>Pixels of the plate's sides: few, and enough for a face at half the scale.</summary>
    private const int Side = 300;

    /// <summary>Takes the pictures of the shared material.</summary>
    public static Shot Of(string bundle)
    {
        using HostImage person = Plates.Load(Plates.Person, BitDepth.Float);
        return new Shot(bundle, Picture.Of(person).Resized(Side, Side));
    }

    /// <summary>Puts the identity in; the plate's numbers are display-referred whatever a host would say.</summary>
    public static void Swap(HostedInstance instance)
    {
        instance.Params["identityFile"].Set(Plates.Identity);
        instance.Params["inputSpace"].Set(1);
    }

    /// <summary>Shows the plate.</summary>
    public static void Pass(HostedInstance instance) => instance.Params["mix"].Set(0.0);
}
