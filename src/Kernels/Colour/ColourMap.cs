using System.Numerics;
using System.Runtime.Intrinsics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Colour;

/// <summary>
/// A linear colour transfer: a symmetric matrix about the source's mean, and the target's mean in its place. Alpha is
/// passed on.
/// </summary>
/// <param name="From">The source's mean.</param>
/// <param name="Matrix">What is done to the difference from it.</param>
/// <param name="To">The target's mean.</param>
public readonly unsafe record struct ColourMap(Vector4 From, SymmetricMatrix3 Matrix, Vector4 To)
{
    private const int RowGrain = 16;

    /// <summary>Moves the mean and nothing else.</summary>
    /// <param name="source">Measured on the image to be mapped.</param>
    /// <param name="target">Measured on what it is to look like.</param>
    public static ColourMap Mean(in ColourStatistics source, in ColourStatistics target) =>
        new(source.Mean, SymmetricMatrix3.Identity, target.Mean);

    /// <summary>
    /// Matches mean and standard deviation channel by channel: E. Reinhard, M. Ashikhmin, B. Gooch and P. Shirley,
    /// "Color Transfer between Images", IEEE Computer Graphics and Applications 21 (2001).
    /// </summary>
    /// <param name="source">Measured on the image to be mapped.</param>
    /// <param name="target">Measured on what it is to look like.</param>
    /// <param name="noise">Added to every variance, so that what is flat in both is not enlarged; 0 matches exactly,
    /// and leaves a channel flat that is.</param>
    public static ColourMap MeanAndDeviation(in ColourStatistics source, in ColourStatistics target, double noise = 0)
    {
        SymmetricMatrix3 s = source.Covariance, t = target.Covariance;
        return new ColourMap(source.Mean, new SymmetricMatrix3(Gain(s.XX, t.XX), 0, 0, Gain(s.YY, t.YY), 0, Gain(s.ZZ, t.ZZ)), target.Mean);

        double Gain(double from, double to) => from + noise > 0 ? Math.Sqrt((to + noise) / (from + noise)) : 0;
    }

    /// <summary>
    /// Matches mean and covariance with the least change of colour, the linear Monge–Kantorovitch map
    /// T = Σs^-½ (Σs^½ Σt Σs^½)^½ Σs^-½: F. Pitié and A. Kokaram, "The linear Monge-Kantorovitch linear colour mapping
    /// for example-based colour transfer", IET CVMP 2007.
    /// </summary>
    /// <param name="source">Measured on the image to be mapped.</param>
    /// <param name="target">Measured on what it is to look like.</param>
    /// <param name="noise">Added to the variances, so that what is flat in both is not enlarged; 0 matches exactly, and
    /// leaves a direction flat that is.</param>
    public static ColourMap MongeKantorovitch(in ColourStatistics source, in ColourStatistics target, double noise = 0)
    {
        SymmetricMatrix3 floor = noise * SymmetricMatrix3.Identity;
        SymmetricMatrix3 from = source.Covariance + floor, to = target.Covariance + floor;
        SymmetricMatrix3 inner = to.Between(from.SquareRoot()).SquareRoot();
        return new ColourMap(source.Mean, inner.Between(from.InverseSquareRoot()), target.Mean);
    }

    /// <summary>Maps an image.</summary>
    /// <param name="source">Finite values.</param>
    /// <param name="destination">Same size; may be <paramref name="source"/>.</param>
    public void Apply(ImageBuffer source, ImageBuffer destination)
    {
        ArgumentNullException.ThrowIfNull(source);
        BufferShape.RequireSize(destination, source.Width, source.Height);
        Executor.For(0, source.Height, RowGrain, new Body(source.Pointer, destination.Pointer, source.Width, this));
    }

    private readonly struct Body(Vector4* source, Vector4* destination, int width, ColourMap map) : IRangeBody
    {
        private readonly Vector256<float> _from = Pair(map.From), _to = Pair(map.To);
        private readonly Vector256<float> _x = Column(map.Matrix.XX, map.Matrix.XY, map.Matrix.XZ);
        private readonly Vector256<float> _y = Column(map.Matrix.XY, map.Matrix.YY, map.Matrix.YZ);
        private readonly Vector256<float> _z = Column(map.Matrix.XZ, map.Matrix.YZ, map.Matrix.ZZ);

        public void Run(int from, int to)
        {
            nint i = (nint)from * width;
            nint end = (nint)to * width;
            for (; i <= end - 2; i += 2)
                Map(Vector256.Load((float*)(source + i))).Store((float*)(destination + i));
            if (i < end)
                destination[i] = Map(source[i].AsVector128().ToVector256()).GetLower().AsVector4();
        }

        private static Vector256<float> Pair(Vector4 value) => PixelPairs.Create(value.X, value.Y, value.Z, 0);

        private static Vector256<float> Column(double x, double y, double z) => PixelPairs.Create((float)x, (float)y, (float)z, 0);

        private Vector256<float> Map(Vector256<float> pixels)
        {
            Vector256<float> difference = pixels - _from;
            Vector256<float> mapped = _to
                + (PixelPairs.Red(difference) * _x) + (PixelPairs.Green(difference) * _y) + (PixelPairs.Blue(difference) * _z);
            return PixelPairs.WithAlpha(mapped, pixels);
        }
    }
}
