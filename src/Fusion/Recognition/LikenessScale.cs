using FaceFusion.Fusion.Networks;

namespace FaceFusion.Fusion.Recognition;

/// <summary>What the cosines of one recogniser's embeddings mean; every recogniser spreads people differently.</summary>
/// <param name="SamePerson">From this cosine on two faces are one person's, wherever they are.</param>
/// <param name="LeastAlike">Photos less alike than this hardly show one person.</param>
/// <param name="Stranger">Below this cosine a face is somebody else, even where the person was a moment ago.</param>
public sealed record LikenessScale(double SamePerson, double LeastAlike, double Stranger)
{
    /// <summary>
    /// The distance at which a face stops being a person's: FaceFusion 3.8's default for ArcFace, where it stands for a
    /// cosine of 0.4. It means <see cref="SamePerson"/> with every recogniser.
    /// </summary>
    public const double UsualDistance = 0.3;

    /// <summary>
    /// MobileFaceNet's. (On the London portraits: the same person 0.69 and more from the front, different people 0.53 at
    /// most, 0.04 in the mean and below 0.31 for 99 of 100; photos of one person of which one is in profile 0.3.)
    /// </summary>
    public static LikenessScale MobileFaceNet { get; } = new(0.55, 0.25, 0.15);

    /// <summary>
    /// The starter's, on people it never saw. (The same person 0.45 and more, turned heads included; different people
    /// 0.57 at most, 0.13 in the mean and below 0.37 for 99 of 100: <c>bench/starter identity</c>.)
    /// </summary>
    public static LikenessScale Starter { get; } = new(0.6, 0.35, 0.25);

    /// <summary>
    /// ArcFace's (w600k_r50): FaceFusion 3.8 takes two faces for one person's from a cosine of 0.4 on. The other two keep the
    /// ratios that they have to it with MobileFaceNet, and are not measured.
    /// </summary>
    public static LikenessScale ArcFace { get; } = new(0.4, 0.18, 0.11);

    /// <summary>
    /// How unlike two faces are, 0 to 1: 0 for the same picture, <see cref="UsualDistance"/> at <see cref="SamePerson"/>,
    /// linear in the cosine. Of ArcFace it is (1 − cosine) / 2, FaceFusion's distance; other recognisers spread people
    /// differently, and are stretched to mean the same.
    /// </summary>
    /// <param name="cosine">The cosine of two embeddings of the network.</param>
    public double Distance(double cosine) => Math.Clamp(UsualDistance * (1 - cosine) / (1 - SamePerson), 0, 1);

    /// <summary>The scale of a network of 128 values.</summary>
    /// <param name="name">The network's name: its id in the manifest, if it is there.</param>
    public static LikenessScale Of(string name) => name == FaceNetwork.Recogniser.Starter ? Starter : MobileFaceNet;

    /// <summary>The scale of embeddings that were stored.</summary>
    /// <param name="name">Their network's name.</param>
    /// <param name="length">Their length, by which ArcFace is known.</param>
    internal static LikenessScale Of(string name, int length) => length == ArcFaceRecogniser.Length ? ArcFace : Of(name);
}
