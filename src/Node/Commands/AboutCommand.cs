using System.Text;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Models;
using FaceFusion.Node.Engine;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Commands;

/// <summary>Tells of the networks and licences.</summary>
internal static class AboutCommand
{
    /// <summary>Shows the message.</summary>
    /// <param name="effect">The instance.</param>
    public static void Run(Effect effect) => effect.Messages.Show(OfxMessageTypes.kOfxMessageMessage, Text());

    /// <summary>A line for the node, one for every network it uses, and one on the other licences.</summary>
    public static string Text() => Text(NodeEngine.Instance.Models);

    /// <summary>The same for a machine.</summary>
    /// <param name="models">Its models.</param>
    internal static string Text(ModelLibrary models)
    {
        StringBuilder text = new();
        text.AppendLine($"FaceFusion OFX {NodeNames.ProductVersion}, Apache-2.0");
        Dictionary<string, ModelStatus> states = models.List().ToDictionary(status => status.Entry.Id);
        foreach (FaceNetwork network in FaceNetwork.All)
        {
            ModelStatus installed = states[network.Public];
            ModelStatus? starter = states.GetValueOrDefault(network.Starter);
            text.AppendLine(installed.State == ModelState.Missing && starter is { State: not ModelState.Missing }
                ? $"{Line(starter)} ({StarterHint.Remedy(models.Manifest, [network])} for heads turned far and small faces)"
                : installed.State == ModelState.Missing ? $"{installed.Entry.Name}, {installed.Entry.Licence.Id}: {(network.IsNeeded ? "missing: nothing is rendered without it" : "not there, and done without")}"
                : Line(installed));
        }

        return text.Append("The licences of the libraries are in the bundle's Resources/licences.").ToString();
    }

    private static string Line(ModelStatus status) =>
        $"{status.Entry.Name}, {status.Entry.Licence.Id}: {(status.State == ModelState.Present ? status.Path : $"{status.Path} holds something else")}";
}
