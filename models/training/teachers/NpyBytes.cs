using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace FaceFusion.Training.Teachers;

/// <summary>Reads arrays of bytes in NumPy's file format, version 1, in C order (numpy.lib.format's documentation).</summary>
internal static partial class NpyBytes
{
    private const int LengthAt = 8, Prefix = 10;

    /// <summary>The values and the size of each dimension.</summary>
    /// <exception cref="InvalidDataException">It holds something else.</exception>
    public static (byte[] Values, int[] Shape) Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int headerLength = BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(LengthAt));
        Match match = Header().Match(Encoding.ASCII.GetString(file, Prefix, headerLength));
        if (!match.Success)
            throw new InvalidDataException($"'{path}' is no array of bytes in C order; save it with numpy.save.");
        int[] shape = [.. match.Groups["shape"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(length => int.Parse(length, CultureInfo.InvariantCulture))];
        return (file[(Prefix + headerLength)..], shape);
    }

    [GeneratedRegex("'descr': '\\|u1', 'fortran_order': False, 'shape': \\((?<shape>[0-9, ]*)\\)")]
    private static partial Regex Header();
}
