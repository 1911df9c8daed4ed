using System.Numerics;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Expressions;

/// <summary>
/// LivePortrait's three networks that move a face: appearance (1×3×256×256 RGB 0–1 → 1×32×16×64×64), motion (the same →
/// pitch, yaw and roll in degrees, scale, translation, expression, points) and picture (appearance, the points' places to be
/// and as they are → 1×3×512×512 RGB 0–1). Thread-safe; shared by the whole process.
/// </summary>
internal sealed class PortraitAnimator
{
    /// <summary>The crop's side in pixels.</summary>
    public const int Side = 512;

    private const int SeenSide = 256, VolumeLength = 32 * 16 * 64 * 64;
    private const int Pitch = 0, Yaw = 1, Roll = 2, Scale = 3, Translation = 4, Expression = 5, Points = 6;
    private const string VolumeName = "feature_volume", ToName = "source", FromName = "target";

    private readonly InferenceSession _appearance, _motion, _generator;

    /// <summary>The animator of loaded networks.</summary>
    /// <param name="appearance">The feature extractor.</param>
    /// <param name="motion">The motion extractor.</param>
    /// <param name="generator">The generator.</param>
    /// <exception cref="Inference.ModelException">A network is another one.</exception>
    public PortraitAnimator(InferenceSession appearance, InferenceSession motion, InferenceSession generator)
    {
        KnownContracts.Require(ContractNames.LivePortraitFeature, appearance);
        KnownContracts.Require(ContractNames.LivePortraitMotion, motion);
        KnownContracts.Require(ContractNames.LivePortraitGenerator, generator);
        _appearance = appearance;
        _motion = motion;
        _generator = generator;
    }

    /// <summary>How a face moves.</summary>
    /// <param name="crop">Straight working-space pixels of <see cref="Side"/>×<see cref="Side"/>.</param>
    /// <exception cref="Inference.ModelException">The network failed or gave no numbers.</exception>
    public PortraitMotion Motion(ImageBuffer crop)
    {
        using Tensor input = Seen(_motion, crop);
        using NetworkOutputs outputs = NetworkOutputs.Run(_motion, input);
        ReadOnlySpan<float> translation = outputs.Floats(Translation, 3);
        return new PortraitMotion(
            new HeadTurn(outputs.Floats(Pitch, 1)[0], outputs.Floats(Yaw, 1)[0], outputs.Floats(Roll, 1)[0]),
            outputs.Floats(Scale, 1)[0],
            new Vector3(translation),
            PortraitTensors.PointsOf(outputs, Expression).ToArray(),
            PortraitTensors.PointsOf(outputs, Points).ToArray());
    }

    /// <summary>The face of a crop with its points elsewhere.</summary>
    /// <param name="crop">Straight working-space pixels of <see cref="Side"/>×<see cref="Side"/>.</param>
    /// <param name="from">Where its 21 points are.</param>
    /// <param name="to">Where they shall be.</param>
    /// <returns>The picture, 0 to 1. The caller disposes of it.</returns>
    /// <exception cref="Inference.ModelException">A network failed or gave no numbers.</exception>
    public ImageBuffer Move(ImageBuffer crop, Vector3[] from, Vector3[] to)
    {
        using Tensor source = PortraitTensors.OfPoints(Input(ToName), to), target = PortraitTensors.OfPoints(Input(FromName), from);
        Tensor?[] inputs = [.. _generator.Inputs.Select(input => input.Name switch { VolumeName => null, ToName => source, _ => target })];
        using NetworkOutputs outputs = Generate(crop, inputs);
        ReadOnlySpan<float> given = outputs.Floats(0, 3 * Side * Side);
        ImageBuffer moved = ImageBuffer.Uninitialized(Side, Side);
        PixelPhases.FromTensor(given, TensorFormat.UnitRgb, 1, 0, moved);
        return moved;
    }

    // The appearance, 8 MB, stays on the card where one runs both networks.
    private NetworkOutputs Generate(ImageBuffer crop, Tensor?[] inputs)
    {
        using Tensor seen = Seen(_appearance, crop);
        int place = Array.IndexOf(inputs, null);
        if (CardChain.TryRun(_appearance, 0, [seen], _generator, place, inputs) is { } given)
            return NetworkOutputs.Of(_generator, given);

        using NetworkOutputs outputs = NetworkOutputs.Run(_appearance, seen);
        using Tensor volume = Tensor.FromFloats(Input(VolumeName).Element, outputs.Floats(0, VolumeLength), 1, 32, 16, 64, 64);
        inputs[place] = volume;
        return NetworkOutputs.Run(_generator, inputs!);
    }

    private TensorInfo Input(string name) => _generator.Inputs.First(input => input.Name == name);

    private static Tensor Seen(InferenceSession session, ImageBuffer crop) => NetworkTensors.Picture(
        session.Inputs[0].Element, SeenSide, SeenSide,
        planar => AreaSampler.SampleTensor(crop.AsView(), Affine2D.Scaling((double)Side / SeenSide, (double)Side / SeenSide), NetworkSpace.Working, premultiplied: false, TensorFormat.UnitRgb, SeenSide, SeenSide, planar));
}
