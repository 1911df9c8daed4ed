using FaceFusion.Fusion.Swap;
using FaceFusion.Node.Images;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that say how a face is swapped: how hosts see them, and what they become for the engine.</summary>
internal static class SwapParameters
{
    private const string FeatherSidesGroup = "featherSidesGroup";
    private const string ColourGroup = "colourGroup";
    private const string DetailGroup = "detailGroup";

    private static readonly string[] ColourLabels = ["Bands", "Histogram", "Reinhard", "MKL", "Off"];

    // A side's feather reaches up to this many times the common width.
    private const float MostSide = 4;

    /// <summary>Defines what changes the face itself.</summary>
    /// <param name="descriptor">Gets them.</param>
    /// <param name="group">The group they go into.</param>
    public static void DefineFace(EffectDescriptor descriptor, string group)
    {
        descriptor.DefineDouble(NodeNames.Shape).Label("Shape").Parent(group)
            .Default(SwapOptions.DefaultShape).Range(0, SwapOptions.MostShape).Increment(0.01, 3)
            .Hint("How much of the identity's face shape is taken. 0 keeps the plate's shape and changes the texture alone, 1 is the identity's shape, above 1 exaggerates it. The plate around the face is warped to fit; the expression stays the plate's.");
        descriptor.DefineDouble(NodeNames.Eyes).Label("Eyes").Parent(group)
            .Default(SwapOptions.DefaultEyes).Range(0, 1).Increment(0.01, 3)
            .Hint("Whose eyes are seen. 0 keeps the plate's, with gaze, blinks and catch lights; 1 takes the identity's, which look where the photo looked. Values between mix two gazes.");
    }

    /// <summary>Defines the soft edge.</summary>
    /// <inheritdoc cref="DefineFace"/>
    public static void DefineFeather(EffectDescriptor descriptor, string group)
    {
        descriptor.DefineDouble(NodeNames.Feather).Label("Feather").Parent(group)
            .Default(FeatherOptions.DefaultPercent).Range(0, FeatherOptions.MostPixels).DisplayRange(0, 60).Increment(0.5, 1)
            .Hint("Width of the matte's soft edge, inwards from the face's outline, in the unit below. 0 is a hard edge.");
        descriptor.DefineChoice(NodeNames.FeatherUnit).Label("Feather unit").Parent(group)
            .Options("Percent of eye distance", "Pixels").Default((int)FeatherUnit.InterOcularPercent).Animates(false)
            .Hint("Percent of the distance between the eyes (100 at most) looks the same however near the face comes. Pixels, counted at full resolution, is the same width on every face; 15 suits a medium close-up at 1080p. Switching exchanges the two defaults, 5 percent and 15 pixels.");

        descriptor.DefineGroup(FeatherSidesGroup).Label("Feather sides").Parent(group).Open(false);
        DefineSide(descriptor, NodeNames.FeatherTop, "Top", "towards the forehead", "Widen it where the identity's hairline shows.");
        DefineSide(descriptor, NodeNames.FeatherBottom, "Bottom", "towards the chin", "Widen it where a beard or a collar begins.");
        DefineSide(descriptor, NodeNames.FeatherLeft, "Left", "towards the side that is left in the picture when the head is upright", "It turns with the head.");
        DefineSide(descriptor, NodeNames.FeatherRight, "Right", "towards the side that is right in the picture when the head is upright", "It turns with the head.");
    }

