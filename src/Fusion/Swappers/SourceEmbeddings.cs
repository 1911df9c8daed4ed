using System.Runtime.CompilerServices;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Fusion.Swappers;

/// <summary>Who the photos of an identity show, as the recogniser of the swappers sees it; each portrait is looked at once.</summary>
internal static class SourceEmbeddings
{
    private static readonly ConditionalWeakTable<NamedRecogniser, ConditionalWeakTable<IdentityPortrait, FaceEmbedding>> Known = [];

    /// <summary>The mean of the photos' unit vectors by their weights, of length 1 itself.</summary>
    /// <param name="identity">The identity.</param>
    /// <param name="recogniser">The recogniser.</param>
    /// <exception cref="Inference.ModelException">The recogniser failed.</exception>
    public static FaceEmbedding Of(FaceIdentity identity, NamedRecogniser recogniser)
    {
        if (identity.Photos is [{ } only])
            return Of(only.Portrait, recogniser);

        float[] mean = [];
        foreach (IdentityPhoto photo in identity.Photos)
        {
            ReadOnlySpan<float> values = Of(photo.Portrait, recogniser).Values;
            if (mean.Length == 0)
                mean = new float[values.Length];
            for (int i = 0; i < mean.Length; i++)
                mean[i] += photo.Weight * values[i];
        }

        return new FaceEmbedding(mean);
    }

    /// <summary>The embedding of one photo.</summary>
    /// <param name="portrait">The photo.</param>
    /// <param name="recogniser">The recogniser.</param>
    /// <exception cref="Inference.ModelException">The recogniser failed.</exception>
    public static FaceEmbedding Of(IdentityPortrait portrait, NamedRecogniser recogniser) =>
        portrait.KnownEmbeddings.TryGetValue(recogniser.Sha256, out FaceEmbedding? known) ? known
        : Known.GetOrCreateValue(recogniser).GetValue(portrait, shown => recogniser.Network.Embed(
            new FrameView(shown.Image.AsView(), NetworkSpace.Working, Premultiplied: false), shown.Mesh.FivePoints()));
}
