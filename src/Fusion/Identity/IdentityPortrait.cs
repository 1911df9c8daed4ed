using System.Numerics;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Light;
using FaceFusion.Fusion.Quality;
using FaceFusion.Fusion.Recognition;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Pixels;

namespace FaceFusion.Fusion.Identity;

/// <summary>
/// The face to swap in: its picture in the working space, its points and its embedding. Immutable and shared by every
/// user of the process; nobody disposes of it.
/// </summary>
public sealed class IdentityPortrait
{
    private const string Unnatural = "is noisy, enlarged or compressed, so that its finest detail is held back; bring a better photo";

    private readonly float[] _facing;
    private readonly float[] _margins;

    internal IdentityPortrait(ImageBuffer image, FaceMesh mesh, FaceEmbedding embedding, IReadOnlyList<string> warnings)
    {
        Pyramid = new ImagePyramid(image);
        Mesh = mesh;
        Pose = HeadPose.Fit(mesh);
        NeutralFit fit = ShapeModel.BuiltIn.FitNeutral(mesh, Pose);
        FaceShape shape = FaceShape.Of(mesh, Pose);
        Neutral = fit.IsReliable ? RestingShape.Of(shape, fit.Neutral) : shape;
        NeutralDoubt = fit.Doubt;
        Expression = FaceExpression.Of(shape, fit.Neutral);
        Embedding = embedding;
        Quality = new IdentityQuality(Pose.InterOcular, Pose.Yaw, Pose.Pitch, PortraitSharpness.Measure(image, mesh), PhotoNaturalness.Measure(image, mesh, Pose.InterOcular));
        PortraitBlur blur = PortraitBlur.Measure(Pyramid, mesh, Pose.InterOcular);
        Clarity = blur.Clarity;
        string fault = blur.Warning.Length > 0 ? blur.Warning : Quality.IsPoor && !warnings.Contains(PortraitFlatness.Warning) ? Unnatural : "";
        Warnings = fault.Length > 0 && !warnings.Contains(fault) ? [.. warnings, fault] : warnings;

        ReadOnlySpan<Vector3> surface = mesh.Points[..FaceMeshIndices.SurfaceCount];
        _facing = [.. FaceSurface.Normals(surface).Select(normal => normal.Z)];
        _margins = FaceSurface.Margins(surface);
        Light = FaceLight.Of(Pyramid, mesh, _facing, Pose.InterOcular);
        Alone = new FaceIdentity([new IdentityPhoto(this)]);
    }

    /// <summary>The face and its surroundings: display-referred working values in square pixels. Alpha is straight: how much of the face each pixel shows, less where hair or something else is in front of it. Its memory lives as long as the portrait.</summary>
    public ImageBuffer Image => Pyramid.Base;

    /// <summary>The face's points in pixels of <see cref="Image"/>.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>How the head is turned.</summary>
    public HeadPose Pose { get; }

    /// <summary>The face without pose and expression; with its expression when that is slight or can't be told from the face.</summary>
    public FaceShape Neutral { get; }

    /// <summary>Who it is.</summary>
    public FaceEmbedding Embedding { get; }

    /// <summary>What the portrait is worth.</summary>
    public IdentityQuality Quality { get; }

    /// <summary>
    /// What an artist should know before using it: a sentence each, without its subject, the photo, and its full stop;
    /// often none. (<see cref="FaceIdentity.Warnings"/> names the photo.)
    /// </summary>
    public IReadOnlyList<string> Warnings { get; }

    /// <summary>Why <see cref="Neutral"/> still has its expression; "" when it hasn't.</summary>
    internal string NeutralDoubt { get; }

    /// <summary>Who it is to recognisers that an identity file was made with, by the SHA-256 of their files; none for a photo.</summary>
    internal IReadOnlyDictionary<string, FaceEmbedding> KnownEmbeddings { get; init; } = new Dictionary<string, FaceEmbedding>();

    /// <summary>How much the photo counts beside sharp ones, above 0 to 1.</summary>
    internal float Clarity { get; }

    /// <summary>What the face does.</summary>
    internal FaceExpression Expression { get; }

    /// <summary>How much each of the 468 points faces the camera: the cosine of the angle, −1 to 1.</summary>
    internal ReadOnlySpan<float> Facing => _facing;

    /// <summary>How far each of the 468 points is from the outline of the face, in pixels of <see cref="Image"/>.</summary>
    internal ReadOnlySpan<float> Margins => _margins;

    /// <summary>The light on the face.</summary>
    internal FaceLight Light { get; }

    /// <summary>The identity of this portrait and no other.</summary>
    internal FaceIdentity Alone { get; }

    internal ImagePyramid Pyramid { get; }
}
