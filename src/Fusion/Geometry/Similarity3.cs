using System.Numerics;

namespace FaceFusion.Fusion.Geometry;

/// <summary>A similarity of space: x' = scale · R · x + translation, R a proper rotation (determinant +1).</summary>
/// <param name="Scale">Uniform scale, above 0.</param>
/// <param name="Rotation">The rotation's nine entries by rows.</param>
/// <param name="Translation">Where the origin goes.</param>
public readonly record struct Similarity3(double Scale, Rotation3 Rotation, Double3 Translation)
{
    /// <summary>Leaves every point where it is.</summary>
    public static Similarity3 Identity => new(1, Rotation3.Identity, default);

    /// <summary>The image of a point.</summary>
    /// <param name="point">Any point.</param>
    public Vector3 Apply(Vector3 point)
    {
        Double3 turned = Rotation.Apply(new Double3(point.X, point.Y, point.Z));
        return new Vector3(
            (float)(Scale * turned.X + Translation.X),
            (float)(Scale * turned.Y + Translation.Y),
            (float)(Scale * turned.Z + Translation.Z));
    }

    /// <summary>The similarity that undoes this one.</summary>
    public Similarity3 Invert()
    {
        Rotation3 back = Rotation.Transpose();
        Double3 moved = back.Apply(Translation);
        double scale = 1 / Scale;
        return new Similarity3(scale, back, new Double3(-scale * moved.X, -scale * moved.Y, -scale * moved.Z));
    }
}
