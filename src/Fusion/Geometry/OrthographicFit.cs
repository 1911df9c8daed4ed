using System.Numerics;

namespace FaceFusion.Fusion.Geometry;

/// <summary>Scaled orthographic projection: a model turned, scaled and laid flat onto a picture.</summary>
/// <param name="X">The picture's x axis in the model, of unit length.</param>
/// <param name="Y">The picture's y axis in the model, of unit length.</param>
/// <param name="Scale">Pixels for a unit of the model.</param>
/// <param name="Model">The place of the model that is seen at <paramref name="Image"/>.</param>
/// <param name="Image">A place in the picture.</param>
internal readonly record struct OrthographicFit(Vector3 X, Vector3 Y, float Scale, Vector3 Model, Vector2 Image)
{
    /// <summary>The projection that explains some points best.</summary>
    /// <param name="model">Four or more places of the model, not in one plane.</param>
    /// <param name="image">Where they are seen, in square pixels.</param>
    /// <remarks>
    /// A least-squares affine camera (three unknowns a row), whose two rows are then made orthogonal and equally long.
    /// </remarks>
    public static OrthographicFit Solve(ReadOnlySpan<Vector3> model, ReadOnlySpan<Vector2> image)
    {
        Vector3 modelMean = default;
        Vector2 imageMean = default;
        for (int i = 0; i < model.Length; i++)
        {
            modelMean += model[i] / model.Length;
            imageMean += image[i] / model.Length;
        }

        // The normal equations: one symmetric matrix, a right-hand side for each row of the camera.
        Vector3 column1 = default, column2 = default, column3 = default, right1 = default, right2 = default;
        for (int i = 0; i < model.Length; i++)
        {
            Vector3 p = model[i] - modelMean;
            Vector2 q = image[i] - imageMean;
            column1 += p.X * p;
            column2 += p.Y * p;
            column3 += p.Z * p;
            right1 += q.X * p;
            right2 += q.Y * p;
        }

        Vector3 row1 = Solve(column1, column2, column3, right1), row2 = Solve(column1, column2, column3, right2);
        float scale = (row1.Length() + row2.Length()) / 2;
        Vector3 sum = Vector3.Normalize(Vector3.Normalize(row1) + Vector3.Normalize(row2));
        Vector3 difference = Vector3.Normalize(Vector3.Normalize(row1) - Vector3.Normalize(row2));
        return new OrthographicFit((sum + difference) / MathF.Sqrt(2), (sum - difference) / MathF.Sqrt(2), scale, modelMean, imageMean);
    }

    /// <summary>Where a place of the model is seen: x and y in square pixels, z in pixels, smaller is nearer.</summary>
    /// <param name="place">The place.</param>
    public Vector3 Apply(Vector3 place)
    {
        Vector3 p = Scale * (place - Model);
        return new Vector3(Vector3.Dot(X, p) + Image.X, Vector3.Dot(Y, p) + Image.Y, Vector3.Dot(Vector3.Cross(X, Y), p));
    }

    // Cramer's rule.
    private static Vector3 Solve(Vector3 a, Vector3 b, Vector3 c, Vector3 right)
    {
        float determinant = Vector3.Dot(a, Vector3.Cross(b, c));
        return new Vector3(
            Vector3.Dot(right, Vector3.Cross(b, c)),
            Vector3.Dot(a, Vector3.Cross(right, c)),
            Vector3.Dot(a, Vector3.Cross(b, right))) / determinant;
    }
}
