using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Interacts;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The interact suite.</summary>
internal static unsafe class InteractSuite
{
    /// <summary>The suite's functions.</summary>
    public static OfxInteractSuiteV1 Create() => new()
    {
        interactSwapBuffers = &SwapBuffers,
        interactRedraw = &Redraw,
        interactGetPropertySet = &GetProperties,
    };

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus SwapBuffers(OfxInteractHandle interact) => With(interact, found => found.CountSwap());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Redraw(OfxInteractHandle interact) => With(interact, found => found.CountRedraw());

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus GetProperties(OfxInteractHandle interact, OfxPropertySetHandle* properties)
    {
        if (properties is null)
            return OfxStatus.kOfxStatErrValue;

        *properties = default;
        return With(interact, found => *properties = found.Properties.Handle);
    }

    private static OfxStatus With(OfxInteractHandle interact, Action<HostedInteract> body) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet(interact.Value, out HostedInteract? found))
            return OfxStatus.kOfxStatErrBadHandle;

        body(found);
        return OfxStatus.kOfxStatOK;
    });
}
