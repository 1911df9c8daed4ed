using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node;

/// <summary>One node: hands the source through, faded by Mix of its float pixels.</summary>
/// <param name="effect">The host's side.</param>
public sealed unsafe class FaceInstance(Effect effect) : ImageEffectInstance(effect)
{
    private readonly Clip source = effect.Clip(OfxValues.kOfxImageEffectSimpleSourceClipName);
    private readonly Clip output = effect.Clip(OfxValues.kOfxImageEffectOutputClipName);
    private readonly DoubleParam mix = effect.DoubleParam("mix");

    /// <inheritdoc/>
    public override void Render(in RenderArguments arguments)
    {
        using Image from = source.GetImage(arguments.Time) ?? throw new OfxException("FaceFusion has no plate; connect the clip 'Source'.");
        using Image to = output.GetImage(arguments.Time) ?? throw new OfxException("The host delivered no output image; render again.");
        float amount = (float)mix.GetAt(arguments.Time);
        bool isFloat = from.BytesPerComponent == 4;
        OfxRectI window = arguments.RenderWindow;
        int count = (window.x2 - window.x1) * from.PixelBytes;
        for (int y = window.y1; y < window.y2; y++)
        {
            byte* given = from.RowAddress(y) + ((window.x1 - from.Bounds.x1) * from.PixelBytes);
            byte* made = to.RowAddress(y) + ((window.x1 - to.Bounds.x1) * to.PixelBytes);
            new ReadOnlySpan<byte>(given, count).CopyTo(new Span<byte>(made, count));
            for (int i = 0; isFloat && i < count / 4; i++)
                ((float*)made)[i] *= amount;
        }
    }
}
