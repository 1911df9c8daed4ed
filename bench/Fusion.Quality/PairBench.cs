using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Quality;

/// <summary>Twenty identities that are nobody on twenty real targets: how like the identity does the result look?</summary>
internal static class PairBench
{
    private const int Pairs = 20;
    private const int Seed = 20_2611;

    public static void Run(FaceEngine engine, string shared, bool json, ContactSheet? sheet)
    {
        string[] identities = Pictures(shared, "composite"), targets = Pictures(shared, "london_neutral");
        Random random = new(Seed);
        random.Shuffle(targets);

        Console.WriteLine("identity     target   before   after   seconds");
        List<double> before = [], after = [], seconds = [];
        for (int i = 0; i < Pairs; i++)
        {
            string identityFile = identities[i % identities.Length], targetFile = targets[i];
            (double cosineBefore, double cosineAfter, double time) = Measure(engine, identityFile, targetFile, sheet);
            before.Add(cosineBefore);
            after.Add(cosineAfter);
            seconds.Add(time);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Name(identityFile),-12} {Name(targetFile),-8} {cosineBefore,6:0.000}  {cosineAfter,6:0.000}   {time,7:0.000}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean                  {before.Average(),6:0.000}  {after.Average(),6:0.000}   {seconds.Skip(1).Average(),7:0.000}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst                 {before.Min(),6:0.000}  {after.Min(),6:0.000}"));
        if (json)
            Console.WriteLine(Json(before, after, seconds));
    }

    private static (double Before, double After, double Seconds) Measure(FaceEngine engine, string identityFile, string targetFile, ContactSheet? sheet)
    {
        IdentityPortrait identity = engine.LoadIdentity(identityFile);
        using Still target = StillDecoder.Load(targetFile);
        FrameView frame = target.Frame;

        long start = Stopwatch.GetTimestamp();
        Face face = engine.FindFaces(frame)[0];
        using SwappedFace swapped = engine.Swap(frame, face, identity, new SwapOptions())
            ?? throw new InvalidOperationException($"Nothing of the face in '{targetFile}' was swapped.");
        double time = Stopwatch.GetElapsedTime(start).TotalSeconds;

        using RenderedFrame result = RenderedFrame.Paste(frame, swapped);
        IReadOnlyList<Face> found = engine.FindFaces(result.Frame);
        double cosine = found.Count == 0 ? 0 : engine.Embed(result.Frame, found[0]).Cosine(identity.Embedding);
        sheet?.Add(identity, frame, face, result.Frame, swapped);
        return (engine.Embed(frame, face).Cosine(identity.Embedding), cosine, time);
    }

    private static string[] Pictures(string shared, string folder) =>
        [.. Directory.GetFiles(Path.Combine(shared, "pictures", folder), "*.jpg").Order(StringComparer.Ordinal)];

    private static string Name(string file) => Path.GetFileNameWithoutExtension(file);

    private static string Json(List<double> before, List<double> after, List<double> seconds)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("texture");
            writer.WriteNumber("identity_mean", Math.Round(after.Average(), 4));
            writer.WriteNumber("identity_before", Math.Round(before.Average(), 4));
            writer.WriteNumber("identity_worst", Math.Round(after.Min(), 4));
            writer.WriteNumber("pairs", after.Count);
            writer.WriteNumber("seconds_per_face", Math.Round(seconds.Skip(1).Average(), 4));
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
