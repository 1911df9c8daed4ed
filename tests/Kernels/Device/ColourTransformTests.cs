using System.Numerics;
using FaceFusion.Gpu.Comparisons;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Device.Functions;

namespace FaceFusion.Kernels.Tests.Device;

public sealed class ColourTransformTests
{
    public static TheoryData<int> SpaceIndices => [.. Enumerable.Range(0, Spaces.All.Count)];

    /// <summary>The functions for cards, run on the processor, are the processor's own but for the order in which three products are added.</summary>
    [Theory]
    [MemberData(nameof(SpaceIndices))]
    public void One_pixel_at_a_time_gives_what_two_at_once_do(int index)
    {
        NetworkSpace space = Spaces.All[index];
        ColourTransform transform = ColourTransform.Of(space);
        Random random = new(index);
        for (int i = 0; i < 20_000; i++)
        {
            float reach = MathF.Pow(10, random.Next(-6, 5));
            Vector4 value = new(Next(), Next(), Next(), 1);
            AssertEqual(space.Encode(value), transform.Encode(new Rgba(value.X, value.Y, value.Z, 1)), $"encode {value}");
            AssertEqual(space.Decode(value), transform.Decode(new Rgba(value.X, value.Y, value.Z, 1)), $"decode {value}");

            float Next() => random.Next(50) switch { 0 => float.NaN, 1 => 0, 2 => -reach, _ => (random.NextSingle() - 0.2f) * reach };
        }
    }

    private static void AssertEqual(Vector4 expected, Rgba actual, string what)
    {
        float largest = Math.Max(1, Math.Max(Math.Abs(expected.X), Math.Max(Math.Abs(expected.Y), Math.Abs(expected.Z))));
        float error = Math.Max(Math.Abs(expected.X - actual.R), Math.Max(Math.Abs(expected.Y - actual.G), Math.Abs(expected.Z - actual.B)));
        Assert.True(error <= 1e-6f * largest, $"{what}: {actual.R} {actual.G} {actual.B} instead of {expected}.");
    }
}
