using FaceFusion.Quality.Clips;
using FaceFusion.Training.Synthesis;

namespace FaceFusion.Starter;

/// <summary>Photos and clips of the people whom no training saw.</summary>
/// <param name="shared">The shared material's folder.</param>
internal sealed class HeldOutMaterial(string shared)
{
    private static readonly string[] PhotoFolders = ["london_neutral", "london_smiling"];

    private readonly HeldOut _heldOut = HeldOut.Load();

    /// <summary>The Londoners' photos, neutral ones first.</summary>
    public IEnumerable<string> Photos => PhotoFolders.SelectMany(PhotosIn);

    /// <summary>The photos of one folder, in the order of their names.</summary>
    /// <param name="folder">Its name in <c>pictures</c>.</param>
    public IEnumerable<string> PhotosIn(string folder) =>
        Directory.GetFiles(Path.Combine(shared, "pictures", folder), "*.jpg").Order(StringComparer.Ordinal).Where(_heldOut.Contains);

    /// <summary>Frames of the clips, each clip's first among them.</summary>
    /// <param name="step">Of a clip every so many: those between show the same.</param>
    public IEnumerable<ClipFrame> Frames(int step = 1) => Clips(step).SelectMany(clip => clip);

    /// <summary>The same, clip by clip; each shows one person.</summary>
    /// <param name="step">Of a clip every so many: those between show the same.</param>
    public IEnumerable<IEnumerable<ClipFrame>> Clips(int step = 1) =>
        Directory.GetFiles(Path.Combine(shared, "clips")).Where(clip => _heldOut.ContainsClip(Path.GetFileNameWithoutExtension(clip)))
            .Select(clip => ClipFrame.ReadAll(clip).Where((_, number) => number % step == 0));
}
