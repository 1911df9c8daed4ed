using System.Numerics;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Noise;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>Gives the texture the grain that the plate has and it lacks, and never more.</summary>
/// <remarks>
/// The grain is a function of the place in the frame and of a seed made from the plate's own pixels: the same frame
/// gives the same bits in any order and on any machine, and other grain comes with other pixels, as in the plate. The
/// seed comes from a lattice of rounded samples, so that neither a defect pixel nor the last bits of a float decide.
/// </remarks>
internal static class GrainMatch
{
    // Deviations in L*a*b* that nobody sees; half a step of 8 bits is 0.2.
    private const float Invisible = 0.2f;

    private const int Lattice = 16;

    // Fowler, Noll and Vo's hash, 32 bits (FNV-1a).
    private const uint HashStart = 2166136261, HashPrime = 16777619;

    /// <summary>Grain like a plate's, for textures that lack it; <see langword="null"/> where the plate's is invisible. The caller disposes of it.</summary>
    /// <param name="target">The target's pixels at normal exposure, in L*a*b*.</param>
    /// <param name="noise">Their noise.</param>
    /// <param name="window">Where they lie in the frame.</param>
    public static GrainField? Field(ImageBuffer target, in NoiseProfile noise, RectI window) =>
        Grain.IsSeen(noise, Invisible) ? GrainField.Make(noise, target.Width, target.Height, window.X1, window.Y1, Seed(target)) : null;

    /// <summary>Adds the grain.</summary>
    /// <param name="field">What <see cref="Field"/> made.</param>
    /// <param name="noise">The plate's noise.</param>
    /// <param name="areas">Where the texture's own noise can be measured.</param>
    /// <param name="strength">0 to 1.</param>
    /// <param name="identity">The texture in L*a*b*, its colours matched; changed in place.</param>
    public static void Apply(GrainField field, in NoiseProfile noise, SwapAreas areas, float strength, ImageBuffer identity)
    {
        if (strength > 0)
            Grain.Add(identity, NoiseProfile.Measure(identity, areas.Skin), noise, Invisible, strength, field);
    }

    /// <summary>Adds the grain of a plate to a picture that lost its own.</summary>
    /// <param name="plate">The plate at normal exposure, in the working space.</param>
    /// <param name="shown">How much the plate shows anything.</param>
    /// <param name="where">Where the picture's own noise is measured, as weights.</param>
    /// <param name="window">Where the images lie in the frame.</param>
    /// <param name="strength">0 to 1.</param>
    /// <param name="picture">The picture at normal exposure, in the working space; changed in place.</param>
    public static void Apply(ImageBuffer plate, Plane shown, Plane where, RectI window, float strength, ImageBuffer picture)
    {
        if (strength == 0)
            return;

        using ImageBuffer target = ImageBuffer.Uninitialized(plate.Width, plate.Height), lab = ImageBuffer.Uninitialized(plate.Width, plate.Height);
        Lab.FromWorking(plate, target);
        Lab.FromWorking(picture, lab);
        Grain.Add(lab, NoiseProfile.Measure(lab, where), NoiseProfile.Measure(target, shown), Invisible, strength, window.X1, window.Y1, Seed(target));
        Lab.ToWorking(lab, picture);
    }

    private static uint Seed(ImageBuffer target)
    {
        uint hash = HashStart;
        for (int i = 0; i < Lattice; i++)
        {
            ReadOnlySpan<Vector4> row = target.Row((int)((2L * i + 1) * target.Height / (2 * Lattice)));
            for (int k = 0; k < Lattice; k++)
            {
                int lightness = (int)Math.Clamp(MathF.Round(2 * row[(int)((2L * k + 1) * target.Width / (2 * Lattice))].X), 0, 255);
                hash = (hash ^ (uint)lightness) * HashPrime;
            }
        }

        return hash;
    }
}
