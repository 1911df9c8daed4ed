using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Suites;

/// <summary>The rim of every suite function: nothing is thrown into a plug-in.</summary>
internal static unsafe class Guard
{
    /// <summary>Runs a suite function's body; an exception becomes a status.</summary>
    public static OfxStatus Run(Func<OfxStatus> body)
    {
        try
        {
            return body();
        }
        catch (OutOfMemoryException)
        {
            return OfxStatus.kOfxStatErrMemory;
        }
        catch (Exception)
        {
            return OfxStatus.kOfxStatFailed;
        }
    }

    /// <summary>The text of a C string; empty for a null pointer.</summary>
    public static string Text(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? string.Empty;
}
