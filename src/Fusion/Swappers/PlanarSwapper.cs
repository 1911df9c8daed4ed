using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Contracts;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Swappers;

/// <summary>
/// A swapper that takes the crop as planes under the name <c>target</c> and the identity as <c>source</c>, and gives the new
/// face first. All phases of a fine crop go through in one batch where the network takes one, else one by one.
/// </summary>
internal abstract class PlanarSwapper : FaceSwapper
{
    private const string SourceName = "source", TargetName = "target";

    private readonly TensorFormat _taken, _given;
    private readonly int _source, _target;

    /// <summary>A swapper.</summary>
    /// <param name="contract">The family's name, whose contract the network must keep.</param>
    /// <param name="session">The network.</param>
    /// <param name="template">How faces lie in its crop.</param>
    /// <param name="taken">How it wants the crop.</param>
    /// <param name="given">How it gives the new face.</param>
    /// <exception cref="Inference.ModelException">The network is of another family.</exception>
    protected PlanarSwapper(string contract, InferenceSession session, AlignmentTemplate template, TensorFormat taken, TensorFormat given)
        : base(Checked(contract, session), template, SideOf(contract, session))
    {
        _taken = taken;
        _given = given;
        _source = IndexOf(session, SourceName);
        _target = IndexOf(session, TargetName);
    }

    /// <summary>Which of the network's outputs is its matte; −1 for none.</summary>
    protected virtual int MatteOutput => -1;

    /// <inheritdoc/>
    public sealed override bool HasMatte => MatteOutput >= 0;

    // Whether it leaves open how many crops it takes at once.
    private bool TakesBatches => Session.Inputs[_source].Shape[0] is null && Session.Inputs[_target].Shape[0] is null;

    /// <inheritdoc/>
    public sealed override ImageBuffer Swap(ImageBuffer crop, int factor, in SwapSubject subject)
    {
        int phases = factor * factor, batch = TakesBatches ? phases : 1;
        ImageBuffer answer = ImageBuffer.Uninitialized(crop.Width, crop.Height);
        try
        {
            using Tensor source = Source(subject, batch, Session.Inputs[_source]);
            for (int first = 0; first < phases; first += batch)
                Swap(crop, factor, source, first, batch, answer);
        }
        catch
        {
            answer.Dispose();
            throw;
        }

        PixelPhases.Even(answer, factor);
        return answer;
    }

    /// <summary>What the network is told of the identity; the caller disposes of it.</summary>
    /// <param name="subject">The identity.</param>
    /// <param name="batch">How often it is repeated.</param>
    /// <param name="input">What the network takes.</param>
    protected abstract Tensor Source(in SwapSubject subject, int batch, TensorInfo input);

    private void Swap(ImageBuffer crop, int factor, Tensor source, int first, int batch, ImageBuffer answer)
    {
        int plane = Side * Side, picture = 3 * plane;
        using Tensor target = NetworkTensors.Make(
            Session.Inputs[_target].Element,
            floats =>
            {
                for (int i = 0; i < batch; i++)
                    PixelPhases.ToTensor(crop, factor, first + i, _taken, floats.Slice(i * picture, picture));
            },
            batch, 3, Side, Side);
        using NetworkOutputs outputs = _source == 0 ? NetworkOutputs.Run(Session, source, target) : NetworkOutputs.Run(Session, target, source);
        ReadOnlySpan<float> faces = outputs.Floats(0, batch * picture), mattes = HasMatte ? outputs.Floats(MatteOutput, batch * plane) : [];
        for (int i = 0; i < batch; i++)
        {
            PixelPhases.FromTensor(faces.Slice(i * picture, picture), _given, factor, first + i, answer);
            if (HasMatte)
                PixelPhases.AlphaFromTensor(mattes.Slice(i * plane, plane), factor, first + i, answer);
        }
    }

    private static InferenceSession Checked(string contract, InferenceSession session)
    {
        ArgumentNullException.ThrowIfNull(session);
        KnownContracts.Require(contract, session);
        return session;
    }

    // A network that leaves its sizes open is run at its family's.
    private static int SideOf(string contract, InferenceSession session) =>
        (int)(session.Inputs[IndexOf(session, TargetName)].Shape[^1]
            ?? long.Parse(KnownContracts.Of(contract)[0].Inputs.First(input => input.Name == TargetName).Shape.Split('x')[^1], System.Globalization.CultureInfo.InvariantCulture));

    private static int IndexOf(InferenceSession session, string name)
    {
        int index = 0;
        while (session.Inputs[index].Name != name)
            index++;
        return index;
    }
}
