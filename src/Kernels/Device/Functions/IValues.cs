namespace FaceFusion.Kernels.Device.Functions;

/// <summary>Single floats, wherever they lie: a matte, a table, a network's tensor.</summary>
public interface IValues
{
    /// <summary>A value.</summary>
    /// <param name="index">Values from the first one.</param>
    float Load(long index);

    /// <summary>Stores a value.</summary>
    /// <param name="index">Values from the first one.</param>
    /// <param name="value">The value.</param>
    void Store(long index, float value);
}
