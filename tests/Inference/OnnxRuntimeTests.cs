using FaceFusion.Inference.Native;
using FaceFusion.Inference.Sessions;
using FaceFusion.TestSupport;

namespace FaceFusion.Inference.Tests;

public class OnnxRuntimeTests
{
    [Fact]
    public void The_staged_library_loads_and_says_its_version()
    {
        Assert.Matches(@"^1\.\d+\.\d+", OnnxRuntime.Version);
        Assert.True(OnnxRuntime.IsLoaded);
        Assert.Equal(OnnxRuntime.LibraryFileName, Path.GetFileName(OnnxRuntime.Load().Path));
    }

    [Fact]
    public void Another_library_can_t_be_chosen_once_one_is_loaded()
    {
        _ = OnnxRuntime.Version;
        Assert.Contains("is loaded from", Assert.Throws<InvalidOperationException>(() => OnnxRuntime.LibraryPath = "/nowhere/lib.so").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_library_is_named()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("fake.so", "not a library"u8);
        ModelException failure = Assert.Throws<ModelException>(() => OrtRuntime.Open(path));
        Assert.StartsWith($"The ONNX Runtime library '{path}' can't be loaded (", failure.Message, StringComparison.Ordinal);
        Assert.Contains(OnnxRuntime.LibraryVariable, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_library_that_is_not_ONNX_Runtime_is_named()
    {
        string path = Path.Combine(Path.GetDirectoryName(OnnxRuntime.Load().Path)!, "libfacefusion_z.so");
        ModelException failure = Assert.Throws<ModelException>(() => OrtRuntime.Open(path));
        Assert.StartsWith($"The library '{path}' is not ONNX Runtime;", failure.Message, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void A_process_with_good_and_broken_models_prints_nothing()
    {
        using TemporaryFolder folder = new();
        string broken = folder.Write("broken.onnx", "no model"u8);
        FreshProcess.Outcome outcome = FreshProcess.Run([SharedModels.Library().Require(SharedModels.Landmarks).Path, broken]);
        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("ran mediapipe-landmarks-478", outcome.Report[0]);
        Assert.StartsWith($"The model file '{broken}' can't be loaded (", outcome.Report[1], StringComparison.Ordinal);
        Assert.Equal("", outcome.StandardOutput);
        Assert.Equal("", outcome.StandardError);
    }

    [SkippableFact]
    public void The_variable_comes_before_everything_else()
    {
        string model = SharedModels.Library().Require(SharedModels.Recogniser).Path;
        using TemporaryFolder folder = new();
        string elsewhere = folder.File("elsewhere.so");
        FreshProcess.Outcome missing = FreshProcess.Run([model], (OnnxRuntime.LibraryVariable, elsewhere));
        Assert.Equal($"The ONNX Runtime library '{elsewhere}' that {OnnxRuntime.LibraryVariable} names does not exist; correct or unset the variable.", missing.Report[0]);

        File.CreateSymbolicLink(elsewhere, OnnxRuntime.Load().Path);
        FreshProcess.Outcome found = FreshProcess.Run([model], (OnnxRuntime.LibraryVariable, elsewhere));
        Assert.Equal("ran mobilefacenet-128", found.Report[0]);
    }

    [SkippableFact]
    public void The_number_of_threads_comes_from_the_variable()
    {
        string model = SharedModels.Library().Require(SharedModels.Recogniser).Path;
        Assert.Equal("ran mobilefacenet-128", FreshProcess.Run([model], (SessionOptions.ThreadsVariable, "1")).Report[0]);
        Assert.Equal("ran mobilefacenet-128", FreshProcess.Run([model], (SessionOptions.ThreadsVariable, "200")).Report[0]);
        foreach (string nonsense in (string[])["many", "0", "-1"])
        {
            Assert.Equal(
                $"{SessionOptions.ThreadsVariable} is '{nonsense}'; set it to a number from 1 on, or unset it.",
                FreshProcess.Run([model], (SessionOptions.ThreadsVariable, nonsense)).Report[0]);
        }
    }
}
