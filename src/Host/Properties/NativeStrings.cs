using System.Runtime.InteropServices;
using System.Text;

namespace FaceFusion.Host.Properties;

/// <summary>
/// UTF-8 copies of strings handed to a plug-in. Equal strings share a copy, so that threads reading one value get one
/// address; a copy lives until its owner is gone or until <see cref="RetainedBytes"/> of newer strings have been handed
/// out, whichever is first. The API promises the plug-in no more than "until the next call".
/// </summary>
internal sealed unsafe class NativeStrings : IDisposable
{
    /// <summary>Bytes kept before the oldest copies are freed.</summary>
    public const long RetainedBytes = 64L << 20;

    /// <summary>Copies kept whatever their size: threads may each be reading one.</summary>
    private const int RetainedCopies = 64;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, nint> _copies = new(StringComparer.Ordinal);
    private readonly Queue<(string Text, int Bytes)> _age = new();
    private long _bytes;

    /// <summary>The copy of a string, ended by a zero byte.</summary>
    public byte* Get(string text)
    {
        lock (_gate)
        {
            if (_copies.TryGetValue(text, out nint known))
                return (byte*)known;

            int length = Encoding.UTF8.GetByteCount(text);
            byte* copy = (byte*)NativeMemory.Alloc((nuint)length + 1);
            Encoding.UTF8.GetBytes(text, new Span<byte>(copy, length));
            copy[length] = 0;

            _copies[text] = (nint)copy;
            _age.Enqueue((text, length + 1));
            _bytes += length + 1;
            FreeOldest();
            return copy;
        }
    }

    /// <summary>Frees every copy.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            foreach (nint copy in _copies.Values)
                NativeMemory.Free((void*)copy);

            _copies.Clear();
            _age.Clear();
            _bytes = 0;
        }
    }

    private void FreeOldest()
    {
        while (_bytes > RetainedBytes && _age.Count > RetainedCopies)
        {
            (string oldest, int size) = _age.Dequeue();
            _copies.Remove(oldest, out nint copy);
            NativeMemory.Free((void*)copy);
            _bytes -= size;
        }
    }
}
