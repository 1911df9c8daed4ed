using FaceFusion.Node.Parameters;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Commands;

/// <summary>Sets everything but the identity to its default.</summary>
internal static class ResetCommand
{
    /// <summary>Resets, as one step to undo.</summary>
    /// <param name="effect">The instance.</param>
    public static void Run(Effect effect)
    {
        using ParamEditScope edit = effect.Edit("Reset");
        foreach (Setting setting in Setting.All)
            setting.Reset(effect);
    }
}
