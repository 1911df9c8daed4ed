using System.Numerics;
using FaceFusion.Kernels.Colour;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Colour;

public class NetworkSpaceTests
{
    private static readonly NetworkSpace[] Spaces =
    [
        new(TransferCurve.Display, false), new(TransferCurve.Display, true),
        new(TransferCurve.SceneLinear, false), new(TransferCurve.SceneLinear, true),
    ];

    /// <summary>Magnitudes from 1e-6 to 64, both signs, spread over the decades, and 0.</summary>
    private static readonly Arbitrary<float> Values = (
        from exponent in Gen.Choose(-6000, 1806)
        from sign in Gen.Choose(-1, 1)
        select sign * MathF.Pow(10, exponent / 1000f)).ToArbitrary();

    [Fact]
    public void Encoding_matches_the_formulas_in_double_precision() => Prop.ForAll(Values, value =>
        Spaces.All(space => Math.Abs(space.Encode(value) - Reference.Encode(value, space)) <= 2e-6 * Math.Max(1e-3, Math.Abs(Reference.Encode(value, space)))))
        .QuickCheckThrowOnFailure();

    [Fact]
    public void Decoding_undoes_encoding() => Prop.ForAll(Values, value => Spaces.All(space =>
    {
        double bound = !space.HighlightRollOff ? 5e-6
            : space.Curve == TransferCurve.SceneLinear || value <= 16 ? 1e-4 : 4e-4;
        return Math.Abs(space.Decode(space.Encode(value)) - value) <= bound * Math.Abs(value);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Both_directions_are_monotone() => Prop.ForAll(Values, Values, (a, b) => Spaces.All(space =>
    {
        float low = MathF.Min(a, b);
        float high = MathF.Max(a, b);
        return Ordered(space.Encode(low), space.Encode(high)) && Ordered(space.Decode(low), space.Decode(high));

        static bool Ordered(float first, float second) => first - second <= 1e-6f * MathF.Abs(first);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_roll_off_keeps_everything_below_one_and_nothing_below_the_knee_changes()
    {
        var space = new NetworkSpace(TransferCurve.Display, HighlightRollOff: true);
        foreach (float value in (float[])[0.91f, 1, 5, 1000, 65504, float.PositiveInfinity])
            Assert.InRange(space.Encode(value), 0.9f, 1f);
        foreach (float value in (float[])[-3, -0f, 0, 0.25f, 0.9f])
            Assert.Equal(value, space.Encode(value));
        Assert.Equal(0.95f, space.Encode(1f), 1e-6f);
    }

    [Fact]
    public void Every_input_gives_a_finite_value()
    {
        float[] odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, -0f, 1, 0.99999994f, 1.0000001f, 2];
        foreach (NetworkSpace space in Spaces)
        {
            foreach (float value in odd)
            {
                Assert.True(float.IsFinite(space.Encode(value)), $"{space}: encode {value}");
                Assert.InRange(space.Decode(value), -NetworkSpace.MostMagnitude, NetworkSpace.MostMagnitude);
            }

            Assert.Equal(0, space.Encode(float.NaN));
            Assert.Equal(0, space.Decode(float.NaN));
        }
    }

    [Fact]
    public unsafe void A_row_of_any_length_is_its_pixels()
    {
        var random = new Random(9);
        foreach (NetworkSpace space in Spaces)
        {
            for (int count = 0; count < 36; count++)
            {
                Vector4[] row = new Vector4[count];
                foreach (ref Vector4 pixel in row.AsSpan())
                    pixel = new Vector4(2 * random.NextSingle() - 0.5f, random.Next(9) == 0 ? float.NaN : random.NextSingle(), 0.004f * random.NextSingle(), random.Next(3) == 0 ? 1 : random.NextSingle());
                foreach (bool premultiplied in (bool[])[false, true])
                {
                    Vector4[] actual = [.. row];
                    fixed (Vector4* first = actual)
                        space.EncodeRow(first, count, premultiplied);
                    for (int i = 0; i < count; i++)
                    {
                        Vector4 straight = premultiplied && row[i].W != 1 ? row[i] / new Vector4(row[i].W) : row[i];
                        Assert.Equal(space.Encode(straight with { W = row[i].W }), actual[i]);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_vector_is_its_channels_and_a_bad_one_harms_no_other() => Prop.ForAll(Values, Values, (a, b) => Spaces.All(space =>
    {
        var colour = new Vector4(a, float.NaN, b, float.NegativeInfinity);
        return space.Encode(colour) == new Vector4(space.Encode(a), 0, space.Encode(b), float.NegativeInfinity)
            && space.Decode(colour) == new Vector4(space.Decode(a), 0, space.Decode(b), float.NegativeInfinity);
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Display_values_are_taken_as_they_are() => Prop.ForAll(Values, value =>
        default(NetworkSpace).Encode(value) == value && default(NetworkSpace).Decode(value) == value).QuickCheckThrowOnFailure();
}
