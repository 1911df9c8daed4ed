using FaceFusion.Host.Handles;
using FaceFusion.Host.Messages;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Effects;

/// <summary>What a plug-in describes: in general, or in one context.</summary>
internal sealed class EffectDescriptor : IEffect, IDisposable
{
    private readonly Lock _gate = new();
    private readonly HostProfile _profile;
    private readonly List<ParamDefinition> _parameters = [];
    private readonly List<ClipDefinition> _clips = [];

    /// <summary>Creates an empty descriptor.</summary>
    /// <param name="profile">The host.</param>
    /// <param name="properties">The properties to be filled.</param>
    /// <param name="messages">Where messages go.</param>
    public EffectDescriptor(HostProfile profile, PropertyBag properties, MessageLog messages)
    {
        _profile = profile;
        Properties = properties.Forget(profile.Behaviour.UnknownProperties);
        Messages = messages;
        ParamSet = new ParamSet(this);
        Handle = new OfxImageEffectHandle(HandleTable.Add(this));
    }

    /// <summary>The handle that the plug-in knows the descriptor by.</summary>
    public OfxImageEffectHandle Handle { get; }

    /// <inheritdoc/>
    public PropertyBag Properties { get; }

    /// <inheritdoc/>
    public ParamSet ParamSet { get; }

    /// <inheritdoc/>
    public MessageLog Messages { get; }

    /// <summary>The parameters defined, in order.</summary>
    public IReadOnlyList<ParamDefinition> Parameters
    {
        get
        {
            lock (_gate)
                return [.. _parameters];
        }
    }

    /// <summary>The clips defined, in order.</summary>
    public IReadOnlyList<ClipDefinition> Clips
    {
        get
        {
            lock (_gate)
                return [.. _clips];
        }
    }

    /// <summary>Defines a parameter.</summary>
    public OfxStatus DefineParam(string type, string name, out PropertyBag? properties)
    {
        properties = null;
        if (!ParamShape.TryOf(type, out ParamShape shape))
            return type == OfxParamTypes.kOfxParamTypeParametric ? OfxStatus.kOfxStatErrUnsupported : OfxStatus.kOfxStatErrUnknown;
        if (_profile.UnsupportedParamTypes.Contains(type))
            return OfxStatus.kOfxStatErrUnsupported;

        lock (_gate)
        {
            if (_parameters.Exists(param => param.Name == name))
                return OfxStatus.kOfxStatErrExists;
            if (_profile.MaxParameters >= 0 && _parameters.Count >= _profile.MaxParameters)
                return OfxStatus.kOfxStatFailed;

            properties = ParamProperties.Descriptor(name, type, shape).Forget(_profile.Behaviour.UnknownProperties);
            _parameters.Add(new ParamDefinition(name, type, shape, properties));
            return OfxStatus.kOfxStatOK;
        }
    }

    /// <summary>Defines a clip.</summary>
    public OfxStatus DefineClip(string name, out PropertyBag? properties)
    {
        lock (_gate)
        {
            properties = null;
            if (_clips.Exists(clip => clip.Name == name))
                return OfxStatus.kOfxStatErrExists;

            properties = ClipProperties.Descriptor(name).Forget(_profile.Behaviour.UnknownProperties);
            _clips.Add(new ClipDefinition(name, properties));
            return OfxStatus.kOfxStatOK;
        }
    }

    /// <summary>Withdraws the handles.</summary>
    public void Dispose()
    {
        HandleTable.Remove(Handle.Value);
        ParamSet.Dispose();
        Properties.Dispose();
        foreach (ParamDefinition param in Parameters)
            param.Properties.Dispose();
        foreach (ClipDefinition clip in Clips)
            clip.Properties.Dispose();
    }
}
