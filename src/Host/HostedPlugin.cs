using System.Collections.Concurrent;
using FaceFusion.Host.Description;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Messages;
using FaceFusion.Host.Properties;
using FaceFusion.Host.Suites;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>
/// A plug-in of an opened bundle: load, describe, create instances, unload. What is asked for does the steps before it:
/// creating an instance loads and describes the plug-in if that wasn't done. Safe to use from any thread.
/// </summary>
public sealed unsafe class HostedPlugin : IDisposable
{
    private readonly Lock _gate = new();
    private readonly OfxPlugin* _plugin;
    private readonly HostEnvironment _environment;
    private readonly string _bundlePath;
    private readonly ConcurrentDictionary<HostedInstance, byte> _instances = new();
    private readonly Dictionary<string, EffectDescriptor> _contexts = new(StringComparer.Ordinal);
    private EffectDescriptor? _general;
    private bool _isLoaded;

    internal HostedPlugin(OfxPlugin* plugin, HostEnvironment environment, string bundlePath)
    {
        _plugin = plugin;
        _environment = environment;
        _bundlePath = bundlePath;
        Api = Guard.Text(plugin->pluginApi);
        ApiVersion = plugin->apiVersion;
        Identifier = Guard.Text(plugin->pluginIdentifier);
        VersionMajor = checked((int)plugin->pluginVersionMajor);
        VersionMinor = checked((int)plugin->pluginVersionMinor);
    }

    /// <summary>Unique identifier.</summary>
    public string Identifier { get; }

    /// <summary>Major version.</summary>
    public int VersionMajor { get; }

    /// <summary>Minor version.</summary>
    public int VersionMinor { get; }

    /// <summary>Name of the plug-in API.</summary>
    public string Api { get; }

    /// <summary>Version of the plug-in API.</summary>
    public int ApiVersion { get; }

    /// <summary>Whether the plug-in is loaded.</summary>
    public bool IsLoaded
    {
        get
        {
            lock (_gate)
                return _isLoaded;
        }
    }

    /// <summary>What the plug-in said outside its instances.</summary>
    public MessageLog Messages => _environment.Messages;

    /// <summary>The host that the plug-in sees.</summary>
    public HostProfile Profile => _environment.Profile;

    /// <summary>Held by a render of a plug-in that declares itself unsafe to render twice at a time.</summary>
    internal Lock RenderGate { get; } = new();

    /// <summary>Hands the host over and loads the plug-in; does nothing when it is loaded.</summary>
    /// <exception cref="HostException">It is of another API, or its Load failed.</exception>
    public void Load()
    {
        lock (_gate)
        {
            if (_isLoaded)
                return;
            if (Api != OfxValues.kOfxImageEffectPluginApi || ApiVersion != OfxValues.kOfxImageEffectPluginApiVersion)
                throw new HostException($"Plug-in '{Identifier}' is of API '{Api}' version {ApiVersion}; this host takes image effects of version 1.");

            Hand();
            _isLoaded = true;
        }
    }

    /// <summary>Everything that the plug-in says of itself, in every context that it and the host offer.</summary>
    /// <exception cref="HostException">An action on the way failed.</exception>
    public HostDescription Describe()
    {
        lock (_gate)
        {
            EffectDescriptor described = DescribeGeneral();
            string[] offered = [.. SupportedContexts().Where(Profile.Contexts.Contains)];
            return DescriptionReader.Read(this, described, [.. offered.Select(context => (context, DescribeIn(context)))]);
        }
    }

    /// <summary>What the plug-in says of itself in one context.</summary>
    /// <param name="context">A <c>kOfxImageEffectContext…</c>.</param>
    /// <exception cref="HostException">The plug-in or the host doesn't offer the context, or an action failed.</exception>
    public ContextDescription DescribeInContext(string context)
    {
        lock (_gate)
            return DescriptionReader.Read(context, DescribeIn(context));
    }

    /// <summary>Creates an instance.</summary>
    /// <param name="context">A <c>kOfxImageEffectContext…</c>.</param>
    /// <param name="project">Where it lives; by default an HD project of one frame.</param>
    /// <param name="prepare">Binds clips and sets parameters before CreateInstance, as a host does that loads a project.</param>
    /// <exception cref="HostException">The context isn't offered, or the plug-in refused.</exception>
    public HostedInstance CreateInstance(string context, ProjectSettings? project = null, Action<HostedInstance>? prepare = null)
    {
        EffectDescriptor descriptor;
        lock (_gate)
            descriptor = DescribeIn(context);
        return CreateInstance(descriptor, context, project ?? new ProjectSettings(), prepare);
    }

    /// <summary>
    /// Gives the plug-in the host anew, loads and describes it and creates an instance, whatever it was before: what MLT
    /// does around every frame, from several threads at once.
    /// </summary>
    /// <inheritdoc cref="CreateInstance(string, ProjectSettings?, Action{HostedInstance}?)"/>
    public HostedInstance CreateInstanceReloaded(string context, ProjectSettings? project = null, Action<HostedInstance>? prepare = null)
    {
        Load();
        Hand();
        using EffectDescriptor general = AskToDescribe();
        using EffectDescriptor descriptor = AskToDescribe(general, context);
        return CreateInstance(descriptor, context, project ?? new ProjectSettings(), prepare);
    }

