using System.IO.Compression;

namespace FaceFusion.Basis.Head;

/// <summary>
/// The ICT FaceKit head (USC Institute for Creative Technologies, MIT licence): a mesh with linear identities and
/// expressions. Coordinates in centimetres, three a vertex: x to the viewer's right, y down, z away from the viewer.
/// </summary>
internal sealed class HeadModel
{
    private HeadModel(double[] neutral, double[][] identities, double[][] expressions, string[] names, int[] triangles, int[] materials)
    {
        Neutral = neutral;
        Identities = identities;
        Expressions = expressions;
        ExpressionNames = names;
        Triangles = triangles;
        Materials = materials;
    }

    public double[] Neutral { get; }

    /// <summary>Offsets of a standard deviation each.</summary>
    public double[][] Identities { get; }

    /// <summary>Offsets of a whole expression each.</summary>
    public double[][] Expressions { get; }

    public string[] ExpressionNames { get; }

    /// <summary>Three vertices a triangle.</summary>
    public int[] Triangles { get; }

    /// <summary>A <see cref="HeadMaterial"/> a triangle.</summary>
    public int[] Materials { get; }

    public static HeadModel Load(string path)
    {
        using ZipArchive archive = ZipFile.OpenRead(path);
        (int[] triangles, int[] materials) = Triangulate(NpyArray.Read(archive, "faces").Integers(), NpyArray.Read(archive, "face_material").Integers());
        double[] neutral = Turn(NpyArray.Read(archive, "neutral").Doubles());
        return new HeadModel(
            neutral,
            [.. Turn(NpyArray.Read(archive, "identity").Doubles()).Chunk(neutral.Length)],
            [.. Turn(NpyArray.Read(archive, "expression").Doubles()).Chunk(neutral.Length)],
            NpyArray.Read(archive, "expression_names").Strings(),
            triangles,
            materials);
    }

    /// <summary>The offsets of an expression by its name.</summary>
    public double[] Expression(string name) => Expressions[Array.IndexOf(ExpressionNames, name)];

    // The model's y points up and its z towards the viewer.
    private static double[] Turn(double[] coordinates)
    {
        for (int i = 0; i < coordinates.Length; i += 3)
        {
            coordinates[i + 1] = -coordinates[i + 1];
            coordinates[i + 2] = -coordinates[i + 2];
        }

        return coordinates;
    }

    private static (int[] Triangles, int[] Materials) Triangulate(int[] faces, int[] faceMaterials)
    {
        List<int> triangles = [], materials = [];
        for (int face = 0; face < faceMaterials.Length; face++)
        {
            ReadOnlySpan<int> corners = faces.AsSpan(4 * face, 4);
            triangles.AddRange([corners[0], corners[1], corners[2]]);
            materials.Add(faceMaterials[face]);
            if (corners[3] >= 0)
            {
                triangles.AddRange([corners[0], corners[2], corners[3]]);
                materials.Add(faceMaterials[face]);
            }
        }

        return ([.. triangles], [.. materials]);
    }
}
