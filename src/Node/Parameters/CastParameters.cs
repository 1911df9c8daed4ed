using FaceFusion.Fusion.Recognition;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that name people of the plate, and who is put in for each of them.</summary>
internal static class CastParameters
{
    private const string Group = "castGroup";

    // Written out: formatting numbers is what a host's scan needn't wait for.
    private static readonly string[] PersonLabels = ["Person", "Person 2", "Person 3", "Person 4"];
    private static readonly string[] RememberLabels = ["Remember person", "Remember person 2", "Remember person 3", "Remember person 4"];
    private static readonly string[] PointLabels = ["Place of person", "Place of person 2", "Place of person 3", "Place of person 4"];
    private static readonly string[] FramesLabels = ["Frames of person", "Frames of person 2", "Frames of person 3", "Frames of person 4"];
    private static readonly string[] IdentityLabels = ["", "Identity of person 2", "Identity of person 3", "Identity of person 4"];

    /// <summary>All of them in the panel's order, but for what only projects read.</summary>
    public static IReadOnlyList<string> Shown { get; } = FindShown();

    /// <summary>What the panel calls the frames in which a person was found.</summary>
    /// <param name="role">Which person, from 0.</param>
    public static string FramesLabel(int role) => FramesLabels[role];

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("People").Open(false);
        descriptor.DefineDouble(NodeNames.PersonDistance).Label("Distance").Parent(Group)
            .Default(LikenessScale.UsualDistance).Range(0, 1).Increment(0.01, 2).Enabled(false)
            .Hint("How unlike a face may be to still be the person: 0 the same picture, 0.3 where one person ends and the next begins. More finds turned and blurred heads too, and takes others for them. Used when Face is Person.");
        for (int role = 0; role < NodeNames.PersonFiles.Length; role++)
            DefineRole(descriptor, role);
    }

    // A list, not an iterator: spreading one of those has the runtime open its source of random numbers in a host's scan.
    private static List<string> FindShown()
    {
        List<string> names = [NodeNames.PersonDistance];
        for (int role = 0; role < NodeNames.PersonFiles.Length; role++)
        {
            names.Add(NodeNames.PersonFiles[role]);
            names.Add(NodeNames.RememberPersons[role]);
            if (role > 0)
                names.Add(NodeNames.PersonIdentities[role]);
            names.Add(NodeNames.PersonPoints[role]);
            names.Add(NodeNames.PersonFrames[role]);
        }

        return names;
    }

    private static void DefineRole(EffectDescriptor descriptor, int role)
    {
        descriptor.DefineString(NodeNames.PersonFiles[role]).Label(PersonLabels[role]).Parent(Group)
            .Mode(StringMode.FilePath).FileMustExist(true).Animates(false).Enabled(false)
            .Hint(role == 0
                ? "Who of the plate is replaced by the identity: a photo of them (JPEG or PNG) or an identity file. Used when Face is Person; where it is empty, the remembered face counts."
                : "Another person of the plate who is replaced in the same pass, by the identity below: a photo of them or an identity file.");
        descriptor.DefinePushButton(NodeNames.RememberPersons[role]).Label(RememberLabels[role]).Parent(Group)
            .Hint("Takes the face at Face point in this frame for this person, or the largest where none is there, and sets Face to Person. A frame that shows them from the front serves best.");
        if (role > 0)
        {
            descriptor.DefineString(NodeNames.PersonIdentities[role]).Label(IdentityLabels[role]).Parent(Group)
                .Mode(StringMode.FilePath).FileMustExist(true).Animates(false).Enabled(false)
                .Hint("Who is put in for this person: a photo (JPEG or PNG) or an identity file.");
        }

        descriptor.DefineDouble2D(NodeNames.PersonPoints[role]).Label(PointLabels[role]).Parent(Group)
            .Type(OfxValues.kOfxParamDoubleTypeXYAbsolute).DefaultCoordinates(OfxValues.kOfxParamCoordinatesNormalised).Default(0.5, 0.5)
            .Range(-FaceParameters.Farthest, FaceParameters.Farthest).DisplayRange(-FaceParameters.Farthest, FaceParameters.Farthest).Enabled(false)
            .Hint("Where this person's face is in the frames below, in pixels of the full resolution. Analyse keys it; keys can be corrected by hand.");
        descriptor.DefineString(NodeNames.PersonFrames[role]).Label(FramesLabels[role]).Parent(Group)
            .Animates(false).Enabled(false)
            .Hint("The frames in which this person is the face at the place above, such as 1-48, 60; in others they aren't there. Analyse writes it, when Face is Person. Empty: they are told by who they are, in every frame anew.");
        descriptor.DefineString(NodeNames.PersonFaces[role]).Label(PersonLabels[role]).Secret().Animates(false)
            .Hint("The face that was remembered for this person, as the recogniser's numbers.");
    }
}
