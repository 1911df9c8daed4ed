using System.Numerics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>Computes parts of an image's rows.</summary>
internal unsafe interface IRowDecoder
{
    /// <summary>Fills in the pixels x … x + count − 1 of row y, all inside the image.</summary>
    void Decode(int y, int x, int count, Vector4* destination);
}
