using FaceFusion.Ofx.Abi;

namespace FaceFusion.Ofx.Interop;

/// <summary>
/// A property set of the other side of the C boundary, read and written by name. The <c>TryGet</c> members and the
/// getters with a fallback never throw: an unknown name, a wrong type, an index out of range or the null handle is an
/// absent value. Out variables are initialised before each call, because hosts leave them alone on failure.
/// </summary>
/// <param name="handle">The set; the null handle is an empty set.</param>
/// <param name="suite">The property suite, complete (see <see cref="IsUsable"/>), or null for an empty set.</param>
public readonly unsafe struct PropertySet(OfxPropertySetHandle handle, OfxPropertySuiteV1* suite)
{
    private readonly OfxPropertySuiteV1* _suite = suite;

    /// <summary>The set's handle.</summary>
    public OfxPropertySetHandle Handle { get; } = handle;

    /// <summary>Whether there is no set behind this value.</summary>
    public bool IsNull => Handle.IsNull || _suite == null;

    /// <summary>Whether a host's property suite is there and has every function that this type calls.</summary>
    /// <param name="suite">The suite, or null.</param>
    public static bool IsUsable(OfxPropertySuiteV1* suite) =>
        suite != null
        && suite->propSetPointer != null && suite->propSetString != null && suite->propSetDouble != null && suite->propSetInt != null
        && suite->propGetPointer != null && suite->propGetString != null && suite->propGetDouble != null && suite->propGetInt != null
        && suite->propGetDimension != null;

    /// <summary>The number of values of a property, 0 when it is unknown.</summary>
    /// <param name="name">The property.</param>
    public int GetDimension(string name)
    {
        int count = 0;
        return !IsNull && _suite->propGetDimension(Handle, Utf8.Permanent(name), &count) == OfxStatus.kOfxStatOK ? count : 0;
    }

    /// <summary>Reads an integer property.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value, 0 when there is none.</param>
    /// <param name="index">Which of its values.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetInt(string name, out int value, int index = 0)
    {
        int found = 0;
        bool ok = !IsNull && _suite->propGetInt(Handle, Utf8.Permanent(name), index, &found) == OfxStatus.kOfxStatOK;
        value = ok ? found : 0;
        return ok;
    }

    /// <summary>Reads a double property.</summary>
    /// <inheritdoc cref="TryGetInt"/>
    public bool TryGetDouble(string name, out double value, int index = 0)
    {
        double found = 0;
        bool ok = !IsNull && _suite->propGetDouble(Handle, Utf8.Permanent(name), index, &found) == OfxStatus.kOfxStatOK;
        value = ok ? found : 0;
        return ok;
    }

    /// <summary>Reads a pointer property; the null pointer is a value.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value, null when there is none.</param>
    /// <param name="index">Which of its values.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryGetPointer(string name, out void* value, int index = 0)
    {
        void* found = null;
        bool ok = !IsNull && _suite->propGetPointer(Handle, Utf8.Permanent(name), index, &found) == OfxStatus.kOfxStatOK;
        value = ok ? found : null;
        return ok;
    }

    /// <summary>Reads a string property and copies it at once: a host's string lives until the next call only.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">Its value, "" when there is none.</param>
    /// <param name="index">Which of its values.</param>
    /// <returns>Whether there is one; the null pointer counts as none.</returns>
    public bool TryGetString(string name, out string value, int index = 0)
    {
        byte* found = null;
        bool ok = !IsNull && _suite->propGetString(Handle, Utf8.Permanent(name), index, &found) == OfxStatus.kOfxStatOK && found != null;
        value = ok ? Utf8.Read(found)! : "";
        return ok;
    }

    /// <summary>An integer property, or the fallback where the host has none.</summary>
    /// <param name="name">The property.</param>
    /// <param name="fallback">The value of an absent property.</param>
    /// <param name="index">Which of its values.</param>
    public int GetInt(string name, int fallback, int index = 0) => TryGetInt(name, out int value, index) ? value : fallback;

    /// <summary>A double property, or the fallback where the host has none.</summary>
    /// <inheritdoc cref="GetInt"/>
    public double GetDouble(string name, double fallback, int index = 0) => TryGetDouble(name, out double value, index) ? value : fallback;

    /// <summary>A string property, or the fallback where the host has none.</summary>
    /// <inheritdoc cref="GetInt"/>
    public string GetString(string name, string fallback, int index = 0) => TryGetString(name, out string value, index) ? value : fallback;

    /// <summary>An integer property's boolean meaning, or the fallback where the host has none.</summary>
    /// <inheritdoc cref="GetInt"/>
    public bool GetBool(string name, bool fallback, int index = 0) => TryGetInt(name, out int value, index) ? value != 0 : fallback;

    /// <summary>A pointer property, or null where the host has none.</summary>
    /// <param name="name">The property.</param>
    /// <param name="index">Which of its values.</param>
    public void* GetPointer(string name, int index = 0) => TryGetPointer(name, out void* value, index) ? value : null;

    /// <summary>An integer property that the caller cannot do without.</summary>
    /// <param name="name">The property.</param>
    /// <param name="index">Which of its values.</param>
    /// <exception cref="OfxException">The host has none.</exception>
    public int RequireInt(string name, int index = 0) => TryGetInt(name, out int value, index) ? value : throw Missing(name);

    /// <summary>A double property that the caller cannot do without.</summary>
    /// <inheritdoc cref="RequireInt"/>
    public double RequireDouble(string name, int index = 0) => TryGetDouble(name, out double value, index) ? value : throw Missing(name);

    /// <summary>A string property that the caller cannot do without.</summary>
    /// <inheritdoc cref="RequireInt"/>
    public string RequireString(string name, int index = 0) => TryGetString(name, out string value, index) ? value : throw Missing(name);

    /// <summary>All values of a string property, none when it is unknown.</summary>
    /// <param name="name">The property.</param>
    public string[] GetStrings(string name)
    {
        List<string> values = [];
        int count = GetDimension(name);
        for (int i = 0; i < count; i++)
        {
            if (TryGetString(name, out string value, i))
                values.Add(value);
        }

        return [.. values];
    }

    /// <summary>
    /// Reads as many doubles as the span holds, one by one (a host's N-versions are the less travelled road).
    /// </summary>
    /// <param name="name">The property.</param>
    /// <param name="values">Gets the values; unchanged when one is absent.</param>
    /// <returns>Whether all are there.</returns>
    public bool TryGetDoubles(string name, Span<double> values)
    {
        Span<double> found = stackalloc double[values.Length];
        for (int i = 0; i < found.Length; i++)
        {
            if (!TryGetDouble(name, out found[i], i))
                return false;
        }

        found.CopyTo(values);
        return true;
    }

    /// <summary>Reads as many integers as the span holds, one by one.</summary>
    /// <inheritdoc cref="TryGetDoubles"/>
    public bool TryGetInts(string name, Span<int> values)
    {
        Span<int> found = stackalloc int[values.Length];
        for (int i = 0; i < found.Length; i++)
        {
            if (!TryGetInt(name, out found[i], i))
                return false;
        }

        found.CopyTo(values);
        return true;
    }

    /// <summary>Writes an integer property.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The value.</param>
    /// <param name="index">Which of its values; one past the last appends.</param>
    /// <returns>The host's answer; hosts refuse properties they don't know.</returns>
    public OfxStatus TrySetInt(string name, int value, int index = 0) =>
        IsNull ? OfxStatus.kOfxStatErrBadHandle : _suite->propSetInt(Handle, Utf8.Permanent(name), index, value);

    /// <summary>Writes a double property.</summary>
    /// <inheritdoc cref="TrySetInt"/>
    public OfxStatus TrySetDouble(string name, double value, int index = 0) =>
        IsNull ? OfxStatus.kOfxStatErrBadHandle : _suite->propSetDouble(Handle, Utf8.Permanent(name), index, value);

    /// <summary>Writes a pointer property.</summary>
    /// <inheritdoc cref="TrySetInt"/>
    public OfxStatus TrySetPointer(string name, void* value, int index = 0) =>
        IsNull ? OfxStatus.kOfxStatErrBadHandle : _suite->propSetPointer(Handle, Utf8.Permanent(name), index, value);

    /// <summary>Writes a string property; the text stays in memory for ever (<see cref="Utf8.Permanent"/>).</summary>
    /// <inheritdoc cref="TrySetInt"/>
    public OfxStatus TrySetString(string name, string value, int index = 0) =>
        IsNull ? OfxStatus.kOfxStatErrBadHandle : _suite->propSetString(Handle, Utf8.Permanent(name), index, Utf8.Permanent(value));

    /// <summary>Writes an integer property without which nothing works.</summary>
    /// <param name="name">The property.</param>
    /// <param name="value">The value.</param>
    /// <param name="index">Which of its values; one past the last appends.</param>
    /// <exception cref="OfxException">The host refuses it.</exception>
    public void SetInt(string name, int value, int index = 0) => Check(TrySetInt(name, value, index), name);

    /// <summary>Writes a double property without which nothing works.</summary>
    /// <inheritdoc cref="SetInt"/>
    public void SetDouble(string name, double value, int index = 0) => Check(TrySetDouble(name, value, index), name);

    /// <summary>Writes a string property without which nothing works.</summary>
    /// <inheritdoc cref="SetInt"/>
    public void SetString(string name, string value, int index = 0) => Check(TrySetString(name, value, index), name);

    private static OfxException Missing(string name) =>
        new(OfxStatus.kOfxStatErrMissingHostFeature, $"The host has no property '{name}' here; use a host that implements OpenFX 1.4 or later.");

    private static void Check(OfxStatus status, string name)
    {
        if (status != OfxStatus.kOfxStatOK)
            throw new OfxException(status, $"The host refused the property '{name}' ({status}); use a host that implements OpenFX 1.4 or later.");
    }
}
