using FaceFusion.Ofx.Abi;
using static FaceFusion.Host.Tests.Suites.SuiteAccess;

namespace FaceFusion.Host.Tests.Suites;

public sealed unsafe class TimeAndProgressTests : ProbedInstance
{
    private void* Effect => (void*)Instance.Handle.Value;

    [Fact]
    public void The_time_line_is_read_and_moved()
    {
        double time, first, last;
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.TimeLine->getTimeBounds(Effect, &first, &last));
        Assert.Equal((0, 100), (first, last));
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.TimeLine->gotoTime(Effect, 42.5));
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.TimeLine->getTime(Effect, &time));
        Assert.Equal(42.5, time);
        Assert.Equal(42.5, Instance.TimeLine.Time);
        Assert.Equal(OfxStatus.kOfxStatErrValue, Suites.TimeLine->gotoTime(Effect, double.NaN));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, Suites.TimeLine->getTime(null, &time));
    }

    [Fact]
    public void Progress_is_heard_and_can_be_cancelled()
    {
        var heard = new List<ProgressReport>();
        Instance.Progress = report =>
        {
            heard.Add(report);
            return report.Fraction < 0.5;
        };

        Assert.Equal(OfxStatus.kOfxStatOK, Suites.Progress->progressStart(Effect, Native("Analysing"), Native("analyse")));
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.Progress->progressUpdate(Effect, 0.25));
        Assert.Equal(OfxStatus.kOfxStatReplyNo, Suites.Progress->progressUpdate(Effect, 0.75));
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.Progress->progressEnd(Effect));
        Assert.Equal(OfxStatus.kOfxStatErrBadHandle, Suites.Progress->progressUpdate(null, 0.75));

        Assert.Equal(
            [
                new ProgressReport("Analysing", "analyse", 0, false), new ProgressReport("Analysing", "analyse", 0.25, false),
                new ProgressReport("Analysing", "analyse", 0.75, false), new ProgressReport("Analysing", "analyse", 1, true),
            ],
            heard);
    }

    [Fact]
    public void Without_a_listener_work_goes_on() =>
        Assert.Equal(OfxStatus.kOfxStatOK, Suites.Progress->progressUpdate(Effect, 0.9));
}
