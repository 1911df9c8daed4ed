using FaceFusion.Fusion.Restorers;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Describing;

namespace FaceFusion.Node.Parameters;

/// <summary>The parameters that choose a network to restore the swapped face, and say how far.</summary>
internal static class RestorerParameters
{
    private const string Group = "restorerGroup";

    /// <summary>Defines them.</summary>
    /// <param name="descriptor">Gets them.</param>
    public static void Define(EffectDescriptor descriptor)
    {
        descriptor.DefineGroup(Group).Label("Restorer").Open(false);
        descriptor.DefineChoice(NodeNames.Restorer).Label("Restorer").Parent(Group)
            .Options(["Off", .. RestorerFile.All.Select(file => file.Title), "File"]).Default((int)Restorer.None).Animates(false)
            .Hint("A network that makes the swapped face sharper and cleaner, before grain and sharpness are matched to the plate. They are networks of other makers under their own licences, which you bring: put the file into a models folder under its published name, or choose File.");
        descriptor.DefineString(NodeNames.RestorerFile).Label("Restorer file").Parent(Group)
            .Mode(StringMode.FilePath).FileMustExist(true).Animates(false)
            .Hint("A restorer (ONNX). Used when Restorer is File.");
        descriptor.DefineDouble(NodeNames.RestorerBlend).Label("Blend").Parent(Group)
            .Default(RestorerOptions.DefaultBlend).Range(0, 1).Increment(0.01, 3)
            .Hint("How much of what the restorer changes is taken.");
        descriptor.DefineDouble(NodeNames.RestorerFidelity).Label("Fidelity").Parent(Group)
            .Default(RestorerOptions.DefaultFidelity).Range(0, 1).Increment(0.01, 3)
            .Hint("CodeFormer's weight: 0 looks best, 1 stays nearest to the face as it was. The others don't know it.");
    }

    /// <summary>Which network restores at a time, and how; <see langword="null"/> for none.</summary>
    /// <param name="effect">The instance.</param>
    /// <param name="time">The time, in frames.</param>
    public static RestorerOptions? Read(Effect effect, double time)
    {
        Restorer restorer = StoredChoice.Read<Restorer>(effect, NodeNames.Restorer, time);
        if (restorer == Restorer.None)
            return null;
        string file = restorer == Restorer.File ? effect.TryStringParam(NodeNames.RestorerFile)?.GetAt(time).Trim() ?? "" : "";
        return new RestorerOptions(restorer, file)
        {
            Blend = (float)Math.Clamp(effect.DoubleParam(NodeNames.RestorerBlend).GetAt(time), 0, 1),
            Fidelity = (float)Math.Clamp(effect.DoubleParam(NodeNames.RestorerFidelity).GetAt(time), 0, 1),
        };
    }
}
