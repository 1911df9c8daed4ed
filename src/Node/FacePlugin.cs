using FaceFusion.Kernels.Pixels;
using FaceFusion.Node.DeviceImages;
using FaceFusion.Node.Engine;
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
    private const string BlendGroup = "blendGroup";
    private const string OutputGroup = "outputGroup";

    /// <inheritdoc/>
    public override string Identifier => NodeNames.Plugin;

    /// <inheritdoc/>
    public override PluginVersion Version => new(1, 0);

    /// <inheritdoc/>
    public override string LogPath => Environment.GetEnvironmentVariable("FACEFUSION_LOG") ?? "";

    /// <inheritdoc/>
    public override void Describe(EffectDescriptor descriptor) => DeviceSupport.Declare(ColourManagement.Declare(descriptor))
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
        .TemporalClipAccess(AnalysesShots(descriptor))
        .VersionLabel(NodeNames.ProductVersion)
        .ClipPreferencesFollow(NodeNames.Output)
        .Overlays();

    /// <inheritdoc/>
    public override void DescribeInContext(EffectDescriptor descriptor, string context)
    {
        DefineClips(descriptor, context);
        IdentityParameters.Define(descriptor);
        FaceParameters.Define(descriptor);
        CastParameters.Define(descriptor);
        NetworkParameters.Define(descriptor);
        RestorerParameters.Define(descriptor);
        ExpressionParameters.Define(descriptor);
        AnalysisParameters.Define(descriptor);
        DefineBlend(descriptor, HostQuirks.For(descriptor.Host));
        SwapParameters.DefineColour(descriptor);
        SwapParameters.DefineDetail(descriptor);
        DefineOutput(descriptor);
        AboutParameters.Define(descriptor);
        Menus.Define(descriptor);
        DefinePages(descriptor);
    }

    /// <inheritdoc/>
    public override ImageEffectInstance CreateInstance(Effect effect, string context) => new FaceInstance(effect);

    // Analyse looks at other frames than the one rendered. A host that can't give them would refuse the node for asking.
    private static bool AnalysesShots(EffectDescriptor descriptor) =>
        descriptor.Host.Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropTemporalClipAccess, false);

    /// <inheritdoc/>
    public override void Unload() => NodeEngine.LetGo();

    private static void DefineClips(EffectDescriptor descriptor, string context)
    {
        descriptor.DefineClip(NodeNames.SourceClip)
            .Components(OfxComponents.kOfxImageComponentRGBA, OfxComponents.kOfxImageComponentRGB, OfxComponents.kOfxImageComponentAlpha)
            .TemporalAccess(AnalysesShots(descriptor))
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
            .Components(OfxComponents.kOfxImageComponentRGBA, OfxComponents.kOfxImageComponentRGB, OfxComponents.kOfxImageComponentAlpha)
            .SupportsTiles(false);
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
            .Options("Composite", "Face layer", "Matte", "Debug", "Face matte", "Patch", "ST map", "Inverse ST map").Default(0).Animates(false)
            .Hint("Composite: the plate with the face. Face layer: what changed, premultiplied, to go over the plate. Matte: where anything changed. Face matte: where the identity's picture is seen, without the plate that moved around it. Patch: the face before it was matted, unwrapped into a square at the lower left. ST map: where each pixel of the patch lies in the frame. Inverse ST map: where each pixel of the frame lies in the patch. Debug: faces, points and figures.");
        descriptor.DefineString(NodeNames.FrameDataFile).Label("Frame data file").Parent(OutputGroup)
            .Mode(StringMode.FilePath).FileMustExist(false).Animates(false)
            .Hint("Optional: a JSON file that each rendered frame leaves its faces' points, poses, scores and the settings in. #### in its name stands for the frame number.");
    }

    // Hosts that show pages show these; the others show the groups.
    private static void DefinePages(EffectDescriptor descriptor)
    {
        descriptor.DefinePage("identityPage").Label("Identity").Children(
            NodeNames.IdentityFile, NodeNames.IdentityFile2, NodeNames.IdentityFile3, NodeNames.IdentityFile4, NodeNames.IdentityFrom,
            NodeNames.ReloadIdentity);
        descriptor.DefinePage("facePage").Label("Face").Children(
            NodeNames.FaceOrder, NodeNames.FaceNumber, NodeNames.FacePoint, NodeNames.PickFace, NodeNames.Analyse, NodeNames.Analysis,
            NodeNames.LeftOut, NodeNames.ShowFaces, NodeNames.Shape, NodeNames.Eyes);
        descriptor.DefinePage("castPage").Label("People").Children([.. CastParameters.Shown]);
        descriptor.DefinePage("swapperPage").Label("Swapper").Children([NodeNames.Swapper, NodeNames.SwapperFile, .. NetworkParameters.OfNetworks]);
        descriptor.DefinePage("restorerPage").Label("Restorer").Children(NodeNames.Restorer, NodeNames.RestorerFile, NodeNames.RestorerBlend, NodeNames.RestorerFidelity);
        descriptor.DefinePage("expressionPage").Label("Expression").Children(
            [NodeNames.Expression, NodeNames.ExpressionUpper, NodeNames.ExpressionLower, .. ExpressionParameters.Edits]);
        descriptor.DefinePage("blendPage").Label("Blend").Children(
            NodeNames.Mix, NodeNames.Feather, NodeNames.FeatherUnit,
            NodeNames.FeatherTop, NodeNames.FeatherBottom, NodeNames.FeatherLeft, NodeNames.FeatherRight,
            NodeNames.UseMatte, NodeNames.MatteChannel, NodeNames.InvertMatte);
        descriptor.DefinePage("colourPage").Label("Colour").Children(NodeNames.InputSpace, NodeNames.ColourMethod, NodeNames.ColourStrength);
        descriptor.DefinePage("detailPage").Label("Detail").Children(NodeNames.Grain, NodeNames.Sharpness);
        descriptor.DefinePage("networksPage").Label("Networks").Children([.. AnalysisParameters.All]);
        descriptor.DefinePage("outputPage").Label("Output").Children(NodeNames.Output, NodeNames.FrameDataFile);
        descriptor.DefinePage("aboutPage").Label("About").Children(
            NodeNames.PresetFile, NodeNames.LoadPreset, NodeNames.SavePreset, NodeNames.Reset, NodeNames.AboutVersion, NodeNames.AboutNetworks);
    }
}
