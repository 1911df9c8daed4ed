using System.Buffers.Binary;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Fusion.Shape;

/// <summary>
/// The statistics of face shapes: their mean, the directions in which people differ, those in which a face moves, and
/// how far points lie from all that. Coordinates are x, y and z of the 468 surface points in turn, in the canonical
/// face's frame and unit (<see cref="FaceShape"/>).
/// </summary>
/// <remarks>
/// Made by the tool in <c>models/basis</c>; its README says of what. The file, little-endian: "FFSB", the version, the
/// numbers of identity and of expression components as 32-bit integers, the mean and the deviations as 32-bit floats,
/// then each component as a 32-bit float scale and a signed byte a coordinate. A component is the displacement of one
/// standard deviation.
/// </remarks>
internal sealed class ShapeBasis
{
    /// <summary>Coordinates of a shape.</summary>
    public const int Dimension = 3 * FaceMeshIndices.SurfaceCount;

    /// <summary>What the file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => "FFSB"u8;

    /// <summary>The format's version.</summary>
    public const int Version = 1;

    private const string Resource = "FaceFusion.Fusion.face-basis.bin";

    private ShapeBasis(double[] mean, double[] deviations, double[][] components, int identityCount)
    {
        Mean = mean;
        Deviations = deviations;
        Components = components;
        IdentityCount = identityCount;
    }

    /// <summary>The mean neutral face.</summary>
    public double[] Mean { get; }

    /// <summary>The standard deviation of each coordinate from what the components can express, above 0.</summary>
    public double[] Deviations { get; }

    /// <summary>The components, those of identity first: displacements of one standard deviation.</summary>
    public double[][] Components { get; }

    /// <summary>How many of the components are identity's; the others are expression's.</summary>
    public int IdentityCount { get; }

    /// <summary>Reads the one inside the assembly.</summary>
    public static ShapeBasis ReadBuiltIn()
    {
        using Stream stream = typeof(ShapeBasis).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        byte[] file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Read(file);
    }

    /// <summary>Reads a basis.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="InvalidDataException">It is no basis of this version, or cut short.</exception>
    public static ShapeBasis Read(ReadOnlySpan<byte> file)
    {
        const int header = 16;
        if (file.Length < header || !file.StartsWith(Signature) || BinaryPrimitives.ReadInt32LittleEndian(file[4..]) != Version)
            throw new InvalidDataException($"This is no basis of face shapes of version {Version}; make one with the tool in models/basis.");

        int identityCount = BinaryPrimitives.ReadInt32LittleEndian(file[8..]), count = identityCount + BinaryPrimitives.ReadInt32LittleEndian(file[12..]);
        if (file.Length != header + (2L * sizeof(float) * Dimension) + ((long)count * (sizeof(float) + Dimension)))
            throw new InvalidDataException($"A basis of {count} components has another length than {file.Length} bytes; make it again with the tool in models/basis.");

        ReadOnlySpan<byte> rest = file[header..];
        double[] mean = Floats(ref rest), deviations = Floats(ref rest);
        double[][] components = new double[count][];
        for (int i = 0; i < count; i++)
            components[i] = Component(ref rest);
        return new ShapeBasis(mean, deviations, components, identityCount);
    }

    private static double[] Floats(ref ReadOnlySpan<byte> rest)
    {
        double[] values = new double[Dimension];
        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(rest[(sizeof(float) * i)..]);
        rest = rest[(sizeof(float) * Dimension)..];
        return values;
    }

    private static double[] Component(ref ReadOnlySpan<byte> rest)
    {
        double scale = BinaryPrimitives.ReadSingleLittleEndian(rest);
        double[] values = new double[Dimension];
        for (int i = 0; i < values.Length; i++)
            values[i] = scale * (sbyte)rest[sizeof(float) + i];
        rest = rest[(sizeof(float) + Dimension)..];
        return values;
    }
}
