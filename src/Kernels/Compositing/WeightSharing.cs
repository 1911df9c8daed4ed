using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Compositing;

/// <summary>Divides pixels that two changes lay claim to.</summary>
public static unsafe class WeightSharing
{
    private const int RowGrain = 16;

    // What a change counts where only its weight and not its matte is there, beside a whole matte.
    private const float BareShare = 1e-3f;

    /// <summary>
    /// Where both weights are above 0 they become w·c/(c₁ + c₂) with the claim c = w·(matte + 0.001): together they
    /// count no more than the larger did, and whoever's matte is seen there keeps nearly all.
    /// </summary>
    /// <param name="firstRegion">Where the first change lies.</param>
    /// <param name="firstWeight">Of its region's size; changed in place.</param>
    /// <param name="firstMatte">Of its region's size.</param>
    /// <param name="secondRegion">Where the second change lies, in the same coordinates.</param>
    /// <param name="secondWeight">Of its region's size; changed in place.</param>
    /// <param name="secondMatte">Of its region's size.</param>
    /// <exception cref="ArgumentException">Sizes don't fit.</exception>
    public static void Share(RectI firstRegion, Plane firstWeight, Plane firstMatte, RectI secondRegion, Plane secondWeight, Plane secondMatte)
    {
        BufferShape.RequireSize(firstWeight, firstRegion.Width, firstRegion.Height);
        BufferShape.RequireSize(firstMatte, firstRegion.Width, firstRegion.Height);
        BufferShape.RequireSize(secondWeight, secondRegion.Width, secondRegion.Height);
        BufferShape.RequireSize(secondMatte, secondRegion.Width, secondRegion.Height);
        RectI both = firstRegion.Intersect(secondRegion);
        Executor.For(both.Y1, both.Y2, RowGrain, new Body(
            both, firstRegion, firstWeight.Pointer, firstMatte.Pointer, secondRegion, secondWeight.Pointer, secondMatte.Pointer));
    }

    private readonly struct Body(
        RectI both, RectI firstRegion, float* firstWeight, float* firstMatte, RectI secondRegion, float* secondWeight, float* secondMatte) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (int y = from; y < to; y++)
            {
                nint first = ((nint)(y - firstRegion.Y1) * firstRegion.Width) - firstRegion.X1;
                nint second = ((nint)(y - secondRegion.Y1) * secondRegion.Width) - secondRegion.X1;
                for (int x = both.X1; x < both.X2; x++)
                {
                    ref float a = ref firstWeight[first + x], b = ref secondWeight[second + x];
                    if (!(a > 0 && b > 0))
                        continue;
                    float claimA = a * (firstMatte[first + x] + BareShare), claimB = b * (secondMatte[second + x] + BareShare);
                    float share = claimA / (claimA + claimB);
                    a *= share;
                    b *= 1 - share;
                }
            }
        }
    }
}
