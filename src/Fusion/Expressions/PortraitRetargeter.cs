using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Fusion.Expressions;

/// <summary>
/// LivePortrait's three networks that say where points go: the eyes' (1×66: the points, how open either eye is and how open
/// both shall be → 63 moves), the lips' (1×65 → 63) and the stitcher, which keeps the head on its neck (two times 1×21×3 →
/// 1×21×3). Thread-safe; shared by the whole process.
/// </summary>
internal sealed class PortraitRetargeter
{
    // How open eyes and lips are at the ends of their sliders (facefusion 3.1, face_editor).
    private const float OpenEyes = 0.6f, OpenLips = 1;
    private const string ToName = "source";

    private readonly InferenceSession _eyes, _lips, _stitcher;

    /// <summary>The retargeter of loaded networks.</summary>
    /// <param name="eyes">The eye retargeter.</param>
    /// <param name="lips">The lip retargeter.</param>
    /// <param name="stitcher">The stitcher.</param>
    /// <exception cref="Inference.ModelException">A network is another one.</exception>
    public PortraitRetargeter(InferenceSession eyes, InferenceSession lips, InferenceSession stitcher)
    {
        KnownContracts.Require(ContractNames.LivePortraitEyes, eyes);
        KnownContracts.Require(ContractNames.LivePortraitLips, lips);
        KnownContracts.Require(ContractNames.LivePortraitStitcher, stitcher);
        _eyes = eyes;
        _lips = lips;
        _stitcher = stitcher;
    }

    /// <summary>Opens or closes the eyes.</summary>
    /// <param name="from">Where the points are in the crop.</param>
    /// <param name="openness">How open the eyes are there.</param>
    /// <param name="slider">−1 closes them, 1 opens them wide.</param>
    /// <param name="to">Where the points shall be; changed in place.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public void MoveEyes(ReadOnlySpan<Vector3> from, FaceOpenness openness, float slider, Span<Vector3> to)
    {
        if (slider != 0)
            Add(_eyes, PortraitTensors.OfPoints(_eyes.Inputs[0], from, openness.LeftEye, openness.RightEye, slider < 0 ? 0 : OpenEyes), Math.Abs(slider), to);
    }

    /// <summary>Opens or closes the lips.</summary>
    /// <param name="from">Where the points are in the crop.</param>
    /// <param name="openness">How open the lips are there.</param>
    /// <param name="slider">−1 closes them, 1 opens them wide.</param>
    /// <param name="to">Where the points shall be; changed in place.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public void MoveLips(ReadOnlySpan<Vector3> from, FaceOpenness openness, float slider, Span<Vector3> to)
    {
        if (slider != 0)
            Add(_lips, PortraitTensors.OfPoints(_lips.Inputs[0], from, openness.Lips, slider < 0 ? 0 : OpenLips), Math.Abs(slider), to);
    }

    /// <summary>The points to go to, with the head kept on its neck.</summary>
    /// <param name="from">Where the points are in the crop.</param>
    /// <param name="to">Where they shall be.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public Vector3[] Stitch(ReadOnlySpan<Vector3> from, ReadOnlySpan<Vector3> to)
    {
        bool sourceFirst = _stitcher.Inputs[0].Name == ToName;
        using Tensor first = PortraitTensors.OfPoints(_stitcher.Inputs[0], sourceFirst ? to : from);
        using Tensor second = PortraitTensors.OfPoints(_stitcher.Inputs[1], sourceFirst ? from : to);
        using NetworkOutputs outputs = NetworkOutputs.Run(_stitcher, first, second);
        return PortraitTensors.PointsOf(outputs, 0).ToArray();
    }

    private static void Add(InferenceSession session, Tensor asked, float factor, Span<Vector3> points)
    {
        using (asked)
        using (NetworkOutputs outputs = NetworkOutputs.Run(session, asked))
        {
            ReadOnlySpan<Vector3> moves = PortraitTensors.PointsOf(outputs, 0);
            for (int i = 0; i < points.Length; i++)
                points[i] += factor * moves[i];
        }
    }
}
