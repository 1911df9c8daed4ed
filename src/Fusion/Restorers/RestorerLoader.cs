using System.Collections.Concurrent;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Restorers;

/// <summary>The restorers of this process, by the content of their files.</summary>
internal static class RestorerLoader
{
    private static readonly ConcurrentDictionary<InferenceSession, FaceRestorer> Restorers = new();

    /// <summary>The network that options ask for.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <param name="options">Which one.</param>
    /// <exception cref="ModelException">A file is missing or can't be loaded, or it is no restorer.</exception>
    public static FaceRestorer Load(ModelLibrary models, RestorerOptions options)
    {
        ModelFile file = options.Restorer != Restorer.File ? Published(models, options.Restorer)
            : options.File.Length > 0 ? NetworkFiles.Open(models, options.File)
            : throw new ModelException("No restorer file is set; choose an ONNX file in Restorer file, or another Restorer.");

        // Asked for even where the restorer is known: the file may lie elsewhere by now, which the session learns here.
        InferenceSession session = SessionCache.Get(file);
        return Restorers.GetOrAdd(session, static session => new FaceRestorer(session));
    }

    private static ModelFile Published(ModelLibrary models, Restorer restorer)
    {
        RestorerFile wanted = RestorerFile.Of(restorer);
        return NetworkFiles.Require(models, wanted.Title, null, wanted.Name);
    }
}
