using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Landmarks;
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
    internal IdentityPortrait(ImageBuffer image, FaceMesh mesh, FaceEmbedding embedding, IReadOnlyList<string> warnings)
    {
        Pyramid = new ImagePyramid(image);
        Mesh = mesh;
        Pose = HeadPose.Fit(mesh);
        NeutralFit fit = ShapeModel.BuiltIn.FitNeutral(mesh, Pose);
        Neutral = fit.IsReliable ? fit.Neutral : FaceShape.Of(mesh, Pose);
        Embedding = embedding;
        Quality = new IdentityQuality(Pose.InterOcular, Pose.Yaw, Pose.Pitch, PortraitSharpness.Measure(image, mesh));
        Warnings = warnings;
    }

    /// <summary>The face and its surroundings: display-referred working values in square pixels. Alpha is straight: how much of the face each pixel shows, less where hair or something else is in front of it. Its memory lives as long as the portrait.</summary>
    public ImageBuffer Image => Pyramid.Base;

    /// <summary>The face's points in pixels of <see cref="Image"/>.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>How the head is turned.</summary>
    public HeadPose Pose { get; }

    /// <summary>The face without pose and expression; with its expression when that can't be told from the face.</summary>
    public FaceShape Neutral { get; }

    /// <summary>Who it is.</summary>
    public FaceEmbedding Embedding { get; }

    /// <summary>What the portrait is worth.</summary>
    public IdentityQuality Quality { get; }

    /// <summary>What an artist should know before using it: one sentence each; often none.</summary>
    public IReadOnlyList<string> Warnings { get; }

    internal ImagePyramid Pyramid { get; }
}
