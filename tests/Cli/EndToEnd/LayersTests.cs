using System.Text.Json;
using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>The layers of real frames, put together again with an independent program.</summary>
public sealed class LayersTests
{
    private const int Width = 480, Height = 270;

    private static readonly string Recompose = Path.Combine(SharedMaterial.RepositoryRoot, "tests", "Cli", "EndToEnd", "recompose");

    [SkippableFact]
    public void The_layers_of_a_sequence_recompose_and_the_picture_stays_the_same()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("in"));
        Ffmpeg.Make("-i", Clone.Clip, "-frames:v", "3", "-start_number", "101", "-pix_fmt", "rgb24", folder.File("in/f.%04d.png"));
        Clone.Render(folder.File("in/f.####.png"), "-o", folder.File("plain/f.####.png"));
        Clone.Render(folder.File("in/f.####.png"), "-o", folder.File("out/f.####.png"), "--layers", folder.File("layers"));
        for (int frame = 101; frame <= 103; frame++)
        {
            Assert.Equal(File.ReadAllBytes(folder.File($"plain/f.{frame:0000}.png")), File.ReadAllBytes(folder.File($"out/f.{frame:0000}.png")));
            AssertRecomposes(folder.File($"layers/layers.{frame:0000}.exr"), folder.File($"in/f.{frame:0000}.png"));
            using JsonDocument data = JsonDocument.Parse(File.ReadAllBytes(folder.File($"layers/layers.{frame:0000}.json")));
            Assert.Equal(frame, data.RootElement.GetProperty("frame").GetInt32());
            Assert.Equal(1, data.RootElement.GetProperty("faces").GetArrayLength());
        }

        string script = File.ReadAllText(folder.File("layers/stabilise.nk"));
        Assert.Contains("rotate {{curve x101 0 x102 ", script, StringComparison.Ordinal);
        Assert.Contains(" x103 ", script, StringComparison.Ordinal);

        // What is missing is made again, and nothing else; the script tells of the whole shot.
        File.Delete(folder.File("layers/layers.0102.exr"));
        File.Delete(folder.File("layers/stabilise.nk"));
        DateTime before = File.GetLastWriteTimeUtc(folder.File("layers/layers.0101.exr"));
        Clone.Render(folder.File("in/f.####.png"), "-o", folder.File("out/f.####.png"), "--layers", folder.File("layers"), "--resume");
        Assert.True(File.Exists(folder.File("layers/layers.0102.exr")));
        Assert.Equal(before, File.GetLastWriteTimeUtc(folder.File("layers/layers.0101.exr")));
        Assert.Equal(script, File.ReadAllText(folder.File("layers/stabilise.nk")));
        Assert.Empty(Directory.GetFiles(folder.File("layers"), ".*"));
    }

    [SkippableFact]
    public void The_layers_of_a_transparent_scene_linear_plate_recompose()
    {
        using TemporaryFolder folder = new();
        byte[] frame = Ffmpeg.Convert(Clone.Clip, "rgb24").AsSpan(0, 3 * Width * Height).ToArray();
        float[] planes = new float[4 * Width * Height];
        for (int i = 0; i < Width * Height; i++)
        {
            // Green, blue, red and alpha, which fades across the face; premultiplied, up to twice the display's white.
            float alpha = Math.Clamp(((i % Width) - 120) / 200f, 0, 1);
            for (int plane = 0; plane < 3; plane++)
                planes[(plane * Width * Height) + i] = alpha * 2 * MathF.Pow(frame[(3 * i) + ((plane + 1) % 3)] / 255f, 2.2f);
            planes[(3 * Width * Height) + i] = alpha;
        }

        byte[] raw = new byte[planes.Length * sizeof(float)];
        Buffer.BlockCopy(planes, 0, raw, 0, raw.Length);
        Ffmpeg.Encode(raw, "gbrapf32le", Width, Height, "-format", "float", folder.File("plate.exr"));
        Clone.Render(folder.File("plate.exr"), "-o", folder.File("out.exr"), "--layers", folder.File("layers.exr"));
        AssertRecomposes(folder.File("layers.exr"), folder.File("plate.exr"));

        // The result is the picture that was asked for.
        foreach (string channel in (string[])["R", "A"])
        {
            float[] expected = Oiiotool.Channel(folder.File("out.exr"), channel, Width, Height, folder);
            Assert.Equal(expected, Oiiotool.Channel(folder.File("layers.exr"), channel, Width, Height, folder));
        }
    }

    [SkippableFact]
    public void Layers_that_exist_or_are_the_input_are_refused()
    {
        using TemporaryFolder folder = new();
        Ffmpeg.Make("-i", Clone.Clip, "-frames:v", "1", "-pix_fmt", "gbrpf32le", folder.File("plate.exr"));
        File.WriteAllText(folder.File("there.json"), "");
        string models = SharedMaterial.Require("models");
        foreach (string layers in (string[])["plate.exr", "out.exr", "there.exr"])
        {
            Clone.Outcome outcome = Clone.Run(models, "render", folder.File("plate.exr"), "-o", folder.File("out.exr"), "--layers", folder.File(layers), "--identity", Clone.Identity);
            Assert.Equal(2, outcome.Code);
            Assert.Contains(Path.ChangeExtension(layers, null), outcome.Error, StringComparison.Ordinal);
        }
    }

    private static void AssertRecomposes(string layers, string plate)
    {
        string told = System.Text.Encoding.UTF8.GetString(Ffmpeg.Run(Recompose, [layers, plate]));
        Assert.StartsWith("recomposed ", told, StringComparison.Ordinal);
    }
}
