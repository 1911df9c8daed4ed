using FaceFusion.Fusion;
using FaceFusion.Fusion.Identity;
using FaceFusion.Kernels.Execution;
using FaceFusion.Node.Engine;
using FaceFusion.Node.Parameters;
using FaceFusion.Node.Rendering;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;
using FaceFusion.Ofx.Plugin.Hosting;
using FaceFusion.Ofx.Plugin.Params;

namespace FaceFusion.Node.Commands;

/// <summary>Reads the identity files again, whatever their dates say, and has the host render again.</summary>
internal static class ReloadCommand
{
    /// <summary>Reads them. Cancelled, it leaves the rest to the next render.</summary>
    /// <param name="effect">The instance.</param>
    /// <exception cref="FaceException">A file can't be read, or shows no face large enough.</exception>
    /// <exception cref="Inference.ModelException">A network is missing or wrong.</exception>
    public static void Run(Effect effect)
    {
        FaceEngine.Purge();
        IReadOnlyList<string> files =
        [
            .. RenderSettings.ReadIdentityFiles(effect, time: 0),
            .. CastSettings.Read(effect, time: 0).Roles.Select(role => role.Identity).Where(file => file.Length > 0),
        ];
        List<string> warnings = [], provenance = [];
        FaceEngine engine = AnalysisParameters.Read(effect, time: 0).Engine();
        using (ProgressScope progress = effect.Progress("FaceFusion: reading the identity"))
        {
            for (int i = 0; i < files.Count && progress.Update((double)i / files.Count); i++)
            {
                string file = files[i];
                FaceIdentity identity = Executor.RunOnLargeStack(() => engine.LoadIdentity([file]));
                warnings.AddRange(identity.Warnings);
                provenance.AddRange(identity.Provenance);
            }
        }

        if (effect.TryParam(NodeNames.Reloads) is not null)
        {
            IntParam reloads = effect.IntParam(NodeNames.Reloads);
            reloads.Set(unchecked(reloads.Get() + 1) & int.MaxValue);
        }

        if (warnings.Count > 0)
            effect.Messages.Show(OfxMessageTypes.kOfxMessageWarning, string.Join(' ', warnings.Concat(provenance)));
        else if (provenance.Count > 0)
            effect.Messages.Show(OfxMessageTypes.kOfxMessageMessage, string.Join(' ', provenance));
    }
}
