using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Training.Synthesis;

/// <summary>Writes arrays in NumPy's file format, version 1, little-endian, in C order (numpy.lib.format's documentation).</summary>
internal static class NpyFile
{
    private const int Alignment = 64, Prefix = 10;

    /// <summary>Writes bytes or floats, aside first.</summary>
    /// <exception cref="NotSupportedException">Another type.</exception>
    public static void Write<T>(string path, ReadOnlySpan<T> values, params ReadOnlySpan<int> shape)
        where T : unmanaged
    {
        string type = typeof(T) == typeof(byte) ? "|u1" : typeof(T) == typeof(float) ? "<f4" : throw new NotSupportedException($"Arrays of {typeof(T)} are not written.");
        string header = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({string.Join(", ", shape.ToArray())},), }}";
        int length = (Prefix + header.Length + Alignment) / Alignment * Alignment - Prefix;
        string aside = path + ".part";
        using (FileStream stream = File.Create(aside))
        {
            stream.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8)]);
            stream.Write(Encoding.ASCII.GetBytes(header.PadRight(length - 1) + "\n"));
            stream.Write(MemoryMarshal.AsBytes(values));
        }

        File.Move(aside, path, overwrite: true);
    }
}
