using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Tests.Shape;

public sealed class CholeskyFactorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(40)]
    public void What_it_solves_fits_the_matrix(int size)
    {
        Random random = new(size);
        double[][] root = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, size).Select(_ => random.NextDouble() - 0.5).ToArray())];
        double[][] matrix = [.. Enumerable.Range(0, size).Select(i => Enumerable.Range(0, size)
            .Select(j => root.Sum(row => row[i] * row[j]) + (i == j ? 0.1 : 0)).ToArray())];
        double[] wanted = [.. Enumerable.Range(0, size).Select(_ => random.NextDouble())];
        double[] vector = [.. matrix.Select(row => row.Zip(wanted, (a, b) => a * b).Sum())];

        new CholeskyFactor([.. matrix.Select(row => (double[])row.Clone())]).Solve(vector);

        for (int i = 0; i < size; i++)
            Assert.Equal(wanted[i], vector[i], 1e-9);
    }

    [Fact]
    public void What_is_not_positive_definite_is_refused() =>
        Assert.Throws<ArgumentException>(() => new CholeskyFactor([[1], [2, 1]]));
}
