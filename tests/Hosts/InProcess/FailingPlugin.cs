using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Actions;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Hosts.Tests.InProcess;

/// <summary>An effect that fails as its parameter tells it to, for the guard at the C boundary.</summary>
internal sealed class FailingPlugin : ImageEffectPlugin
{
    public const string Id = "net.facefusion-ofx.Failing";

    public override string Identifier => Id;

    public override PluginVersion Version => new(2, 1);

    public override void Describe(EffectDescriptor descriptor) => descriptor
        .Label("Failing")
        .Contexts(OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral)
        .PixelDepths(OfxBitDepths.kOfxBitDepthFloat);

    public override void DescribeInContext(EffectDescriptor descriptor, string context)
    {
        descriptor.DefineClip("Source").Components(OfxComponents.kOfxImageComponentRGBA);
        descriptor.DefineClip("Output").Components(OfxComponents.kOfxImageComponentRGBA);
        descriptor.DefineChoice("failure").Options("none", "own status", "memory", "a bug", "abort");
        if (context == OfxContexts.kOfxImageEffectContextGeneral)
            descriptor.DefineDouble("failure");
    }

    public override ImageEffectInstance CreateInstance(Effect effect, string context) => new Instance(effect);

    private sealed class Instance(Effect effect) : ImageEffectInstance(effect)
    {
        public override IdentityReply? IsIdentity(in IdentityArguments arguments) => throw new InvalidOperationException("no answer");

        public override void Render(in RenderArguments arguments)
        {
            switch (Effect.ChoiceParam("failure").GetAt(arguments.Time))
            {
                case 1:
                    throw new OfxException(OfxStatus.kOfxStatErrFormat, "The format is wrong; use another.");
                case 2:
                    throw new InsufficientMemoryException();
                case 3:
                    throw new InvalidOperationException("A bug.");
                case 4:
                    throw new OperationCanceledException();
                default:
                    break;
            }
        }
    }
}
