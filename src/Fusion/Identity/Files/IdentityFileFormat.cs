using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Inference.Hashing;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>
/// Identity files, little-endian: "FFID", a version (16 bits), 16 bits of zeros, the payload's length (64 bits), its SHA-256,
/// the payload, then 64 bytes of signature or nothing. The payload is one zlib stream: the record's length (32 bits), the
/// record as JSON, and for each photo its points, its embeddings (both as floats) and its crop, whose 16-bit samples are
/// stored channel by channel as differences to the one before, high bytes before low ones.
/// </summary>
internal static class IdentityFileFormat
{
    /// <summary>Bytes of a signature: r and s of ECDSA over P-256.</summary>
    public const int SignatureBytes = 64;

    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 4 + 2 + 2 + 8 + HashBytes;

    /// <summary>The version that is written, and the latest that is read.</summary>
    public const int Version = 1;

    /// <summary>The most photos.</summary>
    public const int MostPhotos = 64;

    private const int HashBytes = 32, MostRecordBytes = 1 << 20, MostEmbeddings = 16, MostEmbeddingLength = 4096;

    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "FFID"u8;

    /// <summary>The bytes of a file without a signature.</summary>
    /// <param name="record">What it says of itself.</param>
    /// <param name="contents">What it holds of each photo.</param>
    public static byte[] Write(IdentityRecord record, IReadOnlyList<PhotoContent> contents)
    {
        using MemoryStream file = new();
        file.Write(new byte[HeaderBytes]);
        using (ZLibStream payload = new(file, CompressionLevel.SmallestSize, leaveOpen: true))
        using (BinaryWriter writer = new(payload))
        {
            byte[] json = JsonSerializer.SerializeToUtf8Bytes(record, IdentityRecordJson.Default.IdentityRecord);
            writer.Write(json.Length);
            writer.Write(json);
            foreach (PhotoContent content in contents)
                WriteContent(writer, content);
        }

        byte[] bytes = file.ToArray();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), bytes.Length - HeaderBytes);
        Convert.FromHexString(Sha256Hash.HexOf(bytes.AsSpan(HeaderBytes))).CopyTo(bytes, HeaderBytes - HashBytes);
        return bytes;
    }

    /// <summary>How many of a file's bytes a signature covers: all before it.</summary>
    /// <param name="bytes">A whole file, signed or not.</param>
    /// <exception cref="InvalidDataException">It is no identity file, of a later version, cut short or altered.</exception>
    public static int SignedBytes(ReadOnlySpan<byte> bytes)
    {
        if (!bytes.StartsWith(Magic) || bytes.Length < HeaderBytes)
            throw new InvalidDataException("it is no identity file");
        int version = BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]);
        if (version != Version)
            throw new InvalidDataException($"it is of version {version}, and this program reads {Version}");
        long length = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]), rest = bytes.Length - HeaderBytes - length;
        if (length < 0 || (rest != 0 && rest != SignatureBytes))
            throw new InvalidDataException("it is cut short, or something was added");
        int end = HeaderBytes + (int)length;
        if (!Convert.FromHexString(Sha256Hash.HexOf(bytes[HeaderBytes..end])).AsSpan().SequenceEqual(bytes[(HeaderBytes - HashBytes)..HeaderBytes]))
            throw new InvalidDataException("its content was altered");
        return end;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">All its bytes.</param>
    /// <exception cref="InvalidDataException">It is no identity file, of a later version, cut short, altered or inconsistent.</exception>
    public static (IdentityRecord Record, IReadOnlyList<PhotoContent> Contents) Read(byte[] bytes)
    {
        int end = SignedBytes(bytes);
        try
        {
            using ZLibStream payload = new(new MemoryStream(bytes, HeaderBytes, end - HeaderBytes), CompressionMode.Decompress);
            using BinaryReader reader = new(payload);
            int length = reader.ReadInt32();
            if (length is < 2 or > MostRecordBytes)
                throw new InvalidDataException("its record has an impossible length");
            IdentityRecord record = JsonSerializer.Deserialize(ReadExactly(reader, length), IdentityRecordJson.Default.IdentityRecord)
                ?? throw new InvalidDataException("its record is empty");
            Check(record);
            PhotoContent[] contents = [.. record.Photos.Select(photo => ReadContent(reader, photo))];
            return payload.ReadByte() < 0 ? (record, contents) : throw new InvalidDataException("it holds more than its record says");
        }
        catch (Exception failure) when (failure is JsonException or EndOfStreamException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("its content can't be read", failure);
        }
    }

    private static void Check(IdentityRecord record)
    {
        bool isWhole = record.Photos.Count is > 0 and <= MostPhotos && record.Photos.All(photo =>
            photo.Weight is > 0 and < float.PositiveInfinity && photo.Width is > 0 and <= PortraitMaker.LongestSide && photo.Height is > 0 and <= PortraitMaker.LongestSide
            && photo.Embeddings.Count <= MostEmbeddings && photo.Embeddings.All(embedding => embedding.Length is > 0 and <= MostEmbeddingLength));
        if (!isWhole)
            throw new InvalidDataException("its record names photos that can't be");
    }

    private static void WriteContent(BinaryWriter writer, PhotoContent content)
    {
        foreach (Vector3 point in content.Points)
        {
            writer.Write(point.X);
            writer.Write(point.Y);
            writer.Write(point.Z);
        }

        foreach (FaceEmbedding embedding in content.Embeddings)
        {
            foreach (float value in embedding.Values)
                writer.Write(value);
        }

        byte[] high = new byte[content.Crop.Length / 4], low = new byte[high.Length];
        for (int channel = 0; channel < 4; channel++)
        {
            ushort before = 0;
            for (int i = 0; i < high.Length; i++)
            {
                ushort sample = content.Crop[(4 * i) + channel], difference = (ushort)(sample - before);
                high[i] = (byte)(difference >> 8);
                low[i] = (byte)difference;
                before = sample;
            }

            writer.Write(high);
            writer.Write(low);
        }
    }

    private static PhotoContent ReadContent(BinaryReader reader, StoredPhoto photo)
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new Vector3(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            if (!float.IsFinite(points[i].LengthSquared()))
                throw new InvalidDataException("a point is no number");
        }

        FaceEmbedding[] embeddings = [.. photo.Embeddings.Select(stored => new FaceEmbedding([.. Enumerable.Range(0, stored.Length).Select(_ => reader.ReadSingle())], LikenessScale.Of(stored.Model, stored.Length)))];
        int count = photo.Width * photo.Height;
        ushort[] crop = new ushort[4 * count];
        for (int channel = 0; channel < 4; channel++)
        {
            byte[] high = ReadExactly(reader, count), low = ReadExactly(reader, count);
            ushort sample = 0;
            for (int i = 0; i < count; i++)
                crop[(4 * i) + channel] = sample = (ushort)(sample + (high[i] << 8) + low[i]);
        }

        return new PhotoContent(points, embeddings, crop);
    }

    private static byte[] ReadExactly(BinaryReader reader, int count)
    {
        byte[] bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }
}
