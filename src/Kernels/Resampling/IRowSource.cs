using System.Numerics;

namespace FaceFusion.Kernels.Resampling;

/// <summary>An image whose rows are computed when they are asked for.</summary>
internal unsafe interface IRowSource
{
    int Width { get; }

    int Height { get; }

    /// <summary>Fills in the pixels x … x + count − 1 of row y, all inside the image.</summary>
    void Decode(int y, int x, int count, Vector4* destination);

    /// <summary>As <see cref="Decode"/>, in terms in which pixels are averaged; finite.</summary>
    void Load(int y, int x, int count, Vector4* destination);

    /// <summary>Turns averages of what <see cref="Load"/> gives into what <see cref="Decode"/> gives, in place.</summary>
    void Finish(Vector4* averages, int count);
}
