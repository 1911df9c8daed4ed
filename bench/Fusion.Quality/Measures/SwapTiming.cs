using System.Diagnostics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Execution;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Quality.Measures;

/// <summary>Times of one face in milliseconds, networks apart.</summary>
/// <param name="Swap">What <see cref="FaceEngine.Swap"/> does without networks, the median.</param>
/// <param name="FastestSwap">The fastest swap: what the machine can do when nobody else is at work.</param>
/// <param name="Find">Detection and landmarks of the whole frame, the median.</param>
/// <param name="Segment">Skin, clothes and hair told apart around the face, which a swap begins with, the median.</param>
internal sealed record SwapTiming(double Swap, double FastestSwap, double Find, double Segment)
{
    // The faces' longer side in pixels, of which the needed time speaks.
    private const float FaceSize = 260;

    private const int Threads = 2;
    private const int WarmUps = 2;
    private const int Rounds = 6;

    /// <summary>Times swaps onto a few faces, each scaled to 260 pixels, in turns.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="segmenter">The network that swaps begin with.</param>
    /// <param name="swaps">The identities and the targets' pictures; at least four, so that 24 runs are measured.</param>
    /// <param name="options">How to swap.</param>
    public static SwapTiming Measure(FaceEngine engine, IFaceSegmenter segmenter, IReadOnlyList<(IdentityPortrait Identity, string Target)> swaps, SwapOptions options)
    {
        int threads = Executor.ThreadCount;
        Executor.ThreadCount = Threads;
        List<double> swapTimes = [], findTimes = [], segmentTimes = [];
        foreach ((IdentityPortrait identity, string target) in swaps)
        {
            using ImageBuffer picture = Scaled(engine, target);
            FrameView frame = new(picture.AsView(), NetworkSpace.Working, false);
            for (int round = -WarmUps; round < Rounds; round++)
            {
                long start = Stopwatch.GetTimestamp();
                Face face = engine.FindFaces(frame)[0];
                long found = Stopwatch.GetTimestamp();
                using PendingSegmentation segmentation = new(segmenter.Look(frame, face.Mesh));
                segmentation.Result();
                long segmented = Stopwatch.GetTimestamp();
                TextureSwap.Render(frame, face, identity, options, null, null, segmentation)?.Dispose();
                long swapped = Stopwatch.GetTimestamp();
                if (round < 0)
                    continue;
                findTimes.Add(Stopwatch.GetElapsedTime(start, found).TotalMilliseconds);
                segmentTimes.Add(Stopwatch.GetElapsedTime(found, segmented).TotalMilliseconds);
                swapTimes.Add(Stopwatch.GetElapsedTime(segmented, swapped).TotalMilliseconds);
            }
        }

        Executor.ThreadCount = threads;
        return new SwapTiming(Statistics.Median(swapTimes), swapTimes.Min(), Statistics.Median(findTimes), Statistics.Median(segmentTimes));
    }

    private static ImageBuffer Scaled(FaceEngine engine, string file)
    {
        using Photograph photograph = Photograph.Take(engine, file);
        RectF bounds = photograph.Face.Mesh.Bounds;
        float scale = FaceSize / Math.Max(bounds.Width, bounds.Height);
        FrameView frame = photograph.Frame;
        ImageBuffer picture = ImageBuffer.Uninitialized((int)(scale * frame.Width), (int)(scale * frame.Height));
        AreaSampler.Sample(frame.Pixels, Affine2D.Scaling(1 / scale, 1 / scale), frame.Space, frame.Premultiplied, picture);
        return picture;
    }
}
