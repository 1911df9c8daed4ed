using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Stills;

/// <summary>Decodes JPEG files through libjpeg-turbo.</summary>
internal static unsafe class JpegDecoder
{
    private const byte App1 = 0xE1;
    private const byte StartOfScan = 0xDA;

    private static ReadOnlySpan<byte> ExifHeader => "Exif\0\0"u8;

    /// <summary>Decodes a whole JPEG file to upright 8-bit RGBA.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="name">Its name for messages.</param>
    /// <exception cref="FaceException">It is damaged, a CMYK file or too large.</exception>
    public static Still Decode(ReadOnlySpan<byte> bytes, string name)
    {
        TurboJpegApi api = StillCodecs.Jpeg;
        nint handle = api.tjInitDecompress();
        if (handle == 0)
            throw new FaceException($"The picture '{name}' cannot be decoded because no memory is left; close other programs.");
        try
        {
            fixed (byte* data = bytes)
                return StillOrientation.Apply(Decode(api, handle, data, new CULong((nuint)bytes.Length), name), Orientation(bytes));
        }
        finally
        {
            _ = api.tjDestroy(handle);
        }
    }

    private static Still Decode(TurboJpegApi api, nint handle, byte* data, CULong length, string name)
    {
        int width, height, subsampling, colourspace;
        if (api.tjDecompressHeader3(handle, data, length, &width, &height, &subsampling, &colourspace) != 0 && IsFatal(api, handle))
            throw StillDecoder.Damaged(name, api.Error(handle));
        StillDecoder.CheckSize(width, height, name);
        if (colourspace is TurboJpegApi.TJCS_CMYK or TurboJpegApi.TJCS_YCCK)
            throw new FaceException($"The picture '{name}' is a CMYK JPEG made for print; save it as an RGB one.");

        Still picture = new(width, height, SampleFormat.UInt8, premultiplied: false);
        const int flags = TurboJpegApi.TJFLAG_ACCURATEDCT | TurboJpegApi.TJFLAG_LIMITSCANS;
        if (api.tjDecompress2(handle, data, length, picture.Memory, width, (int)picture.RowBytes, height, TurboJpegApi.TJPF_RGBA, flags) != 0 && IsFatal(api, handle))
        {
            picture.Dispose();
            throw StillDecoder.Damaged(name, api.Error(handle));
        }

        return picture;
    }

    // Cameras and editors leave harmless oddities behind (stray bytes before a marker), which the decoder only warns
    // of; data that end too early leave part of the picture grey and are an error here.
    private static bool IsFatal(TurboJpegApi api, nint handle) =>
        api.tjGetErrorCode(handle) == TurboJpegApi.TJERR_FATAL
        || api.Error(handle).Contains("premature end", StringComparison.OrdinalIgnoreCase);

    private static int Orientation(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> rest = bytes[2..];
        while (rest.Length >= 4 && rest[0] == 0xFF && rest[1] != StartOfScan)
        {
            // Any marker may be preceded by fill bytes (ITU-T T.81, B.1.1.2).
            if (rest[1] == 0xFF)
            {
                rest = rest[1..];
                continue;
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || length + 2 > rest.Length)
                break;
            ReadOnlySpan<byte> content = rest[4..(length + 2)];
            if (rest[1] == App1 && content.StartsWith(ExifHeader))
                return StillOrientation.Read(content[ExifHeader.Length..]);
            rest = rest[(length + 2)..];
        }

        return StillOrientation.Read([]);
    }
}
