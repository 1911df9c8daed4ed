using FaceFusion.TestSupport;

namespace FaceFusion.Cli.Tests.EndToEnd;

/// <summary>What cannot be rendered: one sentence, a non-zero exit code, nothing under the final name.</summary>
public sealed class RefusalTests
{
    [SkippableFact]
    public void With_a_network_of_other_content()
    {
        using TemporaryFolder folder = new();
        string models = folder.File("models");
        Directory.CreateDirectory(models);
        foreach (string file in Directory.GetFiles(SharedMaterial.Require("models"), "*.onnx"))
            File.Copy(file, Path.Combine(models, Path.GetFileName(file)));
        string detector = Path.Combine(models, "face_detection_yunet_2023mar.onnx");
        File.SetAttributes(detector, FileAttributes.Normal);
        byte[] content = File.ReadAllBytes(detector);
        content[1000] ^= 1;
        File.WriteAllBytes(detector, content);
        Check(folder, models, Clone.Identity, "face_detection_yunet_2023mar.onnx", "SHA-256");
    }

    [SkippableFact]
    public void With_an_identity_that_is_no_picture()
    {
        using TemporaryFolder folder = new();
        string letter = folder.File("letter.png");
        File.WriteAllText(letter, "This is a letter.");
        Check(folder, SharedMaterial.Require("models"), letter, "letter.png");
    }

    [SkippableFact]
    public void With_an_identity_without_a_face()
    {
        using TemporaryFolder folder = new();
        string wall = folder.File("wall.png");
        File.WriteAllBytes(wall, PngWriter.Encode(96, 96, PngColour.Rgb, 8, new ushort[96 * 96 * 3]));
        Check(folder, SharedMaterial.Require("models"), wall, "wall.png", "face");
    }

    private static void Check(TemporaryFolder folder, string models, string identity, params string[] named)
    {
        string output = folder.File("result.mp4");
        Clone.Outcome outcome = Clone.Run(models, "render", Clone.Clip, "--identity", identity, "-o", output, "--frames", "1-2");
        Assert.Equal(1, outcome.Code);
        string sentence = outcome.Error.TrimEnd().Split('\n')[^1];
        Assert.StartsWith("facefusion: ", sentence, StringComparison.Ordinal);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.All(named, part => Assert.Contains(part, sentence, StringComparison.Ordinal));
        Assert.False(File.Exists(output));
    }
}
