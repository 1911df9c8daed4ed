using System.Buffers.Binary;
using FaceFusion.Cli.Media.Probing;

namespace FaceFusion.Cli.Media.Sequences;

/// <summary>
/// Tells whether a picture's file is all there. FFmpeg decodes a truncated PNG, JPEG or OpenEXR file without a word
/// and leaves the missing part grey or black.
/// </summary>
internal static class PictureFile
{
    private const int LongestTail = 4096;
    private const int DpxSizeOffset = 16;

    /// <summary>Whether the file reaches its format's own end; formats that don't tell count as complete.</summary>
    public static bool IsComplete(string path)
    {
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        if (file.Length == 0)
            return false;

        Span<byte> head = stackalloc byte[20];
        head = head[..file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        if (head.StartsWith<byte>([0x89, 0x50, 0x4E, 0x47]))
            return Tail(file).IndexOf("IEND"u8) >= 0;
        if (head.StartsWith<byte>([0xFF, 0xD8, 0xFF]))
            return Tail(file).IndexOf<byte>([0xFF, 0xD9]) >= 0;
        if (head.StartsWith<byte>([0x76, 0x2F, 0x31, 0x01]))
            return ExrHeader.TryRead(path) is { IsComplete: true };
        if (head.StartsWith("SDPX"u8) || head.StartsWith("XPDS"u8))
            return head.Length == 20 && file.Length >= DpxSize(head);

        return true;
    }

    private static uint DpxSize(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> size = head[DpxSizeOffset..];
        return head[0] == 'S' ? BinaryPrimitives.ReadUInt32BigEndian(size) : BinaryPrimitives.ReadUInt32LittleEndian(size);
    }

    private static ReadOnlySpan<byte> Tail(FileStream file)
    {
        byte[] tail = new byte[(int)Math.Min(file.Length, LongestTail)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        return tail;
    }
}
