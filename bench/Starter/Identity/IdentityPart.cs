using System.Numerics;
using FaceFusion.Fusion.Detection;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Networks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Inference.Sessions;
using FaceFusion.Quality.Pairs;

namespace FaceFusion.Starter.Identity;

/// <summary>
/// Whether the recogniser knows people who smile: held-out Londoners, neutral against smiling. And which cosines tell
/// people apart: <see cref="LikenessScale"/>'s values come from them.
/// </summary>
internal static class IdentityPart
{
    // Of a clip every so many frames: those between show the same.
    private const int Step = 5;

    public static IEnumerable<Figure> Measure(StarterModels models, string shared)
    {
        if (models.Starter(FaceNetwork.Recogniser) is not { } file)
            return [];

        YuNetDetector detector = new(models.Teacher(FaceNetwork.Detector));
        return
        [
            .. Figures(new MobileFaceNetRecogniser(SessionCache.Get(file)), detector, shared, "", 0.98),
            .. Figures(new MobileFaceNetRecogniser(models.Teacher(FaceNetwork.Recogniser)), detector, shared, "_public", null),
        ];
    }

    private static IEnumerable<Figure> Figures(MobileFaceNetRecogniser recogniser, YuNetDetector detector, string shared, string suffix, double? needed)
    {
        HeldOutMaterial material = new(shared);
        Dictionary<string, FaceEmbedding> neutral = Photos("london_neutral"), smiling = Photos("london_smiling");
        FaceEmbedding[][] clips = [.. material.Clips(Step).Select(clip => clip.Select(frame => Embed(frame.Frame)).OfType<FaceEmbedding>().ToArray())];
        double[] same = [.. neutral.Where(person => smiling.ContainsKey(person.Key)).Select(person => person.Value.Cosine(smiling[person.Key]))];
        double[] others = [.. neutral.SelectMany(person => smiling.Where(other => other.Key != person.Key).Select(other => person.Value.Cosine(other.Value)))];
        double[] moving = [.. clips.SelectMany(clip => clip.Skip(1).Select(frame => frame.Cosine(clip[0]))).Order()];
        double[] strangers = [.. clips.SelectMany(clip => clip.SelectMany(frame => neutral.Values.Select(other => other.Cosine(frame)))).Order()];
        return
        [
            // The odds that a pair of one person is closer than a pair of two, over all pairs of a neutral and a smiling photo.
            new("identity", $"auc{suffix}", same.Average(one => others.Average(two => one > two ? 1 : one == two ? 0.5 : 0)), Needed: needed),
            new("identity", $"same_least{suffix}", same.Min()),
            new("identity", $"others_most{suffix}", others.Max()),
            new("identity", $"moving_least{suffix}", moving[0]),
            new("identity", $"moving_1_of_20{suffix}", moving[moving.Length / 20]),
            new("identity", $"strangers_half{suffix}", strangers[strangers.Length / 2]),
            new("identity", $"strangers_99_of_100{suffix}", strangers[strangers.Length * 99 / 100]),
        ];

        Dictionary<string, FaceEmbedding> Photos(string folder)
        {
            Dictionary<string, FaceEmbedding> people = [];
            foreach (string picture in material.PhotosIn(folder))
            {
                using Still still = StillDecoder.Load(picture);
                if (Embed(still.Frame) is { } embedding)
                    people.Add(Path.GetFileNameWithoutExtension(picture), embedding);
            }

            return people;
        }

        FaceEmbedding? Embed(FrameView frame)
        {
            if (detector.Detect(frame) is not [DetectedFace face, ..])
                return null;
            ReadOnlySpan<Vector2> points = face.Points;
            return recogniser.Embed(frame, points);
        }
    }
}
