using System.Globalization;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>An immutable value of a parameter; equal when its components are.</summary>
public sealed class ParamValue : IEquatable<ParamValue>
{
    private readonly double[] _numbers;
    private readonly byte[] _bytes;

    private ParamValue(ParamKind kind, double[] numbers, string text, byte[] bytes)
    {
        Kind = kind;
        _numbers = numbers;
        Text = text;
        _bytes = bytes;
    }

    /// <summary>The value of a group, page or push button.</summary>
    public static ParamValue None { get; } = new(ParamKind.None, [], string.Empty, []);

    /// <summary>Type of the components.</summary>
    public ParamKind Kind { get; }

    /// <summary>The components of an integer or real value; an integer is held exactly.</summary>
    public ReadOnlySpan<double> Numbers => _numbers;

    /// <summary>The text of a text value; else empty.</summary>
    public string Text { get; }

    /// <summary>The bytes of a bytes value; else empty.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>An integer value.</summary>
    public static ParamValue OfIntegers(params ReadOnlySpan<int> components)
    {
        var numbers = new double[components.Length];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = components[i];
        return new(ParamKind.Integer, numbers, string.Empty, []);
    }

    /// <summary>A real value.</summary>
    public static ParamValue OfReals(params ReadOnlySpan<double> components) =>
        new(ParamKind.Real, components.ToArray(), string.Empty, []);

    /// <summary>A text value.</summary>
    public static ParamValue OfText(string text) => new(ParamKind.Text, [], text, []);

    /// <summary>A bytes value.</summary>
    public static ParamValue OfBytes(ReadOnlySpan<byte> bytes)
    {
        // Pinned, so that a plug-in can be given the address.
        byte[] copy = GC.AllocateUninitializedArray<byte>(bytes.Length, pinned: true);
        bytes.CopyTo(copy);
        return new(ParamKind.Bytes, [], string.Empty, copy);
    }

    /// <summary>The address of a bytes value's first byte, good while this value lives.</summary>
    internal unsafe OfxBytes Native =>
        new() { data = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(_bytes, 0), length = (nuint)_bytes.Length };

    /// <inheritdoc/>
    public bool Equals(ParamValue? other) =>
        other is not null && Kind == other.Kind && Text == other.Text
        && _numbers.AsSpan().SequenceEqual(other._numbers) && _bytes.AsSpan().SequenceEqual(other._bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParamValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Kind);
        hash.Add(Text, StringComparer.Ordinal);
        foreach (double number in _numbers)
            hash.Add(number);
        hash.AddBytes(_bytes);
        return hash.ToHashCode();
    }

    /// <summary>The value as text: components separated by commas, bytes as hexadecimal digits.</summary>
    public override string ToString() => Kind switch
    {
        ParamKind.Text => Text,
        ParamKind.Bytes => Convert.ToHexString(_bytes),
        _ => string.Join(',', _numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))),
    };
}
