using System.Globalization;
using FaceFusion.Fusion.Identity;

namespace FaceFusion.Fusion.Swap;

/// <summary>What speaks against an identity's photos in a frame, and what to bring instead.</summary>
internal static class PhotoRemarks
{
    // Seen from further round, half of what the frame shows is missing or smeared; in degrees.
    private const double MostTurn = 35;

    // A photo may be enlarged so much before it looks soft.
    private const double MostEnlargement = 2;

    /// <summary>One sentence each that names the photo; often none.</summary>
    /// <param name="identity">The photos.</param>
    /// <param name="face">The face in the frame.</param>
    public static IReadOnlyList<string> Of(FaceIdentity identity, Face face) => [.. Turned(identity, face), .. Small(identity, face)];

    private static IEnumerable<string> Turned(FaceIdentity identity, Face face)
    {
        (IdentityPhoto Photo, double Turn)[] photos = [.. identity.Photos.Select(photo => (photo, Turn(photo, face))).OrderBy(photo => photo.Item2)];
        if (photos[0].Turn > MostTurn)
        {
            string others = photos.Length > 1 ? ", the other photos further" : "";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{photos[0].Photo.Subject} shows the head turned {photos[0].Turn:0} degrees away from this face{others}; bring a photo turned like it, yaw {face.Pose.Yaw:0} and pitch {face.Pose.Pitch:0} degrees.");
            yield break;
        }

        foreach ((IdentityPhoto photo, double turn) in photos.Where(photo => photo.Turn > MostTurn))
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{photo.Subject} shows the head turned {turn:0} degrees away from this face and is used only for what the others don't show.");
        }
    }

    private static IEnumerable<string> Small(FaceIdentity identity, Face face)
    {
        foreach (IdentityPhoto photo in identity.Photos)
        {
            double size = photo.Portrait.Quality.InterOcular, wanted = face.Pose.InterOcular;
            if (MostEnlargement * size < wanted)
            {
                yield return string.Create(CultureInfo.InvariantCulture,
                    $"{photo.Subject} has {size:0} pixels between the eyes where this face has {wanted:0}; bring a larger one.");
            }
        }
    }

    private static double Turn(IdentityPhoto photo, Face face) =>
        Math.Acos(Math.Clamp(PhotoWeights.ViewCosine(photo.Portrait, face), -1, 1)) * (180 / Math.PI);
}
