using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Commands;

/// <summary>What the node's push buttons do. A failure reaches the artist as a message of the host.</summary>
internal static class NodeCommands
{
    /// <summary>Runs the command of a button; nothing for what is no button.</summary>
    /// <param name="name">The parameter.</param>
    /// <param name="effect">The instance.</param>
    /// <param name="search">Looks at frames.</param>
    /// <param name="time">The time that the artist looks at, in frames.</param>
    /// <param name="renderScale">Pixels of the picture for one at full resolution.</param>
    public static void Run(string name, Effect effect, FaceSearch search, double time, OfxPointD renderScale)
    {
        switch (name)
        {
            case NodeNames.PickFace:
                PickCommand.PickNext(effect, search, time, renderScale);
                break;
            case NodeNames.Analyse:
                AnalyseCommand.Run(effect, search, time, renderScale);
                break;
            case NodeNames.ReloadIdentity:
                ReloadCommand.Run(effect);
                break;
            case NodeNames.LoadPreset:
                PresetCommands.Load(effect);
                break;
            case NodeNames.SavePreset:
                PresetCommands.Save(effect, time);
                break;
            case NodeNames.Reset:
                ResetCommand.Run(effect);
                break;
            case NodeNames.AboutNetworks:
                AboutCommand.Run(effect);
                break;
            default:
                if (Array.IndexOf(NodeNames.RememberPersons, name) is >= 0 and var person)
                    RememberCommand.Run(effect, search, person, time, renderScale);
                break;
        }
    }
}
