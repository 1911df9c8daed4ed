namespace FaceFusion.Quality.Pairs;

/// <summary>What was measured of one swap.</summary>
/// <param name="Identity">The cosine between the identity and the result; 0 when no face was found again.</param>
/// <param name="MeshError">How far the result's points are from the intended ones, percent of the distance between the eyes.</param>
internal sealed record SwapFigures(double Identity, double? MeshError);
