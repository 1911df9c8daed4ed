using System.Collections.Concurrent;
using FaceFusion.Fusion.Shape;
using FaceFusion.Inference.Hashing;
using FaceFusion.Inference.Signing;

namespace FaceFusion.Fusion.Identity.Files;

/// <summary>
/// The identities of files: one that nobody wrote to since it was read is not read again, as long as its portraits are in
/// the <see cref="PortraitCache"/>.
/// </summary>
internal static class IdentityFiles
{
    private static readonly ConcurrentDictionary<string, Entry> Known = new();

    /// <summary>The photos of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="key">The studio's key that has to have signed it; null for none.</param>
    /// <param name="networks">Names the networks that take part.</param>
    /// <param name="make">Makes one of its portraits.</param>
    /// <exception cref="FaceException">The file can't be read, or isn't signed as it has to be.</exception>
    public static IReadOnlyList<IdentityPhoto> Get(string path, StudioKey? key, string networks, Func<IdentityFile, int, IdentityPortrait> make)
    {
        FileStamp? stamp = FileStamp.Of(path);
        if (stamp is { } unchanged && Known.TryGetValue(unchanged.Path, out Entry? known) && known.Stamp == unchanged && known.Networks == networks && known.Key == key
            && known.TryGet() is { } photos)
        {
            return photos;
        }

        IdentityFile file = IdentityFile.Open(path);
        file.Require(path, key);
        string content = $"{ContentKey.Of(file.Bytes.Span)}{networks}#", provenance = file.Provenance(path, key);
        IdentityPhoto[] made =
        [
            .. file.Record.Photos.Select((photo, i) => new IdentityPhoto(PortraitCache.Get(content + i, () => make(file, i)), photo.Name, photo.Weight) { Provenance = provenance, FileNeutral = file.Neutral }),
        ];
        if (stamp is { IsSettled: true } read)
            Known[read.Path] = new Entry(read, key, networks, content, provenance, file.Neutral, [.. file.Record.Photos.Select(photo => (photo.Name, photo.Weight))]);
        return made;
    }

    private sealed record Entry(FileStamp Stamp, StudioKey? Key, string Networks, string Content, string Provenance, FaceShape? Neutral, IReadOnlyList<(string Name, float Weight)> Photos)
    {
        public List<IdentityPhoto>? TryGet()
        {
            List<IdentityPhoto> photos = [];
            for (int i = 0; i < Photos.Count; i++)
            {
                if (PortraitCache.TryGet(Content + i) is not { } portrait)
                    return null;
                photos.Add(new IdentityPhoto(portrait, Photos[i].Name, Photos[i].Weight) { Provenance = Provenance, FileNeutral = Neutral });
            }

            return photos;
        }
    }
}
