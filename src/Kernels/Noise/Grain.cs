using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Kernels.Noise;

/// <summary>Adds grain like a measured one.</summary>
public static unsafe class Grain
{
    private const int RowGrain = 16;

    /// <summary>
    /// Adds what an image's noise lacks of another's: of the same size and, with what is there, the same strength at
    /// every lightness. Nothing is taken away where there is more.
    /// </summary>
    /// <param name="lab">L*a*b*; changed in place.</param>
    /// <param name="has">The image's own noise.</param>
    /// <param name="wanted">The noise it shall have.</param>
    /// <param name="invisible">Noise that needn't be matched: a deviation in L*, a* and b*.</param>
    /// <param name="strength">0 to 1: the share of the deviation.</param>
    /// <param name="left">The image's first column in the frame; see <see cref="WhiteNoise.Fill"/>.</param>
    /// <param name="top">Its first row.</param>
    /// <param name="seed">Another seed gives other grain.</param>
    public static void Add(ImageBuffer lab, in NoiseProfile has, in NoiseProfile wanted, float invisible, float strength, int left, int top, uint seed)
    {
        ArgumentNullException.ThrowIfNull(lab);
        NoiseTones lacking = Lacking(has, wanted, invisible, strength, out bool none);
        if (none)
            return;

        using GrainField field = GrainField.Make(wanted, lab.Width, lab.Height, left, top, seed);
        Add(lab, lacking, field);
    }

    /// <summary>The same with noise that was made before.</summary>
    /// <param name="lab">L*a*b*; changed in place.</param>
    /// <param name="has">The image's own noise.</param>
    /// <param name="wanted">The noise it shall have.</param>
    /// <param name="invisible">Noise that needn't be matched: a deviation in L*, a* and b*.</param>
    /// <param name="strength">0 to 1: the share of the deviation.</param>
    /// <param name="field">Of the wanted grain and the image's size.</param>
    public static void Add(ImageBuffer lab, in NoiseProfile has, in NoiseProfile wanted, float invisible, float strength, GrainField field)
    {
        ArgumentNullException.ThrowIfNull(lab);
        ArgumentNullException.ThrowIfNull(field);
        NoiseTones lacking = Lacking(has, wanted, invisible, strength, out bool none);
        if (!none)
            Add(lab, lacking, field);
    }

    /// <summary>Whether a noise is strong enough to be seen, and so to be added to what has none.</summary>
    /// <param name="wanted">The noise.</param>
    /// <param name="invisible">Noise that needn't be matched: a deviation in L*, a* and b*.</param>
    public static bool IsSeen(in NoiseProfile wanted, float invisible)
    {
        Lacking(default, wanted, invisible, 1, out bool none);
        return !none;
    }

    private static void Add(ImageBuffer lab, NoiseTones lacking, GrainField field) =>
        Executor.For(0, lab.Height, RowGrain, new Body(lab.Pointer, field.Pointer, lab.Width, lacking));

    // By how much the filtered white noise is multiplied.
    private static NoiseTones Lacking(in NoiseProfile has, in NoiseProfile wanted, float invisible, float strength, out bool none)
    {
        Vector4 unit = new Vector4((float)wanted.Lightness.HighPassVariance, (float)wanted.Chroma.HighPassVariance, (float)wanted.Chroma.HighPassVariance, 1);
        NoiseTones lacking = default, own = has.HighPassDeviations, other = wanted.HighPassDeviations;
        Vector4 most = default;
        for (int tone = 0; tone < NoiseTones.Count; tone++)
        {
            Vector4 variance = Vector4.Max((other[tone] * other[tone]) - (own[tone] * own[tone]) - new Vector4(invisible * invisible), Vector4.Zero);
            lacking[tone] = (strength * Vector4.SquareRoot(variance / unit)) with { W = 0 };
            most = Vector4.Max(most, lacking[tone]);
        }

        none = most == Vector4.Zero;
        return lacking;
    }

    private readonly struct Body(Vector4* lab, Vector4* field, int width, NoiseTones lacking) : IRangeBody
    {
        public void Run(int from, int to)
        {
            for (nint i = (nint)from * width; i < (nint)to * width; i++)
                lab[i] += lacking.At(lab[i].X / 100) * field[i];
        }
    }
}
