namespace FaceFusion.Ofx.Plugin.Describing;

/// <summary>What a text parameter is edited with.</summary>
public enum StringMode
{
    /// <summary>One line.</summary>
    SingleLine,

    /// <summary>Several lines.</summary>
    MultiLine,

    /// <summary>A file browser.</summary>
    FilePath,

    /// <summary>A folder browser.</summary>
    DirectoryPath,

    /// <summary>Nothing: the text is only shown.</summary>
    Label,
}
