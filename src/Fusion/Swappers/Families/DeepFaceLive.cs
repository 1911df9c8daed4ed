using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers.Families;

/// <summary>
/// A DeepFaceLive model (<c>.dfm</c>): one person, so that the identity isn't asked. S×S BGR 0 to 1, channels side by side, in
/// and out, aligned to DeepFaceLab's whole face; S is the graph's. It gives the target's mask, the face and the new face's
/// mask; where both masks are is its matte. Some take a morph, how far the face becomes the model's.
/// </summary>
internal sealed class DeepFaceLive : FaceSwapper
{
    private const string PictureName = "in_face:0", MorphName = "morph_value:0";
    private const int OpenSide = 224, TargetMask = 0, Face = 1, NewMask = 2;

    private static readonly TensorFormat Bgr = TensorFormat.UnitRgb with { Order = ChannelOrder.Bgr };

    private readonly int _picture, _morph;

    /// <summary>A swapper on a loaded network.</summary>
    /// <param name="session">The network.</param>
    /// <exception cref="Inference.ModelException">The network is no DeepFaceLive model.</exception>
    public DeepFaceLive(InferenceSession session)
        : base(Checked(session), AlignmentTemplate.DflWholeFace, (int)(session.Inputs.First(input => input.Name == PictureName).Shape[1] ?? OpenSide))
    {
        _picture = session.Inputs[0].Name == PictureName ? 0 : 1;
        _morph = session.Inputs.Any(input => input.Name == MorphName) ? 1 - _picture : -1;
    }

    /// <inheritdoc/>
    public override bool HasMatte => true;

    /// <inheritdoc/>
    public override ImageBuffer Swap(ImageBuffer crop, int factor, in SwapSubject subject)
    {
        ImageBuffer answer = ImageBuffer.Uninitialized(crop.Width, crop.Height);
        try
        {
            using Tensor? morph = _morph < 0 ? null : Morph(Math.Min(2 * subject.Amount, 1));
            for (int phase = 0; phase < factor * factor; phase++)
                Swap(crop, factor, phase, morph, answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        PixelPhases.Even(answer, factor);
        return answer;
    }

    private void Swap(ImageBuffer crop, int factor, int phase, Tensor? morph, ImageBuffer answer)
    {
        int plane = Side * Side;
        using Tensor planar = Tensor.Uninitialized(TensorElement.Float32, 3, Side, Side);
        PixelPhases.ToTensor(crop, factor, phase, Bgr, planar.AsSpan<float>());
        using Tensor picture = NetworkTensors.Make(Session.Inputs[_picture].Element, floats => Interleave(planar.AsSpan<float>(), floats), 1, Side, Side, 3);
        using NetworkOutputs outputs = morph is null ? NetworkOutputs.Run(Session, picture)
            : _picture == 0 ? NetworkOutputs.Run(Session, picture, morph) : NetworkOutputs.Run(Session, morph, picture);

        ReadOnlySpan<float> face = outputs.Floats(Face, 3 * plane), target = outputs.Floats(TargetMask, plane), given = outputs.Floats(NewMask, plane);
        using Tensor matte = Tensor.Uninitialized(TensorElement.Float32, Side, Side);
        Span<float> both = matte.AsSpan<float>();
        for (int i = 0; i < plane; i++)
            both[i] = Math.Min(target[i], given[i]);
        Part(face[..(3 * plane)], planar.AsSpan<float>());
        PixelPhases.FromTensor(planar.AsSpan<float>(), Bgr, factor, phase, answer);
        PixelPhases.AlphaFromTensor(both, factor, phase, answer);
    }

    private Tensor Morph(float value)
    {
        TensorInfo input = Session.Inputs[_morph];
        return NetworkTensors.Make(input.Element, floats => floats.Fill(value), [.. input.Shape.Select(size => size ?? 1)]);
    }

    private static void Interleave(ReadOnlySpan<float> planes, Span<float> pixels)
    {
        int plane = planes.Length / 3;
        for (int i = 0; i < plane; i++)
        {
            for (int channel = 0; channel < 3; channel++)
                pixels[(3 * i) + channel] = planes[(channel * plane) + i];
        }
    }

    private static void Part(ReadOnlySpan<float> pixels, Span<float> planes)
    {
        int plane = planes.Length / 3;
        for (int i = 0; i < plane; i++)
        {
            for (int channel = 0; channel < 3; channel++)
                planes[(channel * plane) + i] = pixels[(3 * i) + channel];
        }
    }

    private static InferenceSession Checked(InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        KnownContracts.Require(ContractNames.Dfm, session);
        return session;
    }
}
