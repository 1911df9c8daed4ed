using System.Collections.Concurrent;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Fusion.Recognition;

/// <summary>FairFace of this process, by the content of its file. It has FaceFusion's published name.</summary>
public static class FairFaceLoader
{
    private const string FileName = "fairface.onnx";

    private static readonly ConcurrentDictionary<InferenceSession, FairFaceClassifier> Classifiers = new();

    /// <summary>The classifier; <see langword="null"/> where no models folder has it: nothing needs it.</summary>
    /// <param name="models">Where the networks' files are.</param>
    /// <exception cref="Inference.ModelException">The file can't be loaded, is another network's or isn't what the studio's key allows.</exception>
    public static FairFaceClassifier? Find(ModelLibrary models)
    {
        ArgumentNullException.ThrowIfNull(models);
        return NetworkFiles.Find(models, null, FileName) is { } file
            ? Classifiers.GetOrAdd(SessionCache.Get(file), static session => new FairFaceClassifier(session))
            : null;
    }
}
