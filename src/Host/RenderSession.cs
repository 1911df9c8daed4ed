using FaceFusion.Host.Clips;
using FaceFusion.Host.Parameters;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host;

/// <summary>
/// A node as the profile's host keeps and renders it: the instance that the user works on, and whatever instances, tiles
/// and questions that host makes of a frame. Render from as many threads as the host would.
/// </summary>
public sealed class RenderSession : IDisposable
{
    private readonly HostedPlugin _plugin;
    private readonly HostBehaviour _behaviour;
    private readonly HostedInstance? _shadow;

    /// <summary>Creates the user's instance and, where the host has one, its shadow.</summary>
    /// <param name="plugin">The plug-in.</param>
    /// <param name="context">A <c>kOfxImageEffectContext…</c>.</param>
    /// <param name="project">Where the node lives.</param>
    /// <param name="prepare">Binds clips and sets parameters before CreateInstance.</param>
    /// <exception cref="HostException">The context isn't offered, or the plug-in refused.</exception>
    public RenderSession(HostedPlugin plugin, string context, ProjectSettings project, Action<HostedInstance> prepare)
    {
        ArgumentNullException.ThrowIfNull(plugin);
        _plugin = plugin;
        _behaviour = plugin.Profile.Behaviour;
        Instance = plugin.CreateInstance(context, project, prepare);
        if (_behaviour.RenderInstances != RenderInstances.Shadow)
            return;

        try
        {
            _shadow = plugin.CreateInstance(context, project, CopyTo);
        }
        catch
        {
            Instance.Dispose();
            throw;
        }
    }

    /// <summary>The instance that the user works on: clips, parameters, preferences and messages.</summary>
    public HostedInstance Instance { get; }

    /// <summary>Renders a frame, or a part of one, as the host does.</summary>
    /// <param name="request">What is to be rendered; its output is filled whatever tiles the host renders.</param>
    /// <exception cref="HostException">The plug-in refuses an instance, or see <see cref="HostedInstance.Render"/>.</exception>
    public RenderOutcome Render(RenderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        switch (_behaviour.RenderInstances)
        {
            case RenderInstances.PerFrame:
                using (HostedInstance fresh = _plugin.CreateInstance(Instance.Context, Instance.Project, CopyTo))
                    return RenderOn(fresh, request);
            case RenderInstances.PerFrameReloaded:
                using (HostedInstance fresh = _plugin.CreateInstanceReloaded(Instance.Context, Instance.Project, CopyTo))
                    return RenderOn(fresh, request);
            case RenderInstances.Shadow:
                foreach (HostedParam param in Instance.Params)
                    _shadow!.Params[param.Name].TakeOver(param);
                return RenderOn(_shadow!, request);
            default:
                return RenderOn(Instance, request);
        }
    }

    /// <summary>Destroys the instances.</summary>
    public void Dispose()
    {
        _shadow?.Dispose();
        Instance.Dispose();
    }

    private RenderOutcome RenderOn(HostedInstance instance, RenderRequest request)
    {
        instance.TimeLine.Time = request.Time;
        if (_behaviour.AsksBeforeRender)
            Ask(instance, request);

        bool tiled = _behaviour.RendersTiles
            && instance.Properties.GetInteger(OfxImageEffectProps.kOfxImageEffectPropSupportsTiles) != 0;
        RenderOutcome outcome = tiled ? FrameTiles.Render(instance, request) : instance.Render(request);
        foreach (var message in outcome.Messages.Where(_ => instance != Instance))
            Instance.Messages.Add(message);
        return outcome;
    }

    /// <summary>What a host asks before a frame to know what it will need for it.</summary>
    private static void Ask(HostedInstance instance, RenderRequest request)
    {
        OfxRectD region = instance.GetRegionOfDefinition(request.Time, request.RenderScale);
        _ = instance.GetRegionsOfInterest(request.Time, region, request.RenderScale);
        _ = instance.GetFramesNeeded(request.Time);
        _ = instance.IsIdentity(request.Time, request.Window, request.RenderScale);
    }

    private void CopyTo(HostedInstance copy)
    {
        foreach (HostedClip clip in Instance.Clips.Inputs.Where(clip => clip.Source is not null))
            copy.Clips[clip.Name].Bind(clip.Source);
        foreach (HostedParam param in Instance.Params)
            copy.Params[param.Name].TakeOver(param);
    }
}
