using System.Numerics;
using FaceFusion.Basis;
using FaceFusion.Basis.Head;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Training.Synthesis;

/// <summary>What faces do, as displacements of the 468 surface points in the canonical face's frame.</summary>
internal sealed class Expressions
{
    private const int HeadViews = 5;

    // Upper and lower lid points that meet when the eye closes, of the viewer's left and right eye.
    private static readonly (int Upper, int Lower)[][] Lids =
    [
        [(246, 7), (161, 163), (160, 144), (159, 145), (158, 153), (157, 154), (173, 155)],
        [(466, 249), (388, 390), (387, 373), (386, 374), (385, 380), (384, 381), (398, 382)],
    ];

    // How much of the way the lids go: the upper one nearly all of it.
    private const float UpperShare = 0.9f, LowerShare = 0.1f;

    private readonly Dictionary<string, Vector3[]> _head;

    public Expressions(string headArchive)
    {
        HeadModel head = HeadModel.Load(headArchive);
        HeadLandmarks landmarks = new(head, new FaceMeasurer(HeadViews));
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
        const int rounds = 4;
        Dictionary<int, Vector3> moved = [];
        foreach ((int upper, int lower) in Lids[side])
        {
            Vector3 way = points[lower] - points[upper];
            moved[upper] = UpperShare * amount * way;
            moved[lower] = -LowerShare * amount * way;
        }

        ReadOnlySpan<int> contour = side == 0 ? FaceMeshIndices.LeftEye : FaceMeshIndices.RightEye;
        HashSet<int> edge = [.. contour];
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
