using FaceFusion.Fusion.Shape;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Shape;

public sealed class ShapeBasisTests
{
    private static readonly byte[] Shipped = File.ReadAllBytes(Path.Combine(SharedMaterial.RepositoryRoot, "src", "Fusion", "Resources", "face-basis.bin"));

    [Fact]
    public void The_shipped_one_has_components_of_both_kinds_and_deviations_above_zero()
    {
        ShapeBasis basis = ShapeBasis.ReadBuiltIn();
        Assert.InRange(basis.IdentityCount, 1, basis.Components.Length - 1);
        Assert.All(basis.Components, component => Assert.Equal(ShapeBasis.Dimension, component.Length));
        Assert.All(basis.Deviations, deviation => Assert.InRange(deviation, 1e-4, 0.2));
        Assert.True(Shipped.Length < 200 * 1024);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Components_of_a_kind_are_orthogonal_in_the_deviations_metric(bool identity)
    {
        ShapeBasis basis = ShapeBasis.ReadBuiltIn();
        double[][] components = identity ? basis.Components[..basis.IdentityCount] : basis.Components[basis.IdentityCount..];
        for (int i = 0; i < components.Length; i++)
        {
            for (int j = 0; j < i; j++)
                Assert.InRange(Cosine(components[i], components[j], basis.Deviations), -0.05, 0.05);
        }
    }

    [Fact]
    public void What_is_no_basis_is_refused()
    {
        byte[] other = [.. Shipped];
        other[0] = (byte)'X';
        Assert.Contains("no basis", Assert.Throws<InvalidDataException>(() => ShapeBasis.Read(other)).Message, StringComparison.Ordinal);
        Assert.Contains("another length", Assert.Throws<InvalidDataException>(() => ShapeBasis.Read(Shipped.AsSpan(0, Shipped.Length - 1))).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidDataException>(() => ShapeBasis.Read([]));
    }

    private static double Cosine(double[] a, double[] b, double[] deviations)
    {
        double ab = 0, aa = 0, bb = 0;
        for (int i = 0; i < a.Length; i++)
        {
            double x = a[i] / deviations[i], y = b[i] / deviations[i];
            ab += x * y;
            aa += x * x;
            bb += y * y;
        }

        return ab / Math.Sqrt(aa * bb);
    }
}
