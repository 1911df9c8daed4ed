using System.Globalization;
using FaceFusion.Fusion.Geometry;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Shape;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;

namespace FaceFusion.Fusion.Swap;

/// <summary>Whether a face takes the identity's shape, and the mesh it gets.</summary>
internal readonly record struct ShapePlan
{
    // A mesh beyond this many inter-ocular distances is no face; the widest are less than 4.
    private const double LargestFace = 12;

    // A face that turns away loses its shape little by little before the model gives it up, in degrees: from one frame
    // to the next its outline would jump.
    private const float YawBegins = 40, YawEnds = 55;
    private const float PitchBegins = 23, PitchEnds = 35;

    // So does a face that the model knows less and less well: from this share of the largest residual on.
    private const float MisfitBegins = 0.75f;

    private const string HardToTell = "the face is turned away or hard to tell";

    private ShapePlan(FaceMesh mesh, float strength, string note)
    {
        Mesh = mesh;
        Strength = strength;
        Note = note;
    }

    /// <summary>The mesh that the identity's picture is laid over: M', or the frame's own where nothing is known about it.</summary>
    public FaceMesh Mesh { get; }

    /// <summary>How much of the identity's shape it has; 0 when the shape stays the target's.</summary>
    public float Strength { get; }

    /// <summary>Why the face has less of the shape than was asked for; "" when it is as asked for.</summary>
    public string Note { get; }

    /// <summary>How far the face lies from any that the model knows, in inter-ocular distances; null when it was not asked.</summary>
    public double? FitResidual { get; private init; }

    /// <summary>
    /// The target's neutral shape, known or told from the frame however far that is to be relied on; null where only five
    /// points of the face are known.
    /// </summary>
    public FaceShape? TargetNeutral { get; private init; }

    /// <summary>Decides, and makes the mesh.</summary>
    /// <param name="face">The face.</param>
    /// <param name="identity">Who is to be seen.</param>
    /// <param name="strength">What is asked for, 0 to 1.5.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is known; else the model tells it from the frame.</param>
    public static ShapePlan Make(Face face, FaceIdentity identity, float strength, FaceShape? targetNeutral)
    {
        if (face.Mesh.Presence < FaceEngine.CertainPresence)
            return Kept(face, strength, "only five points of the face are known");
        FaceShape shape = FaceShape.Of(face.Mesh, face.Pose);
        if (targetNeutral is not null)
            return Make(face, shape, identity, strength, targetNeutral, isKnown: true, 1) with { TargetNeutral = targetNeutral };

        // However far the head is turned: what is doubtful then is left out little by little.
        NeutralFit fit = ShapeModel.BuiltIn.FitNeutral(shape);
        float trust = fit.IsReliable ? Frontality(face.Pose) * Familiarity(fit.Residual) : 0;
        ShapePlan plan = trust > 0
            ? Make(face, shape, identity, strength, fit.Neutral, isKnown: false, trust)
            : Kept(face, strength, fit.IsReliable ? HardToTell : fit.Doubt);
        return plan with { FitResidual = fit.Residual, TargetNeutral = fit.Neutral };
    }

    /// <summary>A face that keeps its shape because nobody asked for another.</summary>
    /// <param name="mesh">Its points.</param>
    public static ShapePlan Unchanged(FaceMesh mesh) => new(mesh, 0, "");

    private static ShapePlan Make(Face face, FaceShape shape, FaceIdentity identity, float wanted, FaceShape targetNeutral, bool isKnown, float trust)
    {
        if (identity.Neutral is null)
            return Kept(face, wanted, "only five points of the identity's face are known");
        float strength = wanted * trust;
        FaceMesh mesh = ShapeTransfer.Apply(face, shape, identity.Neutral, targetNeutral, isKnown, strength, trust);
        RectF bounds = mesh.Bounds;
        if (!(Math.Max(bounds.Width * mesh.PixelAspect, bounds.Height) < LargestFace * face.Pose.InterOcular))
            return Kept(face, wanted, "the points found are no face's");
        string note = strength == wanted ? "" : string.Create(CultureInfo.InvariantCulture, $"Shape is reduced to {strength:0.00}: {HardToTell}");
        return new ShapePlan(mesh, strength, note);
    }

    private static float Frontality(HeadPose pose) =>
        Feather.Smoothstep((float)Math.Abs(pose.Yaw), YawEnds, YawBegins) * Feather.Smoothstep((float)Math.Abs(pose.Pitch), PitchEnds, PitchBegins);

    private static float Familiarity(double residual) => Feather.Smoothstep((float)(residual / ShapeModel.MostResidual), 1, MisfitBegins);

    private static ShapePlan Kept(Face face, float wanted, string reason) =>
        new(face.Mesh, 0, wanted == 0 ? "" : $"Shape is left out: {reason}");
}
