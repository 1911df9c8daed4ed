using System.Globalization;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;

namespace FaceFusion.Basis;

/// <summary>How much of an expression survives a change of shape, and how much of the shape's change is left.</summary>
internal static class Evaluation
{
    private const int Folds = 4;

    public static void Run(TrainingData data, FitOptions options)
    {
        string[] training = [.. data.People.Except(HeldOut.People)];
        List<PeopleFigures> folds = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            string[] tested = [.. training.Where((_, i) => i % Folds == fold)];
            folds.Add(PeopleFigures.Measure(data, tested, Model(data, [.. training.Except(tested)], options)));
        }

        ShapeModel model = Model(data, training, options);
        PeopleFigures.Print($"the {training.Length} training people, by cross-validation", folds);
        PeopleFigures.Print($"the {HeldOut.People.Count} people left out", [PeopleFigures.Measure(data, HeldOut.People, model)]);
        PrintExpressions(data, model);
        PrintShots(data, model);
    }

    private static ShapeModel Model(TrainingData data, IReadOnlyList<string> people, FitOptions options) =>
        new(ShapeBasis.Read(BasisFit.Fit(data, people, options).ToFile()));

    // The head model's expressions on the mean face.
    private static void PrintExpressions(TrainingData data, ShapeModel model)
    {
        double[] mean = Coordinates.Mean([.. data.People.Select(data.Neutral)]), still = Expression(model, mean);
        Console.WriteLine("kept of the head model's expressions:");
        foreach (IGrouping<string, KeyValuePair<string, double[]>> group in data.HeadExpressions.Where(pair => Coordinates.FrontalRms(pair.Value) > 0).GroupBy(pair => pair.Key.Split('_')[0]))
        {
            double kept = group.Average(pair => Kept(Coordinates.Subtract(Expression(model, Coordinates.Add(mean, pair.Value)), still), pair.Value, Coordinates.IsFrontal));
            Console.Write(string.Create(CultureInfo.InvariantCulture, $"  {group.Key} {kept:0.00}"));
        }

        Console.WriteLine();
    }

    // How much the neutral shape, which should stand still, moves in a shot, beside the shape itself.
    private static void PrintShots(TrainingData data, ShapeModel model)
    {
        Console.WriteLine("shot: movement of the shape, of its neutral shape (% inter-ocular); residual, mean and worst");
        foreach (MeasuredFace[] shot in data.Shots)
        {
            NeutralFit[] fits = [.. shot.Select(face => model.FitNeutral(face.Mesh, face.Pose))];
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {shot[0].Folder,-36} {Movement([.. shot.Select(face => Coordinates.Of(face.Shape))]),5:0.00} {Movement([.. fits.Select(fit => Coordinates.Of(fit.Neutral))]),5:0.00}   {100 * fits.Average(fit => fit.Residual):0.00} {100 * fits.Max(fit => fit.Residual):0.00}"));
        }
    }

    private static double Movement(double[][] frames)
    {
        double[] mean = Coordinates.Mean(frames);
        return 100 * Math.Sqrt(frames.Average(frame => Math.Pow(Coordinates.FrontalRms(Coordinates.Subtract(frame, mean)), 2)));
    }

    /// <summary>The share of a displacement that another one has of it.</summary>
    public static double Kept(double[] got, double[] wanted, Func<int, bool> counts) => Coordinates.Dot(got, wanted, counts) / Coordinates.Dot(wanted, wanted, counts);

    /// <summary>What a model takes for expression.</summary>
    public static double[] Expression(ShapeModel model, double[] shape) => Coordinates.Subtract(shape, Coordinates.Of(model.FitNeutral(Shape(shape)).Neutral));

    private static FaceShape Shape(double[] coordinates)
    {
        System.Numerics.Vector3[] points = CanonicalFace.Points.ToArray();
        for (int i = 0; i < FaceMeshIndices.SurfaceCount; i++)
            points[i] = new((float)coordinates[3 * i], (float)coordinates[3 * i + 1], (float)coordinates[3 * i + 2]);
        return new FaceShape(points);
    }
}
