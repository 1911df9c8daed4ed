namespace FaceFusion.Cli.Media.OpenExr;

/// <summary>How blocks of rows are packed; the numbers are those of the file format's <c>compression</c>.</summary>
internal enum ExrCompression
{
    /// <summary>Row by row with zlib: rows can be read on their own.</summary>
    Zips = 2,

    /// <summary>16 rows at a time with zlib: smaller.</summary>
    Zip = 3,
}
