using System.Globalization;
using System.Runtime.InteropServices;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>An immutable value of a parameter; equal when its components are.</summary>
public sealed class ParamValue : IEquatable<ParamValue>
{
    private readonly double[] numbers;
    private readonly byte[] bytes;

    private ParamValue(ParamKind kind, double[] numbers, string text, byte[] bytes)
    {
        Kind = kind;
        this.numbers = numbers;
        Text = text;
        this.bytes = bytes;
    }

    /// <summary>The value of a group, page or push button.</summary>
    public static ParamValue None { get; } = new(ParamKind.None, [], string.Empty, []);

    /// <summary>Type of the components.</summary>
    public ParamKind Kind { get; }

    /// <summary>The components of an integer or real value; an integer is held exactly.</summary>
    public ReadOnlySpan<double> Numbers => numbers;

    /// <summary>The text of a text value; else empty.</summary>
    public string Text { get; }

    /// <summary>The bytes of a bytes value; else empty.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

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
        new() { data = (byte*)Marshal.UnsafeAddrOfPinnedArrayElement(bytes, 0), length = (nuint)bytes.Length };

    /// <inheritdoc/>
    public bool Equals(ParamValue? other) =>
        other is not null && Kind == other.Kind && Text == other.Text
        && numbers.AsSpan().SequenceEqual(other.numbers) && bytes.AsSpan().SequenceEqual(other.bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ParamValue);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Kind);
        hash.Add(Text, StringComparer.Ordinal);
        foreach (double number in numbers)
            hash.Add(number);
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }

    /// <summary>The value as text: components separated by commas, bytes as hexadecimal digits.</summary>
    public override string ToString() => Kind switch
    {
        ParamKind.Text => Text,
        ParamKind.Bytes => Convert.ToHexString(bytes),
        _ => string.Join(',', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture))),
    };
}
