using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that say who is put in.</summary>
internal static class IdentityParameters
{
    private const string Group = "identityGroup";

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Identity").Open(true);
        descriptor.DefineString(NodeNames.IdentityFile).Label("Identity file").Parent(Group)
            .Mode(StringMode.FilePath).FileMustExist(true).Animates(false)
            .Hint("A JPEG or PNG of the face to put in, whose largest face counts, or an identity file (.ffid). Sharp, evenly lit and frontal serves best, at least 60 pixels between the eyes.");

        // Written out: formatting a number is the first thing to look for cultures and random seeds, which a host's scan
        // needn't wait for.
        foreach ((string name, string label) in (ReadOnlySpan<(string, string)>)
            [(NodeNames.IdentityFile2, "Identity file 2"), (NodeNames.IdentityFile3, "Identity file 3"), (NodeNames.IdentityFile4, "Identity file 4")])
        {
            descriptor.DefineString(name).Label(label).Parent(Group)
                .Mode(StringMode.FilePath).FileMustExist(true).Animates(false)
                .Hint("Optional: another photo of the same person, with another expression or from another side. Each part of the face is taken from the photo that shows it as the plate does.");
        }

        descriptor.DefineChoice(NodeNames.IdentityFrom).Label("Identity from").Parent(Group)
            .Options("Automatic", "File", "Clip").Default(0).Animates(false)
            .Hint("Automatic takes the files when one is set, else the Identity clip.");
        descriptor.DefinePushButton(NodeNames.ReloadIdentity).Label("Reload identity").Parent(Group)
            .Hint("Reads the identity files again and says what speaks against them. Files that were written to are noticed without it.");

        // Counted up by the button: hosts render again only when a parameter has changed.
        descriptor.DefineInt(NodeNames.Reloads).Label("Reloads").Secret().Animates(false).CanUndo(false)
            .Default(0).Range(0, int.MaxValue)
            .Hint("How often the identity was read again.");
    }
}
