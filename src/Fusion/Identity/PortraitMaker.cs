using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;

namespace FaceFusion.Fusion.Identity;

/// <summary>Makes a portrait of the faces found in a picture.</summary>
internal static class PortraitMaker
{
    /// <summary>The least distance between the eyes from which an identity can be told, in pixels.</summary>
    public const double MinimumInterOcular = 24;

    // Turned further, a single photo lacks the half of the face that a frontal target shows.
    private const double MaximumTurn = 35;

    // How much of the surroundings is kept, as a fraction of the face's longer side: enough for the filters' tails.
    private const float Surroundings = 0.35f;

    /// <summary>The portrait of the largest face.</summary>
    /// <param name="name">The picture's name for messages.</param>
    /// <param name="frame">The picture.</param>
    /// <param name="faces">Its faces, the largest first.</param>
    /// <param name="recogniser">Makes the embedding.</param>
    /// <exception cref="FaceException">There is no face, or it is too small.</exception>
    public static IdentityPortrait Make(string name, in FrameView frame, IReadOnlyList<Face> faces, IFaceRecogniser recogniser)
    {
        if (faces.Count == 0)
            throw new FaceException($"There is no face in the identity '{name}'; bring a picture that shows one face from the front.");
        Face face = faces[0];
        if (face.Pose.InterOcular < MinimumInterOcular)
            throw new FaceException($"The face in the identity '{name}' is too small, {face.Pose.InterOcular:0} pixels between the eyes instead of {MinimumInterOcular} or more; bring a larger picture of it.");

        List<string> warnings = [];
        if (faces.Count > 1)
            warnings.Add($"The identity picture shows {faces.Count} faces; the largest one is used.");
        if (Math.Abs(face.Pose.Yaw) > MaximumTurn || Math.Abs(face.Pose.Pitch) > MaximumTurn)
            warnings.Add($"The face in the identity picture is turned by {face.Pose.Yaw:0} degrees to the side and {face.Pose.Pitch:0} up; bring a picture from the front for a better likeness.");

        FaceEmbedding embedding = recogniser.Embed(frame, face.Mesh.FivePoints());
        (ImageBuffer image, FaceMesh mesh) = Cut(frame, face.Mesh);
        return new IdentityPortrait(image, mesh, embedding, warnings);
    }

    // The face's surroundings in square pixels, and the points in them.
    private static (ImageBuffer Image, FaceMesh Mesh) Cut(in FrameView frame, FaceMesh mesh)
    {
        FaceMesh square = new(mesh.ToSquare(), mesh.Presence);
        RectF bounds = square.Bounds;
        int squareWidth = (int)Math.Ceiling(frame.Width * frame.PixelAspect);
        RectI window = RectI.FromBounds(bounds.Inflate(Surroundings * Math.Max(bounds.Width, bounds.Height)));
        RectI inside = window.Intersect(RectI.FromSize(squareWidth, frame.Height));
        if (!inside.IsEmpty)
            window = inside;

        ImageBuffer image = ImageBuffer.Uninitialized(window.Width, window.Height);
        if (frame.PixelAspect == 1)
            PixelReader.Read(frame.Pixels, window, frame.Space, frame.Premultiplied, image);
        else
            AreaSampler.Sample(frame.Pixels, Affine2D.Translation(window.X1, window.Y1).Then(frame.SquareToRaster), frame.Space, frame.Premultiplied, image);
        return (image, square.Translate(-window.X1, -window.Y1));
    }
}
