using System.Numerics;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.SideBySide.OpenCv;

namespace FaceFusion.SideBySide.Crops;

/// <summary>One frame size, crop size and number of threads: both ways in turns, so that a busy machine is busy for both.</summary>
internal static class CropComparison
{
    private const int WarmUps = 3;

    public static CropResult Run(OpenCvProcess openCv, FrameSize size, int side, int threads, int runs, string folder)
    {
        using CropScene scene = new(size, side, folder);
        using KernelPath kernels = new(scene);
        openCv.SetUp(scene, threads);
        Executor.ThreadCount = threads;
        List<StageTimes> ours = [], frame = [], box = [];
        for (int run = -WarmUps; run < runs; run++)
        {
            StageTimes own = kernels.Run(), whole = openCv.Run("frame"), boxed = openCv.Run("box");
            if (run < 0)
                continue;
            ours.Add(own);
            frame.Add(whole);
            box.Add(boxed);
        }

        byte[] theirs = openCv.Frame(Path.Combine(folder, "frame.rgb"));
        return new CropResult(size, side, threads, StageTimes.Median(ours), StageTimes.Median(frame), StageTimes.Median(box), Psnr(scene, kernels.Output, theirs));
    }

    // The mean over the crop's rectangle in the frame, as 8-bit values.
    private static double Psnr(CropScene scene, ImageBuffer ours, byte[] theirs)
    {
        RectI face = RectI.FromBounds(scene.ToFrame.Bounds(RectI.FromSize(scene.Side, scene.Side).ToRectF())).Intersect(ours.Bounds);
        double sum = 0;
        for (int y = face.Y1; y < face.Y2; y++)
        {
            for (int x = face.X1; x < face.X2; x++)
            {
                int i = (y * ours.Width) + x;
                Vector3 own = Vector3.Clamp(ours.Pixels[i].AsVector3(), Vector3.Zero, Vector3.One) * 255;
                sum += (own - new Vector3(theirs[3 * i], theirs[(3 * i) + 1], theirs[(3 * i) + 2])).LengthSquared();
            }
        }

        return 10 * Math.Log10(255 * 255 / (sum / (3.0 * face.Width * face.Height)));
    }
}
