using System.Buffers.Binary;
using System.Security.Cryptography;
using FaceFusion.Fusion.Frames;

namespace FaceFusion.Fusion.Identity;

/// <summary>Keys for content: the SHA-256 of a file's bytes, or of a frame's pixels and what they mean.</summary>
internal static unsafe class ContentKey
{
    public static string Of(ReadOnlySpan<byte> file) => "file:" + Convert.ToHexStringLower(SHA256.HashData(file));

    public static string Of(in FrameView frame)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int rowBytes = frame.Width * frame.Pixels.BytesPerPixel;
        for (int y = 0; y < frame.Height; y++)
            hash.AppendData(new ReadOnlySpan<byte>((void*)frame.Pixels.RowAddress(y), rowBytes));

        Span<byte> meaning = stackalloc byte[32];
        BinaryPrimitives.WriteInt32LittleEndian(meaning, frame.Width);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[4..], frame.Height);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[8..], (int)frame.Pixels.Format);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[12..], (int)frame.Pixels.Layout);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[16..], (int)frame.Space.Curve);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[20..], (frame.Space.HighlightRollOff ? 2 : 0) + (frame.Premultiplied ? 1 : 0));
        BinaryPrimitives.WriteDoubleLittleEndian(meaning[24..], frame.PixelAspect);
        hash.AppendData(meaning);
        return "frame:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
