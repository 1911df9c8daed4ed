namespace FaceFusion.Fusion.Stills;

/// <summary>
/// Reads JPEG and PNG stills: any bit depth, grey, palette and alpha, the EXIF orientation applied, sRGB assumed
/// whatever gamma or profile is embedded. The content decides the format, not the file's name.
/// </summary>
public static class StillDecoder
{
    /// <summary>The longest side that is read, in pixels.</summary>
    public const int MaximumSide = 32_768;

    /// <summary>The most pixels that are read: what an honest photo doesn't exceed and a decompression bomb does.</summary>
    public const long MaximumPixels = 120_000_000;

    private const long MaximumFileBytes = 1L << 29;

    private static ReadOnlySpan<byte> JpegSignature => [0xFF, 0xD8, 0xFF];

    /// <summary>Reads a file's bytes, refusing what can't be a still.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FaceException">It is absent, unreadable, empty or larger than 512 MiB.</exception>
    public static byte[] ReadFile(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            FileInfo file = new(path);
            if (!file.Exists)
                throw new FaceException($"There is no picture '{path}'; give the path of a JPEG or PNG file.");
            if (file.Length > MaximumFileBytes)
                throw new FaceException($"The picture '{path}' is larger than 512 MiB; bring a smaller JPEG or PNG file.");
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new FaceException($"The picture '{path}' cannot be read ({error.Message}); check that it is a file you may open.", error);
        }
    }

    /// <summary>Reads and decodes a file.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <exception cref="FaceException">It can't be read or decoded, or it is beyond the size limits.</exception>
    public static Still Load(string path) => Decode(ReadFile(path), path);

    /// <summary>Decodes a file's bytes.</summary>
    /// <param name="bytes">A whole JPEG or PNG file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="FaceException">It can't be decoded, or it is beyond the size limits.</exception>
    public static Still Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.IsEmpty)
            throw new FaceException($"The picture '{name}' is empty; bring a JPEG or PNG file.");
        if (bytes.StartsWith(JpegSignature))
            return JpegDecoder.Decode(bytes, name);
        if (bytes.StartsWith(PngChunks.Signature))
            return PngDecoder.Decode(bytes, name);
        throw new FaceException($"'{name}' is neither a JPEG nor a PNG picture; save it as one of them.");
    }

    /// <summary>Refuses a size no honest photo has.</summary>
    /// <param name="width">Width in pixels as the header states it.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="name">The picture's name for the message.</param>
    /// <exception cref="FaceException">The size is zero or beyond the limits.</exception>
    internal static void CheckSize(long width, long height, string name)
    {
        if (width < 1 || height < 1)
            throw new FaceException($"The picture '{name}' states a size of {width} x {height} pixels; save it again.");
        if (width > MaximumSide || height > MaximumSide || width * height > MaximumPixels)
            throw new FaceException($"The picture '{name}' has {width} x {height} pixels, more than {MaximumPixels / 1_000_000} million or {MaximumSide} on a side; bring a smaller one.");
    }

    /// <summary>The error for a file that starts like a picture and then isn't one.</summary>
    /// <param name="name">The picture's name.</param>
    /// <param name="reason">The decoder's own words.</param>
    internal static FaceException Damaged(string name, string reason) =>
        new($"The picture '{name}' is damaged or cut short ({reason.TrimEnd('.', '\n', ' ')}); save or copy it again.");
}
