using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Tests.Pixels;

public class FiniteValuesTests
{
    [Fact]
    public void One_value_that_is_no_number_is_found_wherever_it_is()
    {
        for (int length = 0; length < 40; length++)
        {
            float[] values = [.. Enumerable.Range(0, length).Select(i => i % 2 == 0 ? float.MaxValue : -i)];
            Assert.True(FiniteValues.All(values));
            for (int i = 0; i < length; i++)
            {
                foreach (float bad in (float[])[float.NaN, float.PositiveInfinity, float.NegativeInfinity])
                {
                    float[] spoilt = [.. values];
                    spoilt[i] = bad;
                    Assert.False(FiniteValues.All(spoilt));
                }
            }
        }
    }
}
