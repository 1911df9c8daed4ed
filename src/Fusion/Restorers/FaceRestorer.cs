using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Restorers;

/// <summary>
/// A network that restores an aligned face: GFPGAN, GPEN, RestoreFormer++ and, with a weight, CodeFormer. S×S RGB −1 to 1 in
/// and out, aligned to ffhq_512; GPEN's of 256 pixels alone to arcface_128. Thread-safe; shared by the whole process.
/// </summary>
internal sealed class FaceRestorer
{
    private const string WeightName = "weight";
    private const int SmallSide = 256, OpenSide = 512;

    private readonly InferenceSession _session;
    private readonly int _picture, _weight;

    /// <summary>A restorer on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="Inference.ModelException">The network is no restorer.</exception>
    public FaceRestorer(InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        _weight = session.Inputs.ToList().FindIndex(input => input.Name == WeightName);
        KnownContracts.Require(_weight < 0 ? ContractNames.FaceRestorer : ContractNames.CodeFormer, session);
        _session = session;
        _picture = _weight == 0 ? 1 : 0;
        Side = (int)(session.Inputs[_picture].Shape[^1] ?? OpenSide);
    }

    /// <summary>The crop's side in pixels.</summary>
    public int Side { get; }

    /// <summary>How faces lie in the crop.</summary>
    public AlignmentTemplate Template => Side == SmallSide ? AlignmentTemplate.Arcface128 : AlignmentTemplate.Ffhq512;

    /// <summary>Restores the face of a crop.</summary>
    /// <param name="crop">Straight working-space pixels of <see cref="Side"/>×<see cref="Side"/>.</param>
    /// <param name="fidelity">CodeFormer's weight, 0 to 1.</param>
    /// <returns>The restored face, 0 to 1. The caller disposes of it.</returns>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public ImageBuffer Restore(ImageBuffer crop, float fidelity)
    {
        int count = 3 * Side * Side;
        using Tensor picture = NetworkTensors.Picture(_session.Inputs[_picture].Element, Side, Side, floats => PixelPhases.ToTensor(crop, 1, 0, SwapperFormats.Signed, floats));
        using Tensor? weight = _weight < 0 ? null : Weight(fidelity);
        using NetworkOutputs outputs = weight is null ? NetworkOutputs.Run(_session, picture)
            : _picture == 0 ? NetworkOutputs.Run(_session, picture, weight) : NetworkOutputs.Run(_session, weight, picture);
        ReadOnlySpan<float> given = outputs.Floats(0, count);
        ImageBuffer restored = ImageBuffer.Uninitialized(Side, Side);
        PixelPhases.FromTensor(given, SwapperFormats.Signed, 1, 0, restored);
        return restored;
    }

    // Published files take it in double precision.
    private Tensor Weight(float fidelity)
    {
        TensorInfo input = _session.Inputs[_weight];
        long[] shape = [.. input.Shape.Select(size => size ?? 1)];
        if (input.Element != TensorElement.Float64)
            return NetworkTensors.Make(input.Element, floats => floats.Fill(fidelity), shape);
        Tensor weight = Tensor.Uninitialized(TensorElement.Float64, shape);
        weight.AsSpan<double>().Fill(fidelity);
        return weight;
    }
}
