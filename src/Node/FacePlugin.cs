using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node;

/// <summary>The plug-in as hosts list it.</summary>
public sealed class FacePlugin : ImageEffectPlugin
{
    /// <inheritdoc/>
    public override string Identifier => "net.facefusion-ofx.FaceFusion";

    /// <inheritdoc/>
    public override PluginVersion Version => new(1, 0);

    /// <inheritdoc/>
    public override void Describe(EffectDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        descriptor
            .Label("FaceFusion")
            .Grouping("Face")
            .Contexts(OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral)
            .PixelDepths(OfxBitDepths.kOfxBitDepthFloat, OfxBitDepths.kOfxBitDepthHalf, OfxBitDepths.kOfxBitDepthShort, OfxBitDepths.kOfxBitDepthByte)
            .ThreadSafety(RenderThreadSafety.FullySafe)
            .SupportsTiles(false)
            .SupportsMultiResolution(true);
    }

    /// <inheritdoc/>
    public override void DescribeInContext(EffectDescriptor descriptor, string context)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        descriptor.DefineClip(OfxValues.kOfxImageEffectSimpleSourceClipName).Components(OfxComponents.kOfxImageComponentRGBA).SupportsTiles(false);
        descriptor.DefineClip(OfxValues.kOfxImageEffectOutputClipName).Components(OfxComponents.kOfxImageComponentRGBA).SupportsTiles(false);
        descriptor.DefineDouble("mix").Label("Mix").Default(1);
    }

    /// <inheritdoc/>
    public override ImageEffectInstance CreateInstance(Effect effect, string context) => new FaceInstance(effect);
}
