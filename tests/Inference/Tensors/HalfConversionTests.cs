using FaceFusion.Inference.Tensors;
using FsCheck;
using FsCheck.Fluent;

namespace FaceFusion.Inference.Tests.Tensors;

public class HalfConversionTests
{
    private static readonly Half[] AllHalves = [.. Enumerable.Range(0, 65536).Select(bits => BitConverter.UInt16BitsToHalf((ushort)bits))];

    [Fact]
    public void Every_half_becomes_the_same_float_as_in_dotnet()
    {
        float[] converted = new float[AllHalves.Length];
        HalfConversion.ToSingle(AllHalves, converted);
        for (int i = 0; i < AllHalves.Length; i++)
            AssertSame((float)AllHalves[i], converted[i]);
    }

    [Fact]
    public void Every_half_survives_the_way_to_float_and_back()
    {
        float[] floats = new float[AllHalves.Length];
        Half[] back = new Half[AllHalves.Length];
        HalfConversion.ToSingle(AllHalves, floats);
        HalfConversion.ToHalf(floats, back);
        for (int i = 0; i < AllHalves.Length; i++)
        {
            if (Half.IsNaN(AllHalves[i]))
                Assert.True(Half.IsNaN(back[i]));
            else
                Assert.Equal(BitConverter.HalfToUInt16Bits(AllHalves[i]), BitConverter.HalfToUInt16Bits(back[i]));
        }
    }

    [Fact]
    public void Floats_round_to_the_nearest_half_as_in_dotnet()
    {
        // Any bit pattern at all: numbers, subnormals, infinities, NaNs.
        Prop.ForAll(
            ArbMap.Default.ArbFor<int[]>(),
            bits =>
            {
                float[] floats = [.. bits.Select(pattern => BitConverter.Int32BitsToSingle(unchecked(pattern * (int)0x9E3779B1)))];
                AssertHalves(floats);
                return true;
            }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Midpoints_between_halves_and_their_neighbours_round_as_in_dotnet()
    {
        List<float> floats = [65504f, 65519.996f, 65520f, float.MaxValue, float.Epsilon, -float.Epsilon, -0f, 2.9802322e-8f, 2.9802326e-8f];
        for (int bits = 0; bits < 0x7bff; bits++)
        {
            float low = (float)BitConverter.UInt16BitsToHalf((ushort)bits);
            float high = (float)BitConverter.UInt16BitsToHalf((ushort)(bits + 1));
            float middle = (low + high) / 2;
            floats.AddRange([MathF.BitDecrement(middle), middle, MathF.BitIncrement(middle), -middle]);
        }

        AssertHalves([.. floats]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    public void Every_length_is_converted_to_its_last_element_and_no_further(int length)
    {
        float[] source = [.. Enumerable.Range(1, length).Select(i => i * 0.25f)];
        Half[] halves = new Half[length + 1];
        halves[length] = (Half)(-1);
        HalfConversion.ToHalf(source, halves);
        Assert.Equal((Half)(-1), halves[length]);

        float[] back = new float[length + 1];
        back[length] = -1;
        HalfConversion.ToSingle(halves.AsSpan(0, length), back);
        Assert.Equal([.. source, -1], back);
    }

    private static void AssertHalves(float[] floats)
    {
        Half[] converted = new Half[floats.Length];
        HalfConversion.ToHalf(floats, converted);
        for (int i = 0; i < floats.Length; i++)
        {
            if (float.IsNaN(floats[i]))
                Assert.True(Half.IsNaN(converted[i]));
            else
                Assert.Equal(BitConverter.HalfToUInt16Bits((Half)floats[i]), BitConverter.HalfToUInt16Bits(converted[i]));
        }
    }

    private static void AssertSame(float expected, float actual)
    {
        if (float.IsNaN(expected))
            Assert.True(float.IsNaN(actual));
        else
            Assert.Equal(BitConverter.SingleToInt32Bits(expected), BitConverter.SingleToInt32Bits(actual));
    }
}
