using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Interop;
using FaceFusion.Ofx.Plugin.Interacts;

namespace FaceFusion.Ofx.Plugin.Hosting;

/// <summary>
/// The host as one plug-in sees it: its properties and suites. A suite is fetched when it is first asked for, because
/// the specification allows fetching from <c>kOfxActionLoad</c> onwards only. Thread-safe.
/// </summary>
public sealed unsafe class OfxHostContext
{
    // What a suite's slot holds before the first look (null) and when the host has none.
    private static readonly nint Absent = -1;

    private readonly OfxHost* _host;
    private nint _property, _effect, _parameter, _memory, _multiThread, _messageV1, _messageV2, _progressV1, _progressV2, _timeLine, _interact, _draw;

    /// <summary>Wraps what <c>setHost</c> got.</summary>
    /// <param name="host">Not null; lives as long as the plug-in is loaded.</param>
    public OfxHostContext(OfxHost* host)
    {
        if (host == null)
            throw new OfxException(OfxStatus.kOfxStatErrMissingHostFeature, "The host passed no OfxHost to setHost; use a host that implements OpenFX 1.0 or later.");

        _host = host;
    }

    /// <summary>The host's properties; an empty set when there is no property suite.</summary>
    public PropertySet Properties => new(_host->host, PropertySuite);

    /// <summary>The host's reverse-domain name, such as "uk.co.thefoundry.nuke"; "" when it has none.</summary>
    public string Name => Properties.GetString(OfxProps.kOfxPropName, "");

    /// <summary>The host's name for people; "" when it has none.</summary>
    public string Label => Properties.GetString(OfxProps.kOfxPropLabel, "");

    /// <summary>The host's version as text; "" when it has none.</summary>
    public string VersionLabel => Properties.GetString(OfxProps.kOfxPropVersionLabel, "");

    /// <summary>The OpenFX version that the host announces; 1.0 when it announces none.</summary>
    public Version ApiVersion => new(
        Math.Max(0, Properties.GetInt(OfxProps.kOfxPropAPIVersion, 1)),
        Math.Max(0, Properties.GetInt(OfxProps.kOfxPropAPIVersion, 0, 1)));

    /// <summary>Whether the host renders without a user interface.</summary>
    public bool IsBackground => Properties.GetBool(OfxImageEffectProps.kOfxImageEffectHostPropIsBackground, false);

    /// <summary>The property suite, or null when it is missing or lacks a function.</summary>
    public OfxPropertySuiteV1* PropertySuite
    {
        get
        {
            OfxPropertySuiteV1* suite = (OfxPropertySuiteV1*)Fetch(ref _property, OfxSuiteNames.kOfxPropertySuite, 1);
            return Interop.PropertySet.IsUsable(suite) ? suite : null;
        }
    }

    /// <summary>The image effect suite, or null when it is missing or lacks a function that every effect needs.</summary>
    public OfxImageEffectSuiteV1* ImageEffectSuite
    {
        get
        {
            OfxImageEffectSuiteV1* suite = (OfxImageEffectSuiteV1*)Fetch(ref _effect, OfxSuiteNames.kOfxImageEffectSuite, 1);
            return suite != null && suite->getPropertySet != null && suite->getParamSet != null && suite->clipDefine != null
                && suite->clipGetHandle != null && suite->clipGetImage != null && suite->clipReleaseImage != null ? suite : null;
        }
    }

    /// <summary>The parameter suite, or null when it is missing or cannot define and find parameters.</summary>
    public OfxParameterSuiteV1* ParameterSuite
    {
        get
        {
            OfxParameterSuiteV1* suite = (OfxParameterSuiteV1*)Fetch(ref _parameter, OfxSuiteNames.kOfxParameterSuite, 1);
            return suite != null && suite->paramDefine != null && suite->paramGetHandle != null ? suite : null;
        }
    }

    /// <summary>The memory suite, or null.</summary>
    public OfxMemorySuiteV1* MemorySuite => (OfxMemorySuiteV1*)Fetch(ref _memory, OfxSuiteNames.kOfxMemorySuite, 1);

