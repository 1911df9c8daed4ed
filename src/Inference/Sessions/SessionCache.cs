using System.Collections.Concurrent;
using FaceFusion.Inference.Models;
using FaceFusion.Inference.Tensors;

namespace FaceFusion.Inference.Sessions;

/// <summary>
/// The sessions of this process, keyed by the model's content and the options: however many instances a host makes of
/// the node, and wherever they found the file, they share one session.
/// </summary>
public static class SessionCache
{
    private static readonly ConcurrentDictionary<Key, Lazy<InferenceSession>> Sessions = new();

    /// <summary>The number of models known here, in memory or given up.</summary>
    public static int Count => Sessions.Count;

    /// <summary>The session of a model; callers of the same model share one loading. A failure is not remembered.</summary>
    /// <param name="file">The model's file.</param>
    /// <param name="options">How to run it; what the file says, and the environment, when null.</param>
    /// <exception cref="ModelException">The file or the runtime can't be loaded.</exception>
    public static InferenceSession Get(ModelFile file, SessionOptions? options = null)
    {
        SessionOptions chosen = options ?? SessionOptions.For(file.Provider);
        Key key = new(file.Sha256, chosen);
        Lazy<InferenceSession> entry = Sessions.GetOrAdd(key, _ => new Lazy<InferenceSession>(() => new InferenceSession(file, chosen)));
        try
        {
            InferenceSession session = entry.Value;
            session.Relocate(file);
            return session;
        }
        catch
        {
            Sessions.TryRemove(KeyValuePair.Create(key, entry));
            throw;
        }
    }

    /// <summary>
    /// Gives up every session's native memory: at once where nobody is running it, else when the runs in progress are
    /// over. Tensors' memory that is kept for the next run goes too, and providers that failed are tried again. Who holds a session may keep it: its next run loads the model again.
    /// </summary>
    public static void Purge()
    {
        foreach (Lazy<InferenceSession> entry in Sessions.Values)
        {
            if (entry.IsValueCreated)
                entry.Value.Release();
        }

        ProviderNotes.Forget();
        TensorMemory.Trim();
    }

    private readonly record struct Key(string Sha256, SessionOptions Options);
}
