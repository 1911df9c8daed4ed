using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality.Measures;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Quality.Clips;

/// <summary>Frame by frame: is the face found, and what do the networks say of it?</summary>
internal static class ClipBench
{
    public static void Run(FaceEngine engine, string clip, string identityFile)
    {
        IdentityPortrait identity = engine.LoadIdentity(identityFile);
        Console.WriteLine("frame  faces  detection  presence    yaw   pitch    roll   matte  identity");
        int number = 0, without = 0;
        foreach (ClipFrame pixels in ClipFrame.ReadAll(clip))
        {
            FrameView frame = pixels.Frame;
            IReadOnlyList<Face> faces = engine.FindFaces(frame);
            using Outcome? outcome = faces.Count == 0 ? null : Outcome.Of(engine, frame, faces[0], identity, PairBench.ShapeOptions);
            if (outcome?.Swapped is not { } swapped)
            {
                without++;
                Console.WriteLine($"{number,5}  {faces.Count,5}  no swap");
            }
            else
            {
                Face face = faces[0];
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number,5}  {faces.Count,5}  {face.Detection.Score,9:0.000}  {face.Mesh.Presence,8:0.000}  {face.Pose.Yaw,5:0}  {face.Pose.Pitch,6:0}  {face.Pose.Roll,6:0}  {MatteArea(swapped),6:0}  {outcome.Identity,8:0.000}  {outcome.Fault}"));
            }

            number++;
        }

        Console.WriteLine($"{number} frames, {without} without a swap");
    }

    private static double MatteArea(SwappedFace swapped)
    {
        double sum = 0;
        foreach (float value in swapped.Matte.Values)
            sum += value;
        return sum;
    }
}