    /// <summary>Defines how colours are matched.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void DefineColour(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(ColourGroup).Label("Colour").Open(true);
        InputSpaces.Define(descriptor, ColourGroup);
        descriptor.DefineChoice(NodeNames.ColourMethod).Label("Colour match").Parent(ColourGroup)
            .Options(ColourLabels).Default((int)ColourMethod.Bands).Animates(false)
            .Hint("How the identity gets the plate's colours. Bands: light and complexion follow the plate place by place, best for side light and coloured light. Histogram: the same spread of values. Reinhard: mean and deviation of each channel. MKL: mean and covariance, keeps hues together. Off: the photo's colours at the plate's exposure.");
        descriptor.DefineDouble(NodeNames.ColourStrength).Label("Strength").Parent(ColourGroup)
            .Default(1).Range(0, 1).Increment(0.01, 3)
            .Hint("How much of the colour match is taken. Lower it to keep the identity's own complexion.");
    }

    /// <summary>Defines what makes the face look taken by the plate's camera.</summary>
    /// <inheritdoc cref="DefineColour"/>
    public static void DefineDetail(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(DetailGroup).Label("Detail").Open(true);
        descriptor.DefineDouble(NodeNames.Grain).Label("Grain").Parent(DetailGroup)
            .Default(1).Range(0, 1).Increment(0.01, 3)
            .Hint("How much of the plate's grain is put on the face: as much as the photo lacks, measured in every frame. 0 for a denoised plate that is regrained later.");
        descriptor.DefineDouble(NodeNames.Sharpness).Label("Sharpness").Parent(DetailGroup)
            .Default(1).Range(0, 1).Increment(0.01, 3)
            .Hint("How far the face's sharpness follows the plate's: blurred where the plate is soft or moving, moderately sharpened where the photo is the softer one. 0 keeps the photo's.");
    }

    /// <summary>What the parameters say at a time.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    /// <param name="renderScale">Pixels of the render for one at full resolution, vertically.</param>
    public static SwapOptions Read(Effect effect, double time, double renderScale) =>
        new(ReadDouble(effect, NodeNames.Eyes, time, 1), ReadDouble(effect, NodeNames.Shape, time, SwapOptions.MostShape))
        {
            Feather = ReadFeather(effect, time, renderScale),
            Colour = StoredChoice.Read<ColourMethod>(effect, NodeNames.ColourMethod, time),
            ColourStrength = ReadDouble(effect, NodeNames.ColourStrength, time, 1),
            Grain = ReadDouble(effect, NodeNames.Grain, time, 1),
            Sharpness = ReadDouble(effect, NodeNames.Sharpness, time, 1),
            Network = NetworkParameters.Read(effect, time),
            Restorer = RestorerParameters.Read(effect, time),
            Expression = ExpressionParameters.Read(effect, time),
            Edits = ExpressionParameters.ReadEdits(effect, time),
        };

    /// <summary>
    /// The artist has chosen another feather unit: a feather that is still at the other unit's default takes that of the
    /// new one. Anything that was set stays as it was set.
    /// </summary>
    /// <param name="effect">The instance.</param>
    public static void ExchangeFeatherDefault(Effect effect)
    {
        bool isPixels = effect.ChoiceParam(NodeNames.FeatherUnit).Get() == (int)FeatherUnit.Pixels;
        (float left, float taken) = isPixels
            ? (FeatherOptions.DefaultPercent, FeatherOptions.DefaultPixels)
            : (FeatherOptions.DefaultPixels, FeatherOptions.DefaultPercent);
        DoubleParam feather = effect.DoubleParam(NodeNames.Feather);
        if (feather.KeyCount == 0 && feather.Get() == left)
            feather.Set(taken);
    }

    /// <summary>The name that the artist knows a colour match by.</summary>
    /// <param name="method">The method.</param>
    public static string Label(ColourMethod method) => ColourLabels[(int)method];

    private static void DefineSide(EffectDescriptor descriptor, string name, string label, string where, string use) =>
        descriptor.DefineDouble(name).Label(label).Parent(FeatherSidesGroup)
            .Default(1).Range(0, MostSide).DisplayRange(0, 2).Increment(0.01, 3)
            .Hint($"Width of the edge {where}, times Feather: 1 is Feather itself, 0 a hard edge, 2 twice as wide. {use}");

    private static FeatherOptions ReadFeather(Effect effect, double time, double renderScale)
    {
        FeatherUnit unit = StoredChoice.Read<FeatherUnit>(effect, NodeNames.FeatherUnit, time);
        float most = unit == FeatherUnit.Pixels ? FeatherOptions.MostPixels : FeatherOptions.MostPercent;
        float width = ReadDouble(effect, NodeNames.Feather, time, most);
        return new FeatherOptions(Side(NodeNames.FeatherTop), Side(NodeNames.FeatherBottom), Side(NodeNames.FeatherLeft), Side(NodeNames.FeatherRight), unit)
        {
            RenderScale = (float)renderScale,
        };

        float Side(string name) => Math.Min(most, width * ReadDouble(effect, name, time, MostSide));
    }

    // Not every host keeps to the range.
    private static float ReadDouble(Effect effect, string name, double time, float most) =>
        (float)Math.Clamp(effect.DoubleParam(name).GetAt(time), 0, most);
}
