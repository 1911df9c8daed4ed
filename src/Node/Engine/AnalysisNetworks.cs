using FaceFusion.Fusion;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Node.Engine;

/// <summary>The networks that an artist chose to look at faces with, and what is to run those and all others.</summary>
/// <param name="Detector">What finds them.</param>
/// <param name="Landmarks">What places their points.</param>
/// <param name="Recogniser">What tells people apart.</param>
/// <param name="Segmenter">What tells them from what is in front of them.</param>
/// <param name="Provider">What runs networks, where the environment doesn't say.</param>
internal readonly record struct AnalysisNetworks(DetectorKind Detector, LandmarksKind Landmarks, RecogniserKind Recogniser, SegmenterKind Segmenter, ExecutionProvider Provider)
{
    /// <summary>The engine that uses them.</summary>
    /// <exception cref="Inference.ModelException">A file of a chosen network's name, or a manifest, can't be read.</exception>
    public FaceEngine Engine()
    {
        FaceEngine engine = NodeEngine.For(Provider);
        return this == new AnalysisNetworks { Provider = Provider }
            ? engine
            : new FaceEngine(engine.Models, NetworkKinds.Choose(engine.Models, Detector, Landmarks, Recogniser, Segmenter));
    }
}
