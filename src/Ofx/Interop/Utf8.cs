using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Ofx.Interop;

/// <summary>Text on its way over the C boundary, as zero-terminated UTF-8.</summary>
public static unsafe class Utf8
{
    private static readonly ConcurrentDictionary<string, nint> Interned = new(StringComparer.Ordinal);

    /// <summary>
    /// The text's one permanent copy. Some hosts keep the pointer of a property's name or value instead of copying the
    /// characters, so everything that goes into a property lives for ever; meant for the finite set of names, labels
    /// and hints, not for parameter values or messages (see <see cref="Allocate"/>).
    /// </summary>
    /// <param name="text">Any text.</param>
    /// <returns>Its address; the same for equal texts.</returns>
    public static byte* Permanent(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (Interned.TryGetValue(text, out nint known))
            return (byte*)known;

        byte* made = Allocate(text);
        nint kept = Interned.GetOrAdd(text, (nint)made);
        if (kept != (nint)made)
            NativeMemory.Free(made);

        return (byte*)kept;
    }

    /// <summary>A copy of the text that lives until it is given to <see cref="Free"/>.</summary>
    /// <param name="text">Any text; characters behind an embedded zero are lost to the reader.</param>
    public static byte* Allocate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int length = Encoding.UTF8.GetByteCount(text);
        byte* copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
        Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
        copy[length] = 0;
        return copy;
    }

    /// <summary>Frees what <see cref="Allocate"/> made; null is allowed.</summary>
    /// <param name="text">The address.</param>
    public static void Free(byte* text) => NativeMemory.Free(text);

    /// <summary>The text at an address, or <see langword="null"/> for the null pointer. Invalid sequences become U+FFFD.</summary>
    /// <param name="text">Zero-terminated UTF-8, or null.</param>
    public static string? Read(byte* text) =>
        text == null ? null : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
}
