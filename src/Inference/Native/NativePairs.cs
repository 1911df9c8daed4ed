using System.Runtime.InteropServices;

namespace FaceFusion.Inference.Native;

/// <summary>Keys and values as two arrays of UTF-8 texts.</summary>
internal sealed unsafe class NativePairs : IDisposable
{
    private readonly nint[] _texts;
    private readonly byte** _arrays;

    /// <summary>Copies them.</summary>
    /// <param name="pairs">The pairs.</param>
    public NativePairs(IReadOnlyList<(string Key, string Value)> pairs)
    {
        Count = (nuint)pairs.Count;
        _texts = [.. pairs.Select(pair => Marshal.StringToCoTaskMemUTF8(pair.Key)), .. pairs.Select(pair => Marshal.StringToCoTaskMemUTF8(pair.Value))];
        _arrays = (byte**)NativeMemory.Alloc((nuint)_texts.Length, (nuint)sizeof(byte*));
        for (int i = 0; i < _texts.Length; i++)
            _arrays[i] = (byte*)_texts[i];
    }

    /// <summary>How many.</summary>
    public nuint Count { get; }

    /// <summary>The keys.</summary>
    public byte** Keys => _arrays;

    /// <summary>The values, in the keys' order.</summary>
    public byte** Values => _arrays + Count;

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (nint text in _texts)
            Marshal.FreeCoTaskMem(text);
        NativeMemory.Free(_arrays);
    }
}
