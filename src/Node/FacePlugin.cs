using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.Hosts;
using FaceFusion.Node.Images;
using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node;

/// <summary>The FaceFusion node as hosts list it.</summary>
public sealed class FacePlugin : ImageEffectPlugin
{
    private const string IdentityGroup = "identityGroup";
    private const string FaceGroup = "faceGroup";
    private const string BlendGroup = "blendGroup";
    private const string OutputGroup = "outputGroup";

    /// <inheritdoc/>
    public override string Identifier => NodeNames.Plugin;

    /// <inheritdoc/>
    public override PluginVersion Version => new(1, 0);

    /// <inheritdoc/>
    public override void Describe(EffectDescriptor descriptor) => ColourManagement.Declare(descriptor)
        .Label("FaceFusion")
        .Grouping("Face")
        .Description(
            "Replaces a face of the plate with the face of a photo. Connect the plate to Source, give the photo as Identity "
            + "file or on the Identity clip, and adjust Shape and Feather. Where the matte is 0 the plate is untouched.")
        .Icons(NodeNames.Plugin + ".svg", NodeNames.Plugin + ".png")
        .Contexts(OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral)
        .PixelDepths(OfxBitDepths.kOfxBitDepthFloat, OfxBitDepths.kOfxBitDepthHalf, OfxBitDepths.kOfxBitDepthShort, OfxBitDepths.kOfxBitDepthByte)
        .ThreadSafety(RenderThreadSafety.FullySafe)
        .HostFrameThreading(false)
        .SupportsTiles(false)
        .SupportsMultiResolution(true)
        .SupportsMultipleClipDepths(true)
        .SupportsMultipleClipPixelAspectRatios(true)
        .TemporalClipAccess(false)
        .ClipPreferencesFollow(NodeNames.Output);

    /// <inheritdoc/>
    public override void DescribeInContext(EffectDescriptor descriptor, string context)
    {
        DefineClips(descriptor, context);
        DefineIdentity(descriptor);
        DefineFace(descriptor);
        DefineBlend(descriptor, HostQuirks.For(descriptor.Host));
        SwapParameters.DefineColour(descriptor);
        SwapParameters.DefineDetail(descriptor);
        DefineOutput(descriptor);
        descriptor.DefinePage("controls").Label("Controls").Children(
            NodeNames.IdentityFile, NodeNames.IdentityFile2, NodeNames.IdentityFile3, NodeNames.IdentityFile4, NodeNames.IdentityFrom,
            NodeNames.FaceOrder, NodeNames.FaceNumber, NodeNames.Shape, NodeNames.Eyes,
            NodeNames.Mix, NodeNames.Feather, NodeNames.FeatherUnit,
            NodeNames.FeatherTop, NodeNames.FeatherBottom, NodeNames.FeatherLeft, NodeNames.FeatherRight,
            NodeNames.UseMatte, NodeNames.MatteChannel, NodeNames.InvertMatte,
            NodeNames.ColourMethod, NodeNames.ColourStrength, NodeNames.Grain, NodeNames.Sharpness,
            NodeNames.InputSpace, NodeNames.Output);
    }

    /// <inheritdoc/>
    public override ImageEffectInstance CreateInstance(Effect effect, string context) => new FaceInstance(effect);

    private static void DefineClips(EffectDescriptor descriptor, string context)
    {
        descriptor.DefineClip(NodeNames.SourceClip)
            .Components(OfxComponents.kOfxImageComponentRGBA, OfxComponents.kOfxImageComponentRGB)
            .SupportsTiles(false);
        descriptor.DefineClip(NodeNames.IdentityClip)
            .Components(OfxComponents.kOfxImageComponentRGBA, OfxComponents.kOfxImageComponentRGB)
            .Optional()
            .SupportsTiles(false);

        ClipDescriptor matte = descriptor.DefineClip(NodeNames.MatteClip)
            .Components(OfxComponents.kOfxImageComponentAlpha, OfxComponents.kOfxImageComponentRGBA, OfxComponents.kOfxImageComponentRGB)
            .Optional()
            .SupportsTiles(false);

        // Hosts that offer a mask input of their own give it to masks of the General context.
        if (context == OfxContexts.kOfxImageEffectContextGeneral)
            matte.Mask();

        descriptor.DefineClip(NodeNames.OutputClip)
            .Components(OfxComponents.kOfxImageComponentRGBA, OfxComponents.kOfxImageComponentRGB)
            .SupportsTiles(false);
    }

