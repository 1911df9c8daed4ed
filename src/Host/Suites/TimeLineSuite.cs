using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Handles;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The time line suite.</summary>
internal static unsafe class TimeLineSuite
{
    /// <summary>The suite's functions.</summary>
    public static OfxTimeLineSuiteV1 Create() => new() { getTime = &GetTime, gotoTime = &GotoTime, getTimeBounds = &GetTimeBounds };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetTime(void* instance, double* time) => With(instance, time is not null, line => *time = line.Time);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GotoTime(void* instance, double time) => With(instance, double.IsFinite(time), line => line.Time = time);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetTimeBounds(void* instance, double* first, double* last) =>
        With(instance, first is not null && last is not null, line =>
        {
            *first = line.First;
            *last = line.Last;
        });

    private static OfxStatus With(void* instance, bool valid, Action<TimeLine> body) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet((nint)instance, out HostedInstance? owner))
            return OfxStatus.kOfxStatErrBadHandle;
        if (!valid)
            return OfxStatus.kOfxStatErrValue;

        body(owner.TimeLine);
        return OfxStatus.kOfxStatOK;
    });
}
