using FaceFusion.Host.Clips;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Parameters;
using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Description;

/// <summary>Turns descriptors into plain records that outlive the plug-in.</summary>
internal static class DescriptionReader
{
    /// <summary>Reads a plug-in and its contexts.</summary>
    public static HostDescription Read(HostedPlugin plugin, EffectDescriptor general, IReadOnlyList<(string Name, EffectDescriptor Descriptor)> contexts)
    {
        PropertyBag bag = general.Properties;
        return new HostDescription(
            plugin.Identifier,
            plugin.VersionMajor,
            plugin.VersionMinor,
            bag.GetText(OfxProps.kOfxPropLabel),
            bag.GetText(OfxImageEffectProps.kOfxImageEffectPluginPropGrouping),
            bag.GetText(OfxProps.kOfxPropPluginDescription),
            bag.GetTexts(OfxImageEffectProps.kOfxImageEffectPropSupportedContexts),
            [.. bag.GetTexts(OfxImageEffectProps.kOfxImageEffectPropSupportedPixelDepths).Select(PixelFormat.ParseDepth)],
            [.. contexts.Select(context => Read(context.Name, context.Descriptor))],
            Read(bag));
    }

    /// <summary>Reads a context.</summary>
    public static ContextDescription Read(string context, EffectDescriptor descriptor) => new(
        context,
        [.. descriptor.Clips.Select(Read)],
        [.. descriptor.Parameters.Select(Read)],
        Read(descriptor.Properties));

    private static ClipDescription Read(ClipDefinition clip) => new(
        clip.Name,
        clip.Properties.GetText(OfxProps.kOfxPropLabel),
        clip.Properties.GetInteger(OfxClipProps.kOfxImageClipPropOptional) != 0,
        clip.Properties.GetInteger(OfxClipProps.kOfxImageClipPropIsMask) != 0,
        [.. clip.Properties.GetTexts(OfxImageEffectProps.kOfxImageEffectPropSupportedComponents).Select(PixelFormat.ParseComponents)],
        Read(clip.Properties));

    private static ParamDescription Read(ParamDefinition param)
    {
        PropertyBag bag = param.Properties;
        return new ParamDescription(param.Name, param.Type, param.Shape, Read(bag))
        {
            Label = bag.GetText(OfxProps.kOfxPropLabel),
            Hint = bag.GetText(OfxParamProps.kOfxParamPropHint),
            Parent = bag.GetText(OfxParamProps.kOfxParamPropParent),
            IsSecret = bag.GetInteger(OfxParamProps.kOfxParamPropSecret) != 0,
            Animates = bag.GetInteger(OfxParamProps.kOfxParamPropAnimates) != 0,
            Default = ParamRules.Default(bag, param.Shape, new ProjectSettings()),
            Range = Range(bag),
            Options = bag.GetTexts(OfxParamProps.kOfxParamPropChoiceOption),
        };
    }

    private static List<(double Least, double Greatest)> Range(PropertyBag bag) =>
        [.. Numbers(bag, OfxParamProps.kOfxParamPropMin).Zip(Numbers(bag, OfxParamProps.kOfxParamPropMax))];

    private static IEnumerable<double> Numbers(PropertyBag bag, string name) => bag.TryGet(name, out PropertyKind kind, out var values)
        ? values.Select(value => kind == PropertyKind.Integer ? value.Integer : value.Real)
        : [];

    private static List<PropertyDescription> Read(PropertyBag bag)
    {
        var list = new List<PropertyDescription>();
        foreach (string name in bag.Names)
        {
            if (bag.TryGet(name, out PropertyKind kind, out IReadOnlyList<PropertyValue>? values))
                list.Add(new PropertyDescription(name, kind, values));
        }

        return list;
    }
}
