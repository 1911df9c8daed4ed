namespace FaceFusion.Host.Parameters;

/// <summary>
/// A parameter's value over time: a constant, or keys in order of time. Reals run linearly from key to key, everything
/// else holds the key before; outside the keys the first or last one holds. Not thread-safe: its owner locks.
/// </summary>
/// <param name="constant">The value while there is no key.</param>
internal sealed class ParamCurve(ParamValue constant)
{
    /// <summary>Two keys closer than this many frames are one: the API's "some small delta".</summary>
    public const double SameTime = 1e-6;

    private readonly List<ParamKey> _keys = [];
    private ParamValue _constant = constant;

    /// <summary>The keys, by time.</summary>
    public IReadOnlyList<ParamKey> Keys => _keys;

    /// <summary>Whether there are keys.</summary>
    public bool IsAnimated => _keys.Count > 0;

    /// <summary>Sets the value; keys are given up.</summary>
    public void SetConstant(ParamValue value)
    {
        _keys.Clear();
        _constant = value;
    }

    /// <summary>Sets a key, or replaces the one at that time.</summary>
    public void SetKey(double time, ParamValue value)
    {
        int at = Find(time);
        if (at >= 0)
        {
            _keys[at] = new ParamKey(time, value);
            return;
        }

        int next = _keys.FindIndex(key => key.Time > time);
        _keys.Insert(next < 0 ? _keys.Count : next, new ParamKey(time, value));
    }

    /// <summary>Deletes the key at a time; the last one's value remains as the constant.</summary>
    public bool DeleteKey(double time)
    {
        int at = Find(time);
        if (at < 0)
            return false;

        if (_keys.Count == 1)
            _constant = _keys[0].Value;
        _keys.RemoveAt(at);
        return true;
    }

    /// <summary>Deletes every key; the value at the given time remains.</summary>
    public void DeleteAllKeys(double time) => SetConstant(At(time));

    /// <summary>Index of the key at a time, or -1.</summary>
    public int Find(double time) => _keys.FindIndex(key => Math.Abs(key.Time - time) <= SameTime);

    /// <summary>Index of the first key after a time, or -1.</summary>
    public int FindAfter(double time) => _keys.FindIndex(key => key.Time > time + SameTime);

    /// <summary>Index of the last key before a time, or -1.</summary>
    public int FindBefore(double time) => _keys.FindLastIndex(key => key.Time < time - SameTime);

    /// <summary>The value at a time.</summary>
    public ParamValue At(double time)
    {
        if (_keys.Count == 0)
            return _constant;

        (int left, int right) = Around(time);
        ParamValue from = _keys[left].Value;
        return left == right || from.Kind != ParamKind.Real
            ? from
            : Blend(from, _keys[right].Value, (time - _keys[left].Time) / (_keys[right].Time - _keys[left].Time));
    }

    /// <summary>The keys before and after a time between two keys; the same index twice where one key decides.</summary>
    public (int Left, int Right) Around(double time)
    {
        int right = _keys.FindIndex(key => key.Time > time);
        return right switch
        {
            < 0 => (_keys.Count - 1, _keys.Count - 1),
            0 => (0, 0),
            _ => (right - 1, right),
        };
    }

    /// <summary>The slope of each real component at a time, per frame; at a key that of the segment after it.</summary>
    public double[] Derivative(double time, int components)
    {
        var slope = new double[components];
        if (_keys.Count == 0)
            return slope;

        (int left, int right) = Around(time);
        double span = _keys[right].Time - _keys[left].Time;
        for (int i = 0; i < components && span > 0; i++)
            slope[i] = (_keys[right].Value.Numbers[i] - _keys[left].Value.Numbers[i]) / span;
        return slope;
    }

    /// <summary>The integral of each real component from one time to another; exact for the linear pieces.</summary>
    public double[] Integral(double from, double to, int components)
    {
        double start = Math.Min(from, to), end = Math.Max(from, to);
        double[] times = [start, .. _keys.Select(key => key.Time).Where(time => time > start && time < end), end];

        var area = new double[components];
        for (int piece = 0; piece + 1 < times.Length; piece++)
        {
            ParamValue left = At(times[piece]), right = At(times[piece + 1]);
            for (int i = 0; i < components; i++)
                area[i] += 0.5 * (left.Numbers[i] + right.Numbers[i]) * (times[piece + 1] - times[piece]);
        }

        if (from > to)
        {
            for (int i = 0; i < components; i++)
                area[i] = -area[i];
        }

        return area;
    }

    /// <summary>Takes over another curve: its value and those of its keys within a range, moved by an offset.</summary>
    public void CopyFrom(ParamCurve other, double offset, double first, double last)
    {
        ParamKey[] taken =
            [.. other._keys.Where(key => key.Time >= first && key.Time <= last).Select(key => key with { Time = key.Time + offset })];
        _constant = other.IsAnimated ? other.At(first) : other._constant;
        _keys.Clear();
        _keys.AddRange(taken);
    }

    private static ParamValue Blend(ParamValue from, ParamValue to, double amount)
    {
        Span<double> blended = stackalloc double[from.Numbers.Length];
        for (int i = 0; i < blended.Length; i++)
            blended[i] = from.Numbers[i] + (amount * (to.Numbers[i] - from.Numbers[i]));
        return ParamValue.OfReals(blended);
    }
}
