using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>What one family of detectors takes and how its answer is read; <see cref="FrameSearch"/> does the looking.</summary>
internal interface IDetectorHead
{
    /// <summary>The network.</summary>
    InferenceSession Session { get; }

    /// <summary>The side of the square picture it takes, in pixels.</summary>
    int InputSize { get; }

    /// <summary>Channel order and normalisation of that picture.</summary>
    TensorFormat Format { get; }

    /// <summary>Appends the candidates of one look, unsuppressed.</summary>
    /// <param name="outputs">What the network gave.</param>
    /// <param name="networkToFrame">From the network's pixels to raster coordinates; no rotation.</param>
    /// <param name="threshold">The least score of a candidate, 0 to 1.</param>
    /// <param name="candidates">Receives the faces.</param>
    void Decode(NetworkOutputs outputs, Affine2D networkToFrame, float threshold, List<DetectedFace> candidates);
}
