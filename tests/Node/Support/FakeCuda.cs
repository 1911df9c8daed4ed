using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Node.Tests.Support;

/// <summary>A CUDA driver without a card, for this process: it keeps book (tests/Kernels/Device/Native/fake_cuda.c).</summary>
internal static unsafe class FakeCuda
{
    private static readonly nint LibC = NativeLibrary.Load("libc.so.6");

    /// <summary>Loads it, in place of one that may be installed, and begins a book.</summary>
    /// <param name="log">The book's file.</param>
    /// <param name="failure">A function that is to fail, NAME:CODE; "" for none.</param>
    public static void Use(string log, string failure = "")
    {
        NativeLibrary.Load(Path.Combine(AppContext.BaseDirectory, "fake-cuda", "libcuda.so.1"));
        Set("FAKE_CUDA_LOG", log);
        Set("FAKE_CUDA_FAIL", failure);
    }

    /// <summary>What was called: name, context, stream, answer, and what else is told.</summary>
    /// <param name="log">The book's file.</param>
    public static string[][] Calls(string log) => [.. File.ReadLines(log).Select(line => line.Split(' ', 5))];

    // The driver reads the process's own environment.
    private static void Set(string name, string value)
    {
        fixed (byte* first = Encoding.UTF8.GetBytes(name + "\0"), second = Encoding.UTF8.GetBytes(value + "\0"))
            _ = ((delegate* unmanaged<byte*, byte*, int, int>)NativeLibrary.GetExport(LibC, "setenv"))(first, second, 1);
    }
}
