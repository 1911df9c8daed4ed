using System.Buffers.Binary;

namespace FaceFusion.Cli.Media.Probing;

/// <summary>
/// The <c>chromaticities</c> attribute of an OpenEXR file: CIE x and y of red, green, blue and white, eight floats.
/// </summary>
internal static class ExrChromaticities
{
    // As far as writers round.
    private const float Tolerance = 2e-3f;

    private static readonly (string Colourspace, float[] Places)[] Known =
    [
        ("lin_rec709_srgb", [0.640f, 0.330f, 0.300f, 0.600f, 0.150f, 0.060f, 0.3127f, 0.3290f]),
        ("ACES2065-1", [0.7347f, 0.2653f, 0, 1, 0.0001f, -0.0770f, 0.32168f, 0.33767f]),
        ("ACEScg", [0.713f, 0.293f, 0.165f, 0.830f, 0.128f, 0.044f, 0.32168f, 0.33767f]),
        ("lin_rec2020", [0.708f, 0.292f, 0.170f, 0.797f, 0.131f, 0.046f, 0.3127f, 0.3290f]),
        ("lin_p3d65", [0.680f, 0.320f, 0.265f, 0.690f, 0.150f, 0.060f, 0.3127f, 0.3290f]),
    ];

    /// <summary>OpenFX's name of the light that they stand for; <see langword="null"/> where it has none.</summary>
    /// <param name="value">The attribute's bytes.</param>
    public static string? Colourspace(ReadOnlySpan<byte> value)
    {
        if (value.Length < 8 * sizeof(float))
            return null;

        float[] places = new float[8];
        for (int i = 0; i < places.Length; i++)
            places[i] = BinaryPrimitives.ReadSingleLittleEndian(value[(i * sizeof(float))..]);
        return Array.Find(Known, row => row.Places.Zip(places).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance)).Colourspace;
    }
}
