using System.Collections;
using System.Diagnostics.CodeAnalysis;
using FaceFusion.Host.Effects;

namespace FaceFusion.Host.Clips;

/// <summary>The clips of an instance, in order of definition.</summary>
public sealed class HostedClips : IReadOnlyCollection<HostedClip>, IDisposable
{
    private readonly List<HostedClip> _list;

    internal HostedClips(HostedInstance owner, IEnumerable<ClipDefinition> definitions) =>
        _list = [.. definitions.Select(definition => new HostedClip(owner, definition))];

    /// <inheritdoc/>
    public int Count => _list.Count;

    /// <summary>The output clip.</summary>
    /// <exception cref="HostException">The plug-in defined none.</exception>
    public HostedClip Output => _list.Find(clip => clip.IsOutput)
        ?? throw new HostException("The effect defines no clip 'Output', which every context demands; mend the plug-in.");

    /// <summary>The input clips.</summary>
    public IEnumerable<HostedClip> Inputs => _list.Where(clip => !clip.IsOutput);

    /// <summary>The clip of a name.</summary>
    /// <exception cref="HostException">There is none.</exception>
    public HostedClip this[string name] => TryGet(name, out HostedClip? clip)
        ? clip
        : throw new HostException($"There is no clip '{name}'; the effect has {string.Join(", ", _list.Select(known => known.Name))}.");

    /// <summary>Finds a clip by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out HostedClip? clip)
    {
        clip = _list.Find(known => known.Name == name);
        return clip is not null;
    }

    /// <inheritdoc/>
    public IEnumerator<HostedClip> GetEnumerator() => _list.GetEnumerator();

    /// <summary>Withdraws the handles.</summary>
    public void Dispose()
    {
        foreach (HostedClip clip in _list)
            clip.Dispose();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
