using FaceFusion.Host.Clips;
using FaceFusion.Host.Matrix;
using FaceFusion.Host.Pictures;
using FaceFusion.Hosts.Tests.Rendering;
using FaceFusion.TestSupport;

namespace FaceFusion.Hosts.Tests.Profiles;

/// <summary>The built bundle under every host, in every depth, with all components, in tiles, scaled, wide, with alpha.</summary>
[Collection(BundleCollection.Name)]
public sealed class HostMatrixTests(BuiltBundle bundle)
{
    /// <summary>Pixels of the plate's sides: few, and enough for a face at half the scale.</summary>
    private const int Side = 300;

    [SkippableFact]
    public void A_face_has_the_same_bits_under_every_host_in_whole_and_in_tiles()
    {
        SharedMaterial.Require("models");
        using HostImage person = Plates.Load(Plates.Person, BitDepth.Float);
        HostMatrix matrix = new(bundle.Path, Picture.Of(person).Resized(Side, Side), instance =>
        {
            instance.Params["identityFile"].Set(Plates.Identity);

            // What is automatic goes by the host.
            instance.Params["inputSpace"].Set(1);
        });
        MatrixResult[] results = [.. matrix.Run()];
        Assert.Equal(7 * 4 * 3 * 4, results.Length);
        Assert.Empty(results.Where(result => result.Failure is not null).Select(result => $"{result.Cell}: {result.Failure}"));
    }
}
