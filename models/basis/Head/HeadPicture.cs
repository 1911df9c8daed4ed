using System.Numerics;
using FaceFusion.Fusion.Frames;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Rasterisation;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Basis.Head;

/// <summary>
/// A head as a camera far away sees it from the front, lit softly from above: plain, and enough of a face for the
/// landmark network.
/// </summary>
internal sealed class HeadPicture : IDisposable
{
    private const int Side = 640;
    private const float PixelsPerCentimetre = 22;

    // The point between the eyes in the model, and where it comes to lie.
    private static readonly Vector2 Eyes = new(0, -3.5f), Place = new(Side / 2, 0.42f * Side);

    // From the surface towards the light.
    private static readonly Vector3 Light = Vector3.Normalize(new Vector3(0.25f, -0.5f, -1));

    // The 68-point scheme's brows (17–21, 22–26) and outer lips (48–59) among the model's vertices.
    private static readonly int[] Brows = [268, 493, 1914, 2044, 1401, 3615, 4240, 4114, 2734, 2509];
    private static readonly int[] Lips = [5708, 5695, 2081, 0, 4275, 6200, 6213, 6346, 6461, 5518, 5957, 5841];

    private readonly Vector3[] _vertices;
    private readonly ImageBuffer _image;

    public HeadPicture(HeadModel model, double[] coordinates)
    {
        _vertices = [.. coordinates.Chunk(3).Select(point => Project(new Vector3((float)point[0], (float)point[1], (float)point[2])))];
        bool[] drawn = [.. model.Materials.Select(material => material <= HeadMaterial.RightIris)];
        int[] triangles = [.. model.Triangles.Chunk(3).Where((_, i) => drawn[i]).SelectMany(corners => corners)];
        _image = Draw(triangles, Shade(model, triangles));
    }

    public FrameView Frame => new(_image.AsView(), NetworkSpace.Working, false);

    /// <summary>The vertices in pixels.</summary>
    public ReadOnlySpan<Vector3> Vertices => _vertices;

    /// <summary>The pixels, red, green, blue and alpha, display-referred.</summary>
    public ImageBuffer Pixels => _image;

    /// <summary>Where a point of the head comes to lie, in pixels.</summary>
    public static Vector3 Project(Vector3 centimetres) => (centimetres - new Vector3(Eyes, 0)) * PixelsPerCentimetre + new Vector3(Place, 0);

    /// <inheritdoc/>
    public void Dispose() => _image.Dispose();


    private ImageBuffer Draw(int[] triangles, Vector4[] colours)
    {
        RectI region = RectI.FromSize(Side, Side);
        ImageBuffer image = new(Side, Side);
        using Plane coverage = new(Side, Side);
        MeshRasteriser.Rasterise(_vertices, triangles, colours, MeshWinding.CounterClockwise, region, coverage, image);
        for (int y = 0; y < Side; y++)
        {
            for (int x = 0; x < Side; x++)
                image.Row(y)[x] = coverage.Row(y)[x] > 0 ? image.Row(y)[x] : new Vector4(0.55f, 0.6f, 0.65f, 1);
        }

        return image;
    }

    private Vector4[] Shade(HeadModel model, int[] triangles)
    {
        Vector4[] colours = Colours(model);
        Vector3[] normals = MeshNormals.Compute(_vertices, triangles);
        for (int i = 0; i < colours.Length; i++)
            colours[i] = (colours[i] * (0.35f + 0.65f * Math.Max(0, Vector3.Dot(normals[i], Light)))) with { W = 1 };
        return colours;
    }

    private Vector4[] Colours(HeadModel model)
    {
        Vector4[] colours = new Vector4[_vertices.Length];
        for (int triangle = 0; triangle < model.Materials.Length; triangle++)
        {
            foreach (int corner in model.Triangles.AsSpan(3 * triangle, 3))
                colours[corner] = ColourOf(model.Materials[triangle]);
        }

        Vector2[] lips = [.. Lips.Select(Flat)];
        foreach (int vertex in model.Triangles.Where((_, i) => model.Materials[i / 3] == HeadMaterial.Face).Distinct())
        {
            if (Fusion.Geometry.Polygon.Contains(lips, Flat(vertex)))
                colours[vertex] = new Vector4(0.62f, 0.33f, 0.3f, 1);
            else if (IsBrow(vertex))
                colours[vertex] = new Vector4(0.25f, 0.17f, 0.12f, 1);
        }

        return colours;
    }

    private bool IsBrow(int vertex) => Brows.Zip(Brows.Skip(1)).Where((_, i) => i != 4)
        .Any(edge => DistanceToSegment(Flat(vertex), Flat(edge.First), Flat(edge.Second)) < 0.3f * PixelsPerCentimetre);

    private static float DistanceToSegment(Vector2 point, Vector2 a, Vector2 b)
    {
        float along = Math.Clamp(Vector2.Dot(point - a, b - a) / Vector2.DistanceSquared(a, b), 0, 1);
        return Vector2.Distance(point, Vector2.Lerp(a, b, along));
    }

    private Vector2 Flat(int vertex) => new(_vertices[vertex].X, _vertices[vertex].Y);

    private static Vector4 ColourOf(int material) => material switch
    {
        HeadMaterial.Face => new Vector4(0.85f, 0.64f, 0.54f, 1),
        HeadMaterial.Back => new Vector4(0.8f, 0.6f, 0.5f, 1),
        HeadMaterial.Gums => new Vector4(0.45f, 0.15f, 0.15f, 1),
        HeadMaterial.LeftIris or HeadMaterial.RightIris => new Vector4(0.2f, 0.14f, 0.1f, 1),
        _ => new Vector4(0.95f, 0.93f, 0.9f, 1),
    };
}
