using FaceFusion.Fusion.Networks;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Sessions;

namespace FaceFusion.Node.Engine;

/// <summary>
/// What an artist is told of the networks that stand in for public ones: the debug view says it of every frame, a warning
/// once a process.
/// </summary>
internal static class NetworkWarnings
{
    private static int _told, _toldOfProviders;

    /// <summary>The hint, the first time there is one; else null.</summary>
    /// <param name="hint">What <see cref="StarterHint.For"/> said of a frame.</param>
    public static string? Take(string? hint) => hint is not null && Interlocked.Exchange(ref _told, 1) == 0 ? hint : null;

    /// <summary>What a provider that the artist named doesn't run, and why, the first time there is such a thing; else null.</summary>
    /// <param name="named">The artist's choice; Automatic is content with what there is.</param>
    public static string? Take(ExecutionProvider named) =>
        named is not (ExecutionProvider.Cpu or ExecutionProvider.Automatic) && ProviderNotes.All is { Count: > 1 } notes && Interlocked.Exchange(ref _toldOfProviders, 1) == 0
            ? string.Join(' ', notes)
            : null;

    /// <summary>The debug view's lines: which starters are in use, the frame's hint, and what runs networks where it isn't the processor by choice.</summary>
    /// <param name="models">The machine's models.</param>
    /// <param name="hint">The frame's hint, or null.</param>
    public static IEnumerable<string> Lines(ModelLibrary models, string? hint) =>
        new[] { StarterHint.InUse(models), hint }.OfType<string>().Concat(ProviderNotes.All);
}
