using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Handles;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The progress suites: reports go to the instance's listener, whose "no" cancels.</summary>
internal static unsafe class ProgressSuite
{
    /// <summary>Version 1.</summary>
    public static OfxProgressSuiteV1 CreateV1() => new() { progressStart = &Start, progressUpdate = &Update, progressEnd = &End };

    /// <summary>Version 2.</summary>
    public static OfxProgressSuiteV2 CreateV2() => new() { progressStart = &StartWithId, progressUpdate = &Update, progressEnd = &End };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Start(void* effect, byte* label) =>
        With(effect, instance => instance.BeginProgress(Guard.Text(label), string.Empty));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus StartWithId(void* effect, byte* message, byte* id) =>
        With(effect, instance => instance.BeginProgress(Guard.Text(message), Guard.Text(id)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Update(void* effect, double fraction) => With(effect, instance => instance.ReportProgress(fraction));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus End(void* effect) => With(effect, instance => instance.EndProgress());

    private static OfxStatus With(void* effect, Func<HostedInstance, OfxStatus> body) => Guard.Run(() =>
        HandleTable.TryGet((nint)effect, out HostedInstance? instance) ? body(instance) : OfxStatus.kOfxStatErrBadHandle);
}
