using FaceFusion.Host.Clips;
using FaceFusion.Ofx.Abi;
using static FaceFusion.Host.Tests.Suites.SuiteAccess;

namespace FaceFusion.Host.Tests.Suites;

public sealed unsafe class TimeAndProgressTests : IDisposable
{
    private readonly SuiteAccess suites = new();
    private readonly OfxBundle bundle = Probe.Load();
    private readonly HostImage source = Probe.Ramp(Probe.Rectangle(0, 0, 2, 2));
    private readonly HostedInstance instance;

    public TimeAndProgressTests() => instance = Probe.CreateInstance(bundle, source);

    private void* Effect => (void*)instance.Handle.Value;

    public void Dispose()
    {
        instance.Dispose();
        bundle.Dispose();
        source.Dispose();
        suites.Dispose();
    }

    [Fact]
    public void The_time_line_is_read_and_moved()
    {
        double time, first, last;
        Assert.Equal(OfxStatus.kOfxStatOK, suites.TimeLine->getTimeBounds(Effect, &first, &last));
        Assert.Equal((0, 100), (first, last));
        Assert.Equal(OfxStatus.kOfxStatOK, suites.TimeLine->gotoTime(Effect, 42.5));
        Assert.Equal(OfxStatus.kOfxStatOK, suites.TimeLine->getTime(Effect, &time));
        Assert.Equal(42.5, time);
        Assert.Equal(42.5, instance.TimeLine.Time);
        Assert.Equal(OfxStatus.kOfxStatErrValue, suites.TimeLine->gotoTime(Effect, double.NaN));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, suites.TimeLine->getTime(null, &time));
    }

    [Fact]
    public void Progress_is_heard_and_can_be_cancelled()
    {
        var heard = new List<ProgressReport>();
        instance.Progress = report =>
        {
            heard.Add(report);
            return report.Fraction < 0.5;
        };

        Assert.Equal(OfxStatus.kOfxStatOK, suites.Progress->progressStart(Effect, Native("Analysing"), Native("analyse")));
        Assert.Equal(OfxStatus.kOfxStatOK, suites.Progress->progressUpdate(Effect, 0.25));
        Assert.Equal(OfxStatus.kOfxStatReplyNo, suites.Progress->progressUpdate(Effect, 0.75));
        Assert.Equal(OfxStatus.kOfxStatOK, suites.Progress->progressEnd(Effect));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, suites.Progress->progressUpdate(null, 0.75));

        Assert.Equal(
            [
                new ProgressReport("Analysing", "analyse", 0, false), new ProgressReport("Analysing", "analyse", 0.25, false),
                new ProgressReport("Analysing", "analyse", 0.75, false), new ProgressReport("Analysing", "analyse", 1, true),
            ],
            heard);
    }

    [Fact]
    public void Without_a_listener_work_goes_on() =>
        Assert.Equal(OfxStatus.kOfxStatOK, suites.Progress->progressUpdate(Effect, 0.9));
}
