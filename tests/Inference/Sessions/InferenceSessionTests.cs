using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Tests.Sessions;

[Collection(nameof(SessionCache))]
public class InferenceSessionTests
{
    private const int Threads = 8;
    private const int Rounds = 3;

    [SkippableTheory]
    [MemberData(nameof(SharedModels.Ids), MemberType = typeof(SharedModels))]
    public void A_model_declares_what_the_manifest_says(string id)
    {
        ModelFile file = SharedModels.Library().Require(id);
        InferenceSession session = SessionCache.Get(file);
        Assert.Equal(id, session.Name);
        AssertDeclared(file.Entry!.Inputs, session.Inputs);
        AssertDeclared(file.Entry.Outputs, session.Outputs);
    }

    [SkippableTheory]
    [MemberData(nameof(SharedModels.Ids), MemberType = typeof(SharedModels))]
    public void Outputs_are_finite_of_the_declared_kind_and_change_with_the_input(string id)
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(id));
        using Tensor input = TestTensors.For(session.Inputs[0]);
        using Tensor other = TestTensors.For(session.Inputs[0], seed: 1);
        Tensor[] outputs = session.Run(input);
        Assert.Equal(session.Outputs.Count, outputs.Length);
        for (int i = 0; i < outputs.Length; i++)
        {
            Assert.True(session.Outputs[i].Accepts(outputs[i].Element, outputs[i].Shape), $"{session.Outputs[i].Name}: {outputs[i]}");
            Assert.All(outputs[i].ToFloats(), value => Assert.True(float.IsFinite(value)));
        }

        Assert.NotEqual(TestTensors.TakeBytes(outputs), TestTensors.TakeBytes(session.Run(other)));
    }

    [SkippableTheory]
    [MemberData(nameof(SharedModels.Ids), MemberType = typeof(SharedModels))]
    public void Two_runs_give_the_same_bits(string id)
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(id));
        using Tensor input = TestTensors.For(session.Inputs[0]);
        Assert.Equal(TestTensors.TakeBytes(session.Run(input)), TestTensors.TakeBytes(session.Run(input)));
    }

    [SkippableTheory]
    [InlineData(SharedModels.YunetDynamic)]
    [InlineData(SharedModels.Landmarks)]
    [InlineData(SharedModels.Recogniser)]
    public void Runs_from_eight_threads_on_one_session_give_the_bits_of_a_lone_run(string id)
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(id));
        AssertConcurrentRuns(session, () => { });
    }

    [SkippableTheory]
    [MemberData(nameof(SharedModels.Ids), MemberType = typeof(SharedModels))]
    public void The_number_of_threads_changes_no_bit(string id)
    {
        ModelFile file = SharedModels.Library().Require(id);
        InferenceSession one = SessionCache.Get(file, new SessionOptions { Threads = 1 });
        InferenceSession three = SessionCache.Get(file, new SessionOptions { Threads = 3 });
        using Tensor input = TestTensors.For(one.Inputs[0]);
        Assert.Equal(TestTensors.TakeBytes(one.Run(input)), TestTensors.TakeBytes(three.Run(input)));
    }

    [SkippableFact]
    public void Half_precision_goes_in_and_comes_out()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Landmarks));
        using Tensor input = TestTensors.For(session.Inputs[0]);
        Assert.Equal(TensorElement.Float16, input.Element);
        Tensor[] outputs = session.Run(input);
        Assert.Equal(478 * 3, outputs[0].Length);
        Assert.All(outputs, output => Assert.Equal(TensorElement.Float16, output.Element));
        // Points of a crop of 256 pixels, even where there is no face, lie about the crop.
        Assert.All(outputs[0].ToFloats(), value => Assert.InRange(value, -256, 512));
        TestTensors.TakeBytes(outputs);
    }

    [SkippableFact]
    public void Two_sessions_run_at_once()
    {
        ModelLibrary library = SharedModels.Library();
        InferenceSession[] sessions = [SessionCache.Get(library.Require(SharedModels.Yunet)), SessionCache.Get(library.Require(SharedModels.Recogniser))];
        byte[][] alone = [.. sessions.Select(session => RunOnce(session))];
        byte[][] together = new byte[sessions.Length][];
        Parallel.For(0, sessions.Length, i => together[i] = RunOnce(sessions[i]));
        Assert.Equal(alone, together);
    }

    [SkippableFact]
    public void Named_outputs_come_in_the_order_asked_for()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.YunetDynamic));
        using Tensor input = TestTensors.For(session.Inputs[0]);
        Tensor[] all = session.Run(input);
        Tensor[] some = session.Run(["kps_32", "cls_8"], input);
        Assert.Equal(2, some.Length);
        Assert.Equal(all[session.IndexOfOutput("kps_32")].ToFloats(), some[0].ToFloats());
        Assert.Equal(all[session.IndexOfOutput("cls_8")].ToFloats(), some[1].ToFloats());
        TestTensors.TakeBytes([.. all, .. some]);
    }

    [SkippableFact]
    public void An_unknown_output_is_named_with_those_there_are()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Recogniser));
        ModelException failure = Assert.Throws<ModelException>(() => session.IndexOfOutput("embedding"));
        Assert.Contains("'mobilefacenet-128' has no output 'embedding'", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'output0'", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_wrong_shape_is_named_with_the_model_the_tensor_and_both_shapes()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Yunet));
        using Tensor input = new(TensorElement.Float32, 1, 3, 320, 320);
        ModelException failure = Assert.Throws<ModelException>(() => session.Run(input));
        Assert.StartsWith(
            "The model 'yunet-2023mar' takes 'input' as Float32 [1, 3, 640, 640], but was given Float32 [1, 3, 320, 320];",
            failure.Message,
            StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_wrong_element_type_and_a_wrong_count_are_named()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Landmarks));
        using Tensor single = new(TensorElement.Float32, 1, 3, 256, 256);
        Assert.Contains("as Float16 [1, 3, 256, 256], but was given Float32 [1, 3, 256, 256]", Assert.Throws<ModelException>(() => session.Run(single)).Message, StringComparison.Ordinal);
        Assert.Contains("takes 1 tensors ('input_12' Float16 [1, 3, 256, 256]), but was given 2", Assert.Throws<ModelException>(() => session.Run(single, single)).Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_failure_inside_the_run_carries_the_native_text()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.YunetDynamic));
        using Tensor odd = new(TensorElement.Float32, 1, 3, 33, 47);
        ModelException failure = Assert.Throws<ModelException>(() => session.Run(odd));
        Assert.StartsWith("The model 'yunet-n-dynamic' failed (", failure.Message, StringComparison.Ordinal);
        Assert.Contains("node", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [SkippableFact]
    public void Purging_while_eight_threads_run_disturbs_none_of_them()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Recogniser));
        AssertConcurrentRuns(session, SessionCache.Purge);
    }

    private static void AssertConcurrentRuns(InferenceSession session, Action between)
    {
        byte[][] expected = [.. Enumerable.Range(0, Threads).Select(seed => RunOnce(session, seed))];
        using Barrier start = new(Threads);
        byte[][] actual = new byte[Threads * Rounds][];
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(seed => new Thread(() =>
        {
            start.SignalAndWait();
            for (int round = 0; round < Rounds; round++)
            {
                actual[(round * Threads) + seed] = RunOnce(session, seed);
                between();
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        for (int i = 0; i < actual.Length; i++)
            Assert.Equal(expected[i % Threads], actual[i]);
    }

    private static byte[] RunOnce(InferenceSession session, int seed = 0)
    {
        using Tensor input = TestTensors.For(session.Inputs[0], seed);
        return TestTensors.TakeBytes(session.Run(input));
    }

    private static void AssertDeclared(IReadOnlyList<ModelTensor> manifest, IReadOnlyList<TensorInfo> declared)
    {
        Assert.Equal(manifest.Select(tensor => tensor.Name), declared.Select(tensor => tensor.Name));
        Assert.Equal(manifest.Select(tensor => tensor.Element), declared.Select(tensor => tensor.Element.ToString().ToLowerInvariant()));
        Assert.Equal(manifest.Select(tensor => tensor.Shape), declared.Select(tensor => tensor.Shape));
    }
}
