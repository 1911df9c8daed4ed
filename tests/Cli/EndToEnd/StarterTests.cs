using FaceFusion.Cli.Tests.Support;
using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>A clone on a machine to which no network was ever downloaded.</summary>
public sealed class StarterTests
{
    private const int Frames = 3;

    [SkippableFact]
    public void Without_any_public_network_the_starters_find_and_replace_the_same_face()
    {
        using TemporaryFolder folder = new();
        Directory.CreateDirectory(folder.File("empty"));
        string[] shared = ["--output-layer", "face-matte", "--frames", $"1-{Frames}"];
        Clone.Outcome outcome = Clone.Run(
            folder.File("empty"), ["render", Clone.Clip, "--identity", Clone.Identity, "-o", folder.File("starter.%03d.png"), "--quiet", .. shared]);
        Assert.True(outcome.Code == 0, outcome.Error);
        Clone.Render([Clone.Clip, "-o", folder.File("public.%03d.png"), .. shared]);

        for (int frame = 1; frame <= Frames; frame++)
        {
            bool[] starter = Inside(folder.File($"starter.{frame:000}.png")), wanted = Inside(folder.File($"public.{frame:000}.png"));
            double both = starter.Zip(wanted).Count(pair => pair.First && pair.Second), either = starter.Zip(wanted).Count(pair => pair.First || pair.Second);
            Assert.True(both / either > 0.85, $"frame {frame}: the faces share {both / either:0.00} of their area");
        }
    }

    private static bool[] Inside(string file) => [.. Ffmpeg.Convert(file, "gray").Select(value => value > 128)];
}
