namespace FaceFusion.Node.Parameters;

/// <summary>How several masks become one; the order is that of the parameter's options.</summary>
internal enum MaskCombination
{
    /// <summary>The least of them.</summary>
    Minimum,

    /// <summary>All of them multiplied.</summary>
    Product,
}
