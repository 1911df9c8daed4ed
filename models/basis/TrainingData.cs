using FaceFusion.Basis.Head;

namespace FaceFusion.Basis;

/// <summary>What the basis is made of: photographed people, shots of people who move, and the head model.</summary>
internal sealed class TrainingData
{
    private const string NeutralFolder = "london_neutral", SmilingFolder = "london_smiling";

    // Frames of a shot that count: certainly a face, not much turned and not too small.
    private const float LeastPresence = 0.9f;
    private const double MostYaw = 30, LeastInterOcular = 20;
    private const int LeastFrames = 5;

    // Movements kept of all shots together.
    private const int ShotComponents = 25;

    // In depth the network guesses.
    private const double DepthUnit = 3;

    private readonly Dictionary<string, double[]> _neutral;
    private readonly Dictionary<string, double[]> _smiling;

    public TrainingData(IReadOnlyList<MeasuredFace> faces, HeadModel head, FaceMeasurer measurer)
    {
        _neutral = Folder(faces, NeutralFolder);
        _smiling = Folder(faces, SmilingFolder);
        People = [.. _neutral.Keys.Where(_smiling.ContainsKey).Order(StringComparer.Ordinal)];
        Shots = [.. faces.Where(face => face.Folder is not (NeutralFolder or SmilingFolder)).GroupBy(face => face.Folder)
            .Select(shot => shot.Where(Counts).ToArray()).Where(shot => shot.Length >= LeastFrames)];
        ShotMovements = Movements(Shots);
        HeadLandmarks landmarks = new(head, measurer);
        double[] neutral = Coordinates.Of(landmarks.Shape(head.Neutral, 0));
        HeadIdentities = [.. head.Identities.Select(offsets => Coordinates.Subtract(Coordinates.Of(landmarks.Shape(offsets)), neutral))];
        HeadExpressions = head.ExpressionNames.Zip(head.Expressions)
            .ToDictionary(pair => pair.First, pair => Coordinates.Subtract(Coordinates.Of(landmarks.Shape(pair.Second)), neutral));
    }

    /// <summary>Who was photographed twice.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>The frames of the shots that count.</summary>
    public IReadOnlyList<MeasuredFace[]> Shots { get; }

    /// <summary>How people move about their median face, over all shots; Σ x·xᵀ is the mean second moment.</summary>
    public IReadOnlyList<double[]> ShotMovements { get; }

    /// <summary>Displacements of one standard deviation each.</summary>
    public IReadOnlyList<double[]> HeadIdentities { get; }

    /// <summary>Displacements of a whole expression each, by their names.</summary>
    public IReadOnlyDictionary<string, double[]> HeadExpressions { get; }

    public double[] Neutral(string person) => _neutral[person];

    public double[] Smiling(string person) => _smiling[person];

    private static Dictionary<string, double[]> Folder(IReadOnlyList<MeasuredFace> faces, string folder) =>
        faces.Where(face => face.Folder == folder).ToDictionary(face => face.Picture, face => Coordinates.Of(face.Shape));

    private static bool Counts(MeasuredFace face) =>
        face.Mesh.Presence >= LeastPresence && Math.Abs(face.Pose.Yaw) < MostYaw && face.Pose.InterOcular > LeastInterOcular;

    private static double[][] Movements(IReadOnlyList<MeasuredFace[]> shots)
    {
        List<double[]> deviations = [];
        foreach (MeasuredFace[] shot in shots)
        {
            double[][] frames = [.. shot.Select(face => Coordinates.Of(face.Shape))];
            double[] median = Coordinates.Median(frames);
            double weight = Math.Sqrt(1.0 / frames.Length / shots.Count);
            deviations.AddRange(frames.Select(frame => Coordinates.Scale(Coordinates.Subtract(frame, median), weight)));
        }

        double[] units = [.. Enumerable.Range(0, Coordinates.Count).Select(i => Coordinates.IsFrontal(i) ? 1 : DepthUnit)];
        return deviations.Count == 0 ? [] : PrincipalComponents.Of(deviations, units, ShotComponents);
    }
}
