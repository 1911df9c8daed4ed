using FaceFusion.Fusion.Networks;

namespace FaceFusion.Fusion.Recognition;

/// <summary>What the cosines of one recogniser's embeddings mean; every recogniser spreads people differently.</summary>
/// <param name="SamePerson">From this cosine on two faces are one person's, wherever they are.</param>
/// <param name="LeastAlike">Photos less alike than this hardly show one person.</param>
/// <param name="Stranger">Below this cosine a face is somebody else, even where the person was a moment ago.</param>
public sealed record LikenessScale(double SamePerson, double LeastAlike, double Stranger)
{
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

    /// <summary>The scale of a network.</summary>
    /// <param name="name">The network's name: its id in the manifest, if it is there.</param>
    public static LikenessScale Of(string name) => name == FaceNetwork.Recogniser.Starter ? Starter : MobileFaceNet;
}
