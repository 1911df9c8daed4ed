namespace FaceFusion.Fusion.Identity;

/// <summary>What a portrait is worth as an identity.</summary>
/// <param name="InterOcular">Distance between the eyes' centres in pixels, as from the front.</param>
/// <param name="Yaw">Turn to the side in degrees; positive towards the viewer's right.</param>
/// <param name="Pitch">Nod in degrees; positive upwards.</param>
/// <param name="Sharpness">
/// Root mean square of the 4-neighbour Laplacian of the face's Rec.709 luma (working values, 0 to 1): a sharp photo
/// lies above about 0.02, a blurred or enlarged one below 0.01.
/// </param>
public sealed record IdentityQuality(double InterOcular, double Yaw, double Pitch, double Sharpness);
