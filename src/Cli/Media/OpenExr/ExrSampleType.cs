namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>How a channel's samples are stored; the numbers are those of the file format's <c>pixelType</c>.</summary>
internal enum ExrSampleType
{
    /// <summary>16-bit IEEE floats.</summary>
    Half = 1,

    /// <summary>32-bit IEEE floats, to the bit.</summary>
    Float = 2,
}
