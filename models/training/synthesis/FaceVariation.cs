using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;

namespace FaceFusion.Training.Synthesis;

/// <summary>Makes other faces of photographed ones: other people's shapes, expressions, gaze, poses.</summary>
/// <param name="faces">The photographed faces.</param>
/// <param name="expressions">What faces do.</param>
internal sealed class FaceVariation(IReadOnlyList<PhotoFace> faces, Expressions expressions)
{
    private const float RenderedInterOcular = 0.225f;
    private const double Degree = Math.PI / 180;
    private const int OtherExpressions = 4;

    private static readonly int[][] Neighbours = FindNeighbours();

    /// <summary>A varied copy of a face's vertices in the canonical frame.</summary>
    public Vector3[] Shape(PhotoFace face, Random random)
    {
        Vector3[] vertices = [.. face.Vertices];
        Vector3[] before = vertices[..FaceMeshIndices.SurfaceCount];
        if (random.NextSingle() < 0.7f)
            TakeShape(vertices, face, faces[random.Next(faces.Count)], 0.9f * random.NextSingle());
        if (random.NextSingle() < 0.85f)
            Express(vertices, random);
        Bend(vertices, random);
        MoveEyes(vertices, before, random);
        for (int i = 0; i < FaceTopology.Mouth.Length; i++)
            vertices[FaceTopology.FirstMouth + i] = vertices[FaceTopology.Mouth[i]];
        return vertices;
    }

    /// <summary>A camera for a picture of a given side.</summary>
    public static FaceView View(PhotoFace face, int side, Random random)
    {
        // What a photo doesn't show of a turned face can't be turned into sight; so it is turned further, or back a little.
        double yaw = random.NextSingle() < 0.25f ? Gauss(random) * 8 : (2 * random.NextDouble() - 1) * 68;
        double already = face.Yaw;
        if (Math.Abs(already) > 20 && Math.Sign(yaw) != Math.Sign(already))
            yaw = -yaw;
        return new FaceView(
            FaceView.Turn(-yaw * Degree, Gauss(random) * 13 * Degree, Gauss(random) * 12 * Degree),
            RenderedInterOcular * side * (1 + 0.1f * Gauss(random)),
            new Vector2(side / 2f) + 0.02f * side * new Vector2(Gauss(random), Gauss(random)),
            0.09f * random.NextSingle());
    }

    public static FaceLook Look(Random random) =>
        new(
            random.NextSingle() switch { < 0.4f => [1, 1, 1], < 0.7f => [1, 1, 0], _ => [1, 0, 0] },
            InventsMouth: random.NextSingle() < 0.9f,
            Teeth: Math.Max(0, 3.5f * random.NextSingle() - 1.2f),
            MouthLight: 0.3f + 1.2f * random.NextSingle(),
            MouthHaze: random.NextSingle() < 0.5f ? random.NextSingle() : 0,
            Softness: random.NextSingle() < 0.6f ? 0.01f + 0.06f * random.NextSingle() : 0);

    private static void TakeShape(Vector3[] vertices, PhotoFace face, PhotoFace other, float amount)
    {
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] += amount * (other.Vertices[i] - face.Vertices[i]);
    }

    private void Express(Vector3[] vertices, Random random)
    {
        int count = random.Next(OtherExpressions + 1);
        for (int i = 0; i < count; i++)
        {
            string name = expressions.Names[random.Next(expressions.Names.Count)];
            float amount = random.NextSingle();
            Add(vertices, name, amount);
            if (name.EndsWith("_L", StringComparison.Ordinal) && random.NextSingle() < 0.7f)
                Add(vertices, name[..^1] + "R", amount);
        }

        if (random.NextSingle() < 0.5f)
            Add(vertices, "jawOpen", 0.05f + 0.9f * random.NextSingle() * random.NextSingle());
        if (random.NextSingle() < 0.4f)
            Expressions.Part(vertices, 0.22f * random.NextSingle(), 0.2f + 0.5f * random.NextSingle(), Neighbours);
        float both = random.NextSingle();
        float amountBoth = both < 0.35f ? random.NextSingle() : both < 0.45f ? 1 : both < 0.6f ? -0.35f * random.NextSingle() : 0;
        for (int side = 0; side < 2; side++)
            Expressions.Close(vertices, side, random.NextSingle() < 0.06f ? random.NextSingle() : amountBoth, Neighbours);
    }

    private void Add(Vector3[] vertices, string name, float amount)
    {
        ReadOnlySpan<Vector3> by = expressions[name];
        for (int i = 0; i < by.Length; i++)
            vertices[i] += amount * by[i];
    }

    // A smooth field: three long waves.
    private static void Bend(Vector3[] vertices, Random random)
    {
        const int waves = 3;
        for (int wave = 0; wave < waves; wave++)
        {
            Vector3 along = new(2.2f * Gauss(random), 2.2f * Gauss(random), Gauss(random)), by = 0.02f * new Vector3(Gauss(random), Gauss(random), Gauss(random));
            float phase = 6.28f * random.NextSingle();
            for (int i = 0; i < vertices.Length; i++)
                vertices[i] += MathF.Sin(Vector3.Dot(along, vertices[i]) + phase) * by;
        }

        Vector3 stretch = Vector3.One + 0.04f * new Vector3(Gauss(random), Gauss(random), 2 * Gauss(random));
        for (int i = 0; i < vertices.Length; i++)
            vertices[i] *= stretch;
    }

    // The irises keep their place among the eyes' corners and look about.
    private static void MoveEyes(Vector3[] vertices, Vector3[] before, Random random)
    {
        Vector2 gaze = random.NextSingle() < 0.6f ? new Vector2(0.3f * (2 * random.NextSingle() - 1), 0.1f * Gauss(random)) : Vector2.Zero;
        for (int side = 0; side < 2; side++)
        {
            (int a, int b) = side == 0 ? (FaceMeshIndices.LeftEyeOuter, FaceMeshIndices.LeftEyeInner) : (FaceMeshIndices.RightEyeInner, FaceMeshIndices.RightEyeOuter);
            Vector3 moved = (vertices[a] + vertices[b] - before[a] - before[b]) / 2, across = vertices[b] - vertices[a];
            for (int i = 0; i < FaceTopology.IrisPoints; i++)
                vertices[FaceTopology.FirstIris + side * FaceTopology.IrisPoints + i] += moved + gaze.X * across + new Vector3(0, gaze.Y * across.Length(), 0);
        }
    }

    private static float Gauss(Random random) =>
        (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));

    private static int[][] FindNeighbours()
    {
        HashSet<int>[] neighbours = [.. Enumerable.Range(0, FaceMeshIndices.SurfaceCount).Select(_ => new HashSet<int>())];
        foreach (int[] corners in CanonicalFace.Triangles.ToArray().Chunk(3))
        {
            foreach (int corner in corners)
                neighbours[corner].UnionWith(corners.Where(other => other != corner));
        }

        return [.. neighbours.Select(set => set.Order().ToArray())];
    }
}
