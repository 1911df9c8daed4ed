using System.Globalization;
using System.Runtime.InteropServices;
using FaceFusion.Cli.Media;
using FaceFusion.Cli.Media.OpenExr;
using FaceFusion.Cli.Media.Probing;
using FaceFusion.Cli.Rendering;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.Media.OpenExr;

/// <summary>What the writer writes, as programs read it that share no line with it.</summary>
public sealed class ExrWriterTests
{
    [Theory]
    [InlineData(37, 50, false)]
    [InlineData(37, 50, true)]
    [InlineData(1, 1, false)]
    [InlineData(64, 16, true)]
    public void Every_layer_is_read_back_to_the_bit(int width, int height, bool byRows)
    {
        using TemporaryFolder folder = new();
        string file = folder.File("layers.exr");
        using FrameBuffer picture = Random(width, height, 1), face = Random(width, height, 2);
        Write(file, new ExrPicture { Compression = byRows ? ExrCompression.Zips : ExrCompression.Zip }, [
            .. ExrChannel.Layer("face", "RGBA", face), .. ExrChannel.Layer("", "RGBA", picture), new("matte.A", face, 2)]);

        foreach ((string channel, FrameBuffer source, int component) in (ReadOnlySpan<(string, FrameBuffer, int)>)
            [("R", picture, 0), ("A", picture, 3), ("face.R", face, 0), ("face.G", face, 1), ("face.A", face, 3), ("matte.A", face, 2)])
        {
            float[] read = Oiiotool.Channel(file, channel, width, height, folder);
            Assert.Equal(Bits(Samples(source, component)), Bits(read));
        }

        // FFmpeg decodes one layer at a time, to planes of green, blue, red and alpha.
        byte[] planes = Ffmpeg.Run(Ffmpeg.Tools.Ffmpeg, ["-v", "error", "-layer", "face", "-i", file, "-f", "rawvideo", "-pix_fmt", "gbrapf32le", "pipe:1"]);
        float[] green = MemoryMarshal.Cast<byte, float>(planes.AsSpan(0, width * height * 4)).ToArray();
        Assert.Equal(Bits(Samples(face, 1)), Bits(green));
        Assert.True(ExrHeader.TryRead(file)!.IsComplete);
    }

    [Fact]
    public void Halves_are_the_nearest_ones()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("half.exr");
        using FrameBuffer picture = Random(20, 33, 3);
        Write(file, new ExrPicture(), [new("Z", picture, 2), new("A", picture, 3, ExrSampleType.Half)]);
        float[] expected = [.. Samples(picture, 3).Select(value => (float)(Half)value)];
        Assert.Equal(Bits(expected), Bits(Oiiotool.Channel(file, "A", 20, 33, folder)));
        Assert.Equal(Bits(Samples(picture, 2)), Bits(Oiiotool.Channel(file, "Z", 20, 33, folder)));
        Assert.Contains("A (half), Z (float)", Oiiotool.Describe(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Pixels_that_repeat_take_next_to_no_room_and_noise_no_more_than_it_is()
    {
        using MemoryStream flat = new(), noise = new();
        using FrameBuffer nothing = new(256, 256, PixelDepth.Float, AlphaMode.Premultiplied), bits = new(256, 256, PixelDepth.Float, AlphaMode.Premultiplied);
        for (int y = 0; y < bits.Height; y++)
            new Random(y).NextBytes(bits.Row(y));
        ExrWriter.Write(flat, new ExrPicture(), ExrChannel.Layer("", "RGBA", nothing), default);
        ExrWriter.Write(noise, new ExrPicture(), ExrChannel.Layer("", "RGBA", bits), default);
        Assert.InRange(flat.Length, 1, 256 * 256 * 16 / 50);
        Assert.InRange(noise.Length, 256 * 256 * 16, (256 * 256 * 16) + 2000);
    }

    [Fact]
    public void The_header_tells_what_the_picture_is()
    {
        using TemporaryFolder folder = new();
        string file = folder.File("header.exr"), longName = "a name of a layer that is longer than names were once.R";
        using FrameBuffer picture = Random(8, 6, 4);
        Write(
            file,
            new ExrPicture { PixelAspect = new Rational(2, 1), FrameRate = new Rational(24000, 1001), IsRec709 = true, Texts = new Dictionary<string, string> { ["software"] = "a program" } },
            [new("R", picture, 0), new(longName, picture, 1)]);
        string told = Oiiotool.Describe(file);
        Assert.Contains("8 x    6, 2 channel, float openexr", told, StringComparison.Ordinal);
        Assert.Contains("PixelAspectRatio: 2", told, StringComparison.Ordinal);
        Assert.Contains("framesPerSecond: 24000/1001", told, StringComparison.Ordinal);
        Assert.Contains("chromaticities: 0.64, 0.33, 0.3, 0.6, 0.15, 0.06, 0.3127, 0.329", told, StringComparison.Ordinal);
        Assert.Contains("software: \"a program\"", told, StringComparison.Ordinal);
        Assert.Contains(longName, told, StringComparison.Ordinal);
        Assert.Equal(Bits(Samples(picture, 1)), Bits(Oiiotool.Channel(file, longName, 8, 6, folder)));
    }

    [Fact]
    public void What_no_reader_could_tell_apart_is_refused()
    {
        using MemoryStream stream = new();
        using FrameBuffer picture = Random(4, 4, 5), other = Random(5, 4, 6);
        Assert.Throws<ArgumentException>(() => ExrWriter.Write(stream, new ExrPicture(), [], default));
        Assert.Throws<ArgumentException>(() => ExrWriter.Write(stream, new ExrPicture(), [new("R", picture, 0), new("R", picture, 1)], default));
        Assert.Throws<ArgumentException>(() => ExrWriter.Write(stream, new ExrPicture(), [new("R", picture, 0), new("G", other, 1)], default));
    }

    private static void Write(string file, ExrPicture picture, IEnumerable<ExrChannel> channels)
    {
        using FileStream stream = File.Create(file);
        ExrWriter.Write(stream, picture, channels, default);
    }

    // Some of what floats can be, not numbers left out: programs copy them as they like.
    private static FrameBuffer Random(int width, int height, int seed)
    {
        FrameBuffer picture = new(width, height, PixelDepth.Float, AlphaMode.Premultiplied);
        Random random = new(seed);
        for (int y = 0; y < height; y++)
        {
            foreach (ref float sample in picture.Row<float>(y))
                sample = random.Next(8) == 0 ? float.PositiveInfinity : (random.NextSingle() - 0.3f) * MathF.Pow(10, random.Next(-3, 5));
        }

        return picture;
    }

    private static float[] Samples(FrameBuffer picture, int component) =>
        [.. Enumerable.Range(0, picture.Height).SelectMany(y => picture.Row<float>(y).ToArray().Where((_, i) => i % 4 == component))];

    private static string[] Bits(float[] samples) =>
        [.. samples.Select(sample => BitConverter.SingleToInt32Bits(sample).ToString("x8", CultureInfo.InvariantCulture))];
}
