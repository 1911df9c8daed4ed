namespace FaceFusion.Host.Properties;

/// <summary>The type of a property's elements.</summary>
public enum PropertyKind
{
    /// <summary>C <c>int</c>.</summary>
    Integer,

    /// <summary>C <c>double</c>.</summary>
    Real,

    /// <summary>UTF-8 string.</summary>
    Text,

    /// <summary>Address or handle.</summary>
    Pointer,
}
