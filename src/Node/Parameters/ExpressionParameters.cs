using FaceFusion.Fusion.Expressions;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that put the plate's expression back on the swapped face, and those that change its expression and pose.</summary>
internal static class ExpressionParameters
{
    private const string Group = "expressionGroup";
    private const string EditGroup = "editGroup";

    private static readonly (string Name, string Label, string Hint)[] Sliders =
    [
        (NodeNames.EditBrows, "Brows", "Above 0 the brows go up, below 0 they are knit."),
        (NodeNames.EditGazeHorizontal, "Gaze sideways", "Where the eyes look, to either side."),
        (NodeNames.EditGazeVertical, "Gaze up and down", "Where the eyes look, up or down."),
        (NodeNames.EditEyesOpen, "Eyes open", "Above 0 the eyes open, below 0 they close."),
        (NodeNames.EditLipsOpen, "Lips open", "Above 0 the lips part, below 0 they close."),
        (NodeNames.EditGrim, "Grim", "A grim mouth."),
        (NodeNames.EditPout, "Pout", "A pout."),
        (NodeNames.EditPurse, "Purse", "Pursed lips."),
        (NodeNames.EditSmile, "Smile", "Above 0 a smile, below 0 its opposite."),
        (NodeNames.EditMouthHorizontal, "Mouth sideways", "Moves the mouth to either side."),
        (NodeNames.EditMouthVertical, "Mouth up and down", "Moves the mouth up or down."),
        (NodeNames.EditPitch, "Head nod", "Nods the head, by 20 degrees at 1."),
        (NodeNames.EditYaw, "Head turn", "Turns the head, by 60 degrees at 1."),
        (NodeNames.EditRoll, "Head lean", "Leans the head to a side, by 15 degrees at 1."),
    ];

    /// <summary>The names of the sliders, in the panel's order.</summary>
    public static IReadOnlyList<string> Edits { get; } = [.. Sliders.Select(slider => slider.Name)];

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Expression").Open(false);
        descriptor.DefineDouble(NodeNames.Expression).Label("Plate's expression").Parent(Group)
            .Default(0).Range(0, 1).Increment(0.01, 3)
            .Hint("How much of the plate's expression is put back on the swapped face, for swappers that lose it; 0.8 is a good amount. Above 0 it needs LivePortrait's feature extractor, motion extractor and generator in a models folder.");
        descriptor.DefineBool(NodeNames.ExpressionUpper).Label("Eyes and brows").Parent(Group)
            .Default(true).Animates(false)
            .Hint("Whether Plate's expression counts for the upper face.");
        descriptor.DefineBool(NodeNames.ExpressionLower).Label("Mouth and jaw").Parent(Group)
            .Default(true).Animates(false)
            .Hint("Whether Plate's expression counts for the lower face.");

        descriptor.DefineGroup(EditGroup).Label("Edit").Parent(Group).Open(false);
        foreach ((string name, string label, string hint) in Sliders)
        {
            descriptor.DefineDouble(name).Label(label).Parent(EditGroup)
                .Default(0).Range(-1, 1).Increment(0.01, 3)
                .Hint($"{hint} 0 leaves it. Any of these needs LivePortrait's six networks in a models folder.");
        }
    }

    /// <summary>How the plate's expression is put back at a time; <see langword="null"/> where it isn't.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static ExpressionOptions? Read(Effect effect, double time)
    {
        float amount = (float)Math.Clamp(effect.DoubleParam(NodeNames.Expression).GetAt(time), 0, 1);
        return amount == 0 ? null : new ExpressionOptions(amount)
        {
            UpperFace = effect.BoolParam(NodeNames.ExpressionUpper).GetAt(time),
            LowerFace = effect.BoolParam(NodeNames.ExpressionLower).GetAt(time),
        };
    }

    /// <summary>What the sliders change at a time.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static FaceEdits ReadEdits(Effect effect, double time)
    {
        return new FaceEdits
        {
            Brows = Slider(NodeNames.EditBrows),
            GazeHorizontal = Slider(NodeNames.EditGazeHorizontal),
            GazeVertical = Slider(NodeNames.EditGazeVertical),
            EyesOpen = Slider(NodeNames.EditEyesOpen),
            LipsOpen = Slider(NodeNames.EditLipsOpen),
            Grim = Slider(NodeNames.EditGrim),
            Pout = Slider(NodeNames.EditPout),
            Purse = Slider(NodeNames.EditPurse),
            Smile = Slider(NodeNames.EditSmile),
            MouthHorizontal = Slider(NodeNames.EditMouthHorizontal),
            MouthVertical = Slider(NodeNames.EditMouthVertical),
            Pitch = Slider(NodeNames.EditPitch),
            Yaw = Slider(NodeNames.EditYaw),
            Roll = Slider(NodeNames.EditRoll),
        };

        // Not every host keeps to the range.
        float Slider(string name) => (float)Math.Clamp(effect.DoubleParam(name).GetAt(time), -1, 1);
    }
}
