using FaceFusion.Fusion.Alignment;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// A network that makes one face of another in an aligned crop. Each family of public networks is a class; an object of it
/// is shared by the whole process, is thread-safe, and its answers depend on its arguments alone.
/// </summary>
internal abstract class FaceSwapper
{
    /// <summary>A swapper.</summary>
    /// <param name="session">Its network.</param>
    /// <param name="template">How faces lie in its crop.</param>
    /// <param name="side">Its crop's side in pixels.</param>
    protected FaceSwapper(InferenceSession session, AlignmentTemplate template, int side)
    {
        Session = session;
        Template = template;
        Side = side;
    }

    /// <summary>How faces lie in the crop.</summary>
    public AlignmentTemplate Template { get; }

    /// <summary>The crop's side in pixels.</summary>
    public int Side { get; }

    /// <summary>Whether the network also says where its face is: the alpha of its answers.</summary>
    public virtual bool HasMatte => false;

    /// <summary>The network.</summary>
    protected InferenceSession Session { get; }

    /// <summary>Swaps the face of a crop.</summary>
    /// <param name="crop">Straight working-space pixels; its sides are <see cref="Side"/> times <paramref name="factor"/>.</param>
    /// <param name="factor">How much finer than the network's the crop is.</param>
    /// <param name="subject">Whose face it becomes.</param>
    /// <returns>
    /// The new face, of the crop's size: working-space colours 0 to 1, in its alpha the network's own matte or 1. The
    /// caller disposes of it.
    /// </returns>
    /// <exception cref="Inference.ModelException">A network failed or gave no numbers.</exception>
    public abstract ImageBuffer Swap(ImageBuffer crop, int factor, in SwapSubject subject);
}
