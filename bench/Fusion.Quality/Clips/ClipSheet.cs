using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;
using FaceFusion.Quality.Sheets;

namespace FaceFusion.Quality.Clips;

/// <summary>Frames of clips at even steps, swapped one by one, on a contact sheet.</summary>
internal static class ClipSheet
{
    /// <summary>A head that turns, another one, and a signing person whose hand comes before the mouth.</summary>
    public static readonly IReadOnlyList<string> DefaultClips =
        ["head-pose-face-detection-male.gif", "head-pose-face-detection-female.gif", "eat.mkv"];

    private const int FramesOfClip = 8;

    public static void Run(FaceEngine engine, string folder, string identityFile, ContactSheet? sheet)
    {
        IdentityPortrait identity = engine.LoadIdentity(identityFile);
        Console.WriteLine($"{"clip",-40} frame    yaw  pitch  texture  shape");
        foreach (string clip in DefaultClips)
        {
            IReadOnlyList<ClipFrame> frames = [.. ClipFrame.ReadAll(Path.Combine(folder, clip))];
            for (int i = 0; i < FramesOfClip; i++)
            {
                int number = (2 * i + 1) * frames.Count / (2 * FramesOfClip);
                Swap(engine, Path.GetFileNameWithoutExtension(clip), number, frames[number].Frame, identity, Path.GetFileNameWithoutExtension(identityFile), sheet);
            }
        }
    }

    private static void Swap(FaceEngine engine, string clip, int number, FrameView frame, IdentityPortrait identity, string identityName, ContactSheet? sheet)
    {
        if (engine.FindFaces(frame) is not [Face face, ..])
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clip,-40} {number,5}  no face"));
            return;
        }

        using Outcome texture = Outcome.Of(engine, frame, face, identity, PairBench.TextureOptions);
        using Outcome shape = Outcome.Of(engine, frame, face, identity, PairBench.ShapeOptions);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clip,-40} {number,5}  {face.Pose.Yaw,5:0}  {face.Pose.Pitch,5:0}  {texture.Identity,7:0.000}  {shape.Identity,5:0.000}  {shape.Fault}"));
        sheet?.Add(string.Create(CultureInfo.InvariantCulture, $"{clip.Split('-')[^1]} {number} yaw {face.Pose.Yaw:0}"), identityName, identity, frame, face, texture, shape);
    }
}
