using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Landmarks;

/// <summary>A landmarker of a few points that looks once, at an upright square around the detection, turned by the eyes.</summary>
public abstract class CropLandmarker : SparseLandmarker
{
    private readonly int _inputSize;
    private readonly float _margin;
    private readonly TensorFormat _format;
    private readonly EdgeMode _outside;

    private protected CropLandmarker(
        string contract, SparseLayout layout, InferenceSession session, int inputSize, float margin, in TensorFormat format, EdgeMode outside)
        : base(contract, layout, session)
    {
        _inputSize = inputSize;
        _margin = margin;
        _format = format;
        _outside = outside;
    }

    /// <inheritdoc/>
    public sealed override SparseLandmarks Find(in FrameView frame, DetectedFace face)
    {
        ArgumentNullException.ThrowIfNull(face);
        Affine2D cropToSquare = FaceCrop.Around(face, frame.PixelAspect, _margin).ToFrame(_inputSize);
        using Tensor input = NetworkPicture.Planes(Session, frame, cropToSquare.Then(frame.SquareToRaster), _format, _inputSize, _outside);
        using NetworkOutputs outputs = NetworkOutputs.Run(Session, input);
        return Read(outputs, cropToSquare, face);
    }

    private protected abstract SparseLandmarks Read(NetworkOutputs outputs, Affine2D cropToSquare, DetectedFace face);
}
