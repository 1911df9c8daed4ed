using System.Globalization;
using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Sheets;

namespace FaceFusion.Quality.Clips;

/// <summary>
/// Gives a person their own face: the frame of a clip that shows it most from the front is the photo, frames in which the
/// head is turned are the targets, and every one of them is its own truth. What the swap then changes, it does wrongly.
/// </summary>
internal static class OwnFace
{
    // The landmark network is surer of larger faces; smaller ones than this are only noise, in pixels between the eyes.
    private const double LeastInterOcular = 24;

    /// <summary>Swaps every frame of a clip and prints what changed, by yaw.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="clip">The clip; its largest face counts.</param>
    /// <param name="every">Which share of the frames to swap: every n-th.</param>
    /// <param name="sheet">Gets a row for every frame, if it is given.</param>
    public static void Run(FaceEngine engine, string clip, int every, ContactSheet? sheet)
    {
        (ClipFrame Pixels, Face Face, int Number)[] frames = [.. ClipFrame.ReadAll(clip)
            .Select((pixels, number) => (pixels, faces: engine.FindFaces(pixels.Frame), number))
            .Where(frame => frame.faces is [Face face, ..] && face.Pose.InterOcular >= LeastInterOcular)
            .Select(frame => (frame.pixels, frame.faces[0], frame.number))];
        if (frames.Length == 0)
        {
            Console.Error.WriteLine($"There is no face large enough in '{clip}'.");
            return;
        }

        (ClipFrame photo, _, int photoNumber) = frames.MinBy(frame => Math.Abs(frame.Face.Pose.Yaw) + Math.Abs(frame.Face.Pose.Pitch));
        IdentityPortrait identity = engine.LoadIdentity(photo.Frame, $"frame {photoNumber}");
        SwapOptions options = new();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(clip)}: the photo is frame {photoNumber}"));
        Console.WriteLine("frame    yaw  pitch  shape  move, %   PSNR, dB   SSIM  gradient  identity");
        List<(double Yaw, double Move, PictureLikeness Likeness)> all = [];
        foreach ((ClipFrame pixels, Face face, int number) in frames.Where((_, i) => i % every == 0))
        {
            FrameView frame = pixels.Frame;
            using Outcome outcome = Outcome.Of(engine, frame, face, identity, options);
            if (outcome.Swapped is not { } swapped)
                continue;
            double move = MeshError.Percent(swapped.Mesh, face.Mesh, face.Pose.InterOcular);
            PictureLikeness likeness = PictureLikeness.Measure(outcome.Frame, frame, Outline(face.Mesh));
            all.Add((Math.Abs(face.Pose.Yaw), move, likeness));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number,5} {face.Pose.Yaw,6:0} {face.Pose.Pitch,6:0}  {swapped.Shape,5:0.00}  {move,7:0.00}  {likeness.Psnr,9:0.0}  {likeness.Ssim,5:0.000}  {likeness.Gradient,8:0.000}  {outcome.Identity,8:0.000}"));
            sheet?.Add($"{number} yaw {face.Pose.Yaw:0}", "photo", identity, frame, face, outcome, outcome);
        }

        foreach (IGrouping<int, (double Yaw, double Move, PictureLikeness Likeness)> bin in all.GroupBy(frame => (int)(frame.Yaw / 10)).OrderBy(bin => bin.Key))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"yaw {10 * bin.Key,2}+ ({bin.Count(),3}) move {bin.Average(f => f.Move):0.00}  PSNR {bin.Average(f => f.Likeness.Psnr):0.00}  SSIM {bin.Average(f => f.Likeness.Ssim):0.0000}  gradient {bin.Average(f => f.Likeness.Gradient):0.0000}"));
    }

    private static Vector2[] Outline(FaceMesh mesh)
    {
        Vector2[] outline = new Vector2[FaceMeshIndices.Oval.Length];
        for (int i = 0; i < outline.Length; i++)
            outline[i] = new Vector2(mesh.Points[FaceMeshIndices.Oval[i]].X, mesh.Points[FaceMeshIndices.Oval[i]].Y);
        return outline;
    }
}
