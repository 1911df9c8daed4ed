using System.Diagnostics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Swap;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.SideBySide.Nodes;

/// <summary>The steps that a node's call makes, one by one and timed.</summary>
internal sealed class EngineStages
{
    // A scene-linear plate, as the node reads a float clip.
    private static readonly NetworkSpace Space = new(TransferCurve.SceneLinear, HighlightRollOff: true);

    private static readonly FaceSelection Largest = new(FaceOrder.Largest);

    private readonly FaceEngine _engine;
    private readonly FaceIdentity _identity;

    /// <param name="models">The networks' folder.</param>
    /// <param name="identity">A still of the identity.</param>
    public EngineStages(string models, string identity)
    {
        _engine = new FaceEngine(ModelLibrary.Default(models));
        _identity = _engine.LoadIdentity(identity);
    }

    /// <summary>Goes through the steps once.</summary>
    /// <param name="plate">The frame.</param>
    /// <param name="output">A copy of it, over which the swap is laid.</param>
    public StageTimes Run(PixelView plate, PixelView output)
    {
        FrameView frame = new(plate, Space, Premultiplied: true);
        (IReadOnlyList<DetectedFace> seen, double detect) = Timed(() => _engine.Detect(frame, Largest.Goal));
        (IReadOnlyList<Face> faces, double locate) = Timed(() => _engine.Locate(frame, seen, Largest));
        (SwappedFace? swapped, double swap) = Timed(() => _engine.Swap(frame, faces[0], _identity, new SwapOptions()));
        using SwappedFace result = swapped ?? throw new InvalidOperationException("The face wasn't swapped.");
        (_, double paste) = Timed(() =>
        {
            ResidualPaste.Composite(output, output, result.Region, result.Residual(), premultiplied: true);
            return true;
        });
        return new StageTimes(detect, locate, swap, paste);
    }

    private static (T Result, double Milliseconds) Timed<T>(Func<T> step)
    {
        TimeSpan networks = NetworkTime.Total;
        long start = Stopwatch.GetTimestamp();
        T result = step();
        return (result, (Stopwatch.GetElapsedTime(start) - (NetworkTime.Total - networks)).TotalMilliseconds);
    }
}
