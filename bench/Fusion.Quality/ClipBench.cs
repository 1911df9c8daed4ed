using System.Globalization;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Quality;

/// <summary>Frame by frame: is the face found, and what do the networks say of it?</summary>
internal static class ClipBench
{
    // Every so many frames one is put on the sheet.
    private const int SheetStep = 3;

    public static void Run(FaceEngine engine, string clip, string identityFile, ContactSheet? sheet)
    {
        IdentityPortrait identity = engine.LoadIdentity(identityFile);
        Console.WriteLine("frame  faces  detection  presence    yaw   pitch    roll   matte  identity");
        int number = 0, without = 0;
        foreach (ClipFrame pixels in ClipFrame.ReadAll(clip))
        {
            FrameView frame = pixels.Frame;
            IReadOnlyList<Face> faces = engine.FindFaces(frame);
            using SwappedFace? swapped = faces.Count == 0 ? null : engine.Swap(frame, faces[0], identity, new SwapOptions());
            if (swapped is null)
            {
                without++;
                Console.WriteLine($"{number,5}  {faces.Count,5}  no swap");
            }
            else
            {
                Face face = faces[0];
                using RenderedFrame result = RenderedFrame.Paste(frame, swapped);
                IReadOnlyList<Face> found = engine.FindFaces(result.Frame);
                double cosine = found.Count == 0 ? double.NaN : engine.Embed(result.Frame, found[0]).Cosine(identity.Embedding);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number,5}  {faces.Count,5}  {face.Detection.Score,9:0.000}  {face.Mesh.Presence,8:0.000}  {face.Pose.Yaw,5:0}  {face.Pose.Pitch,6:0}  {face.Pose.Roll,6:0}  {MatteArea(swapped),6:0}  {cosine,8:0.000}"));
                if (number % SheetStep == 0)
                    sheet?.Add(identity, frame, face, result.Frame, swapped);
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
