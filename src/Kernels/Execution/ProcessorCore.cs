using System.Runtime.InteropServices;

namespace FaceFusion.Kernels.Execution;

/// <summary>
/// The core that a thread runs on. Linux wakes a thread on the core of whoever wakes it unless another one is idle, and takes a virtual
/// machine's halted core for a busy one (<c>available_idle_cpu</c> asks <c>vcpu_is_preempted</c>): the two then share a core until the
/// next balancing, milliseconds later, which is longer than a whole frame's loops. Does nothing on other systems.
/// </summary>
internal static unsafe partial class ProcessorCore
{
    /// <summary>Bytes of a set of cores: as many cores as glibc's cpu_set_t has. Where there are more the calls fail, and nothing is done.</summary>
    public const int SetBytes = 1024 / 8;

    private const string Library = "libc";

    /// <summary>The core that the calling thread runs on; −1 where that isn't known.</summary>
    public static int Current => OperatingSystem.IsLinux() ? GetCore() : -1;

    /// <summary>Keeps the calling thread off a core until <see cref="Allow"/> is called, and moves it if it is there.</summary>
    /// <param name="core">Which, as <see cref="Current"/> told another thread; −1 for none.</param>
    /// <param name="allowed">Receives the cores that the thread may run on; <see cref="SetBytes"/>.</param>
    /// <returns>Whether it is kept off: not where it may run nowhere else.</returns>
    public static bool TryAvoid(int core, byte* allowed)
    {
        if (core < 0 || core >= 8 * SetBytes || !OperatingSystem.IsLinux() || GetAffinity(0, SetBytes, allowed) < 0)
            return false;

        byte* others = stackalloc byte[SetBytes];
        var set = new Span<byte>(others, SetBytes);
        new ReadOnlySpan<byte>(allowed, SetBytes).CopyTo(set);
        set[core / 8] &= (byte)~(1 << (core % 8));
        return set.ContainsAnyExcept((byte)0) && SetAffinity(0, SetBytes, others) == 0;
    }

    /// <summary>Lets the calling thread run where it might before; it stays where it is for now.</summary>
    /// <param name="allowed">What <see cref="TryAvoid"/> gave.</param>
    public static void Allow(byte* allowed) => _ = SetAffinity(0, SetBytes, allowed);

    /// <summary>Moves the calling thread to another core if it runs on a certain one; it may go wherever it might before.</summary>
    /// <param name="core">Which, as <see cref="Current"/> told another thread; −1 for none.</param>
    public static void Leave(int core)
    {
        if (core < 0 || Current != core)
            return;

        byte* allowed = stackalloc byte[SetBytes];
        if (TryAvoid(core, allowed))
            Allow(allowed);
    }

    [LibraryImport(Library, EntryPoint = "sched_getcpu")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetCore();

    [LibraryImport(Library, EntryPoint = "sched_getaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int GetAffinity(int thread, nuint bytes, byte* mask);

    [LibraryImport(Library, EntryPoint = "sched_setaffinity")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial int SetAffinity(int thread, nuint bytes, byte* mask);
}
