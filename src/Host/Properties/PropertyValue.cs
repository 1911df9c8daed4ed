using System.Globalization;

namespace FaceFusion.Host.Properties;

/// <summary>One element of a property.</summary>
public readonly record struct PropertyValue
{
    private readonly long _bits;
    private readonly string? _text;

    private PropertyValue(PropertyKind kind, long bits, string? text)
    {
        Kind = kind;
        _bits = bits;
        _text = text;
    }

    /// <summary>The element's type.</summary>
    public PropertyKind Kind { get; }

    /// <summary>The value of an integer element; 0 for another kind.</summary>
    public int Integer => Kind == PropertyKind.Integer ? (int)_bits : 0;

    /// <summary>The value of a real element; 0 for another kind.</summary>
    public double Real => Kind == PropertyKind.Real ? BitConverter.Int64BitsToDouble(_bits) : 0;

    /// <summary>The value of a text element; empty for another kind.</summary>
    public string Text => _text ?? string.Empty;

    /// <summary>The value of a pointer element; 0 for another kind.</summary>
    public nint Pointer => Kind == PropertyKind.Pointer ? (nint)_bits : 0;

    /// <summary>An integer element.</summary>
    public static PropertyValue Of(int value) => new(PropertyKind.Integer, value, null);

    /// <summary>A real element.</summary>
    public static PropertyValue Of(double value) => new(PropertyKind.Real, BitConverter.DoubleToInt64Bits(value), null);

    /// <summary>A text element.</summary>
    public static PropertyValue Of(string value) => new(PropertyKind.Text, 0, value);

    /// <summary>A pointer element.</summary>
    public static PropertyValue OfPointer(nint value) => new(PropertyKind.Pointer, value, null);

    /// <summary>The neutral element of a kind: 0, the empty string, the null pointer.</summary>
    public static PropertyValue Neutral(PropertyKind kind) =>
        kind == PropertyKind.Text ? Of(string.Empty) : new(kind, 0, null);

    /// <summary>The value as text, invariant of culture.</summary>
    public override string ToString() => Kind switch
    {
        PropertyKind.Integer => Integer.ToString(CultureInfo.InvariantCulture),
        PropertyKind.Real => Real.ToString("R", CultureInfo.InvariantCulture),
        PropertyKind.Text => Text,
        _ => $"0x{Pointer:x}",
    };
}
