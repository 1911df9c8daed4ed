using System.Numerics;
using FaceFusion.Fusion.Geometry;

namespace FaceFusion.Fusion.Expressions;

/// <summary>What LivePortrait's motion extractor sees in a crop: 21 points of a head at rest, and what moves them.</summary>
/// <param name="Turn">The head's pose.</param>
/// <param name="Scale">The head's size.</param>
/// <param name="Translation">The head's place.</param>
/// <param name="Expression">What each point moves by, 21 of them; read only.</param>
/// <param name="Points">The points at rest, 21 of them; read only.</param>
internal sealed record PortraitMotion(HeadTurn Turn, float Scale, Vector3 Translation, Vector3[] Expression, Vector3[] Points)
{
    /// <summary>The number of points.</summary>
    public const int Count = 21;

    /// <summary>Where the points are: scale · (R·p + expression) + translation.</summary>
    public Vector3[] Placed() => Placed(Expression, Turn);

    /// <summary>Where they would be with another expression and pose.</summary>
    /// <param name="expression">What each point moves by.</param>
    /// <param name="turn">The head's pose.</param>
    public Vector3[] Placed(ReadOnlySpan<Vector3> expression, HeadTurn turn)
    {
        Rotation3 rotation = turn.Rotation;
        Vector3[] placed = new Vector3[Count];
        for (int i = 0; i < placed.Length; i++)
        {
            Double3 turned = rotation.Apply(new Double3(Points[i].X, Points[i].Y, Points[i].Z));
            placed[i] = (Scale * (new Vector3((float)turned.X, (float)turned.Y, (float)turned.Z) + expression[i])) + Translation;
        }

        return placed;
    }
}
