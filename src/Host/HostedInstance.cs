using System.Collections.Concurrent;
using FaceFusion.Host.Clips;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Interacts;
using FaceFusion.Host.Messages;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>
/// An instance of an effect in a project. Bind its clips, set its parameters, render. Renders may come from several
/// threads; they wait for each other where the plug-in's declared thread safety asks for it.
/// </summary>
public sealed partial class HostedInstance : IEffect, IDisposable
{
    /// <summary>How deep a plug-in's changes may lead to further changes before they are no longer told.</summary>
    private const int MaxChangeDepth = 32;

    [ThreadStatic]
    private static int _changeDepth;

    private readonly ConcurrentDictionary<ActionFrame, byte> _frames = new();
    private readonly HostedPlugin _plugin;
    private readonly Lock _renderGate = new();
    private readonly Lock _preferencesGate = new();
    private volatile ClipPreferences? _preferences;
    private volatile bool _isAlive;
    private (string Label, string Id) _progress;
    private int _openSequences;
    private int _changesSent;

    internal HostedInstance(HostedPlugin plugin, EffectDescriptor descriptor, string context, ProjectSettings project)
    {
        _plugin = plugin;
        Context = context;
        Project = project;
        TimeLine = new TimeLine(project);
        Properties = EffectProperties.Instance(descriptor.Properties, context, project, plugin.Profile)
            .Forget(plugin.Profile.Behaviour.UnknownProperties);
        Handle = new OfxImageEffectHandle(HandleTable.Add(this));
        Params = new HostedParams(this, descriptor.Parameters);
        Clips = new HostedClips(this, descriptor.Clips);
    }

    /// <summary>The plug-in.</summary>
    public HostedPlugin Plugin => _plugin;

    /// <summary>The context, a <c>kOfxImageEffectContext…</c>.</summary>
    public string Context { get; }

    /// <summary>The project.</summary>
    public ProjectSettings Project { get; }

    /// <summary>The time line that the plug-in sees and may move.</summary>
    public TimeLine TimeLine { get; }

    /// <summary>The instance's properties.</summary>
    public PropertyBag Properties { get; }

    /// <summary>The parameters.</summary>
    public HostedParams Params { get; }

    /// <summary>The clips.</summary>
    public HostedClips Clips { get; }

    /// <summary>Everything that the plug-in said.</summary>
    public MessageLog Messages { get; } = new();

    /// <summary>Hears of long work; answering false cancels it. Called on the plug-in's thread.</summary>
    public Func<ProgressReport, bool>? Progress { get; set; }

    /// <summary>What the effect prefers of its clips; asked for again after a change that may matter.</summary>
    public ClipPreferences ClipPreferences
    {
        get
        {
            if (_preferences is { } known)
                return known;

            lock (_preferencesGate)
                return _preferences ?? AgreeOnClips();
        }
    }

    /// <summary>Number of InstanceChanged actions sent.</summary>
    public int ChangesSent => Volatile.Read(ref _changesSent);

    /// <summary>The handle that the plug-in knows the instance by.</summary>
    internal OfxImageEffectHandle Handle { get; }

    /// <summary>Whether the plug-in should stop what it does.</summary>
    internal bool ShouldAbort
    {
        get
        {
            if (ActionFrame.Current is { } current && current.Instance == this)
                return current.Cancellation.IsCancellationRequested;
            return !_frames.IsEmpty && _frames.Keys.All(frame => frame.Cancellation.IsCancellationRequested);
        }
    }

    ParamSet IEffect.ParamSet => Params.Set;

    /// <summary>Creates the overlay that the plug-in described; null when it described none or refuses it.</summary>
    public HostedInteract? CreateOverlay()
    {
        nint entry = Properties.GetPointer(OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV2);
        if (entry == 0)
            entry = Properties.GetPointer(OfxImageEffectProps.kOfxImageEffectPluginPropOverlayInteractV1);
        if (entry == 0 || !_plugin.Profile.SupportsOverlays)
            return null;

        var interact = new HostedInteract(this, entry);
        if (interact.Create() is OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault)
            return interact;

        interact.Dispose();
        return null;
    }

    /// <summary>Destroys the instance, as a host does when its node is deleted.</summary>
    public void Dispose()
    {
        if (_isAlive)
        {
            _isAlive = false;
            Act(OfxActions.kOfxActionDestroyInstance);
        }

        Withdraw();
        _plugin.Forget(this);
    }

    /// <summary>Sends CreateInstance.</summary>
    internal OfxStatus Create()
    {
        OfxStatus status = Act(OfxActions.kOfxActionCreateInstance);
        _isAlive = status is OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault;
        return status;
    }

    /// <summary>Withdraws every handle.</summary>
    internal void Withdraw()
    {
        HandleTable.Remove(Handle.Value);
        Params.Dispose();
        Clips.Dispose();
        Properties.Dispose();
    }

    /// <summary>The action that a suite call about a time belongs to: this thread's, else a render of that time.</summary>
    internal ActionFrame? FrameAt(double time)
    {
        if (ActionFrame.Current is { } current && current.Instance == this)
            return current;

        return _frames.Keys.Where(frame => frame.Time == time).FirstOrDefault(frame => frame.IsRender)
            ?? _frames.Keys.FirstOrDefault(frame => frame.IsRender);
    }

    /// <summary>Passes a message on to the actions it may belong to.</summary>
    internal void Heard(HostMessage message)
    {
        if (ActionFrame.Current is { } current && current.Instance == this)
        {
            current.Messages.Enqueue(message);
            return;
        }

        foreach (ActionFrame frame in _frames.Keys)
            frame.Messages.Enqueue(message);
    }

    /// <summary>The host's own complaint, kept with the plug-in's messages.</summary>
    internal void Complain(string text)
    {
        var message = new HostMessage(OfxMessageTypes.kOfxMessageError, "host", text, IsPersistent: false);
        Messages.Add(message);
        Heard(message);
    }

    /// <summary>Starts a report of progress.</summary>
    internal OfxStatus BeginProgress(string label, string id)
    {
        _progress = (label, id);
        return Report(0, finished: false);
    }

    /// <summary>Reports progress; "no" asks the plug-in to stop.</summary>
    internal OfxStatus ReportProgress(double fraction) => Report(fraction, finished: false);

    /// <summary>Ends a report of progress.</summary>
    internal OfxStatus EndProgress()
    {
        Report(1, finished: true);
        return OfxStatus.kOfxStatOK;
    }

    private OfxStatus Report(double fraction, bool finished)
    {
        bool cancelled = Progress?.Invoke(new ProgressReport(_progress.Label, _progress.Id, fraction, finished)) == false;
        return cancelled ? OfxStatus.kOfxStatReplyNo : OfxStatus.kOfxStatOK;
    }
}
