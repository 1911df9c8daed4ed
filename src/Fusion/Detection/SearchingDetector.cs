using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Detection;

/// <summary>A detector of a family that takes a square picture: what it takes and how its answer is read; <see cref="FrameSearch"/> does the looking.</summary>
public abstract class SearchingDetector : IFaceDetector
{
    // Where a network takes any size.
    private const int OpenSize = 640;

    private readonly FrameSearch _search;

    private protected SearchingDetector(string contract, InferenceSession session, in TensorFormat format, float threshold)
    {
        KnownContracts.Require(contract, session);
        Session = session;
        InputSize = NetworkPicture.Side(session, OpenSize);
        Format = format;
        _search = new FrameSearch(this, threshold);
    }

    /// <summary>The network.</summary>
    internal InferenceSession Session { get; }

    /// <summary>The side of the square picture it takes, in pixels.</summary>
    internal int InputSize { get; }

    /// <summary>Channel order and normalisation of that picture.</summary>
    internal TensorFormat Format { get; }

    /// <inheritdoc/>
    public IReadOnlyList<DetectedFace> Detect(in FrameView frame, SearchGoal goal = SearchGoal.EveryFace) => _search.Detect(frame, goal);

    /// <summary>Appends the candidates of one look, unsuppressed.</summary>
    /// <param name="outputs">What the network gave.</param>
    /// <param name="networkToFrame">From the network's pixels to raster coordinates; no rotation.</param>
    /// <param name="threshold">The least score of a candidate, 0 to 1.</param>
    /// <param name="candidates">Receives the faces.</param>
    internal abstract void Decode(NetworkOutputs outputs, Affine2D networkToFrame, float threshold, List<DetectedFace> candidates);
}
