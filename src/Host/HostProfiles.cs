using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>
/// The hosts that the offline host can play, by the names that commands take. Where what a host does was seen is told in
/// docs/hosts.md; the rest is the specification's.
/// </summary>
public static class HostProfiles
{
    /// <summary>What OpenFX 1.5 added to descriptors; older hosts answer "unknown", and Nuke's panel suffers.</summary>
    private static readonly HashSet<string> Since15 =
    [
        OfxColourProps.kOfxImageEffectPropColourManagementStyle,
        OfxColourProps.kOfxImageEffectPropColourManagementAvailableConfigs,
        OfxColourProps.kOfxImageEffectPropColourManagementConfig,
        OfxColourProps.kOfxImageEffectPropDisplayColourspace,
        OfxColourProps.kOfxImageEffectPropOCIOConfig,
        OfxColourProps.kOfxImageEffectPropOCIODisplay,
        OfxColourProps.kOfxImageEffectPropOCIOView,
        OfxClipProps.kOfxImageClipPropColourspace,
        OfxClipProps.kOfxImageClipPropPreferredColourspaces,
        OfxGpuProps.kOfxImageEffectPropCudaStreamSupported,
        OfxImageEffectProps.kOfxImageEffectPropCPURenderSupported,
        OfxImageEffectProps.kOfxImageEffectPropNoSpatialAwareness,
        OfxImageEffectProps.kOfxImageEffectPropBehaviourWhenUnlicensed,
        OfxImageEffectProps.kOfxImageEffectPluginPropObsolete,
        OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV2,
        OfxParamProps.kOfxParamPropChoiceOrder,
        OfxParamProps.kOfxParamPropChoiceEnum,
    ];

    /// <summary>Types that are no part of hosts before OpenFX 1.5.</summary>
    private static readonly HashSet<string> WithoutNewTypes =
        [OfxParamTypes.kOfxParamTypeParametric, OfxParamTypes.kOfxParamTypeStrChoice, OfxParamTypes.kOfxParamTypeBytes];

    private static readonly HashSet<SuiteId> WithoutDrawing =
        [.. HostProfile.Modern.Suites.Where(suite => suite.Name != OfxSuiteNames.kOfxDrawSuite)];

    /// <summary>DaVinci Resolve: two instances of a node, clips that look connected, half of a message suite.</summary>
    public static HostProfile Resolve { get; } = new()
    {
        Name = "DaVinciResolve",
        Label = "DaVinci Resolve",
        Version = [20, 0, 0],
        VersionLabel = "20.0",
        IsBackground = false,
        SupportsMultiResolution = false,
        SupportsTiles = false,
        SequentialRender = 0,
        Contexts =
        [
            OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral,
            OfxContexts.kOfxImageEffectContextTransition, OfxContexts.kOfxImageEffectContextGenerator,
        ],
        Components = [PixelComponents.Rgba, PixelComponents.Alpha],
        Depths = [BitDepth.Float, BitDepth.Short, BitDepth.Byte],
        UnsupportedParamTypes = new HashSet<string>
        {
            OfxParamTypes.kOfxParamTypeParametric, OfxParamTypes.kOfxParamTypeInteger2D, OfxParamTypes.kOfxParamTypeInteger3D,
        },
        SupportsCustomAnimation = false,
        SupportsStringAnimation = false,
        CallsSetHost = false,
        Behaviour = new HostBehaviour
        {
            RenderInstances = RenderInstances.Shadow,
            EveryClipLooksConnected = true,
            PersistentMessagesAreBroken = true,
            UnknownProperties = new HashSet<string> { OfxImageEffectProps.kOfxImageEffectInstancePropSequentialRender },
        },
    };

    /// <summary>Nuke: float alone, tiles, padded rows, nothing of OpenFX 1.5.</summary>
    public static HostProfile Nuke { get; } = new()
    {
        Name = "uk.co.thefoundry.nuke",
        Label = "Nuke",
        Version = [16, 0, 1],
        VersionLabel = "16.0v1",
        ApiVersion = [1, 2],
        IsBackground = false,
        SequentialRender = 0,
        Contexts = [OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral],
        Depths = [BitDepth.Float],
        Suites = WithoutDrawing,
        UnsupportedParamTypes = WithoutNewTypes,
        ColourManagementStyle = OfxColourValues.kOfxImageEffectColourManagementNone,
        CallsSetHost = false,
        Behaviour = new HostBehaviour
        {
            RendersTiles = true,
            UnknownProperties = Since15,
            RowPadding = 64,
            ClipOrigin = (-16, 8),
        },
    };

    /// <summary>Natron: renders on clones, in tiles, in the General context.</summary>
    public static HostProfile Natron { get; } = new()
    {
        Name = "fr.inria.Natron",
        Label = "Natron",
        Version = [2, 5, 0],
        VersionLabel = "2.5.0",
        ApiVersion = [1, 4],
        IsBackground = false,
        SequentialRender = 2,
        Contexts =
        [
            OfxContexts.kOfxImageEffectContextGeneral, OfxContexts.kOfxImageEffectContextFilter,
            OfxContexts.kOfxImageEffectContextGenerator, OfxContexts.kOfxImageEffectContextTransition,
            OfxContexts.kOfxImageEffectContextPaint,
        ],
        Depths = [BitDepth.Float, BitDepth.Short, BitDepth.Byte],
        UnsupportedParamTypes = WithoutNewTypes,
        ColourManagementStyle = OfxColourValues.kOfxImageEffectColourManagementNone,
        CallsSetHost = false,
        Behaviour = new HostBehaviour
        {
            RenderInstances = RenderInstances.Shadow,
            RendersTiles = true,
            UnknownProperties = Since15,
        },
    };

