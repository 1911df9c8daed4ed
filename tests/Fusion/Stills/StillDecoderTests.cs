using System.Buffers.Binary;
using System.Runtime.InteropServices;
using FaceFusion.Fusion.Stills;
using FaceFusion.Kernels.Pixels;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests.Stills;

public class StillDecoderTests
{
    private const int Width = 7, Height = 5;

    [Theory]
    [InlineData(PngColour.Grey, 8)]
    [InlineData(PngColour.GreyAlpha, 8)]
    [InlineData(PngColour.Rgb, 8)]
    [InlineData(PngColour.Rgba, 8)]
    [InlineData(PngColour.Grey, 16)]
    [InlineData(PngColour.Rgb, 16)]
    public void Png_samples_come_through_as_they_are(PngColour colour, int bitDepth)
    {
        ushort[] samples = Ramp(PngWriter.Samples(colour), bitDepth);
        using Still still = StillDecoder.Decode(PngWriter.Encode(Width, Height, colour, bitDepth, samples), "ramp.png");
        Assert.Equal((Width, Height), (still.Width, still.Height));
        Assert.Equal(bitDepth == 16 ? SampleFormat.UInt16 : SampleFormat.UInt8, still.Format);
        Assert.False(still.Premultiplied);
        Assert.Equal(Expand(samples, colour, bitDepth), Read(still));
    }

    [Fact]
    public void Sixteen_bit_alpha_is_multiplied_in_and_said_so()
    {
        ushort[] samples = Ramp(4, 16);
        using Still still = StillDecoder.Decode(PngWriter.Encode(Width, Height, PngColour.Rgba, 16, samples), "ramp.png");
        Assert.True(still.Premultiplied);
        ushort[] read = Read(still);
        for (int i = 0; i < samples.Length; i += 4)
        {
            Assert.Equal(samples[i + 3], read[i + 3]);
            for (int c = 0; c < 3; c++)
                Assert.InRange(read[i + c] - samples[i + c] * (samples[i + 3] / 65535.0), -1, 1);
        }
    }

    [Fact]
    public void A_palette_is_looked_up()
    {
        byte[] palette = [255, 0, 0, 0, 255, 0, 0, 0, 255];
        ushort[] indices = [.. Enumerable.Range(0, Width * Height).Select(i => (ushort)(i % 3))];
        using Still still = StillDecoder.Decode(PngWriter.Encode(Width, Height, PngColour.Palette, 8, indices, ("PLTE", palette), ("tRNS", [255, 128])), "palette.png");
        ushort[] read = Read(still);
        Assert.Equal([255, 0, 0, 255], read[..4]);
        Assert.Equal([0, 255, 0, 128], read[4..8]);
        Assert.Equal([0, 0, 255, 255], read[8..12]);
    }

    [Fact]
    public void An_embedded_gamma_changes_nothing()
    {
        ushort[] samples = Ramp(3, 8);
        byte[] linear = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(linear, 100_000);
        using Still plain = StillDecoder.Decode(PngWriter.Encode(Width, Height, PngColour.Rgb, 8, samples), "plain.png");
        using Still tagged = StillDecoder.Decode(PngWriter.Encode(Width, Height, PngColour.Rgb, 8, samples, ("gAMA", linear)), "tagged.png");
        Assert.Equal(Read(plain), Read(tagged));
    }

    [Theory]
    [InlineData(1, "abcdef", 3)]
    [InlineData(2, "cbafed", 3)]
    [InlineData(3, "fedcba", 3)]
    [InlineData(4, "defabc", 3)]
    [InlineData(5, "adbecf", 2)]
    [InlineData(6, "daebfc", 2)]
    [InlineData(7, "fcebda", 2)]
    [InlineData(8, "cfbead", 2)]
    public void The_exif_orientation_turns_the_picture_upright(int orientation, string expected, int expectedWidth)
    {
        // Stored as abc / def.
        ushort[] samples = [.. "abcdef".Select(letter => (ushort)letter)];
        foreach (bool little in new[] { true, false })
        {
            byte[] file = PngWriter.Encode(3, 2, PngColour.Grey, 8, samples, ("eXIf", Exif(orientation, little)));
            using Still still = StillDecoder.Decode(file, "turned.png");
            Assert.Equal(expectedWidth, still.Width);
            Assert.Equal(expected, string.Concat(Read(still).Where((_, i) => i % 4 == 0).Select(value => (char)value)));
        }
    }

    [SkippableFact]
    public void A_jpeg_is_read_with_its_orientation()
    {
        byte[] file = File.ReadAllBytes(SharedMaterial.Require("pictures/composite/f_multi.jpg"));
        using Still plain = StillDecoder.Decode(file, "f_multi.jpg");
        Assert.Equal((1350, 1350), (plain.Width, plain.Height));
        Assert.Equal(SampleFormat.UInt8, plain.Format);

        byte[] block = [0xFF, 0xE1, 0, 0, .. "Exif\0\0"u8, .. Exif(6, little: false)];
        BinaryPrimitives.WriteUInt16BigEndian(block.AsSpan(2), (ushort)(block.Length - 2));
        ushort[] upright = Read(plain);
        foreach (byte[] fill in (byte[][])[[], [0xFF], [0xFF, 0xFF, 0xFF]])
        {
            using Still turned = StillDecoder.Decode([.. file[..2], .. fill, .. block, .. file[2..]], "turned.jpg");
            ushort[] rotated = Read(turned);

            // Orientation 6: the stored left column, read from the bottom, is the upright top row.
            for (int x = 0; x < 1350; x++)
                Assert.Equal(upright.AsSpan((1349 - x) * 1350 * 4, 4).ToArray(), rotated.AsSpan(x * 4, 4).ToArray());
        }
    }

