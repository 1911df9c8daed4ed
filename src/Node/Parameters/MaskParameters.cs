using FaceFusion.Fusion.Swappers;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that say where a network's face is seen.</summary>
internal static class MaskParameters
{
    private const string Group = "masksGroup";

    private static readonly (string Name, MaskKinds Kind)[] Kinds =
    [
        (NodeNames.MaskBox, MaskKinds.Box),
        (NodeNames.MaskOutline, MaskKinds.Hull),
        (NodeNames.MaskRegion, MaskKinds.Region),
        (NodeNames.MaskOcclusion, MaskKinds.Occlusion),
        (NodeNames.MaskNetwork, MaskKinds.Network),
    ];

    private static readonly (string Name, FaceRegions Region)[] Regions =
    [
        (NodeNames.RegionSkin, FaceRegions.Skin),
        (NodeNames.RegionBrows, FaceRegions.Brows),
        (NodeNames.RegionEyes, FaceRegions.Eyes),
        (NodeNames.RegionLips, FaceRegions.Lips),
        (NodeNames.RegionMouth, FaceRegions.Mouth),
    ];

    /// <summary>All of their names.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. Kinds.Select(kind => kind.Name), .. Regions.Select(region => region.Name),
        NodeNames.MaskCombination, NodeNames.MaskGrowth, NodeNames.MaskBlur, NodeNames.MaskView,
    ];

    /// <summary>The names of the parts of a face.</summary>
    public static IEnumerable<string> RegionNames => Regions.Select(region => region.Name);

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    /// <param name="parent">The group they go into.</param>
    public static void Define(EffectDescriptor descriptor, string parent)
    {
        descriptor.DefineGroup(Group).Label("Masks").Parent(parent).Open(false);
        DefineFlag(descriptor, NodeNames.MaskBox, "Box", true, "The network's crop with a soft margin that ends before its sides do. Without it the face goes on to a hard edge where nothing else ends it.");
        DefineFlag(descriptor, NodeNames.MaskOutline, "Outline", true, "The outline of the face, feathered inwards by Feather and Feather sides. Without it forehead, hair and neck show what the network made of them.");
        DefineFlag(descriptor, NodeNames.MaskRegion, "Regions", false, "The parts of the face that are chosen below.");
        DefineFlag(descriptor, NodeNames.MaskOcclusion, "Occlusion", true, "Hair, hands and whatever else is in front of the face stays in front, where the skin-clothes-hair network is there.");
        DefineFlag(descriptor, NodeNames.MaskNetwork, "Network's own", false, "Where the network says that its face is: HyperSwap and DeepFaceLive models do, the others leave it open.");
        DefineFlag(descriptor, NodeNames.RegionSkin, "Skin", true, "Regions: what is neither brow, eye, lip nor mouth.");
        DefineFlag(descriptor, NodeNames.RegionBrows, "Brows", true, "Regions: both brows.");
        DefineFlag(descriptor, NodeNames.RegionEyes, "Eyes between the lids", true, "Regions: what lies between the lids. Without it gaze and catch lights stay the plate's.");
        DefineFlag(descriptor, NodeNames.RegionLips, "Lips", true, "Regions: both lips.");
        DefineFlag(descriptor, NodeNames.RegionMouth, "Open mouth", true, "Regions: what lies between the lips. Without it teeth and tongue stay the plate's.");
        descriptor.DefineChoice(NodeNames.MaskCombination).Label("Combine").Parent(Group)
            .Options("Minimum", "Product").Default((int)MaskCombination.Minimum).Animates(false)
            .Hint("Minimum: the least of the masks counts. Product: they are multiplied, so that soft edges that meet become softer.");
        descriptor.DefineDouble(NodeNames.MaskGrowth).Label("Grow").Parent(Group)
            .Default(0).Range(-NetworkMasks.MostGrowth, NetworkMasks.MostGrowth).DisplayRange(-20, 20).Increment(0.5, 1)
            .Hint("Moves the edge outwards, or inwards below 0, in percent of the distance between the eyes. It then is as soft as Feather. The crop's sides stay its end.");
        descriptor.DefineDouble(NodeNames.MaskBlur).Label("Blur").Parent(Group)
            .Default(0).Range(0, NetworkMasks.MostBlur).DisplayRange(0, 20).Increment(0.5, 1)
            .Hint("Blurs the edge, in percent of the distance between the eyes.");
        descriptor.DefineChoice(NodeNames.MaskView).Label("Show").Parent(Group)
            .Options("All chosen", "Box", "Outline", "Regions", "Occlusion", "Network's own").Default((int)MaskView.All).Animates(false)
            .Hint("Which mask the outputs Matte and Face matte show, with Grow and Blur; the other outputs always have all that are chosen.");
    }

    /// <summary>The masks at a time.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static NetworkMasks Read(Effect effect, double time)
    {
        MaskKinds kinds = Chosen(Kinds, MaskKinds.None, (all, one) => all | one);
        return new NetworkMasks(kinds)
        {
            Regions = Chosen(Regions, FaceRegions.None, (all, one) => all | one),
            Multiplies = StoredChoice.Read<MaskCombination>(effect, NodeNames.MaskCombination, time) == MaskCombination.Product,
            Growth = (float)Math.Clamp(effect.DoubleParam(NodeNames.MaskGrowth).GetAt(time), -NetworkMasks.MostGrowth, NetworkMasks.MostGrowth),
            Blur = (float)Math.Clamp(effect.DoubleParam(NodeNames.MaskBlur).GetAt(time), 0, NetworkMasks.MostBlur),
        };

        T Chosen<T>((string Name, T Value)[] options, T none, Func<T, T, T> add) =>
            options.Where(option => effect.BoolParam(option.Name).GetAt(time)).Aggregate(none, (all, option) => add(all, option.Value));
    }

    /// <summary>The masks that a matte shows: all, or one alone.</summary>
    /// <param name="masks">Those that are used.</param>
    /// <param name="view">Which are looked at.</param>
    public static NetworkMasks Shown(NetworkMasks masks, MaskView view) =>
        view == MaskView.All ? masks : masks with { Kinds = Kinds[(int)view - 1].Kind };

    private static void DefineFlag(EffectDescriptor descriptor, string name, string label, bool initial, string hint) =>
        descriptor.DefineBool(name).Label(label).Parent(Group).Default(initial).Animates(false).Hint(hint);
}
