using System.Numerics;
using FaceFusion.Basis;
using FaceFusion.Basis.Head;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Training.Synthesis;

/// <summary>What faces do, as displacements of the 468 surface points in the canonical face's frame.</summary>
internal sealed class Expressions
{
    // Upper and lower lid points that meet when the eye closes, of the viewer's left and right eye.
    private static readonly (int Upper, int Lower)[][] Lids =
    [
        [(246, 7), (161, 163), (160, 144), (159, 145), (158, 153), (157, 154), (173, 155)],
        [(466, 249), (388, 390), (387, 373), (386, 374), (385, 380), (384, 381), (398, 382)],
    ];

    // How much of the way the lids go: the upper one nearly all of it.
    private const float UpperShare = 0.9f, LowerShare = 0.1f;

    // The lips' outer edges beside their inner ones, which they follow.
    private static readonly int[] OuterUpperLip = [61, 185, 40, 39, 37, 0, 267, 269, 270, 409, 291], OuterLowerLip = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291];
    private const float OuterShare = 0.8f;

    private readonly Dictionary<string, Vector3[]> _head;

    /// <summary>The expressions of the head model's archive, at the points that a measurer sees on it.</summary>
    public Expressions(string headArchive, FaceMeasurer measurer)
    {
        HeadModel head = HeadModel.Load(headArchive);
        HeadLandmarks landmarks = new(head, measurer);
        Vector3[] neutral = landmarks.Shape(head.Neutral, 0).Points.ToArray();
        _head = head.ExpressionNames.Zip(head.Expressions)
            .Where(pair => !pair.First.StartsWith("eyeLook", StringComparison.Ordinal) && !pair.First.StartsWith("eyeBlink", StringComparison.Ordinal))
            .ToDictionary(pair => pair.First, pair => Subtract(landmarks.Shape(pair.Second).Points, neutral));
        Names = [.. _head.Keys.Order(StringComparer.Ordinal)];
    }

    /// <summary>The head model's expressions, blinks and gaze left out.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The displacements of an expression of the head model.</summary>
    public ReadOnlySpan<Vector3> this[string name] => _head[name];

    /// <summary>Closes an eye's lids by a part, 0 to 1; below 0 it is opened wider. Moves the points around the eye along.</summary>
    /// <param name="points">At least the 468 surface points; changed in place.</param>
    /// <param name="side">0 for the viewer's left eye, 1 for the right one.</param>
    /// <param name="amount">How much of the way.</param>
    /// <param name="neighbours">The surface's neighbours of each point.</param>
    public static void Close(Span<Vector3> points, int side, float amount, IReadOnlyList<int[]> neighbours)
    {
        Dictionary<int, Vector3> moved = [];
        foreach ((int upper, int lower) in Lids[side])
        {
            Vector3 way = points[lower] - points[upper];
            moved[upper] = UpperShare * amount * way;
            moved[lower] = -LowerShare * amount * way;
        }

        Spread(points, moved, [.. side == 0 ? FaceMeshIndices.LeftEye : FaceMeshIndices.RightEye], neighbours);
    }

    /// <summary>Parts the lips without the jaw: the upper one goes up by a share of the way and the lower one down by the rest.</summary>
    /// <param name="points">At least the 468 surface points; changed in place.</param>
    /// <param name="amount">How far apart the middles go, in inter-ocular distances.</param>
    /// <param name="upperShare">The upper lip's share, 0 to 1.</param>
    /// <param name="neighbours">The surface's neighbours of each point.</param>
    public static void Part(Span<Vector3> points, float amount, float upperShare, IReadOnlyList<int[]> neighbours)
    {
        ReadOnlySpan<int> uppers = FaceMeshIndices.InnerUpperLip, lowers = FaceMeshIndices.InnerLowerLip;
        Dictionary<int, Vector3> moved = [];
        for (int i = 1; i + 1 < uppers.Length; i++)
        {
            float across = 2f * i / (uppers.Length - 1) - 1;
            Vector3 way = new(0, amount * (1 - across * across), 0);
            moved[uppers[i]] = -upperShare * way;
            moved[lowers[i]] = (1 - upperShare) * way;
            moved[OuterUpperLip[i]] = OuterShare * moved[uppers[i]];
            moved[OuterLowerLip[i]] = OuterShare * moved[lowers[i]];
        }

        Spread(points, moved, [.. uppers, .. lowers, .. FaceMeshIndices.OuterLips], neighbours);
    }

    // Moves points, and their surroundings the less the further away; the rest of the edge that they belong to stays.
    private static void Spread(Span<Vector3> points, Dictionary<int, Vector3> moved, HashSet<int> edge, IReadOnlyList<int[]> neighbours)
    {
        const int rounds = 4;
        Dictionary<int, Vector3> around = [];
        for (int round = 0; round < rounds; round++)
        {
            Dictionary<int, Vector3> next = [];
            foreach (int point in moved.Keys.Concat(around.Keys).SelectMany(index => neighbours[index]).Where(index => !edge.Contains(index)).Distinct())
            {
                Vector3 sum = Vector3.Zero;
                foreach (int neighbour in neighbours[point])
                    sum += moved.GetValueOrDefault(neighbour, around.GetValueOrDefault(neighbour));
                next[point] = sum / neighbours[point].Length;
            }

            around = next;
        }

        foreach ((int index, Vector3 by) in moved.Concat(around))
            points[index] += by;
    }

    private static Vector3[] Subtract(ReadOnlySpan<Vector3> points, Vector3[] neutral)
    {
        Vector3[] difference = new Vector3[FaceMeshIndices.SurfaceCount];
        for (int i = 0; i < difference.Length; i++)
            difference[i] = points[i] - neutral[i];
        return difference;
    }
}