    [SkippableFact]
    public void Damaged_pictures_are_one_sentence()
    {
        byte[] jpeg = File.ReadAllBytes(SharedMaterial.Require("pictures/composite/f_multi.jpg"));
        byte[] png = PngWriter.Encode(Width, Height, PngColour.Rgb, 8, Ramp(3, 8));
        byte[] flipped = [.. png];
        flipped[^20] ^= 0xFF;
        byte[][] bad =
        [
            [], "not a picture at all"u8.ToArray(), [0xFF, 0xD8, 0xFF], jpeg[..1000], jpeg[..(jpeg.Length / 2)],
            png[..8], png[..40], png[..^12], flipped, [.. png[..8], .. "rubbish rubbish rubbish rubbish"u8],
        ];
        foreach (byte[] bytes in bad)
            AssertSentence(Assert.Throws<FaceException>(() => StillDecoder.Decode(bytes, "bad.jpg").Dispose()), "bad.jpg");
    }

    [Fact]
    public void A_cmyk_jpeg_is_refused()
    {
        // A header alone: Adobe's marker and four components.
        byte[] jpeg =
        [
            0xFF, 0xD8,
            0xFF, 0xEE, 0, 14, .. "Adobe"u8, 0, 100, 0, 0, 0, 0, 0,
            0xFF, 0xC0, 0, 20, 8, 0, 16, 0, 16, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0,
            0xFF, 0xDA, 0, 14, 4, 1, 0, 2, 0, 3, 0, 4, 0, 0, 63, 0,
            0xFF, 0xD9,
        ];
        FaceException error = Assert.Throws<FaceException>(() => StillDecoder.Decode(jpeg, "print.jpg").Dispose());
        AssertSentence(error, "print.jpg");
        Assert.Contains("CMYK", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_codec_is_one_sentence() =>
        AssertSentence(Assert.Throws<FaceException>(() => CodecLibrary.Load(["/nowhere/libfacefusion_png.so"], "A PNG picture")), "/nowhere/libfacefusion_png.so");

    [Fact]
    public void A_decompression_bomb_is_refused_before_it_is_unpacked()
    {
        byte[] png = PngWriter.Encode(Width, Height, PngColour.Rgb, 8, Ramp(3, 8));
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), 30_000);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), 30_000);
        AssertSentence(Assert.Throws<FaceException>(() => StillDecoder.Decode(png, "bomb.png").Dispose()), "30000 x 30000");
    }

    [Fact]
    public void Files_that_are_absent_or_folders_are_one_sentence()
    {
        string absent = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N") + ".jpg");
        AssertSentence(Assert.Throws<FaceException>(() => StillDecoder.Load(absent).Dispose()), absent);
        AssertSentence(Assert.Throws<FaceException>(() => StillDecoder.Load(Path.GetTempPath()).Dispose()), Path.GetTempPath());
    }

    internal static void AssertSentence(FaceException error, string names)
    {
        Assert.Contains(names, error.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", error.Message, StringComparison.Ordinal);
        Assert.Contains(';', error.Message);
        Assert.DoesNotContain('\n', error.Message);
    }

    private static ushort[] Ramp(int samplesPerPixel, int bitDepth)
    {
        int step = bitDepth == 16 ? 461 : 7;
        return [.. Enumerable.Range(0, Width * Height * samplesPerPixel).Select(i => (ushort)(i * step % (bitDepth == 16 ? 65536 : 256)))];
    }

    private static ushort[] Expand(ushort[] samples, PngColour colour, int bitDepth)
    {
        ushort opaque = (ushort)((1 << bitDepth) - 1);
        return [.. samples.Chunk(PngWriter.Samples(colour)).SelectMany(pixel => colour switch
        {
            PngColour.Grey => new[] { pixel[0], pixel[0], pixel[0], opaque },
            PngColour.GreyAlpha => [pixel[0], pixel[0], pixel[0], pixel[1]],
            PngColour.Rgb => [pixel[0], pixel[1], pixel[2], opaque],
            _ => pixel,
        })];
    }

    private static ushort[] Read(Still still)
    {
        List<ushort> samples = [];
        for (int y = 0; y < still.Height; y++)
        {
            ReadOnlySpan<byte> row = still.View.RowSpan(y);
            if (still.Format == SampleFormat.UInt16)
                samples.AddRange(MemoryMarshal.Cast<byte, ushort>(row));
            else
                samples.AddRange(row.ToArray().Select(value => (ushort)value));
        }

        return [.. samples];
    }

    private static byte[] Exif(int orientation, bool little)
    {
        byte o = (byte)orientation;
        return little
            ? [(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, o, 0, 0, 0, 0, 0, 0, 0]
            : [(byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, o, 0, 0, 0, 0, 0, 0];
    }
}
