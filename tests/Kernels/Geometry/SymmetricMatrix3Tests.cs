using FaceFusion.Kernels.Geometry;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Geometry;

public class SymmetricMatrix3Tests
{
    [Fact]
    public void The_roots_are_roots() => Prop.ForAll(Gen.Choose(1, 100000).ToArbitrary(), seed =>
    {
        SymmetricMatrix3 matrix = Covariance(new Random(seed));
        AssertEqual(matrix, SymmetricMatrix3.Identity.Between(matrix.SquareRoot()), 1e-9);
        AssertEqual(SymmetricMatrix3.Identity, matrix.Between(matrix.InverseSquareRoot()), 1e-7);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_direction_without_extent_stays_without()
    {
        var line = new SymmetricMatrix3(4, 0, 0, 0, 0, 0);
        AssertEqual(new SymmetricMatrix3(0.5, 0, 0, 0, 0, 0), line.InverseSquareRoot(), 1e-12);
        Assert.Equal(default, default(SymmetricMatrix3).SquareRoot());
        Assert.Equal(default, new SymmetricMatrix3(-1e-9, 0, 0, -1e-9, 0, 0).SquareRoot());
    }

    private static SymmetricMatrix3 Covariance(Random random)
    {
        SymmetricMatrix3 sum = 0.5 * SymmetricMatrix3.Identity;
        for (int i = 0; i < 3; i++)
        {
            double x = random.NextDouble() - 0.5, y = random.NextDouble() - 0.5, z = random.NextDouble() - 0.5;
            sum += 30 * new SymmetricMatrix3(x * x, x * y, x * z, y * y, y * z, z * z);
        }

        return sum;
    }

    private static void AssertEqual(SymmetricMatrix3 expected, SymmetricMatrix3 actual, double tolerance)
    {
        Assert.Equal(expected.XX, actual.XX, tolerance);
        Assert.Equal(expected.XY, actual.XY, tolerance);
        Assert.Equal(expected.XZ, actual.XZ, tolerance);
        Assert.Equal(expected.YY, actual.YY, tolerance);
        Assert.Equal(expected.YZ, actual.YZ, tolerance);
        Assert.Equal(expected.ZZ, actual.ZZ, tolerance);
    }
}
