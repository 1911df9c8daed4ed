namespace FaceFusion.Kernels.Device.Functions;

/// <summary>What a changed pixel adds to a host's: <see cref="Compositing.FaceResidual"/> and <see cref="Compositing.ChangedCrop"/>, for one pixel.</summary>
public static class FaceChange
{
    /// <summary>
    /// What is to be added to the host's pixel: see <see cref="Compositing.FaceResidual.Change"/>, but with the plate's own
    /// alpha, which <paramref name="from"/> holds made finite.
    /// </summary>
    /// <param name="from">The host's pixel in the working space, straight.</param>
    /// <param name="to">What it should become.</param>
    /// <param name="weight">How much of it; not above 0 is nothing.</param>
    /// <param name="isPremultiplied">Whether the host's colours are multiplied by alpha.</param>
    /// <param name="space">What the host's values mean.</param>
    public static Rgba Evaluate(Rgba from, Rgba to, float weight, bool isPremultiplied, ColourTransform space)
    {
        if (!ScalarMath.IsNumber(weight) || weight <= 0)
            return new Rgba(0, 0, 0, 0);

        Rgba first = from, second = to;
        float share = weight;
        if (space.IsMixedInLight)
        {
            MixInLight(from, to, weight, space, out first, out second);
            share = 1;
        }

        float gained = ScalarMath.IsFinite(from.A) && ScalarMath.IsFinite(to.A) ? (to.A - from.A) * weight : 0;
        bool bringsColour = gained != 0 && isPremultiplied;
        Rgba third = to;
        for (int i = 0; i < (bringsColour ? 3 : 2); i++)
        {
            Rgba decoded = space.Decode(i == 0 ? first : i == 1 ? second : third);
            first = i == 0 ? decoded : first;
            second = i == 1 ? decoded : second;
            third = i == 2 ? decoded : third;
        }

        Rgba change = WhereFinite(second.Minus(first).Times(isPremultiplied ? share * from.A : share), from, to);
        if (bringsColour)
            change = change.Plus(WhereFinite(third, from, to).Times(gained));
        change.A = gained;
        return change;
    }

    /// <summary>The residual of a crop's pixel, in the host's terms: weight·(decode(to) − decode(from)), 0 in alpha.</summary>
    /// <param name="from">The crop as it was sampled.</param>
    /// <param name="to">What it should become.</param>
    /// <param name="weight">How much of it; not above 0 is nothing.</param>
    /// <param name="space">What the host's values mean.</param>
    public static Rgba Residual(Rgba from, Rgba to, float weight, ColourTransform space)
    {
        if (!ScalarMath.IsNumber(weight) || weight <= 0)
            return new Rgba(0, 0, 0, 0);
        Rgba change = WhereFinite(space.Decode(to).Minus(space.Decode(from)), from, to).Times(weight);
        change.A = 0;
        return change;
    }

    // The original goes the same way as the mix, so that where they are equal their difference is exactly 0.
    private static void MixInLight(Rgba from, Rgba to, float weight, ColourTransform space, out Rgba first, out Rgba second)
    {
        first = space.DecodeLight(from);
        second = first.Plus(space.DecodeLight(to).Minus(first).Times(weight));
        first = space.EncodeLight(first);
        second = space.EncodeLight(second);
    }

    private static Rgba WhereFinite(Rgba value, Rgba from, Rgba to) => new(
        ScalarMath.IsFinite(from.R) && ScalarMath.IsFinite(to.R) ? value.R : 0,
        ScalarMath.IsFinite(from.G) && ScalarMath.IsFinite(to.G) ? value.G : 0,
        ScalarMath.IsFinite(from.B) && ScalarMath.IsFinite(to.B) ? value.B : 0,
        value.A);
}
