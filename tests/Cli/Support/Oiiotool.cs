using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Support;

/// <summary>OpenImageIO's program, an independent reader of OpenEXR.</summary>
internal static class Oiiotool
{
    /// <summary>What it prints of a file: size, channels with their types, and every attribute.</summary>
    public static string Describe(string file) => Text(["--info", "-v", file]);

    /// <summary>What it prints when it is called so.</summary>
    public static string Text(params string[] arguments) => Encoding.UTF8.GetString(Ffmpeg.Run("oiiotool", arguments));

    /// <summary>One channel's samples, first row on top.</summary>
    /// <param name="file">The file.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="width">Columns of the picture.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="folder">Where a file can be put for a while.</param>
    public static float[] Channel(string file, string channel, int width, int height, TemporaryFolder folder)
    {
        // Copied by itself and unpacked, a file ends in its rows: the row's number, its bytes, its samples.
        string alone = folder.File("channel.exr");
        Text(file, "--ch", channel, "-d", "float", "--compression", "none", "-o", alone);
        ReadOnlySpan<byte> bytes = File.ReadAllBytes(alone);
        int row = (2 * sizeof(int)) + (width * sizeof(float));
        bytes = bytes[^(height * row)..];
        float[] samples = new float[width * height];
        for (int y = 0; y < height; y++)
        {
            Assert.Equal(y, BinaryPrimitives.ReadInt32LittleEndian(bytes[(y * row)..]));
            MemoryMarshal.Cast<byte, float>(bytes.Slice((y * row) + 8, width * sizeof(float))).CopyTo(samples.AsSpan(y * width));
        }

        return samples;
    }
}
