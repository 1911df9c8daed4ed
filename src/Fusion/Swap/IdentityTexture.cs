using FaceFusion.Fusion.Identity;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Swap;

/// <summary>
/// The identity's picture laid over a surface. Several photos are brought to one light, the low band of their plain mix,
/// before they are mixed: photos of other rooms and days make no patchwork.
/// </summary>
internal static class IdentityTexture
{
    // The standard deviation of light and complexion, in inter-ocular distances.
    private const float LowSigma = 0.35f;

    // Photos whose light differs by more than this are not worth mending.
    private const float MostGain = 3;

    /// <summary>Draws it.</summary>
    /// <param name="surface">The target's surface.</param>
    /// <param name="identity">The photos.</param>
    /// <param name="weights">How much of each is shown where.</param>
    /// <param name="scale">The unit of widths.</param>
    /// <param name="coverage">Gets 1 where the surface is seen, else 0.</param>
    /// <param name="attributes">Gets in Z how much the surface faces the identity's camera, in W its distance from the outline of the identity's face.</param>
    /// <param name="picture">Gets the identity's picture; in W how much of the surface it shows.</param>
    public static void Draw(TargetSurface surface, FaceIdentity identity, PhotoWeights weights, SwapScale scale, Plane coverage, ImageBuffer attributes, ImageBuffer picture)
    {
        if (weights.Used is [int only])
        {
            PhotoLayer.Draw(surface, identity.Photos[only].Portrait, scale, coverage, attributes, picture);
            return;
        }

        PhotoLayer[] layers = [.. weights.Used.Select(photo => PhotoLayer.Make(surface, identity.Photos[photo].Portrait, weights.Of(photo), scale))];
        try
        {
            using Plane covered = surface.Coverage();
            covered.Values.CopyTo(coverage.Values);
            LayerMix.Normalise([.. layers.Select(layer => layer.Weight)]);
            Mix(layers, LowSigma * scale.Pixels, attributes, picture);
        }
        finally
        {
            foreach (PhotoLayer layer in layers)
                layer.Dispose();
        }
    }

    private static void Mix(PhotoLayer[] layers, float sigma, ImageBuffer attributes, ImageBuffer picture)
    {
        using Plane comparable = new(picture.Width, picture.Height), share = Plane.Uninitialized(picture.Width, picture.Height);
        using ImageBuffer plain = new(picture.Width, picture.Height), low = ImageBuffer.Uninitialized(picture.Width, picture.Height);
        attributes.Pixels.Clear();
        foreach (PhotoLayer layer in layers)
        {
            LayerMix.Add(layer.Attributes, layer.Weight, attributes);
            LayerMix.Add(layer.Picture, layer.Weight, plain);
            PlaneMath.Multiply(layer.Comparable, layer.Weight, share);
            PlaneMath.Add(comparable, share, comparable);
        }

        MaskedBlur.Apply(plain, comparable, sigma, plain);
        picture.Pixels.Clear();
        foreach (PhotoLayer layer in layers)
        {
            MaskedBlur.Apply(layer.Picture, layer.Comparable, sigma, low);
            LayerMix.AddRelit(layer.Picture, layer.Weight, low, plain, MostGain, picture);
        }
    }
}
