using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace FaceFusion.Basis.Head;

/// <summary>An array of NumPy's file format, version 1, little-endian, in C order (numpy.lib.format's documentation).</summary>
internal sealed partial class NpyArray
{
    private readonly string _type;
    private readonly byte[] _content;

    private NpyArray(string type, int[] shape, byte[] content)
    {
        _type = type;
        Shape = shape;
        _content = content;
    }

    public int[] Shape { get; }

    /// <summary>Reads an array of an .npz archive.</summary>
    /// <exception cref="InvalidDataException">It is absent or no array of this kind.</exception>
    public static NpyArray Read(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.GetEntry(name + ".npy") ?? throw new InvalidDataException($"The archive lacks the array '{name}'; give the head model's archive.");
        using Stream stream = entry.Open();
        using MemoryStream memory = new();
        stream.CopyTo(memory);
        byte[] file = memory.ToArray();
        int headerLength = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(8));
        string header = Encoding.ASCII.GetString(file, 10, headerLength);
        Match match = Header().Match(header);
        if (!match.Success)
            throw new InvalidDataException($"The array '{name}' has the header {header.Trim()}, which isn't read here; save it in C order.");
        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(length => int.Parse(length, CultureInfo.InvariantCulture))];
        return new NpyArray(match.Groups["type"].Value, shape, file[(10 + headerLength)..]);
    }

    public double[] Doubles() => _type switch
    {
        "<f2" => [.. MemoryMarshal.Cast<byte, Half>(_content).ToArray().Select(value => (double)value)],
        "<f4" => [.. MemoryMarshal.Cast<byte, float>(_content).ToArray().Select(value => (double)value)],
        _ => throw Unfit("floats"),
    };

    public int[] Integers() => _type switch
    {
        "<i4" => MemoryMarshal.Cast<byte, int>(_content).ToArray(),
        "|u1" => [.. _content.Select(value => (int)value)],
        _ => throw Unfit("integers"),
    };

    public string[] Strings()
    {
        if (!_type.StartsWith("<U", StringComparison.Ordinal))
            throw Unfit("text");
        int bytes = 4 * int.Parse(_type.AsSpan(2), CultureInfo.InvariantCulture);
        return [.. _content.Chunk(bytes).Select(text => Encoding.UTF32.GetString(text).TrimEnd('\0'))];
    }

    private InvalidDataException Unfit(string wanted) => new($"An array holds {_type} instead of {wanted}; give the head model's archive.");

    [GeneratedRegex("'descr': '(?<type>[^']+)', 'fortran_order': False, 'shape': \\((?<shape>[0-9, ]*)\\)")]
    private static partial Regex Header();
}
