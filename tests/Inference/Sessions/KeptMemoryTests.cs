using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests.Sessions;

/// <summary>The memory that a model's inputs and outputs lie in from run to run.</summary>
[Collection(nameof(SessionCache))]
public class KeptMemoryTests
{
    private const int Runs = 20;

    // Two objects of a tensor's size, and an array of outputs.
    private const long MostBytes = 400;

    [SkippableTheory]
    [InlineData(SharedModels.Recogniser)]
    [InlineData(SharedModels.Yunet)]
    public void After_the_first_runs_one_takes_no_memory_but_for_its_tensors_objects(string id)
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(id), new SessionOptions { Threads = 1 });
        byte[] wanted = RunOnce(session);
        for (int i = 0; i < 3; i++)
            Assert.Equal(wanted, RunOnce(session));

        using Tensor input = TestTensors.For(session.Inputs[0]);
        Run(session, input);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Runs; i++)
            Run(session, input);
        long perRun = (GC.GetAllocatedBytesForCurrentThread() - before) / Runs;
        Assert.InRange(perRun, 0, MostBytes + (100 * session.Outputs.Count));
    }

    [SkippableFact]
    public void A_tensor_in_memory_that_held_another_shape_or_type_is_bound_anew()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.YunetDynamic), new SessionOptions { Threads = 1 });
        byte[] wide = RunOn(session, 64, 128), high = RunOn(session, 128, 64);
        Assert.NotEqual(wide, high);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(wide, RunOn(session, 64, 128));
            using (Tensor whole = new(TensorElement.Int32, 3 * 64 * 128))
                whole.AsSpan<int>().Fill(7);
            Assert.Equal(high, RunOn(session, 128, 64));
        }
    }

    [SkippableFact]
    public void Outputs_of_one_run_stay_while_others_run()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Recogniser), new SessionOptions { Threads = 1 });
        using Tensor first = TestTensors.For(session.Inputs[0]), second = TestTensors.For(session.Inputs[0], seed: 1);
        Tensor[] kept = session.Run(first), others = session.Run(second), again = session.Run(first);
        Assert.Equal(kept[0].ToFloats(), again[0].ToFloats());
        Assert.NotEqual(kept[0].ToFloats(), others[0].ToFloats());
        TestTensors.TakeBytes([.. kept, .. others, .. again]);
    }

    private static void Run(InferenceSession session, Tensor input)
    {
        foreach (Tensor output in session.Run(input))
            output.Dispose();
    }

    private static byte[] RunOnce(InferenceSession session)
    {
        using Tensor input = TestTensors.For(session.Inputs[0]);
        return TestTensors.TakeBytes(session.Run(input));
    }

    private static byte[] RunOn(InferenceSession session, int height, int width)
    {
        using Tensor input = new(TensorElement.Float32, 1, 3, height, width);
        Span<float> values = input.AsSpan<float>();
        for (int i = 0; i < values.Length; i++)
            values[i] = i % 251;
        return TestTensors.TakeBytes(session.Run(input));
    }
}
