using FaceFusion.Fusion;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Images;
using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Rendering;

/// <summary>The parameters' values at one time.</summary>
/// <param name="IdentityFiles">Paths of stills of one person; none when none is set.</param>
/// <param name="IdentityFrom">Which of file and clip counts.</param>
/// <param name="Mix">0 is the plate, 1 the swap.</param>
/// <param name="Swap">How a face is swapped.</param>
/// <param name="Networks">What looks at faces.</param>
/// <param name="UseMatte">Whether the Matte clip counts.</param>
/// <param name="MatteChannel">Which channel of it.</param>
/// <param name="InvertMatte">Whether black shows the swap.</param>
/// <param name="InputSpace">What the plate's and the Identity clip's numbers mean.</param>
/// <param name="Output">What to put out.</param>
/// <param name="FrameDataFile">Where a rendered frame leaves what is known of it; "" for nowhere.</param>
internal sealed record RenderSettings(
    IReadOnlyList<string> IdentityFiles,
    IdentitySource IdentityFrom,
    float Mix,
    SwapOptions Swap,
    AnalysisNetworks Networks,
    bool UseMatte,
    MatteChannel MatteChannel,
    bool InvertMatte,
    InputSpace InputSpace,
    OutputMode Output,
    string FrameDataFile)
{
    /// <summary>Reads them, as a render must: at the time, writing nothing.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="renderScale">Pixels of the render for one at full resolution, vertically.</param>
    public static RenderSettings Read(Effect effect, double time, double renderScale) => new(
        ReadIdentityFiles(effect, time),
        StoredChoice.Read<IdentitySource>(effect, NodeNames.IdentityFrom, time),
        ReadMix(effect, time),
        ReadSwap(effect, time, renderScale),
        AnalysisParameters.Read(effect, time),
        effect.BoolParam(NodeNames.UseMatte).GetAt(time),
        StoredChoice.Read<MatteChannel>(effect, NodeNames.MatteChannel, time),
        effect.BoolParam(NodeNames.InvertMatte).GetAt(time),
        StoredChoice.Read<InputSpace>(effect, NodeNames.InputSpace, time),
        ReadOutput(effect, time),
        ReadFrameDataFile(effect));

    // A matte may show one mask alone.
    private static SwapOptions ReadSwap(Effect effect, double time, double renderScale)
    {
        SwapOptions options = SwapParameters.Read(effect, time, renderScale);
        return options.Network is { } network && ReadOutput(effect, time).IsMatte()
            ? options with { Network = network with { Masks = MaskParameters.Shown(network.Masks, StoredChoice.Read<MaskView>(effect, NodeNames.MaskView, time)) } }
            : options;
    }

    /// <summary>The stills of the identity; none when none is set.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static IReadOnlyList<string> ReadIdentityFiles(Effect effect, double time) =>
        [.. NodeNames.IdentityFiles.Select(name => effect.TryStringParam(name)?.GetAt(time).Trim() ?? "").Where(path => path.Length > 0)];

    /// <summary>Which face of a plate; none in a frame that is left out.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="map">Where the plate lies.</param>
    /// <exception cref="NodeException">The list of the frames left out can't be read.</exception>
    public static FaceSelection ReadSelection(Effect effect, double time, CanonicalMap map) =>
        ReadLeftOut(effect, time).Contains(time) ? FaceSelection.None : ReadChoice(effect, time, map);

    /// <summary>Which face of a plate, whether or not its frame is left out.</summary>
    /// <inheritdoc cref="ReadSelection"/>
    public static FaceSelection ReadChoice(Effect effect, double time, CanonicalMap map)
    {
        FaceOrder order = StoredChoice.Read<FaceOrder>(effect, NodeNames.FaceOrder, time);
        OfxPointD point = order == FaceOrder.Picked ? effect.TryDouble2DParam(NodeNames.FacePoint)?.GetAt(time) ?? default : default;
        return new FaceSelection(order, Math.Max(1, effect.IntParam(NodeNames.FaceNumber).GetAt(time))) { Point = map.ToRaster(point) };
    }

    /// <summary>The frames in which no face is replaced.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <exception cref="NodeException">The list can't be read.</exception>
    public static FrameList ReadLeftOut(Effect effect, double time) =>
        FrameList.Parse(effect.TryStringParam(NodeNames.LeftOut)?.GetAt(time) ?? "");

    /// <summary>Mix alone, for what must be answered quickly.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static float ReadMix(Effect effect, double time) =>
        (float)Math.Clamp(effect.DoubleParam(NodeNames.Mix).GetAt(time), 0, 1);

    /// <summary>The output mode alone, for what must be answered quickly.</summary>
    /// <inheritdoc cref="ReadMix"/>
    public static OutputMode ReadOutput(Effect effect, double time) =>
        StoredChoice.Read<OutputMode>(effect, NodeNames.Output, time);

    /// <summary>The frame data's file alone, for what must be answered quickly.</summary>
    /// <param name="effect">The instance.</param>
    public static string ReadFrameDataFile(Effect effect) => effect.TryStringParam(NodeNames.FrameDataFile)?.Get().Trim() ?? "";
}
