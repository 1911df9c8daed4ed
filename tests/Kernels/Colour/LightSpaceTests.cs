using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Pixels;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Kernels.Tests.Colour;

/// <summary>Every curve with every set of primaries: nothing is lost on the way through the working space.</summary>
public class LightSpaceTests
{
    private static readonly NetworkSpace[] Spaces =
    [
        .. from curve in Enum.GetValues<TransferCurve>()
           from primaries in Enum.GetValues<ColourPrimaries>()
           where curve > TransferCurve.SceneLinear || primaries != ColourPrimaries.Rec709
           select new NetworkSpace(curve, false) { Primaries = primaries },
    ];

    /// <summary>Code values as pictures hold them, some below 0 and above 1.</summary>
    private static readonly Arbitrary<float> Codes =
        Gen.Choose(-200_000, 1_200_000).Select(value => value / 1e6f).ToArbitrary();

    /// <summary>Light from 1e-4 to 64, one in five below 0.</summary>
    private static readonly Arbitrary<float> Light = (
        from exponent in Gen.Choose(-4000, 1806)
        from sign in Gen.Elements(1, 1, 1, 1, -1)
        select sign * MathF.Pow(10, exponent / 1000f)).ToArbitrary();

    [Fact]
    public void A_grey_comes_back() => Prop.ForAll(Codes, Light, (code, light) => Spaces.All(space =>
    {
        float value = space.Curve == TransferCurve.SceneLinear ? light : code;
        Vector4 grey = new(value, value, value, 1), back = space.Decode(space.Encode(grey));
        return Vector4.Distance(grey, back) <= Math.Max(1e-6, 1e-5 * Math.Abs(value));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_scene_linear_colour_comes_back() => Prop.ForAll(Light, Light, Light, (r, g, b) =>
        Spaces.Where(space => space.Curve == TransferCurve.SceneLinear).All(space =>
        {
            Vector4 colour = new(r, g, b, 1);
            return Largest(colour - space.Decode(space.Encode(colour))) <= 5e-6 * Largest(colour with { W = 0 });
        })).QuickCheckThrowOnFailure();

    // As far as a camera's colours go: no channel is more than a hundred times darker than another.
    [Fact]
    public void A_coded_colour_comes_back() => Prop.ForAll(Light, Gen.Choose(1, 100).ToArbitrary(), Gen.Choose(1, 100).ToArbitrary(), (light, green, blue) =>
        Spaces.Where(space => space.Curve != TransferCurve.SceneLinear).All(space =>
        {
            NetworkSpace linear = new(TransferCurve.SceneLinear, false);
            NetworkSpace curve = space with { Primaries = ColourPrimaries.Rec709 };
            float red = Math.Clamp(Math.Abs(light), 0.01f, 30);
            Vector4 colour = new(Code(red), Code(red * green / 100), Code(red * blue / 100), 1);
            return Largest(colour - space.Decode(space.Encode(colour))) <= 1e-4 * Largest(colour with { W = 0 });

            float Code(float value) => curve.Decode(linear.Encode(value));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_light_of_any_coded_colour_comes_back() => Prop.ForAll(Codes, Codes, Codes, (r, g, b) =>
        Spaces.Where(space => space.Curve != TransferCurve.SceneLinear).All(space =>
        {
            Vector4 colour = new(r, g, b, 1), back = space.Decode(space.Encode(colour));
            NetworkSpace linear = new(TransferCurve.SceneLinear, false);
            NetworkSpace curve = space with { Primaries = ColourPrimaries.Rec709 };
            Vector4 before = linear.Decode(curve.Encode(colour)), after = linear.Decode(curve.Encode(back));
            return Largest(before - after) <= Math.Max(1e-6, 1e-5 * Largest(before with { W = 0 }));
        })).QuickCheckThrowOnFailure();

    [Fact]
    public void The_roll_off_comes_back_too() => Prop.ForAll(Light, light => Spaces.All(space =>
    {
        NetworkSpace rolled = space with { HighlightRollOff = true };
        NetworkSpace linear = new(TransferCurve.SceneLinear, false);
        float value = (space with { Primaries = ColourPrimaries.Rec709 }).Decode(linear.Encode(light));
        Vector4 grey = new(value, value, value, 1);
        return Largest(rolled.Decode(rolled.Encode(grey)) - grey) <= 1e-4 * Math.Max(0.01, Math.Abs(value));
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Greys_rise_with_their_codes() => Prop.ForAll(Codes, Codes, (a, b) => Spaces.All(space =>
    {
        (float low, float high) = a < b ? (a, b) : (b, a);
        return space.Encode(low) <= space.Encode(high) + 2e-6f && space.Decode(low) <= space.Decode(high) + 2e-6f;
    })).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_input_gives_a_finite_value_and_the_farthest_come_back()
    {
        float[] odd = [float.NaN, float.PositiveInfinity, float.NegativeInfinity, float.MaxValue, float.MinValue, float.Epsilon, -float.Epsilon, -0f];
        foreach (NetworkSpace space in Spaces.SelectMany(space => new[] { space, space with { HighlightRollOff = true } }))
        {
            foreach (float value in odd)
            {
                Assert.True(float.IsFinite(space.Encode(value)), $"{space}: encode {value}");
                Assert.InRange(space.Decode(value), -NetworkSpace.MostMagnitude, NetworkSpace.MostMagnitude);
            }
        }

        foreach (NetworkSpace space in Spaces)
        {
            foreach (float value in (float[])[65504, -65504, 1000, -1000, 10, 2, 1.3f])
                Assert.InRange(space.Decode(space.Encode(value)) / value, 1 - 1e-5f, 1 + 1e-5f);
        }
    }

    [Fact]
    public void Rec709_channels_do_not_mix_and_a_bad_one_harms_no_other()
    {
        foreach (NetworkSpace space in Spaces.Where(space => space.Primaries == ColourPrimaries.Rec709))
        {
            Vector4 encoded = space.Encode(new Vector4(0.3f, float.NaN, 0.7f, 2)), decoded = space.Decode(new Vector4(0.3f, float.NaN, 0.7f, 2));
            Assert.Equal(new Vector4(space.Encode(0.3f), space.Encode(0), space.Encode(0.7f), 2), encoded);
            Assert.Equal(new Vector4(space.Decode(0.3f), space.Decode(0), space.Decode(0.7f), 2), decoded);
        }
    }

    [Fact]
    public void Rows_of_an_image_are_its_pixels()
    {
        Random random = new(5);
        using ImageBuffer host = new(7, 3), working = new(7, 3), back = new(7, 3);
        foreach (ref Vector4 pixel in host.Pixels)
            pixel = new Vector4(random.NextSingle(), random.NextSingle(), random.NextSingle(), 0.1f + random.NextSingle());
        foreach (NetworkSpace space in Spaces.SelectMany(space => new[] { space, space with { HighlightRollOff = true } }))
        {
            PixelReader.Read(host.AsView(), host.Bounds, space, premultiplied: true, working);
            PixelWriter.Write(working, host.Bounds, space, premultiplied: true, back.AsView());
            for (int i = 0; i < host.Length; i++)
            {
                Vector4 pixel = host.Pixels[i], straight = (pixel / pixel.W) with { W = pixel.W };
                Vector4 expected = space.Encode(straight), decoded = space.Decode(expected);
                Assert.Equal(expected, working.Pixels[i]);
                Assert.Equal((decoded * decoded.W) with { W = decoded.W }, back.Pixels[i]);
            }
        }
    }

    private static float Largest(Vector4 colour)
    {
        Vector4 magnitude = Vector4.Abs(colour);
        return Math.Max(magnitude.X, Math.Max(magnitude.Y, magnitude.Z));
    }
}
