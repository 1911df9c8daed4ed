namespace FaceFusion.Cli.Media.Pixels;

/// <summary>How one sample lies in a raw frame.</summary>
internal enum SampleType
{
    /// <summary>8-bit unsigned.</summary>
    Byte,

    /// <summary>9 to 16 bits unsigned in two bytes, at the low end.</summary>
    Word,

    /// <summary>16-bit IEEE float.</summary>
    Half,

    /// <summary>32-bit IEEE float.</summary>
    Float,
}
