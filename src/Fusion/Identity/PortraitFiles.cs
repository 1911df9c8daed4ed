using System.Collections.Concurrent;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Hashing;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// The portraits of still files: a file that nobody wrote to since it was read is not read again, as long as its
/// portrait is in the <see cref="PortraitCache"/>.
/// </summary>
internal static class PortraitFiles
{
    private static readonly ConcurrentDictionary<string, (FileStamp Stamp, string Key)> Known = new();

    /// <summary>The portrait of a file, made at most once at a time for its content.</summary>
    /// <param name="path">A JPEG or PNG file.</param>
    /// <param name="networks">Names the networks that take part when there are such as can be done without.</param>
    /// <param name="make">Makes the portrait of the decoded file.</param>
    /// <exception cref="FaceException">The file can't be read.</exception>
    public static IdentityPortrait Get(string path, string networks, Func<Still, IdentityPortrait> make)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        FileStamp? stamp = FileStamp.Of(path);
        if (stamp is { } unchanged && Known.TryGetValue(unchanged.Path, out var known) && known.Stamp == unchanged
            && PortraitCache.TryGet(known.Key + networks) is { } portrait)
        {
            return portrait;
        }

        byte[] file = StillDecoder.ReadFile(path);
        string key = ContentKey.Of(file);
        if (stamp is { IsSettled: true } read)
            Known[read.Path] = (read, key);
        return PortraitCache.Get(key + networks, () =>
        {
            using Still still = StillDecoder.Decode(file, path);
            return make(still);
        });
    }
}
