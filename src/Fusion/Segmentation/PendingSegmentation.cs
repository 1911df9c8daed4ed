using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>A look that a network has at a face while its owner does something else. Owns what the network says. For one thread at a time.</summary>
internal sealed class PendingSegmentation : IDisposable
{
    private readonly FaceLook _look;
    private readonly PendingWork<FaceSegmentation> _work;

    /// <summary>Has the network look.</summary>
    /// <param name="look">The look; this object's from now on.</param>
    public PendingSegmentation(FaceLook look)
    {
        _look = look;
        _work = Executor.Begin(look.Tell);
    }

    /// <inheritdoc cref="FaceLook.Draft"/>
    public VisibilityDraft? Draft(TargetSurface surface) => _look.Draft(surface);

    /// <summary>What the frame shows around the face, once the network has told; valid until this object is disposed of.</summary>
    /// <exception cref="Inference.ModelException">The network failed, or gave what its family doesn't.</exception>
    public FaceSegmentation Result() => _work.Result();

    /// <summary>Waits for the network.</summary>
    public void Dispose()
    {
        _work.Dispose();
        _look.Dispose();
    }
}
