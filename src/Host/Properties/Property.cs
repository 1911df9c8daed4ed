namespace FaceFusion.Host.Properties;

/// <summary>A typed, dimensioned property with its default. Not thread-safe: its <see cref="PropertyBag"/> locks.</summary>
/// <param name="kind">Type of the elements.</param>
/// <param name="dimension">Number of elements; 0 where it varies.</param>
/// <param name="initial">The default; for a fixed dimension as many elements as that.</param>
internal sealed class Property(PropertyKind kind, int dimension, PropertyValue[] initial)
{
    /// <summary>More elements than any property of the API takes: a wild index shall not allocate without end.</summary>
    public const int MaxElements = 65536;

    private List<PropertyValue> _values = [.. initial];

    /// <summary>Type of the elements.</summary>
    public PropertyKind Kind => kind;

    /// <summary>The current elements.</summary>
    public IReadOnlyList<PropertyValue> Values => _values;

    /// <summary>Whether an element of this index can be written.</summary>
    public bool Accepts(int index) => index >= 0 && index < (dimension == 0 ? MaxElements : dimension);

    /// <summary>Whether so many elements can be written at once.</summary>
    public bool AcceptsCount(int count) => count >= 0 && count <= (dimension == 0 ? MaxElements : dimension);

    /// <summary>Writes one element; a property of varying dimension grows up to it.</summary>
    public void Set(int index, PropertyValue value)
    {
        while (_values.Count <= index)
            _values.Add(PropertyValue.Neutral(kind));

        _values[index] = value;
    }

    /// <summary>Writes the first elements; a property of varying dimension then has exactly these.</summary>
    public void SetAll(ReadOnlySpan<PropertyValue> elements)
    {
        if (dimension == 0)
            _values.Clear();

        for (int i = 0; i < elements.Length; i++)
            Set(i, elements[i]);
    }

    /// <summary>Puts the default back.</summary>
    public void Reset() => _values = [.. initial];

    /// <summary>A copy whose default is the current value.</summary>
    public Property Clone() => new(kind, dimension, [.. _values]);
}