    /// <summary>MLT (Kdenlive, Shotcut): everything anew for every frame, rows that run downwards, few questions.</summary>
    public static HostProfile Mlt { get; } = new()
    {
        Name = "MLT",
        Label = "MLT",
        Version = [7, 41, 0],
        VersionLabel = "7.41.0",
        SupportsOverlays = false,
        SupportsMultiResolution = false,
        SupportsTiles = false,
        SupportsTemporalAccess = false,
        SequentialRender = 0,
        Contexts = [OfxContexts.kOfxImageEffectContextFilter],
        Components = [PixelComponents.Rgba, PixelComponents.Rgb],
        Suites = WithoutDrawing,
        CallsSetHost = false,
        AcceptsDefaultReplyToLoad = false,
        ColourManagementStyle = OfxColourValues.kOfxImageEffectColourManagementNone,
        RowOrder = RowOrder.TopDown,
        Behaviour = new HostBehaviour
        {
            RenderInstances = RenderInstances.PerFrameReloaded,
            SendsInstanceChanged = false,
            AsksBeforeRender = false,
            ForgetsToUnload = true,
            UnknownClipIsOk = true,
            ClipTimeIsIgnored = true,
            ImageFieldIsEmpty = true,
            UnknownProperties = new HashSet<string> { OfxProps.kOfxPluginPropFilePath },
        },
    };

    /// <summary>Baselight: a fresh instance for every frame, halves.</summary>
    public static HostProfile Baselight { get; } = new()
    {
        Name = "Baselight",
        Label = "Baselight",
        Version = [6, 0, 0],
        VersionLabel = "6.0",
        ApiVersion = [1, 4],
        SupportsTiles = false,
        SequentialRender = 0,
        Contexts = [OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGeneral],
        Components = [PixelComponents.Rgba, PixelComponents.Alpha],
        Depths = [BitDepth.Float, BitDepth.Half, BitDepth.Short],
        Suites = WithoutDrawing,
        UnsupportedParamTypes = WithoutNewTypes,
        ColourManagementStyle = OfxColourValues.kOfxImageEffectColourManagementNone,
        CallsSetHost = false,
        Behaviour = new HostBehaviour { RenderInstances = RenderInstances.PerFrame, UnknownProperties = Since15 },
    };

    /// <summary>Vegas: OpenFX 1.1, pixels in the order BGRA, images that are silent about their scale.</summary>
    public static HostProfile Vegas { get; } = new()
    {
        Name = "com.vegascreativesoftware.vegas",
        Label = "VEGAS Pro",
        Version = [22, 0, 0],
        VersionLabel = "22.0",
        ApiVersion = [1, 1],
        IsBackground = false,
        SupportsOverlays = false,
        SupportsMultiResolution = false,
        SupportsTiles = false,
        SequentialRender = 0,
        Contexts =
        [
            OfxContexts.kOfxImageEffectContextFilter, OfxContexts.kOfxImageEffectContextGenerator,
            OfxContexts.kOfxImageEffectContextTransition,
        ],
        Components = [PixelComponents.Rgba],
        Depths = [BitDepth.Float, BitDepth.Byte],
        Suites = new HashSet<SuiteId>
        {
            new(OfxSuiteNames.kOfxPropertySuite, 1), new(OfxSuiteNames.kOfxImageEffectSuite, 1),
            new(OfxSuiteNames.kOfxParameterSuite, 1), new(OfxSuiteNames.kOfxMemorySuite, 1),
            new(OfxSuiteNames.kOfxMultiThreadSuite, 1), new(OfxSuiteNames.kOfxMessageSuite, 1),
            new(OfxSuiteNames.kOfxProgressSuite, 1), new(OfxSuiteNames.kOfxInteractSuite, 1),
        },
        UnsupportedParamTypes = WithoutNewTypes,
        ColourManagementStyle = OfxColourValues.kOfxImageEffectColourManagementNone,
        CallsSetHost = false,
        Behaviour = new HostBehaviour { ImageScaleIsOne = true, PixelOrder = PixelOrder.Bgra, UnknownProperties = Since15 },
    };

    /// <summary>Everything that OpenFX 1.5 has, with images as unlike a plain array as it allows.</summary>
    public static HostProfile Strict { get; } = new()
    {
        Name = "org.facefusion.StrictHost",
        Label = "FaceFusion strict host",
        CallsSetHost = true,
        Behaviour = new HostBehaviour { RowPadding = 48, ClipOrigin = (32, -24) },
    };

    /// <summary>Every profile, by name.</summary>
    public static IReadOnlyDictionary<string, HostProfile> All { get; } = new Dictionary<string, HostProfile>(StringComparer.OrdinalIgnoreCase)
    {
        ["resolve"] = Resolve,
        ["nuke"] = Nuke,
        ["natron"] = Natron,
        ["mlt"] = Mlt,
        ["baselight"] = Baselight,
        ["vegas"] = Vegas,
        ["strict"] = Strict,
    };
}
