using System.Globalization;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Swap;

/// <summary>Whether a face takes the identity's shape, and the mesh it gets.</summary>
internal readonly struct ShapePlan
{
    // A mesh beyond this many inter-ocular distances is no face; the widest are less than 4.
    private const double LargestFace = 12;

    // The nearer a face is to what the model gives up, the less shape it gets: from one frame to the next its outline
    // would jump. In degrees, and as a share of the largest residual.
    private const double TurningAway = 12;
    private const double FittingBadly = 0.75;

    private const string HardToTell = "the face is turned away or hard to tell";

    private ShapePlan(FaceMesh mesh, float strength, string note)
    {
        Mesh = mesh;
        Strength = strength;
        Note = note;
    }

    /// <summary>The mesh that the identity's picture is laid over: M', or the frame's own when the shape stays.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>How much of the identity's shape it has; 0 when the shape stays the target's.</summary>
    public float Strength { get; }

    /// <summary>Why the face has less of the shape than was asked for; "" when it is as asked for.</summary>
    public string Note { get; private init; }

    /// <summary>How far the face lies from any that the model knows, in inter-ocular distances; <see langword="null"/> when it was not asked.</summary>
    public double? FitResidual { get; private init; }

    /// <summary>Decides, and makes the mesh.</summary>
    /// <param name="face">The face.</param>
    /// <param name="identity">Who is to be seen.</param>
    /// <param name="strength">What is asked for, 0 to 1.5.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is known; else the model tells it from the frame.</param>
    public static ShapePlan Make(Face face, FaceIdentity identity, float strength, FaceShape? targetNeutral)
    {
        if (strength == 0)
            return new ShapePlan(face.Mesh, 0, "");
        if (face.Mesh.Presence < FaceEngine.CertainPresence)
            return Kept(face, "only five points of the face are known");
        if (identity.Neutral is not { } identityNeutral)
            return Kept(face, "only five points of the identity's face are known");
        if (targetNeutral is not null)
            return Reshaped(face, identityNeutral, targetNeutral, strength);

        NeutralFit fit = ShapeModel.BuiltIn.FitNeutral(face.Mesh, face.Pose);
        float trust = Trust(face.Pose, fit);
        if (trust == 0)
            return Kept(face, fit.IsReliable ? HardToTell : fit.Doubt) with { FitResidual = fit.Residual };
        ShapePlan plan = Reshaped(face, identityNeutral, fit.Neutral, strength * trust) with { FitResidual = fit.Residual };
        return trust < 1 && plan.Strength > 0
            ? plan with { Note = string.Create(CultureInfo.InvariantCulture, $"Shape is reduced to {plan.Strength:0.00}: {HardToTell}") }
            : plan;
    }

    private static ShapePlan Reshaped(Face face, FaceShape identityNeutral, FaceShape targetNeutral, float strength)
    {
        FaceMesh mesh = ShapeTransfer.Apply(face, identityNeutral, targetNeutral, strength);
        RectF bounds = mesh.Bounds;
        return Math.Max(bounds.Width * mesh.PixelAspect, bounds.Height) < LargestFace * face.Pose.InterOcular
            ? new ShapePlan(mesh, strength, "")
            : Kept(face, "the points found are no face's");
    }

    // 1 for a face the model is sure of, 0 for one it gives up.
    private static float Trust(HeadPose pose, NeutralFit fit)
    {
        if (!fit.IsReliable)
            return 0;
        return Fade(Math.Abs(pose.Yaw), ShapeModel.MostYaw - TurningAway, ShapeModel.MostYaw)
            * Fade(Math.Abs(pose.Pitch), ShapeModel.MostPitch - TurningAway, ShapeModel.MostPitch)
            * Fade(fit.Residual, FittingBadly * ShapeModel.MostResidual, ShapeModel.MostResidual);
    }

    private static float Fade(double value, double begins, double ends) => Feather.Smoothstep((float)value, (float)ends, (float)begins);

    private static ShapePlan Kept(Face face, string reason) => new(face.Mesh, 0, $"Shape is left out: {reason}");
}
