using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Tests.Support;

/// <summary>The node itself, which lets a test have the effect that an instance was made on.</summary>
internal sealed class WatchedPlugin : ImageEffectPlugin
{
    [ThreadStatic]
    private static Effect? _lastCreated;

    private readonly FacePlugin _node = new();

    /// <summary>The effect of the instance that this thread made last.</summary>
    public static Effect? LastCreated => _lastCreated;

    public override string Identifier => _node.Identifier;

    public override PluginVersion Version => _node.Version;

    public override void Describe(EffectDescriptor descriptor) => _node.Describe(descriptor);

    public override void DescribeInContext(EffectDescriptor descriptor, string context) => _node.DescribeInContext(descriptor, context);

    public override ImageEffectInstance CreateInstance(Effect effect, string context)
    {
        _lastCreated = effect;
        return _node.CreateInstance(effect, context);
    }
}
