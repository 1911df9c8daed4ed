using System.Collections;
using System.Diagnostics.CodeAnalysis;
using FaceFusion.Host.Effects;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>The parameters of an instance, in order of definition.</summary>
public sealed class HostedParams : IReadOnlyCollection<HostedParam>, IDisposable
{
    private readonly ParamSet _set;
    private readonly List<HostedParam> _list;
    private readonly Dictionary<string, HostedParam> _byName;

    internal HostedParams(HostedInstance owner, IEnumerable<ParamDefinition> definitions)
    {
        _set = new ParamSet(owner);
        _list = [.. definitions.Select(definition => new HostedParam(owner, definition))];
        _byName = _list.ToDictionary(param => param.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => _list.Count;

    /// <summary>The handle of the set.</summary>
    internal OfxParamSetHandle Handle => _set.Handle;

    /// <summary>The set that suites see.</summary>
    internal ParamSet Set => _set;

    /// <summary>The parameter of a name.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public HostedParam this[string name] => TryGet(name, out HostedParam? param)
        ? param
        : throw new HostException($"There is no parameter '{name}'; the effect has {string.Join(", ", _list.Where(known => known.Shape.Kind != ParamKind.None).Select(known => known.Name))}.");

    /// <summary>Finds a parameter by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out HostedParam? param) => _byName.TryGetValue(name, out param);

    /// <inheritdoc/>
    public IEnumerator<HostedParam> GetEnumerator() => _list.GetEnumerator();

    /// <summary>Withdraws the handles.</summary>
    public void Dispose()
    {
        foreach (HostedParam param in _list)
            param.Dispose();
        _set.Dispose();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
