using FaceFusion.Host.Properties;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Clips;

/// <summary>
/// Agrees with an effect on the form of its clips (<c>GetClipPreferences</c>): what the host proposes from the sources
/// and what the effect and the host support, then what the effect changed of it.
/// </summary>
/// <param name="instance">The instance asked.</param>
internal sealed class ClipNegotiation(HostedInstance instance)
{
    private const string ComponentsPrefix = "OfxImageClipPropComponents_";
    private const string DepthPrefix = "OfxImageClipPropDepth_";
    private const string ParPrefix = "OfxImageClipPropPAR_";
    private const string ColourspacesPrefix = "OfxImageClipPropPreferredColourspaces_";

    private readonly HostProfile _profile = instance.Plugin.Profile;
    private readonly Dictionary<string, ClipPreference> _proposals = Propose(instance);

    /// <summary>The out arguments, set to the host's proposal.</summary>
    public PropertyBag Offer()
    {
        var offer = new PropertyBag();
        ClipPreference output = _proposals[instance.Clips.Output.Name];
        foreach (HostedClip clip in instance.Clips)
        {
            ClipPreference proposal = _proposals[clip.Name];
            offer.Text(ComponentsPrefix + clip.Name, proposal.Components.OfxName())
                .Text(DepthPrefix + clip.Name, proposal.Depth.OfxName())
                .Reals(ParPrefix + clip.Name, proposal.PixelAspectRatio);
            if (!clip.IsOutput)
                offer.Texts(ColourspacesPrefix + clip.Name);
        }

        return offer
            .Reals(OfxImageEffectProps.kOfxImageEffectPropFrameRate, output.FrameRate)
            .Text(OfxClipProps.kOfxImageClipPropFieldOrder, OfxValues.kOfxImageFieldNone)
            .Text(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication, output.Premultiplication.OfxName())
            .Integers(OfxClipProps.kOfxImageClipPropContinuousSamples, 0)
            .Integers(OfxValues.kOfxImageEffectFrameVarying, 0);
    }

    /// <summary>What was agreed: the effect's wishes where they are ones the host can meet.</summary>
    /// <param name="answer">The out arguments, as the effect left them.</param>
    /// <param name="taken">Whether the effect answered OK.</param>
    public ClipPreferences Conclude(PropertyBag answer, bool taken)
    {
        var agreed = new Dictionary<string, ClipPreference>(StringComparer.Ordinal);
        foreach (HostedClip clip in instance.Clips)
            agreed[clip.Name] = taken ? Agree(clip, _proposals[clip.Name], answer) : _proposals[clip.Name];

        return new ClipPreferences(
            agreed,
            answer.GetText(OfxClipProps.kOfxImageClipPropFieldOrder),
            answer.GetInteger(OfxClipProps.kOfxImageClipPropContinuousSamples) != 0,
            answer.GetInteger(OfxValues.kOfxImageEffectFrameVarying) != 0);
    }

    private ClipPreference Agree(HostedClip clip, ClipPreference proposal, PropertyBag answer)
    {
        BitDepth depth = PixelFormat.ParseDepth(answer.GetText(DepthPrefix + clip.Name));
        PixelComponents components = PixelFormat.ParseComponents(answer.GetText(ComponentsPrefix + clip.Name));
        double par = answer.GetReal(ParPrefix + clip.Name);
        double rate = answer.GetReal(OfxImageEffectProps.kOfxImageEffectPropFrameRate);
        string premultiplication = answer.GetText(OfxImageEffectProps.kOfxImageEffectPropPreMultiplication);
        return proposal with
        {
            Depth = clip.IsConnected && _profile.Depths.Contains(depth) ? depth : proposal.Depth,
            Components = clip.IsConnected && _profile.Components.Contains(components) ? components : proposal.Components,
            PixelAspectRatio = _profile.SupportsMultipleClipPars && par > 0 ? par : proposal.PixelAspectRatio,
            FrameRate = clip.IsOutput && _profile.SetableFrameRate && rate > 0 ? rate : proposal.FrameRate,
            Premultiplication = clip.IsOutput ? PixelFormat.ParsePremultiplication(premultiplication) : proposal.Premultiplication,
            PreferredColourspaces = clip.IsOutput ? [] : answer.GetTexts(ColourspacesPrefix + clip.Name),
        };
    }

