using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Host;
using FaceFusion.Host.Loading;
using FaceFusion.Ofx.Abi;
using FaceFusion.Ofx.Plugin;

namespace FaceFusion.Node.Tests.Support;

/// <summary>
/// The node of this process behind a host in which one suite function is missing, refuses, or claims to have done what it
/// did not do. One at a time.
/// </summary>
internal sealed unsafe class BrokenHost : IEntryPoints
{
    private static readonly PluginEntry Entry = new(new FacePlugin(), &SetHost, &NodeMain, &OverlayMain);
    private static readonly Dictionary<string, Type> Suites = new()
    {
        [OfxSuiteNames.kOfxPropertySuite + 1] = typeof(OfxPropertySuiteV1),
        [OfxSuiteNames.kOfxImageEffectSuite + 1] = typeof(OfxImageEffectSuiteV1),
        [OfxSuiteNames.kOfxParameterSuite + 1] = typeof(OfxParameterSuiteV1),
        [OfxSuiteNames.kOfxMessageSuite + 1] = typeof(OfxMessageSuiteV1),
        [OfxSuiteNames.kOfxMessageSuite + 2] = typeof(OfxMessageSuiteV2),
        [OfxSuiteNames.kOfxProgressSuite + 1] = typeof(OfxProgressSuiteV1),
        [OfxSuiteNames.kOfxProgressSuite + 2] = typeof(OfxProgressSuiteV2),
        [OfxSuiteNames.kOfxTimeLineSuite + 1] = typeof(OfxTimeLineSuiteV1),
        [OfxSuiteNames.kOfxInteractSuite + 1] = typeof(OfxInteractSuiteV1),
        [OfxSuiteNames.kOfxDrawSuite + 1] = typeof(OfxDrawSuiteV1),
        [OfxSuiteNames.kOfxMemorySuite + 1] = typeof(OfxMemorySuiteV1),
        [OfxSuiteNames.kOfxMultiThreadSuite + 1] = typeof(OfxMultiThreadSuiteV1),
    };

    private static OfxHost* _real;
    private static string _function = "";
    private static nint _replacement;

    private BrokenHost()
    {
    }

    public string Path => typeof(BrokenHost).Assembly.Location;

    /// <summary>Every function of every suite, as "suite and version/function".</summary>
    public static IEnumerable<string> Functions =>
        from suite in Suites
        from function in suite.Value.GetFields(BindingFlags.Public | BindingFlags.Instance)
        select $"{suite.Key}/{function.Name}";

    /// <summary>The function isn't there.</summary>
    public static nint Missing => 0;

    /// <summary>The function answers that it failed.</summary>
    public static nint Refusing => (nint)(delegate* unmanaged[Cdecl]<OfxStatus>)&Refuse;

    /// <summary>The function answers that all went well and does nothing.</summary>
    public static nint Pretending => (nint)(delegate* unmanaged[Cdecl]<OfxStatus>)&Pretend;

    /// <summary>Opens the node in such a host.</summary>
    /// <param name="function">One of <see cref="Functions"/>; "" for a whole host.</param>
    /// <param name="replacement">What takes its place.</param>
    public static OfxBundle Open(string function, nint replacement)
    {
        (_function, _replacement) = (function, replacement);
        return OfxBundle.Open(new BrokenHost(), NodeBinary.Interactive);
    }

    /// <summary>Sends an action without arguments.</summary>
    /// <param name="action">The action.</param>
    /// <param name="handle">Whom it is for.</param>
    public static OfxStatus Act(string action, nint handle)
    {
        nint name = Marshal.StringToCoTaskMemUTF8(action);
        OfxStatus status = Entry.Main((byte*)name, (void*)handle, default, default);
        Marshal.FreeCoTaskMem(name);
        return status;
    }

    public bool TrySetHost(OfxHost* host, out OfxStatus status)
    {
        status = OfxStatus.kOfxStatOK;
        return false;
    }

    public int PluginCount() => 1;

    OfxPlugin* IEntryPoints.Plugin(int index) => Entry.Native;

    public void Dispose()
    {
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SetHost(OfxHost* host)
    {
        // Lives for ever, as what refers to it may.
        OfxHost* broken = (OfxHost*)NativeMemory.Alloc((nuint)sizeof(OfxHost));
        *broken = new OfxHost { host = host->host, fetchSuite = &FetchSuite };
        _real = host;
        Entry.SetHost(broken);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* FetchSuite(OfxPropertySetHandle host, byte* name, int version)
    {
        nint* suite = (nint*)_real->fetchSuite(host, name, version);
        string key = Marshal.PtrToStringUTF8((nint)name)! + version;
        if (suite == null || !_function.StartsWith(key + "/", StringComparison.Ordinal))
            return suite;

        FieldInfo[] functions = Suites[key].GetFields(BindingFlags.Public | BindingFlags.Instance);
        nint* broken = (nint*)NativeMemory.Alloc((nuint)(functions.Length * sizeof(nint)));
        for (int i = 0; i < functions.Length; i++)
            broken[i] = _function == $"{key}/{functions[i].Name}" ? _replacement : suite[i];
        return broken;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Refuse() => OfxStatus.kOfxStatFailed;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus Pretend() => OfxStatus.kOfxStatOK;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus NodeMain(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle outArguments) =>
        Entry.Main(action, handle, inArguments, outArguments);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static OfxStatus OverlayMain(byte* action, void* handle, OfxPropertySetHandle inArguments, OfxPropertySetHandle _) =>
        Entry.OverlayMain(action, handle, inArguments);
}
