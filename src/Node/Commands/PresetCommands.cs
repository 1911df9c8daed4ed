using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Commands;

/// <summary>Saves a look to the preset file and loads it from there.</summary>
internal static class PresetCommands
{
    /// <summary>Writes the look of a frame; a file that is there is replaced once the new one is complete.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The frame.</param>
    /// <exception cref="NodeException">No file is named, or it can't be written.</exception>
    public static void Save(Effect effect, double time)
    {
        string path = FilePath(effect);
        Preset.Read(effect, time).Write(path);
        effect.Messages.Show(OfxMessageTypes.kOfxMessageMessage, $"The preset is in '{path}'.");
    }

    /// <summary>Sets what the file says, as one step to undo; nothing when anything in it is wrong.</summary>
    /// <param name="effect">The instance.</param>
    /// <exception cref="NodeException">No file is named, it can't be read or is no preset.</exception>
    public static void Load(Effect effect)
    {
        Preset preset = Preset.Open(FilePath(effect));
        using (effect.Edit("Load preset"))
            preset.Apply(effect);

        if (preset.Unknown.Count > 0)
            effect.Messages.Show(OfxMessageTypes.kOfxMessageWarning, $"The preset also sets {string.Join(", ", preset.Unknown)}, which this version doesn't know; the rest was set.");
    }

    private static string FilePath(Effect effect)
    {
        string path = effect.TryStringParam(NodeNames.PresetFile)?.Get().Trim() ?? "";
        return path.Length > 0 ? path : throw new NodeException("No preset file is named; set Preset file to a path that ends in .json.");
    }
}
