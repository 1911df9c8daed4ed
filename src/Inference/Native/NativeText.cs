using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Inference.Native;

/// <summary>Strings across the C boundary.</summary>
internal static unsafe class NativeText
{
    /// <summary>A zero-terminated UTF-8 string, or the empty string for null.</summary>
    public static string Read(byte* text) => Marshal.PtrToStringUTF8((nint)text) ?? "";

    /// <summary>The zero-terminated UTF-8 bytes of a string.</summary>
    public static byte[] Utf8(string text)
    {
        byte[] bytes = new byte[Encoding.UTF8.GetByteCount(text) + 1];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }

    /// <summary>A zero-terminated path as ONNX Runtime takes it (<c>ORTCHAR_T</c>): UTF-16 on Windows, UTF-8 elsewhere.</summary>
    public static byte[] Path(string path) => OperatingSystem.IsWindows() ? Encoding.Unicode.GetBytes(path + '\0') : Utf8(path);

    /// <summary>A native message as part of one sentence: blanks and line ends become single spaces, and the full stop goes.</summary>
    public static string OneLine(string message)
        => string.Join(' ', WithoutPlace(message).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    // What ONNX Runtime throws at itself begins with the place in its source, the function and the condition.
    private static string WithoutPlace(string message)
    {
        const string checkEnd = " was false. ", nested = "[ONNXRuntimeError] : ", fieldEnd = " : ";
        if (!message[..Math.Max(0, message.IndexOf(' ', StringComparison.Ordinal))].Contains(".cc:", StringComparison.Ordinal))
            return message;

        int start = message.LastIndexOf(nested, StringComparison.Ordinal);
        if (start < 0)
            return message[(message.IndexOf(checkEnd, StringComparison.Ordinal) is >= 0 and int at ? at + checkEnd.Length : 0)..];

        // The number and the name of the error are left out too.
        string[] fields = message[(start + nested.Length)..].Split(fieldEnd, 3);
        return fields[^1];
    }
}
