namespace FaceFusion.Cli.Media;

/// <summary>What an input is.</summary>
internal enum MediaKind
{
    /// <summary>One picture.</summary>
    Still,

    /// <summary>Numbered pictures.</summary>
    Sequence,

    /// <summary>A file with moving pictures, GIF included.</summary>
    Video,
}
