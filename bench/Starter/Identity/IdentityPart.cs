using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Identity;

/// <summary>Whether the recogniser knows people who smile: held-out Londoners, neutral against smiling.</summary>
internal static class IdentityPart
{
    public static IEnumerable<Figure> Measure(StarterModels models, string shared)
    {
        if (models.Starter(FaceNetwork.Recogniser) is not { } file)
            return [];

        YuNetDetector detector = new(models.Teacher(FaceNetwork.Detector));
        return
        [
            new("identity", "auc", Area(new MobileFaceNetRecogniser(SessionCache.Get(file)), detector, shared), Needed: 0.98),
            new("identity", "auc_public", Area(new MobileFaceNetRecogniser(models.Teacher(FaceNetwork.Recogniser)), detector, shared)),
        ];
    }

    // The odds that a pair of one person is closer than a pair of two, over all pairs of a neutral and a smiling photo.
    private static double Area(MobileFaceNetRecogniser recogniser, YuNetDetector detector, string shared)
    {
        Dictionary<string, FaceEmbedding> neutral = Embed("london_neutral"), smiling = Embed("london_smiling");
        double[] same = [.. neutral.Where(person => smiling.ContainsKey(person.Key)).Select(person => person.Value.Cosine(smiling[person.Key]))];
        double[] different = [.. neutral.SelectMany(person => smiling.Where(other => other.Key != person.Key).Select(other => person.Value.Cosine(other.Value)))];
        return same.Average(one => different.Average(two => one > two ? 1 : one == two ? 0.5 : 0));

        Dictionary<string, FaceEmbedding> Embed(string folder)
        {
            Dictionary<string, FaceEmbedding> people = [];
            foreach (string picture in new HeldOutMaterial(shared).PhotosIn(folder))
            {
                using Still still = StillDecoder.Load(picture);
                FrameView frame = still.Frame;
                ReadOnlySpan<Vector2> points = detector.Detect(frame)[0].Points;
                people.Add(Path.GetFileNameWithoutExtension(picture), recogniser.Embed(frame, points));
            }

            return people;
        }
    }
}
