using FaceFusion.Fusion;
using FaceFusion.Fusion.Networks;

namespace FaceFusion.Node.Engine;

/// <summary>The networks that an artist chose to look at faces with.</summary>
/// <param name="Detector">What finds them.</param>
/// <param name="Landmarks">What places their points.</param>
/// <param name="Recogniser">What tells people apart.</param>
/// <param name="Segmenter">What tells them from what is in front of them.</param>
internal readonly record struct AnalysisNetworks(DetectorKind Detector, LandmarksKind Landmarks, RecogniserKind Recogniser, SegmenterKind Segmenter)
{
    /// <summary>The engine that uses them.</summary>
    /// <exception cref="Inference.ModelException">A file of a chosen network's name, or a manifest, can't be read.</exception>
    public FaceEngine Engine() => this == default
        ? NodeEngine.Instance
        : new FaceEngine(NodeEngine.Instance.Models, NetworkKinds.Choose(NodeEngine.Instance.Models, Detector, Landmarks, Recogniser, Segmenter));
}
