using FaceFusion.Fusion;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Models;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Networks.Photos;

/// <summary>How surely the recognisers know people who smile: the odds that a pair of photos of one person is closer than one of two.</summary>
internal static class RecognisersPart
{
    private static readonly (string Name, string Id)[] Recognisers = [("mobilefacenet", "mobilefacenet-128"), ("starter", "starter-recogniser"), ("arcface", "arcface-w600k-r50")];

    public static IEnumerable<Figure> Measure(ModelLibrary models, LondonPhotos photos)
    {
        foreach ((string name, string id) in Recognisers.Where(recogniser => models.TryFind(recogniser.Id, out _)))
        {
            FaceEngine engine = new(models, new NetworkChoice { Recogniser = id });
            Dictionary<string, FaceEmbedding> neutral = Embeddings(engine, photos.Neutral), smiling = Embeddings(engine, photos.Smiling);
            double[] same = [.. neutral.Where(person => smiling.ContainsKey(person.Key)).Select(person => person.Value.Cosine(smiling[person.Key]))];
            double[] others = [.. neutral.SelectMany(person => smiling.Where(other => other.Key != person.Key).Select(other => person.Value.Cosine(other.Value)))];
            yield return new("auc", name, same.Average(one => others.Average(two => one > two ? 1 : one == two ? 0.5 : 0)), Needed: name == "starter" ? null : 0.999);
        }
    }

    private static Dictionary<string, FaceEmbedding> Embeddings(FaceEngine engine, IEnumerable<string> pictures)
    {
        Dictionary<string, FaceEmbedding> people = [];
        foreach (string picture in pictures)
        {
            using Still still = StillDecoder.Load(picture);
            if (engine.FindFaces(still.Frame) is [Face face, ..])
                people.Add(Path.GetFileNameWithoutExtension(picture)[..3], engine.Embed(still.Frame, face));
        }

        return people;
    }
}
