using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>Presets, the reset, and what the artist is told of the node itself.</summary>
internal static class AboutParameters
{
    private const string Group = "aboutGroup";

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Presets and about").Open(false);
        descriptor.DefineString(NodeNames.PresetFile).Label("Preset file").Parent(Group)
            .Mode(StringMode.FilePath).FileMustExist(false).Animates(false).EvaluateOnChange(false)
            .Hint("A JSON file that holds a look: everything but the identity, the choice of the face, the input space and the output.");
        descriptor.DefinePushButton(NodeNames.LoadPreset).Label("Load preset").Parent(Group)
            .Hint("Sets the parameters to what the preset file says; those it doesn't name stay. One step to undo.");
        descriptor.DefinePushButton(NodeNames.SavePreset).Label("Save preset").Parent(Group)
            .Hint("Writes the parameters, as they are in this frame, to the preset file. A file that is there is replaced.");
        descriptor.DefinePushButton(NodeNames.Reset).Label("Reset").Parent(Group)
            .Hint("Sets every parameter but the identity to its default and removes its keys. One step to undo.");
        descriptor.DefineString(NodeNames.AboutVersion).Label("Version").Parent(Group)
            .Mode(StringMode.Label).Animates(false).EvaluateOnChange(false).Persistent(false).CanUndo(false)
            .Default("FaceFusion OFX " + NodeNames.ProductVersion)
            .Hint("The version of this node.");
        descriptor.DefinePushButton(NodeNames.AboutNetworks).Label("Networks and licences").Parent(Group)
            .Hint("Shows which networks are in use, where their files are and under which licence they come, and the node's own licence.");
    }
}
