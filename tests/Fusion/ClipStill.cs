using System.Diagnostics;
using System.Globalization;
using FaceFusion.TestSupport;

namespace FaceFusion.Fusion.Tests;

/// <summary>Single frames of the shared clips, as picture files.</summary>
internal static class ClipStill
{
    /// <summary>Writes a frame as a PNG; the test is skipped where there is no <c>ffmpeg</c>.</summary>
    /// <param name="clip">The clip's name.</param>
    /// <param name="frame">The frame, from 0.</param>
    /// <param name="enlargement">How much larger than the clip.</param>
    /// <param name="folder">Where to.</param>
    public static string Write(string clip, int frame, int enlargement, TemporaryFolder folder)
    {
        string path = folder.File(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(clip)}-{frame}.png"));
        string filter = string.Create(CultureInfo.InvariantCulture, $"select=eq(n\\,{frame}),scale={enlargement}*iw:-1:flags=bicubic");
        ProcessStartInfo start = new("ffmpeg", ["-v", "error", "-i", SharedMaterial.Require($"clips/{clip}"), "-vf", filter, "-frames:v", "1", path]);
        try
        {
            using Process ffmpeg = Process.Start(start)!;
            ffmpeg.WaitForExit();
            Assert.Equal(0, ffmpeg.ExitCode);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Skip.If(true, "ffmpeg is not installed.");
        }

        return path;
    }
}
