using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Clips;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Ofx.Tests.Sample;

/// <summary>One Invert node.</summary>
public sealed unsafe class InvertInstance(Effect effect) : ImageEffectInstance(effect)
{
    private readonly Clip _source = effect.Clip(OfxValues.kOfxImageEffectSimpleSourceClipName);
    private readonly Clip _output = effect.Clip(OfxValues.kOfxImageEffectOutputClipName);
    private readonly DoubleParam _mix = effect.DoubleParam("mix");
    private readonly ChoiceParam _channels = effect.ChoiceParam("channels");
    private readonly RgbaParam _pivot = effect.RgbaParam("pivot");
    private readonly StringParam _note = effect.StringParam("note");

    public override IdentityReply? IsIdentity(in IdentityArguments arguments) =>
        _mix.GetAt(arguments.Time) == 0 ? new IdentityReply(_source.Name, arguments.Time) : null;

    public override void InstanceChanged(in ChangeArguments arguments)
    {
        if (arguments is not { Name: "reset", IsParam: true, Reason: ChangeReason.UserEdited })
            return;

        using ParamEditScope step = Effect.Edit("Reset Invert");
        _mix.Set(1);
        _channels.Set(0);
        _note.Set("reset");
    }

    public override void Render(in RenderArguments arguments)
    {
        using Image from = _source.GetImage(arguments.Time) ?? throw new OfxException("Invert has no picture to work on; connect the clip 'Source'.");
        using Image to = _output.GetImage(arguments.Time) ?? throw new OfxException("The host delivered no output image; render again.");
        OfxRGBAColourF white = _pivot.GetAt(arguments.Time);
        double amount = _mix.GetAt(arguments.Time);
        int only = _channels.GetAt(arguments.Time);

        OfxRectI window = arguments.RenderWindow;
        for (int y = window.y1; y < window.y2; y++)
        {
            for (int i = 0; i < (window.x2 - window.x1) * 4; i++)
            {
                int channel = i % 4;
                double limit = channel switch { 0 => white.r, 1 => white.g, 2 => white.b, _ => 0 };
                double share = channel == 3 || (only != 0 && only != channel + 1) ? 0 : amount;
                if (from.BitDepth == OfxBitDepths.kOfxBitDepthByte)
                {
                    byte value = Row<byte>(from, window.x1, y)[i];
                    Row<byte>(to, window.x1, y)[i] = (byte)Math.Round(value + (share * ((limit * 255) - value - value)));
                }
                else
                {
                    float value = Row<float>(from, window.x1, y)[i];
                    Row<float>(to, window.x1, y)[i] = (float)(value + (share * (limit - value - value)));
                }
            }
        }
    }

    private static T* Row<T>(Image image, int x, int y)
        where T : unmanaged =>
        (T*)(image.RowAddress(y) + ((x - image.Bounds.x1) * image.PixelBytes));
}
