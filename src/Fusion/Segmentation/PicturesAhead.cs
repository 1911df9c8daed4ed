using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Execution;

namespace FaceFusion.Fusion.Segmentation;

/// <summary>
/// What the masks' network will take of a frame's faces, each sampled while the landmark network has its last look at that face.
/// Owns the crops that nobody takes. For one thread at a time.
/// </summary>
public sealed class PicturesAhead : IDisposable
{
    private readonly List<(FaceCrop Face, PendingWork<SkinHairCrop> Crop)> _crops = [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach ((_, PendingWork<SkinHairCrop> crop) in _crops)
            crop.Dispose();
        _crops.Clear();
    }

    /// <summary>Begins to sample a crop; nobody else may look at the frame until <see cref="Finish"/> has returned.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="face">As <see cref="SkinHairCrop"/> takes it.</param>
    internal void Begin(FrameView frame, FaceCrop face) => _crops.Add((face, Executor.Begin(() => new SkinHairCrop(frame, face))));

    /// <summary>Waits until all crops are sampled.</summary>
    internal void Finish()
    {
        foreach ((_, PendingWork<SkinHairCrop> crop) in _crops)
            crop.Result();
    }

    /// <summary>A crop, the caller's from now on; <see langword="null"/> where it wasn't begun.</summary>
    /// <param name="face">What it was begun with.</param>
    internal SkinHairCrop? TryTake(FaceCrop face)
    {
        int index = _crops.FindIndex(begun => begun.Face == face);
        if (index < 0)
            return null;

        using PendingWork<SkinHairCrop> crop = _crops[index].Crop;
        _crops.RemoveAt(index);
        return crop.Take();
    }
}
