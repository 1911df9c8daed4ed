using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host.Effects;
using FaceFusion.Host.Handles;
using FaceFusion.Host.Messages;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Variadic;

namespace FaceFusion.Host.Suites;

/// <summary>The message suites. Messages come formatted from <see cref="VariadicFunctions"/>.</summary>
internal static unsafe class MessageSuite
{
    /// <summary>In the page that no system maps: a call ends the process.</summary>
    private const nint WildAddress = 0x10;

    /// <summary>Version 1.</summary>
    public static OfxMessageSuiteV1 CreateV1(in OfxVariadicFunctions variadic) => new() { message = variadic.Message };

    /// <summary>Version 2.</summary>
    public static OfxMessageSuiteV2 CreateV2(in OfxVariadicFunctions variadic) => new()
    {
        message = variadic.Message,
        setPersistentMessage = variadic.SetPersistentMessage,
        clearPersistentMessage = &Clear,
    };

    /// <summary>Version 2 as Resolve has it: nothing to set a persistent message with, and a wild pointer to clear it.</summary>
    public static OfxMessageSuiteV2 CreateBroken(in OfxVariadicFunctions variadic) => new()
    {
        message = variadic.Message,
        setPersistentMessage = 0,
        clearPersistentMessage = (delegate* unmanaged[Cdecl]<void*, OfxStatus>)WildAddress,
    };

    /// <summary>A message.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static OfxStatus Post(void* effect, byte* type, byte* id, byte* text) =>
        Take(effect, new HostMessage(Guard.Text(type), Guard.Text(id), Guard.Text(text), IsPersistent: false));

    /// <summary>A persistent message; it needs an effect to stand at.</summary>
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    internal static OfxStatus PostPersistent(void* effect, byte* type, byte* id, byte* text) => effect is null
        ? OfxStatus.kOfxStatErrBadHandle
        : Take(effect, new HostMessage(Guard.Text(type), Guard.Text(id), Guard.Text(text), IsPersistent: true));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Clear(void* effect) => Guard.Run(() =>
    {
        if (!HandleTable.TryGet((nint)effect, out IEffect? owner))
            return OfxStatus.kOfxStatErrBadHandle;

        owner.Messages.ClearPersistent();
        return OfxStatus.kOfxStatOK;
    });

    private static OfxStatus Take(void* effect, HostMessage message) => Guard.Run(() =>
    {
        IEffect? owner = null;
        if (effect is not null && !HandleTable.TryGet((nint)effect, out owner))
            return OfxStatus.kOfxStatErrBadHandle;

        // Without an effect it is the host's that is calling: a plug-in that fails to load says so this way.
        if ((owner?.Messages ?? HostEnvironment.Current?.Messages) is not { } log)
            return OfxStatus.kOfxStatFailed;

        log.Add(message);
        (owner as HostedInstance)?.Heard(message);
        if (message.Type != OfxMessageTypes.kOfxMessageQuestion)
            return OfxStatus.kOfxStatOK;

        return log.Answer?.Invoke(message) == true ? OfxStatus.kOfxStatReplyYes : OfxStatus.kOfxStatReplyNo;
    });
}
