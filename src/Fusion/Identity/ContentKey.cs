using System.Buffers.Binary;
using FaceFusion.Fusion.Frames;
using FaceFusion.Inference.Hashing;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Identity;

/// <summary>Keys for content: a fingerprint of a file's bytes, or of a frame's pixels and what they mean.</summary>
public static unsafe class ContentKey
{
    // A fingerprint is a chain: rows are taken in band by band so that several threads can.
    private const int RowsOfBand = 32;

    /// <summary>A file's key.</summary>
    /// <param name="file">All its bytes.</param>
    public static string Of(ReadOnlySpan<byte> file)
    {
        ContentDigest content = default;
        content.Append(file);
        Span<byte> key = stackalloc byte[ContentDigest.Bytes + sizeof(int)];
        content.CopyTo(key);
        BinaryPrimitives.WriteInt32LittleEndian(key[ContentDigest.Bytes..], file.Length);
        return "file:" + Sha256Hash.HexOf(key);
    }

    /// <summary>A frame's key: of all its samples, the bits as they are, and of what they mean.</summary>
    /// <param name="frame">The frame; only read during the call.</param>
    public static string Of(in FrameView frame)
    {
        ContentDigest pixels = default;
        int bands = (frame.Height + RowsOfBand - 1) / RowsOfBand;
        byte[] fingerprints = new byte[bands * ContentDigest.Bytes];
        fixed (byte* first = fingerprints)
            Executor.For(0, bands, 1, new BandBody(frame.PixelsOf(frame.Pixels.Bounds), first));
        pixels.Append(fingerprints);

        Span<byte> key = stackalloc byte[ContentDigest.Bytes + 32];
        pixels.CopyTo(key);
        Span<byte> meaning = key[ContentDigest.Bytes..];
        BinaryPrimitives.WriteInt32LittleEndian(meaning, frame.Width);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[4..], frame.Height);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[8..], (int)frame.Pixels.Format);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[12..], (int)frame.Pixels.Layout);
        BinaryPrimitives.WriteInt32LittleEndian(meaning[16..], (int)frame.Space.Curve | ((int)frame.Space.Primaries << 8));
        BinaryPrimitives.WriteInt32LittleEndian(meaning[20..], (frame.Space.HighlightRollOff ? 2 : 0) + (frame.Premultiplied ? 1 : 0));
        BinaryPrimitives.WriteDoubleLittleEndian(meaning[24..], frame.PixelAspect);
        return "frame:" + Sha256Hash.HexOf(key);
    }
    /// <summary>The fingerprints of an image's bands.</summary>
    private readonly struct BandBody(PixelView pixels, byte* fingerprints) : IRangeBody
    {
        public void Run(int from, int to)
        {
            int rowBytes = pixels.Width * pixels.BytesPerPixel;
            for (int band = from; band < to; band++)
            {
                ContentDigest digest = default;
                for (int y = band * RowsOfBand, end = Math.Min(y + RowsOfBand, pixels.Height); y < end; y++)
                    digest.Append(new ReadOnlySpan<byte>((void*)pixels.RowAddress(y), rowBytes));
                digest.CopyTo(new Span<byte>(fingerprints + (nint)band * ContentDigest.Bytes, ContentDigest.Bytes));
            }
        }
    }
}
