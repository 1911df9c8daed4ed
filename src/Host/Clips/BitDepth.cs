namespace FaceFusion.Host.Clips;

/// <summary>Storage of a component.</summary>
public enum BitDepth
{
    /// <summary>No image: an unconnected clip.</summary>
    None,

    /// <summary>8 bits, 0…255.</summary>
    Byte,

    /// <summary>16 bits, 0…65535.</summary>
    Short,

    /// <summary>IEEE 754 binary16.</summary>
    Half,

    /// <summary>IEEE 754 binary32.</summary>
    Float,
}
