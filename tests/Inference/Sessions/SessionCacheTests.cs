using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;
using FaceFusion.Inference.Tensors;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests.Sessions;

[Collection(nameof(SessionCache))]
public class SessionCacheTests
{
    [SkippableFact]
    public void The_same_content_is_one_session_wherever_it_lies()
    {
        using TemporaryFolder folder = new();
        ModelFile shared = SharedModels.Library().Require(SharedModels.Yunet);
        string copy = folder.Write("another-name.onnx", File.ReadAllBytes(shared.Path));
        Assert.Same(SessionCache.Get(shared), SessionCache.Get(ModelFile.Open(copy)));
        SessionCache.Get(shared);
    }

    [SkippableFact]
    public void Callers_at_once_share_one_session()
    {
        ModelFile file = SharedModels.Library().Require(SharedModels.Recogniser);
        SessionOptions options = new() { Threads = 2 };
        InferenceSession[] sessions = new InferenceSession[8];
        Parallel.For(0, sessions.Length, new ParallelOptions { MaxDegreeOfParallelism = sessions.Length }, i => sessions[i] = SessionCache.Get(file, options));
        Assert.All(sessions, session => Assert.Same(sessions[0], session));
    }

    [SkippableFact]
    public void Other_options_are_another_session()
    {
        ModelFile file = SharedModels.Library().Require(SharedModels.Recogniser);
        Assert.NotSame(SessionCache.Get(file, new SessionOptions { Threads = 1 }), SessionCache.Get(file, new SessionOptions { Threads = 2 }));
    }

    [SkippableFact]
    public void What_is_purged_loads_again_by_itself_to_the_same_bits()
    {
        InferenceSession session = SessionCache.Get(SharedModels.Library().Require(SharedModels.Recogniser));
        using Tensor input = TestTensors.For(session.Inputs[0]);
        byte[] before = TestTensors.TakeBytes(session.Run(input));
        SessionCache.Purge();
        Assert.False(session.IsResident);
        Assert.Equal(before, TestTensors.TakeBytes(session.Run(input)));
        Assert.True(session.IsResident);
    }

    [SkippableFact]
    public void A_file_gone_or_changed_since_is_noticed_when_the_model_loads_again()
    {
        using TemporaryFolder folder = new();
        // The same model under another hash, so that no other test shares its session.
        byte[] content = WithProducer(SharedModels.Bytes(SharedModels.Recogniser));
        string path = folder.Write("own.onnx", content);
        InferenceSession session = SessionCache.Get(ModelFile.Open(path));
        using Tensor input = TestTensors.For(session.Inputs[0]);

        SessionCache.Purge();
        File.Delete(path);
        Assert.Contains($"'{path}' is gone", Assert.Throws<ModelException>(() => session.Run(input)).Message, StringComparison.Ordinal);

        folder.Write("own.onnx", content.AsSpan(0, 1000));
        Assert.Contains($"'{path}' has changed", Assert.Throws<ModelException>(() => session.Run(input)).Message, StringComparison.Ordinal);

        string moved = folder.Write("moved.onnx", content);
        Assert.Same(session, SessionCache.Get(ModelFile.Open(moved)));
        TestTensors.TakeBytes(session.Run(input));
    }

    [SkippableTheory]
    [InlineData("truncated.onnx")]
    [InlineData("garbage.onnx")]
    [InlineData("text.onnx")]
    [InlineData("empty.onnx")]
    public void A_broken_file_is_named_with_the_native_text_and_not_remembered(string name)
    {
        using TemporaryFolder folder = new();
        byte[] whole = SharedModels.Bytes(SharedModels.Recogniser);
        byte[] garbage = new byte[4096];
        new Random(7).NextBytes(garbage);
        string path = folder.Write(name, name switch
        {
            "truncated.onnx" => whole.AsSpan(0, whole.Length / 2),
            "garbage.onnx" => garbage,
            "text.onnx" => "<!DOCTYPE html><p>Not found</p>"u8,
            _ => [],
        });

        int known = SessionCache.Count;
        ModelException failure = Assert.Throws<ModelException>(() => SessionCache.Get(ModelFile.Open(path)));
        Assert.StartsWith($"The model file '{path}' can't be loaded (", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("); give a whole ONNX model.", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
        Assert.Equal(known, SessionCache.Count);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.File("nowhere.onnx");
        ModelException failure = Assert.Throws<ModelException>(() => ModelFile.Open(path));
        Assert.Equal($"The model file '{path}' does not exist; give the path of a file.", failure.Message);
    }

    /// <summary>The model with a producer name of our own appended: in protobuf the last value of a field counts.</summary>
    private static byte[] WithProducer(byte[] model)
    {
        const byte ProducerNameField = (2 << 3) | 2;
        return [.. model, ProducerNameField, 4, .. "test"u8];
    }
}
