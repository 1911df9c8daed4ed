using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Ofx.Tests.Sample;

/// <summary>A complete small effect: inverts the colours of a clip, mixed with the original.</summary>
public sealed class InvertPlugin : ImageEffectPlugin
{
    public override string Identifier => "net.facefusion-ofx.Invert";

    public override PluginVersion Version => new(1, 0);

    public override void Describe(EffectDescriptor descriptor) => descriptor
        .Label("Invert")
        .Grouping("Samples")
        .Description("Inverts the colours and leaves alpha alone.")
        .Contexts(OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral)
        .PixelDepths(OfxBitDepths.kOfxBitDepthByte, OfxBitDepths.kOfxBitDepthFloat)
        .ThreadSafety(RenderThreadSafety.FullySafe)
        .SupportsTiles(true)
        .SupportsMultiResolution(true);

    public override void DescribeInContext(EffectDescriptor descriptor, string context)
    {
        foreach (string clip in (ReadOnlySpan<string>)[OfxValues.kOfxImageEffectSimpleSourceClipName, OfxValues.kOfxImageEffectOutputClipName])
            descriptor.DefineClip(clip).Components(OfxComponents.kOfxImageComponentRGBA).SupportsTiles(true);

        descriptor.DefineGroup("look").Label("Look").Open(true);
        descriptor.DefineDouble("mix").Label("Mix").Hint("0 is the original, 1 the inverted picture.").Parent("look").Default(1).Increment(0.01, 2);
        descriptor.DefineChoice("channels").Label("Channels").Options("All", "Red", "Green", "Blue").Parent("look");
        descriptor.DefineRgba("pivot").Label("White").Default(new OfxRGBAColourF { r = 1, g = 1, b = 1, a = 1 });
        descriptor.DefineString("note").Label("Note").EvaluateOnChange(false);
        descriptor.DefinePushButton("reset").Label("Reset");
        descriptor.DefinePage("controls").Children("look", "mix", "channels", "pivot", "note", "reset");
    }

    public override ImageEffectInstance CreateInstance(Effect effect, string context) => new InvertInstance(effect);
}
