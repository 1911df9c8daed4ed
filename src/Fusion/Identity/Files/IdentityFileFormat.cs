using System.Buffers.Binary;
using System.IO.Compression;
using System.Numerics;
using System.Text.Json;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Shape;
using FaceFusion.Inference.Hashing;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>
/// Identity files, little-endian: "FFID", a version (16 bits), 16 bits of zeros, the payload's length (64 bits), its SHA-256,
/// the payload, then 64 bytes of signature or nothing. The payload is one zlib stream: the record's length (32 bits), the
/// record as JSON, for each photo its points, its embeddings (both as floats) and its crop, whose 16-bit samples are
/// stored channel by channel as differences to the one before, high bytes before low ones, and at last the points of the
/// neutral shape, where the record tells of one: a file of version 1 has none.
/// </summary>
internal static class IdentityFileFormat
{
    /// <summary>Bytes of a signature: r and s of ECDSA over P-256.</summary>
    public const int SignatureBytes = 64;

    /// <summary>Bytes before the payload.</summary>
    public const int HeaderBytes = 4 + 2 + 2 + 8 + HashBytes;

    /// <summary>The latest version, which files with a neutral shape need.</summary>
    public const int Version = 2;

    /// <summary>The most photos.</summary>
    public const int MostPhotos = 64;

    private const int HashBytes = 32, FirstVersion = 1, MostRecordBytes = 1 << 20, MostEmbeddings = 16, MostEmbeddingLength = 4096;

    /// <summary>What a file begins with.</summary>
    public static ReadOnlySpan<byte> Magic => "FFID"u8;

    /// <summary>The bytes of a file without a signature.</summary>
    /// <param name="record">What it says of itself.</param>
    /// <param name="contents">What it holds of each photo.</param>
    /// <param name="neutral">The neutral shape that the record tells of; null for none.</param>
    public static byte[] Write(IdentityRecord record, IReadOnlyList<PhotoContent> contents, FaceShape? neutral)
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
            if (neutral is not null)
                WritePoints(writer, neutral.Points);
        }

        byte[] bytes = file.ToArray();
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(4), (ushort)(neutral is null ? FirstVersion : Version));
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
        if (version is < FirstVersion or > Version)
            throw new InvalidDataException($"it is of version {version}, and this program reads {FirstVersion} to {Version}");
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
    public static (IdentityRecord Record, IReadOnlyList<PhotoContent> Contents, FaceShape? Neutral) Read(byte[] bytes)
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
            FaceShape? neutral = record.NeutralPoints > 0 ? new FaceShape(ReadPoints(reader)) : null;
            return payload.ReadByte() < 0 ? (record, contents, neutral) : throw new InvalidDataException("it holds more than its record says");
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
        if (record.NeutralPoints is not (0 or FaceMeshIndices.Count))
            throw new InvalidDataException("its neutral shape has an impossible number of points");
    }

    private static void WriteContent(BinaryWriter writer, PhotoContent content)
    {
        WritePoints(writer, content.Points);
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
        Vector3[] points = ReadPoints(reader);
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

    private static void WritePoints(BinaryWriter writer, ReadOnlySpan<Vector3> points)
    {
        foreach (Vector3 point in points)
        {
            writer.Write(point.X);
            writer.Write(point.Y);
            writer.Write(point.Z);
        }
    }

    private static Vector3[] ReadPoints(BinaryReader reader)
    {
        Vector3[] points = new Vector3[FaceMeshIndices.Count];
        for (int i = 0; i < points.Length; i++)
        {
            points[i] = new Vector3(reader.ReadSingle(), reader.ReadSingle(), reader.ReadSingle());
            if (!float.IsFinite(points[i].LengthSquared()))
                throw new InvalidDataException("a point is no number");
        }

        return points;
    }

    private static byte[] ReadExactly(BinaryReader reader, int count)
    {
        byte[] bytes = reader.ReadBytes(count);
        return bytes.Length == count ? bytes : throw new EndOfStreamException();
    }
}