    /// <summary>The multi-thread suite, or null.</summary>
    public OfxMultiThreadSuiteV1* MultiThreadSuite => (OfxMultiThreadSuiteV1*)Fetch(ref _multiThread, OfxSuiteNames.kOfxMultiThreadSuite, 1);

    /// <summary>The message suite's first version, or null.</summary>
    public OfxMessageSuiteV1* MessageSuiteV1 => (OfxMessageSuiteV1*)Fetch(ref _messageV1, OfxSuiteNames.kOfxMessageSuite, 1);

    /// <summary>The message suite's second version, or null; each of its functions may be null in real hosts.</summary>
    public OfxMessageSuiteV2* MessageSuiteV2 => (OfxMessageSuiteV2*)Fetch(ref _messageV2, OfxSuiteNames.kOfxMessageSuite, 2);

    /// <summary>The progress suite's first version, or null.</summary>
    public OfxProgressSuiteV1* ProgressSuiteV1 => (OfxProgressSuiteV1*)Fetch(ref _progressV1, OfxSuiteNames.kOfxProgressSuite, 1);

    /// <summary>The progress suite's second version, or null.</summary>
    public OfxProgressSuiteV2* ProgressSuiteV2 => (OfxProgressSuiteV2*)Fetch(ref _progressV2, OfxSuiteNames.kOfxProgressSuite, 2);

    /// <summary>The time line suite, or null.</summary>
    public OfxTimeLineSuiteV1* TimeLineSuite => (OfxTimeLineSuiteV1*)Fetch(ref _timeLine, OfxSuiteNames.kOfxTimeLineSuite, 1);

    /// <summary>The interact suite, or null.</summary>
    public OfxInteractSuiteV1* InteractSuite => (OfxInteractSuiteV1*)Fetch(ref _interact, OfxSuiteNames.kOfxInteractSuite, 1);

    /// <summary>The draw suite, or null.</summary>
    public OfxDrawSuiteV1* DrawSuite => (OfxDrawSuiteV1*)Fetch(ref _draw, OfxSuiteNames.kOfxDrawSuite, 1);

    /// <summary>Whether overlays can be drawn: the host has viewers that show them, and a draw suite.</summary>
    public bool CanDrawOverlays =>
        OverlayPen.CanDraw(DrawSuite) && Properties.GetBool(OfxImageEffectProps.kOfxImageEffectPropSupportsOverlays, true);

    /// <summary>A property set of this host by its handle.</summary>
    /// <param name="handle">The handle; the null handle makes an empty set.</param>
    public PropertySet PropertySet(OfxPropertySetHandle handle) => new(handle, PropertySuite);

    /// <summary>Throws unless the host has the suites without which no image effect works.</summary>
    /// <exception cref="OfxException">A suite is missing; the status is <see cref="OfxStatus.kOfxStatErrMissingHostFeature"/>.</exception>
    public void RequireSuites()
    {
        Require(PropertySuite, OfxSuiteNames.kOfxPropertySuite);
        Require(ImageEffectSuite, OfxSuiteNames.kOfxImageEffectSuite);
        Require(ParameterSuite, OfxSuiteNames.kOfxParameterSuite);
    }

    private static void Require(void* suite, string name)
    {
        if (suite == null)
            throw new OfxException(OfxStatus.kOfxStatErrMissingHostFeature, $"The host lacks a usable {name}; use a host that implements OpenFX 1.0 or later.");
    }

    private void* Fetch(ref nint slot, string name, int version)
    {
        nint known = Volatile.Read(ref slot);
        if (known == 0)
        {
            // Two threads may both ask: the host answers both with the same address.
            known = _host->fetchSuite == null ? 0 : (nint)_host->fetchSuite(_host->host, Utf8.Permanent(name), version);
            if (known == 0)
                known = Absent;
            Volatile.Write(ref slot, known);
        }

        return known == Absent ? null : (void*)known;
    }
}
