namespace FaceFusion.Host.Parameters;

/// <summary>The type of a parameter's components.</summary>
public enum ParamKind
{
    /// <summary>No value: groups, pages, push buttons.</summary>
    None,

    /// <summary>Integers, booleans (0 or 1) and choices (an index).</summary>
    Integer,

    /// <summary>Doubles and colours.</summary>
    Real,

    /// <summary>Strings, string choices and custom values.</summary>
    Text,

    /// <summary>A block of bytes.</summary>
    Bytes,
}
