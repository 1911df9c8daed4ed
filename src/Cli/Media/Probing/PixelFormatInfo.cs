using System.Text.Json;

namespace FaceFusion.Cli.Media.Probing;

/// <summary>What FFmpeg's own table says of a pixel format.</summary>
/// <param name="Bits">Bits of the deepest component.</param>
/// <param name="IsRgb">Whether it holds RGB.</param>
/// <param name="IsGrey">Whether it holds grey alone.</param>
/// <param name="HasAlpha">Whether it has alpha, a palette's included.</param>
internal readonly record struct PixelFormatInfo(int Bits, bool IsRgb, bool IsGrey, bool HasAlpha)
{
    /// <summary>Looks a format up in the <c>pixel_formats</c> of <c>ffprobe -show_pixel_formats</c>.</summary>
    public static PixelFormatInfo? Find(JsonElement root, string name)
    {
        if (!root.TryGetProperty("pixel_formats", out JsonElement formats))
            return null;

        foreach (JsonElement format in formats.EnumerateArray())
        {
            if (format.GetProperty("name").GetString() != name)
                continue;

            JsonElement flags = format.GetProperty("flags");
            bool alpha = flags.GetProperty("alpha").GetInt32() != 0;
            bool rgb = flags.GetProperty("rgb").GetInt32() != 0 || flags.GetProperty("palette").GetInt32() != 0;
            int components = format.GetProperty("nb_components").GetInt32();
            int bits = format.TryGetProperty("components", out JsonElement depths) && depths.GetArrayLength() > 0
                ? depths.EnumerateArray().Max(component => component.GetProperty("bit_depth").GetInt32())
                : 8;
            return new(bits, rgb, !rgb && components <= (alpha ? 2 : 1), alpha);
        }

        return null;
    }
}
