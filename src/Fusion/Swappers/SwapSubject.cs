using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;

namespace FaceFusion.Fusion.Swappers;

/// <summary>Whose face a network is to make of whose. What costs something is made when a network asks for it.</summary>
/// <param name="Frame">The frame.</param>
/// <param name="Face">The face in it.</param>
/// <param name="Identity">Who is to be seen.</param>
/// <param name="Amount">How much of it: see <see cref="NetworkOptions.Amount"/>.</param>
/// <param name="Recogniser">Gives the recogniser of 512 values; fails where its file is missing.</param>
internal readonly record struct SwapSubject(FrameView Frame, Face Face, FaceIdentity Identity, float Amount, Func<NamedRecogniser> Recogniser)
{
    /// <summary>The embedding of the face as the frame shows it.</summary>
    /// <exception cref="Inference.ModelException">The recogniser's file is missing or another network's.</exception>
    public FaceEmbedding TargetEmbedding() => Recogniser().Network.Embed(Frame, Face.Mesh.FivePoints());
}
