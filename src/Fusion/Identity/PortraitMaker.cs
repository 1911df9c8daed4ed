using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Segmentation;
using FaceFusion.Fusion.Swap;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Identity;

/// <summary>Makes a portrait of the faces found in a picture.</summary>
internal static class PortraitMaker
{
    /// <summary>The least distance between the eyes from which an identity can be told, in pixels.</summary>
    public const double MinimumInterOcular = 24;

    // How much of the surroundings is kept, as a fraction of the face's longer side: enough for the filters' tails.
    private const float Surroundings = 0.35f;

    // How far the swap keeps from what hides the face, in inter-ocular distances: its shadow and stray hairs.
    private const float HidingMargin = 0.02f;

    /// <summary>
    /// The longest side a portrait keeps, in pixels: more than a face that fills an 8K frame shows, and little enough
    /// (a third of a gigabyte with its halves) for several portraits at once.
    /// </summary>
    public const int LongestSide = 4096;

    /// <summary>The portrait of the largest face.</summary>
    /// <param name="name">The picture's name for messages.</param>
    /// <param name="frame">The picture.</param>
    /// <param name="faces">Its faces, the largest first.</param>
    /// <param name="recogniser">Makes the embedding.</param>
    /// <param name="segmenter">Tells where hair or something else hides the face; <see langword="null"/> when nothing can.</param>
    /// <exception cref="FaceException">There is no face, or it is too small.</exception>
    public static IdentityPortrait Make(string name, in FrameView frame, IReadOnlyList<Face> faces, IFaceRecogniser recogniser, IFaceSegmenter? segmenter)
    {
        if (faces.Count == 0)
            throw new FaceException($"There is no face in the identity '{name}'; bring a picture that shows one face from the front.");
        Face face = faces[0];
        if (face.Pose.InterOcular < MinimumInterOcular)
            throw new FaceException($"The face in the identity '{name}' is too small, {face.Pose.InterOcular:0} pixels between the eyes instead of {MinimumInterOcular} or more; bring a larger picture of it.");

        List<string> warnings = [];
        if (faces.Count > 1)
            warnings.Add($"shows {faces.Count} faces, of which the largest is used; bring a photo of one face if it is another");

        FaceEmbedding embedding = recogniser.Embed(frame, face.Mesh.FivePoints());
        (ImageBuffer image, FaceMesh mesh, Affine2D imageToFrame) = Cut(frame, face.Mesh);
        if (PortraitFlatness.Measure(image, mesh) >= PortraitFlatness.Drawn)
            warnings.Add(PortraitFlatness.Warning);
        if (segmenter is not null)
            TakeOutWhatHides(image, imageToFrame, frame, face.Mesh, segmenter);
        return new IdentityPortrait(image, mesh, embedding, warnings);
    }

    // Where hair, clothes or something else hides the face its picture becomes transparent: that is nothing to swap in.
    private static void TakeOutWhatHides(ImageBuffer image, Affine2D imageToFrame, in FrameView frame, FaceMesh mesh, IFaceSegmenter segmenter)
    {
        using FaceSegmentation segmentation = segmenter.Segment(frame, mesh);
        using FaceVisibility visibility = FaceVisibility.OfIdentity(segmentation);
        visibility.Erode(HidingMargin);
        using Plane visible = visibility.Sample(imageToFrame, image.Width, image.Height);
        for (int i = 0; i < visible.Length; i++)
            image.Pixels[i].W *= visible.Values[i];
    }

    // The face's surroundings in square pixels, the points in them, and where they lie in the picture.
    private static (ImageBuffer Image, FaceMesh Mesh, Affine2D ImageToFrame) Cut(in FrameView frame, FaceMesh mesh)
    {
        FaceMesh square = new(mesh.Square, mesh.Presence);
        RectF bounds = square.Bounds;
        int squareWidth = (int)Math.Ceiling(frame.Width * frame.PixelAspect);
        RectI window = RectI.FromBounds(bounds.Inflate(Surroundings * Math.Max(bounds.Width, bounds.Height)));
        RectI inside = window.Intersect(RectI.FromSize(squareWidth, frame.Height));
        if (!inside.IsEmpty)
            window = inside;

        float scale = Math.Min(1, LongestSide / (float)Math.Max(window.Width, window.Height));
        ImageBuffer image = ImageBuffer.Uninitialized((int)Math.Ceiling(scale * window.Width), (int)Math.Ceiling(scale * window.Height));
        Affine2D imageToFrame = Affine2D.Scaling(1 / scale, 1 / scale).Then(Affine2D.Translation(window.X1, window.Y1)).Then(frame.SquareToRaster);
        if (frame.PixelAspect == 1 && scale == 1)
            PixelReader.Read(frame.PixelsOf(window), window, frame.Space, frame.Premultiplied, image);
        else
            frame.Sample(imageToFrame, frame.Space, image);

        // A lamp or a broken pixel in a float identity would spoil every average taken over it.
        ImageMath.Clamp(image);
        return (image, square.Translate(-window.X1, -window.Y1).Scale(scale), imageToFrame);
    }
}
