using FaceFusion.Fusion.Swap;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>What a mask network is going to look at: all of the frame that it needs has been read. Owns its memory.</summary>
public abstract class FaceLook : IDisposable
{
    /// <summary>Runs the network: what the frame shows around the face, which is the caller's to dispose of. To be called once, on any thread.</summary>
    /// <exception cref="Inference.ModelException">The network failed, or gave what its family doesn't.</exception>
    public abstract FaceSegmentation Tell();

    /// <summary>What can be said of the face's visibility without the network, or while it runs; <see langword="null"/> where nothing can. The caller disposes of it.</summary>
    /// <param name="surface">The surface as the swap will show it.</param>
    internal virtual VisibilityDraft? Draft(TargetSurface surface) => null;

    /// <summary>Gives the memory back; not while the network runs.</summary>
    public abstract void Dispose();
}