    private static Dictionary<string, ClipPreference> Propose(HostedInstance instance)
    {
        HostProfile profile = instance.Plugin.Profile;
        BitDepth[] depths = SupportedDepths(instance, profile);
        bool mixedDepths = profile.SupportsMultipleClipDepths
            && instance.Properties.GetInteger(OfxImageEffectProps.kOfxImageEffectPropSupportsMultipleClipDepths) != 0;

        ClipFormat[] connected = [.. instance.Clips.Inputs.Select(clip => clip.Source?.Format).OfType<ClipFormat>()];
        BitDepth deepest = connected.Length == 0 ? depths[0] : connected.Max(format => Nearest(format.Depth, depths));

        var proposals = new Dictionary<string, ClipPreference>(StringComparer.Ordinal);
        foreach (HostedClip clip in instance.Clips.Inputs)
        {
            ClipFormat format = clip.Source?.Format ?? instance.UnconnectedFormat(output: false);
            proposals[clip.Name] = new ClipPreference(
                clip.IsConnected ? (mixedDepths ? Nearest(format.Depth, depths) : deepest) : BitDepth.None,
                clip.IsConnected ? Nearest(format.Components, clip, profile) : PixelComponents.None,
                format.Premultiplication,
                format.PixelAspectRatio,
                format.FrameRate,
                []);
        }

        HostedClip output = instance.Clips.Output;
        HostedClip? main = instance.Clips.Inputs.FirstOrDefault(clip => clip is { IsConnected: true, IsMask: false });
        ClipFormat model = main?.Source?.Format ?? instance.UnconnectedFormat(output: true);
        PixelComponents components = main is null ? PixelComponents.Rgba : proposals[main.Name].Components;
        proposals[output.Name] = new ClipPreference(
            instance.Project.OutputDepth is { } asked && mixedDepths ? Nearest(asked, depths) : deepest, Nearest(components, output, profile), ProposedPremultiplication(connected), model.PixelAspectRatio, model.FrameRate, []);
        return proposals;
    }

    /// <summary>The specification's default: premultiplied when any input with colours is, else unpremultiplied when any is.</summary>
    private static Premultiplication ProposedPremultiplication(ClipFormat[] connected)
    {
        Premultiplication[] met = [.. connected.Where(format => format.Components != PixelComponents.Alpha).Select(format => format.Premultiplication)];
        return met.Contains(Premultiplication.Premultiplied) ? Premultiplication.Premultiplied
            : met.Contains(Premultiplication.Unpremultiplied) ? Premultiplication.Unpremultiplied
            : Premultiplication.Opaque;
    }

    /// <summary>Depths that host and effect share, deepest first.</summary>
    private static BitDepth[] SupportedDepths(HostedInstance instance, HostProfile profile)
    {
        BitDepth[] declared =
            [.. instance.Properties.GetTexts(OfxImageEffectProps.kOfxImageEffectPropSupportedPixelDepths).Select(PixelFormat.ParseDepth)];
        BitDepth[] shared = [.. profile.Depths.Where(declared.Contains).OrderDescending()];
        return shared.Length > 0
            ? shared
            : throw new HostException(
                $"Effect '{instance.Plugin.Identifier}' supports none of the host's depths ({string.Join(", ", profile.Depths)}); use another host profile.");
    }

    /// <summary>The depth itself, else the next deeper one, else the deepest.</summary>
    private static BitDepth Nearest(BitDepth depth, BitDepth[] supported) => supported.Contains(depth)
        ? depth
        : supported.Where(candidate => candidate > depth).DefaultIfEmpty(supported[0]).Min();

    /// <summary>The components themselves where the clip takes them, else the host's most wanted that it takes.</summary>
    private static PixelComponents Nearest(PixelComponents components, HostedClip clip, HostProfile profile)
    {
        IReadOnlyList<PixelComponents> supported = clip.SupportedComponents;
        return supported.Contains(components)
            ? components
            : profile.Components.Where(supported.Contains).DefaultIfEmpty(PixelComponents.Rgba).First();
    }
}
