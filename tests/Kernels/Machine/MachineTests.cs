using System.Diagnostics;

namespace FaceFusion.Kernels.Tests.Machine;

public class MachineTests
{
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableFMA", "DOTNET_EnableAVX512F")]
    [InlineData("DOTNET_EnableAVX2", "DOTNET_EnableAVX")]
    [InlineData("DOTNET_EnableHWIntrinsic", "DOTNET_EnableHWIntrinsic")]
    public void Older_processors_and_plain_scalar_code_give_the_same_bits(string off, string alsoOff)
    {
        using KernelRound round = new();
        Assert.Equal(round.Hash(), Run("bits", off, alsoOff));
    }

    [Fact]
    public void Nothing_is_allocated_per_frame_once_the_pools_are_filled() => Assert.Equal("0", Run("bytes"));

    private static string Run(string what, params string[] off)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", typeof(MachineTests).Assembly.Location, what]) { RedirectStandardOutput = true };
        foreach (string name in off)
            start.Environment[name] = "0";
        using Process process = Process.Start(start)!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }
}