    private static void DefineIdentity(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(IdentityGroup).Label("Identity").Open(true);
        descriptor.DefineString(NodeNames.IdentityFile).Label("Identity file").Parent(IdentityGroup)
            .Mode(StringMode.FilePath).FileMustExist(true).Animates(false)
            .Hint("A JPEG or PNG of the face to put in; its largest face counts. Sharp, evenly lit and frontal serves best, at least 60 pixels between the eyes.");

        // Written out: formatting a number is the first thing to look for cultures and random seeds, which a host's scan
        // needn't wait for.
        foreach ((string name, string label) in (ReadOnlySpan<(string, string)>)
            [(NodeNames.IdentityFile2, "Identity file 2"), (NodeNames.IdentityFile3, "Identity file 3"), (NodeNames.IdentityFile4, "Identity file 4")])
        {
            descriptor.DefineString(name).Label(label).Parent(IdentityGroup)
                .Mode(StringMode.FilePath).FileMustExist(true).Animates(false)
                .Hint("Optional: another photo of the same person, with another expression or from another side. Each part of the face is taken from the photo that shows it as the plate does.");
        }

        descriptor.DefineChoice(NodeNames.IdentityFrom).Label("Identity from").Parent(IdentityGroup)
            .Options("Automatic", "File", "Clip").Default(0).Animates(false)
            .Hint("Automatic takes the files when one is set, else the Identity clip.");
    }

    private static void DefineFace(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(FaceGroup).Label("Face").Open(true);
        descriptor.DefineChoice(NodeNames.FaceOrder).Label("Face").Parent(FaceGroup)
            .Options("Largest", "From left", "From right", "From top", "Nearest the centre", "All faces").Default(0).Animates(false)
            .Hint("How the faces of the plate are counted; Number says which of them is replaced.");
        descriptor.DefineInt(NodeNames.FaceNumber).Label("Number").Parent(FaceGroup)
            .Default(1).Range(1, 99).DisplayRange(1, 10)
            .Hint("Which face, counted as Face says, from 1. Not used for All faces.");
        SwapParameters.DefineFace(descriptor, FaceGroup);
    }

    private static void DefineBlend(EffectDescriptor descriptor, HostQuirks quirks)
    {
        descriptor.DefineGroup(BlendGroup).Label("Blend").Open(true);
        descriptor.DefineDouble(NodeNames.Mix).Label("Mix").Parent(BlendGroup)
            .Default(1).Range(0, 1).Increment(0.01, 3)
            .Hint("0 is the plate, 1 the swap.");
        SwapParameters.DefineFeather(descriptor, BlendGroup);
        descriptor.DefineBool(NodeNames.UseMatte).Label("Use matte").Parent(BlendGroup)
            .Default(!quirks.EveryClipLooksConnected).Animates(false)
            .Hint("Shows the swap only where the Matte clip is white.");
        descriptor.DefineChoice(NodeNames.MatteChannel).Label("Matte channel").Parent(BlendGroup)
            .Options(Enum.GetNames<MatteChannel>()).Default((int)MatteChannel.Alpha).Animates(false)
            .Hint("What of the Matte clip counts. Alpha: the mean of its colours when it has no alpha. An opaque picture has an alpha of 1 everywhere: choose Luminance for it, or the colour that holds the matte.");
        descriptor.DefineBool(NodeNames.InvertMatte).Label("Invert matte").Parent(BlendGroup)
            .Default(false).Animates(false)
            .Hint("Shows the swap where the Matte clip is black instead.");
    }

    private static void DefineOutput(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(OutputGroup).Label("Output").Open(true);
        descriptor.DefineChoice(NodeNames.Output).Label("Output").Parent(OutputGroup)
            .Options("Composite", "Face layer", "Matte", "Debug", "Face matte").Default(0).Animates(false)
            .Hint("Composite: the plate with the face. Face layer: what changed, premultiplied, to go over the plate. Matte: the face layer's alpha, where anything changed. Face matte: where the identity's picture is seen, without the plate that moved around it. Debug: faces, points and figures.");
    }
}
