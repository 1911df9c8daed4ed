using System.Globalization;
using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Node.Debug;

/// <summary>Draws what the node found over the composite: every face, the chosen one with its points and figures.</summary>
internal static class DebugView
{
    private static readonly Vector3 Chosen = new(0.1f, 0.95f, 0.3f);
    private static readonly Vector3 Other = new(0.75f, 0.75f, 0.75f);
    private static readonly Vector3 FivePoint = new(1, 0.85f, 0.1f);
    private static readonly Vector3 Words = new(0.95f, 0.95f, 0.95f);

    /// <summary>Draws over a picture.</summary>
    /// <param name="composite">The composite, or a part of it; drawn over in place.</param>
    /// <param name="part">Where that part lies in the frame.</param>
    /// <param name="frameWidth">Columns of the whole frame.</param>
    /// <param name="frameHeight">Rows of the whole frame.</param>
    /// <param name="faces">Every face of the frame.</param>
    /// <param name="chosen">Those that were swapped.</param>
    /// <param name="identities">Who was put in.</param>
    /// <param name="notes">What else to say about the swaps, a line each.</param>
    public static void Draw(
        in FrameView composite, RectI part, int frameWidth, int frameHeight, IReadOnlyList<Face> faces, IReadOnlyList<Face> chosen, IReadOnlyList<FaceIdentity> identities,
        IReadOnlyList<string> notes)
    {
        using ImageBuffer picture = new(composite.Width, composite.Height);
        PixelReader.Read(composite.Pixels, composite.Pixels.Bounds, composite.Space, composite.Premultiplied, picture);
        OverlayCanvas canvas = new(picture, new Vector2(part.X1, part.Y1), OverlayCanvas.UnitFor(frameHeight));

        foreach (Face face in faces)
            DrawFace(canvas, face, chosen.Contains(face));

        int columns = canvas.ColumnsIn(frameWidth);
        float line = 0;
        foreach (string text in Lines(faces, chosen, identities).Concat(notes).SelectMany(text => TextLines.Of(text, columns)))
        {
            canvas.Text(text, new Vector2(canvas.TextHeight / 2, canvas.TextHeight / 2 + line), Words);
            line += canvas.TextHeight;
        }

        PixelWriter.Write(picture, composite.Pixels.Bounds, composite.Space, composite.Premultiplied, composite.Pixels);
    }

    private static void DrawFace(OverlayCanvas canvas, Face face, bool isChosen)
    {
        canvas.Box(face.Detection.Box, isChosen ? Chosen : Other);
        foreach (Vector3 point in face.Mesh.Points[..FaceMeshIndices.SurfaceCount])
            canvas.Dot(new Vector2(point.X, point.Y), 1, isChosen ? Chosen : Other);
        foreach (Vector2 point in face.Mesh.FivePoints())
            canvas.Dot(point, 3, FivePoint);
    }

    private static IEnumerable<string> Lines(IReadOnlyList<Face> faces, IReadOnlyList<Face> chosen, IReadOnlyList<FaceIdentity> identities)
    {
        if (faces.Count == 0)
            yield return "No face in this frame";
        else if (chosen.Count == 0)
            yield return string.Create(CultureInfo.InvariantCulture, $"No such face: {faces.Count} in this frame");

        foreach (Face face in chosen)
        {
            yield return string.Create(CultureInfo.InvariantCulture,
                $"Face: score {face.Detection.Score:0.00}, presence {face.Mesh.Presence:0.00}, eyes {face.Pose.InterOcular:0} px, yaw {face.Pose.Yaw:0}, pitch {face.Pose.Pitch:0}, roll {face.Pose.Roll:0}");
        }

        foreach (IdentityPhoto photo in identities.SelectMany(identity => identity.Photos))
        {
            IdentityQuality quality = photo.Portrait.Quality;
            string name = photo.Name.Length > 0 ? $"Identity '{photo.Name}'" : "Identity";
            yield return string.Create(CultureInfo.InvariantCulture,
                $"{name}: eyes {quality.InterOcular:0} px, yaw {quality.Yaw:0}, pitch {quality.Pitch:0}, sharpness {quality.Sharpness:0.000}, unlike good photos {quality.Unnaturalness:0.0}{(quality.IsPoor ? " (fine detail held back)" : "")}");
        }

        foreach (string provenance in identities.SelectMany(identity => identity.Provenance))
            yield return provenance;
        foreach (string warning in identities.SelectMany(identity => identity.Warnings))
            yield return warning;
    }
}
