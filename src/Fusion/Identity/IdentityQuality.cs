namespace FaceFusion.Fusion.Identity;

/// <summary>What a portrait is worth as an identity.</summary>
/// <param name="InterOcular">Distance between the eyes' centres in pixels, as from the front.</param>
/// <param name="Yaw">Turn to the side in degrees; positive towards the viewer's right.</param>
/// <param name="Pitch">Nod in degrees; positive upwards.</param>
/// <param name="Sharpness">
/// Root mean square of the 4-neighbour Laplacian of the face's Rec.709 luma (working values, 0 to 1): a sharp photo
/// lies above about 0.02, a blurred or enlarged one below 0.01.
/// </param>
/// <param name="Unnaturalness">
/// How far the face's patches are from those of good photos (NIQE, A. Mittal, R. Soundararajan and A. Bovik 2013; its statistics
/// are of faces): noise, blur, enlargement and compression all raise it; 0 where the face is too narrow to be told.
/// </param>
public sealed record IdentityQuality(double InterOcular, double Yaw, double Pitch, double Sharpness, double Unnaturalness)
{
    /// <summary>Above this <see cref="Unnaturalness"/> the finest detail is the photo's and not the face's (<c>models/quality</c>).</summary>
    public const double Poor = 6;

    /// <summary>The most of such a photo's finest detail that a swap takes over.</summary>
    public const float PoorDetail = 0.7f;

    /// <summary>Whether the finest detail is held back.</summary>
    public bool IsPoor => Unnaturalness > Poor;
}
