using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Light;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// Takes the photos' light off the identity's texture and lights it as the plate does, where the two lights differ: shadows from
/// one side, and light that falls from elsewhere because the head is turned. Only lightness changes; the colour match that
/// follows sees to the rest.
/// </summary>
internal sealed class LightMatch
{
    // Lights whose ratio deviates over the face by the first share are taken for alike, as those of even portraits are (0.02 to
    // 0.08, mostly 0.04, over the pairs of 'bench/quality'): what differs then is how the faces are made. From the second on all
    // of it is light.
    private const float Alike = 0.10f, Different = 0.16f;

    private const int RowGrain = 16;

    private readonly TargetSurface _surface;
    private readonly float[] _given;

    /// <summary>A match for a texture.</summary>
    /// <param name="surface">The target's surface.</param>
    /// <param name="identity">The photos.</param>
    /// <param name="photos">How much of each is shown where.</param>
    public LightMatch(TargetSurface surface, FaceIdentity identity, PhotoWeights photos)
    {
        _surface = surface;
        _given = new float[FaceMeshIndices.SurfaceCount];
        foreach (int photo in photos.Used)
        {
            ReadOnlySpan<float> light = identity.Photos[photo].Portrait.Light.Points, shares = photos.Of(photo);
            for (int i = 0; i < _given.Length; i++)
                _given[i] += shares[i] * light[i];
        }
    }

    /// <summary>Relights the texture.</summary>
    /// <param name="target">The plate at normal exposure, in L*a*b*.</param>
    /// <param name="areas">Where it shows skin.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="strength">How much of it, 0 to 1.</param>
    /// <param name="identity">The texture in L*a*b*; changed in place.</param>
    /// <returns>How much was done, 0 to 1: nothing where both lights are alike.</returns>
    public float Apply(ImageBuffer target, SwapAreas areas, SwapScale scale, float strength, ImageBuffer identity)
    {
        Span<Vector4> gains = stackalloc Vector4[_given.Length];
        float difference = Compare(FaceLight.Of(target, areas.Skin, _surface, scale), gains);
        float share = strength * Feather.Smoothstep(difference, Alike, Different);
        if (share == 0)
            return 0;
        foreach (ref Vector4 gain in gains)
            gain = new Vector4(share * (gain.X - 1));

        using Plane coverage = Plane.Uninitialized(identity.Width, identity.Height);
        using ImageBuffer field = ImageBuffer.Uninitialized(identity.Width, identity.Height);
        _surface.Draw(CanonicalFace.Triangles, gains, coverage, field);
        Executor.For(0, identity.Height, RowGrain, (from, to) =>
        {
            for (int y = from; y < to; y++)
            {
                ReadOnlySpan<Vector4> gain = field.Row(y);
                Span<Vector4> row = identity.Row(y);
                for (int x = 0; x < row.Length; x++)
                    row[x].X += gain[x].X * (row[x].X + FaceLight.LightnessOffset);
            }
        });
        return share;
    }

    // The ratio of both lights, without what all of the face is brighter; and how much it deviates where the plate is seen.
    private float Compare(FaceLight wanted, Span<Vector4> gains)
    {
        float weight = 0, mean = 0, squares = 0;
        for (int i = 0; i < gains.Length; i++)
        {
            float gain = wanted.Points[i] / _given[i], seen = wanted.Seen[i];
            gains[i] = new Vector4(gain);
            weight += seen;
            mean += seen * gain;
            squares += seen * gain * gain;
        }

        if (!(weight > 0))
            return 0;
        mean /= weight;
        foreach (ref Vector4 gain in gains)
            gain /= mean;
        return MathF.Sqrt(Math.Max(squares / weight / (mean * mean) - 1, 0));
    }
}
