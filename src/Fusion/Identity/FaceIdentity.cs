using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// Who is to be seen: one person, as one or more photos show them. The order in which the photos are given changes
/// nothing. Immutable; cheap to make, because all that costs belongs to the portraits, which are shared.
/// </summary>
public sealed class FaceIdentity
{
    private readonly IdentityPhoto[] _photos;

    /// <summary>An identity from its photos.</summary>
    /// <param name="photos">One or more photos of one person. A portrait that comes twice counts once, with both weights.</param>
    /// <exception cref="ArgumentException">There is no photo.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not a finite number above 0.</exception>
    public FaceIdentity(IEnumerable<IdentityPhoto> photos)
    {
        ArgumentNullException.ThrowIfNull(photos);
        IdentityPhoto[] given = [.. photos];
        if (given.Length == 0)
            throw new ArgumentException("An identity needs a photo.", nameof(photos));
        foreach (IdentityPhoto photo in given)
        {
            if (photo.Weight is not (> 0 and < float.PositiveInfinity))
                throw new ArgumentOutOfRangeException(nameof(photos), photo.Weight, "A photo's weight is above 0.");
        }

        _photos = Weighed([.. given.GroupBy(photo => photo.Portrait).Select(Joined).Order(Comparer<IdentityPhoto>.Create(Compare))]);
        Embedding = MeanEmbedding();
        Neutral = FilesNeutral() ?? NeutralMerge.Of(_photos);
        Warnings = [.. _photos.SelectMany(photo => photo.Portrait.Warnings.Select(warning => $"{photo.Subject} {warning}.")), .. Strangers()];
    }

    /// <summary>The photos in an order of their own; their weights add up to 1.</summary>
    public IReadOnlyList<IdentityPhoto> Photos => _photos;

    /// <summary>Who it is: the photos' weighted mean.</summary>
    public FaceEmbedding Embedding { get; }

    /// <summary>
    /// The face without pose and expression, each point from the photos that show it well; <see langword="null"/> when
    /// of every photo only five points are known. The photos of one identity file alone have the shape that the file
    /// keeps: it stays as it was made and signed, whatever a later version would make of them.
    /// </summary>
    public FaceShape? Neutral { get; }

    /// <summary>What an artist should know before using it: one sentence each that names the photo; often none.</summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>The identity that a single portrait shows.</summary>
    /// <param name="portrait">The portrait.</param>
    public static implicit operator FaceIdentity(IdentityPortrait portrait) => FromIdentityPortrait(portrait);

    /// <summary>The identity that a single portrait shows; the same object every time.</summary>
    /// <param name="portrait">The portrait.</param>
    public static FaceIdentity FromIdentityPortrait(IdentityPortrait portrait)
    {
        ArgumentNullException.ThrowIfNull(portrait);
        return portrait.Alone;
    }

    /// <summary>The most of the photos' finest detail that a swap takes over, above 0 to 1: less where it is not the face's.</summary>
    internal float MostDetail => (float)_photos.Sum(photo => (double)photo.Weight * (photo.Portrait.Quality.IsPoor ? IdentityQuality.PoorDetail : 1));

    /// <summary>Which identity files it is made of, with signature and consent: a sentence each; none for photos.</summary>
    public IEnumerable<string> Provenance => _photos.Select(photo => photo.Provenance).Where(text => text.Length > 0).Distinct();

    private static IdentityPhoto Joined(IEnumerable<IdentityPhoto> same)
    {
        IdentityPhoto[] photos = [.. same.OrderBy(photo => photo.Name, StringComparer.Ordinal).ThenBy(photo => photo.Weight)];
        return photos.Length == 1 ? photos[0] : photos[0] with { Weight = photos.Sum(photo => photo.Weight) };
    }

    // An order that depends on what the photos show alone.
    private static int Compare(IdentityPhoto a, IdentityPhoto b)
    {
        int order = a.Portrait.Embedding.Values.SequenceCompareTo(b.Portrait.Embedding.Values);
        if (order == 0)
            order = a.Portrait.Quality.InterOcular.CompareTo(b.Portrait.Quality.InterOcular);
        return order != 0 ? order : a.Portrait.Quality.Sharpness.CompareTo(b.Portrait.Quality.Sharpness);
    }

    private static IdentityPhoto[] Weighed(IdentityPhoto[] photos)
    {
        double sum = photos.Sum(photo => (double)photo.Weight);
        return [.. photos.Select(photo => photo with { Weight = (float)(photo.Weight / sum) })];
    }

    private FaceShape? FilesNeutral() =>
        _photos[0].FileNeutral is { } neutral && Array.TrueForAll(_photos, photo => photo.FileNeutral == neutral) ? neutral : null;

    private FaceEmbedding MeanEmbedding()
    {
        if (_photos.Length == 1)
            return _photos[0].Portrait.Embedding;

        float[] mean = new float[_photos[0].Portrait.Embedding.Values.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            double sum = 0;
            foreach (IdentityPhoto photo in _photos)
                sum += (double)photo.Weight * photo.Portrait.Embedding.Values[i];
            mean[i] = (float)sum;
        }

        return new FaceEmbedding(mean, _photos[0].Portrait.Embedding.Scale);
    }

    private IEnumerable<string> Strangers()
    {
        for (int i = 0; i < _photos.Length; i++)
        {
            for (int j = i + 1; j < _photos.Length; j++)
            {
                FaceEmbedding one = _photos[i].Portrait.Embedding;
                if (one.Cosine(_photos[j].Portrait.Embedding) < one.Scale.LeastAlike)
                    yield return $"The identity photos '{_photos[i].Name}' and '{_photos[j].Name}' hardly look like one person; bring photos of one person.";
            }
        }
    }
}
