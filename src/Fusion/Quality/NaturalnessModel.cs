using System.Buffers.Binary;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Statistics;

namespace FaceFusion.Fusion.Quality;

/// <summary>
/// What patches of faces are like in good photos: mean and covariance of their <see cref="SceneStatistics"/> at two scales.
/// </summary>
/// <remarks>
/// Made by the tool in <c>models/quality</c>; its README says of what. The file, little-endian: "FFNS", the version as a 32-bit
/// integer, the mean and the covariance's lower triangle, row by row, as 32-bit floats.
/// </remarks>
internal sealed class NaturalnessModel
{
    /// <summary>The numbers of a patch: those of the finer scale first.</summary>
    public const int Dimension = 2 * SceneStatistics.Count;

    /// <summary>The format's version.</summary>
    public const int Version = 1;

    private const string Resource = "FaceFusion.Fusion.face-naturalness.bin";

    private const int Header = 8;

    private static readonly Lazy<NaturalnessModel> LazyBuiltIn = new(ReadBuiltIn);

    private readonly double[] _mean;
    private readonly double[][] _covariance;

    /// <summary>A model.</summary>
    /// <param name="mean">The mean of each number.</param>
    /// <param name="covariance">Their covariance; the lower triangle counts.</param>
    public NaturalnessModel(double[] mean, double[][] covariance)
    {
        _mean = mean;
        _covariance = covariance;
    }

    /// <summary>What the file begins with.</summary>
    public static ReadOnlySpan<byte> Signature => "FFNS"u8;

    /// <summary>The one inside the assembly.</summary>
    public static NaturalnessModel BuiltIn => LazyBuiltIn.Value;

    /// <summary>Reads a model.</summary>
    /// <param name="file">The file's bytes.</param>
    /// <exception cref="InvalidDataException">It is no model of this version, or cut short.</exception>
    public static NaturalnessModel Read(ReadOnlySpan<byte> file)
    {
        const int numbers = Dimension + Dimension * (Dimension + 1) / 2;
        if (file.Length != Header + sizeof(float) * numbers || !file.StartsWith(Signature) || BinaryPrimitives.ReadInt32LittleEndian(file[4..]) != Version)
            throw new InvalidDataException($"This is no model of good photos of version {Version}; make one with the tool in models/quality.");

        int at = Header;
        double[] mean = Next(file, ref at, Dimension);
        double[][] covariance = new double[Dimension][];
        for (int i = 0; i < Dimension; i++)
            covariance[i] = Next(file, ref at, i + 1);
        return new NaturalnessModel(mean, covariance);
    }

    /// <summary>The model of patches.</summary>
    /// <param name="patches">Their numbers; two or more.</param>
    public static NaturalnessModel Fit(IReadOnlyList<double[]> patches)
    {
        double[] mean = new double[Dimension];
        foreach (double[] patch in patches)
        {
            for (int i = 0; i < Dimension; i++)
                mean[i] += patch[i] / patches.Count;
        }

        double[][] covariance = new double[Dimension][];
        for (int i = 0; i < Dimension; i++)
        {
            covariance[i] = new double[i + 1];
            foreach (double[] patch in patches)
            {
                for (int j = 0; j <= i; j++)
                    covariance[i][j] += (patch[i] - mean[i]) * (patch[j] - mean[j]) / Math.Max(patches.Count - 1, 1);
            }
        }

        return new NaturalnessModel(mean, covariance);
    }

    /// <summary>The model as a file.</summary>
    public byte[] ToFile()
    {
        using MemoryStream file = new();
        using (BinaryWriter writer = new(file))
        {
            writer.Write(Signature);
            writer.Write(Version);
            foreach (double value in _mean.Concat(_covariance.SelectMany(row => row)))
                writer.Write((float)value);
        }

        return file.ToArray();
    }

    /// <summary>How far another model is from this one: √((a − b)ᵀ ((A + B) / 2)⁻¹ (a − b)) of means and covariances (Mittal et al. 2013).</summary>
    /// <param name="other">The other one, such as that of a single photo's patches.</param>
    public double Distance(NaturalnessModel other)
    {
        double[][] pooled = new double[Dimension][];
        double[] difference = new double[Dimension], solved = new double[Dimension];
        for (int i = 0; i < Dimension; i++)
        {
            pooled[i] = new double[i + 1];
            for (int j = 0; j <= i; j++)
                pooled[i][j] = (_covariance[i][j] + other._covariance[i][j]) / 2;
            difference[i] = solved[i] = _mean[i] - other._mean[i];
        }

        new CholeskyFactor(pooled).Solve(solved);
        double square = 0;
        for (int i = 0; i < Dimension; i++)
            square += difference[i] * solved[i];
        return Math.Sqrt(Math.Max(square, 0));
    }

    private static NaturalnessModel ReadBuiltIn()
    {
        using Stream stream = typeof(NaturalnessModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The assembly lacks the resource '{Resource}'.");
        byte[] file = new byte[stream.Length];
        stream.ReadExactly(file);
        return Read(file);
    }

    private static double[] Next(ReadOnlySpan<byte> file, ref int at, int count)
    {
        double[] values = new double[count];
        for (int i = 0; i < count; i++, at += sizeof(float))
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(file[at..]);
        return values;
    }
}