    private HostedInstance CreateInstance(
        EffectDescriptor descriptor, string context, ProjectSettings project, Action<HostedInstance>? prepare)
    {
        var instance = new HostedInstance(this, descriptor, context, project);
        try
        {
            prepare?.Invoke(instance);
            OfxStatus status = instance.Create();
            if (status is not (OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault))
                throw Failed("create an instance", status, instance.Messages);
        }
        catch
        {
            instance.Withdraw();
            throw;
        }

        _instances[instance] = 0;
        return instance;
    }

    /// <summary>
    /// Destroys what is left of the instances and unloads the plug-in, unless the host that is played forgets to; it can be
    /// loaded again.
    /// </summary>
    public void Unload()
    {
        bool forgets = Profile.Behaviour.ForgetsToUnload;
        foreach (HostedInstance instance in _instances.Keys)
        {
            if (forgets)
                instance.Withdraw();
            else
                instance.Dispose();
        }

        _instances.Clear();
        lock (_gate)
        {
            foreach (EffectDescriptor descriptor in _contexts.Values)
                descriptor.Dispose();
            _contexts.Clear();
            _general?.Dispose();
            _general = null;
            if (!_isLoaded)
                return;

            _isLoaded = false;
            if (!forgets)
                Call(OfxActions.kOfxActionUnload, 0, default, default);
        }
    }

    /// <summary>Unloads the plug-in.</summary>
    public void Dispose() => Unload();

    /// <summary>Calls the plug-in's main entry.</summary>
    internal OfxStatus Call(string action, nint handle, OfxPropertySetHandle arguments, OfxPropertySetHandle answer) =>
        _environment.Call(_plugin, action, handle, arguments, answer);

    /// <summary>Lets go of a destroyed instance.</summary>
    internal void Forget(HostedInstance instance) => _instances.TryRemove(instance, out _);

    private EffectDescriptor DescribeGeneral()
    {
        if (_general is not null)
            return _general;

        Load();
        return _general = AskToDescribe();
    }

    /// <summary>Hands the host over and sends Load.</summary>
    private void Hand()
    {
        _plugin->setHost(_environment.Host);
        OfxStatus status = Call(OfxActions.kOfxActionLoad, 0, default, default);
        bool taken = status == OfxStatus.kOfxStatOK || (status == OfxStatus.kOfxStatReplyDefault && Profile.AcceptsDefaultReplyToLoad);
        if (!taken)
            throw Failed("load", status);
    }

    private EffectDescriptor AskToDescribe()
    {
        var described = new EffectDescriptor(Profile, EffectProperties.Descriptor(_bundlePath, Identifier), Messages);
        OfxStatus status = Call(OfxActions.kOfxActionDescribe, described.Handle.Value, default, default);
        if (status is not (OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault))
        {
            described.Dispose();
            throw Failed("describe itself", status);
        }

        return described;
    }

    private EffectDescriptor DescribeIn(string context)
    {
        if (_contexts.TryGetValue(context, out EffectDescriptor? known))
            return known;

        EffectDescriptor described = DescribeGeneral();
        if (!SupportedContexts().Contains(context))
            throw new HostException($"Plug-in '{Identifier}' has no context '{context}'; it has {string.Join(", ", SupportedContexts())}.");
        if (!Profile.Contexts.Contains(context))
            throw new HostException($"The host '{Profile.Name}' offers no context '{context}'; it offers {string.Join(", ", Profile.Contexts)}.");

        return _contexts[context] = AskToDescribe(described, context);
    }

    private EffectDescriptor AskToDescribe(EffectDescriptor general, string context)
    {
        var descriptor = new EffectDescriptor(Profile, new PropertyBag().CopyFrom(general.Properties), Messages);
        using PropertyBag arguments = new PropertyBag(plugInMayWrite: false).Text(OfxImageEffectProps.kOfxImageEffectPropContext, context);
        OfxStatus status = Call(OfxActions.kOfxImageEffectActionDescribeInContext, descriptor.Handle.Value, arguments.Handle, default);
        if (status is not (OfxStatus.kOfxStatOK or OfxStatus.kOfxStatReplyDefault))
        {
            descriptor.Dispose();
            throw Failed($"describe itself in context '{context}'", status);
        }

        return descriptor;
    }

    private IReadOnlyList<string> SupportedContexts() =>
        DescribeGeneral().Properties.GetTexts(OfxImageEffectProps.kOfxImageEffectPropSupportedContexts);

    private HostException Failed(string what, OfxStatus status, MessageLog? log = null)
    {
        string? said = (log ?? Messages).Last?.Text;
        return new HostException(
            said is null
                ? $"Plug-in '{Identifier}' failed to {what} ({status})."
                : $"Plug-in '{Identifier}' failed to {what} ({status}): {said}");
    }
}
