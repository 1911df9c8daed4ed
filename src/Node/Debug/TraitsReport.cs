using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Colour;

namespace FaceFusion.Node.Debug;

/// <summary>
/// What the debug view says of the ages that plate and identity look, where FairFace is installed: a photo that is decades
/// off is seen there before it is seen in the swap. The origin that FairFace guesses too is nothing to composite by, and is
/// shown nowhere; no face is chosen by any of it.
/// </summary>
internal static class TraitsReport
{
    /// <summary>A line a face that was swapped and a line an identity photo; none without the network.</summary>
    /// <param name="classifier">FairFace; null where it isn't installed.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="chosen">Its faces that were swapped.</param>
    /// <param name="identities">Who was put in.</param>
    /// <exception cref="Inference.ModelException">The network failed.</exception>
    public static IReadOnlyList<string> Lines(FairFaceClassifier? classifier, FrameView frame, IReadOnlyList<Face> chosen, IReadOnlyList<FaceIdentity> identities)
    {
        if (classifier is null)
            return [];

        return
        [
            .. chosen.Select(face => $"Face to FairFace: {Text(classifier.Classify(frame, face.Mesh.FivePoints()))}"),
            .. identities.SelectMany(identity => identity.Photos).Select(photo => $"{Name(photo)} to FairFace: {Text(Of(classifier, photo.Portrait))}"),
        ];
    }

    /// <summary>A guess in words: the ages from the first year to the last.</summary>
    /// <param name="traits">The guess.</param>
    internal static string Text(FaceTraits traits) =>
        FormattableString.Invariant($"looks {traits.Age.From} to {traits.Age.To - 1}, {traits.Gender.ToString().ToLowerInvariant()}");

    private static FaceTraits Of(FairFaceClassifier classifier, IdentityPortrait portrait) =>
        classifier.Classify(new FrameView(portrait.Image.AsView(), NetworkSpace.Working, Premultiplied: false), portrait.Mesh.FivePoints());

    private static string Name(IdentityPhoto photo) => photo.Name.Length > 0 ? $"Identity '{photo.Name}'" : "Identity";
}
