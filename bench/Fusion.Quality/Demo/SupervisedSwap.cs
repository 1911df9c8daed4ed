using System.Globalization;
using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Stills;
using FaceFusion.Fusion.Swap;
using FaceFusion.Quality.Clips;
using FaceFusion.Quality.Measures;

namespace FaceFusion.Quality.Demo;

/// <summary>One frame of the demo shot, swapped by the whole pipeline and held against the truth.</summary>
/// <param name="Frame">The frame's number.</param>
/// <param name="Yaw">The head's yaw as it was found, degrees.</param>
/// <param name="Before">How like the truth the untouched plate is, inside the face.</param>
/// <param name="After">How like the truth the swap is.</param>
/// <param name="IdentityBefore">The recogniser's cosine between plate and truth.</param>
/// <param name="IdentityAfter">The recogniser's cosine between swap and truth.</param>
internal sealed record SupervisedSwap(int Frame, double Yaw, PictureLikeness Before, PictureLikeness After, double IdentityBefore, double IdentityAfter)
{
    /// <summary>Swaps every frame that has a truth, with the default options.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="sheet">Gets a row for every frame, if it is given.</param>
    /// <exception cref="InvalidOperationException">A frame or a truth in which no face is found, or nothing was swapped.</exception>
    public static IReadOnlyList<SupervisedSwap> MeasureAll(FaceEngine engine, TruthSheet? sheet = null)
    {
        FaceIdentity identity = engine.LoadIdentity(DemoShot.Still(DemoShot.Identity));
        IReadOnlyList<Vector2[]> landmarks = DemoShot.Landmarks();
        Dictionary<int, string> truths = DemoShot.Truths.ToDictionary(truth => truth.Frame, truth => truth.File);
        List<SupervisedSwap> measured = [];
        int number = 0;
        foreach (ClipFrame plate in ClipFrame.ReadAll(DemoShot.Plate))
        {
            if (truths.TryGetValue(number, out string? truth))
                measured.Add(Measure(engine, number, plate.Frame, truth, identity, DemoShot.Outline(landmarks[number]), sheet));
            number++;
        }

        return measured;
    }

    /// <summary>A table of all frames and their means.</summary>
    /// <param name="swaps">What was measured.</param>
    public static void Print(IReadOnlyList<SupervisedSwap> swaps)
    {
        Console.WriteLine("inside the face, against the truth: plate -> swap");
        Console.WriteLine("frame    yaw          PSNR, dB              SSIM          gradient          identity");
        foreach (SupervisedSwap swap in swaps)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{swap.Frame,5} {swap.Yaw,6:0}  {swap.Before.Psnr,6:0.0} -> {swap.After.Psnr,4:0.0}    {swap.Before.Ssim,6:0.000} -> {swap.After.Ssim,5:0.000}  {swap.Before.Gradient,6:0.000} -> {swap.After.Gradient,5:0.000}  {swap.IdentityBefore,6:0.000} -> {swap.IdentityAfter,5:0.000}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $" mean         {swaps.Average(swap => swap.Before.Psnr),6:0.0} -> {swaps.Average(swap => swap.After.Psnr),4:0.0}    {swaps.Average(swap => swap.Before.Ssim),6:0.000} -> {swaps.Average(swap => swap.After.Ssim),5:0.000}  {swaps.Average(swap => swap.Before.Gradient),6:0.000} -> {swaps.Average(swap => swap.After.Gradient),5:0.000}  {swaps.Average(swap => swap.IdentityBefore),6:0.000} -> {swaps.Average(swap => swap.IdentityAfter),5:0.000}"));
    }

    private static SupervisedSwap Measure(FaceEngine engine, int number, FrameView plate, string truthFile, FaceIdentity identity, Vector2[] outline, TruthSheet? sheet)
    {
        using Still truth = StillDecoder.Load(truthFile);
        Face face = OnlyFace(engine, plate, $"frame {number} of the demo shot");
        FaceEmbedding wanted = engine.Embed(truth.Frame, OnlyFace(engine, truth.Frame, truthFile));
        using Outcome outcome = Outcome.Of(engine, plate, face, identity, new SwapOptions());
        if (outcome.Found is not { } found)
            throw new InvalidOperationException($"Frame {number} of the demo shot: {outcome.Fault}.");
        sheet?.Add(number, face, plate, outcome, truth.Frame);
        return new SupervisedSwap(
            number,
            face.Pose.Yaw,
            PictureLikeness.Measure(plate, truth.Frame, outline),
            PictureLikeness.Measure(outcome.Frame, truth.Frame, outline),
            engine.Embed(plate, face).Cosine(wanted),
            engine.Embed(outcome.Frame, found).Cosine(wanted));
    }

    private static Face OnlyFace(FaceEngine engine, in FrameView frame, string name) =>
        engine.FindFaces(frame) is [Face face, ..] ? face : throw new InvalidOperationException($"The engine finds no face in {name}.");
}
