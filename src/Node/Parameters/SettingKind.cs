namespace FaceFusion.Node.Parameters;

/// <summary>What a parameter holds.</summary>
internal enum SettingKind
{
    /// <summary>A real number.</summary>
    Number,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>Yes or no.</summary>
    Flag,

    /// <summary>An option of a menu.</summary>
    Menu,

    /// <summary>A place in the picture.</summary>
    Point,

    /// <summary>A text.</summary>
    Text,
}
