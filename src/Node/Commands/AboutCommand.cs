using System.Text;
using FaceFusion.Fusion;
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
    public static string Text()
    {
        StringBuilder text = new();
        text.AppendLine($"FaceFusion OFX {NodeNames.ProductVersion}, Apache-2.0");
        HashSet<string> used = [.. FaceEngine.NeededModels, .. FaceEngine.OptionalModels];
        foreach (ModelStatus status in NodeEngine.Instance.Models.List().Where(status => used.Contains(status.Entry.Id)))
        {
            string where = status.State switch
            {
                ModelState.Present => status.Path!,
                ModelState.Missing when FaceEngine.OptionalModels.Contains(status.Entry.Id) => "not there, and done without",
                ModelState.Missing => "missing: nothing is rendered without it",
                _ => $"{status.Path} holds something else",
            };
            text.AppendLine($"{status.Entry.Name}, {status.Entry.Licence.Id}: {where}");
        }

        return text.Append("The licences of the libraries are in the bundle's Resources/licences.").ToString();
    }
}
