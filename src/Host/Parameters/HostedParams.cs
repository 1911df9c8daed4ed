using System.Collections;
using System.Diagnostics.CodeAnalysis;
using FaceFusion.Host.Effects;
using FaceFusion.Ofx.Abi;

namespace FaceFusion.Host.Parameters;

/// <summary>The parameters of an instance, in order of definition.</summary>
public sealed class HostedParams : IReadOnlyCollection<HostedParam>, IDisposable
{
    private readonly ParamSet set;
    private readonly List<HostedParam> list;
    private readonly Dictionary<string, HostedParam> byName;

    internal HostedParams(HostedInstance owner, IEnumerable<ParamDefinition> definitions)
    {
        set = new ParamSet(owner);
        list = [.. definitions.Select(definition => new HostedParam(owner, definition))];
        byName = list.ToDictionary(param => param.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public int Count => list.Count;

    /// <summary>The handle of the set.</summary>
    internal OfxParamSetHandle Handle => set.Handle;

    /// <summary>The set that suites see.</summary>
    internal ParamSet Set => set;

    /// <summary>The parameter of a name.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public HostedParam this[string name] => TryGet(name, out HostedParam? param)
        ? param
        : throw new HostException($"There is no parameter '{name}'; the effect has {string.Join(", ", list.Where(known => known.Shape.Kind != ParamKind.None).Select(known => known.Name))}.");

    /// <summary>Finds a parameter by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out HostedParam? param) => byName.TryGetValue(name, out param);

    /// <inheritdoc/>
    public IEnumerator<HostedParam> GetEnumerator() => list.GetEnumerator();

    /// <summary>Withdraws the handles.</summary>
    public void Dispose()
    {
        foreach (HostedParam param in list)
            param.Dispose();
        set.Dispose();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
