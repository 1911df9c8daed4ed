using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that say which face of the plate is replaced, and how it changes.</summary>
internal static class FaceParameters
{
    private const string Group = "faceGroup";

    /// <summary>Farther out than any picture, in canonical units.</summary>
    internal const double Farthest = 1_000_000;

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Face").Open(true);
        descriptor.DefineChoice(NodeNames.FaceOrder).Label("Face").Parent(Group)
            .Options("Largest", "From left", "From right", "From top", "Nearest the centre", "All faces", "Picked", "Best", "Person").Default(0).Animates(false)
            .Hint("How the faces of the plate are counted; Number says which of them is replaced. Picked: the face at the point below, wherever it stands among the others. Best: by the detector's certainty. Person: by who they are, see People.");
        descriptor.DefineInt(NodeNames.FaceNumber).Label("Number").Parent(Group)
            .Default(1).Range(1, 99).DisplayRange(1, 10)
            .Hint("Which face, counted as Face says, from 1. Not used for All faces, Picked and Person.");
        descriptor.DefineDouble2D(NodeNames.FacePoint).Label("Face point").Parent(Group)
            .Type(OfxValues.kOfxParamDoubleTypeXYAbsolute).DefaultCoordinates(OfxValues.kOfxParamCoordinatesNormalised).Default(0.5, 0.5)
            .Range(-Farthest, Farthest).DisplayRange(-Farthest, Farthest).Enabled(false)
            .Hint("Where the picked face is, in pixels of the full resolution; on or near the face is near enough. Animate it, or press Analyse, when the face moves through the picture. Used when Face is Picked.");
        descriptor.DefinePushButton(NodeNames.PickFace).Label("Pick face").Parent(Group)
            .Hint("Picks the face that is replaced in this frame and sets Face to Picked; pressed again, it picks the next face to the right, and so on. Where the viewer shows the faces, a click on one picks it.");
        descriptor.DefinePushButton(NodeNames.Analyse).Label("Analyse").Parent(Group)
            .Hint("Follows the face that is replaced in this frame through the whole shot, sets Face to Picked and keys Face point to it, so that the swap stays with it when people cross. With Face at Person it follows each of the people instead and keys their places. Can be cancelled; nothing is changed then.");
        descriptor.DefineString(NodeNames.Analysis).Label("Analysis").Parent(Group)
            .Mode(StringMode.Label).Animates(false).EvaluateOnChange(false).CanUndo(false).Default("Not analysed")
            .Hint("What Analyse found.");
        descriptor.DefineString(NodeNames.LeftOut).Label("Frames left out").Parent(Group)
            .Animates(false)
            .Hint("Frames in which no face is replaced, such as 12-19, 40. Analyse writes those in which the face isn't there; a face picked in such a frame takes it out again. Empty: none.");
        descriptor.DefineBool(NodeNames.ShowFaces).Label("Show faces").Parent(Group)
            .Default(true).Animates(false).EvaluateOnChange(false)
            .Hint("Draws the faces over the viewer, where the host lets nodes draw: the replaced one with its contours, the others as boxes. The picture is not changed.");
        SwapParameters.DefineFace(descriptor, Group);
    }
}
