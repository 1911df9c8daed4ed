// Signatures as in Native/ofx_variadics.h.
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

// Handles, statuses and pointers travel as they are.
[assembly: DisableRuntimeMarshalling]

namespace FaceFusion.Ofx.Variadic;

/// <summary>The C functions behind <see cref="OfxVariadics"/>.</summary>
internal static unsafe partial class OfxVariadicsNative
{
    private const string Library = "ofx_variadics";

    [LibraryImport(Library, EntryPoint = "ofx_variadics_offer")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial void Offer(OfxVariadicCallbacks* callbacks, OfxVariadicFunctions* functions);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_get_value")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamGetValue(nint function, OfxParamHandle param, void* values, nuint size, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_get_value_at_time")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamGetValueAtTime(nint function, OfxParamHandle param, double time, void* values, nuint size, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_get_integral")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamGetIntegral(nint function, OfxParamHandle param, double from, double to, void* values, nuint size, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_set_ints")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamSetInts(nint function, OfxParamHandle param, int* values, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_set_doubles")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamSetDoubles(nint function, OfxParamHandle param, double* values, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_set_pointer")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamSetPointer(nint function, OfxParamHandle param, void* value);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_set_ints_at_time")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamSetIntsAtTime(nint function, OfxParamHandle param, double time, int* values, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_set_doubles_at_time")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamSetDoublesAtTime(nint function, OfxParamHandle param, double time, double* values, int count);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_param_set_pointer_at_time")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus ParamSetPointerAtTime(nint function, OfxParamHandle param, double time, void* value);

    [LibraryImport(Library, EntryPoint = "ofx_variadics_message")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    internal static partial OfxStatus Message(nint function, void* handle, byte* type, byte* id, byte* text);
}
