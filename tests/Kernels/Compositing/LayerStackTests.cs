using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Tests.Compositing;

public class LayerStackTests
{
    [Fact]
    public void One_weight_lays_what_two_layers_lay()
    {
        using Plane weight = new(21, 21), above = new(21, 21), share = new(21, 21);
        for (int i = 0; i < weight.Length; i++)
        {
            weight.Values[i] = i % 21 / 20f;
            above.Values[i] = i / 21 / 20f;
        }

        using Plane lower = weight.Clone();
        LayerStack.Over(weight, above, share);
        for (int i = 0; i < weight.Length; i++)
        {
            const float Plate = 0.2f, Below = 0.9f, Above = 0.4f;
            float first = Plate + (lower.Values[i] * (Below - Plate)), both = first + (above.Values[i] * (Above - first));
            float mixture = Below + (share.Values[i] * (Above - Below));
            Assert.Equal(both, Plate + (weight.Values[i] * (mixture - Plate)), 1e-6f);
            Assert.InRange(share.Values[i], 0, 1);
            if (above.Values[i] == 0)
                Assert.Equal((lower.Values[i], 0), (weight.Values[i], share.Values[i]));
        }
    }
}
