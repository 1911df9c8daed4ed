using System.Numerics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Takes the sampled pixels, each once, in any order.</summary>
internal interface IPixelSink
{
    /// <summary>Which pixels of a row are wanted, of [from, to).</summary>
    (int From, int To) Wanted(int y, int from, int to);

    void Store(int x, int y, Vector4 value);
}
