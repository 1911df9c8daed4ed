using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Compositing;
using FaceFusion.Kernels.Filtering;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using FaceFusion.Kernels.Resampling;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Expressions;

/// <summary>
/// Changes the expression and pose of a swapped face by an artist's sliders, after everything else: LivePortrait sees the face
/// where it stands in the plate, its surroundings with it, and what it moves is pasted in a box with soft sides, so that head,
/// hair and neck go along. (FaceFusion's face editor.)
/// </summary>
/// <param name="Animator">What moves the face.</param>
/// <param name="Retargeter">What says where its points go.</param>
/// <param name="Edits">The sliders.</param>
/// <param name="Grain">How much of the plate's grain the pasted box gets, 0 to 1.</param>
internal sealed record FaceEditing(PortraitAnimator Animator, PortraitRetargeter Retargeter, FaceEdits Edits, float Grain)
{
    // The points are spread about the nose before the crop is fitted to them: it shows more of the surroundings
    // (facefusion 3.1, face_editor).
    private const float Spread = 1.5f;
    private const int Nose = 2;

    /// <summary>Edits a face.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="swapped">The swapped face; taken over.</param>
    /// <returns>The edited face, of a region that holds the box.</returns>
    /// <exception cref="Inference.ModelException">A network failed or gave no numbers.</exception>
    public SwappedFace Apply(in FrameView frame, SwappedFace swapped)
    {
        using SwappedFace given = swapped;
        NetworkCrop crop = new(AlignmentTemplate.Ffhq512.CropToRaster(SpreadPoints(swapped.Mesh), PortraitAnimator.Side, frame.PixelAspect), PortraitAnimator.Side, 1);
        RectI region = RectI.FromBounds(crop.Bounds).Intersect(frame.Pixels.Bounds).Union(swapped.Region), place = swapped.Region.Offset(-region.X1, -region.Y1);
        using ImageBuffer plate = TextureSwap.Read(frame, region, swapped.Space), composite = plate.Clone();
        HostBlend.Over(composite, place, swapped.Result, swapped.Weight, swapped.Space);

        using Plane box = crop.SoftBoxIn(region);
        using ImageBuffer edited = Edited(frame, swapped.Mesh, crop, region, plate, composite, box);
        Plane weight = Placed(swapped.Weight, region, place);
        using Plane share = Plane.Uninitialized(region.Width, region.Height);
        LayerStack.Over(weight, box, share);
        ImageBuffer original = plate.Clone(), result = plate.Clone();
        result.Put(swapped.Result, place);
        HostBlend.Over(result, region.Offset(-region.X1, -region.Y1), edited, share, swapped.Space);
        return swapped.Edited(region, original, result, weight, Placed(swapped.Matte, region, place), EditedPicture(swapped, region, composite, edited, box));
    }

    // What the frame shows if the box were everywhere opaque; where there is no box it means nothing.
    private ImageBuffer Edited(in FrameView frame, FaceMesh mesh, NetworkCrop crop, RectI region, ImageBuffer plate, ImageBuffer composite, Plane box)
    {
        using Plane shown = TextureSwap.Shown(plate, plate.Bounds, frame.Premultiplied && frame.Pixels.HasAlpha), coverage = new TargetSurface(mesh, region).Coverage();
        PlateExposure exposure = PlateExposure.Measure(composite, coverage, shown);
        using ImageBuffer sampled = ImageBuffer.Uninitialized(PortraitAnimator.Side, PortraitAnimator.Side);
        AreaSampler.Sample(composite.AsView(), crop.ToRaster.Then(Affine2D.Translation(-region.X1, -region.Y1)), NetworkSpace.Working, premultiplied: false, sampled);
        using ImageBuffer before = exposure.ToNormal(sampled);
        ImageMath.Clamp(before);

        PortraitMotion motion = Animator.Motion(before);
        Vector3[] from = motion.Placed();
        using ImageBuffer after = Animator.Move(before, from, Destination(motion, from, FaceOpenness.Of(mesh)));
        using Plane whole = Plane.Uninitialized(region.Width, region.Height);
        whole.Values.Fill(1);
        ImageBuffer normal = exposure.ToNormal(composite);
        CropChange.Apply(crop, region, before, after, whole, normal);
        using ImageBuffer plateAtNormal = exposure.ToNormal(plate);
        GrainMatch.Apply(plateAtNormal, shown, box, region, Grain, normal);
        exposure.FromNormal(normal);
        return normal;
    }

    private Vector3[] Destination(PortraitMotion motion, Vector3[] from, FaceOpenness openness)
    {
        Vector3[] expression = [.. motion.Expression];
        ExpressionEdits.Apply(Edits, expression);
        ExpressionLimits.Clamp(expression);
        Vector3[] to = motion.Placed(expression, motion.Turn.Edit(Edits));
        Retargeter.MoveEyes(from, openness, Edits.EyesOpen, to);
        Retargeter.MoveLips(from, openness, Edits.LipsOpen, to);
        return Retargeter.Stitch(from, to);
    }

    // The picture that isn't matted yet changes as the composite does.
    private static ImageBuffer EditedPicture(SwappedFace swapped, RectI region, ImageBuffer composite, ImageBuffer edited, Plane box)
    {
        ImageBuffer picture = swapped.Picture.Clone();
        RectI place = swapped.PictureRegion.Offset(-region.X1, -region.Y1);
        PictureChange.Add(composite, edited, box, place, picture);
        return picture;
    }

    private static Plane Placed(Plane plane, RectI region, RectI place)
    {
        Plane placed = new(region.Width, region.Height);
        placed.Put(plane, place);
        return placed;
    }

    private static Vector2[] SpreadPoints(FaceMesh mesh)
    {
        Vector2[] points = mesh.FivePoints();
        Vector2 nose = points[Nose];
        foreach (ref Vector2 point in points.AsSpan())
            point = nose + (Spread * (point - nose));
        return points;
    }
}
