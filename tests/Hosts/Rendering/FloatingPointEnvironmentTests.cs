using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Clips;

namespace FaceFusion.Hosts.Tests.Rendering;

/// <summary>A host's thread may flush denormals and round otherwise; the bits are the same, and its settings are left alone.</summary>
[Collection(BundleCollection.Name)]
public sealed partial class FloatingPointEnvironmentTests(BuiltBundle bundle)
{
    // Flush to zero, denormals are zero, round towards zero: bits of the SSE control register.
    private const uint Unusual = 0x8000 | 0x0040 | 0x6000;

    [SkippableFact]
    public void An_unusual_floating_point_environment_changes_no_bit()
    {
        Skip.IfNot(RuntimeInformation.ProcessArchitecture == Architecture.X64, "knows the x86-64 control register");
        using HostImage plate = Plates.Load(Plates.Person, BitDepth.Float);
        using Shot shot = new(bundle, plate, Plates.Identity);
        using HostImage usual = shot.Render();

        HostImage? unusual = null;
        uint afterwards = 0;
        ExceptionDispatchInfo? failure = null;
        Thread thread = new(() =>
        {
            try
            {
                SetControl(Unusual);
                unusual = shot.Render();
                afterwards = Control();
            }
            catch (Exception exception)
            {
                failure = ExceptionDispatchInfo.Capture(exception);
            }
        });
        thread.Start();
        thread.Join();
        failure?.Throw();

        using (unusual)
        {
            Assert.Equal(Unusual, afterwards & Unusual);
            for (int y = 0; y < plate.Height; y++)
                Assert.True(usual.Row(y).SequenceEqual(unusual!.Row(y)), $"row {y}");
        }
    }

    private static unsafe uint Control()
    {
        Environment64 environment;
        Assert.Equal(0, fegetenv(&environment));
        return environment.Control;
    }

    private static unsafe void SetControl(uint bits)
    {
        Environment64 environment;
        Assert.Equal(0, fegetenv(&environment));
        environment.Control |= bits;
        Assert.Equal(0, fesetenv(&environment));
    }

    [LibraryImport("libm.so.6")]
    private static unsafe partial int fegetenv(Environment64* environment);

    [LibraryImport("libm.so.6")]
    private static unsafe partial int fesetenv(Environment64* environment);

    // fenv_t of x86-64 Linux: the x87 state, then the SSE control register.
    [StructLayout(LayoutKind.Explicit, Size = 32)]
    private struct Environment64
    {
        [FieldOffset(28)]
        public uint Control;
    }
}
