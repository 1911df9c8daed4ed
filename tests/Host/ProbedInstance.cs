using FaceFusion.Host.Clips;
using FaceFusion.Host.Tests.Suites;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Tests;

/// <summary>An instance of the C plug-in with a source of 4 × 4 pixels over frames 0 to 100, and the suites it sees.</summary>
public abstract class ProbedInstance : IDisposable
{
    private readonly OfxBundle _bundle = Probe.Load();

    protected ProbedInstance()
    {
        Source = Probe.Ramp(Bounds);
        Instance = Probe.CreateInstance(_bundle, Source);
    }

    protected static OfxRectI Bounds { get; } = Probe.Rectangle(0, 0, 4, 4);

    protected HostImage Source { get; }

    protected HostedInstance Instance { get; }

    private protected SuiteAccess Suites { get; } = new();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Instance.Dispose();
        _bundle.Dispose();
        Source.Dispose();
        Suites.Dispose();
    }
}
