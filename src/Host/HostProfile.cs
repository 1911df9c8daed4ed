using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>
/// What a host says of itself and how it behaves, as data: the same offline host stands for a modern OpenFX 1.5 host
/// (<see cref="Modern"/>) or, with other values, for the quirks of an existing one.
/// </summary>
public sealed record HostProfile
{
    /// <summary>A host that implements OpenFX 1.5 on the CPU in full.</summary>
    public static HostProfile Modern { get; } = new();

    /// <summary>Unique name of the host, <c>kOfxPropName</c>.</summary>
    public string Name { get; init; } = "org.facefusion.OfflineHost";

    /// <summary>Name for the user, <c>kOfxPropLabel</c>.</summary>
    public string Label { get; init; } = "FaceFusion offline host";

    /// <summary>Version of the host, most significant number first.</summary>
    public IReadOnlyList<int> Version { get; init; } = [0, 1, 0];

    /// <summary>Version for the user.</summary>
    public string VersionLabel { get; init; } = "0.1.0";

    /// <summary>Version of the API; empty where a host leaves <c>kOfxPropAPIVersion</c> out.</summary>
    public IReadOnlyList<int> ApiVersion { get; init; } = [1, 5];

    /// <summary>Whether the host runs without a user.</summary>
    public bool IsBackground { get; init; } = true;

    /// <summary>Whether the host draws overlays.</summary>
    public bool SupportsOverlays { get; init; } = true;

    /// <summary>Whether clips may differ in size and be other than at the origin.</summary>
    public bool SupportsMultiResolution { get; init; } = true;

    /// <summary>Whether images may be parts of a frame.</summary>
    public bool SupportsTiles { get; init; } = true;

    /// <summary>Whether images of other times than the rendered one can be had.</summary>
    public bool SupportsTemporalAccess { get; init; } = true;

    /// <summary>Whether clips may differ in depth.</summary>
    public bool SupportsMultipleClipDepths { get; init; } = true;

    /// <summary>Whether clips may differ in pixel aspect ratio.</summary>
    public bool SupportsMultipleClipPars { get; init; } = true;

    /// <summary>Whether an effect may change the frame rate.</summary>
    public bool SetableFrameRate { get; init; } = true;

    /// <summary>Whether an effect may change the fielding.</summary>
    public bool SetableFielding { get; init; } = true;

    /// <summary>0: frames come in any order; 1: in order where an effect asks; 2: only sometimes.</summary>
    public int SequentialRender { get; init; } = 1;

    /// <summary>Contexts offered, <c>kOfxImageEffectContext…</c>.</summary>
    public IReadOnlyList<string> Contexts { get; init; } =
    [
        OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral,
        OfxContexts.kOfxImageEffectContextGenerator, OfxContexts.kOfxImageEffectContextTransition,
        OfxContexts.kOfxImageEffectContextPaint, OfxContexts.kOfxImageEffectContextRetimer,
    ];

    /// <summary>Components offered, most wanted first.</summary>
    public IReadOnlyList<PixelComponents> Components { get; init; } = [PixelComponents.Rgba, PixelComponents.Rgb, PixelComponents.Alpha];

    /// <summary>Depths offered, deepest first.</summary>
    public IReadOnlyList<BitDepth> Depths { get; init; } = [BitDepth.Float, BitDepth.Half, BitDepth.Short, BitDepth.Byte];

    /// <summary>Suites offered.</summary>
    public IReadOnlySet<SuiteId> Suites { get; init; } = new HashSet<SuiteId>
    {
        new(OfxSuiteNames.kOfxPropertySuite, 1), new(OfxSuiteNames.kOfxImageEffectSuite, 1),
        new(OfxSuiteNames.kOfxParameterSuite, 1), new(OfxSuiteNames.kOfxMemorySuite, 1),
        new(OfxSuiteNames.kOfxMultiThreadSuite, 1), new(OfxSuiteNames.kOfxMessageSuite, 1),
        new(OfxSuiteNames.kOfxMessageSuite, 2), new(OfxSuiteNames.kOfxProgressSuite, 1),
        new(OfxSuiteNames.kOfxProgressSuite, 2), new(OfxSuiteNames.kOfxTimeLineSuite, 1),
        new(OfxSuiteNames.kOfxInteractSuite, 1), new(OfxSuiteNames.kOfxDrawSuite, 1),
    };

    /// <summary>What is claimed of GPU rendering.</summary>
    public GpuSupport Gpu { get; init; } = GpuSupport.None;

    /// <summary>Parameter types that can't be defined, <c>kOfxParamType…</c>; <c>paramDefine</c> answers unsupported.</summary>
    public IReadOnlySet<string> UnsupportedParamTypes { get; init; } = new HashSet<string> { OfxParamTypes.kOfxParamTypeParametric };

    /// <summary>Whether custom parameters animate.</summary>
    public bool SupportsCustomAnimation { get; init; } = true;

    /// <summary>Whether string parameters animate.</summary>
    public bool SupportsStringAnimation { get; init; } = true;

    /// <summary>Whether boolean parameters animate.</summary>
    public bool SupportsBooleanAnimation { get; init; } = true;

    /// <summary>Whether choice parameters animate.</summary>
    public bool SupportsChoiceAnimation { get; init; } = true;

    /// <summary>Most parameters of an effect; -1 for no limit.</summary>
    public int MaxParameters { get; init; } = -1;

    /// <summary>Most pages of parameters; 0 for none, -1 for no limit.</summary>
    public int MaxPages { get; init; } = -1;

    /// <summary>Colour management offered, <c>kOfxImageEffectColourManagement…</c>.</summary>
    public string ColourManagementStyle { get; init; } = OfxColourValues.kOfxImageEffectColourManagementCore;

    /// <summary>Whether the optional export <c>OfxSetHost</c> is called. Of the hosts seen, none does.</summary>
    public bool CallsSetHost { get; init; } = true;

    /// <summary>Whether a plug-in that answers "default" to Load is taken; MLT rejects it.</summary>
    public bool AcceptsDefaultReplyToLoad { get; init; } = true;

    /// <summary>Whether the inArgs of GetClipPreferences are NULL, as in every host seen, or an empty set.</summary>
    public bool ClipPreferencesWithoutInArgs { get; init; } = true;

    /// <summary>Which row lies first in the memory of the images that the host's front end allocates.</summary>
    public RowOrder RowOrder { get; init; } = RowOrder.BottomUp;

    /// <summary>How plug-ins are treated beyond that.</summary>
    public HostBehaviour Behaviour { get; init; } = new();

    /// <summary>Whether renders keep to the plug-in's declared thread safety; false to try what happens if a host doesn't.</summary>
    public bool HonoursThreadSafety { get; init; } = true;
}
