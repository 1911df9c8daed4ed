using System.Numerics;
using FaceFusion.Fusion.Alignment;
using FaceFusion.Fusion.Frames;
using FaceFusion.Fusion.Landmarks;
using FaceFusion.Fusion.Swap;
using FaceFusion.Fusion.Swappers;
using FaceFusion.Kernels.Colour;
using FaceFusion.Kernels.Geometry;
using FaceFusion.Kernels.Pixels;
using Plane = FaceFusion.Kernels.Pixels.Plane;

namespace FaceFusion.Fusion.Expressions;

/// <summary>
/// Puts the plate's expression back on a swapped face: LivePortrait reads the expression of the plate's face and moves the
/// new one by it, whose pose stays. (FaceFusion's expression restorer.)
/// </summary>
/// <param name="Network">What moves the face.</param>
/// <param name="Options">How much, and where.</param>
/// <param name="Frame">The frame.</param>
/// <param name="Face">The face in it.</param>
internal sealed record ExpressionRestoration(PortraitAnimator Network, ExpressionOptions Options, FrameView Frame, Face Face) : IPictureStage
{
    // So much of the plate's expression is taken at an amount of 1 (facefusion 3.1, expression_restorer).
    private const float MostShare = 1.2f;

    // Which of the 21 points belong to eyes and brows, and which to mouth and jaw; the others stay the swapped face's.
    private static readonly int[] Upper = [1, 2, 6, 10, 11, 12, 13, 15, 16];
    private static readonly int[] Lower = [3, 7, 14, 17, 18, 19, 20];

    /// <inheritdoc/>
    public void Apply(FaceMesh mesh, NetworkSpace space, PlateExposure exposure, ImageBuffer beneath, Plane matte, RectI window, ImageBuffer picture)
    {
        if (Options.Amount == 0 || !(Options.UpperFace || Options.LowerFace))
            return;

        PortraitMotion wanted;
        using (ImageBuffer plate = SeenFace.InPlate(Frame, Crop(Face.Mesh), space, exposure))
            wanted = Network.Motion(plate);

        NetworkCrop crop = Crop(mesh);
        using ImageBuffer before = SeenFace.InSwap(Frame, crop, space, exposure, beneath, matte, window, picture);
        PortraitMotion own = Network.Motion(before);
        using ImageBuffer after = Network.Move(before, own.Placed(), own.Placed(Mixed(own.Expression, wanted.Expression), own.Turn));
        using Plane box = crop.SoftBoxIn(window);
        CropChange.Apply(crop, window, before, after, box, picture);
    }

    private Vector3[] Mixed(Vector3[] own, Vector3[] wanted)
    {
        Vector3[] mixed = [.. own];
        float share = MostShare * Options.Amount;
        if (Options.UpperFace)
            Mix(Upper);
        if (Options.LowerFace)
            Mix(Lower);
        ExpressionLimits.Clamp(mixed);
        return mixed;

        void Mix(int[] points)
        {
            foreach (int point in points)
                mixed[point] = (share * wanted[point]) + ((1 - share) * own[point]);
        }
    }

    private NetworkCrop Crop(FaceMesh mesh) =>
        new(AlignmentTemplate.Arcface128.CropToRaster(mesh.FivePoints(), PortraitAnimator.Side, Frame.PixelAspect), PortraitAnimator.Side, 1);
}
