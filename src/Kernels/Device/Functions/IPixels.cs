namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Pixels of four floats, wherever they lie.</summary>
public interface IPixels
{
    /// <summary>A pixel.</summary>
    /// <param name="index">Pixels from the first one.</param>
    Rgba Load(long index);

    /// <summary>Stores a pixel.</summary>
    /// <param name="index">Pixels from the first one.</param>
    /// <param name="value">The pixel.</param>
    void Store(long index, Rgba value);
}
