using System.Numerics;
using FaceFusion.Fusion;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Identity;
using FaceFusion.Fusion.Shape;
using FaceFusion.Fusion.Swap;

namespace FaceFusion.Quality.Measures;

/// <summary>One swap, and what the networks see in the result.</summary>
internal sealed class Outcome : IDisposable
{
    private readonly RenderedFrame? _rendered;

    private Outcome(SwappedFace swapped, RenderedFrame rendered, Face? found)
    {
        Swapped = swapped;
        _rendered = rendered;
        Frame = rendered.Frame;
        Found = found;
    }

    private Outcome(in FrameView untouched) => Frame = untouched;

    /// <summary>The swap; <see langword="null"/> when the engine swapped nothing.</summary>
    public SwappedFace? Swapped { get; }

    /// <summary>The frame with the swap in it; the frame itself when nothing was swapped.</summary>
    public FrameView Frame { get; }

    /// <summary>The face that was found again in the result, if any.</summary>
    public Face? Found { get; }

    /// <summary>The found face without its pose; <see langword="null"/> when none was found.</summary>
    public FaceShape? Shape => Found is null ? null : FaceShape.Of(Found.Mesh, Found.Pose);

    /// <summary>
    /// The recogniser's cosine between the identity and the face found again in the result; 0 when there is none.
    /// </summary>
    public double Identity { get; private init; }

    /// <summary>
    /// How far the points found again lie from the mesh the swap was to show, in percent of the distance between the
    /// eyes; <see langword="null"/> when no face was found.
    /// </summary>
    public double? MeshError { get; private init; }

    /// <summary>What went wrong; "" when nothing did.</summary>
    public string Fault => Swapped is null ? "nothing swapped" : Found is null ? "not found again" : Swapped.ShapeNote;

    /// <summary>Swaps a face, pastes it into a copy of the frame and looks for it there.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="face">The face in it.</param>
    /// <param name="identity">Who is to be seen.</param>
    /// <param name="options">How.</param>
    /// <param name="targetNeutral">The target's neutral shape if it is to be known.</param>
    public static Outcome Of(FaceEngine engine, in FrameView frame, Face face, FaceIdentity identity, SwapOptions options, FaceShape? targetNeutral = null)
    {
        SwappedFace? swapped = engine.Swap(frame, face, identity, options, targetNeutral);
        if (swapped is null)
            return new Outcome(frame);

        RenderedFrame rendered = RenderedFrame.Paste(frame, swapped);
        Face? found = Nearest(engine.FindFaces(rendered.Frame), face);
        if (found is null)
            return new Outcome(swapped, rendered, null);
        ShapePlan plan = ShapePlan.Make(face, identity, options.Shape, targetNeutral);
        return new Outcome(swapped, rendered, found)
        {
            Identity = engine.Embed(rendered.Frame, found).Cosine(identity.Embedding),
            MeshError = Measures.MeshError.Percent(found.Mesh, plan.Mesh, face.Pose.InterOcular),
        };
    }

    public void Dispose()
    {
        Swapped?.Dispose();
        _rendered?.Dispose();
    }

    // A frame may show several people; a face that lies elsewhere is somebody else's.
    private static Face? Nearest(IReadOnlyList<Face> faces, Face original)
    {
        Vector2 centre = original.Mesh.Bounds.Centre;
        Face? nearest = faces.MinBy(face => Vector2.DistanceSquared(face.Mesh.Bounds.Centre, centre));
        return nearest is not null && nearest.Mesh.Bounds.IntersectionOverUnion(original.Mesh.Bounds) > 0 ? nearest : null;
    }
}
