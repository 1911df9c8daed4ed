using System.Diagnostics;
using FaceFusion.TestSupport;

namespace FaceFusion.Kernels.Tests.Device;

/// <summary>The calls that are made of CUDA's driver, with a fake one. The pixels are tested with the same kernels elsewhere.</summary>
public sealed class CudaDeviceTests
{
    [Fact]
    public void Everything_is_done_in_the_hosts_context_and_stream_without_waiting_before_the_end()
    {
        (string outcome, Call[] calls) = Run(failure: "");
        Assert.Equal($"done\n{CudaRound.HostContext}", outcome);

        Call[] work = [.. calls.Where(call => call.Name is "cuLaunchKernel" or "cuMemcpyHtoDAsync_v2" or "cuMemcpyDtoHAsync_v2" or "cuStreamSynchronize")];
        Assert.All(work, call => Assert.Equal((CudaRound.HostContext, CudaRound.HostStream), (call.Context, call.Stream)));
        Assert.Equal(
            ["Kernel_BlurColumns 2x4x1 of 32x8x1 for 40x30", "Kernel_BlurRows 2x4x1 of 32x8x1 for 40x30"],
            work.Where(call => call.Name == "cuLaunchKernel").Take(2).Select(call => call.Text));
        Assert.Equal("cuStreamSynchronize", Assert.Single(work, call => call.Name == "cuStreamSynchronize").Name);
        Assert.Equal("cuMemcpyDtoHAsync_v2", work[^2].Name);
    }

    [Fact]
    public void Modules_are_loaded_once_and_everything_is_given_back()
    {
        (_, Call[] calls) = Run(failure: "");
        Assert.Equal(2, Count("cuModuleLoadData"));
        Assert.Equal(4, Count("cuLaunchKernel"));
        Assert.Equal(Count("cuModuleLoadData"), Count("cuModuleUnload"));
        Assert.Equal(Count("cuMemAlloc_v2"), Count("cuMemFree_v2"));
        Assert.DoesNotContain(calls, call => call.Name.StartsWith("cuDevicePrimary", StringComparison.Ordinal));

        int Count(string name) => calls.Count(call => call.Name == name);
    }

    [Fact]
    public void Streams_of_one_context_share_its_modules_until_the_last_one_ends()
    {
        (string outcome, Call[] calls) = Run(failure: "", "streams");
        Assert.Equal($"done\n{CudaRound.HostContext}", outcome);
        Assert.Equal(
            [CudaRound.HostStream, CudaRound.HostStream, CudaRound.OtherStream, CudaRound.OtherStream, CudaRound.OtherStream, CudaRound.OtherStream],
            calls.Where(call => call.Name == "cuLaunchKernel").Select(call => call.Stream));
        Assert.Equal(2, calls.Count(call => call.Name == "cuModuleLoadData"));
        Assert.Equal(2, calls.Count(call => call.Name == "cuModuleUnload"));
        Assert.True(Array.FindIndex(calls, call => call.Name == "cuModuleUnload") > Array.FindLastIndex(calls, call => call.Name == "cuLaunchKernel"));
        Assert.Equal(calls.Count(call => call.Name == "cuMemAlloc_v2"), calls.Count(call => call.Name == "cuMemFree_v2"));
    }

    [Theory]
    [InlineData("cuMemAlloc_v2:2", "DeviceMemoryException: The graphics card has too little memory to lend memory")]
    [InlineData("cuLaunchKernel:700", "DeviceException: The graphics card's driver did not launch BlurColumns (CUDA error 700)")]
    [InlineData("cuModuleLoadData:222", "DeviceException: The graphics card's driver did not load BlurColumns (CUDA error 222)")]
    [InlineData("cuMemcpyHtoDAsync_v2:1", "DeviceException: The graphics card's driver did not take pixels (CUDA error 1)")]
    [InlineData("cuStreamSynchronize:702", "DeviceException: The graphics card's driver did not finish (CUDA error 702)")]
    public void A_failure_is_a_sentence_and_leaves_the_hosts_context_current(string failure, string message)
    {
        (string outcome, Call[] calls) = Run(failure);
        Assert.StartsWith(message, outcome, StringComparison.Ordinal);
        Assert.EndsWith($"\n{CudaRound.HostContext}", outcome, StringComparison.Ordinal);
        Assert.Equal(calls.Count(call => call is { Name: "cuMemAlloc_v2", Code: 0 }) - Lent(failure), calls.Count(call => call.Name == "cuMemFree_v2"));
    }

    // What was lent when it failed is the caller's to give back, who has left.
    private static int Lent(string failure) => failure.Split(':')[0] switch
    {
        "cuMemAlloc_v2" => 0,
        "cuMemcpyHtoDAsync_v2" or "cuStreamSynchronize" => 2,
        _ => 4,
    };

    private static (string Outcome, Call[] Calls) Run(string failure, string round = "cuda")
    {
        using TemporaryFolder folder = new();
        string log = Path.Combine(folder.Path, "calls.txt");
        ProcessStartInfo start = new("dotnet", ["exec", typeof(CudaDeviceTests).Assembly.Location, round]) { RedirectStandardOutput = true };
        start.Environment["LD_LIBRARY_PATH"] = Path.Combine(AppContext.BaseDirectory, "fake-cuda");
        start.Environment["FAKE_CUDA_LOG"] = log;
        start.Environment["FAKE_CUDA_FAIL"] = failure;
        using Process process = Process.Start(start)!;
        string outcome = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return (outcome, [.. File.ReadLines(log).Select(Call.Parse)]);
    }

    private sealed record Call(string Name, nint Context, nint Stream, int Code, string Text)
    {
        public static Call Parse(string line)
        {
            string[] words = line.Split(' ', 5);
            return new Call(words[0], nint.Parse(words[1]), nint.Parse(words[2]), int.Parse(words[3]), words[4]);
        }
    }
}
