using System.Collections.Concurrent;

namespace FaceFusion.Node.Engine;

/// <summary>
/// Which warnings about identities have been told. The process remembers it, not the node: some hosts make a node for
/// every frame, and each would tell them again.
/// </summary>
internal static class IdentityWarnings
{
    // The picture on the Identity clip may be another one at every frame, with warnings of its own: it is warned of once.
    private static readonly (string, string) TheClip = ("", "");

    private static readonly ConcurrentDictionary<(string File, string Text), bool> Told = new();

    /// <summary>The warnings as one message; <see langword="null"/> when there are none, or they have been told.</summary>
    /// <param name="file">The stills' paths; "" for the picture on the Identity clip.</param>
    /// <param name="warnings">What there is to say, one sentence each.</param>
    public static string? Take(string file, IReadOnlyList<string> warnings)
    {
        if (warnings.Count == 0)
            return null;

        string text = string.Join(' ', warnings);
        return Told.TryAdd(file.Length > 0 ? (file, text) : TheClip, true) ? text : null;
    }

    /// <summary>
    /// Which photos don't suit a frame, as one message; <see langword="null"/> when all do, or it has been told of these
    /// photos: it changes from frame to frame, and the debug view shows it.
    /// </summary>
    /// <param name="file">The stills' paths; "" for the picture on the Identity clip.</param>
    /// <param name="notes">What there is to say of the frame, one sentence each.</param>
    public static string? TakeUnsuited(string file, IReadOnlyList<string> notes) =>
        notes.Count > 0 && Told.TryAdd(file.Length > 0 ? (file, "") : TheClip, true) ? string.Join(' ', notes) : null;

    /// <summary>The artist has put another picture on an Identity clip.</summary>
    public static void ForgetClip() => Told.TryRemove(TheClip, out _);
}
